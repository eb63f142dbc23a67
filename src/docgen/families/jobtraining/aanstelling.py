"""One appointment of a trainee as an RL1 states it, and its administratieve toestand.

§ 4.3 asks for an RL1 and says nothing of what stands in it: the wordings are external.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from docgen.dates import Period
from docgen.families.jobtraining.rl1_woorden import is_withdrawn
from docgen.model.value import Place
from docgen.text import fold


class Toestand(StrEnum):
    """The administratieve toestand; only the first two are named by § 4.2."""

    WAARNEMEND = "waarnemend"
    PROEFTIJD = "toegelaten tot de proeftijd"
    VAST = "vast benoemd"
    ONBEKEND = "niet vermeld"


#: § 4.2 speaks of who "waarnemend is aangesteld of toegelaten werd tot de proeftijd".
TELT_MEE = frozenset({Toestand.WAARNEMEND, Toestand.PROEFTIJD})
#: Wordings of RL1 prints (external), the strongest first: somebody vast benoemd elsewhere may be waarnemend here.
_WORDINGS = (
    (Toestand.PROEFTIJD, re.compile(r"\bproef\s?tijd\w*|\bproefperiode\b|\bop proef\b|\btap\b")),
    (Toestand.WAARNEMEND, re.compile(r"\bwaarn(?:em\w*)?\b|\bw ?n ?d\b|\btijdelijk\w*|\btijd\b|\btadd\b|\btabd\b")),
    (Toestand.VAST, re.compile(r"\bvast\b|\bvastbenoemd\w*|\bbenoemd\w*|\bvaste benoeming\b|\bdefinitief\b")),
)


@dataclass(frozen=True)
class Aanstelling:
    """An appointment: first and last day (both included, None = still running), ambt, toestand, and where it stands."""

    first: date
    last: date | None
    ambt: str | None = None
    toestand: Toestand = Toestand.ONBEKEND
    volume: str | None = None
    instelling: str | None = None
    naam: str | None = None
    place: Place | None = None

    def until(self, telgrens: date) -> Period | None:
        """Its days, an open end taken to the telgrens (rulings 2 and 9); None when it begins after that."""
        last = self.last if self.last is not None else telgrens
        return Period(self.first, last) if self.first <= last else None


def parse_toestand(text: str) -> Toestand:
    """The toestand that a text words, ONBEKEND when it words none."""
    folded = fold(text)
    if is_withdrawn(text):
        return Toestand.ONBEKEND
    return next((toestand for toestand, wording in _WORDINGS if wording.search(folded)), Toestand.ONBEKEND)
