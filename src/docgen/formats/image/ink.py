"""What a pen, or a typist before printing, put in the boxes of a form, against the form as it was printed empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from docgen.formats.image.changes import DPI, add_up, measure_strength
from docgen.formats.image.darkness import Darkness, spread
from docgen.formats.image.snippet import Box

_MM = DPI / 25.4
#: A print may lie so far from where it should after the best fit, in pixels.
_LOOSE = 3
#: Inside the frame of a box, in pixels: the frame itself, however the scan leans.
_INSET = 5
#: Side of the cells in which ink is added up, in pixels.
_CELL = 6
#: Paler than this is the grain of the paper or the scanner; a pencil is darker.
_GRAIN = 0.1
#: Ink in a cell that is more than grain, and a speck: less ink than this in all, in pixels.
_LEAST, _SPECK = 1.2, 7.0
#: On a radio button less ink than that is a mark already: what is left between its ring and its words.
_MARK = 2.5
#: Ink of a neighbour reaches no further into a box than this, in pixels.
_REACH = round(1.6 * _MM)
#: A choice was marked when it has so many times the ink of every other one.
_PLAIN = 3.0
#: Millimetres between a radio button and its words, and between words, at most.
_WORDS_APART = 2.2


@dataclass(frozen=True)
class Ink:
    """What stands in a box that was printed empty: how much, in pixels of black, and the box round it."""

    amount: float
    box: Box


class InkFinder:
    """Looks at the boxes of one page: `lying` is the scan laid on `printed`, both at `changes.DPI`."""

    def __init__(self, lying: Darkness, printed: Darkness) -> None:
        """Take off all that was printed, as far as it may have shifted."""
        self._lying, self._printed = lying, printed
        extra = lying - 1.2 * spread(printed, _LOOSE)
        self._extra = np.where(extra > _GRAIN, extra, 0).astype(np.float32)

    def find_mark(self, box: Box) -> Ink | None:
        """The ink on a radio button, of which its own ring hides most; None when there is none."""
        return self.find(box, _MARK)

    def find(self, box: Box, speck: float = _SPECK) -> Ink | None:
        """The ink within a box given with its frame; None when it is empty, specks and a neighbour's strokes aside."""
        left, top, right, bottom = box[0] + _INSET, box[1] + _INSET, box[2] - _INSET, box[3] - _INSET
        cells = _add_up(self._extra[max(0, top) : bottom, max(0, left) : right])
        if float(cells.max(initial=0)) <= _LEAST:
            return None
        kept = [group for group in _group(cells > _LEAST) if _is_ink(group, cells, speck)]
        if not kept:
            return None
        rows, columns = [row for group in kept for row, _ in group], [column for group in kept for _, column in group]
        around = (
            left + min(columns) * _CELL,
            top + min(rows) * _CELL,
            left + (max(columns) + 1) * _CELL,
            top + (max(rows) + 1) * _CELL,
        )
        return Ink(sum(float(cells[cell]) for group in kept for cell in group), around)

    def find_label(self, button: Box) -> Box:
        """A radio button with the words that are printed right of it."""
        left, top, right, bottom = button
        inked = (self._printed[top:bottom, right:] > _GRAIN).any(axis=0)
        end, gap = 0, round(_WORDS_APART * _MM)
        for at in np.nonzero(inked)[0]:
            if at - end > gap:
                break
            end = int(at) + 1
        return left, top, right + end, bottom

    def compare_print(self, box: Box) -> float:
        """How much ink a box holds for each unit that was printed in it, as if all of the page were printed alike."""
        left, top, right, bottom = box[0] + _INSET, box[1] + _INSET, box[2] - _INSET, box[3] - _INSET
        shown, printed = self._lying[top:bottom, left:right], self._printed[top:bottom, left:right]
        return float(shown.sum()) / max(1.0, float(printed.sum())) / self._strength

    @cached_property
    def _strength(self) -> float:
        return measure_strength(add_up(self._printed), add_up(self._lying))


def _is_ink(group: set[tuple[int, int]], cells: Darkness, speck: float) -> bool:
    """Whether a group of cells is more than a speck, and no tail of a letter that stands in the box beside it."""
    amount = sum(float(cells[cell]) for cell in group)
    if amount < speck:
        return False
    deep = _REACH // _CELL
    rows, columns = cells.shape
    down, right = [row for row, _ in group], [column for _, column in group]
    tails = (max(down) < deep, min(down) >= rows - deep, max(right) < deep, min(right) >= columns - deep)
    touching = (min(down) == 0, max(down) == rows - 1, min(right) == 0, max(right) == columns - 1)
    return not any(tail and touch for tail, touch in zip(tails, touching, strict=True))


def _add_up(darkness: Darkness) -> Darkness:
    """The ink in each cell; what is left over at the end is part of the last one."""
    rows, columns = (np.arange(max(1, side // _CELL)) * _CELL for side in darkness.shape)
    cells: Darkness = np.add.reduceat(np.add.reduceat(darkness, rows, axis=0), columns, axis=1)
    return cells


def _group(marked: np.ndarray) -> list[set[tuple[int, int]]]:
    """Marked cells that touch or nearly do, together."""
    left = {(int(row), int(column)) for row, column in zip(*np.nonzero(marked), strict=True)}
    groups = []
    while left:
        group, edge = set[tuple[int, int]](), [left.pop()]
        while edge:
            row, column = edge.pop()
            group.add((row, column))
            near = {(row + down, column + right) for down in (-1, 0, 1) for right in (-2, -1, 0, 1, 2)} & left
            left -= near
            edge += near
        groups.append(group)
    return groups


def read_mark(marks: Mapping[str, float]) -> str | None:
    """The choice that a pen plainly marked, by how much ink each choice has; None when that is not plain."""
    ranked = sorted(marks, key=lambda choice: -marks[choice])
    first, others = ranked[0], ranked[1:]
    return first if marks[first] > 0 and all(marks[first] >= _PLAIN * marks[other] for other in others) else None
