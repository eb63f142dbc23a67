"""The layout of each document that a batch prints, in each language it needs: picked and checked before it is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from docgen.actions.check_templates import check_document
from docgen.actions.render_papers import Layout, PdfEngine
from docgen.errors import SetupError, WrongUseError
from docgen.external.libreoffice import find_libreoffice
from docgen.model.document import Document
from docgen.text import enumerate_words

#: What is left when a Word template holds what the PDF cannot show.
_WAY_OUT = "Pas het sjabloon aan, of laat LibreOffice de PDF maken met --pdf-engine libreoffice."
#: Said once a batch. By veraPDF, LibreOffice 7.4 breaks rules of PDF/UA-1 and PDF/A-3a with every shipped letter.
_NO_PROMISE = (
    "LibreOffice {version} maakt deze PDF’s: ze dragen de gegevens niet mee en zijn niet beloofd als toegankelijke "
    "(PDF/UA) of te archiveren (PDF/A) bestanden."
)


@dataclass
class Layouts:
    """Every layout that was prepared, by document and language; no `formats` means all that a document has."""

    formats: tuple[str, ...] = ()
    author: str = ""
    engine: PdfEngine = PdfEngine.TYPST
    password: str | None = field(default=None, repr=False)
    _ready: dict[tuple[str, str], Layout] = field(default_factory=dict)

    def prepare(self, wanted: Iterable[tuple[Document, str]]) -> None:
        """Pick and check the templates of the documents in these languages, each once.

        Raises WrongUseError for a language or format that a document does not come in, and SetupError with every
        fault of all their templates.
        """
        new = {(document.path, language): document for document, language in wanted}
        new = {key: document for key, document in new.items() if key not in self._ready}
        layouts = {key: self._pick(document, key[1]) for key, document in new.items()}
        faults = [fault for key, document in new.items() for fault in _find_faults(document, layouts[key])]
        if faults:
            raise SetupError("\n".join(dict.fromkeys(faults)))
        for layout in layouts.values():
            _refuse_engine(layout)
        self._ready.update(layouts)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know of the PDFs that LibreOffice makes; nothing when it makes none."""
        if self.engine is not PdfEngine.LIBREOFFICE or not any(each.word_for_pdf for each in self._ready.values()):
            return ()
        return (_NO_PROMISE.format(version=find_libreoffice().version),)

    def find(self, document: Document, language: str) -> Layout:
        """The layout of a document that was prepared in that language."""
        return self._ready[document.path, language]

    def _pick(self, document: Document, language: str) -> Layout:
        templates = _pick_templates(document, language, self.formats)
        title = document.title.get(language) or document.title.get("nl") or document.name
        return Layout(templates, title, language, self.author, self.engine, self.password)


def _pick_templates(document: Document, language: str, formats: tuple[str, ...]) -> dict[str, Path]:
    if language not in document.languages:
        languages = enumerate_words(list(document.languages))
        message = f"Het document {document.path} bestaat niet in de taal “{language}”; het bestaat in {languages}."
        raise WrongUseError(message)
    there = document.layouts(language)
    if missing := [suffix for suffix in formats if suffix not in there]:
        known = enumerate_words(list(there))
        message = f"Het document {document.path} bestaat niet als {missing[0]}; het bestaat als {known}."
        raise WrongUseError(message)
    return {suffix: there[suffix] for suffix in formats or there}


def _find_faults(document: Document, layout: Layout) -> list[str]:
    unique = list(dict.fromkeys(layout.templates.values()))
    return [fault for checked in check_document(document, unique) for fault in checked.faults]


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
