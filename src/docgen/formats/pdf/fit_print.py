"""How a printed page of ours lies on a page of a file, scaled and turned: found from the words that both bear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from docgen.formats.pdf.glyphs import Glyph, Sheet, find_words, spell
from docgen.formats.pdf.print_layout import PrintedPage, PrintedWord

#: Points on our page by which a word may lie off: other programs round, and set a line a little lower.
_LOOSE = 2.0
#: One word further off than that is still ours when it lies no further off than this.
_MOVED = 8.0
#: Of our words that must be on the visible page, this part must stand where the fit says, and at least so many.
_ENOUGH, _FEWEST = 0.85, 8
#: Two words must lie so far apart, in points, before they say how the page is scaled.
_APART = 150.0
#: So many words are tried two by two; a word that either page bears more often than this tells nothing.
_TRIED, _OFTEN = 14, 3
#: A page is printed straight, and no smaller than A4 landscape on a standing sheet.
_CROOKED, _SMALLEST, _LARGEST = 0.01, 0.6, 1.6
_Pair = tuple[complex, complex]


@dataclass(frozen=True)
class Fit:
    """A printed page on a page of a file: a point z of ours lies at `turn * z + shift`.

    `own` are the characters of the file's page that our page prints itself.
    """

    turn: complex
    shift: complex
    own: frozenset[int]
    share: float

    def place(self, point: complex) -> complex:
        """Where a point of our page lies on the file's page."""
        return self.turn * point + self.shift

    def find(self, point: complex) -> complex:
        """Which point of our page lies there on the file's page."""
        return (point - self.shift) / self.turn

    @property
    def is_good(self) -> bool:
        """Whether the page is ours beyond doubt, and straight."""
        straight = min(abs(self.turn.real), abs(self.turn.imag)) <= _CROOKED * abs(self.turn)
        return self.share >= _ENOUGH and straight and _SMALLEST <= abs(self.turn) <= _LARGEST


#: No way to lay a page on another.
NO_FIT = Fit(1 + 0j, 0j, frozenset(), 0.0)


def fit_page(page: PrintedPage, sheet: Sheet) -> Fit:
    """The best way to lay our page on the file's; its share is 0 where nothing fits."""
    words = tuple(find_words(sheet.glyphs))
    found = _by_text((spell(word), word[0].start) for word in words)
    pairs = _pair(page.words, found)
    turn, shift = _try_out(pairs)
    for _ in range(3):
        near = [(ours, theirs) for ours, theirs in pairs if abs(turn * ours + shift - theirs) <= _LOOSE * abs(turn)]
        if len(near) < _FEWEST:
            return NO_FIT
        turn, shift = _solve(near)
    return _judge(page, sheet, words, (turn, shift))


def _by_text(words: Iterable[tuple[str, complex]]) -> Mapping[str, list[complex]]:
    found = defaultdict[str, list[complex]](list)
    for text, start in words:
        found[text].append(start)
    return found


def _pair(words: Sequence[PrintedWord], found: Mapping[str, list[complex]]) -> list[_Pair]:
    """Each of our words that is not on the page too often, with each place where the file has it; the rarest first."""
    ours = _by_text((word.text, word.start) for word in words)
    rare = [text for text in ours if 0 < max(len(ours[text]), len(found.get(text, ()))) <= _OFTEN]
    rare.sort(key=lambda text: (len(ours[text]) * len(found.get(text, ())), -len(text)))
    return [(one, other) for text in rare for one in ours[text] for other in found.get(text, ())]


def _try_out(pairs: Sequence[_Pair]) -> tuple[complex, complex]:
    """The turn and shift that two of the pairs ask for and most of the others go along with."""
    best, most = (1 + 0j, 0j), 0
    for (one, seen), (other, also_seen) in combinations(pairs[:_TRIED], 2):
        if abs(one - other) < _APART:
            continue
        turn = (seen - also_seen) / (one - other)
        shift = seen - turn * one
        votes = sum(abs(turn * ours + shift - theirs) <= 2 * _LOOSE for ours, theirs in pairs)
        if votes > most and _SMALLEST <= abs(turn) <= _LARGEST:
            best, most = (turn, shift), votes
    return best


def _solve(pairs: Sequence[_Pair]) -> tuple[complex, complex]:
    """The turn and shift with the least squares."""
    count = len(pairs)
    middle, seen = sum(one for one, _ in pairs) / count, sum(other for _, other in pairs) / count
    across = sum((one - middle).conjugate() * (other - seen) for one, other in pairs)
    spread = sum(abs(one - middle) ** 2 for one, _ in pairs) or 1.0
    turn = across / spread
    return turn, seen - turn * middle


def _judge(page: PrintedPage, sheet: Sheet, words: Sequence[tuple[Glyph, ...]], how: tuple[complex, complex]) -> Fit:
    turn, shift = how
    at = {id(glyph): number for number, glyph in enumerate(sheet.glyphs)}
    own, garbled, visible = list[tuple[Glyph, ...]](), list[tuple[Glyph, ...]](), 0
    for word in page.words:
        place = turn * word.start + shift
        near = [each for each in words if abs(each[0].start - place) <= _LOOSE * abs(turn)]
        same = [each for each in near if spell(each) == word.text]
        shown = 0 <= place.real <= sheet.size[0] and 0 <= place.imag <= sheet.size[1]
        visible += shown
        own += same[:1] if shown else []
        if shown and not same:  # Ghostscript loses the letters of a ligature, LibreOffice moves a title
            garbled += near or [each for each in words if _is_moved(each, word.text, place, turn)][:1]
    share = len(own) / visible if visible and len(own) >= _FEWEST else 0.0
    return Fit(turn, shift, frozenset(at[id(glyph)] for word in (*own, *garbled) for glyph in word), share)


def _is_moved(word: tuple[Glyph, ...], text: str, place: complex, turn: complex) -> bool:
    return abs(word[0].start - place) <= _MOVED * abs(turn) and spell(word) == text
