"""What docxtpl does to a part after Jinja: breaks in texts, the grid of tables, numbers of drawings.

Most parts need none of it; whether one may is looked up once, in the template, so that only those pay.
"""

from __future__ import annotations

import io
import re
from itertools import count

from lxml import etree

from docgen.formats.docx.core import DECLARATION
from docgen.formats.docx.package import w

_BREAKS = ("\n", "\t", "\a", "\f")
_EMPTY_TABLE = "</w:tblGrid></w:tbl>"
_SHAPE_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")\d+(")')
_TAKEN_ROW = re.compile(r"\{[%{#]tr\s")
_CELLS_VARY = re.compile(r"\{[%{#]tc\s|\{%\s*(?:colspan|hm)\b")
_OPENS, _CLOSES = re.compile(r"\{%-?\s*(?:if|for)\b"), re.compile(r"\{%-?\s*end(?:if|for)\b")


def may_change_grid(root: etree._Element) -> bool:
    """Whether filling in this body can give a table another number of columns than its grid has.

    docxtpl mends every table; where each row has as many cells as the grid, that changes nothing.
    """
    tables = list(root.iter(w("tbl")))
    if any(table.find(w("tblGrid")) is None for table in tables):
        return False  # docxtpl cannot mend such a body
    return any(_may_change(table) for table in tables)


def has_break(xml: str) -> bool:
    """Whether a text asks for a line, tab, paragraph or page of its own."""
    return any(mark in xml for mark in _BREAKS)


def has_empty_table(xml: str) -> bool:
    """Whether a table lost all its rows, and so its grid too."""
    return _EMPTY_TABLE in xml


def resolve_breaks(xml: str) -> str:
    """The part with line breaks, tabs, paragraphs and pages where its texts ask for them."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - takes a while to load, and most letters do without

    return str(DocxTemplate(io.BytesIO()).resolve_listing(xml))


def mend_grid(xml: str) -> bytes:
    """The part with the columns of each table's grid brought into line with its rows."""
    from docxtpl import DocxTemplate  # noqa: PLC0415

    return DECLARATION + etree.tostring(DocxTemplate(io.BytesIO()).fix_tables(xml), encoding="UTF-8")


def number_drawings(xml: str) -> str:
    """The part with a number of its own for each drawing, as Word asks."""
    if xml.count("<wp:docPr ") < 2:
        return xml
    numbers = count(1001)  # as docxtpl does, so that either way gives the same file
    return _SHAPE_ID.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", xml)


def _may_change(table: etree._Element) -> bool:
    width = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
    rows = [row for row in table.iter(w("tr")) if not _TAKEN_ROW.search(_text_of(row))]
    return any(_CELLS_VARY.search(_text_of(row)) or _count_columns(row) != width or _crosses(row) for row in rows)


def _crosses(row: etree._Element) -> bool:
    """Whether a tag opens in one cell and closes in another, and takes what is between them."""
    texts = [_text_of(cell) for cell in row.findall(w("tc"))]
    return any(len(_OPENS.findall(text)) != len(_CLOSES.findall(text)) for text in texts)


def _count_columns(row: etree._Element) -> int:
    cells = row.findall(w("tc"))
    return sum(_span_of(cell) for cell in cells)


def _span_of(cell: etree._Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    value = "1" if span is None else span.get(w("val"), "1")
    return int(value) if value.isdecimal() else 0


def _text_of(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))
