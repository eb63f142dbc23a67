"""The text of any Word file, line by line: paragraphs, and table rows with their cells parted by tabs."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.errors import UnreadableFileError
from docgen.formats.docx.answer import find_picture
from docgen.formats.docx.inline import find_blocks, find_inside, words_of
from docgen.formats.docx.package import Package, w
from docgen.model.value import Line, Place, Text

_P, _TBL, _TR, _TC = w("p"), w("tbl"), w("tr"), w("tc")
_EMPTY = "is een Word-bestand zonder tekst; kijk na of dit het juiste bestand is en stuur het opnieuw"
_PICTURES_ONLY = (
    "is een scan of foto in een Word-bestand, zonder tekst; kijk het zelf na of vraag het originele bestand"
)
_DELETED = f"{w('trPr')}/{w('del')}"


def read_lines(data: bytes, name: str) -> Text:
    """The lines of a Word file, top to bottom; a line break in a paragraph begins a new line at the same place.

    Raises UnreadableFileError when the file cannot be opened or holds no text.
    """
    package = Package(data)
    root = package.parse(package.find_document())
    lines = (Line(text, Place(name, spot)) for spot, text in _blocks(root))
    kept = tuple(line for line in lines if line.text.strip())
    if not kept:
        raise UnreadableFileError(_PICTURES_ONLY if find_picture(root) else _EMPTY)
    return Text(kept)


def spots_of(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Every paragraph and table row that lines are read from, with its place in words."""
    paragraph = table = 0
    for element in find_blocks(root):
        if element.tag == _P:
            paragraph += 1
            yield f"alinea {paragraph}", element
        else:
            table += 1
            rows = (row for row in find_inside(element, _TR) if row.find(_DELETED) is None)
            yield from ((f"tabel {table}, rij {number}", row) for number, row in enumerate(rows, start=1))


def _blocks(root: etree._Element) -> Iterator[tuple[str, str]]:
    for spot, element in spots_of(root):
        if element.tag == _P:
            yield from ((spot, text) for text in words_of(element).split("\n"))
        else:
            cells = (" ".join(words_of(cell).split()) for cell in find_inside(element, _TC))
            yield spot, "\t".join(cells)
