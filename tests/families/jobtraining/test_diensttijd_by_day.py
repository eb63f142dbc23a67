"""The count of ten months against a naive oracle that looks at every single day (handleiding § 4.2, rulings 1 to 7)."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from docgen.dates import Period, add_months, merge_periods, subtract_periods
from docgen.families.jobtraining.aanstelling import Aanstelling, Toestand
from docgen.families.jobtraining.diensttijd import count_diensttijd, count_spans

DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31))


@st.composite
def periods(draw):
    first = draw(DAYS)
    return Period(first, first + timedelta(draw(st.integers(0, 500))))


@st.composite
def aanstellingen(draw):
    period = draw(periods())
    last = None if draw(st.integers(0, 4)) == 0 else period.last
    return Aanstelling(period.first, last, "directeur", draw(st.sampled_from(Toestand)))


def days_of(period):
    return {period.first + timedelta(n) for n in range(period.days)}


def is_excluded(day):
    return (7, 5) <= (day.month, day.day) <= (8, 15)


def counts(item, window):
    """Ruling 2 and 3: waarnemend for thirty days or more, or in proeftijd."""
    if item.first > window.last and item.last is None:
        return False
    length = ((item.last or window.last) - item.first).days + 1
    return item.toestand is Toestand.PROEFTIJD or (item.toestand is Toestand.WAARNEMEND and length >= 30)


def counted_days(items, window):
    """Every day of the window on which something that counts was held, summer days aside."""
    return sorted(
        day
        for day in days_of(window)
        if not is_excluded(day)
        and any(counts(a, window) and a.first <= day and (a.last is None or day <= a.last) for a in items)
    )


@given(st.lists(aanstellingen(), max_size=6), periods())
def test_counted_days_and_ten_months_agree_with_a_count_by_day(items, window):
    found = count_diensttijd(items, "directeur", window)
    days = counted_days(items, window)
    required = (add_months(days[0], 10) - days[0]).days if days else 0
    assert (len(days), required) == (found.telling.days, found.telling.required)
    if days and len(days) >= required:
        assert days[required - 1] == found.complete_on


@given(st.lists(aanstellingen(), max_size=4), periods())
def test_the_day_to_come_is_the_first_on_which_a_later_check_is_complete(items, window):
    found = count_diensttijd(items, "directeur", window)
    if found.complete_on is None or found.complete_on <= window.last:
        return
    ahead = Period(window.first, add_months(window.last, 36))
    days = counted_days(items, ahead)
    assert days[(add_months(days[0], 10) - days[0]).days - 1] == found.complete_on


@given(st.lists(periods(), max_size=8))
def test_merged_periods_hold_the_same_days_once(given_periods):
    merged = merge_periods(given_periods)
    assert set().union(*map(days_of, given_periods)) == set().union(*map(days_of, merged))
    gaps = [later.first - earlier.last for earlier, later in pairwise(merged)]
    assert all(gap > timedelta(1) for gap in gaps)


@given(st.lists(periods(), max_size=5), st.lists(periods(), max_size=5))
def test_subtracted_periods_lose_just_the_days_of_the_holes(given_periods, holes):
    left = subtract_periods(given_periods, holes)
    wanted = set().union(*map(days_of, given_periods)) - set().union(*map(days_of, holes))
    assert wanted == set().union(*map(days_of, left))
    assert len(wanted) == sum(period.days for period in left)


@given(st.lists(periods(), max_size=6))
def test_no_excluded_day_is_ever_counted(given_periods):
    telling = count_spans(given_periods)
    assert not any(is_excluded(day) for span in telling.spans for day in days_of(span))
    assert telling.days + telling.excluded == sum(period.days for period in telling.served)
