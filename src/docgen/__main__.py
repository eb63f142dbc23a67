"""Run docgen with ``python -m docgen``."""

from docgen.cli.group import main

if __name__ == "__main__":
    main(prog_name="docgen")
