"""The version of docgen, as reports and ``--version`` say it."""

VERSION = "0.1.0"
