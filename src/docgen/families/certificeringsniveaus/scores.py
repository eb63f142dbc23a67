"""Scores of Q-checks: read strictly out of 100, averaged exactly, printed with one decimal that is rounded down.

Source: certificeringsniveaus, § Klantcertificering ("80 procent of meer"); the rounding is a ruling: 79,99 is not 80.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

#: "80 procent of meer", § Klantcertificering.
VEREISTE_SCORE = Fraction(80)
#: The source speaks of "procent" (§ Klantcertificering): a score is out of 100 (ruling).
HOOGSTE_SCORE = 100
_SCORE = re.compile(r"(\d{1,3}(?:[.,]\d{1,20})?)\s*(%|procent)?", re.IGNORECASE)


def parse_score(text: str) -> Decimal | None:
    """A score out of 100; None for what is none, and for a doubtful one.

    A number over 0 and up to 1 without a percent sign may be a cell that Excel shows as a percentage: it is doubtful.
    """
    found = _SCORE.fullmatch(text.strip())
    if found is None:
        return None
    score = Decimal(found[1].replace(",", "."))
    if score > HOOGSTE_SCORE or (found[2] is None and 0 < score <= 1):
        return None
    return score


def average(values: Iterable[Decimal | Fraction]) -> Fraction | None:
    """The exact mean; None of nothing."""
    exact = [Fraction(value) for value in values]
    return sum(exact, Fraction(0)) / len(exact) if exact else None


def format_score(value: Fraction) -> str:
    """``79,9`` for 79.99: one decimal, rounded down, with a comma (in Dutch and in French)."""
    return _with_comma(value * 10 // 1)


def format_shortfall(value: Fraction) -> str:
    """How much is missing to the required score; one decimal rounded up, so never 0 where some is missing."""
    return _with_comma(-((value - VEREISTE_SCORE) * 10 // 1))


def _with_comma(tenths: int) -> str:
    return f"{tenths // 10},{tenths % 10}"
