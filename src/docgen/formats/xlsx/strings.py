"""How much text the cells of a sheet give together: they share their strings, so that one long one can stand in all."""

from __future__ import annotations

from docgen.errors import UnreadableFileError
from docgen.formats.xlsx.package import Package, parse_part

#: A sheet with more characters than this is no form and no proof; a full form has some 20,000.
_MOST_TEXT = 20_000_000
_TOO_MUCH = "bevat veel meer tekst dan een formulier heeft en wordt uit voorzorg niet geopend; stuur het formulier zelf"


def check_text(package: Package, xml: bytes) -> None:
    """Look whether the sheet's cells hold no more text than memory does; raises UnreadableFileError."""
    strings = package.part("xl/sharedStrings.xml") or b""
    # First what it could be at most, for nothing; only then what it is.
    if len(strings) * xml.count(b"<") > _MOST_TEXT and _count_text(strings, xml) > _MOST_TEXT:
        raise UnreadableFileError(_TOO_MUCH)


def _count_text(strings: bytes, xml: bytes) -> int:
    lengths = {number: len("".join(item.itertext())) for number, item in enumerate(parse_part(strings))}
    cells = parse_part(xml).iterfind("{*}sheetData/{*}row/{*}c[@t='s']")
    return sum(lengths.get(_number(cell.findtext("{*}v")), 0) for cell in cells)


def _number(text: str | None) -> int:
    digits = (text or "").strip().removeprefix("+")
    return int(digits) if digits.isdecimal() and len(digits) < 20 else -1
