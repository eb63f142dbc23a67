"""A file is what its bytes say, and a zip is looked at before it is opened."""

import io
import zipfile

import pytest

from docgen.errors import UnreadableFileError
from docgen.formats.kind import MAX_ENTRIES, FileKind, check_zip, recognise_kind


def make_zip(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


OFFICE = {"[Content_Types].xml": b"<Types/>"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", FileKind.EMPTY),
        (b"\x00\x00 \n", FileKind.EMPTY),
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"junk before\n%PDF-1.4\n", FileKind.PDF),
        (make_zip(OFFICE | {"xl/workbook.xml": b"<w/>"}), FileKind.XLSX),
        (make_zip(OFFICE | {"word/document.xml": b"<w/>"}), FileKind.DOCX),
        (make_zip(OFFICE | {"xl/workbook.bin": b"w"}), FileKind.XLSB),
        (make_zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"x"}), FileKind.ZIP),
        (make_zip({"a.txt": b"a"}), FileKind.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, FileKind.OLD_OFFICE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), FileKind.ENCRYPTED),
        (b"\xff\xd8\xff\xe0", FileKind.IMAGE),
        (b"\x00\x00\x00\x18ftypheic", FileKind.IMAGE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", FileKind.IMAGE),
        (b"<!DOCTYPE html><html>", FileKind.HTML),
        (b"{\\rtf1 hello}", FileKind.RTF),
        (b"Received: from x", FileKind.MAIL),
        (b"naam;datum\nAn;1/1/2025", FileKind.TEXT),
        ("\ufeffnaam".encode("utf-16"), FileKind.TEXT),
        (b"\x01\x00\x02\x00", FileKind.UNKNOWN),
    ],
)
def test_the_first_bytes_tell_the_kind(data, expected):
    assert recognise_kind(data) is expected


def test_an_opendocument_is_told_from_a_zip_by_its_stored_mimetype():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    assert recognise_kind(buffer.getvalue()) is FileKind.ODS
    assert recognise_kind(buffer.getvalue().replace(b"spreadsheet", b"text_______")) is FileKind.ODT


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (make_zip({"xl/a.xml": b"0" * (60 * 1024 * 1024)}), "te groot"),
        (make_zip({"xl/a.xml": b"0" * (40 * 1024 * 1024)}), "samengeperst"),
        (make_zip({f"a{n}": b"" for n in range(MAX_ENTRIES + 1)}), "te groot"),
        (make_zip({"../a.xml": b"x"}), "onveilig"),
        (make_zip({"/etc/a.xml": b"x"}), "onveilig"),
        (b"PK\x03\x04" + b"truncated" * 20, "beschadigd"),
    ],
    ids=["one huge part", "bomb", "too many parts", "parent folder", "absolute", "truncated"],
)
def test_an_unsafe_zip_is_refused_by_its_directory(data, expected):
    with pytest.raises(UnreadableFileError, match=expected):
        check_zip(data)


def test_a_zip_that_names_a_part_twice_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("ab.xml", "1")
        archive.writestr("ac.xml", "2")
    with pytest.raises(UnreadableFileError, match="onveilig"):
        check_zip(buffer.getvalue().replace(b"ac.xml", b"ab.xml"))
