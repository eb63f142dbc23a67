"""A report in words, html, rows and json: chooses words, computes nothing."""
