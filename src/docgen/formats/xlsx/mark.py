"""Mark the sender's own workbook: coloured cells, a comment in each, and a sheet that lists what to do.

The parts of the file are patched, not written anew: names, drop-downs, protection, formulas, hidden sheets, pictures
and macros stay as they are, and so does every value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from docgen.errors import UnreadableFileError
from docgen.formats.office_parts import OfficeParts
from docgen.formats.xlsx.cells import cell_name, column_number, parse_cell
from docgen.formats.xlsx.colours import ATTENTION, BLOCKING, Styles
from docgen.formats.xlsx.comments import Spot, add_comments, drop_comments
from docgen.formats.xlsx.package import open_package, tag_of
from docgen.formats.xlsx.todo_sheet import add_todo_sheet
from docgen.model.remark import Remark, Return
from docgen.model.return_words import TODO_SHEETS

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_SIGNED = "draagt een digitale handtekening van Office, die bij elke wijziging vervalt"


def mark_workbook(data: bytes, name: str, words: Return) -> bytes:
    """The workbook with its remarks; raises UnreadableFileError for one that cannot be marked."""
    parts = OfficeParts(data)
    if parts.is_signed:
        raise UnreadableFileError(_SIGNED)
    # Read beside what is patched: titles and parts of sheets, spelled as the reader of the form spells them.
    package = open_package(data, name)
    workbook = parts.related("", "officeDocument") or "xl/workbook.xml"
    sheets = {sheet.title: package.spelling.get((sheet.target or "").lower(), "") for sheet in package.sheets}
    styles = _open_styles(parts, workbook)
    _drop_earlier(parts, workbook, sheets, styles)
    for title, spots in _by_sheet(words.placed_in(name)).items():
        if part := sheets.get(title):
            _colour_cells(parts.tree(part), spots, styles)
            texts = {spot: _comment_text(remarks, words) for spot, remarks in spots.items()}
            add_comments(parts, part, texts, words.own.author)
    for part in sheets.values():
        for view in parts.tree(part).iterfind("{*}sheetViews/{*}sheetView") if part in parts.names else ():
            view.attrib.pop("tabSelected", None)  # two selected sheets would be filled in together
    add_todo_sheet(parts, workbook, styles, words, name)
    return parts.pack()


def _open_styles(parts: OfficeParts, workbook: str) -> Styles:
    part = parts.related(workbook, "styles")
    if part is None:
        part = parts.free_name("xl/styles{}.xml")
        namespace = parts.tree(workbook).tag[1:].partition("}")[0]
        parts.put(part, f'<styleSheet xmlns="{namespace}"/>'.encode(), _STYLES_TYPE)
        parts.relate(workbook, "styles", part)
    return Styles(parts.tree(part))


def _by_sheet(remarks: Iterable[Remark]) -> Mapping[str, dict[Spot, list[Remark]]]:
    """The remarks by sheet and cell; those on the workbook as a whole stand on the list only."""
    found: dict[str, dict[Spot, list[Remark]]] = {}
    for remark in remarks:
        title, _, cell = (remark.place.spot if remark.place else "").rpartition("!")
        if (spot := parse_cell(cell)) is not None:
            found.setdefault(title, {}).setdefault(spot, []).append(remark)
    return found


def _comment_text(remarks: list[Remark], words: Return) -> str:
    return "\n\n".join(f"{remark.number}. {words.text_of(remark)}" for remark in remarks)


def _colour_cells(sheet: Any, spots: Mapping[Spot, list[Remark]], styles: Styles) -> None:  # noqa: ANN401 - lxml
    for spot, remarks in spots.items():
        colour = BLOCKING if any(remark.blocking for remark in remarks) else ATTENTION
        cell = _cell_at(sheet, *spot)
        cell.set("s", str(styles.coloured(int(cell.get("s") or 0), colour)))


def _cell_at(sheet: Any, row: int, column: int) -> Any:  # noqa: ANN401 - lxml gives its elements no public type
    """The element of a cell, made in its place where there is none."""
    data = next(child for child in sheet if tag_of(child) == "sheetData")
    line = _find_or_insert(data, "row", row, str(row))
    return _find_or_insert(line, "c", column, cell_name(row, column))


def _find_or_insert(around: Any, tag: str, number: int, name: str) -> Any:  # noqa: ANN401 - as above
    before = 0
    for place, child in enumerate(around):
        if tag_of(child) != tag:
            continue
        before = _number_of(child, before, tag)
        if before == number:
            return child
        if before > number:
            return _insert(around, place, tag, name)
    return _insert(around, len(around), tag, name)


def _number_of(child: Any, before: int, tag: str) -> int:  # noqa: ANN401 - as above
    """The row or column that an element stands for; one that does not say follows the one before it."""
    named = child.get("r")
    if not named:
        return before + 1
    return int(named) if tag == "row" else column_number(named.rstrip("0123456789"))


def _insert(around: Any, place: int, tag: str, name: str) -> Any:  # noqa: ANN401 - as above
    made = etree.Element(f"{around.tag.partition('}')[0]}}}{tag}", r=name)
    if tag == "c" and around.get("s"):
        made.set("s", around.get("s"))
    around.insert(place, made)
    return made


def _drop_earlier(parts: OfficeParts, workbook: str, sheets: dict[str, str], styles: Styles) -> None:
    """Take away the colours, comments and list of an earlier round."""
    lists = [title for title in TODO_SHEETS if title in sheets]
    if not lists:
        return
    for title, part in sheets.items():
        if title not in lists and part in parts.names:
            drop_comments(parts, part)
            for cell in parts.tree(part).iterfind("{*}sheetData/{*}row/{*}c[@s]"):
                cell.set("s", str(styles.bare(int(cell.get("s")))))
    group = next(child for child in parts.tree(workbook) if tag_of(child) == "sheets")
    for sheet in list(group):
        if (title := sheet.get("name")) in lists:
            group.remove(sheet)
            parts.drop(sheets.pop(title), workbook)
