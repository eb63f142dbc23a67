"""The one door in: untrusted bytes are looked at here, and only then opened by the format they turn out to be."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from docgen.errors import UnreadableFileError
from docgen.formats.kind import MAX_BYTES, FileKind, recognise_kind
from docgen.formats.plain_file import read_plain_file
from docgen.formats.recognise_text import read_pdf_text, recognise_pictures
from docgen.model.form import Form
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


def open_parts(name: str, data: bytes, forms: Sequence[Form]) -> tuple[Content, ...]:
    """Open one file that may hold several documents: each of them, in the order of their pages."""
    return (open_file(name, data, forms),)


def open_file(name: str, data: bytes, forms: Sequence[Form]) -> Content:
    """Open one file of a dossier: one of `forms` filled in, else its lines, else one sentence that says what it is."""
    found: RawForm | Text | Unread
    try:
        found = _open(name, data, forms)
        if isinstance(found, Text):
            found = read_plain_file(data, recognise_kind(data), found, _variants(forms)) or found
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

    return filled_pdf.read_filled(data, name, forms) or read_pdf_text(data, name)


def _despite_name(name: str, kind: FileKind) -> str:
    suffix = name.rpartition(".")[2].lower()
    return f", al eindigt de naam op .{suffix}" if _PROMISED.get(suffix, kind) is not kind else ""
