"""The one door in: untrusted bytes are looked at here, and only then opened by the format they turn out to be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.errors import UnreadableFileError
from docgen.formats.flattened import read_flattened
from docgen.formats.kind import MAX_BYTES, FileKind, recognise_kind
from docgen.formats.paper import Redraw
from docgen.formats.plain_file import read_plain_file
from docgen.formats.recognise_text import read_pdf_text, recognise_pictures
from docgen.formats.split_file import split_pdf, split_pictures
from docgen.formats.together import Given, Opener, find_every_paper, find_leaves, open_together
from docgen.model.form import Form
from docgen.model.parts import KindOf
from docgen.model.value import Content, RawForm, Text, Unread

#: What the sender should do with a kind of file that docgen does not read.
_ADVICE = {
    FileKind.EMPTY: "er staat niets in; stuur het bestand opnieuw",
    FileKind.ENCRYPTED: "verwijder het wachtwoord en stuur het opnieuw",
    FileKind.OLD_OFFICE: "open het in Excel of Word, kies Opslaan als, en bewaar het als .xlsx of .docx",
    FileKind.XLSB: "open het in Excel, kies Opslaan als, en bewaar het als .xlsx",
    FileKind.ODS: "open het in LibreOffice, kies Opslaan als, en bewaar het als .xlsx",
    FileKind.ODT: "open het in LibreOffice, kies Opslaan als, en bewaar het als .docx",
    FileKind.ZIP: "pak het uit en stuur de bestanden afzonderlijk",
    FileKind.HTML: "stuur het formulier als Excel-, Word- of PDF-bestand",
    FileKind.TEXT: "stuur het formulier als Excel-, Word- of PDF-bestand",
    FileKind.RTF: "open het in Word, kies Opslaan als, en bewaar het als .docx",
    FileKind.MAIL: "stuur de bijlagen afzonderlijk",
    FileKind.OUTLOOK: "open het in Outlook en bewaar de bijlagen als gewone bestanden, of het bericht als .eml",
    FileKind.WINMAIL: "vraag de bijlagen zelf; in Outlook kan de afzender kiezen voor HTML in plaats van RTF-opmaak",
    FileKind.UNKNOWN: "stuur het als Excel-, Word- of PDF-bestand",
}
#: Suffixes that promise a kind; another kind behind them is said aloud.
_PROMISED = {"xlsx": FileKind.XLSX, "docx": FileKind.DOCX, "pdf": FileKind.PDF}


def open_parts(
    name: str,
    data: bytes,
    forms: Sequence[Form],
    kind_of: KindOf = lambda _text: "",
    redraw: Redraw | None = None,
) -> tuple[Content, ...]:
    """Open one file that may hold several documents: each of them, in the order of their pages.

    `kind_of` says what the text of one page is; where it says nothing, a file is one document. With `redraw` a scan of
    a paper of ours is compared with that paper as it was printed.
    """
    ((*contents,),) = open_dossier([(name, data)], forms, kind_of, redraw)
    return tuple(contents)


def open_dossier(
    files: Iterable[Given],
    forms: Sequence[Form],
    kind_of: KindOf = lambda _text: "",
    redraw: Redraw | None = None,
) -> Iterator[tuple[Content, ...]]:
    """Open the files of one dossier, each as `open_parts` does; a paper's pages are found across all of them."""

    def open_alone(name: str, data: bytes) -> tuple[Content, ...]:
        content = _look(name, data, forms)
        parts = _split(content, data, forms, kind_of)
        return parts if len(parts) > 1 else (_read_plain(content, data, forms),)

    return open_together(files, Opener(_variants(forms), kind_of, redraw, open_alone))


def _split(content: Content, data: bytes, forms: Sequence[Form], kind_of: KindOf) -> tuple[Content, ...]:
    kind = None if isinstance(content.found, Unread) else recognise_kind(data)
    if kind is FileKind.PDF:
        return split_pdf(content, data, _variants(forms), kind_of)
    return split_pictures(content, kind_of) if kind is FileKind.IMAGE else (content,)


def open_file(name: str, data: bytes, forms: Sequence[Form]) -> Content:
    """Open one file of a dossier: one of `forms` filled in, else its lines, else one sentence that says what it is."""
    if papers := find_every_paper(find_leaves(name, data, _variants(forms)), _variants(forms)):
        found = next((paper.found for paper in papers if isinstance(paper.found, RawForm)), papers[0].found)
        return Content(name, hashlib.sha256(data).hexdigest(), found)
    return _read_plain(_look(name, data, forms), data, forms)


def _read_plain(content: Content, data: bytes, forms: Sequence[Form]) -> Content:
    """The content as the form that it holds in its own way, if it does."""
    if not isinstance(content.found, Text):
        return content
    try:
        found = read_plain_file(data, recognise_kind(data), content.found, _variants(forms))
    except UnreadableFileError:  # its lines could be read, and they stand
        return content
    return replace(content, found=found) if found else content


def _look(name: str, data: bytes, forms: Sequence[Form]) -> Content:
    found: RawForm | Text | Unread
    try:
        found = _open(name, data, forms)
    except UnreadableFileError as error:
        found = Unread(f"“{name}” {error}.")
    return Content(name, hashlib.sha256(data).hexdigest(), found)


def _open(name: str, data: bytes, forms: Sequence[Form]) -> RawForm | Text:
    if len(data) > MAX_BYTES:
        message = f"is te groot ({len(data) // 1024 // 1024} MB); stuur een kleinere versie"
        raise UnreadableFileError(message)
    kind = recognise_kind(data)
    if kind in _ADVICE:
        message = f"is {kind}{_despite_name(name, kind)}: {_ADVICE[kind]}"
        raise UnreadableFileError(message)
    return _read(kind, data, name, _variants(forms))


def _variants(forms: Sequence[Form]) -> list[Form]:
    return [variant for form in forms for variant in form.variants]


def _read(kind: FileKind, data: bytes, name: str, forms: Sequence[Form]) -> RawForm | Text:
    if kind is FileKind.XLSX:
        from docgen.formats.xlsx import filled, lines  # noqa: PLC0415 - heavy library

        return filled.read_filled(data, name, forms) or lines.read_lines(data, name)
    if kind is FileKind.DOCX:
        from docgen.formats.docx import filled as filled_docx  # noqa: PLC0415 - heavy library
        from docgen.formats.docx import lines as lines_docx  # noqa: PLC0415 - heavy library

        return filled_docx.read_filled(data, name, forms) or lines_docx.read_lines(data, name)
    if kind is FileKind.IMAGE:
        return recognise_pictures(data, name)
    from docgen.formats.pdf import filled as filled_pdf  # noqa: PLC0415 - heavy library

    raw = filled_pdf.read_filled(data, name, forms)
    return read_flattened(data, name, forms, raw) or raw or read_pdf_text(data, name)


def _despite_name(name: str, kind: FileKind) -> str:
    suffix = name.rpartition(".")[2].lower()
    return f", al eindigt de naam op .{suffix}" if _PROMISED.get(suffix, kind) is not kind else ""
