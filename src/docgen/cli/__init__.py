"""The command line: one thin file per command over a plain function of `actions`."""

from docgen.cli.group import main

__all__ = ["main"]
