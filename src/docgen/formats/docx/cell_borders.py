"""Which line stands on each side of a table's cells; of two neighbours' lines the wider one is drawn, for both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from docgen.formats.docx.styles import Styles
from docgen.formats.docx.table_grid import Draft, Grid
from docgen.model.page import Border, Borders

_SIDES = ("top", "right", "bottom", "left")
_INSIDE = {"top": "inside-h", "bottom": "inside-h", "left": "inside-v", "right": "inside-v"}
_ROWS = frozenset(("firstRow", "lastRow", "band1Horz", "band2Horz"))
_COLUMNS = frozenset(("firstCol", "lastCol", "band1Vert", "band2Vert"))

_Lines = tuple[Border | None, ...]
_NO_LINES: _Lines = (None,) * 4


def find_borders(grid: Grid, styles: Styles) -> Mapping[Draft, Borders]:
    """The lines round each cell."""
    known: dict[object, _Lines] = {}
    said = {cell: _find_lines(cell, grid, styles, known) for cell in grid.drafts}
    places = {
        (row, column): said[cell]
        for cell in grid.drafts
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.end)
    }
    return {cell: _to_borders(tuple(_settle(cell, at, said[cell], places) for at in range(4))) for cell in grid.drafts}


@lru_cache(maxsize=1024)
def _to_borders(lines: _Lines) -> Borders:
    return Borders(*lines)


def _settle(cell: Draft, at: int, own: _Lines, places: Mapping[tuple[int, int], _Lines]) -> Border | None:
    """The line on one side (counted as in `_SIDES`): the cell's own or that of a neighbour, whichever is wider."""
    line = own[at]
    for place in _find_beside(cell, at):
        other = places.get(place, _NO_LINES)[at - 2]  # its side that faces this one
        if other is not None and other is not line and (line is None or _weigh(other) > _weigh(line)):
            line = other
    return line


def _weigh(line: Border) -> tuple[float, bool, str]:
    return line.width, line.style == "double", line.colour


def _find_beside(cell: Draft, at: int) -> Iterator[tuple[int, int]]:
    """The places on that side of a cell, by row and column."""
    if at % 2 == 0:
        row = cell.row - 1 if at == 0 else cell.row + cell.rowspan
        return ((row, column) for column in range(cell.column, cell.end))
    column = cell.column - 1 if at > 1 else cell.end
    return ((row, column) for row in range(cell.row, cell.row + cell.rowspan))


def _find_lines(cell: Draft, grid: Grid, styles: Styles, known: dict[object, _Lines]) -> _Lines:
    """What is said of the four sides of a cell; the same for all cells that stand and are set alike."""
    edges = (
        cell.row == 0,
        cell.end == grid.columns,
        cell.row + cell.rowspan == len(grid.rows),
        cell.column == 0,
    )
    own = tuple(item for item in cell.props.items() if item[0].startswith("border-"))
    key = (edges, cell.conditions, own)
    if (lines := known.get(key)) is None:
        sides = zip(_SIDES, edges, strict=True)
        lines = known[key] = tuple(_find_line(cell, side, grid, styles, is_edge=is_edge) for side, is_edge in sides)
    return lines


def _find_line(cell: Draft, side: str, grid: Grid, styles: Styles, *, is_edge: bool) -> Border | None:
    """What the table, the parts of its style that hold here, and the cell say of one side; the last one counts."""
    line: Border | None = grid.props.get(f"border-{side}" if is_edge else f"border-{_INSIDE[side]}")
    for name in cell.conditions:
        part = styles.condition_of(grid.style, name)
        inside = part.get(f"border-{_INSIDE[side]}", line) if not is_edge else line
        along = name in (_ROWS if side in ("left", "right") else _COLUMNS)
        line = inside if along and not is_edge else part.get(f"border-{side}", inside)
    if "border-inside-h" in cell.props:  # a row's exception speaks of the table's edges
        side = side if is_edge else _INSIDE[side]
    own: Border | None = cell.props.get(f"border-{side}", line)
    return own
