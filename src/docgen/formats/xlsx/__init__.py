"""Everything docgen does with xlsx files."""
