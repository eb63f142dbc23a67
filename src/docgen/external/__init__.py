"""Outside programs, one file each: is it there, which version, run it."""
