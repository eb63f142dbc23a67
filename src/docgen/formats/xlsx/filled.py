"""Read a filled form back from a workbook: values by key with their cells, and what the workbook says of itself.

The cells are found through their defined names, which follow a cell wherever it is moved; where names are lost,
through labels and table headings, and each value found so says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.formats.xlsx.cells import cell_name
from docgen.formats.xlsx.drawings import find_mark
from docgen.formats.xlsx.found import At, Grids, find_named
from docgen.formats.xlsx.grid import PICTURE_IN_CELL
from docgen.formats.xlsx.labels import LazyLabels, find_by_label, find_joined
from docgen.formats.xlsx.other_sheets import tell_other_sheets
from docgen.formats.xlsx.package import open_package
from docgen.formats.xlsx.recognise import choose_form, recognise_form
from docgen.formats.xlsx.stamp import read_stamp
from docgen.formats.xlsx.table_rows import find_body, find_by_heading, find_rows
from docgen.formats.xlsx.values import read_unreadable, read_value
from docgen.model.form import Form, Kind, Question
from docgen.model.value import Place, RawForm, RawValue, SignatureKind

_PARTING = re.compile(r"\s+[-–—]\s+|\s*[,;/\n]\s*")


def read_filled(data: bytes, name: str, forms: Sequence[Form]) -> RawForm | None:
    """The filled form in a workbook, None when it is no form of ours; raises UnreadableFileError with one sentence."""
    package = open_package(data, name)
    grids, stamp = Grids(package), read_stamp(package)
    form, notes = choose_form(stamp, forms, name) if stamp else recognise_form(package, forms)
    if form is None:
        return None
    at, split = _complete(form, _choose_copy(find_named(package, form), grids), grids)
    cells = _read_cells(form, at, grids)
    return RawForm(
        identity=stamp.identity if stamp else form.identity(),
        values={**cells.values, **_split(split, grids)},
        places=Spots(name, tuple(sheet.title for sheet in package.sheets), at),
        unreadable=cells.unreadable,
        prefilled=stamp.prefilled if stamp else {},
        signatures=cells.signatures,
        notes=notes,
        remarks=tell_other_sheets(form, at, grids),
    )


def _choose_copy(copies: Mapping[int | None, dict[str, At]], grids: Grids) -> dict[str, At]:
    """The copy of the form in which most stands; of as full ones the workbook's own."""
    if len(copies) < 2:
        return next(iter(copies.values()), {})
    return copies[max(copies, key=lambda scope: (_count_filled(copies[scope], grids), scope is None))]


def _count_filled(cells: Mapping[str, At], grids: Grids) -> int:
    return sum(grids[at.sheet].value(at.row, at.column) is not None for at in cells.values())


def _complete(form: Form, named: dict[str, At], grids: Grids) -> tuple[dict[str, At], dict[tuple[str, ...], At]]:
    """Add what has no name of its own: rows that people added, and inputs whose names were lost.

    The second mapping holds the cells in which one text stands for several inputs.
    """
    at, texts = dict(named), LazyLabels(form, grids)
    for table in form.tables.values():
        body = find_body(table, at) or find_by_heading(form, table, texts.labels, grids)
        if body:
            at.update(find_rows(form, table, body, at, grids))
    lost = [question for question in form.single_questions if question.key not in at]
    for question in lost:
        if found := find_by_label(form, question, texts.labels, grids):
            at[question.key] = found
    return at, dict(_find_joined([q for q in lost if q.ask.part and q.key not in at], form, texts, grids))


def _find_joined(
    lost: list[Question], form: Form, texts: LazyLabels, grids: Grids
) -> Iterator[tuple[tuple[str, ...], At]]:
    for label in dict.fromkeys(question.label for question in lost):
        questions = [question for question in lost if question.label == label]
        if len(questions) > 1 and (found := find_joined(form, questions[0], texts.labels, grids)):
            yield tuple(question.key for question in questions), found


def _split(joined: Mapping[tuple[str, ...], At], grids: Grids) -> dict[str, RawValue]:
    """One text for two inputs (a plain sjabloon), parted at the first dash, comma or line end."""
    values = {}
    for keys, at in joined.items():
        place = Place(grids.package.name, grids[at.sheet].spot(at.row, at.column))
        pieces = _PARTING.split(str(grids[at.sheet].value(at.row, at.column)).strip(), len(keys) - 1)
        values.update({key: RawValue(piece, place, at.doubt) for key, piece in zip(keys, pieces, strict=False)})
    return values


@dataclass(frozen=True)
class _Cells:
    """What was read, by key."""

    values: dict[str, RawValue] = field(default_factory=dict)
    unreadable: dict[str, RawValue] = field(default_factory=dict)
    signatures: dict[str, SignatureKind] = field(default_factory=dict)


def _read_cells(form: Form, at: Mapping[str, At], grids: Grids) -> _Cells:
    cells = _Cells()
    for key, question, where in _in_order(form, at):
        grid = grids[where.sheet]
        found = grid.value(where.row, where.column)
        if type(found) is str and question.kind is not Kind.DATE and where.doubt is None:  # most cells, so first
            cells.values[key] = RawValue(found, Place(grids.package.name, grid.spot(where.row, where.column)))
        elif found is not None:
            cells.values[key] = _read_filled_cell(form, question, where, grids)
        elif (where.row, where.column) in grid.only_look_empty:
            cells.unreadable.update(_read_empty_cell(question, where, grids))
        if question.kind is Kind.SIGNATURE:
            cells.signatures.update(_signature(key, where, grids, cells))
    return cells


def _in_order(form: Form, at: Mapping[str, At]) -> Iterator[tuple[str, Question, At]]:
    """The cells in the order of the form; rows that people added follow."""
    questions = form.questions
    for key, question in questions.items():
        if (where := at.get(key)) is not None:
            yield key, question, where
    for key in [key for key in at if key not in questions]:
        if (added := form.question(key)) is not None:
            yield key, added, at[key]


def _read_filled_cell(form: Form, question: Question, where: At, grids: Grids) -> RawValue:
    grid, package = grids[where.sheet], grids.package
    place = Place(package.name, grid.spot(where.row, where.column))
    found = read_value(grid, where, place, question.kind, counts_from_1904=package.counts_from_1904)
    return replace(found, doubt=None) if found.doubt and _is_printed(form, question, found) else found


def _is_printed(form: Form, question: Question, found: RawValue) -> bool:
    """Whether a table's cell holds what the form itself prints there: no matter how it was found."""
    if question.row is None:
        return False
    table = form.tables[question.key.partition("__")[0]]
    printed = table.printed_value(question.row, question.name)
    return printed is not None and question.show(printed) == found.value


def _read_empty_cell(question: Question, where: At, grids: Grids) -> dict[str, RawValue]:
    """What makes a cell that looks empty unreadable; a picture in the place of a signature does not."""
    grid = grids[where.sheet]
    if question.kind is Kind.SIGNATURE and grid.errors.get((where.row, where.column)) == PICTURE_IN_CELL:
        return {}
    place = Place(grids.package.name, grid.spot(where.row, where.column))
    return {question.key: read_unreadable(grid, where, place)}


def _signature(key: str, where: At, grids: Grids, cells: _Cells) -> dict[str, SignatureKind]:
    if mark := find_mark(grids.package, grids[where.sheet], where.row, where.column):
        return {key: mark}
    typed = cells.values.get(key)
    return {key: SignatureKind.TYPED} if typed and str(typed.value).strip() else {}


class Spots(Mapping[str, Place]):
    """The place of every key, put into words only when one is asked for: most never are."""

    def __init__(self, name: str, titles: tuple[str, ...], at: Mapping[str, At]) -> None:
        self._name, self._titles, self._at = name, titles, at

    def __getitem__(self, key: str) -> Place:
        where = self._at[key]
        return Place(self._name, f"{self._titles[where.sheet]}!{cell_name(where.row, where.column)}")

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)
