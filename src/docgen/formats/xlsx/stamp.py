"""What a workbook says of itself on its very hidden sheet: which form it is, and what was filled in beforehand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.formats.xlsx.grid import Grid, read_grid
from docgen.formats.xlsx.package import Package
from docgen.model.form import Identity, parse_identity
from docgen.model.return_words import TODO_SHEETS

STAMP_SHEET, STAMP_NAME = "docgen", "docgen_formulier"
#: The hidden sheet with the values of every drop-down.
LIST_SHEET = "Keuzelijsten"
#: The prefilled values stand below the identity in pieces that fit in a cell.
PIECE = 30_000


@dataclass(frozen=True)
class Stamp:
    """The form's identity and the values it was sent out with; `is_whole` tells whether those could be read."""

    identity: Identity
    prefilled: Mapping[str, str]
    is_whole: bool


def write_stamp(identity: Identity, printed: Mapping[str, str]) -> list[str]:
    """The texts of the very hidden sheet, one a row."""
    text = json.dumps(printed, sort_keys=True) if printed else ""
    return [str(identity), *(text[start : start + PIECE] for start in range(0, len(text), PIECE))]


def read_stamp(package: Package) -> Stamp | None:
    """The stamp of a form of ours; None when the workbook has none."""
    index = _find_sheet(package)
    if index is None:
        return None
    grid = read_grid(package, index)
    identity = parse_identity(str(grid.value(1, 1) or ""))
    if identity is None:
        return None
    prefilled = _read_printed(grid)
    return Stamp(identity, prefilled or {}, prefilled is not None)


def own_sheets(package: Package) -> frozenset[int]:
    """The numbers of the sheets that docgen itself adds beside the form."""
    titles = (*TODO_SHEETS, LIST_SHEET)
    added = {number for number, sheet in enumerate(package.sheets) if sheet.title in titles}
    stamp = _find_sheet(package)
    return frozenset(added if stamp is None else {*added, stamp})


def _find_sheet(package: Package) -> int | None:
    titles = [sheet.title for sheet in package.sheets]
    named = package.names[None].get(STAMP_NAME, "").rpartition("!")[0].strip("'")
    return next((titles.index(title) for title in (named, STAMP_SHEET) if title in titles), None)


def _read_printed(grid: Grid) -> dict[str, str] | None:
    pieces = [value for row in grid.row_numbers[1:] if isinstance(value := grid.value(row, 1), str)]
    try:
        printed = json.loads("".join(pieces)) if pieces else {}
    except ValueError:
        return None
    if not isinstance(printed, dict) or not all(isinstance(value, str) for value in printed.values()):
        return None
    return printed
