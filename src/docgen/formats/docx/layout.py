"""The tables of a Word file as rows and cells, numbered as a person counts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from docgen.errors import UnreadableFileError
from docgen.formats.docx.inline import find_inside, words_of
from docgen.formats.docx.package import w
from docgen.text import fold

#: Rows that one table of a form may hold beside its own.
MAX_ROWS = 500
_TBL, _TR, _TC = w("tbl"), w("tr"), w("tc")
_HEAD_MARK, _DELETED_MARK = f"{w('trPr')}/{w('tblHeader')}", f"{w('trPr')}/{w('del')}"


@dataclass(eq=False)
class Cell:
    """One cell, with its row and its place in it."""

    element: etree._Element
    row: Row
    index: int

    @cached_property
    def text(self) -> str:
        """All text in the cell, hints included."""
        return words_of(self.element)

    @cached_property
    def words(self) -> str:
        """All text in the cell, folded for comparison."""
        return fold(self.text)


@dataclass(eq=False)
class Row:
    """One row; `number` counts from 1 below the head of the table."""

    element: etree._Element
    grid: Grid
    is_head: bool
    number: int
    cells: list[Cell] = field(default_factory=list)

    @property
    def spot(self) -> str:
        """Where the row stands, in Dutch."""
        return f"tabel {self.grid.number}, rij {self.number}"


@dataclass(eq=False)
class Grid:
    """One table of the file."""

    number: int
    rows: list[Row] = field(default_factory=list)


@dataclass(eq=False)
class Layout:
    """All tables of a file, and the cell of each cell element."""

    root: etree._Element
    grids: list[Grid]
    cells: dict[etree._Element, Cell]

    def cell_around(self, element: etree._Element) -> Cell | None:
        """The innermost cell that `element` stands in, or None outside tables and in deleted rows."""
        around = next(element.iterancestors(_TC), None)
        return None if around is None else self.cells.get(around)

    @property
    def paragraphs(self) -> Iterator[tuple[int, etree._Element]]:
        """The paragraphs outside tables, numbered from 1."""
        outside = (p for p in self.root.iter(w("p")) if next(p.iterancestors(_TC), None) is None)
        return enumerate(outside, start=1)


def read_layout(root: etree._Element) -> Layout:
    """Take the tables of a document apart; rows that a tracked change deleted are left out."""
    layout = Layout(root, [], {})
    for number, table in enumerate(root.iter(_TBL), start=1):
        grid = Grid(number)
        layout.grids.append(grid)
        for element in find_inside(table, _TR):
            if element.find(_DELETED_MARK) is None:
                _add_row(layout, grid, element)
    return layout


def check_row_count(rows: list[Row]) -> list[Row]:
    """The rows themselves; UnreadableFileError when nobody can have filled in so many."""
    if len(rows) > MAX_ROWS:
        message = f"heeft {len(rows)} rijen in één tabel van het formulier; kijk na of dit het juiste bestand is"
        raise UnreadableFileError(message)
    return rows


def _add_row(layout: Layout, grid: Grid, element: etree._Element) -> None:
    is_head = element.find(_HEAD_MARK) is not None
    # A person counts from the first row below the head, which bears the same number as that one.
    number = grid.rows[-1].number + (not grid.rows[-1].is_head) if grid.rows else 1
    row = Row(element, grid, is_head, number)
    for index, cell_element in enumerate(find_inside(element, _TC)):
        cell = Cell(cell_element, row, index)
        row.cells.append(cell)
        layout.cells[cell_element] = cell
    grid.rows.append(row)
