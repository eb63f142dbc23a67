"""Find where a scanned page shows something else than was printed on it: added by hand, or crossed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from docgen.formats.image.darkness import Darkness, spread
from docgen.formats.image.reprint import find_reprints, overlaps
from docgen.formats.image.snippet import Box

#: Pages are compared at this resolution.
DPI = 150
_MM = DPI / 25.4
#: A print may lie so far from where it should after the best fit, in pixels.
_LOOSE = 2
#: Side of the cells in which ink is added up, in pixels.
_CELL = 12
#: Ink in a cell, in pixels, that nothing printed explains; the leak of an uneven print asks for so many times more.
_ALONE, _LEAK = 0.7, 3.0
#: A change takes at least so much ink, in pixels, over so many cells: smaller ones are specks.
_LEAST_INK, _LEAST_CELLS = 9.0, 3
#: Millimetres round a change that its picture shows too.
_MARGIN = 6


@dataclass(frozen=True)
class Change:
    """A place on the page, in pixels at `DPI`, that shows something else than was printed.

    `gone` when less; `other` when it is printed too, with other letters.
    """

    box: Box
    gone: bool = False
    other: bool = False


def find_changes(lying: Darkness, page: Darkness, spared: Sequence[Box] = ()) -> tuple[Change, ...]:
    """The changes on a scan laid on the page as it was printed, both at `DPI`, except in the `spared` boxes."""
    lying, page = lying.copy(), page.copy()
    for left, top, right, bottom in spared:
        lying[max(0, top) : bottom, max(0, left) : right] = page[max(0, top) : bottom, max(0, left) : right] = 0
    printed, shown = add_up(page), add_up(lying)
    strength = measure_strength(printed, shown)
    alone = add_up(np.maximum(0, lying - 1.15 * spread(page, _LOOSE)))
    lost = add_up(np.maximum(0, 0.8 * page - 1.3 * spread(lying, _LOOSE) / strength)) * strength
    added = [Change(box) for box in _group(alone > _bound(alone, printed), alone)]
    seen = [*added, *(Change(box, gone=True) for box in _group(lost > 4 * _bound(lost, printed), lost))]
    others = [box for box in find_reprints(lying, page) if not any(overlaps(box, change.box) for change in seen)]
    return (*seen, *(Change(box, other=True) for box in others))


def _bound(ink: Darkness, printed: Darkness) -> float:
    """How much ink in a cell is a change: more where the whole print lies a little off."""
    inky = ink[printed > 3]
    return _ALONE + _LEAK * float(np.quantile(inky, 0.9)) if inky.size else _ALONE


def widen(box: Box) -> Box:
    """The place with enough around it to see what it belongs to."""
    margin = round(_MARGIN * _MM)
    return box[0] - margin, box[1] - margin // 2, box[2] + margin, box[3] + margin // 2


def add_up(darkness: Darkness) -> Darkness:
    """The ink in each cell."""
    rows, columns = (side // _CELL for side in darkness.shape)
    cut = darkness[: rows * _CELL, : columns * _CELL]
    cells: Darkness = cut.reshape(rows, _CELL, columns, _CELL).sum(axis=(1, 3))
    return cells


def _around(cells: Darkness) -> Darkness:
    """The ink in each cell and its neighbours."""
    padded = np.pad(cells, 1)
    rows, columns = cells.shape
    return sum(
        (padded[down : down + rows, right : right + columns] for down in range(3) for right in range(3)),
        np.zeros_like(cells),
    )


def measure_strength(printed: Darkness, shown: Darkness) -> float:
    """How much ink the cells of a scan show where one unit was printed: scanners thicken and printers pale."""
    inky = _around(printed) > 30
    if not inky.any():
        return 1.0
    return float(np.clip(np.median(_around(shown)[inky] / _around(printed)[inky]), 0.4, 2.5))


def _group(marked: np.ndarray, ink: Darkness) -> list[Box]:
    """The boxes round marked cells that touch or nearly do, in reading order, specks left out."""
    left = {(int(row), int(column)) for row, column in zip(*np.nonzero(marked), strict=True)}
    boxes = []
    while left:
        group = _take(left)
        rows, columns = [row for row, _ in group], [column for _, column in group]
        box = (min(columns) * _CELL, min(rows) * _CELL, (max(columns) + 1) * _CELL, (max(rows) + 1) * _CELL)
        if sum(float(ink[cell]) for cell in group) >= _LEAST_INK and len(group) >= _LEAST_CELLS:
            boxes.append(box)
    return sorted(boxes, key=lambda box: (box[1], box[0]))


def _take(left: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """One group of cells within two rows and three columns of each other, taken out of `left`."""
    group, edge = list[tuple[int, int]](), [min(left)]
    left.discard(edge[0])
    while edge:
        row, column = edge.pop()
        group.append((row, column))
        near = {(row + down, column + right) for down in range(-2, 3) for right in range(-3, 4)} & left
        left -= near
        edge += sorted(near)
    return group


def has_ink(lying: Darkness, box: Box, least: float = 40.0) -> bool:
    """Whether something stands in a box that was printed empty; the box is given without its frame."""
    left, top, right, bottom = box
    inside = lying[max(0, top) : bottom, max(0, left) : right]
    strokes = np.where(inside > 0.25, inside, 0)  # paler is shadow, or the print on the other side
    cells = add_up(strokes) if min(inside.shape, default=0) >= _CELL else np.zeros((1, 1))
    return float(cells[cells > 3].sum()) >= least
