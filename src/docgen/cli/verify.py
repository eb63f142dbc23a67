"""Say whether documents are ours and unchanged since they were issued."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.options import PATH, settings_option
from docgen.errors import ExitCode


@click.command()
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@settings_option
def command(files: tuple[Path, ...], settings: Path | None) -> int:
    """Say whether documents are ours and unchanged since they were issued.

    Each FILE is compared with the register of numbers: one sentence a file. The exit code is 0 when all are.
    """
    from docgen.actions.verify_documents import Standing, verify_documents  # noqa: PLC0415 - keeps --help instant
    from docgen.settings import read_settings  # noqa: PLC0415 - loads pydantic

    verified = verify_documents(files, read_settings(settings))
    for each in verified:
        click.echo(each.sentence, err=each.standing is Standing.UNREAD)
    standings = {each.standing for each in verified}
    if standings == {Standing.OURS}:
        return ExitCode.DONE
    return ExitCode.NOTHING_READ if standings == {Standing.UNREAD} else ExitCode.NOT_COMPLETE
