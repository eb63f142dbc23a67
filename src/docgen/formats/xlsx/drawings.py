"""Pictures and pen strokes that lie over a cell: how people sign in Excel."""

from __future__ import annotations

from typing import Any

from docgen.formats.xlsx.grid import PICTURE_IN_CELL, Grid
from docgen.formats.xlsx.package import Package, tag_of
from docgen.model.value import SignatureKind

#: A picture is dropped by hand: a row or two beside the box still means the box.
_NEAR_ROWS = 1
#: A picture without an end of its own (one-cell anchor) is taken to be this many rows high.
_USUAL_ROWS = 4


def find_mark(package: Package, grid: Grid, row: int, column: int) -> SignatureKind | None:
    """What lies over or in a cell: a picture or ink; None when nothing does."""
    if grid.errors.get((row, column)) == PICTURE_IN_CELL:
        return SignatureKind.IMAGE
    if b"drawing" not in grid.xml:
        return None
    kinds = [_kind(anchor) for anchor in _anchors(package, grid) if _reaches(anchor, row)]
    return next((kind for kind in (SignatureKind.INK, SignatureKind.IMAGE) if kind in kinds), None)


def _anchors(package: Package, grid: Grid) -> list[Any]:
    roots = [package.tree(target) for _, kind, target in package.relations(grid.part) if kind == "drawing"]
    return [anchor for root in roots if root is not None for anchor in root if tag_of(anchor).endswith("CellAnchor")]


def _kind(anchor: Any) -> SignatureKind | None:  # noqa: ANN401 - lxml gives its elements no public type
    tags = {tag_of(element) for element in anchor.iter() if isinstance(element.tag, str)}
    if "contentPart" in tags:
        return SignatureKind.INK
    return SignatureKind.IMAGE if "pic" in tags else None


def _reaches(anchor: Any, row: int) -> bool:  # noqa: ANN401 - as above
    rows = [_number(item.text) + 1 for item in anchor.iterfind("*/{*}row")]  # from, to; counted from 0
    if not rows:
        return False
    last = rows[1] if len(rows) > 1 else rows[0] + _USUAL_ROWS
    return rows[0] - _NEAR_ROWS <= row <= last + _NEAR_ROWS


def _number(text: str | None) -> int:
    return int(text) if text and text.strip().isdecimal() else -10
