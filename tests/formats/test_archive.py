"""A zip that is a dossier."""

from __future__ import annotations

import io
import zipfile

import pytest

from docgen.errors import UnreadableFileError
from docgen.formats.archive import is_bundle, read_archive


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_its_files_come_one_by_one_without_its_folders():
    data = zipped({"jan/": b"", "jan/form.xlsx": b"een", "rl1.pdf": b"twee"})
    assert list(read_archive(data)) == [("jan/form.xlsx", b"een"), ("rl1.pdf", b"twee")]


@pytest.mark.parametrize(
    ("bundle", "data"),
    [
        (True, zipped({"form.xlsx": b"x"})),
        (False, zipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"})),
        (False, zipped({"mimetype": b"x", "content.xml": b"x"})),
        (False, b"%PDF-1.7"),
        (False, b"PK\x03\x04 cut off"),
    ],
)
def test_an_office_file_is_no_bundle_though_it_is_a_zip_inside(bundle, data):
    assert is_bundle(data) is bundle


def broken_entry() -> bytes:
    data = bytearray(zipped({"form.xlsx": bytes(range(256)) * 40}))
    data[60:80] = b"\xff" * 20
    return bytes(data)


@pytest.mark.parametrize(
    ("words", "data"),
    [
        ("beschadigd", zipped({"form.xlsx": b"x"})[:-9]),
        ("beschadigd", broken_entry()),
        ("onveilig", zipped({"../form.xlsx": b"x"})),
        ("samengeperst", zipped({"bom.xlsx": b"\0" * 40_000_000})),
    ],
)
def test_a_broken_or_unsafe_zip_is_refused_in_one_sentence(words, data):
    with pytest.raises(UnreadableFileError, match=words):
        list(read_archive(data))
