"""The count of ten months, ruling by ruling (handleiding § 4.2)."""

from datetime import date

import pytest

from docgen.dates import Period
from docgen.families.jobtraining.aanstelling import Aanstelling, Toestand
from docgen.families.jobtraining.diensttijd import (
    Lezing,
    Uitkomst,
    count_declared,
    count_diensttijd,
    excluded_days,
    find_telgrens,
    is_short_waarneming,
    judge_days,
    required_days,
)

WAARNEMEND, PROEFTIJD, VAST = Toestand.WAARNEMEND, Toestand.PROEFTIJD, Toestand.VAST
SAMENGEVOEGD, ANDERE_TOESTAND, ANDER_AMBT = Lezing


def day(text):
    return date(*map(int, reversed(text.split("/"))))


def span(first, last):
    return Period(day(first), day(last))


def served(first, last=None, toestand=WAARNEMEND, ambt="directeur"):
    return Aanstelling(day(first), day(last) if last else None, ambt, toestand)


def count(*aanstellingen, start="1/9/2025", telgrens="30/6/2026"):
    return count_diensttijd(aanstellingen, "directeur", span(start, telgrens))


@pytest.mark.parametrize(
    ("telgrens", "einddatum", "peildatum", "why"),
    [
        ("30/6/2026", "30/6/2026", "15/9/2026", "the einddatum is the last day that counts"),
        ("30/6/2026", "30/6/2026", "1/5/2026", "also when it lies in the future: the two dates are never mixed"),
        ("15/9/2026", None, "15/9/2026", "else the peildatum"),
        ("15/9/2026", "31/12/2999", "15/9/2026", "a far future end means still running (ruling 9)"),
    ],
)
def test_the_telgrens_is_the_einddatum_else_the_peildatum(telgrens, einddatum, peildatum, why):
    assert day(telgrens) == find_telgrens(einddatum and day(einddatum), day(peildatum)), why


def test_every_year_has_42_excluded_days_with_both_ends():
    assert [span("5/7/2025", "15/8/2025"), span("5/7/2026", "15/8/2026")] == excluded_days(
        [span("1/1/2025", "1/2/2025"), span("1/3/2026", "1/4/2026")]
    )
    assert {42} == {period.days for period in excluded_days([span("1/1/2024", "31/12/2026")])}
    assert [] == excluded_days([])


@pytest.mark.parametrize(
    ("short", "aanstelling", "why"),
    [
        (True, served("1/9/2025", "29/9/2025"), "29 days"),
        (False, served("1/9/2025", "30/9/2025"), "exactly 30 counts, both days included"),
        (False, served("1/9/2025", "20/9/2025", PROEFTIJD), "a proeftijd of 20 days counts"),
        (False, served("1/9/2025", "20/9/2025", VAST), "only waarnemende ones are dropped"),
        (False, served("20/6/2025", "19/7/2025"), "30 days before anything is excluded"),
        (True, served("2/6/2026"), "an open one is taken to the telgrens: 29 days"),
        (False, served("1/6/2026"), "an open one of 30 days up to the telgrens"),
        (False, served("1/9/2026"), "one that begins after the telgrens is not short, it is outside"),
    ],
)
def test_a_waarneming_under_30_days_is_dropped(short, aanstelling, why):
    assert short == is_short_waarneming(aanstelling, day("30/6/2026")), why


@pytest.mark.parametrize(
    ("required", "first", "why"),
    [
        (303, "1/9/2025", "1 July 2026"),
        (304, "17/11/2025", "17 September 2026"),
        (304, "1/7/2025", "1 May 2026"),
        (304, "30/4/2025", "30 February does not exist: 28 February 2026"),
        (305, "30/4/2023", "29 February 2024"),
        (304, "30/6/2026", "30 April 2027"),
        (304, "29/2/2024", "29 December 2024"),
    ],
)
def test_ten_months_are_calendar_months_from_the_first_counted_day(required, first, why):
    assert required == required_days(day(first)), why


@pytest.mark.parametrize(
    ("outcome", "days", "required", "why"),
    [
        (Uitkomst.VOLLEDIG, 303, 303, "D ≥ R"),
        (Uitkomst.GRENSGEVAL, 302, 303, "one day short of ten calendar months"),
        (Uitkomst.GRENSGEVAL, 300, 306, "ten months of thirty days"),
        (Uitkomst.ONVOLDOENDE, 299, 303, "under 300"),
    ],
)
def test_between_300_and_r_is_a_grensgeval(outcome, days, required, why):
    assert outcome is judge_days(days, required), why


@pytest.mark.parametrize(
    ("aanstellingen", "window", "counted", "outcome", "why"),
    [
        ([served("1/9/2025", "30/6/2026")], ("1/9/2025", "30/6/2026"), (303, 303), "volledig", "uninterrupted"),
        ([served("1/9/2025")], ("1/9/2025", "30/6/2026"), (303, 303), "volledig", "an open end (ruling 9)"),
        ([served("17/11/2025")], ("17/11/2025", "28/10/2026"), (304, 304), "volledig", "42 excluded days"),
        ([served("17/11/2025")], ("17/11/2025", "27/10/2026"), (303, 304), "grensgeval", "a day before"),
        ([served("1/7/2025")], ("1/7/2025", "11/6/2026"), (304, 304), "volledig", "four days, then from 16 August"),
        ([served("10/7/2025")], ("10/7/2025", "15/6/2026"), (304, 304), "volledig", "counting begins on 16 August"),
        ([served("5/7/2025", "15/8/2025")], ("1/7/2025", "30/6/2026"), (0, 0), "onvoldoende", "all of it excluded"),
        ([served("4/7/2025", "16/8/2025")], ("1/7/2025", "30/6/2026"), (2, 304), "onvoldoende", "the days beside"),
        ([served("1/9/2025", "31/1/2026"), served("15/1/2026", "30/6/2026")], ("1/9/2025", "30/6/2026"), (303, 303),
         "volledig", "overlaps are counted once"),
        ([served("1/9/2025", "31/1/2026"), served("1/2/2026", "30/6/2026")], ("1/9/2025", "30/6/2026"), (303, 303),
         "volledig", "touching periods are one"),
        ([served("1/1/2025", "31/12/2026")], ("1/9/2025", "30/6/2026"), (303, 303), "volledig", "clipped on both"),
        ([served("1/9/2023", "30/6/2024")], ("1/9/2023", "30/6/2024"), (304, 304), "volledig", "with 29 February"),
        ([served("1/9/2025", "29/9/2025"), served("1/11/2025", "30/6/2026")], ("1/9/2025", "30/6/2026"), (242, 304),
         "onvoldoende", "29 days are dropped"),
        ([served("1/9/2025", "30/9/2025"), served("1/11/2025", "30/6/2026")], ("1/9/2025", "30/6/2026"), (272, 303),
         "onvoldoende", "30 days are not"),
        ([served("1/9/2025", "20/9/2025", PROEFTIJD), served("1/11/2025")], ("1/9/2025", "30/6/2026"), (262, 303),
         "onvoldoende", "a proeftijd of 20 days counts"),
        ([], ("1/9/2025", "30/6/2026"), (0, 0), "onvoldoende", "no appointment at all"),
        ([served("1/9/2026")], ("1/9/2025", "30/6/2026"), (0, 0), "onvoldoende", "begins after the telgrens"),
    ],
)  # fmt: skip
def test_counted_days_against_ten_months(aanstellingen, window, counted, outcome, why):
    found = count(*aanstellingen, start=window[0], telgrens=window[1])
    assert (counted, outcome) == ((found.telling.days, found.telling.required), str(found.outcome)), why


@pytest.mark.parametrize(
    ("outcome", "decisive", "aanstellingen", "why"),
    [
        (
            "grensgeval",
            [(ANDER_AMBT,)],
            [served("1/9/2025", "31/12/2025", ambt="adjunct-directeur"), served("1/1/2026")],
            "an adjunct who becomes director (ruling 3)",
        ),
        (
            "grensgeval",
            [(ANDERE_TOESTAND,)],
            [served("1/9/2025", "31/12/2025"), served("1/1/2026", toestand=VAST)],
            "vast benoemd along the way (ruling 3)",
        ),
        (
            "grensgeval",
            [(ANDERE_TOESTAND,)],
            [served("1/9/2025", toestand=Toestand.ONBEKEND)],
            "no toestand on the RL1",
        ),
        ("grensgeval", [(ANDER_AMBT,)], [served("1/9/2025", ambt=None)], "no ambt on the RL1"),
        (
            "grensgeval",
            [(SAMENGEVOEGD,)],
            [served("1/9/2025", "20/9/2025"), served("21/9/2025", "30/6/2026")],
            "a short one before a long one (ruling 2)",
        ),
        (
            "grensgeval",
            [(SAMENGEVOEGD,)],
            [
                served("1/9/2025", "20/9/2025"),
                served("21/9/2025", "10/10/2025"),
                served("11/10/2025", toestand=PROEFTIJD),
            ],
            "two short ones and a proeftijd",
        ),
        (
            "grensgeval",
            [(ANDERE_TOESTAND, ANDER_AMBT)],
            [served("1/9/2025", "28/2/2026", VAST, "adjunct-directeur"), served("1/3/2026")],
            "both readings together",
        ),
        (
            "onvoldoende",
            [],
            [served("1/9/2025", "20/9/2025"), served("22/9/2025", "30/6/2026")],
            "a day between: nothing to join",
        ),
        ("onvoldoende", [], [served("1/9/2025", "28/2/2026")], "nothing that another reading would add"),
        ("volledig", [], [served("1/9/2025"), served("1/9/2024", "30/6/2025", VAST)], "complete as it is"),
        (
            "onvoldoende",
            [],
            [served("1/9/2024", "31/7/2025", VAST), served("1/3/2026")],
            "the other toestand lies before the start",
        ),
    ],
)
def test_another_admissible_reading_that_decides_makes_a_grensgeval(outcome, decisive, aanstellingen, why):
    found = count(*aanstellingen)
    assert (outcome, decisive) == (str(found.outcome), list(found.beslissend)), why


def test_a_dropped_waarneming_is_named():
    short = served("1/9/2025", "29/9/2025")
    assert (short,) == count(short, served("1/11/2025")).short


@pytest.mark.parametrize(
    ("complete_on", "missing", "aanstelling", "start", "telgrens", "why"),
    [
        ("30/6/2026", 0, served("1/9/2025", "30/6/2026"), "1/9/2025", "30/6/2026", "complete on its last day"),
        ("28/10/2026", 228, served("17/11/2025"), "17/11/2025", "31/1/2026", "still running: the day to come"),
        ("11/6/2026", 131, served("1/7/2025"), "1/7/2025", "31/1/2026", "start in July"),
        (None, 60, served("1/9/2025", "1/5/2026"), "1/9/2025", "1/5/2026", "ended: no day to come"),
        ("30/6/2026", 60, served("1/9/2025", "30/6/2026"), "1/9/2025", "1/5/2026", "ends later, in time"),
        (None, 60, served("1/9/2025", "15/6/2026"), "1/9/2025", "1/5/2026", "ends later, too early"),
        ("31/5/2027", None, served("20/6/2026"), "20/6/2026", "30/6/2026", "a short one that goes on will count"),
    ],
)
def test_an_incomplete_count_says_what_is_missing_and_when_it_is_reached(
    complete_on, missing, aanstelling, start, telgrens, why
):
    found = count(aanstelling, start=start, telgrens=telgrens)
    assert (complete_on and day(complete_on), missing) == (found.complete_on, found.missing), why


@pytest.mark.parametrize(
    ("outcome", "days", "complete_on", "window", "running", "why"),
    [
        ("volledig", 303, "30/6/2026", ("1/9/2025", "30/6/2026"), False, "declared as a whole year"),
        ("grensgeval", 300, None, ("1/9/2025", "27/6/2026"), False, "three days short"),
        ("onvoldoende", 20, "30/6/2026", ("1/9/2025", "20/9/2025"), True, "no einddatum: still running"),
        ("onvoldoende", 20, None, ("1/9/2025", "20/9/2025"), False, "ended after 20 days"),
        ("onvoldoende", 0, None, ("5/7/2025", "15/8/2025"), False, "nothing but excluded days"),
    ],
)
def test_without_rl1_the_declared_dates_are_counted(outcome, days, complete_on, window, running, why):
    found = count_declared(span(*window), running=running)
    assert (outcome, days) == (str(found.outcome), found.telling.days), why
    assert (complete_on and day(complete_on)) == found.complete_on, why
    assert found.verklaard
