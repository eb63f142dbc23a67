"""Make an empty workbook to list people in, for prefilled forms or as the enrolment list."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.options import PATH, force_option


@click.command("roster")
@click.argument("form")
@click.option("-o", "--output", type=PATH, required=True, metavar="FILE.xlsx", help="The workbook to write.")
@force_option
def command(form: str, output: Path, force: bool) -> None:  # noqa: FBT001 - a flag of click
    """Make the input workbook of FORM (family/name, see docgen list): one line a person, help texts and drop-downs."""
    from docgen.actions.make_roster import write_roster  # noqa: PLC0415 - loads every family

    click.echo(write_roster(form, output, force=force))
