"""The certification levels of client organisations (FOD BOSA, DG R&O): which one, why, and the letter that says so."""
