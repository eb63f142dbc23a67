"""Everything docgen does with pdf files."""
