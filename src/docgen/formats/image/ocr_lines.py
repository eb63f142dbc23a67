"""Put the recognised words of a page in lines, however the page lies: skewed, or seen from aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from statistics import median

from docgen.formats.image.ocr_words import Quad, Word

#: Words whose middles stand less than this part of their height apart share a line.
_SAME_LINE = 0.5
#: Pieces that an engine found apart, and that stand further apart than this part of their height, are columns.
_COLUMN_GAP = 0.3
#: A word this many times as wide as high shows how its line slopes.
_LONG = 4


@dataclass(frozen=True)
class Slope:
    """How the lines of a page slope: by how much at its top, and how much more with each pixel down."""

    top: float = 0.0
    down: float = 0.0

    def level(self, x: float, y: float) -> float:
        """The height of a point once its line is laid level."""
        return y - x * (self.top + self.down * y)


def set_lines(words: Sequence[Word]) -> list[list[Word]]:
    """The words of each line from left to right, lines from top to bottom."""
    slope = find_slope(words)
    placed = sorted(((slope.level(*middle_of(word.quad)), word) for word in words), key=lambda item: item[0])
    lines: list[list[tuple[float, Word]]] = []
    for level, word in placed:
        last = lines[-1] if lines else []
        if last and _shares(last, level, height_of(word.quad)):
            last.append((level, word))
        else:
            lines.append([(level, word)])
    return [sorted((word for _, word in line), key=lambda word: word.quad[0][0]) for line in lines]


def join_words(words: Sequence[Word]) -> str:
    """The text of a line; words that stand far apart are parted by a tab."""
    parts = [words[0].text] if words else []
    for word, following in pairwise(words):
        gap = following.quad[0][0] - word.quad[1][0]
        height = min(height_of(word.quad), height_of(following.quad))
        parts.append(("\t" if gap > _COLUMN_GAP * height else " ") + following.text)
    return "".join(parts)


def find_slope(words: Iterable[Word]) -> Slope:
    """How lines slope, by the long words: a straight line through their slopes over their heights on the page."""
    seen = [
        (middle_of(word.quad)[1], slope_of(word.quad))
        for word in words
        if width_of(word.quad) > _LONG * height_of(word.quad)
    ]
    if not seen:
        return Slope()
    usual = median(slope for _, slope in seen)
    seen = [(y, slope) for y, slope in seen if abs(slope - usual) < 0.06]
    mean_y = sum(y for y, _ in seen) / len(seen)
    mean = sum(slope for _, slope in seen) / len(seen)
    spread = sum((y - mean_y) ** 2 for y, _ in seen)
    down = sum((y - mean_y) * (slope - mean) for y, slope in seen) / spread if len(seen) > 4 and spread else 0.0
    return Slope(mean - down * mean_y, down)


def middle_of(quad: Quad) -> tuple[float, float]:
    """The middle of a quad."""
    return sum(x for x, _ in quad) / 4, sum(y for _, y in quad) / 4


def width_of(quad: Quad) -> float:
    """The length of a quad's upper side."""
    return hypot(quad[1][0] - quad[0][0], quad[1][1] - quad[0][1])


def height_of(quad: Quad) -> float:
    """The length of a quad's left side."""
    return hypot(quad[3][0] - quad[0][0], quad[3][1] - quad[0][1])


def slope_of(quad: Quad) -> float:
    """How a word goes down from left to right, in pixels a pixel."""
    across = (quad[1][0] + quad[2][0] - quad[0][0] - quad[3][0]) / 2
    down = (quad[1][1] + quad[2][1] - quad[0][1] - quad[3][1]) / 2
    return down / across if across else 0.0


def _shares(line: Sequence[tuple[float, Word]], level: float, height: float) -> bool:
    """Whether a word stands on the line: about as high as most of its words."""
    middle = median(other for other, _ in line)
    usual = median(height_of(word.quad) for _, word in line)
    return abs(level - middle) < _SAME_LINE * min(height, usual)
