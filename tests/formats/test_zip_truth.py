"""A zip whose directory lies: too small a size, entries over one another, a packing that cannot be stopped half-way."""

import io
import os
import struct
import zipfile

import pytest

from docgen.errors import UnreadableFileError
from docgen.formats.kind import check_zip
from docgen.formats.zip_truth import is_true

MEGABYTE = 1024 * 1024
NOISE = os.urandom(200 * 1024)


def make_zip(parts, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def say_size(data, name, size):
    """The zip with another unpacked size for one entry, in its header and in the directory."""
    changed = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        struct.pack_into("<I", changed, archive.getinfo(name).header_offset + 22, size)
        at = data.index(b"PK\x01\x02", archive.start_dir)
    while data[at + 46 : at + 46 + len(name)] != name.encode():
        at = data.index(b"PK\x01\x02", at + 4)
    struct.pack_into("<I", changed, at + 24, size)
    return bytes(changed)


def overlapping():
    """A second entry in the directory for the bytes of the first."""
    data = make_zip({"aa.bin": NOISE, "ab.bin": NOISE})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.start_dir
    second = data.index(b"PK\x01\x02", first + 4)
    changed = bytearray(data)
    struct.pack_into("<I", changed, second + 42, 0)
    return bytes(changed)


def test_a_true_zip_is_true_however_large():
    data = make_zip({"a.xml": b"x" * MEGABYTE, "b.bin": NOISE, "map/": b""})
    assert {"a.xml", "b.bin", "map/"} == check_zip(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (say_size(make_zip({"a.xml": b"x" * 130 * MEGABYTE, "b.bin": NOISE}), "a.xml", 5000), "onveilig"),
        (overlapping(), "onveilig"),
        (make_zip({"a.xml": b"x"}, zipfile.ZIP_LZMA), "samengeperst op een manier"),
        (make_zip({"a.xml": b"x"}, zipfile.ZIP_BZIP2), "samengeperst op een manier"),
    ],
    ids=["more than it says", "over one another", "lzma", "bzip2"],
)
def test_a_zip_that_lies_or_is_packed_otherwise_is_refused(data, words):
    with pytest.raises(UnreadableFileError, match=words):
        check_zip(data)


def test_a_damaged_entry_is_left_for_its_reader_to_name():
    data = bytearray(make_zip({"a.bin": NOISE}))
    data[50:90] = b"\xff" * 40
    assert {"a.bin"} == check_zip(bytes(data))


def test_a_small_zip_is_not_unpacked_to_see():
    data = say_size(make_zip({"a.xml": b"x" * MEGABYTE}), "a.xml", 5)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert is_true(data, archive.infolist())
