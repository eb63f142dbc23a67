"""Which line stands on each side of a table's cells; of two neighbours' lines the wider one is drawn, for both."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.formats.docx.styles import Styles
from docgen.formats.docx.table_grid import Draft, Grid
from docgen.model.page import Border, Borders

_SIDES = ("top", "right", "bottom", "left")
_OPPOSITE = {"top": "bottom", "right": "left", "bottom": "top", "left": "right"}
_INSIDE = {"top": "inside-h", "bottom": "inside-h", "left": "inside-v", "right": "inside-v"}
_ROWS = frozenset(("firstRow", "lastRow", "band1Horz", "band2Horz"))
_COLUMNS = frozenset(("firstCol", "lastCol", "band1Vert", "band2Vert"))


def find_borders(grid: Grid, styles: Styles) -> Mapping[Draft, Borders]:
    """The lines round each cell."""
    said = {cell: {side: _find_line(cell, side, grid, styles) for side in _SIDES} for cell in grid.drafts}
    places = {
        (row, column): cell
        for cell in grid.drafts
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.end)
    }
    return {
        cell: Borders(
            *(_settle(lines[side], _neighbours(cell, side, places), _OPPOSITE[side], said) for side in _SIDES)
        )
        for cell, lines in said.items()
    }


def _settle(
    own: Border | None, neighbours: set[Draft], side: str, said: Mapping[Draft, Mapping[str, Border | None]]
) -> Border | None:
    lines = [line for line in (own, *(said[cell][side] for cell in neighbours)) if line is not None]
    return max(lines, key=lambda line: (line.width, line.style == "double", line.colour), default=None)


def _neighbours(cell: Draft, side: str, places: Mapping[tuple[int, int], Draft]) -> set[Draft]:
    if side in ("top", "bottom"):
        row = cell.row - 1 if side == "top" else cell.row + cell.rowspan
        found = (places.get((row, column)) for column in range(cell.column, cell.end))
    else:
        column = cell.column - 1 if side == "left" else cell.end
        found = (places.get((row, column)) for row in range(cell.row, cell.row + cell.rowspan))
    return {each for each in found if each is not None}


def _find_line(cell: Draft, side: str, grid: Grid, styles: Styles) -> Border | None:
    """What the table, the parts of its style that hold here, and the cell say of one side; the last one counts."""
    is_edge = {
        "top": cell.row == 0,
        "bottom": cell.row + cell.rowspan == len(grid.rows),
        "left": cell.column == 0,
        "right": cell.end == grid.columns,
    }[side]
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
