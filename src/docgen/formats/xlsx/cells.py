"""Cell addresses as Excel writes them, to and from row and column numbers that count from 1."""

from __future__ import annotations

import re
from functools import lru_cache

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """``28`` → ``AB``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """``AB`` → ``28``."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def cell_name(row: int, column: int) -> str:
    """``(5, 4)`` → ``D5``."""
    return f"{column_letters(column)}{row}"


def area_name(row: int, first: int, last: int) -> str:
    """``(5, 4, 6)`` → ``D5:F5``."""
    return f"{cell_name(row, first)}:{cell_name(row, last)}"


def parse_cell(text: str) -> tuple[int, int] | None:
    """``$D$5`` → ``(5, 4)``; for a range its top left cell; None for any other text."""
    found = _ADDRESS.fullmatch(text.partition(":")[0])
    return (int(found[2]), column_number(found[1])) if found else None
