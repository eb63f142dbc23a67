"""A Word file as rows of texts side by side, for forms that are not ours."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docgen.formats.docx.answer import find_picture
from docgen.formats.docx.inline import find_blocks, find_inside, words_of
from docgen.formats.docx.package import Package, w
from docgen.formats.layout_row import Piece, Row
from docgen.model.value import Place

_P, _TBL, _TR, _TC = w("p"), w("tbl"), w("tr"), w("tc")
_DELETED, _SPAN = f"{w('trPr')}/{w('del')}", f"{w('tcPr')}/{w('gridSpan')}"
_STRUCK = (f"{w('rPr')}/{w('strike')}", f"{w('rPr')}/{w('dstrike')}")
_VAL = w("val")
_OFF = frozenset({"0", "false", "off"})
#: No form has more.
_MOST_ROWS, _MOST_COLUMNS = 2_000, 60


def read_rows(data: bytes, name: str) -> tuple[Row, ...]:
    """The paragraphs and table rows of a Word file, top to bottom, without what is struck through.

    Raises UnreadableFileError when the file cannot be opened.
    """
    package = Package(data)
    root = package.parse(package.find_document())
    rows = []
    for row in _blocks(root, name):
        rows.append(row)
        if len(rows) == _MOST_ROWS:
            break
    return tuple(rows)


def _blocks(root: etree._Element, name: str) -> Iterator[Row]:
    paragraph = table = 0
    for element in find_blocks(root):
        if element.tag == _TBL:
            table += 1
            yield from _table(element, name, table)
            continue
        paragraph += 1
        place, mark = Place(name, f"alinea {paragraph}"), find_picture(element)
        texts = _words(element).split("\t")
        pieces = tuple(Piece(text.strip(), n, n + 1, place, mark=mark) for n, text in enumerate(texts))
        kept = tuple(piece for piece in pieces if piece.text or mark)
        if kept:
            yield Row(kept)


def _table(table: etree._Element, name: str, number: int) -> Iterator[Row]:
    rows = (row for row in find_inside(table, _TR) if row.find(_DELETED) is None)
    for row_number, row in enumerate(rows, start=1):
        place = Place(name, f"tabel {number}, rij {row_number}")
        column, pieces = 0, []
        for cell in find_inside(row, _TC):
            width = _span(cell)
            mark = find_picture(cell)
            text = _words(cell).strip()
            if (text or mark) and column < _MOST_COLUMNS:
                pieces.append(Piece(text, column, column + width, place, mark=mark))
            column += width
        yield Row(tuple(pieces))


def _span(cell: etree._Element) -> int:
    found = cell.find(_SPAN)
    text = found.get(_VAL, "1") if found is not None else "1"
    return min(int(text), _MOST_COLUMNS) if text.isdecimal() and int(text) > 0 else 1


def _words(element: etree._Element) -> str:
    """The words without those that are struck through: so people choose between printed words."""
    struck = [run for run in element.iter(w("r")) if any(map(_is_on, (run.find(path) for path in _STRUCK)))]
    return words_of(element, struck)


def _is_on(mark: etree._Element | None) -> bool:
    return mark is not None and mark.get(_VAL, "1") not in _OFF
