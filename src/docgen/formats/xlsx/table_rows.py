"""The rows of a form's table in a workbook that came back: inserted, added and deleted ones, and lost names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from docgen.formats.xlsx.found import At, Grids
from docgen.formats.xlsx.grid import Grid
from docgen.formats.xlsx.labels import Labels, fold_label, printed_words
from docgen.model.form import Form, Table, row_key

#: A table ends after this many rows in which nothing stands.
_EMPTY_ROWS = 3
#: Rows that a person adds, and rows between the first and the last named one that are looked at: more are no table.
_MOST_ADDED, _MOST_ROWS = 500, 10_000


@dataclass(frozen=True)
class Body:
    """A table as it lies in a sheet: the column of each name, and the sheet's row of each row of the form.

    A `whole` table lost no name, and its rows lie one below the other.
    """

    sheet: int
    columns: Mapping[str, int]
    rows: Mapping[int, int]
    whole: bool = False

    @property
    def last_row(self) -> int:
        """The lowest row of the table."""
        return max(self.rows.values())


def find_body(table: Table, at: Mapping[str, At]) -> Body | None:
    """The table as its named cells lie; None when all its names are lost."""
    return _untouched_body(table, at) or _scattered_body(table, at)


@lru_cache(maxsize=64)
def _keys(table: str, names: tuple[str, ...], rows: int) -> tuple[tuple[int, int, str], ...]:
    return tuple((row, n, row_key(table, row, name)) for row in range(1, rows + 1) for n, name in enumerate(names))


def _untouched_body(table: Table, at: Mapping[str, At]) -> Body | None:
    """The table as it was sent, every name in its place: what nearly every file holds, so it is looked at first."""
    names = tuple(column.name for column in table.columns)
    starts = [at.get(row_key(table.key, 1, name)) for name in names]
    if None in starts:
        return None
    first = [start for start in starts if start is not None]
    for row, n, key in _keys(table.key, names, table.rows):
        found = at.get(key)
        if found is None or found[1] != first[0].row + row - 1 or found[2] != first[n].column:
            return None
    rows = {number: first[0].row + number - 1 for number in table.row_numbers}
    columns = {name: start.column for name, start in zip(names, first, strict=True)}
    return Body(first[0].sheet, columns, rows, whole=True)


def _scattered_body(table: Table, at: Mapping[str, At]) -> Body | None:
    cells = [
        (number, column.name, found)
        for number in table.row_numbers
        for column in table.columns
        if (found := at.get(row_key(table.key, number, column.name)))
    ]
    if not cells:
        return None
    sheet = _most([found.sheet for _, _, found in cells])
    columns = {name: _most([f.column for _, n, f in cells if n == name]) for name in {n for _, n, _ in cells}}
    rows = {number: _most([f.row for n, _, f in cells if n == number]) for number in {n for n, _, _ in cells}}
    return Body(sheet, columns, rows)


def _most(numbers: list[int]) -> int:
    return Counter(numbers).most_common(1)[0][0]


def find_rows(form: Form, table: Table, body: Body, at: Mapping[str, At], grids: Grids) -> Iterator[tuple[str, At]]:
    """The cells of the table that have no name of their own: lost ones, and rows that people added."""
    grid, doubt = grids[body.sheet], f"gevonden via de kop van de tabel “{table.title}”"
    for number, row in () if body.whole else body.rows.items():
        for name, column in body.columns.items():
            if (key := row_key(table.key, number, name)) not in at:
                yield key, At(body.sheet, row, column, doubt)
    lost = [number for number in table.row_numbers if number not in body.rows]
    added = iter(range(table.rows + 1, table.rows + _MOST_ADDED + 1))
    for row in _unnamed_rows(form, body, at, grid):
        number, why = (lost.pop(0), doubt) if lost else (next(added, 0), None)
        if not number:
            return
        for name, column in body.columns.items():
            yield row_key(table.key, number, name), At(body.sheet, row, column, why)


def _unnamed_rows(form: Form, body: Body, at: Mapping[str, At], grid: Grid) -> list[int]:
    """Rows between and right below the named ones in which someone wrote, from top to bottom."""
    rows = list(_written_rows(form, body, grid))
    owned = {found.row for found in at.values() if found.sheet == body.sheet} if rows else set()
    return [row for row in rows if row not in owned]


def _written_rows(form: Form, body: Body, grid: Grid) -> Iterator[int]:
    within = range(0) if body.whole else range(min(body.rows.values()), min(body.last_row, grid.row_numbers.stop))
    for row in within[:_MOST_ROWS]:
        if _is_filled(body, row, grid) and not is_printed(form, row, grid):
            yield row
    empty, row = 0, body.last_row + 1
    while empty < _EMPTY_ROWS and not is_printed(form, row, grid):
        if _is_filled(body, row, grid):
            empty = 0
            yield row
        else:
            empty += 1
        row += 1


def _is_filled(body: Body, row: int, grid: Grid) -> bool:
    return any(grid.value(row, column) is not None for column in body.columns.values())


def is_printed(form: Form, row: int, grid: Grid) -> bool:
    """Whether a row begins with a text that the form prints: a heading or a label."""
    texts = (value for _, value in grid.filled_cells(row) if isinstance(value, str))
    first = next(texts, None)
    return first is not None and fold_label(first) in printed_words(form)


def find_by_heading(form: Form, table: Table, labels: Labels, grids: Grids) -> Body | None:
    """A table whose names are all lost, through its heading row; None when that is not there."""
    for sheet, row, columns in _headings(table, labels):
        if labels.section_of(At(sheet, row, 1)) in (fold_label(table.title), None):
            rows = list(_rows_below(form, Body(sheet, columns, {0: row}), grids[sheet]))
            if rows:
                return Body(sheet, columns, dict(enumerate(rows[: table.rows], start=1)))
    return None


def _headings(table: Table, labels: Labels) -> Iterator[tuple[int, int, dict[str, int]]]:
    """Sheet, row and columns of each row that holds most of the table's headings."""
    rows: dict[tuple[int, int], dict[str, int]] = {}
    for column in table.columns:
        for at in labels.at.get(fold_label(column.label), ()):
            rows.setdefault((at.sheet, at.row), {}).setdefault(column.name, at.column)
    for (sheet, row), columns in sorted(rows.items()):
        if len(columns) * 2 > len(table.columns):
            yield sheet, row, columns


def _rows_below(form: Form, heading: Body, grid: Grid) -> Iterator[int]:
    """The rows under a heading, empty ones in between too."""
    filled = list(_unnamed_rows(form, heading, {}, grid))
    yield from range(heading.last_row + 1, max(filled, default=heading.last_row) + 1)
