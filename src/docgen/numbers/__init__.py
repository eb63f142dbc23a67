"""One file per number: each offers `compact`, `is_valid` and `format`, and names its source."""
