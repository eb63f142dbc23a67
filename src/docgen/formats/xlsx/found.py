"""Where the inputs of a form stand in a workbook that came back: through their defined names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
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


class Grids:
    """The sheets of one workbook, each read once and only when asked for."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._read: dict[int, Grid] = {}

    def __getitem__(self, sheet: int) -> Grid:
        if sheet not in self._read:
            self._read[sheet] = read_grid(self.package, sheet)
        return self._read[sheet]

    @property
    def visible(self) -> list[int]:
        """The sheets a person sees, at most ten."""
        return [number for number, sheet in enumerate(self.package.sheets) if not sheet.is_hidden][:10]


def find_named(package: Package, form: Form) -> dict[int | None, dict[str, At]]:
    """The named cells by key, per copy of the form: None is the workbook's own, a number that of a copied sheet."""
    copies = defaultdict[int | None, dict[str, At]](dict)
    questions, sheets = form.questions, {sheet.title: number for number, sheet in enumerate(package.sheets)}
    for item in package.names:
        if item.name in questions and (at := _parse_reference(item.refers_to, sheets)):
            copies[item.sheet][item.name] = at
    return dict(copies)


def _parse_reference(text: str, sheets: Mapping[str, int]) -> At | None:
    """``'Blad 1'!$C$5`` as a cell; None for a name that lost its cell (``#REF!``)."""
    title, _, address = text.rpartition("!")
    if title[:1] == "'":
        title = title[1:-1].replace("''", "'")
    sheet, cell = sheets.get(title), parse_cell(address)
    return At(sheet, *cell) if sheet is not None and cell else None
