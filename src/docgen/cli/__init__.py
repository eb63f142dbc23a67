"""The command line: one thin file per command over a plain function of `actions`."""
