"""The date beside a date cell in words, so that a swapped day and month is seen while typing.

The formula names no format code: those change with the language of Excel; CHOOSE and MONTH do not.
"""

from __future__ import annotations

from datetime import date

from docgen.dates import format_date_words

_MONTHS = ",".join(f'"{format_date_words(date(2000, month, 1)).split()[1]}"' for month in range(1, 13))
#: What stands there as long as the cell holds no date.
NO_DATE = "geen datum"


def echo_formula(cell: str, empty: str = "") -> str:
    """A formula that says the date in `cell` as ``7 september 2011``, and `empty` while nothing stands there."""
    words = f'DAY({cell})&" "&CHOOSE(MONTH({cell}),{_MONTHS})&" "&YEAR({cell})'
    return f'=IF({cell}="","{empty}",IF(ISNUMBER({cell}),{words},"{NO_DATE}"))'


def echo_words(value: object, empty: str = "") -> str:
    """What the formula gives for `value`: stored beside it for viewers that do not calculate."""
    if value is None:
        return empty
    return format_date_words(value) if isinstance(value, date) else NO_DATE
