"""The count of ten months (handleiding § 4.2), one function per ruling.

The rulings, where § 4.2 leaves a choice, by the numbers that the whole family uses:

1. A period has a first and a last day, both included; 5 July and 15 August are both excluded days.
2. A waarnemende appointment of fewer than 30 calendar days, before anything is excluded, is dropped; exactly 30 counts.
   Each is judged by itself: where joining adjacent ones changes the outcome, that is a grensgeval.
3. Only the declared ambt counts, waarnemend or in proeftijd; another one that would decide makes a grensgeval.
4. What remains is clipped to startdatum and telgrens and merged, the excluded days are taken out: D days are left.
5. Ten months are R days, from the first counted day to that day ten calendar months later; D ≥ R is complete.
6. A month may also be read as 30 days: 300 ≤ D < R is a grensgeval, fewer days are not enough.
7. A count that falls short says how many days are missing, and the day that ten months are reached if it still runs.
8. The seven years of § 8 (`zevenjaar`).
9. An empty end, or one in the far future, means "still running".
10. Part-time work and other interruptions are shown, never scaled: § 4.2 does not speak of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import combinations

from docgen.dates import Period, add_months, clip_period, count_days, is_open_end, merge_periods, subtract_periods
from docgen.families.jobtraining.aanstelling import TELT_MEE, Aanstelling, Toestand
from docgen.families.jobtraining.ambt import is_outside, same_ambt

#: "Waarnemende aanstellingen van minder dan 30 dagen worden niet in aanmerking genomen", § 4.2.
KORTSTE_WAARNEMING = 30  # days
#: "een periode van 10 maanden", § 4.2.
DUUR = 10  # months
#: Ten months read as thirty days each (ruling 6).
DUUR_IN_DAGEN = 300
#: "5 juli tot 15 augustus worden niet meegerekend", § 4.2; both are excluded days (ruling 1).
ZOMER_VAN, ZOMER_TOT = (7, 5), (8, 15)
#: How far a running appointment is followed to find the first complete day: ten months and their summers fit easily.
_VOORUITZICHT = 36  # months


class Uitkomst(StrEnum):
    """What a count comes to."""

    VOLLEDIG = "volledig"
    GRENSGEVAL = "grensgeval"
    ONVOLDOENDE = "onvoldoende"


class Lezing(StrEnum):
    """Another admissible reading of § 4.2 under which an appointment would count (rulings 2 and 3)."""

    SAMENGEVOEGD = "aansluitende aanstellingen samen beoordeeld worden"
    ANDERE_TOESTAND = "een andere of niet vermelde toestand meegeteld wordt"
    ANDER_AMBT = "een ander of niet vermeld ambt meegeteld wordt"


@dataclass(frozen=True)
class Telling:
    """The days that count under one reading of § 4.2: spans without excluded days, merged and in order."""

    served: tuple[Period, ...]
    spans: tuple[Period, ...]

    @property
    def days(self) -> int:
        """D: the counted days (ruling 4)."""
        return count_days(self.spans)

    @property
    def excluded(self) -> int:
        """The days of 5 July to 15 August that were taken out (§ 4.2; ruling 1)."""
        return count_days(self.served) - self.days

    @property
    def first(self) -> date | None:
        """The first counted day: the first one left once the excluded days are out."""
        return self.spans[0].first if self.spans else None

    @cached_property
    def required(self) -> int:
        """R: the days that ten months take from the first counted day (ruling 5); 0 when no day counts."""
        return required_days(self.first) if self.first else 0

    @property
    def outcome(self) -> Uitkomst:
        """Whether D reaches R (rulings 5 and 6)."""
        return judge_days(self.days, self.required) if self.spans else Uitkomst.ONVOLDOENDE


@dataclass(frozen=True)
class Gewogen:
    """An appointment, and the other readings it would take to count it; none: it counts.

    `is_outside` marks a post such as leraar, which no reading counts: § 4.1 asks a selectie- of bevorderingsambt.
    """

    aanstelling: Aanstelling
    needs: frozenset[Lezing]
    is_short: bool = False
    is_outside: bool = False


@dataclass(frozen=True)
class Diensttijd:
    """The whole count of one dossier. `beslissend` are the readings that would change an outcome that falls short."""

    window: Period
    gewogen: tuple[Gewogen, ...]
    telling: Telling
    beslissend: tuple[tuple[Lezing, ...], ...] = ()
    complete_on: date | None = None
    verklaard: bool = False

    @property
    def outcome(self) -> Uitkomst:
        """The outcome of the ruling's reading, or a grensgeval when another admissible one decides otherwise."""
        if self.beslissend and self.telling.outcome is Uitkomst.ONVOLDOENDE:
            return Uitkomst.GRENSGEVAL
        return self.telling.outcome

    @property
    def missing(self) -> int | None:
        """Days that are missing to ten months (ruling 7); None when not one day counts."""
        return max(self.telling.required - self.telling.days, 0) if self.telling.spans else None

    @property
    def short(self) -> tuple[Aanstelling, ...]:
        """The waarnemende appointments that were dropped because they are too short (ruling 2)."""
        return tuple(item.aanstelling for item in self.gewogen if item.is_short)


def count_diensttijd(aanstellingen: Sequence[Aanstelling], ambt: str | None, window: Period) -> Diensttijd:
    """Count ten months (§ 4.2) from appointments; `window` is startdatum to telgrens."""
    gewogen = weigh_aanstellingen(aanstellingen, ambt, window.last)
    telling = count_under(gewogen, frozenset(), window)
    return Diensttijd(
        window=window,
        gewogen=gewogen,
        telling=telling,
        beslissend=find_decisive(gewogen, telling, window),
        complete_on=find_complete_day(aanstellingen, ambt, window, telling),
    )


def count_declared(window: Period, *, running: bool) -> Diensttijd:
    """Count ten months from the declared dates alone (ruling), where no RL1 (§ 4.3) gives appointments."""
    telling = count_spans([window])
    ahead = Period(window.first, add_months(window.last, _VOORUITZICHT)) if running else window
    return Diensttijd(
        window=window,
        gewogen=(),
        telling=telling,
        complete_on=reach_day(count_spans([ahead]).spans, telling.required),
        verklaard=True,
    )


def find_telgrens(einddatum: date | None, peildatum: date) -> date:
    """The last day that counts: the einddatum of the jobtraining (§ 9), else the peildatum (ruling)."""
    return peildatum if einddatum is None or is_open_end(einddatum) else einddatum


def is_short_waarneming(aanstelling: Aanstelling, telgrens: date) -> bool:
    """Ruling 2: waarnemend and shorter than 30 calendar days, before anything is excluded; exactly 30 counts."""
    days = aanstelling.until(telgrens)
    return aanstelling.toestand is Toestand.WAARNEMEND and days is not None and days.days < KORTSTE_WAARNEMING


def weigh_aanstellingen(aanstellingen: Iterable[Aanstelling], ambt: str | None, telgrens: date) -> tuple[Gewogen, ...]:
    """Rulings 2 and 3: which appointments count, and for the others under which reading they would."""
    return tuple(_weigh(aanstelling, ambt, telgrens) for aanstelling in aanstellingen)


def _weigh(aanstelling: Aanstelling, ambt: str | None, telgrens: date) -> Gewogen:
    short = is_short_waarneming(aanstelling, telgrens)
    outside = is_outside(aanstelling.ambt or "") and not same_ambt(aanstelling.ambt, ambt)
    needs = {
        Lezing.SAMENGEVOEGD: short,
        Lezing.ANDERE_TOESTAND: aanstelling.toestand not in TELT_MEE,
        Lezing.ANDER_AMBT: not same_ambt(aanstelling.ambt, ambt),
    }
    return Gewogen(aanstelling, frozenset(lezing for lezing, needed in needs.items() if needed), short, outside)


def count_under(gewogen: Sequence[Gewogen], lezingen: frozenset[Lezing], window: Period) -> Telling:
    """Count the appointments that the given readings admit; no reading at all is the ruling's own."""
    admitted = [i for i in gewogen if i.needs <= lezingen and not i.is_outside and i.aanstelling.until(window.last)]
    # Only under the reading that joins them are short ones among the admitted; alone they stay too short.
    joined = join_adjacent(admitted, window.last)
    periods = [period for item in admitted if not item.is_short or item in joined for period in _days(item, window)]
    return count_spans(periods)


def join_adjacent(admitted: Sequence[Gewogen], telgrens: date) -> frozenset[Gewogen]:
    """Ruling 2: the short appointments that reach 30 days together with what they touch or overlap."""
    spans = merge_periods(filter(None, (item.aanstelling.until(telgrens) for item in admitted)))
    long = [span for span in spans if span.days >= KORTSTE_WAARNEMING]
    return frozenset(
        item for item in admitted if item.is_short and any(item.aanstelling.first in span for span in long)
    )


def _days(item: Gewogen, window: Period) -> Iterator[Period]:
    """Ruling 4: the appointment clipped to startdatum and telgrens."""
    period = item.aanstelling.until(window.last)
    clipped = clip_period(period, window) if period else None
    if clipped is not None:
        yield clipped


def count_spans(periods: Iterable[Period]) -> Telling:
    """Ruling 4: merge what overlaps or touches, and take the excluded days out."""
    served = merge_periods(periods)
    return Telling(served, subtract_periods(served, excluded_days(served)))


def excluded_days(served: Sequence[Period]) -> list[Period]:
    """Ruling 1: 5 July to 15 August, both included, of every year that the periods touch."""
    if not served:
        return []
    years = range(served[0].first.year, served[-1].last.year + 1)
    return [Period(date(year, *ZOMER_VAN), date(year, *ZOMER_TOT)) for year in years]


def required_days(first: date) -> int:
    """Ruling 5: R = (first counted day + 10 calendar months, clipped to the month's end) − first counted day."""
    return (add_months(first, DUUR) - first).days


def judge_days(days: int, required: int) -> Uitkomst:
    """Rulings 5 and 6: D ≥ R is complete, 300 ≤ D < R a grensgeval, less is not enough."""
    if days >= required:
        return Uitkomst.VOLLEDIG
    return Uitkomst.GRENSGEVAL if days >= DUUR_IN_DAGEN else Uitkomst.ONVOLDOENDE


def find_decisive(gewogen: Sequence[Gewogen], telling: Telling, window: Period) -> tuple[tuple[Lezing, ...], ...]:
    """Rulings 2 and 3: the smallest sets of other readings that give another outcome than falling short."""
    # What is complete is left at that: the other readings add days, and take none away.
    if telling.outcome is Uitkomst.VOLLEDIG:
        return ()
    offered = [lezing for lezing in Lezing if any(lezing in item.needs for item in gewogen)]
    for size in range(1, len(offered) + 1):
        sets = [chosen for chosen in combinations(offered, size) if _changes(chosen, gewogen, telling, window)]
        if sets:
            return tuple(sets)
    return ()


def _changes(chosen: tuple[Lezing, ...], gewogen: Sequence[Gewogen], telling: Telling, window: Period) -> bool:
    return count_under(gewogen, frozenset(chosen), window).outcome is not telling.outcome


def find_complete_day(
    aanstellingen: Sequence[Aanstelling], ambt: str | None, window: Period, telling: Telling
) -> date | None:
    """Ruling 7: the day on which ten months are reached, also later when the last appointment still runs."""
    if telling.outcome is Uitkomst.VOLLEDIG:
        return reach_day(telling.spans, telling.required)
    ahead = Period(window.first, add_months(window.last, _VOORUITZICHT))
    later = count_under(weigh_aanstellingen(aanstellingen, ambt, ahead.last), frozenset(), ahead)
    day = reach_day(later.spans, later.required) if later.spans else None
    return day if day is not None and day > window.last else None


def reach_day(spans: Sequence[Period], required: int) -> date | None:
    """The day on which the counted days reach `required`; None when they do not."""
    left = required
    for span in spans:
        if span.days >= left > 0:
            return date.fromordinal(span.first.toordinal() + left - 1)
        left -= span.days
    return None
