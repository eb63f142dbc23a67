"""Where the inputs of a form stand in a workbook that came back: through their defined names."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from docgen.formats.xlsx.cells import parse_cell
from docgen.formats.xlsx.grid import Grid, read_grid
from docgen.formats.xlsx.package import Package
from docgen.model.form import Form


class At(NamedTuple):
    """One cell: its sheet by number, row and column; `doubt` says how it was found when not by its own name."""

    sheet: int
    row: int
    column: int
    doubt: str | None = None


class Grids(dict[int, Grid]):
    """The sheets of one workbook by number, each read once and only when asked for."""

    def __init__(self, package: Package) -> None:
        super().__init__()
        self.package = package

    def __missing__(self, sheet: int) -> Grid:
        self[sheet] = read_grid(self.package, sheet)
        return self[sheet]

    @property
    def visible(self) -> list[int]:
        """The sheets a person sees, at most ten."""
        return [number for number, sheet in enumerate(self.package.sheets) if not sheet.is_hidden][:10]


def find_named(package: Package, form: Form) -> dict[int | None, dict[str, At]]:
    """The named cells by key, per copy of the form: None is the workbook's own, a number that of a copied sheet."""
    questions, sheets = form.questions, {sheet.title: number for number, sheet in enumerate(package.sheets)}
    copies: dict[int | None, dict[str, At]] = {}
    for scope, names in package.names.items():
        found = ((key, _parse_reference(refers_to)) for key, refers_to in names.items() if key in questions)
        at = {key: At(sheets[cell[0]], cell[1], cell[2]) for key, cell in found if cell and cell[0] in sheets}
        if at:
            copies[scope] = at
    return copies


@lru_cache(maxsize=4096)
def _parse_reference(text: str) -> tuple[str, int, int] | None:
    """``'Blad 1'!$C$5`` as sheet, row and column; None for a name that lost its cell (``#REF!``).

    Remembered, because every copy of a form refers to the same cells.
    """
    title, _, address = text.rpartition("!")
    if title[:1] == "'":
        title = title[1:-1].replace("''", "'")
    cell = parse_cell(address)
    return (title, *cell) if cell else None
