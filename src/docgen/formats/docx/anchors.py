"""Where each key stands in a Word file by its own marks: the control's tag, else the bookmark round it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from docgen.formats.docx.controls import MAX_BOOKMARK, bookmark_name
from docgen.formats.docx.layout import Cell, Layout, Row, check_row_count
from docgen.formats.docx.package import w
from docgen.model.form import Form, Table, row_key
from docgen.text import fold

_CELL = w("tc")
_SDT, _BOOKMARK = w("sdt"), w("bookmarkStart")
_TAG, _NAME, _VAL = w("tag"), w("name"), w("val")


@dataclass
class Anchors:
    """The marks found: keys by cell, and controls and bookmarks that stand outside tables by key."""

    cells: dict[Cell, str] = field(default_factory=dict)
    loose: dict[str, etree._Element] = field(default_factory=dict)

    @property
    def keys(self) -> set[str]:
        """Every key that has a mark."""
        return {*self.cells.values(), *self.loose}


def find_anchors(layout: Layout, form: Form) -> Anchors:
    """The marks of this form's keys in a file; in one cell a tag goes before a bookmark."""
    found, names = Anchors(), _keys_by_bookmark(form)
    for key, element in _marks(layout.root, form, names):
        cell = layout.cell_around(element)
        if cell is not None:
            found.cells.setdefault(cell, key)
        elif next(element.iterancestors(_CELL), None) is None:  # else it stands in a row that was deleted
            found.loose.setdefault(key, element)
    return found


def place_rows(table: Table, anchors: Anchors) -> dict[str, Cell]:
    """The cells of a table's keys; rows that people copied or inserted get the numbers after the last one."""
    marked = {cell: key for cell, key in anchors.cells.items() if key.startswith(f"{table.key}__")}
    placed: dict[str, Cell] = {}
    for row, number in _number_rows(table, marked).items():
        names = _column_names(table, row, marked)
        for cell, name in zip(row.cells, names, strict=True):
            if name is not None:
                placed.setdefault(row_key(table.key, number, name), cell)
    return placed


def head_names(table: Table, row: Row) -> list[str | None]:
    """Which column each cell of a head row names, None for a cell that names none."""
    columns = {fold(column.label): column.name for column in table.columns}
    return [columns.get(cell.words) for cell in row.cells]


@lru_cache(maxsize=64)
def _keys_by_bookmark(form: Form) -> Mapping[str, str]:
    return {bookmark_name(key): key for key in form.questions}


def _marks(root: etree._Element, form: Form, names: Mapping[str, str]) -> Iterator[tuple[str, etree._Element]]:
    # Tags before bookmarks: of both in one cell the first that is found stays.
    for tag in root.iter(_TAG):
        control = next(tag.iterancestors(_SDT), None)
        if control is not None and tag.get(_VAL, "") in form.questions:
            yield tag.get(_VAL, ""), control
    for bookmark in root.iter(_BOOKMARK):
        if (key := names.get(bookmark.get(_NAME, "")[:MAX_BOOKMARK])) is not None:
            yield key, bookmark


def _number_rows(table: Table, marked: Mapping[Cell, str]) -> dict[Row, int]:
    numbered: dict[Row, int] = {}
    added: list[Row] = []
    for grid in dict.fromkeys(cell.row.grid for cell in marked):
        for row in grid.rows:
            number = _own_number(row, marked)
            if number is not None and number not in numbered.values():
                numbered[row] = number
            # A copied row bears the number of the one that it was copied from: the second of them is a new row.
            elif number is not None or not (row.is_head or _is_head(table, row)):
                added.append(row)
    filled = check_row_count([row for row in added if _has_text(row)])
    return numbered | {row: number for number, row in enumerate(filled, start=table.rows + 1)}


def _own_number(row: Row, marked: Mapping[Cell, str]) -> int | None:
    """The row number that most marks in the row carry."""
    numbers = Counter(int(marked[cell].split("__")[1]) for cell in row.cells if cell in marked)
    return numbers.most_common(1)[0][0] if numbers else None


def _is_head(table: Table, row: Row) -> bool:
    return sum(name is not None for name in head_names(table, row)) > len(table.columns) // 2


def _has_text(row: Row) -> bool:
    return any(cell.text.strip() for cell in row.cells)


def _column_names(table: Table, row: Row, marked: Mapping[Cell, str]) -> list[str | None]:
    """Which column each cell of the row belongs to: its own mark, else the head above it, else its place."""
    own = [marked[cell].rpartition("__")[2] if cell in marked else None for cell in row.cells]
    if None not in own and len(set(own)) == len(own):
        return own
    heads = next(
        (names for head in row.grid.rows if len(names := head_names(table, head)) == len(own) and any(names)), None
    )
    above = heads or _pad([column.name for column in table.columns], len(own))
    return list(_first_of_each(mine or its for mine, its in zip(own, above, strict=True)))


def _pad(names: list[str], length: int) -> list[str | None]:
    return [*names, *[None] * length][:length]


def _first_of_each(names: Iterable[str | None]) -> Iterator[str | None]:
    seen: set[str] = set()
    for name in names:
        yield name if name not in seen else None
        seen.add(name or "")
