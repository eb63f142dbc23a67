"""Belgian dates, and periods with both ends included."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.dates import (
    Period,
    add_months,
    add_years,
    clip_period,
    count_days,
    format_date,
    format_date_words,
    is_open_end,
    merge_periods,
    parse_date,
    subtract_periods,
)

DAYS = st.dates(date(2020, 1, 1), date(2022, 12, 31))
PERIODS = st.tuples(DAYS, DAYS).map(lambda ends: Period(min(ends), max(ends)))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("07/09/2011", date(2011, 9, 7)),
        ("7/9/2011", date(2011, 9, 7)),
        ("7-9-2011", date(2011, 9, 7)),
        ("7.9.11", date(2011, 9, 7)),
        ("07 09 2011", date(2011, 9, 7)),
        (" 7 / 9 / 2011 ", date(2011, 9, 7)),
        ("2011-09-07", date(2011, 9, 7)),
        ("2011-09-07T00:00:00", date(2011, 9, 7)),
        ("07092011", date(2011, 9, 7)),
        ("7 september 2011", date(2011, 9, 7)),
        ("7 sept. 2011", date(2011, 9, 7)),
        ("woensdag 7 september 2011", date(2011, 9, 7)),
        ("wo. 7 sep 2011", date(2011, 9, 7)),
        ("1er août 2025", date(2025, 8, 1)),
        ("le 3 mars 2026", date(2026, 3, 3)),
        ("mardi 3 mars 2026", date(2026, 3, 3)),
        ("Le mardi 3 mars 2026", date(2026, 3, 3)),
        ("op dinsdag 3 maart 2026", date(2026, 3, 3)),
        ("le 03/03/2026", date(2026, 3, 3)),
        ("7 maart '26", date(2026, 3, 7)),
        ("29/02/2024", date(2024, 2, 29)),
        ("31/12/2999", date(2999, 12, 31)),
        (date(2011, 9, 7), date(2011, 9, 7)),
        (datetime(2011, 9, 7, 12, 30), date(2011, 9, 7)),  # noqa: DTZ001 - Excel's times have no zone
        ("29/02/2025", None),
        ("31/04/2025", None),
        ("13/13/2025", None),
        ("7/9", None),
        ("7 foobar 2011", None),
        ("binnenkort", None),
        ("07/09/0011", None),
        ("7 september 201", None),
        ("", None),
        (12.5, None),
    ],
)
def test_a_date_is_read_as_a_belgian_writes_it(typed, expected):
    assert parse_date(typed).value == expected


def test_a_month_above_twelve_is_read_as_the_day_and_doubted():
    reading = parse_date("09/27/2025")
    assert (reading.value, bool(reading.doubt)) == (date(2025, 9, 27), True)


def test_a_day_number_that_lost_its_format_is_read_and_doubted():
    reading = parse_date(45901.0)
    assert (reading.value, bool(reading.doubt)) == (date(2025, 9, 1), True)


def test_a_short_year_says_which_year_it_was_read_as():
    assert parse_date("1/9/25").reading == "jaar 25 gelezen als 2025"
    assert parse_date("1/9/75").value == date(1975, 9, 1)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_written_reads_back(day):
    assert parse_date(format_date(day)).value == day
    assert parse_date(format_date_words(day)).value == day
    assert parse_date(day.isoformat()).value == day


@given(st.text(max_size=30))
def test_any_text_gives_a_reading_and_never_an_error(text):
    parse_date(text)


@pytest.mark.parametrize(("end", "expected"), [(None, True), (date(2999, 12, 31), True), (date(2025, 6, 30), False)])
def test_an_empty_or_far_end_means_still_running(end, expected):
    assert is_open_end(end) is expected


def test_months_and_years_clip_to_the_end_of_the_month():
    assert add_months(date(2025, 4, 30), 10) == date(2026, 2, 28)
    assert add_months(date(2025, 8, 31), 10) == date(2026, 6, 30)
    assert add_years(date(2016, 2, 29), 7) == date(2023, 2, 28)
    assert add_years(date(2016, 2, 29), 8) == date(2024, 2, 29)


def test_a_date_in_words_follows_the_language():
    assert format_date_words(date(2026, 3, 1)) == "1 maart 2026"
    assert format_date_words(date(2026, 8, 15), "fr") == "15 août 2026"
    assert format_date_words(date(2026, 9, 1), "fr") == "1er septembre 2026"
    assert format_date_words(date(2026, 9, 21), "fr") == "21 septembre 2026"


def test_a_period_counts_both_its_ends():
    assert Period(date(2025, 7, 5), date(2025, 8, 15)).days == 42
    assert date(2025, 8, 15) in Period(date(2025, 7, 5), date(2025, 8, 15))


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="before it begins"):
        Period(date(2025, 1, 2), date(2025, 1, 1))


def test_touching_periods_are_one():
    first, second = Period(date(2025, 1, 1), date(2025, 1, 31)), Period(date(2025, 2, 1), date(2025, 2, 28))
    assert merge_periods([second, first]) == (Period(date(2025, 1, 1), date(2025, 2, 28)),)


def days_of(periods):
    return {period.first + timedelta(days=n) for period in periods for n in range(period.days)}


@given(st.lists(PERIODS, max_size=6), st.lists(PERIODS, max_size=4))
def test_taking_days_out_leaves_exactly_the_other_days(periods, holes):
    left = subtract_periods(periods, holes)
    assert days_of(left) == days_of(periods) - days_of(holes)
    assert count_days(left) == len(days_of(left))


@given(PERIODS, PERIODS)
def test_clipping_keeps_the_days_both_have(one, other):
    clipped = clip_period(one, other)
    assert days_of([clipped] if clipped else []) == days_of([one]) & days_of([other])
