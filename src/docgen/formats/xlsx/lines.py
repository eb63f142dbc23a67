"""Read any workbook as lines of text: one a row, filled cells parted by tabs, sheet after sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from docgen.dates import format_date
from docgen.formats.xlsx.grid import Grid, read_grid
from docgen.formats.xlsx.package import open_package
from docgen.model.value import Line, Place, Text

#: No document of a dossier is larger; what lies beyond is left unread.
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 2_000, 100, 20


def read_lines(data: bytes, name: str) -> Text:
    """The rows of the visible sheets from top to bottom; raises UnreadableFileError when nothing can be opened."""
    package = open_package(data, name)
    visible = [number for number, sheet in enumerate(package.sheets) if not sheet.is_hidden][:_MOST_SHEETS]
    lines: list[Line] = []
    for number in visible:
        lines += _lines_of(read_grid(package, number), name, _MOST_ROWS - len(lines))
    return Text(tuple(lines), pages=max(1, len(visible)))


def _lines_of(grid: Grid, name: str, most: int) -> Iterator[Line]:
    for row in grid.row_numbers[: max(most, 0)]:
        cells = [(column, cell_text(value)) for column, value in grid.filled_cells(row) if column <= _MOST_COLUMNS]
        filled = [(column, text) for column, text in cells if text]
        if filled:
            yield Line("\t".join(text for _, text in filled), Place(name, grid.spot(row, filled[0][0])))


def cell_text(value: Any) -> str:  # noqa: ANN401 - whatever a cell can hold
    """A cell as a Belgian workbook shows it: ``07/09/2025``, ``12,5``, whole numbers without decimals, one line."""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, datetime) and value.time() != time(0):
        return f"{format_date(value)} {value:%H:%M}"
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    return " ".join(str(value).split())
