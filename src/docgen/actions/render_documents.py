"""Render a document for every dossier behind the sources: check the templates, plan the papers, write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.actions.check_dossiers import Desk
from docgen.actions.check_templates import find_document
from docgen.actions.document_sources import Gathered, gather_dossiers
from docgen.actions.layouts import Layouts
from docgen.actions.passwords import refuse_password
from docgen.actions.plan_papers import Batch, find_context, plan_papers
from docgen.actions.read_logo import read_logo
from docgen.actions.register import open_register
from docgen.actions.render_papers import PdfEngine
from docgen.actions.write_documents import Made, Output, Refused, write_documents
from docgen.actions.write_file import try_folder
from docgen.errors import ExitCode, SetupError, UnreadableFileError, WrongUseError
from docgen.families.discover import find_families
from docgen.model.document import Document
from docgen.model.family import Family, Issue
from docgen.model.report import Failure
from docgen.model.sheet import Sheet
from docgen.text import enumerate_words

_NO_LIBREOFFICE = (
    "LibreOffice zet de inhoud van vertrouwelijke documenten in tijdelijke bestanden; "
    "laat --pdf-engine libreoffice weg."
)
#: The workbook over the whole run, beside its documents.
OVERVIEW = "overzicht.xlsx"
#: What a document is written in where neither the user nor the paper says.
_DEFAULT_LANGUAGE = "nl"


@dataclass(frozen=True)
class Request:
    """What is asked for: which document, of which sources, where to, and how.

    No `formats` means all there are; no `language` that of each addressee, and Dutch where nothing says which. With a
    `password` only locked PDFs are written, and nothing beside them that is not.
    """

    document: str
    sources: tuple[Path, ...]
    output: Path
    formats: tuple[str, ...] = ()
    language: str | None = None
    limit: int | None = None
    workers: int = 1
    dry_run: bool = False
    print_file: Path | None = None
    leave_out: tuple[Path, ...] = ()
    pdf_engine: PdfEngine = PdfEngine.TYPST
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Batched:
    """What a run gave; `notes` and `unread` are whole sentences on the sources.

    `needless` papers were not made because there was nothing to say in them, which is no refusal. `beside` are the
    files on the whole run.
    """

    document: Document
    output: Path
    made: tuple[Made, ...]
    refused: tuple[Refused, ...]
    needless: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    beside: tuple[Path, ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        """0 when every document was made, 1 when some were not, 70 when that was a fault of our own."""
        if self.failures or any(each.is_bug for each in self.refused):
            return ExitCode.BUG
        return ExitCode.NOT_COMPLETE if self.refused or self.unread else ExitCode.DONE


def render_documents(request: Request, desk: Desk, progress: Callable[[int, int], object] = lambda *_: None) -> Batched:
    """Make the documents; `progress` hears how many of how many are done. Nothing is written on a dry run.

    Raises WrongUseError for a document, format or source that does not exist, SetupError with every fault of the
    templates before anything is written, UnreadableFileError when nothing could be read at all.
    """
    document = find_document(request.document, desk.settings.paden.sjablonen)
    family = find_families()[document.family]
    request = _refuse_exposure(request, family)
    language = request.language or _DEFAULT_LANGUAGE
    layouts = Layouts(request.formats, desk.settings.organisatie.naam, request.pdf_engine, request.password)
    layouts.prepare((each, language) for each in document.printed)
    output = Output(request.output, request.print_file, request.workers, dry_run=request.dry_run)
    _refuse_output(output, request, document)
    batch = _open_batch(document, family, request, desk)
    ours = (*request.leave_out, request.output, *([request.print_file] if request.print_file else []))
    gathered = gather_dossiers(request.sources, family, desk, ours)
    _refuse_nothing(gathered)
    plan = plan_papers(batch, gathered.dossiers, request.limit, layouts.prepare)
    if document.overview and family.overview and request.password is None:
        output = replace(output, beside={OVERVIEW: _make_overview(family.overview(gathered.dossiers), document)})
    written = write_documents(batch, plan, layouts, output, progress)
    notes = [*layouts.notes, *gathered.notes, *(note for planned in plan.papers for note in planned.paper.notes)]
    notes += _warn_of_open_files(written.made, request)
    needless = tuple(Refused(each.paper.about, each.paper.refusal or "") for each in plan.needless)
    return Batched(
        document,
        request.output,
        written.made,
        written.refused,
        needless,
        tuple(notes),
        gathered.unread,
        gathered.failures,
        written.beside,
    )


def _open_batch(document: Document, family: Family, request: Request, desk: Desk) -> Batch:
    """What all papers of the run share, the register and the logo read once."""
    language = request.language or _DEFAULT_LANGUAGE
    return Batch(
        document,
        find_context(family, document),
        Issue(desk.peildatum, language, desk.settings, logo=read_logo(desk.settings)),
        open_register(desk.settings, dry=request.dry_run),
        by_addressee=request.language is None,
        confidential=family.confidential,
    )


def _refuse_exposure(request: Request, family: Family) -> Request:
    """The request, with a password for PDFs only; raises WrongUseError for what would lay contents open."""
    with_libreoffice = request.pdf_engine is PdfEngine.LIBREOFFICE
    if family.confidential and with_libreoffice:
        raise WrongUseError(_NO_LIBREOFFICE)
    if request.password is None:
        return request
    has_print_file = request.print_file is not None
    refuse_password(request.password, request.formats, has_print_file=has_print_file, with_libreoffice=with_libreoffice)
    return replace(request, formats=("pdf",))


def _warn_of_open_files(made: Sequence[Made], request: Request) -> Iterator[str]:
    """With a password: which Word files of an earlier run, without one, still lie beside the locked PDFs."""
    if request.password is None:
        return
    beside = sorted({path.with_suffix(".docx").name for each in made for path in each.files})
    if left := [name for name in beside if (request.output / name).exists()]:
        names = enumerate_words([f"“{name}”" for name in left])
        yield f"Let op: in “{request.output.name}” ligt nog zonder wachtwoord: {names}. Verwijder wat weg mag."


def _make_overview(sheets: Sequence[Sheet], document: Document) -> bytes:
    from docgen.formats.xlsx.table import write_workbook  # noqa: PLC0415 - heavy library

    return write_workbook(sheets, title=f"Overzicht: {document.title.get('nl', document.name)}")


def _refuse_output(output: Output, request: Request, document: Document) -> None:
    if output.folder.exists() and not output.folder.is_dir():
        message = f"{output.folder} is een bestand; geef met -o een map waar de documenten in komen."
        raise SetupError(message)
    if output.print_file and "pdf" not in (request.formats or _formats(document)):
        message = "Een drukbestand bestaat uit PDF’s; vraag bij --print ook --to pdf."
        raise WrongUseError(message)
    if not output.dry_run:
        try_folder(output.folder)


def _formats(document: Document) -> frozenset[str]:
    """The formats that all of the document's papers come in."""
    found = [each.layouts(language).keys() for each in document.printed for language in each.languages]
    return frozenset.intersection(*map(frozenset, found))


def _refuse_nothing(gathered: Gathered) -> None:
    """Nothing was read at all when no source gave a dossier, or none of the dossiers held a form."""
    if gathered.dossiers and any(dossier.record is not None for dossier in gathered.dossiers):
        return
    sentence = (
        "In de opgegeven bronnen is geen enkel ingevuld formulier gevonden; “docgen check” zegt per dossier waarom."
    )
    raise UnreadableFileError("\n".join([*gathered.unread, *([] if gathered.unread else [sentence])]))
