"""The date beside a date cell in words, so that a swapped day and month is seen while typing.

The formula names no format code: those change with the language of Excel; CHOOSE and MONTH do not.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from docgen.dates import format_date_words
from docgen.model.form_words import DUTCH, FORM_WORDS


def echo_formula(cell: str, empty: str = "", language: str = DUTCH) -> str:
    """A formula that says the date in `cell` as ``7 september 2011``, and `empty` while nothing stands there."""
    words = f'DAY({cell})&" "&CHOOSE(MONTH({cell}),{_months(language)})&" "&YEAR({cell})'
    return f'=IF({cell}="","{empty}",IF(ISNUMBER({cell}),{words},"{FORM_WORDS[language].no_date}"))'


def echo_words(value: object, empty: str = "", language: str = DUTCH) -> str:
    """What the formula gives for `value`: stored beside it for viewers that do not calculate."""
    if value is None:
        return empty
    return format_date_words(value, language) if isinstance(value, date) else FORM_WORDS[language].no_date


@cache
def _months(language: str) -> str:
    return ",".join(f'"{format_date_words(date(2000, month, 1), language).split()[1]}"' for month in range(1, 13))
