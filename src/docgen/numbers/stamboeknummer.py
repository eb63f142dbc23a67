"""Stamboeknummer: the number of a member of Flemish school staff.

Eleven digits: 1 sex (1 or 2), 2-7 birth date as yymmdd, 8-9 serial, 10-11 check = the first nine
digits modulo 97. A remainder of 0 is not specified: 00 and 97 are both accepted.
Source: external (AgODi): no source document describes it. It may only ever lead to `info` or `aandacht`.
"""

from __future__ import annotations

import re
from datetime import date

_SEPARATORS = re.compile(r"[\s.\-/]")


def compact(text: str) -> str:
    """The digits alone: spaces, dots, hyphens and slashes taken out."""
    return _SEPARATORS.sub("", text)


def is_valid(text: str) -> bool:
    """Whether length, sex digit, birth date and check digits hold."""
    number = compact(text)
    if not (number.isascii() and number.isdigit() and len(number) == 11):
        return False
    return number[0] in "12" and _is_birth_date(number[1:7]) and _check_holds(number)


def format(text: str) -> str:  # noqa: A001 - the verb every number module offers, as python-stdnum has it
    """``1 750101 01 23``: sex, birth date, serial, check."""
    number = compact(text)
    return f"{number[0]} {number[1:7]} {number[7:9]} {number[9:]}"


def _is_birth_date(yymmdd: str) -> bool:
    year, month, day = int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:])
    try:
        date(2000 + year if year < 30 else 1900 + year, month, day)
    except ValueError:
        return False
    return True


def _check_holds(number: str) -> bool:
    remainder = int(number[:9]) % 97
    return int(number[9:]) == remainder or (remainder == 0 and number[9:] == "97")
