"""Where the box of a comment lies on its sheet: beside the cell, as large as its words need."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

from docgen.formats.xlsx.package import tag_of

_WIDTH, _LINE = 300, 16  # pixels
#: So many of Calibri 9 fit in the width of a box.
_LETTERS_A_LINE = 46
_USUAL_COLUMN, _USUAL_ROW = 64.0, 20.0  # pixels
_POINT = 0.75  # points in a pixel
_MARGIN = 14  # pixels above and below the words together


@dataclass(frozen=True)
class Box:
    """The size in points, and the anchor as VML spells it: column, offset, row, offset of two corners."""

    width: float
    height: float
    anchor: str


def place_box(sheet: Any, spot: tuple[int, int], text: str) -> Box:  # noqa: ANN401 - lxml gives its elements no public type
    """The box for `text` beside a cell (row and column from 1)."""
    lines = sum(ceil(max(len(line), 1) / _LETTERS_A_LINE) for line in text.split("\n"))
    height = lines * _LINE + _MARGIN
    row, column = spot
    right, right_rest = _reach(_widths(sheet), _USUAL_COLUMN, column + 1, _WIDTH + 15)
    bottom, bottom_rest = _reach(_heights(sheet), _USUAL_ROW, row, height + 4)
    anchor = f"{column}, 15, {row - 1}, 4, {right - 1}, {right_rest}, {bottom - 1}, {bottom_rest}"
    return Box(_WIDTH * _POINT, height * _POINT, anchor)


def _reach(sizes: dict[int, float], usual: float, start: int, wanted: float) -> tuple[int, int]:
    """The column or row in which `wanted` pixels from the beginning of `start` end, and how far into it."""
    at = start
    while wanted > sizes.get(at, usual):
        wanted -= sizes.get(at, usual)
        at += 1
    return at, int(wanted)


def _widths(sheet: Any) -> dict[int, float]:  # noqa: ANN401 - as above
    found = {}
    for column in sheet.iterfind("{*}cols/{*}col"):
        first, last = int(column.get("min") or 1), int(column.get("max") or 1)
        for number in range(first, min(last, first + 100) + 1):
            found[number] = float(column.get("width") or 9) * 7 + 5
    return found


def _heights(sheet: Any) -> dict[int, float]:  # noqa: ANN401 - as above
    data = next((child for child in sheet if tag_of(child) == "sheetData"), ())
    rows = [(row.get("r"), row.get("ht")) for row in data]
    return {int(number): float(height) / _POINT for number, height in rows if number and height}
