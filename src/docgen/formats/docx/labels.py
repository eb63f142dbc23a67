"""Where a key stands when its marks are lost: beside its printed label, or under the head of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.formats.docx.anchors import Anchors, head_names
from docgen.formats.docx.inline import words_of
from docgen.formats.docx.layout import Cell, Grid, Layout, Row, check_row_count
from docgen.model.form import Form, Question, Table, row_key
from docgen.model.form_words import FORM_WORDS
from docgen.text import fold

_REQUIRED = re.compile(rf"\s*\((?:{'|'.join(words.required for words in FORM_WORDS.values())})\)\s*$", re.IGNORECASE)
#: In how many rows at the top of a table its heads are looked for.
_HEAD_ROWS = 3
_PARTS = re.compile(r"\n|;|,| [-–—/] ")


@dataclass(frozen=True)
class Found:
    """A text found without a mark of its own: where it stands, and the doubt in Dutch."""

    cell: Cell | None
    text: str | None
    spot: str
    doubt: str


def find_by_label(layout: Layout, form: Form, missing: set[str]) -> dict[str, Found]:
    """The missing single questions that stand beside their printed label, in a table or after a colon."""
    beside = {**_labelled_paragraphs(layout), **_labelled_cells(layout, form)}
    found: dict[str, Found] = {}
    for question in form.single_questions:
        if question.key not in missing:
            continue
        if (place := beside.get(fold(question.full_label))) is not None:
            found[question.key] = place
        elif question.ask.part and (place := beside.get(fold(question.label))) is not None:
            found.update(_split(form, question, place))
    return found


def find_by_head(layout: Layout, form: Form, anchors: Anchors) -> dict[str, Found]:
    """The cells of tables that hold no mark any more, by the words above their columns."""
    marked = {key.partition("__")[0] for key in anchors.keys}
    # A table with one mark left is found through that; only one that lost all of them is guessed at.
    free = [grid for grid in layout.grids if not any(cell in anchors.cells for row in grid.rows for cell in row.cells)]
    found: dict[str, Found] = {}
    for table in form.tables.values():
        head = next(((grid, row) for grid in free for row in grid.rows[:_HEAD_ROWS] if _names_all(table, row)), None)
        if table.key not in marked and head is not None:
            free.remove(head[0])
            found.update(_below(table, *head))
    return found


def _names_all(table: Table, row: Row) -> bool:
    return {column.name for column in table.columns} <= set(head_names(table, row))


def _below(table: Table, grid: Grid, head: Row) -> Iterator[tuple[str, Found]]:
    names, labels = head_names(table, head), {column.name: column.label for column in table.columns}
    rows = check_row_count(grid.rows[grid.rows.index(head) + 1 :])
    for number, row in enumerate(rows, start=1):
        for cell, name in zip(row.cells, names, strict=False):
            if name is not None:
                doubt = f"gevonden via de kolomkop “{labels[name]}”"
                yield row_key(table.key, number, name), Found(cell, None, row.spot, doubt)


def _labelled_cells(layout: Layout, form: Form) -> Mapping[str, Found]:
    places: dict[str, Found] = {}
    for grid in layout.grids:
        if any(_names_all(table, row) for table in form.tables.values() for row in grid.rows[:_HEAD_ROWS]):
            continue  # a label of a question can be the head of a column as well
        for row in grid.rows:
            for label, answer in zip(row.cells, row.cells[1:], strict=False):
                printed = _clean(words_of(label.element))
                doubt = f"gevonden via het label “{printed}”"
                places.setdefault(fold(printed), Found(answer, None, row.spot, doubt))
    return places


def _labelled_paragraphs(layout: Layout) -> Mapping[str, Found]:
    places: dict[str, Found] = {}
    for number, paragraph in layout.paragraphs:
        printed, colon, text = words_of(paragraph).partition(":")
        if colon:
            doubt = f"gevonden via het label “{_clean(printed)}”"
            places.setdefault(fold(_clean(printed)), Found(None, text.strip(), f"alinea {number}", doubt))
    return places


def _clean(label: str) -> str:
    return " ".join(_REQUIRED.sub("", label).strip().rstrip(":").split())


def _split(form: Form, question: Question, place: Found) -> dict[str, Found]:
    """One text for several inputs under one label, taken apart; all of it goes to the first when it cannot be."""
    inputs = [other for other in form.single_questions if other.label == question.label]
    text = place.text if place.cell is None else words_of(place.cell.element)
    pieces = [_drop_part(piece, inputs) for piece in _PARTS.split(text or "") if piece.strip()]
    whole = len(pieces) == len(inputs)
    doubt = f"{place.doubt} en gesplitst" if whole else f"{place.doubt}, waar één tekst voor {len(inputs)} vragen staat"
    texts = pieces if whole else [(text or "").strip()]
    return {other.key: Found(place.cell, piece, place.spot, doubt) for other, piece in zip(inputs, texts, strict=False)}


def _drop_part(piece: str, inputs: list[Question]) -> str:
    before, colon, after = piece.partition(":")
    known = {fold(other.ask.part or "") for other in inputs}
    return after.strip() if colon and fold(before) in known else piece.strip()
