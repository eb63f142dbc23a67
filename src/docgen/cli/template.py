"""Check templates: every fault at once, with its place and a suggestion."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.options import PATH
from docgen.errors import ExitCode


@click.group()
def command() -> None:
    """Check templates: every fault at once, with its place and a suggestion."""


@command.command()
@click.argument("paths", nargs=-1, required=True, type=PATH, metavar="PATH...")
@click.option(
    "--document",
    metavar="DOCUMENT",
    help="The document (family/name) that a template outside a family/document folder is for.",
)
def check(paths: tuple[Path, ...], document: str | None) -> int:
    """Check templates (.docx or .typ) or folders of templates.

    Each template is tried with a complete example of what its document can print; every fault is told with its place.
    """
    from docgen.actions.check_templates import check_paths  # noqa: PLC0415 - keeps --help instant

    checked = check_paths(paths, document)
    for each in checked:
        if not each.faults:
            click.echo(f"{each.path}: in orde.")
        for fault in each.faults:
            click.echo(fault, err=True)
    return ExitCode.SETUP if any(each.faults for each in checked) else ExitCode.DONE
