"""The sheet that lists what to do, added to the sender's own workbook; each row leads to the cell it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from math import ceil

from lxml import etree

from docgen.formats.office_parts import OfficeParts, legal
from docgen.formats.xlsx.colours import ATTENTION, BLOCKING, Styles
from docgen.formats.xlsx.package import tag_of
from docgen.model.remark import Remark, Return
from docgen.model.return_words import ReturnWords

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_WIDTHS = (5, 38, 58, 58, 24)
_LINE = 15.0  # points


@dataclass(frozen=True)
class _Looks:
    title: int
    head: int
    text: int
    link: int
    blocking: int
    attention: int


def add_todo_sheet(parts: OfficeParts, workbook: str, styles: Styles, words: Return, file: str) -> None:
    """Add the sheet behind the others, and let the workbook open on it."""
    root = parts.tree(workbook)
    text = styles.add_text()
    looks = _Looks(
        styles.add_text(bold=True, size=16),
        styles.add_text(bold=True),
        text,
        styles.add_text(link=True),
        styles.coloured(text, BLOCKING),
        styles.coloured(text, ATTENTION),
    )
    part = parts.free_name("xl/worksheets/sheet{}.xml")
    namespace = root.tag[1:].partition("}")[0]
    parts.put(part, _sheet_xml(words, file, looks, namespace).encode(), _SHEET_TYPE)
    sheets = next(child for child in root if tag_of(child) == "sheets")
    number = max((int(sheet.get("sheetId") or 0) for sheet in sheets), default=0) + 1
    sheet = etree.SubElement(sheets, f"{{{namespace}}}sheet", name=words.own.sheet, sheetId=str(number))
    sheet.set(f"{{{parts.kinds}}}id", parts.relate(workbook, "worksheet", part))
    for view in root.iterfind("{*}bookViews/{*}workbookView"):
        view.set("activeTab", str(len(sheets) - 1))


def _sheet_xml(words: Return, file: str, looks: _Looks, namespace: str) -> str:
    rows = [_row(1, [(words.title, looks.title)], 24.0)]
    for line in words.intro:
        rows.append(_row(len(rows) + 1, [(line, looks.text)], _height([line], [sum(_WIDTHS)])))
    merged = "".join(f'<mergeCell ref="A{row}:E{row}"/>' for row in range(1, len(rows) + 1))
    rows.append(_row(len(rows) + 2, [(head, looks.head) for head in words.own.heads], _LINE))
    head, links = len(rows) + 1, ""
    for row, remark in enumerate(words.remarks, start=head + 1):
        cells = list(_cells(remark, (file, words.own), looks))
        rows.append(_row(row, cells, _height([text for text, _ in cells], _WIDTHS)))
        if spot := remark.spot_in(file):
            links += f'<hyperlink ref="B{row}" location="{escape(legal(_location(spot)))}"/>'
    columns = "".join(f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in enumerate(_WIDTHS, start=1))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>{"".join(rows)}</sheetData>'
        f'<mergeCells count="{head - 2}">{merged}</mergeCells>'
        f"{f'<hyperlinks>{links}</hyperlinks>' if links else ''}"
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup orientation="landscape" paperSize="9" fitToWidth="1" fitToHeight="0"/></worksheet>'
    )


def _cells(remark: Remark, here: tuple[str, ReturnWords], looks: _Looks) -> Iterator[tuple[str, int]]:
    file, own = here
    yield str(remark.number), looks.text
    spot = remark.spot_in(file)
    yield (_say_cell(spot, own), looks.link) if spot else (remark.where, looks.text)
    yield remark.message, looks.text
    yield remark.remedy or "", looks.text
    yield (own.blocking, looks.blocking) if remark.blocking else (own.attention, looks.attention)


def _row(number: int, cells: list[tuple[str, int]], height: float) -> str:
    inside = "".join(
        f'<c r="{column}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(legal(text))}</t></is>'
        "</c>"
        for column, (text, style) in zip("ABCDE", cells, strict=False)
    )
    return f'<row r="{number}" ht="{height:g}" customHeight="1">{inside}</row>'


def _height(texts: list[str], widths: tuple[int, ...] | list[int]) -> float:
    """High enough for the cell that needs most lines."""
    lines = (
        sum(ceil(max(len(line), 1) / (width * 1.05)) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=False)
    )
    return min(max(lines) * _LINE + 3, 409.0)


def _say_cell(spot: str, own: ReturnWords) -> str:
    """``Blad 1, cel C5``: short, for Calc does not wrap a link."""
    title, _, cell = spot.rpartition("!")
    return own.cell.format(title=title, cell=cell)


def _location(spot: str) -> str:
    """``'Blad 1'!C5``, as a link within the workbook is written."""
    title, _, cell = spot.rpartition("!")
    quoted = title.replace("'", "''")
    return f"'{quoted}'!{cell}"
