"""Make a blank form, or one prefilled form per record."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.options import PATH, force_option, language_option
from docgen.cli.progress import show_progress
from docgen.errors import ExitCode


@click.command("form")
@click.argument("form")
@click.option(
    "-o", "--output", type=PATH, required=True, metavar="FILE|DIR", help="A file (.xlsx, .pdf, .docx) or a folder."
)
@click.option(
    "--to", "formats", type=click.Choice(["xlsx", "pdf", "docx"]), multiple=True, help="Format; may be given again."
)
@language_option
@click.option("--records", type=PATH, metavar="FILE", help="One prefilled form per line of this list.")
@force_option
def command(form: str, output: Path, formats: tuple[str, ...], language: str, records: Path | None, force: bool) -> int:  # noqa: FBT001 - one parameter per option
    """Make FORM (family/name, see docgen list) blank, or one prefilled copy per record.

    A file's suffix decides its format. In a folder, a blank form comes in all three formats and prefilled forms
    come in Excel, unless --to says otherwise. RECORDS is a roster (docgen roster), an enrolment list, or a csv,
    json or jsonl with the same headings; what it prefills is locked, and compared when the form comes back.
    """
    from docgen.actions.make_form import FormOrder, write_forms  # noqa: PLC0415 - loads every family
    from docgen.formats.blank import FormFormat  # noqa: PLC0415

    order = FormOrder(form, output, tuple(map(FormFormat, formats)), language, records, force)
    made = write_forms(order, show_progress())
    for path in made.paths:
        click.echo(path)
    for sentence in made.sentences:
        click.echo(sentence, err=True)
    return ExitCode.NOT_COMPLETE if made.sentences else ExitCode.DONE
