"""The lines drawn on a PDF page, and the cell of a table that a point lies in."""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

#: Left, bottom, right and top in points, as the page is written.
Box = tuple[float, float, float, float]
#: A page of a form has some hundred lines; a drawing with more is no table.
_MOST_SEGMENTS = 6_000
#: Shorter strokes are letters or ticks; strokes that lean more are no lines of a table. Points.
_SHORTEST, _LEAN = 8.0, 1.0
#: Lines this near to each other are the two sides of one stroke.
_SAME = 2.5
#: FPDF_SEGMENT_MOVETO and FPDF_SEGMENT_LINETO of pdfium.
_MOVE, _LINE = 2, 0


@dataclass(frozen=True)
class Rules:
    """Lines by where they lie: each with its position and the span it covers, sorted by position."""

    across: tuple[tuple[float, float, float], ...]
    down: tuple[tuple[float, float, float], ...]

    def cell(self, x: float, y: float) -> Box | None:
        """The nearest lines round a point; None when it is not shut in on all four sides."""
        bottom, top = _around(self.across, y, x)
        left, right = _around(self.down, x, y)
        if bottom is None or top is None or left is None or right is None:
            return None
        return left, bottom, right, top

    def part(self, left: float, right: float, y: float) -> bool:
        """Whether an upright line stands between two places on a line of text."""
        start = bisect_left(self.down, (left - 1,))
        return any(low <= y <= high for at, low, high in self.down[start:] if at <= right + 1)


def find_rules(page: object) -> Rules:
    """The horizontal and upright lines of a page of pypdfium2."""
    across, down = list[tuple[float, float, float]](), list[tuple[float, float, float]]()
    for (x, y), (to_x, to_y) in _segments(page):
        if abs(y - to_y) <= _LEAN and abs(x - to_x) >= _SHORTEST:
            across.append(((y + to_y) / 2, min(x, to_x), max(x, to_x)))
        elif abs(x - to_x) <= _LEAN and abs(y - to_y) >= _SHORTEST:
            down.append(((x + to_x) / 2, min(y, to_y), max(y, to_y)))
    return Rules(tuple(sorted(across)), tuple(sorted(down)))


def _around(
    rules: tuple[tuple[float, float, float], ...], at: float, beside: float
) -> tuple[float | None, float | None]:
    """The nearest lines before and after a position, of those that reach past `beside`."""
    reaching = [place for place, low, high in rules if low - _SAME <= beside <= high + _SAME]
    return (
        max((place for place in reaching if place <= at), default=None),
        min((place for place in reaching if place > at), default=None),
    )


def _segments(page: object) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight strokes of the paths on a page, where they end up on it."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy library

    left = _MOST_SEGMENTS
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):  # type: ignore[attr-defined]
        matrix = drawn.get_matrix()
        start = last = (0.0, 0.0)
        for number in range(min(raw.FPDFPath_CountSegments(drawn), left)):
            left -= 1
            segment = raw.FPDFPath_GetPathSegment(drawn, number)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = matrix.on_point(x.value, y.value)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == _MOVE:
                start = point
            elif kind == _LINE:
                yield last, point
            last = point
            if raw.FPDFPathSegment_GetClose(segment):
                yield last, start
                last = start
        if left <= 0:
            return
