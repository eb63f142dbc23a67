"""From the bytes of a workbook, csv, json or jsonl to lines: per person the values by heading, with their spot."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docgen.actions.record_columns import FILE, FORM, NOTES, REFERENCE, ROW
from docgen.errors import UnreadableFileError
from docgen.formats.kind import FileKind, recognise_kind
from docgen.formats.xlsx.cells import column_letters
from docgen.model.form import row_key
from docgen.model.sheet import Cell
from docgen.text import fold_tight

#: Headings stand this high at the latest; above them there may be a title and an explanation.
_HEADING_ROWS = 12
#: A row number with more digits than this is no row number.
_ROW_DIGITS = 3
_REFERENCES = frozenset({REFERENCE, "reference", "ref", "dossier"})


@dataclass(frozen=True)
class Line:
    """One line of a list: the values by the heading as it stands there, and where each stands."""

    number: int
    values: Mapping[str, tuple[Any, str]]
    reference: str | None = None
    row: int | None = None


@dataclass(frozen=True)
class Lines:
    """One sheet or file of lines; `form` is the form that the file itself names, if it does."""

    title: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    form: str | None = None


def read_lines_of(name: str, data: bytes) -> tuple[Lines, ...]:
    """The lines of every sheet; raises UnreadableFileError, a whole sentence, for what is no list."""
    try:
        return _read(name, data)
    except UnreadableFileError as error:
        message = f"“{name}” {error}."
        raise UnreadableFileError(message) from error


def _read(name: str, data: bytes) -> tuple[Lines, ...]:
    kind = recognise_kind(data)
    if kind is FileKind.XLSX:
        from docgen.formats.xlsx.table import read_workbook  # noqa: PLC0415 - heavy library

        return tuple(_lines_of_sheet(title, rows) for title, rows in read_workbook(data))
    if kind is not FileKind.TEXT:
        message = f"is {kind}; geef een lijst als .xlsx, .csv, .json of .jsonl"
        raise UnreadableFileError(message)
    if name.lower().endswith(".jsonl") or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return (_lines_of_objects(_parse_json(data)),)
    from docgen.formats.csv import read_csv  # noqa: PLC0415 - beside the other readers

    return (_lines_of_sheet("", read_csv(data)),)


def _lines_of_sheet(title: str, rows: Sequence[Sequence[Cell]]) -> Lines:
    top = _find_headings(rows)
    if top is None:
        return Lines(title, (), ())
    headings = [_text(cell) for cell in rows[top]]
    if doubled := [h for h, times in Counter(filter(None, headings)).items() if times > 1]:
        message = f"heeft de kolom “{doubled[0]}” meer dan één keer; hou er één over"
        raise UnreadableFileError(message)
    lines = tuple(_read_rows(title, headings, rows, top + 1))
    return Lines(title, tuple(h for h in headings if h and not _is_own(h)), lines)


def _find_headings(rows: Sequence[Sequence[Cell]]) -> int | None:
    """The row with most texts near the top: a title or explanation above the headings is one cell."""
    near = rows[:_HEADING_ROWS]
    if (named := next((n for n, row in enumerate(near) if row and _is_own(_text(row[0]))), None)) is not None:
        return named
    texts = [sum(isinstance(cell, str) and bool(cell.strip()) for cell in row) for row in near]
    most = max(texts, default=0)
    return texts.index(most) if most else None


def _read_rows(title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]], top: int) -> Iterator[Line]:
    for number, row in enumerate(rows[top:], start=top + 1):
        cells = {
            heading: (cell, _spot(title, column, number))
            for column, (heading, cell) in enumerate(zip(headings, row, strict=False))
            if heading and _text(cell)
        }
        if cells:
            yield _line(number, cells)


def _line(number: int, cells: Mapping[str, tuple[Any, str]]) -> Line:
    own = {fold_tight(heading): cell for heading, (cell, _) in cells.items() if _is_own(heading)}
    reference = next((own[word] for word in own if word in _REFERENCES), None)
    row = _text(own.get(ROW))
    return Line(
        number,
        {heading: found for heading, found in cells.items() if not _is_own(heading)},
        " ".join(_text(reference).split()) or None,
        int(row) if row.isdecimal() and 0 < len(row) <= _ROW_DIGITS and int(row) else None,
    )


def _is_own(heading: str) -> bool:
    return fold_tight(heading) in _REFERENCES | {ROW, FILE, FORM, NOTES}


def _spot(title: str, column: int, row: int) -> str:
    letters = column_letters(column + 1)
    return f"{title}!{letters}{row}" if title else f"rij {row}, kolom {letters}"


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _parse_json(data: bytes) -> list[Any]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = "is geen UTF-8; bewaar het opnieuw als UTF-8"
        raise UnreadableFileError(message) from error
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return [_parse_line(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if isinstance(whole, dict) and isinstance(whole.get("records"), list):
        whole = whole["records"]
    return whole if isinstance(whole, list) else [whole]


def _parse_line(number: int, line: str) -> Any:  # noqa: ANN401 - json
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        message = f"is geen geldige JSON: kijk regel {number} na"
        raise UnreadableFileError(message) from error


def _lines_of_objects(objects: Sequence[Any]) -> Lines:
    forms = {item["form"] for item in objects if isinstance(item, dict) and isinstance(item.get("form"), str)}
    lines = tuple(_line_of_object(number, item) for number, item in enumerate(objects, start=1) if _is_read(item))
    headings = dict.fromkeys(heading for line in lines for heading in line.values)
    return Lines("", tuple(headings), lines, next(iter(forms)) if len(forms) == 1 else None)


def _is_read(item: Any) -> bool:  # noqa: ANN401 - json
    """Whether there is a record: `docgen read` also writes an object for a file that it could not read."""
    return not (isinstance(item, dict) and "record" in item and item["record"] is None)


def _line_of_object(number: int, item: Any) -> Line:  # noqa: ANN401 - json
    if not isinstance(item, dict):
        message = f"bevat als record {number} geen gegevens met een naam; geef objecten als {{“naam”: “waarde”}}"
        raise UnreadableFileError(message)
    record = item["record"] if isinstance(item.get("record"), dict) else item
    own = {fold_tight(key): value for key, value in (*record.items(), *item.items()) if isinstance(key, str)}
    reference = next((own[word] for word in own if word in _REFERENCES and own[word] is not None), None)
    values = {
        key: (value, f"record {number}, {key}")
        for key, value in _flatten(record)
        if not _is_own(key) and (record is not item or key != "form")
    }
    return Line(number, values, " ".join(_text(reference).split()) or None)


def _flatten(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in record.items():
        if isinstance(value, list) and all(isinstance(row, dict) for row in value):
            for number, row in enumerate(value, start=1):
                yield from ((row_key(key, number, name), cell) for name, cell in row.items())
        else:
            yield key, value
