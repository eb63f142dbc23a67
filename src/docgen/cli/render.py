"""Make documents: certificates, letters and finished forms, one for each dossier or record."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.options import (
    PATH,
    decisions_option,
    enrolments_option,
    on_option,
    settings_option,
)
from docgen.cli.progress import show_progress

if TYPE_CHECKING:
    from docgen.actions.render_documents import Batched, Request
    from docgen.model.document import Document

#: A dry run names every document up to this many; above it the number says enough.
MOST_NAMED = 50
#: Two passwords that differ may be typed again this often.
MOST_TRIES = 3


@click.command()
@click.argument("document")
@click.argument("sources", nargs=-1, required=True, type=PATH, metavar="SOURCE...")
@click.option("-o", "--output", required=True, type=PATH, metavar="DIR", help="The folder for the documents.")
@click.option(
    "--to", "formats", default="", metavar="FORMATS", help="docx, pdf or docx,pdf; all there are when left out."
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(["nl", "fr"]),
    help="Language of the documents; else that of each addressee where it is known, else Dutch.",
)
@on_option
@settings_option
@enrolments_option
@decisions_option
@click.option("--print", "print_file", type=PATH, metavar="FILE.pdf", help="Also write all PDFs into one print file.")
@click.option(
    "--pdf-engine",
    type=click.Choice(["typst", "libreoffice"]),
    default="typst",
    show_default=True,
    help="What makes a PDF of a Word template; LibreOffice takes any template, but its PDF is not promised PDF/UA.",
)
@click.option("--password", "asks_password", is_flag=True, help="Ask for a password and lock every PDF with it.")
@click.option(
    "--password-file",
    type=PATH,
    metavar="FILE",
    help="Lock every PDF with the first line of FILE; a password is never typed on the command line.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be made and what would be refused.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Make at most N documents.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Processes that render; one is fastest below about 2,000 documents.",
)
def command(  # noqa: PLR0913, PLR0917 - one argument per option of the command
    document: str,
    sources: tuple[Path, ...],
    output: Path,
    formats: str,
    language: str | None,
    on: date | None,
    settings: Path | None,
    enrolments: Path | None,
    decisions: Path | None,
    print_file: Path | None,
    pdf_engine: str,
    asks_password: bool,  # noqa: FBT001 - click's flag
    password_file: Path | None,
    dry_run: bool,  # noqa: FBT001 - click's flag
    limit: int | None,
    workers: int,
) -> int:
    """Make DOCUMENT (family/name) for every dossier or record in the sources.

    A SOURCE is a dossier or a folder of dossiers, a filled form, a list of records (workbook, csv, json, jsonl), or
    a json report of check. A certificate is issued only for a dossier that is complete or decided. Run again, the
    same documents keep their numbers and their bytes. With a password only PDFs are written, locked with AES-256;
    their bytes differ each time, and each replaces the one that this command made before.
    """
    from docgen.actions.read_desk import DeskFiles, read_desk  # noqa: PLC0415 - keeps --help instant
    from docgen.actions.render_documents import Request, render_documents  # noqa: PLC0415 - keeps --help instant
    from docgen.actions.render_papers import PdfEngine  # noqa: PLC0415 - keeps --help instant

    files = DeskFiles(settings, enrolments, decisions)
    request = Request(
        document=document,
        sources=sources,
        output=output,
        formats=_parse_formats(formats),
        language=language,
        limit=limit,
        workers=workers,
        dry_run=dry_run,
        print_file=print_file,
        leave_out=(*files.paths, *([password_file] if password_file else [])),
        pdf_engine=PdfEngine(pdf_engine),
        password=_find_password(password_file, asked=asks_password),
    )
    batched = render_documents(request, read_desk(files, on), show_progress())
    _tell(batched, request)
    return batched.exit_code


def _find_password(file: Path | None, *, asked: bool) -> str | None:
    """The password from the file, or typed twice without being shown; None when none is wanted."""
    if asked and file is not None:
        message = "“--password” en “--password-file” gaan niet samen"
        raise click.UsageError(message)
    if file is not None:
        from docgen.actions.passwords import read_password  # noqa: PLC0415 - keeps --help instant

        return read_password(file)
    return _ask_password() if asked else None


def _ask_password() -> str:
    if not _has_screen():
        message = "“--password” vraagt het wachtwoord op een scherm; geef zonder scherm een bestand met --password-file"
        raise click.UsageError(message)
    for _ in range(MOST_TRIES):
        first, second = (_prompt(words) for words in ("Wachtwoord voor de PDF’s", "Nog eens hetzelfde wachtwoord"))
        if first == second:
            return first
        click.echo("De twee wachtwoorden verschillen; probeer opnieuw.", err=True)
    message = "Er is geen wachtwoord gegeven"
    raise click.UsageError(message)


def _has_screen() -> bool:
    """Whether somebody can be asked something: not in a scheduled task or behind a pipe."""
    return sys.stdin.isatty()


def _prompt(words: str) -> str:
    return str(click.prompt(words, hide_input=True, default="", show_default=False, err=True))


def _parse_formats(typed: str) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(part.strip().lower() for part in typed.split(",") if part.strip()))
    if unknown := [each for each in formats if each not in ("docx", "pdf")]:
        message = f"“--to”: “{unknown[0]}” is geen formaat voor een document; kies docx, pdf of docx,pdf"
        raise click.UsageError(message)
    return formats


def _title(document: Document) -> str:
    return document.title.get("nl", document.name)


def _tell(batched: Batched, request: Request) -> None:
    for sentence in (*batched.unread, *batched.notes):
        click.echo(sentence, err=True)
    for failure in batched.failures:
        click.echo(f"“{failure.dossier}” kon door een fout in docgen niet nagekeken worden; de rest wel.", err=True)
    title = _title(batched.document)
    would = "te maken" if request.dry_run else "gemaakt"
    needless = f", {len(batched.needless)} niet nodig" if batched.needless else ""
    click.echo(f"{title}: {len(batched.made)} {would}, {len(batched.refused)} geweigerd{needless}.")
    if batched.document.choices:
        for chosen, count in Counter(made.document.name for made in batched.made).items():
            click.echo(f"  {chosen}: {count}")
    if request.dry_run and len(batched.made) <= MOST_NAMED:
        for made in batched.made:
            click.echo(f"  {made.about}: {', '.join(path.name for path in made.files)}")
    again = sum(made.is_reissue for made in batched.made)
    if again:
        click.echo(
            f"{again} daarvan {'was' if again == 1 else 'waren'} al uitgereikt: nummer en datum blijven dezelfde."
        )
    for refused in (*batched.refused, *(() if batched.made else batched.needless)):
        rules = f" (regel {', '.join(refused.rules)})" if refused.rules else ""
        click.echo(f"  {refused.about}: {refused.sentence}{rules}")
    if not request.dry_run:
        _tell_places(batched, request)


def _tell_places(batched: Batched, request: Request) -> None:
    if batched.made:
        click.echo(f"Te vinden in {request.output}.")
    for path in batched.beside:
        click.echo(f"Overzicht: {path}")
