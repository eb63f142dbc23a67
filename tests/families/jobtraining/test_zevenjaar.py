"""The seven years of a vormingsattest (handleiding § 8; ruling 8)."""

from datetime import date

import pytest

from docgen.families.jobtraining.zevenjaar import Geldigheid, find_last_good_day, judge_geldigheid

LAST = date(2026, 9, 15)


@pytest.mark.parametrize(
    ("last", "attest", "hervalidering", "why"),
    [
        (date(2026, 3, 15), date(2019, 3, 15), None, "the same day seven years later"),
        (date(2027, 2, 28), date(2020, 2, 29), None, "2027 has no 29 February"),
        (date(2031, 2, 28), date(2024, 2, 29), None, "2031 neither"),
        (date(2029, 1, 10), date(2014, 5, 1), date(2022, 1, 10), "counted from a later hervalidering"),
        (date(2029, 1, 10), date(2022, 1, 10), date(2014, 5, 1), "an earlier one changes nothing"),
        (date(2029, 1, 10), None, date(2022, 1, 10), "the hervalidering alone is enough"),
        (None, None, None, "nothing is known"),
    ],
)
def test_the_last_good_day_is_seven_years_later(last, attest, hervalidering, why):
    assert last == find_last_good_day(attest, hervalidering), why


@pytest.mark.parametrize(
    ("geldigheid", "einddatum", "peildatum", "why"),
    [
        (Geldigheid.GELDIG, date(2026, 1, 31), date(2026, 3, 15), "six months and a day before the end"),
        (Geldigheid.LAATSTE_MAANDEN, date(2026, 1, 31), date(2026, 3, 16), "the first day of the last six months"),
        (Geldigheid.LAATSTE_MAANDEN, date(2026, 6, 30), LAST, "on the last good day itself it is in time"),
        (Geldigheid.GRENSGEVAL, date(2026, 6, 30), date(2026, 9, 16), "ended in time, certificate a day late"),
        (Geldigheid.GRENSGEVAL, LAST, date(2027, 1, 1), "ended on the very last day"),
        (Geldigheid.VERLOPEN, date(2026, 9, 16), date(2026, 9, 16), "ended a day late"),
        (Geldigheid.VERLOPEN, None, date(2026, 9, 16), "not ended at all"),
        (Geldigheid.EINDIGT_TE_LAAT, date(2026, 12, 1), date(2026, 9, 1), "would end after the last good day"),
        (Geldigheid.GELDIG, None, date(2025, 9, 1), "still running, long before"),
    ],
)
def test_a_certificate_dated_on_the_peildatum_is_in_time_or_not(geldigheid, einddatum, peildatum, why):
    assert geldigheid is judge_geldigheid(LAST, einddatum, peildatum), why
