"""Belgian dates in and out, and periods with both ends included.

Reading takes what people type: ``dd/mm/jjjj``, ``dd-mm-jjjj``, ``d.m.jj``, ISO, Dutch and French month
names and real dates; whatever is not plainly one day is returned with the doubt in words.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from docgen.text import fold

#: RL-1 writes an open end as 31/12/2999 (external); any end from this year on means "still running".
FAR_FUTURE_YEAR = 2900
#: Years outside this span in a form are typing errors, not dates.
EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
#: Two-digit years up to this many years ahead of 2000 belong to this century.
_CENTURY_PIVOT = 70

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan januar janvier",
            "februari feb febr fevrier fev",
            "maart mrt mar mars",
            "april apr avril avr",
            "mei may mai",
            "juni jun juin",
            "juli jul juillet juil",
            "augustus aug aout",
            "september sep sept septembre",
            "oktober okt oct octobre",
            "november nov novembre",
            "december dec decembre",
        ),
        start=1,
    )
    for name in names.split()
}
_DAYS = re.compile(
    r"^(?:(?:op|le)\s+)?(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b[.,]?\s*(?:le\s+)?)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$")
_NUMBERS = re.compile(r"^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?: 00:00(?::00)?)?$")
_TIGHT = re.compile(r"^(\d{2})(\d{2})(\d{4})$")


@dataclass(frozen=True)
class DateReading:
    """One reading of a typed date: the day, how it was read when that is not evident, and any doubt."""

    value: date | None
    reading: str | None = None
    doubt: str | None = None


def parse_date(typed: str | date | float) -> DateReading:
    """Read one date as a Belgian writes it; `value` is None when the text is no date."""
    if isinstance(typed, datetime):
        return _within_reason(typed.date())
    if isinstance(typed, date):
        return _within_reason(typed)
    if isinstance(typed, int | float):
        return _parse_serial(typed)
    text = _DAYS.sub("", " ".join(typed.replace("\u00a0", " ").split())).strip(" .,")
    if found := _ISO.match(text):
        year, month, day = map(int, found.groups())
        return _build(year, month, day)
    if found := _NUMBERS.match(text) or _TIGHT.match(text):
        return _parse_numbers(*found.groups())
    return _parse_words(text)


def _parse_numbers(day: str, month: str, year: str) -> DateReading:
    short = len(year) == 2
    full = _full_year(int(year)) if short else int(year)
    reading = _build(full, int(month), int(day))
    # 09/14/2025 can be read in one way only; 09/04/2025 never turns round, as here the day comes first.
    if reading.value is None and int(day) <= 12 < int(month):
        swapped = _build(full, int(day), int(month))
        if swapped.value is not None:
            return DateReading(swapped.value, "maand en dag omgewisseld", "de maand staat voor de dag")
    # A short year is no doubt, for nobody means another century; the reading says which one was taken.
    if short and reading.value is not None:
        return DateReading(reading.value, f"jaar {year} gelezen als {full}")
    return reading


def _parse_words(text: str) -> DateReading:
    words = fold(text).split()
    if len(words) == 3 and words[0] in ("1e", "1er", "1ste"):
        words[0] = "1"
    if len(words) != 3 or words[1] not in _MONTHS or not (words[0].isdigit() and words[2].isdigit()):
        return DateReading(None)
    year = int(words[2])
    if len(words[2]) not in (2, 4):
        return DateReading(None)
    return _build(_full_year(year) if len(words[2]) == 2 else year, _MONTHS[words[1]], int(words[0]))


def _parse_serial(number: float) -> DateReading:
    """An Excel day number that lost its date format: plausible only for days from 1982 on."""
    if not 30000 <= number <= 80000:  # 18 February 1982 to 2119: a year or an amount is no day
        return DateReading(None)
    # Excel takes 1900 for a leap year: from 1 March on its days count from 30 December 1899.
    value = date(1899, 12, 30) + timedelta(days=int(number))
    return DateReading(value, "dagnummer van Excel", "de cel bevat een getal in plaats van een datum")


def _full_year(short: int) -> int:
    return 2000 + short if short < _CENTURY_PIVOT else 1900 + short


def _build(year: int, month: int, day: int) -> DateReading:
    try:
        return _within_reason(date(year, month, day))
    except ValueError:
        return DateReading(None)


def _within_reason(value: date) -> DateReading:
    if EARLIEST_YEAR <= value.year <= LATEST_YEAR or value.year >= FAR_FUTURE_YEAR:
        return DateReading(value)
    return DateReading(None)


def is_open_end(value: date | None) -> bool:
    """Whether an end date means "still running": empty, or in the far future (external: RL-1)."""
    return value is None or value.year >= FAR_FUTURE_YEAR


def format_date(value: date) -> str:
    """``07/09/2011``: as the sjabloon asks for it."""
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


def format_date_words(value: date, language: str = "nl") -> str:
    """``7 september 2011``, ``7 septembre 2011``, ``1er septembre 2011``: for running text in that language."""
    from babel.dates import format_date as format_by_pattern  # noqa: PLC0415 - the command line starts without it

    words = format_by_pattern(value, "d MMMM y", locale=language)
    return words.replace("1 ", "1er ", 1) if language == "fr" and value.day == 1 else words


def add_months(value: date, months: int) -> date:
    """The same day `months` later, clipped to that month's last day."""
    year, month = divmod(value.year * 12 + value.month - 1 + months, 12)
    return date(year, month + 1, min(value.day, calendar.monthrange(year, month + 1)[1]))


def add_years(value: date, years: int) -> date:
    """The same day and month `years` later; 29 February becomes 28 February when that year has none."""
    return add_months(value, 12 * years)


@dataclass(frozen=True, order=True)
class Period:
    """A span of days with both ends included; `first` is never after `last`."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            message = "a period cannot end before it begins"
            raise ValueError(message)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """Calendar days, both ends included."""
        return (self.last - self.first).days + 1


def clip_period(period: Period, to: Period) -> Period | None:
    """The part of `period` that lies within `to`, or None."""
    first, last = max(period.first, to.first), min(period.last, to.last)
    return Period(first, last) if first <= last else None


def merge_periods(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same days in as few periods as can be, in order: overlapping and touching ones are joined."""
    merged: list[Period] = []
    for period in sorted(periods):
        if merged and period.first <= merged[-1].last + timedelta(days=1):
            merged[-1] = Period(merged[-1].first, max(merged[-1].last, period.last))
        else:
            merged.append(period)
    return tuple(merged)


def subtract_periods(periods: Iterable[Period], holes: Iterable[Period]) -> tuple[Period, ...]:
    """What is left of `periods` once the days of `holes` are taken out, merged and in order."""
    left = list(merge_periods(periods))
    for hole in holes:
        left = [piece for period in left for piece in _cut(period, hole)]
    return tuple(left)


def _cut(period: Period, hole: Period) -> list[Period]:
    if clip_period(period, hole) is None:
        return [period]
    pieces = []
    if period.first < hole.first:
        pieces.append(Period(period.first, hole.first - timedelta(days=1)))
    if period.last > hole.last:
        pieces.append(Period(hole.last + timedelta(days=1), period.last))
    return pieces


def count_days(periods: Iterable[Period]) -> int:
    """Days in periods that do not overlap."""
    return sum(period.days for period in periods)
