"""Write what was read from filled forms: as json, jsonl or csv, or as a workbook of the roster's shape."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.actions.make_roster import roster_sheets
from docgen.actions.read_forms import FormRead
from docgen.actions.record_columns import FILE, FORM, NOTES, REFERENCE
from docgen.actions.write_file import write_file
from docgen.errors import WrongUseError
from docgen.model.record import Problem, Reading, flatten_record
from docgen.model.sheet import Column, Sheet


def write_records(results: Sequence[FormRead], output: Path) -> Path:
    """Write the records in the format of the file's suffix; raises WrongUseError for any other than the four."""
    makers = {".jsonl": _make_jsonl, ".json": _make_json, ".csv": _make_csv, ".xlsx": _make_workbook}
    return write_file(output, makers[check_suffix(output)](results))


def check_suffix(output: Path) -> str:
    """The suffix, when records can be written in its format; to be asked before anything is read."""
    suffix = output.suffix.lower()
    if suffix not in {".jsonl", ".json", ".csv", ".xlsx"}:
        message = f"Records kunnen niet als “{output.name}” geschreven worden; kies .jsonl, .json, .csv of .xlsx."
        raise WrongUseError(message)
    return suffix


def record_json(result: FormRead) -> dict[str, Any]:
    """One file as plain data: form, reference, nested record, the spot of each key, and the problems."""
    if (reading := result.reading) is None:
        unread = {"rule": "bestand-herkend", "key": None, "place": result.file, "message": result.sentence}
        problems = [unread | {"found": None, "expected": None, "remedy": None}]
        return _object(result.file, problems)
    return _object(result.file, [_problem(each) for each in reading.problems]) | {
        "part": reading.part or None,
        "form": reading.form.path,
        "version": reading.identity.version,
        "reference": reading.identity.reference,
        "record": reading.record.model_dump(mode="json"),
        "places": {key: place.spot for key, place in reading.places.items()},
    }


def _object(file: str, problems: list[dict[str, Any]]) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "part": None,
        "form": None,
        "version": None,
        "reference": None,
        "record": None,
        "places": {},
    }
    return {"file": file, **empty, "problems": problems}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "rule": problem.rule,
        "key": problem.key,
        "place": str(problem.place),
        "message": problem.message,
        "found": problem.found,
        "expected": problem.expected,
        "remedy": problem.remedy,
    }


def make_json_line(result: FormRead) -> str:
    """One record as one line of json, without its line end."""
    return json.dumps(record_json(result), ensure_ascii=False)


def _make_jsonl(results: Sequence[FormRead]) -> bytes:
    return _encode("".join(f"{make_json_line(result)}\n" for result in results))


def _make_json(results: Sequence[FormRead]) -> bytes:
    return _encode(json.dumps([record_json(result) for result in results], ensure_ascii=False, indent=2) + "\n")


def _encode(text: str) -> bytes:
    """UTF-8; bytes in a file's name that are no text are written as their escape."""
    return text.encode("utf-8", "backslashreplace")


def _make_csv(results: Sequence[FormRead]) -> bytes:
    from docgen.formats.csv import write_csv  # noqa: PLC0415 - beside the other writers

    flat = [flatten_record(result.reading.record) if result.reading else {} for result in results]
    keys = list(dict.fromkeys(key for result in results if result.reading for key in result.reading.form.questions))
    keys = [key for key in keys if any(key in values for values in flat)]
    keys += sorted({key for values in flat for key in values} - set(keys))
    rows = [
        [_name(result), *_identify(result), *(values.get(key) for key in keys), _notes(result)]
        for result, values in zip(results, flat, strict=True)
    ]
    return write_csv(Sheet("Records", tuple(map(Column, (FILE, FORM, REFERENCE, *keys, NOTES))), rows))


def _make_workbook(results: Sequence[FormRead]) -> bytes:
    from docgen.formats.xlsx.table import write_workbook  # noqa: PLC0415 - heavy library

    readings = _referenced([result.reading for result in results if result.reading])
    forms = {reading.form.path: reading.form for reading in readings}
    sheets = [
        replace(sheet, intro="")
        for form in forms.values()
        for sheet in roster_sheets(form, [reading for reading in readings if reading.form.path == form.path])
    ]
    return write_workbook([*_titled(sheets), _files_sheet(results)], title="Gelezen formulieren")


def _referenced(readings: Sequence[Reading]) -> list[Reading]:
    """Every reading with a reference of its own, else its file's name: it ties the sheets together."""
    times = Counter(reading.identity.reference for reading in readings)
    return [
        reading
        if reading.identity.reference and times[reading.identity.reference] == 1
        else replace(reading, identity=replace(reading.identity, reference=_printable(reading.label)))
        for reading in readings
    ]


def _titled(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, with a number behind a title that stood before: two forms may have tables of one name."""
    seen = Counter[str]()
    numbered = []
    for sheet in sheets:
        seen[sheet.title] += 1
        times = seen[sheet.title]
        # Excel takes 31 characters: 28, a space, and a number of two digits at most.
        numbered.append(sheet if times == 1 else replace(sheet, title=f"{sheet.title[:28]} {times}"))
    return numbered


def _files_sheet(results: Sequence[FormRead]) -> Sheet:
    columns = (Column("Bestand", 40), Column("Formulier", 34), Column("Referentie", 18), Column("Plaats", 34))
    rows = [
        [_name(result), *_identify(result), place, message]
        for result in results
        for place, message in (_remarks(result) or [("", "gelezen")])
    ]
    return Sheet("Bestanden", (*columns, Column("Wat opviel", 80)), rows)


def _identify(result: FormRead) -> tuple[str | None, str | None]:
    reading = result.reading
    return (reading.form.path, reading.identity.reference) if reading else (None, None)


def _name(result: FormRead) -> str:
    return _printable(result.reading.label if result.reading else result.file)


def _printable(name: str) -> str:
    """A file's name as text: bytes in it that are none are written as their escape."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _remarks(result: FormRead) -> list[tuple[str, str]]:
    if result.reading is None:
        return [("", _printable(result.sentence or ""))]
    return [(problem.place.spot, problem.message) for problem in result.reading.problems]


def _notes(result: FormRead) -> str | None:
    return " ".join(f"{place}: {message}" if place else message for place, message in _remarks(result)) or None
