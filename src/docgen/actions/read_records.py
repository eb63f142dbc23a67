"""Read records from a workbook, csv, json or jsonl: one reading per line, with the place of every value.

A roster that `make_roster` made, a list of one's own with the same headings or keys, and what `docgen read`
writes are all read the same way. A misspelt column stops the reading; a filled column of one's own is named and left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from docgen.actions.read_dossier import read_regular_file
from docgen.actions.record_columns import keys_by_words, main_title, single_headings, table_headings, table_title
from docgen.actions.record_lines import Line, Lines, read_lines_of
from docgen.errors import UnreadableFileError
from docgen.model.form import Form, Table, row_key
from docgen.model.record import Reading, read_record
from docgen.model.value import Place, RawForm, RawValue
from docgen.text import find_closest, fold_tight

#: A heading shorter than this resembles too many others to call it misspelt.
_SURE_LENGTH = 5
#: A file with fewer columns of a form than this may have them by chance.
_SEVERAL = 2


@dataclass(frozen=True)
class RecordList:
    """The records of one file: `form` is the one whose columns it has, `notes` whole sentences on the file itself."""

    form: Form
    readings: tuple[Reading, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Sheet:
    """Lines whose headings are understood: the key of each heading, and the ones that mean nothing."""

    keys: Mapping[str, str]
    strangers: tuple[str, ...]
    lines: tuple[Line, ...]
    title: str = ""


def read_records(path: Path, *forms: Form) -> RecordList:
    """Read the records of one file as those of the form, of several, whose columns it has most of.

    Raises UnreadableFileError, one sentence, for a file that cannot be opened or has none of the columns.
    """
    try:
        data = read_regular_file(path)
    except UnreadableFileError as error:
        message = f"“{path.name}” {error}."
        raise UnreadableFileError(message) from error
    return parse_records(path.name, data, *forms)


def parse_records(name: str, data: bytes, *forms: Form) -> RecordList:
    """The records in the bytes of the file `name`; see `read_records`."""
    sheets = read_lines_of(name, data)
    form, main = _pick(name, sheets, forms)
    values = [_raw_values(name, line, main.keys) for line in main.lines]
    notes = [f"“{name}”: de kolom “{each}” hoort niet bij {form.path} en is niet gelezen." for each in main.strangers]
    notes.extend(_doubled(name, main.lines))
    for table in form.tables.values():
        for sheet in (each for each in sheets if fold_tight(each.title) == fold_tight(table_title(table))):
            notes.extend(_add_rows(name, table, sheet, _Targets(main.lines, values)))
    identities = [form.identity(line.reference) for line in main.lines]
    raws = [RawForm(identity, found) for identity, found in zip(identities, values, strict=True)]
    return RecordList(form, tuple(read_record(form, raw, name) for raw in raws), tuple(notes))


def resembles(form: Form, sheets: Sequence[Lines]) -> bool:
    """Whether lines are records of the form: they say so, or most headings of a sheet, at least two, are the form's."""
    if any(sheet.form for sheet in sheets):
        return any(sheet.form == form.path for sheet in sheets)
    understood = ((len(_understand(form, sheet).keys), len(sheet.headings)) for sheet in sheets)
    return any(keys >= _SEVERAL and keys * 2 > headings for keys, headings in understood)


def _pick(name: str, sheets: Sequence[Lines], forms: Sequence[Form]) -> tuple[Form, _Sheet]:
    named = {sheet.form for sheet in sheets if sheet.form}
    fitting = [form for form in forms if not named or form.path in named]
    if not fitting:
        message = f"“{name}” bevat gegevens van {', '.join(sorted(named))}, niet van {forms[0].path}."
        raise UnreadableFileError(message)
    pairs = [(form, _understand(form, sheet)) for form in fitting for sheet in sheets]
    form, best = max(pairs, key=lambda pair: _fit(*pair), default=(fitting[0], _Sheet({}, (), ())))
    if not best.keys:
        message = (
            f"“{name}” heeft geen enkele kolom van {form.path}; "
            f"maak een lege lijst met “docgen roster {form.path}” en vul die in."
        )
        raise UnreadableFileError(message)
    _refuse_misspelt(name, form, best)
    return form, best


def _fit(form: Form, sheet: _Sheet) -> tuple[int, bool]:
    """How well a sheet fits a form: the columns they share, and between forms alike the title that a roster bears."""
    return len(sheet.keys), fold_tight(sheet.title) == fold_tight(main_title(form))


def _understand(form: Form, sheet: Lines) -> _Sheet:
    known = keys_by_words(single_headings(form))
    if any(fold_tight(sheet.title) == fold_tight(table_title(table)) for table in form.tables.values()):
        return _Sheet({}, (), ())
    keys = {
        heading: key
        for heading in sheet.headings
        if (key := known.get(fold_tight(heading)) or (heading if form.question(heading) else None))
    }
    filled = {heading for line in sheet.lines for heading, (value, _) in line.values.items() if value is not None}
    strangers = tuple(each for each in sheet.headings if each not in keys and each in filled)
    return _Sheet(keys, strangers, sheet.lines, sheet.title)


def _refuse_misspelt(name: str, form: Form, sheet: _Sheet) -> None:
    free = [each.words for each in single_headings(form) if each.question.key not in sheet.keys.values()]
    free += [each.question.key for each in single_headings(form) if each.question.key not in sheet.keys.values()]
    for heading in sheet.strangers:
        if len(heading) >= _SURE_LENGTH and (close := find_closest(heading, free)) is not None:
            message = f"“{name}”: de kolom “{heading}” is niet gekend; bedoelt u “{close}”?"
            raise UnreadableFileError(message)


def _raw_values(name: str, line: Line, keys: Mapping[str, str]) -> dict[str, RawValue]:
    return {
        keys[heading]: RawValue(_plain(value), Place(name, spot))
        for heading, (value, spot) in line.values.items()
        if heading in keys and value is not None
    }


def _plain(value: object) -> str | float | date | None:
    """A value as a cell would hold it; lists and objects in a json appear as they are written there."""
    return value if isinstance(value, str | int | float | date) or value is None else str(value)


class _Targets(NamedTuple):
    lines: Sequence[Line]
    values: Sequence[dict[str, RawValue]]


def _add_rows(name: str, table: Table, sheet: Lines, to: _Targets) -> Iterator[str]:
    """Put the rows of a table's sheet with the line of their reference; yields a sentence for a row without one."""
    keys = keys_by_words(table_headings(table))
    # Backwards, so that of lines with one reference the first keeps it: `_doubled` names the others.
    by_reference = {line.reference: number for number, line in reversed(list(enumerate(to.lines)))}
    last: dict[int, int] = defaultdict(int)
    for line in sheet.lines:
        target = by_reference.get(line.reference)
        if target is None:
            yield f"“{name}”, {sheet.title}, rij {line.number}: geen regel op het eerste blad heeft deze referentie."
            continue
        row = last[target] = line.row or last[target] + 1
        for heading, (value, spot) in line.values.items():
            if (column := keys.get(fold_tight(heading))) is not None:
                to.values[target][row_key(table.key, row, column)] = RawValue(_plain(value), Place(name, spot))


def _doubled(name: str, lines: Iterable[Line]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for line in lines:
        if line.reference is None:
            continue
        if line.reference in seen:
            yield f"“{name}”: rij {seen[line.reference]} en rij {line.number} hebben dezelfde referentie."
        seen.setdefault(line.reference, line.number)
