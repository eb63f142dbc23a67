"""Absences counted against "meer dan drie maanden" and "meer dan 12 maanden" (Voorwaarden), each ruling as a table."""

from __future__ import annotations

from datetime import date

import pytest

from bilan_dossiers import PEILDATUM, absence
from docgen.dates import Period
from docgen.families.competentiebilan.afwezigheid import (
    Lezing,
    Uitkomst,
    count_absence,
    count_illness,
    is_longer,
    is_longer_to_month_end,
    join_absences,
    join_over_weekends,
    needs_for_absence,
    needs_for_illness,
    read_absences,
)
from docgen.families.competentiebilan.keuzes import Reden

MEER, GRENS, NIET = Uitkomst.MEER, Uitkomst.GRENSGEVAL, Uitkomst.NIET_MEER


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def row(first: str, last: str | None, reden: Reden | None = Reden.ZIEKTE):
    return absence(date.fromisoformat(first), date.fromisoformat(last) if last else None, reden)


@pytest.mark.parametrize(
    ("longer", "to_month_end", "first", "last", "months", "why"),
    [
        (False, False, "2026-01-10", "2026-04-08", 3, "a day under"),
        (False, False, "2026-01-10", "2026-04-09", 3, "exactly three months: strict"),
        (True, True, "2026-01-10", "2026-04-10", 3, "a day over"),
        (False, False, "2026-07-01", "2026-09-30", 3, "92 days, yet three months"),
        (True, True, "2026-02-01", "2026-05-01", 3, "90 days, yet a day more than three months"),
        (False, False, "2025-12-01", "2026-02-28", 3, "February is a month"),
        (False, False, "2025-11-30", "2026-02-27", 3, "under in both readings"),
        (True, False, "2025-11-30", "2026-02-28", 3, "there is no 30 February: the readings differ"),
        (True, True, "2025-11-30", "2026-03-01", 3, "over in both readings"),
        (True, False, "2027-11-30", "2028-02-29", 3, "nor in a leap year"),
        (True, False, "2026-01-31", "2026-04-30", 3, "there is no 31 April"),
        (False, False, "2025-03-01", "2026-02-27", 12, "a day under"),
        (False, False, "2025-03-01", "2026-02-28", 12, "exactly 12 months: strict"),
        (True, True, "2025-03-01", "2026-03-01", 12, "a day over"),
        (False, False, "2023-03-01", "2024-02-29", 12, "a year with a leap day"),
        (True, False, "2024-02-29", "2025-02-28", 12, "there is no 29 February: the readings differ"),
        (True, True, "2024-02-29", "2025-03-01", 12, "over in both readings"),
    ],
)
def test_more_than_so_many_calendar_months(longer, to_month_end, first, last, months, why):
    assert longer == is_longer(period(first, last), months), why
    assert to_month_end == is_longer_to_month_end(period(first, last), months), why


@pytest.mark.parametrize(
    ("joined", "over_weekends", "spans", "why"),
    [
        (1, 1, [("2026-03-02", "2026-03-06"), ("2026-03-07", "2026-03-20")], "the day after"),
        (1, 1, [("2026-03-02", "2026-03-06"), ("2026-03-04", "2026-03-20")], "overlapping"),
        (2, 1, [("2026-03-02", "2026-03-06"), ("2026-03-09", "2026-03-20")], "a weekend between"),
        (2, 1, [("2026-03-02", "2026-03-07"), ("2026-03-09", "2026-03-20")], "a Sunday between"),
        (2, 2, [("2026-03-02", "2026-03-05"), ("2026-03-09", "2026-03-20")], "a Friday too"),
        (2, 2, [("2026-03-02", "2026-03-06"), ("2026-03-10", "2026-03-20")], "a Monday too"),
        (2, 2, [("2026-03-02", "2026-03-04"), ("2026-03-06", "2026-03-20")], "one working day"),
        (2, 2, [("2026-03-02", "2026-03-06"), ("2026-03-16", "2026-03-20")], "a week"),
    ],
)
def test_what_follows_without_a_day_between_is_uninterrupted(joined, over_weekends, spans, why):
    periods = [period(*span) for span in spans]
    assert joined == len(join_absences(periods)), why
    assert over_weekends == len(join_over_weekends(periods)), why


@pytest.mark.parametrize(
    ("reden", "illness", "absence_"),
    [
        (Reden.ZIEKTE, set(), set()),
        (Reden.ONGEVAL, {Lezing.ONGEVAL}, set()),
        (Reden.ANDERE, None, set()),
        (Reden.MOEDERSCHAP, None, {Lezing.UITGEZONDERD}),
        (Reden.OUDERSCHAP, None, {Lezing.UITGEZONDERD}),
        (Reden.OPDRACHT, None, {Lezing.UITGEZONDERD}),
        (None, {Lezing.GEEN_REDEN}, {Lezing.GEEN_REDEN}),
    ],
)
def test_which_reasons_count_for_which_threshold(reden, illness, absence_):
    assert illness == needs_for_illness(reden)
    assert absence_ == needs_for_absence(reden)


@pytest.mark.parametrize(
    ("expected", "rows", "why"),
    [
        ([], [absence(None, date(2026, 5, 1))], "no first day"),
        ([], [row("2026-05-02", "2026-05-01")], "last before first"),
        ([("2026-05-01", "2026-05-01", False)], [row("2026-05-01", "2026-05-01")], "one day, both ends included"),
        ([("2026-05-01", "2026-09-15", True)], [row("2026-05-01", None)], "open: up to the peildatum"),
        ([("2026-05-01", "2026-09-15", True)], [row("2026-05-01", "2999-12-31")], "the far future is open too"),
        ([("2026-05-01", "2026-12-31", False)], [row("2026-05-01", "2026-12-31")], "a planned last day"),
        ([], [row("2026-10-01", None)], "open, but only beginning after the peildatum"),
    ],
)
def test_which_rows_are_absences(expected, rows, why):
    found = [(str(a.days.first), str(a.days.last), a.runs) for a in read_absences(rows, PEILDATUM)]
    assert expected == found, why


ILLNESS = [
    (NIET, (), [row("2026-01-10", "2026-04-08")], "just under"),
    (NIET, (), [row("2026-01-10", "2026-04-09")], "at three months: meer dan is strict"),
    (MEER, (), [row("2026-01-10", "2026-04-10")], "just over"),
    (MEER, (), [row("2026-01-10", "2026-02-28"), row("2026-03-01", "2026-04-10")], "two that touch"),
    (NIET, (), [row("2026-01-10", "2026-02-26"), row("2026-03-02", "2026-05-30")], "interrupted by working days"),
    (GRENS, (Lezing.WEEKEND,), [row("2026-01-10", "2026-02-27"), row("2026-03-02", "2026-04-10")], "over a weekend"),
    (GRENS, (Lezing.ONGEVAL,), [row("2026-01-10", "2026-04-10", Reden.ONGEVAL)], "an accident"),
    (GRENS, (Lezing.ONGEVAL,), [row("2026-01-10", "2026-02-28"), row("2026-03-01", "2026-04-10", Reden.ONGEVAL)],
     "both"),
    (GRENS, (Lezing.GEEN_REDEN,), [row("2026-01-10", "2026-04-10", None)], "no reason"),
    (GRENS, (Lezing.MAANDEINDE,), [row("2025-11-30", "2026-02-28")], "no 30 February"),
    (MEER, (), [row("2025-11-30", "2026-02-28"), row("2026-04-01", "2026-08-01")], "another that is surely longer"),
    (NIET, (), [row("2026-01-10", "2026-09-10", Reden.ANDERE)], "not for illness"),
    (MEER, (), [row("2026-07-01", "2026-09-30"), row("2026-02-01", "2026-05-01")], "fewer days, more months"),
    (NIET, (), [], "nothing"),
]  # fmt: skip
ABSENCE = [
    (NIET, (), [row("2025-03-01", "2026-02-27")], "just under"),
    (NIET, (), [row("2025-03-01", "2026-02-28")], "at 12 months: meer dan is strict"),
    (MEER, (), [row("2025-03-01", "2026-03-01")], "just over"),
    (MEER, (), [row("2025-03-01", "2026-03-01", Reden.ANDERE)], "for any reason"),
    (MEER, (), [row("2025-03-01", "2025-09-30"), row("2025-10-01", "2026-03-01", Reden.ANDERE)], "reasons that follow"),
    (NIET, (), [row("2024-01-01", "2026-03-01", Reden.MOEDERSCHAP)], "protection of maternity"),
    (NIET, (), [row("2024-01-01", "2026-03-01", Reden.OUDERSCHAP)], "parental leave"),
    (NIET, (), [row("2024-01-01", "2026-03-01", Reden.OPDRACHT)], "mission leave"),
    (GRENS, (Lezing.UITGEZONDERD,), [
        row("2025-03-01", "2025-06-30", Reden.MOEDERSCHAP), row("2025-07-01", "2026-03-01")],
     "excepted leave within a longer absence"),
    (NIET, (), [row("2024-01-01", "2025-12-31", Reden.OUDERSCHAP), row("2026-02-02", "2026-05-01")],
     "excepted leave apart from another absence"),
    (GRENS, (Lezing.GEEN_REDEN,), [row("2025-03-01", "2026-03-01", None)], "no reason: it may be excepted"),
    (GRENS, (Lezing.MAANDEINDE,), [row("2024-02-29", "2025-02-28")], "no 29 February"),
    (GRENS, (Lezing.UITGEZONDERD, Lezing.WEEKEND), [
        row("2025-03-03", "2025-06-27", Reden.OUDERSCHAP), row("2025-06-30", "2026-03-05")], "two readings at once"),
]  # fmt: skip


@pytest.mark.parametrize(("outcome", "readings", "rows", "why"), ILLNESS)
def test_more_than_three_months_ill(outcome, readings, rows, why):
    telling = count_illness(rows, PEILDATUM)
    assert (outcome, set(readings)) == (telling.uitkomst, set(telling.lezingen)), why


@pytest.mark.parametrize(("outcome", "readings", "rows", "why"), ABSENCE)
def test_more_than_twelve_months_absent(outcome, readings, rows, why):
    telling = count_absence(rows, PEILDATUM)
    assert (outcome, set(readings)) == (telling.uitkomst, set(telling.lezingen)), why


def test_the_order_of_the_rows_makes_no_difference():
    rows = [row("2025-03-01", "2025-06-30", Reden.MOEDERSCHAP), row("2025-07-01", "2026-03-01")]
    assert count_absence(rows, PEILDATUM) == count_absence(rows[::-1], PEILDATUM)


def test_an_absence_that_still_runs_says_so():
    assert count_illness([row("2026-01-10", None)], PEILDATUM).runs
    assert not count_illness([row("2026-01-10", "2026-05-01"), row("2026-09-01", None)], PEILDATUM).runs
