"""What was found that satisfies each rule, in words for the positive page of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.dates import Period, format_date
from docgen.families.trajecten.dossier import Dossier
from docgen.families.trajecten.stappen import Gedaan, list_gedaan
from docgen.model.report import Fact
from docgen.model.rule import Outcome
from docgen.text import enumerate_words

_STEPS = ("az-stappen", "voorzitter-fasen", "selectietests-delen")


def find_facts(dossier: Dossier, outcomes: Sequence[Outcome]) -> tuple[Fact, ...]:
    """The steps with their days, and the mentor, for each rule that is in order."""
    return tuple(fact for outcome in outcomes if not outcome.findings for fact in _facts(dossier, outcome.rule))


def _facts(dossier: Dossier, rule: str) -> Iterator[Fact]:
    if rule in _STEPS:
        file = dossier.reading.file if dossier.reading else None
        yield from (Fact(rule, _say(gedaan), file) for gedaan in list_gedaan(dossier.record, dossier.peildatum))
    if rule == "mentor-gekozen" and (naam := dossier.record.mentor_naam) and (keuze := dossier.record.mentor_keuze):
        yield Fact(rule, f"De mentor is {naam}, {keuze}.", str(dossier.place("mentor_naam")))


def _say(gedaan: Gedaan) -> str:
    return f"{gedaan.wat}: {enumerate_words([_say_days(period) for period in gedaan.periods])}."


def _say_days(period: Period) -> str:
    first, last = format_date(period.first), format_date(period.last)
    return first if first == last else f"{first} tot {last}"
