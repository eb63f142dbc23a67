"""Make a workbook of records: an empty one to fill in, or one with the records that were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from docgen.actions.find_form import find_form
from docgen.actions.record_columns import (
    REFERENCE,
    ROW,
    Heading,
    main_title,
    single_headings,
    table_headings,
    table_title,
)
from docgen.actions.write_file import write_files
from docgen.errors import WrongUseError
from docgen.formats.xlsx.table import write_workbook
from docgen.model.form import Form, Kind, Table
from docgen.model.record import Reading
from docgen.model.sheet import Cell, Column, Sheet

#: Characters; a longer heading breaks over lines.
_WIDTHS = {Kind.DATE: 16, Kind.LONG_TEXT: 44, Kind.CHOICE: 20}
_TEXT_WIDTH = 26  # characters: a name, or a line of an address


def write_roster(path: str, output: Path, *, force: bool = False) -> Path:
    """Write the empty workbook of the form or list named `path`; raises WrongUseError for another suffix."""
    form = find_form(path)
    if output.suffix.lower() != ".xlsx":
        message = f"Een invullijst is een Excel-bestand; laat “{output.name}” eindigen op .xlsx."
        raise WrongUseError(message)
    return write_files(output.parent, {output.name: partial(make_roster, form)}, force=force)[0]


def make_roster(form: Form) -> bytes:
    """An empty workbook: a sheet with one line a person, and a sheet per table with one line a row."""
    return write_workbook(roster_sheets(form), title=form.title)


def roster_sheets(form: Form, readings: Sequence[Reading] = ()) -> tuple[Sheet, ...]:
    """The sheets of a roster, with a line for each reading; nobody signs in a list, so a signature is left out."""
    headings = [each for each in single_headings(form) if each.question.kind is not Kind.SIGNATURE]
    reference = Column(
        REFERENCE.capitalize(),
        18,
        f"Uw eigen kenmerk voor deze {form.subject}, elk maar één keer, zonder naam of rijksregisternummer.",
    )
    main = Sheet(
        main_title(form),
        (reference, *map(_column, headings)),
        [_line(reading, headings) for reading in readings],
        f"Eén regel per {form.subject}. Laat leeg wat u nog niet weet; verander de opschriften niet.",
    )
    return (main, *(_table_sheet(form, table, readings) for table in form.tables.values()))


def _column(heading: Heading) -> Column:
    question = heading.question
    return Column(
        heading.words,
        _WIDTHS.get(question.kind, _TEXT_WIDTH),
        question.ask.help,
        question.choices,
        is_date=question.kind is Kind.DATE,
        open_choice=question.kind is Kind.OPEN_CHOICE,
    )


def _table_sheet(form: Form, table: Table, readings: Iterable[Reading]) -> Sheet:
    columns = (
        Column(REFERENCE.capitalize(), 18, f"De referentie van de {form.subject} op het eerste blad."),
        Column(ROW.capitalize(), 8, "De hoeveelste rij van de tabel dit is; mag leeg blijven."),
        *map(_column, table_headings(table)),
    )
    rows = [row for reading in readings for row in _table_rows(table, reading)]
    return Sheet(table_title(table), columns, rows, f"{table.title}: één regel per rij.")


def _line(reading: Reading, headings: Sequence[Heading]) -> list[Cell]:
    return [reading.identity.reference, *(_cell(getattr(reading.record, each.question.key)) for each in headings)]


def _table_rows(table: Table, reading: Reading) -> Iterator[list[Cell]]:
    for number, row in enumerate(getattr(reading.record, table.key), start=1):
        values = [_cell(getattr(row, column.key)) for column in table.columns]
        if any(value is not None for value in values):
            yield [reading.identity.reference, number, *values]


def _cell(value: str | date | None) -> Cell:
    return str(value) if isinstance(value, str) else value
