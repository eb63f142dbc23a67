"""The parts of a Word file are unpacked once where many files have them alike, and never trusted unseen."""

from __future__ import annotations

import pytest

from docgen.errors import UnreadableFileError
from docgen.formats.docx.package import Package
from docgen.formats.pack import Member, deflate, pack_members

STYLES = b"<styles>" + b"<style/>" * 50 + b"</styles>"


def pack(text: bytes, styles: Member) -> bytes:
    return pack_members([deflate("word/document.xml", text), styles])


def test_a_part_that_two_files_have_alike_is_unpacked_once() -> None:
    one, other = (Package(pack(text, deflate("word/styles.xml", STYLES))) for text in (b"<a/>", b"<b/>"))
    assert one.read_shared("word/styles.xml") == STYLES
    assert one.read_shared("word/styles.xml") is other.read_shared("word/styles.xml")


def test_a_part_of_the_same_name_with_other_bytes_is_another_part() -> None:
    one, other = (Package(pack(b"<a/>", deflate("word/styles.xml", styles))) for styles in (STYLES, b"<styles/>"))
    assert (one.read_shared("word/styles.xml"), other.read_shared("word/styles.xml")) == (STYLES, b"<styles/>")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda part: Member(part.name, part.crc + 1, part.size, part.deflated), id="another checksum"),
        pytest.param(lambda part: Member(part.name, part.crc, part.size - 1, part.deflated), id="longer than it says"),
        pytest.param(lambda part: Member(part.name, part.crc, part.size, b"\xff" * 20), id="no deflated bytes"),
        pytest.param(lambda part: Member(part.name, part.crc, part.size, part.deflated[:-5]), id="cut off"),
    ],
)
def test_a_damaged_part_is_refused_shared_or_not(damage: object) -> None:
    assert callable(damage)
    package = Package(pack(b"<a/>", damage(deflate("word/styles.xml", STYLES))))
    with pytest.raises(UnreadableFileError, match="beschadigd"):
        package.read_shared("word/styles.xml")
