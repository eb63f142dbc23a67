"""Fold words to what they mean and compare them: case, accents, hyphens, spaces, typing errors."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
#: Letters that Unicode does not decompose into a base letter and a mark, with their capitals.
_UNDECOMPOSED = str.maketrans(_LETTERS | {c.upper(): plain.upper() for c, plain in _LETTERS.items() if c not in "ıß"})

#: A space before or after a French mark, at which no line may break.
_FRENCH_SPACE = re.compile(r" (?=[:;?!»])|(?<=«) ")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower-case letters and digits only, without accents; every run of anything else is one space."""
    kept = "".join(c if c.isalnum() else " " for c in strip_accents(text.casefold()))
    return " ".join(kept.split())


def strip_accents(text: str) -> str:
    """The same letters, capitals kept, without accents: ``Şölèn Łoś`` is ``Solen Los``."""
    # NFKD also makes letters of ligatures, of full-width forms and of the raised numbers that people paste.
    plain = unicodedata.normalize("NFKD", text).translate(_UNDECOMPOSED)
    return "".join(c for c in plain if not unicodedata.combining(c))


def fold_tight(text: str) -> str:
    """Like `fold`, without any space: ``Lesbijwoning``, ``les-bijwoning`` and ``les bijwoning`` are one."""
    return fold(text).replace(" ", "")


def count_typos(one: str, other: str, most: int = 2) -> int | None:
    """Typing errors (insert, delete, replace, swap) between two texts as they are; None when over `most`."""
    distance = OSA.distance(one, other, score_cutoff=most)
    return distance if distance <= most else None


def find_closest(word: str, known: tuple[str, ...] | list[str], most: int = 2) -> str | None:
    """The one known word within `most` typing errors of `word`, compared folded; None when none or several tie."""
    ranked = sorted(
        (typos, candidate)
        for candidate in known
        if (typos := count_typos(fold_tight(word), fold_tight(candidate), most)) is not None
    )
    # Two that are as near leave a doubt that no guess may settle.
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def enumerate_words(words: list[str] | tuple[str, ...], last: str = "en") -> str:
    """Join words the Dutch way: ``a``, ``a en b``, ``a, b en c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def bind_french_marks(text: str) -> str:
    """French text with fixed spaces around its marks: no colon or question mark begins a line of its own."""
    return _FRENCH_SPACE.sub("\N{NO-BREAK SPACE}", text)
