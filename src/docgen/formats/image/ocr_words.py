"""A word or cell as an engine recognised it, with what is unsure in it made plain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from docgen.model.value import UNSURE

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]

#: What is said of a page that holds more than any paper of a dossier: part of it would be worse than nothing.
TOO_FULL = "staat te vol om de tekst erop te herkennen; vraag het originele PDF-bestand, of kijk zelf na"
#: Of two readings of a character of a number the better must be this certain, and the other this.
BEST_CERTAIN, LEAST_CERTAIN = 0.9, 0.5
#: Signs that two readings may part on without meaning another number.
_SAME = str.maketrans({",": ".", "–": "-", "−": "-", "—": "-"})


@dataclass(frozen=True)
class Word:
    """A piece of text in a picture: one certainty a character, and its corners from top left, clockwise."""

    text: str
    certainties: tuple[float, ...]
    quad: Quad

    @property
    def certainty(self) -> float:
        """How sure the engine is of the whole."""
        return sum(self.certainties) / len(self.certainties) if self.certainties else 0.0

    @property
    def has_digits(self) -> bool:
        """Whether a number may stand in it."""
        return any(map(str.isdigit, self.text))


def doubt(word: Word, second: str, certainties: Sequence[float]) -> Word:
    """The word with `UNSURE` for each character of its numbers that is uncertain, or that a second reading has else.

    What is no number stays as it was read: a name with a wrong letter is still of use, an amount is not.
    """
    unsure = set(_differences(word, second, certainties))
    shown = list(word.text)
    for start, end in _numbers(word.text):
        for n in unsure.intersection(range(start, end)):
            shown[n] = UNSURE
    return replace(word, text="".join(shown))


def _differences(word: Word, second: str, certainties: Sequence[float]) -> Iterator[int]:
    """The places in the first reading that are not certain enough in both, or that the second one gives otherwise."""
    first = word.text.translate(_SAME)
    pairs = SequenceMatcher(None, first, second.translate(_SAME), autojunk=False).get_opcodes()
    for kind, start, end, other_start, other_end in pairs:
        if kind == "equal":
            both = zip(word.certainties[start:end], certainties[other_start:other_end], strict=True)
            yield from (start + n for n, pair in enumerate(both) if not _is_certain(*pair))
        elif (first[start:end] + second[other_start:other_end]).strip():  # a space more or less says nothing
            yield from range(start, end) if end > start else (max(0, start - 1), min(start, len(first) - 1))


def _is_certain(one: float, other: float) -> bool:
    return max(one, other) >= BEST_CERTAIN and min(one, other) >= LEAST_CERTAIN


def _numbers(text: str) -> list[tuple[int, int]]:
    """Where the words stand that hold a digit, or a mark of doubt."""
    spans, start = [], 0
    for part in text.split(" "):
        if any(sign.isdigit() or sign == UNSURE for sign in part):
            spans.append((start, start + len(part)))
        start += len(part) + 1
    return spans
