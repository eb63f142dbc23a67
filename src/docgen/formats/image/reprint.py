"""Find where a scan shows other letters than were printed, in the same place: too little ink to stand out as a change.

Each piece of print is compared by its shape (correlation), which a scanner or phone hardly alters.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from docgen.formats.image.darkness import Darkness
from docgen.formats.image.snippet import Box

#: Height and width of a piece in pixels, some three digits, and how far one begins from the next.
_HIGH, _WIDE = 18, 26
_DOWN, _ACROSS = 3, 12
#: Ink in a piece, and rows of it that hold some: less is a rule or the edge of a letter.
_LEAST_INK, _LEAST_ROWS, _ROW_INK = 20.0, 6, 0.8
#: A print may lie so far from where it should, in pixels.
_LOOSE = 2
_SHIFTS = sorted(product(range(-_LOOSE, _LOOSE + 1), repeat=2), key=lambda shift: abs(shift[0]) + abs(shift[1]))
#: Pieces of the same print are alike to 0.86 and more, on a fax too, and two with another digit to 0.78: one is judged
#: by the others on its page.
_UNLIKE, _BELOW_OTHERS, _OTHERS = 0.81, 0.10, 0.02


def find_reprints(lying: Darkness, page: Darkness) -> list[Box]:
    """The places where the scan `lying` on the page shows other letters than the page was printed with."""
    tops, lefts = _choose_pieces(page)
    if not tops.size:
        return []
    likeness = _compare(_soften(lying), _soften(page), tops, lefts)
    bound = min(_UNLIKE, float(np.quantile(likeness, _OTHERS)) - _BELOW_OTHERS)
    unlike = likeness < bound
    return _join(
        [
            (int(left), int(top), int(left) + _WIDE, int(top) + _HIGH)
            for top, left in zip(tops[unlike], lefts[unlike], strict=True)
        ]
    )


def _choose_pieces(page: Darkness) -> tuple[np.ndarray, np.ndarray]:
    """Tops and lefts of the pieces: along each line of print, where it has most ink."""
    height, width = page.shape
    tops = np.arange(_LOOSE, height - _HIGH - _LOOSE, _DOWN)
    lefts = np.arange(_LOOSE, width - _WIDE - _LOOSE, _ACROSS)
    if not (tops.size and lefts.size):
        return np.zeros(0, int), np.zeros(0, int)
    summed = np.pad(page.cumsum(axis=0, dtype=np.float64).cumsum(axis=1), ((1, 0), (1, 0)))
    rows = summed[:, lefts + _WIDE] - summed[:, lefts]
    ink = rows[tops + _HIGH] - rows[tops]
    inky = np.pad((np.diff(rows, axis=0) > _ROW_INK).cumsum(axis=0), ((1, 0), (0, 0)))
    reach = _HIGH // 2 // _DOWN
    padded = np.pad(ink, ((reach, reach), (0, 0)))
    most = np.max([padded[at : at + len(tops)] for at in range(2 * reach + 1)], axis=0)
    chosen = (ink >= _LEAST_INK) & (ink == most) & (inky[tops + _HIGH] - inky[tops] >= _LEAST_ROWS)
    found = np.nonzero(chosen)
    return tops[found[0]], lefts[found[1]]


def _compare(lying: Darkness, page: Darkness, tops: np.ndarray, lefts: np.ndarray) -> np.ndarray:
    """How alike each piece is on both, at the best of some small shifts."""
    printed = _even(_cut(page, tops, lefts))
    likeness = np.full(tops.size, -1.0)
    for down, across in _SHIFTS:
        # A piece that is alike enough already can fall below no bound: most need one look.
        left = np.flatnonzero(likeness < _UNLIKE + _BELOW_OTHERS)
        shown = _even(_cut(lying, tops[left] + down, lefts[left] + across))
        likeness[left] = np.maximum(likeness[left], (printed[left] * shown).sum(axis=1))
    return likeness


def _cut(numbers: Darkness, tops: np.ndarray, lefts: np.ndarray) -> np.ndarray:
    down, across = np.divmod(np.arange(_HIGH * _WIDE), _WIDE)
    pieces: np.ndarray = numbers[tops[:, None] + down, lefts[:, None] + across]
    return pieces


def _even(pieces: np.ndarray) -> np.ndarray:
    """Each piece with a mean of 0 and a length of 1."""
    pieces = pieces - pieces.mean(axis=1, keepdims=True)
    evened: np.ndarray = pieces / np.maximum(np.linalg.norm(pieces, axis=1, keepdims=True), 1e-6)
    return evened


def _soften(numbers: Darkness) -> Darkness:
    """A little blurred, so that grain and sharp edges count less."""
    for axis in (0, 1, 0, 1):
        around = np.roll(numbers, 1, axis) + 2 * numbers + np.roll(numbers, -1, axis)
        numbers = (around / 4).astype(np.float32)
    return numbers


def _join(pieces: list[Box]) -> list[Box]:
    """The pieces as boxes, those that overlap as one."""
    joined: list[Box] = []
    for piece in pieces:
        for at, box in enumerate(joined):
            if overlaps(piece, box):
                joined[at] = (
                    min(box[0], piece[0]),
                    min(box[1], piece[1]),
                    max(box[2], piece[2]),
                    max(box[3], piece[3]),
                )
                break
        else:
            joined.append(piece)
    return joined


def overlaps(one: Box, other: Box) -> bool:
    """Whether two boxes share a place."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
