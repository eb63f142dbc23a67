"""Compare names of people: the same, similar, or another person (for the RL1, § 4.3, and the mentor, § 5.1)."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from docgen.text import count_typos, fold

_TITLES = frozenset(
    ("mevr", "mevrouw", "mvr", "mw", "dhr", "meneer", "mijnheer", "mr", "dr", "drs", "ir", "ing", "prof")
)
#: A title only when something else follows it: "De heer Jan Voorbeeld", never the surname "De Heer".
_LEADING = re.compile(r"^\s*(?:de\s+heer|mevrouw|mevr\.?|dhr\.?)\s+(?=\S+\s+\S)", re.IGNORECASE)
_NOISE = re.compile(r"\([^)]*\)|\d+")
#: Below this length a typing error changes one name into another: only a first letter that agrees saves it.
_SHORT, _LONG = 4, 7


class Likeness(Enum):
    """How two names of people relate."""

    SAME = "dezelfde"
    SIMILAR = "gelijkend"
    OTHER = "een andere"


@lru_cache(maxsize=1024)
def compare_names(one: str, other: str) -> Likeness:
    """The same words in any order, case or spacing are SAME; typing errors, initials and missing parts SIMILAR."""
    left, right = _words(one), _words(other)
    if not left or not right:
        return Likeness.OTHER
    if sorted(left) == sorted(right) or _spacing_differs(left, right):
        return Likeness.SAME
    return Likeness.SIMILAR if _resembles(left, right) else Likeness.OTHER


def best_likeness(name: str, candidates: tuple[str, ...]) -> Likeness | None:
    """The closest relation of `name` to any of the candidates; None when there are none."""
    found = {compare_names(name, candidate) for candidate in candidates}
    return next((likeness for likeness in Likeness if likeness in found), None)


def names_person(text: str, name: str) -> bool:
    """Whether a running text holds every word of the name, in any order."""
    words = fold(text).split()
    wanted = _words(name)
    return bool(wanted) and (all(word in words for word in wanted) or _stands_in(words, "".join(wanted)))


def is_part(spelling: str, name: str) -> bool:
    """Whether a spelling is a piece of the name in one of its orders, as a column that is too narrow leaves it."""
    piece = "".join(_words(spelling))
    return bool(piece) and any(piece in turned for turned in _turns(_words(name)))


def _stands_in(words: list[str], letters: str) -> bool:
    """Whether neighbouring words, run together, are these letters: a narrow column may have broken them up."""
    for start in range(len(words)):
        joined = ""
        for word in words[start:]:
            joined += word
            if joined == letters:
                return True
            if not letters.startswith(joined):
                break
    return False


def _words(name: str) -> tuple[str, ...]:
    words = fold(_LEADING.sub("", _NOISE.sub(" ", name))).split()
    untitled = [word for word in words if word not in _TITLES]
    return tuple(untitled if len(untitled) > 1 else words)


def _spacing_differs(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """``Van den Broeck Jan`` and ``Jan Vandenbroeck``: the same letters once the words are turned round."""
    whole = "".join(left)
    return len(whole) == len("".join(right)) and any(whole == turned for turned in _turns(right))


def _turns(words: tuple[str, ...]) -> list[str]:
    return ["".join(words[start:] + words[:start]) for start in range(len(words))]


def _resembles(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if len(left) != len(right) and any(count_typos("".join(left), turned, 2) is not None for turned in _turns(right)):
        return True
    short, long = sorted((left, right), key=len)
    return _fits_within(short, long)


def _fits_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Every word of the shorter name is found in the longer one, with at most two typing errors in all."""
    left, typos, full = list(long), 0, 0
    for word in sorted(short, key=len, reverse=True):
        ranked = sorted((cost, index) for index, other in enumerate(left) if (cost := _cost(word, other)) is not None)
        if not ranked:
            return False
        typos += ranked[0][0]
        full += min(len(word), len(left.pop(ranked[0][1]))) >= 3
    return typos <= 2 and full >= 1


def _cost(word: str, other: str) -> int | None:
    """Typing errors between two words of a name, 0 for an initial; None when they are different words."""
    if word == other:
        return 0
    shortest = min(len(word), len(other))
    if shortest == 1:
        return 0 if word[0] == other[0] else None
    if shortest < _SHORT and word[0] != other[0]:
        return None
    return count_typos(word, other, 1 if shortest < _LONG else 2)
