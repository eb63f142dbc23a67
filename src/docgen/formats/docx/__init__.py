"""Everything docgen does with docx files."""
