"""A workbook as rows of texts side by side, for forms that are not ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.formats.layout_row import Piece, Row
from docgen.formats.xlsx.drawings import find_mark
from docgen.formats.xlsx.found import At, Grids
from docgen.formats.xlsx.grid import Grid
from docgen.formats.xlsx.lines import cell_text
from docgen.formats.xlsx.package import Package, open_package
from docgen.formats.xlsx.values import read_value
from docgen.model.form import Kind
from docgen.model.value import Place

#: A form that someone typed over lies in this corner of a sheet.
_MOST_ROWS, _MOST_COLUMNS = 500, 60


def read_rows(data: bytes, name: str) -> tuple[Row, ...]:
    """The filled rows of the visible sheets, top to bottom; raises UnreadableFileError when it cannot be opened."""
    package = open_package(data, name)
    grids = Grids(package)
    return tuple(row for sheet in grids.visible for row in _rows_of(package, grids[sheet], sheet + 1))


def _rows_of(package: Package, grid: Grid, page: int) -> Iterator[Row]:
    for row in grid.row_numbers[:_MOST_ROWS]:
        cells = [(column, value) for column, value in grid.filled_cells(row) if column <= _MOST_COLUMNS]
        pieces = [_piece(package, grid, At(page - 1, row, column), value) for column, value in cells]
        if (mark := find_mark(package, grid, row, 1)) is not None:
            place = Place(package.name, grid.spot(row, 1))
            pieces.append(Piece("", _MOST_COLUMNS, _MOST_COLUMNS + 1, place, mark=mark))
        if pieces:
            yield Row(tuple(pieces), page)


def _piece(package: Package, grid: Grid, at: At, value: object) -> Piece:
    column, place = at.column, Place(package.name, grid.spot(at.row, at.column))
    text = value.strip() if isinstance(value, str) else cell_text(value)
    found = read_value(grid, at, place, Kind.DATE, counts_from_1904=package.counts_from_1904).value
    typed = found if isinstance(found, date | float) and not isinstance(value, str) else None
    return Piece(text, column, column + 1, place, typed)
