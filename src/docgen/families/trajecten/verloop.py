"""What a begeleidingsverslag says was done, and when: the filled rows of each step, phase or part, and which count.

Rulings: a row counts when its days are readable, in order and not after the peildatum; of more rows for the same
step the first that counts is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import TypeVar

from pydantic import BaseModel

from docgen.dates import Period
from docgen.families.trajecten.record import (
    BegeleideStap,
    Deel,
    Fase,
    Selectie,
    Stap,
    VerslagAz,
    VerslagSelectietests,
    VerslagVoorzitter,
)

_Row = TypeVar("_Row")


class Bezwaar(Enum):
    """Why a row does not count."""

    GEEN_BEGIN = "geen begin"
    GEEN_EINDE = "geen einde"
    OMGEKEERD = "het einde ligt voor het begin"
    LATER = "na de peildatum"


class Volgorde(Enum):
    """Whether the days of successive phases follow each other."""

    JUIST = "in volgorde"
    GRENSGEVAL = "in volgorde volgens één lezing"
    VERKEERD = "niet in volgorde"


@dataclass(frozen=True)
class Keer:
    """One row with a day in it: its number, its first and last day, and why it does not count (None when it does)."""

    rij: int
    eerste: date | None
    laatste: date | None
    bezwaar: Bezwaar | None

    @property
    def period(self) -> Period | None:
        """From its first to its last day, both included; None when it does not count."""
        if self.bezwaar or self.eerste is None or self.laatste is None:
            return None
        return Period(self.eerste, self.laatste)


def find_stap(record: VerslagAz, selectie: Selectie, stap: Stap, peildatum: date) -> tuple[Keer, ...]:
    """The rows of one step of one selection; only the ondersteuning asks for a second day (§ Consultant A tot Z)."""
    rows = _number(record.stappen, lambda row: (row.selectie, row.stap) == (selectie, stap))
    return _weigh(((number, row.datum, _end_of(row)) for number, row in rows), peildatum)


def _end_of(row: BegeleideStap) -> date | None:
    return row.einddatum if row.stap is Stap.ONDERSTEUNING else row.einddatum or row.datum


def find_interviews(record: VerslagAz, peildatum: date) -> tuple[Keer, ...]:
    """The dated interviews (§ Consultant A tot Z)."""
    rows = enumerate(record.interviews, start=1)
    return _weigh(((number, row.datum, row.datum) for number, row in rows), peildatum)


def find_fase(record: VerslagVoorzitter, fase: Fase, peildatum: date) -> tuple[Keer, ...]:
    """The dated rows of one phase (§ Interviewvoorzitter)."""
    rows = _number(record.fasen, lambda row: row.fase is fase)
    return _weigh(((number, row.datum, row.datum) for number, row in rows), peildatum)


def find_deel(record: VerslagSelectietests, deel: Deel, peildatum: date) -> tuple[Keer, ...]:
    """The rows of one part, from the kwaliteitsanalyse to the finale versie (§ Consultant selectietests)."""
    rows = _number(record.delen, lambda row: row.deel is deel)
    return _weigh(((number, row.kwaliteitsanalyse, row.finale_versie) for number, row in rows), peildatum)


def first_period(keren: Iterable[Keer]) -> Period | None:
    """The earliest row that counts."""
    return min((keer.period for keer in keren if keer.period), default=None)


def judge_volgorde(phases: Sequence[Sequence[date]]) -> Volgorde:
    """How the days of successive phases lie ("ten slotte", § Interviewvoorzitter); each phase has at least one.

    Ruling: two phases on one day, or a phase that was first done before an earlier one, are a grensgeval.
    """
    if find_reeks(phases) is None:
        return Volgorde.VERKEERD
    ordered = all(min(before) <= min(after) for before, after in pairwise(phases))
    return Volgorde.JUIST if ordered and find_reeks(phases, apart=True) else Volgorde.GRENSGEVAL


def find_reeks(phases: Sequence[Sequence[date]], *, apart: bool = False) -> tuple[date, ...] | None:
    """One day of each phase so that they follow each other, on days `apart` if asked; None when there are none."""
    found: list[date] = []
    for days in phases:
        # The earliest day that fits leaves most room for the phases that follow.
        fitting = [day for day in days if not found or day > found[-1] or (day == found[-1] and not apart)]
        if not fitting:
            return None
        found.append(min(fitting))
    return tuple(found)


def unnamed_rows(rows: Sequence[BaseModel], names: Sequence[str], days: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Rows with a day but without what it is the day of: the row's number, and the empty column."""
    for number, row in enumerate(rows, start=1):
        empty = next((name for name in names if getattr(row, name) is None), None)
        if empty and any(getattr(row, day) for day in days):
            yield number, empty


def _number(rows: Sequence[_Row], fits: Callable[[_Row], bool]) -> list[tuple[int, _Row]]:
    return [(number, row) for number, row in enumerate(rows, start=1) if fits(row)]


def _weigh(rows: Iterable[tuple[int, date | None, date | None]], peildatum: date) -> tuple[Keer, ...]:
    """The rows with a day in them, each with its objection."""
    return tuple(
        Keer(number, first, last, _object(first, last, peildatum)) for number, first, last in rows if first or last
    )


def _object(first: date | None, last: date | None, peildatum: date) -> Bezwaar | None:
    if first is None:
        return Bezwaar.GEEN_BEGIN
    # Before an end that is missing: what has still to come may well have none yet.
    if max(first, last or first) > peildatum:
        return Bezwaar.LATER
    if last is None:
        return Bezwaar.GEEN_EINDE
    return Bezwaar.OMGEKEERD if first > last else None
