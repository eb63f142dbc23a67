"""One cell's value as a form reads it: dates as dates, booleans and errors in the words that a Dutch Excel shows."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from docgen.formats.xlsx.found import At
from docgen.formats.xlsx.grid import Grid
from docgen.model.form import Kind
from docgen.model.value import Place, RawValue

#: Days between the calendars of a workbook that counts from 1904 and one that counts from 1900.
_DAYS_TO_1904 = 1462
#: A file holds them in English whatever the language of the Excel that shows them.
_DUTCH_ERRORS = {
    "#N/A": "#N/B", "#REF!": "#VERW!", "#NAME?": "#NAAM?", "#DIV/0!": "#DEEL/0!",
    "#VALUE!": "#WAARDE!", "#NULL!": "#LEEG!", "#NUM!": "#GETAL!",
}  # fmt: skip


def read_value(grid: Grid, at: At, place: Place, kind: Kind, *, counts_from_1904: bool) -> RawValue:
    """What stands in a filled cell."""
    found, doubt = grid.value(at.row, at.column), at.doubt
    if kind is not Kind.DATE:
        return RawValue(_plain(found), place, doubt)
    if not doubt and (at.row, at.column) in grid.formulas:
        doubt = "de datum is de uitkomst van een formule en kan veranderen"
    return RawValue(_plain_date(found, counts_from_1904=counts_from_1904), place, doubt)


def read_unreadable(grid: Grid, at: At, place: Place) -> RawValue:
    """What stands in a cell that only looks empty: an error value, or a formula without a stored result."""
    if (error := grid.errors.get((at.row, at.column))) is not None:
        shown = _DUTCH_ERRORS.get(error, error)
        return RawValue(shown, place, f"er staat een foutwaarde van Excel ({shown})")
    return RawValue(None, place, "er staat een formule waarvan het resultaat niet bewaard is")


def _plain(found: Any) -> str | float | date:  # noqa: ANN401 - whatever a cell can hold
    if isinstance(found, bool):
        return "WAAR" if found else "ONWAAR"
    if isinstance(found, datetime):
        return found.date() if found.time() == time(0) else f"{found:%d/%m/%Y %H:%M}"
    if isinstance(found, time | timedelta):
        return str(found)
    return found  # type: ignore[no-any-return]


def _plain_date(found: Any, *, counts_from_1904: bool) -> str | float | date:  # noqa: ANN401 - as above
    if isinstance(found, datetime):
        return found.date()
    if isinstance(found, str) and found.strip().isdecimal() and len(found.strip()) == 5:  # a day number kept as text
        found = float(found)
    if isinstance(found, int | float) and not isinstance(found, bool) and counts_from_1904:
        return found + _DAYS_TO_1904
    return _plain(found)
