"""Which kind of file some bytes are: told by their first bytes and, for a zip, its directory; never by the name."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum

from docgen.errors import UnreadableFileError
from docgen.formats.mail import is_mail
from docgen.formats.zip_truth import is_true, is_usual

#: Limits on what is opened at all; an ordinary dossier stays far below each of them.
MAX_BYTES = 64 * 1024 * 1024
MAX_ENTRIES = 2_000  # parts in a zip
MAX_UNPACKED = 100 * 1024 * 1024  # of all its parts together
MAX_ENTRY_UNPACKED = 50 * 1024 * 1024  # of one part
MAX_RATIO = 200  # unpacked against packed; deflate itself reaches a thousand
#: Below this size a high ratio is ordinary: a sheet of blank rows deflates very well.
_RATIO_COUNTS_FROM = 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OUTLOOK_STREAM = "__substg1.0_".encode("utf-16-le")
_WINMAIL = b"\x78\x9f\x3e\x22"


class FileKind(StrEnum):
    """What a file turned out to be; the value is how a Dutch sentence calls it."""

    XLSX = "een Excel-bestand"
    DOCX = "een Word-bestand"
    PDF = "een PDF-bestand"
    ZIP = "een zip-bestand"
    EMPTY = "een leeg bestand"
    IMAGE = "een foto of schermafdruk"
    ENCRYPTED = "een Office-bestand met een wachtwoord"
    OLD_OFFICE = "een Office-bestand in het oude formaat (.xls of .doc)"
    XLSB = "een binair Excel-bestand (.xlsb)"
    ODS = "een OpenDocument-rekenblad (.ods)"
    ODT = "een OpenDocument-tekst (.odt)"
    HTML = "een webpagina"
    TEXT = "een tekstbestand"
    RTF = "een RTF-bestand"
    MAIL = "een e-mailbericht"
    OUTLOOK = "een bericht van Outlook (.msg)"
    WINMAIL = "een pakket van Outlook (winmail.dat)"
    UNKNOWN = "een bestand van een onbekende soort"


_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"BM")


def recognise_kind(data: bytes) -> FileKind:  # noqa: PLR0911 - one return per kind reads as the table it is
    """Tell what `data` is; raises UnreadableFileError for a zip whose directory is unsafe or broken."""
    if not data.strip(b"\x00 \t\r\n"):
        return FileKind.EMPTY
    head = data[:1024]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(check_zip(data), head)
    if b"%PDF-" in head:
        return FileKind.PDF
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    if data.startswith(_WINMAIL):
        return FileKind.WINMAIL
    if data.startswith(_IMAGES) or data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        return FileKind.IMAGE
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileKind.IMAGE
    return _kind_of_text(data)


def _kind_of_ole(data: bytes) -> FileKind:
    if _OUTLOOK_STREAM in data:
        return FileKind.OUTLOOK
    return FileKind.ENCRYPTED if _ENCRYPTED_STREAM in data else FileKind.OLD_OFFICE


def _kind_of_text(data: bytes) -> FileKind:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table")):
        return FileKind.HTML
    if start.startswith(rb"{\rtf"):
        return FileKind.RTF
    if is_mail(data):
        return FileKind.MAIL
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" not in data[:4096]:
        return FileKind.TEXT
    return FileKind.UNKNOWN


def _kind_of_zip(names: frozenset[str], head: bytes) -> FileKind:
    if "xl/workbook.bin" in names:
        return FileKind.XLSB
    if any(name.startswith("xl/") for name in names) and "[Content_Types].xml" in names:
        return FileKind.XLSX
    if any(name.startswith("word/") for name in names) and "[Content_Types].xml" in names:
        return FileKind.DOCX
    if b"application/vnd.oasis.opendocument." in head:
        return FileKind.ODS if b"opendocument.spreadsheet" in head else FileKind.ODT
    return FileKind.ZIP


def check_zip(data: bytes) -> frozenset[str]:
    """The names in a zip, after looking at its directory and at whether that is true; nothing is kept unpacked.

    Raises UnreadableFileError when the zip is unsafe, broken or locked.
    """
    return frozenset(open_zip(data).namelist())


def open_zip(data: bytes) -> zipfile.ZipFile:
    """A zip that has been looked at; raises UnreadableFileError when it is unsafe, broken or locked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        message = "is beschadigd of niet volledig overgebracht; bewaar het opnieuw en stuur het nog eens"
        raise UnreadableFileError(message) from error
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    unpacked = sum(entry.file_size for entry in entries)
    if len(names) > MAX_ENTRIES or unpacked > MAX_UNPACKED or any(e.file_size > MAX_ENTRY_UNPACKED for e in entries):
        message = (
            f"is uitgepakt te groot ({_megabytes(unpacked)} in {len(names)} delen) en wordt uit voorzorg niet geopend"
        )
        raise UnreadableFileError(message)
    if unpacked > _RATIO_COUNTS_FROM and unpacked > MAX_RATIO * len(data):
        message = (
            f"is verdacht sterk samengeperst (uitgepakt {_megabytes(unpacked)}) en wordt uit voorzorg niet geopend"
        )
        raise UnreadableFileError(message)
    if any(entry.flag_bits & 0x1 for entry in entries):
        message = "is met een wachtwoord beveiligd; stuur het zonder wachtwoord"
        raise UnreadableFileError(message)
    if not is_usual(entries):
        message = "is samengeperst op een manier die hier niet geopend wordt; maak het opnieuw met Windows of Office"
        raise UnreadableFileError(message)
    if len(set(names)) != len(names) or any(_is_unsafe(name) for name in names) or not is_true(data, entries):
        message = "is onveilig opgebouwd en wordt uit voorzorg niet geopend; maak het opnieuw met Word of Excel"
        raise UnreadableFileError(message)
    return archive


def _is_unsafe(name: str) -> bool:
    return ".." in name.replace("\\", "/").split("/") or name.startswith(("/", "\\")) or "\x00" in name


def _megabytes(count: int) -> str:
    return f"{count / 1024 / 1024:.0f} MB"
