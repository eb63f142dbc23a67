"""What was done in a trajectory, line by line with its days, in the words of the form: what a certificate prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from docgen.dates import Period
from docgen.families.trajecten.formulieren import AZ, INTERVIEWVOORZITTER, SELECTIETESTS
from docgen.families.trajecten.record import (
    Deel,
    Fase,
    Selectie,
    Stap,
    VerslagAz,
    VerslagSelectietests,
    VerslagVoorzitter,
)
from docgen.families.trajecten.verloop import (
    find_deel,
    find_fase,
    find_interviews,
    find_reeks,
    find_stap,
    first_period,
)
from docgen.model.form import Form

#: "Naast de begeleiding bij de interviews" (§ Consultant A tot Z); the French is docgen's own.
_INTERVIEWS = {"nl": "Begeleiding bij interviews", "fr": "Accompagnement lors d’entretiens"}


@dataclass(frozen=True)
class Gedaan:
    """One thing that was done, in words, and when: one or more times, each from a first to a last day."""

    wat: str
    periods: tuple[Period, ...]

    @property
    def last(self) -> date:
        """The last day of all."""
        return max(period.last for period in self.periods)


def list_gedaan(record: Any, on: date, language: str = "nl") -> tuple[Gedaan, ...]:  # noqa: ANN401 - any verslag, or None
    """Everything that counts on that day, in the order of the source; what has no day that counts is left out."""
    tell = _TELL.get(type(record))
    return tuple(tell(record, on, language)) if tell else ()


def _tell_az(record: VerslagAz, on: date, language: str) -> Iterator[Gedaan]:
    form = AZ.in_language(language)
    names = {Selectie.EERSTE: record.eerste_selectie, Selectie.TWEEDE: record.tweede_selectie}
    for selectie in Selectie:
        shown = _shown(form, "stappen__1__selectie", selectie)
        name = f" ({names[selectie]})" if names[selectie] else ""
        colon = " : " if language == "fr" else ": "
        for stap in Stap:
            if period := first_period(find_stap(record, selectie, stap, on)):
                yield Gedaan(f"{shown}{name}{colon}{form.questions['stappen__1__stap'].show(stap)}", (period,))
    if interviews := sorted(keer.period for keer in find_interviews(record, on) if keer.period):
        yield Gedaan(_INTERVIEWS[language], tuple(interviews))


def _tell_voorzitter(record: VerslagVoorzitter, on: date, language: str) -> Iterator[Gedaan]:
    """Of each phase (§ Interviewvoorzitter) the day that follows the one of the phase before, else its first."""
    form = INTERVIEWVOORZITTER.in_language(language)
    days = [[keer.period.first for keer in find_fase(record, fase, on) if keer.period] for fase in Fase]
    # The days that a certificate prints should show the order that was judged: apart, else in order, else as they are.
    taken = find_reeks(days, apart=True) or find_reeks(days) or [min(found, default=None) for found in days]
    for fase, day in zip(Fase, taken, strict=True):
        if day is not None:
            yield Gedaan(_shown(form, "fasen__1__fase", fase), (Period(day, day),))


def _tell_selectietests(record: VerslagSelectietests, on: date, language: str) -> Iterator[Gedaan]:
    form = SELECTIETESTS.in_language(language)
    for deel in Deel:
        if period := first_period(find_deel(record, deel, on)):
            yield Gedaan(_shown(form, "delen__1__deel", deel), (period,))


def _shown(form: Form, key: str, value: str) -> str:
    """The form's word for a choice, as it stands at the head of a line."""
    words = form.questions[key].show(str(value))
    return words[:1].upper() + words[1:]


_TELL: dict[type, Callable[[Any, date, str], Iterator[Gedaan]]] = {
    VerslagAz: _tell_az,
    VerslagVoorzitter: _tell_voorzitter,
    VerslagSelectietests: _tell_selectietests,
}
