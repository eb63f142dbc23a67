"""Strings into cells as strings: never a formula, never an error value, never a character that breaks the file."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from openpyxl.cell import Cell, MergedCell

from docgen.errors import WrongUseError
from docgen.formats.markup import ILLEGAL

#: Excel reads ``_x0041_`` in a cell as ``A``; an escaped underscore keeps it literal.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
#: Excel's own limits: characters in a cell, and in the name of a sheet; openpyxl cuts the first off in silence.
_MOST_CHARACTERS = 32_767
_NOT_IN_TITLE = re.compile(r"[\\/*?:\[\]\x00-\x1f]")
_TITLE_LIMIT = 31
#: Where a title is cut, it does not end on one of these.
_NOT_LAST = re.compile(r"(?: (?:van|voor|de|het|een|en|d’une?|du|des|la|le|et))+$")
#: Excel's calendar begins here, and before 1 March 1900 it holds a day that never was.
_FIRST_DAY, _DAY_ZERO = date(1900, 3, 1), date(1899, 12, 30)

DATE_FORMAT, TEXT_FORMAT, GENERAL_FORMAT = "dd/mm/yyyy", "@", "General"


def check_text(text: str, what: str) -> str:
    """The text itself with plain line ends; WrongUseError naming `what` when a workbook cannot hold it."""
    if ILLEGAL.search(text):
        message = f"“{what}” bevat een teken dat niet in een Excel-bestand kan staan; haal het weg en probeer opnieuw."
        raise WrongUseError(message)
    if len(text) > _MOST_CHARACTERS:
        message = f"“{what}” is langer dan de {_MOST_CHARACTERS} tekens die in een Excel-cel passen; kort de tekst in."
        raise WrongUseError(message)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def stored_text(text: str, what: str) -> str:
    """The text as a cell stores it; raises as `check_text` does."""
    return _LOOKS_ESCAPED.sub("_x005F_", check_text(text, what))


def put_text(cell: Cell | MergedCell, text: str, what: str) -> None:
    """Write `text` as a string, whatever it looks like."""
    cell.value = stored_text(text, what)
    cell.data_type = "s"
    cell.number_format = TEXT_FORMAT


def day_number(value: date) -> int | None:
    """The number that Excel keeps for a day; None where its calendar does not reach."""
    return None if value < _FIRST_DAY else (value - _DAY_ZERO).days


def put_date(cell: Cell | MergedCell, value: date) -> None:
    """Write a date as a real one; as text where Excel's calendar does not reach."""
    if day_number(value) is None:
        put_text(cell, f"{value.day:02}/{value.month:02}/{value.year:04}", cell.coordinate)
        return
    cell.value = value
    cell.number_format = DATE_FORMAT


def shorten(text: str, most: int) -> str:
    """At most `most` characters, cut between words where that is possible."""
    if len(text) <= most:
        return text
    return text[:most].rpartition(" ")[0] or text[:most]


def sheet_title(text: str, taken: Collection[str] = ()) -> str:
    """A title that Excel takes for a sheet: without its forbidden characters, short enough, and the only one."""
    whole = _NOT_IN_TITLE.sub(" ", text).strip(" '")
    title = (whole if len(whole) <= _TITLE_LIMIT else _NOT_LAST.sub("", shorten(whole, _TITLE_LIMIT))) or "Blad"
    if title.casefold() not in (other.casefold() for other in taken):
        return title
    numbered = (f"{title[: _TITLE_LIMIT - 4]} {number}" for number in range(2, len(taken) + 3))
    return next(each for each in numbered if each.casefold() not in (other.casefold() for other in taken))
