"""Tables to csv and back as Belgian Excel does it: semicolons, and a text that looks like a formula stays a text."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from datetime import date
from io import StringIO
from itertools import islice

from docgen.dates import format_date
from docgen.errors import UnreadableFileError, WrongUseError
from docgen.model.sheet import Cell, Sheet

#: A cell that begins so is run as a formula by the program that opens the file.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"
#: What parts columns, the sign of Excel in Belgium first, and how many lines are tried to find out which.
_DELIMITERS, _LINES_TO_LOOK_AT = ";,\t", 20
#: The line in which Excel itself may say what parts the columns: ``sep=;``.
_SAYS_DELIMITER = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def write_csv(sheet: Sheet) -> bytes:
    """One sheet as UTF-8 with a byte order mark; a leading apostrophe keeps what looks like a formula a text.

    Raises WrongUseError for half a character (a lone surrogate).
    """
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(_guarded(column.title) for column in sheet.columns)
    writer.writerows([_cell_text(cell) for cell in row] for row in sheet.rows)
    try:
        return BOM_UTF8 + target.getvalue().encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"Een cel van “{sheet.title}” bevat een teken dat niet bestaat; haal het weg en probeer opnieuw."
        raise WrongUseError(message) from error


def read_csv(data: bytes) -> list[list[Cell]]:
    """The rows of a csv, all cells as text and empty ones as None; the guard of `write_csv` is taken off.

    Raises UnreadableFileError with a clause that follows the file's name: “is geen leesbare tekst …”.
    """
    text = _decode(data)
    said = _SAYS_DELIMITER.match(text)
    text, delimiter = (text[said.end() :], said[1]) if said else (text, None)
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter or _find_delimiter(text))
        return [[_bare(cell) for cell in row] for row in reader]
    except csv.Error as error:
        message = "is een csv-bestand met een cel zonder einde; bewaar de lijst opnieuw als .xlsx"
        raise UnreadableFileError(message) from error


def _cell_text(cell: Cell) -> str:
    if isinstance(cell, date):
        return format_date(cell)
    if isinstance(cell, float):
        return (str(int(cell)) if cell.is_integer() else repr(cell)).replace(".", ",")
    return _guarded(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def _guarded(text: str) -> str:
    looks_guarded = text.startswith(_GUARD) and text[1:].startswith((*_FORMULA_STARTS, _GUARD))
    return _GUARD + text if text.startswith(_FORMULA_STARTS) or looks_guarded else text


def _bare(cell: str) -> Cell:
    if cell.startswith(_GUARD) and cell[1:].startswith((*_FORMULA_STARTS, _GUARD)):
        return cell[1:]
    return cell or None


def _decode(data: bytes) -> str:
    """The text in the character set that its first bytes or its own letters show; cp1252 is what older Excels write."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    if "\ufffd" in text or "\0" in text:
        message = "is geen leesbare tekst: er staan tekens in die verloren zijn; bewaar de lijst opnieuw als .xlsx"
        raise UnreadableFileError(message)
    return text


def _find_delimiter(text: str) -> str:
    """The sign that parts the headings into most columns, else the one that most of the first lines agree on."""
    return max(_DELIMITERS, key=lambda sign: _agreement(text, sign))


def _agreement(text: str, sign: str) -> tuple[int, int, int]:
    """Columns in the first line; how many lines have the most usual number of columns; and that number."""
    try:
        rows = islice(csv.reader(StringIO(text, newline=""), delimiter=sign), _LINES_TO_LOOK_AT)
        widths = [len(row) for row in rows]
    except csv.Error:
        return (0, 0, 0)
    usual = Counter(width for width in widths if width > 1).most_common(1)
    times, width = (usual[0][1], usual[0][0]) if usual else (0, 0)
    return (widths[0] if widths else 0, times, width)
