"""Recognise the four required themes (handleiding § 7.1) behind the words that people write in the thema column.

Spelling variants (case, hyphens, spaces, typing errors) are sure; a word that only points at a theme is doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from docgen.families.jobtraining.record import Thema
from docgen.text import count_typos, fold

#: Spellings that name a theme of § 7.1, as folded words run together; so do "lesbezoek" and "lesbijwoning" (ruling).
_NAMES = {
    Thema.SCHOOL_ORGANISATORISCH: ("schoolorganisatorisch",),
    Thema.PEDAGOGISCH_DIDACTISCH: (
        "pedagogischdidactisch", "didactischpedagogisch", "pedagogischendidactisch", "didactischenpedagogisch",
    ),
    Thema.PERSONEELSGERICHT: ("personeelsgericht",),
    Thema.LESBIJWONING: (
        "bijwonenenbesprekenvaneenles", "bijwonenenbesprekeneenles", "bijwonenvaneenles", "bijwonenbesprekenles",
        "lesbijwonenenbespreken", "lesbijwoning", "lesbezoek", "lesbijgewoondenbesproken",
    ),
}  # fmt: skip
#: Words that point at a theme without naming it: the desk looks (ruling: never accepted in silence).
_HINTS = {
    Thema.SCHOOL_ORGANISATORISCH: r"\borganisat\w*|schoolorganisat\w*|\bschoolbeheer\b|\bschoolwerking\b",
    Thema.PEDAGOGISCH_DIDACTISCH: r"\w*pedagog\w*|\w*didact\w*|\bped\b|\bdid\b",
    Thema.PERSONEELSGERICHT: r"\w*personeel\w*|\bhr\b|\bhrm\b|\bfunctioneringsgesprek\w*",
    Thema.LESBIJWONING: (
        r"\bles\b|\blessen\b|\bles(?:observatie|opvolging|bespreking|bijwon|bezoe|besprek)\w*|\bklas(?:bezoek|observatie)\w*"
    ),
}
_HINT_PATTERNS = {thema: re.compile(pattern) for thema, pattern in _HINTS.items()}
#: "geen lesbezoek": the words are there, the theme may not be.
_DENIAL = re.compile(r"\b(?:geen|niet|nog te|zonder)\b")
#: Ruling: one or two typing errors still name the theme; with one more the desk looks.
_SURE_TYPOS, _DOUBTFUL_TYPOS = 2, 3
#: In a word this short two typing errors make another word ("klasbezoek").
_SHORT_NAME = 10
#: As many words as the longest theme of § 7.1 has: "bijwonen en bespreken van een les".
_MOST_WORDS = 6


class Match(IntEnum):
    """How surely a text names a theme."""

    NONE = 0
    DOUBTFUL = 1
    SURE = 2


@lru_cache(maxsize=2048)
def find_themas(text: str | None) -> dict[Thema, Match]:
    """The themes that one thema cell names or hints at; a cell may name several."""
    folded = fold(text or "")
    found = {thema: _match(thema, folded) for thema in Thema} if folded else {}
    if _DENIAL.search(folded):
        found = {thema: min(match, Match.DOUBTFUL) for thema, match in found.items()}
    return {thema: match for thema, match in found.items() if match is not Match.NONE}


def _match(thema: Thema, folded: str) -> Match:
    tight = folded.replace(" ", "")
    if any(name in tight for name in _NAMES[thema]):
        return Match.SURE
    typos = min(_typos_in(thema, folded), default=None)
    if typos is not None:
        return typos
    return Match.DOUBTFUL if _HINT_PATTERNS[thema].search(folded) else Match.NONE


def _typos_in(thema: Thema, folded: str) -> list[Match]:
    found = [match for run in _runs(folded) for name in _NAMES[thema] if (match := _near(run, name)) is not None]
    return [max(found)] if found else []


def _near(run: str, name: str) -> Match | None:
    """How near a run of words comes to a name of a theme; None when it does not."""
    if abs(len(run) - len(name)) > _SURE_TYPOS:
        return None
    typos = count_typos(run, name, _DOUBTFUL_TYPOS)
    if typos is None:
        return None
    allowed = _SURE_TYPOS if len(name) > _SHORT_NAME else 1
    if typos <= allowed:
        return Match.SURE
    return Match.DOUBTFUL if typos == allowed + 1 else None


def _runs(folded: str) -> Iterator[str]:
    """Every run of neighbouring words, written together."""
    words = folded.split()
    for start in range(len(words)):
        for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1):
            yield "".join(words[start:end])
