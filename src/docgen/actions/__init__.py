"""One file per thing a user can ask; the only floor that owns the clock and the disk."""
