"""Render a document for every dossier behind the sources: check the templates, plan the papers, write them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docgen.actions.check_dossiers import Desk
from docgen.actions.check_templates import check_document, find_document
from docgen.actions.document_sources import Gathered, gather_dossiers
from docgen.actions.plan_papers import Batch, find_context, plan_papers
from docgen.actions.register import open_register
from docgen.actions.render_papers import Layout, PdfEngine
from docgen.actions.write_documents import Made, Output, Refused, write_documents
from docgen.actions.write_file import make_folder
from docgen.errors import ExitCode, SetupError, UnreadableFileError, WrongUseError
from docgen.external.libreoffice import find_libreoffice
from docgen.families.discover import find_families
from docgen.model.document import Document
from docgen.model.family import Issue
from docgen.model.report import Failure
from docgen.text import enumerate_words

#: What is left when a Word template holds what the PDF cannot show.
_WAY_OUT = "Pas het sjabloon aan, of laat LibreOffice de PDF maken met --pdf-engine libreoffice."


@dataclass(frozen=True)
class Request:
    """What is asked for: which document, of which sources, where to, and how. No `formats` means all there are."""

    document: str
    sources: tuple[Path, ...]
    output: Path
    formats: tuple[str, ...] = ()
    language: str = "nl"
    limit: int | None = None
    workers: int = 1
    dry_run: bool = False
    print_file: Path | None = None
    leave_out: tuple[Path, ...] = ()
    pdf_engine: PdfEngine = PdfEngine.TYPST


@dataclass(frozen=True)
class Batched:
    """What a run gave; `notes` and `unread` are whole sentences on the sources.

    `needless` papers were not made because there was nothing to say in them, which is no refusal.
    """

    document: Document
    made: tuple[Made, ...]
    refused: tuple[Refused, ...]
    needless: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()

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
    layout = _prepare_layout(document, request, desk)
    output = Output(request.output, request.print_file, request.workers, dry_run=request.dry_run)
    _refuse_output(output, layout)
    family = find_families()[document.family]
    issue = Issue(desk.peildatum, request.language, desk.settings)
    register = open_register(desk.settings, dry=request.dry_run)
    batch = Batch(document, find_context(family, document), issue, register)
    ours = (*request.leave_out, request.output, *([request.print_file] if request.print_file else []))
    gathered = gather_dossiers(request.sources, family, desk, ours)
    _refuse_nothing(gathered)
    plan = plan_papers(batch, gathered.dossiers, request.limit)
    made, refused = write_documents(batch, plan, layout, output, progress)
    notes = [*gathered.notes, *(note for planned in plan.papers for note in planned.paper.notes)]
    needless = tuple(Refused(each.paper.about, each.paper.refusal or "") for each in plan.needless)
    return Batched(document, made, refused, needless, tuple(notes), gathered.unread, gathered.failures)


def _prepare_layout(document: Document, request: Request, desk: Desk) -> Layout:
    """The templates that are asked for, each without a fault."""
    templates = _pick_templates(document, request)
    unique = list(dict.fromkeys(templates.values()))
    faults = [fault for checked in check_document(document, unique) for fault in checked.faults]
    if faults:
        raise SetupError("\n".join(dict.fromkeys(faults)))
    title = document.title.get(request.language) or document.title.get("nl") or document.name
    layout = Layout(templates, title, request.language, desk.settings.organisatie.naam, request.pdf_engine)
    _refuse_engine(layout)
    return layout


def _pick_templates(document: Document, request: Request) -> dict[str, Path]:
    if request.language not in document.languages:
        languages = enumerate_words(list(document.languages))
        message = (
            f"Het document {document.path} bestaat niet in de taal “{request.language}”; het bestaat in {languages}."
        )
        raise WrongUseError(message)
    there = document.layouts(request.language)
    if missing := [suffix for suffix in request.formats if suffix not in there]:
        known = enumerate_words(list(there))
        message = f"Het document {document.path} bestaat niet als {missing[0]}; het bestaat als {known}."
        raise WrongUseError(message)
    return {suffix: there[suffix] for suffix in request.formats or there}


def _refuse_engine(layout: Layout) -> None:
    """Refuse, before the first document, a program that is missing or a Word template that the PDF cannot show."""
    template = layout.word_for_pdf
    if template is None:
        return
    if layout.engine is PdfEngine.LIBREOFFICE:
        find_libreoffice()
        return
    from docgen.formats.docx.inspect import find_unsupported  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.fonts import find_fonts  # noqa: PLC0415 - heavy library

    if found := find_unsupported(template.read_bytes(), find_fonts(layout.own_fonts)):
        lines = [f"{template}, {each.part}, alinea {each.paragraph} (“{each.words}”): {each.message}" for each in found]
        raise SetupError("\n".join([*lines, _WAY_OUT]))


def _refuse_output(output: Output, layout: Layout) -> None:
    if output.folder.exists() and not output.folder.is_dir():
        message = f"{output.folder} is een bestand; geef met -o een map waar de documenten in komen."
        raise SetupError(message)
    if output.print_file and "pdf" not in layout.templates:
        message = "Een drukbestand bestaat uit PDF's; vraag bij --print ook --to pdf."
        raise WrongUseError(message)
    if not output.dry_run:
        make_folder(output.folder)


def _refuse_nothing(gathered: Gathered) -> None:
    """Nothing was read at all when no source gave a dossier, or none of the dossiers held a form."""
    if gathered.dossiers and any(dossier.record is not None for dossier in gathered.dossiers):
        return
    sentence = (
        "In de opgegeven bronnen is geen enkel ingevuld formulier gevonden; “docgen check” zegt per dossier waarom."
    )
    raise UnreadableFileError("\n".join([*gathered.unread, *([] if gathered.unread else [sentence])]))
