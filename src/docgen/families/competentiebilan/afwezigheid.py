"""Count uninterrupted absences against "meer dan drie maanden" and "meer dan 12 maanden", one function per ruling.

The source (§ Voorwaarden) gives the thresholds and the excepted leaves; how to count is ours. One reading is the
ruling; where another admissible one (`Lezing`) gives another answer, the outcome is a grensgeval and the desk decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations, pairwise

from docgen.dates import Period, add_months, is_open_end, merge_periods
from docgen.families.competentiebilan.aanvraag import Afwezigheid
from docgen.families.competentiebilan.keuzes import Reden

#: "een ononderbroken afwezigheid van meer dan drie maanden wegens ziekte", § Voorwaarden.
DREMPEL_ZIEKTE = 3  # months
#: "een ononderbroken afwezigheid van meer dan 12 maanden", § Voorwaarden.
DREMPEL_AFWEZIG = 12  # months
#: "uitzondering: verlof gekoppeld aan de bescherming van het moederschap en het ouderschapsverlof of verlof voor
#: opdracht", § Voorwaarden.
UITGEZONDERD = frozenset({Reden.MOEDERSCHAP, Reden.OUDERSCHAP, Reden.OPDRACHT})


class Uitkomst(StrEnum):
    """What a count comes to."""

    MEER = "meer"
    GRENSGEVAL = "grensgeval"
    NIET_MEER = "niet meer"


class Lezing(StrEnum):
    """Another admissible reading of § Voorwaarden (rulings), as a clause that goes on a "als"."""

    ONGEVAL = "een ongeval als ziekte telt"
    GEEN_REDEN = "de afwezigheid zonder vermelde reden meetelt"
    UITGEZONDERD = "uitgezonderd verlof binnen een langere afwezigheid meetelt"
    WEEKEND = "een weekend tussen twee afwezigheden ze niet onderbreekt"
    MAANDEINDE = "maanden die op een onbestaande dag zouden eindigen, tot het einde van die maand lopen"


@dataclass(frozen=True)
class Afwezig:
    """A usable absence: its days, why, and whether it still runs (then it is taken to the peildatum)."""

    days: Period
    reden: Reden | None
    runs: bool = False


@dataclass(frozen=True)
class Telling:
    """The longest uninterrupted absence that counts, and which other readings would decide otherwise."""

    uitkomst: Uitkomst
    longest: Period | None
    lezingen: tuple[Lezing, ...] = ()
    runs: bool = False


#: Which readings a reason needs to count; None: it counts under none.
Needs = Callable[[Reden | None], "frozenset[Lezing] | None"]


def needs_for_illness(reden: Reden | None) -> frozenset[Lezing] | None:
    """Ruling: "wegens ziekte" is illness alone; an accident, or no reason at all, only counts under another reading."""
    if reden is Reden.ZIEKTE:
        return frozenset()
    return {Reden.ONGEVAL: frozenset({Lezing.ONGEVAL}), None: frozenset({Lezing.GEEN_REDEN})}.get(reden)


def needs_for_absence(reden: Reden | None) -> frozenset[Lezing] | None:
    """Ruling: the three excepted leaves do not count; without a reason nobody knows whether it is one of them."""
    if reden in UITGEZONDERD:
        return frozenset({Lezing.UITGEZONDERD})
    return frozenset() if reden is not None else frozenset({Lezing.GEEN_REDEN})


def count_illness(rows: Iterable[Afwezigheid], peildatum: date) -> Telling:
    """Whether an uninterrupted absence for illness lasted more than three months (§ Voorwaarden)."""
    return _count(_Question(read_absences(rows, peildatum), DREMPEL_ZIEKTE, needs_for_illness))


def count_absence(rows: Iterable[Afwezigheid], peildatum: date) -> Telling:
    """Whether an uninterrupted absence, excepted leave aside, lasted more than twelve months (§ Voorwaarden)."""
    return _count(_Question(read_absences(rows, peildatum), DREMPEL_AFWEZIG, needs_for_absence))


def read_absences(rows: Iterable[Afwezigheid], peildatum: date) -> tuple[Afwezig, ...]:
    """The absences with a first day and no last day before it; both days are included, an open one runs on (ruling)."""
    found = []
    for row in rows:
        runs = is_open_end(row.laatste_dag)
        last = peildatum if runs or row.laatste_dag is None else row.laatste_dag
        if row.eerste_dag is not None and row.eerste_dag <= last:
            found.append(Afwezig(Period(row.eerste_dag, last), row.reden, runs))
    return tuple(found)


def join_absences(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Ruling: absences that overlap, or of which one begins the day after the other, are one uninterrupted absence."""
    return merge_periods(periods)


def join_over_weekends(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The other reading: two absences with nothing but a Saturday or a Sunday between them are one as well."""
    joined = join_absences(periods)
    weekends = (_weekend_between(one, other) for one, other in pairwise(joined))
    return merge_periods([*joined, *filter(None, weekends)])


def _weekend_between(one: Period, other: Period) -> Period | None:
    gap = Period(one.last + timedelta(days=1), other.first - timedelta(days=1))
    days = [gap.first + timedelta(days=number) for number in range(min(gap.days, 3))]
    return gap if gap.days <= 2 and all(day.weekday() >= 5 for day in days) else None


def is_longer(absence: Period, months: int) -> bool:
    """Ruling: strictly more than so many calendar months. From 10 January, three months end on 9 April.

    Where the month has no such day, it ends on its last day but one: from 30 November, three months end on 27 February.
    """
    return absence.last >= add_months(absence.first, months)


def is_longer_to_month_end(absence: Period, months: int) -> bool:
    """The other reading: from 30 November, three months end with February, because there is no 30 February."""
    end = add_months(absence.first, months)
    return absence.last > end if end.day != absence.first.day else absence.last >= end


@dataclass(frozen=True)
class _Question:
    """What is counted: the absences, the threshold in months, and which readings each reason needs."""

    absences: Sequence[Afwezig]
    months: int
    needs: Needs

    def longest(self, chosen: frozenset[Lezing] = frozenset()) -> Period | None:
        """The absence that comes furthest under these readings; excepted leave through and through is none."""
        asked = [(absence.days, self.needs(absence.reden)) for absence in self.absences]
        counted = [(days, need) for days, need in asked if need is not None and need <= chosen]
        own = [days for days, need in counted if Lezing.UITGEZONDERD not in need]
        join = join_over_weekends if Lezing.WEEKEND in chosen else join_absences
        # Excepted leave may join two absences into one, but is none by itself.
        spans = [span for span in join(days for days, _ in counted) if any(days.first in span for days in own)]
        return max(spans, key=self._reach, default=None)

    def _reach(self, span: Period) -> tuple[bool, bool, int]:
        return is_longer_to_month_end(span, self.months), is_longer(span, self.months), span.days

    def choices(self) -> list[frozenset[Lezing]]:
        """Every set of other readings that these absences leave room for, the smallest first."""
        offered = sorted({Lezing.WEEKEND}.union(*(self.needs(absence.reden) or () for absence in self.absences)))
        return [frozenset(chosen) for size in range(1, len(offered) + 1) for chosen in combinations(offered, size)]


def _count(question: _Question) -> Telling:
    """The ruling's own count first; then the fewest other readings that would turn it."""
    longest, months = question.longest(), question.months
    runs = any(absence.runs and longest and absence.days.last == longest.last for absence in question.absences)
    # The stricter way to end a month first: what is longer by both readings leaves no doubt.
    if longest and is_longer_to_month_end(longest, months):
        return Telling(Uitkomst.MEER, longest, (), runs)
    if longest and is_longer(longest, months):
        return Telling(Uitkomst.GRENSGEVAL, longest, (Lezing.MAANDEINDE,), runs)
    for chosen in question.choices():
        other = question.longest(chosen)
        if other and is_longer(other, months):
            return Telling(Uitkomst.GRENSGEVAL, longest, tuple(sorted(chosen)), runs)
    return Telling(Uitkomst.NIET_MEER, longest, (), runs)
