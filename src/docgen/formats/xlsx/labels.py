"""Inputs that lost their name, found again through the label that stands before them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docgen.formats.xlsx.found import At, Grids
from docgen.formats.xlsx.grid import Grid
from docgen.model.form import Form, Kind, Question, Section
from docgen.model.form_words import FORM_WORDS
from docgen.text import fold

#: Labels are looked for in this corner of a sheet.
_MOST_ROWS, _MOST_COLUMNS = 500, 60
#: What a form prints around a label: the duty to fill in, and how to write a date.
_AROUND = re.compile(
    rf" (?:{'|'.join(fold(text) for words in FORM_WORDS.values() for text in (words.required, words.date_hint))})\b"
)


@dataclass(frozen=True)
class Labels:
    """All short texts of the visible sheets by their folded words, with the rows that are headings of tables."""

    at: dict[str, list[At]]
    titles: dict[int, list[tuple[int, str]]]

    def section_of(self, at: At) -> str | None:
        """The folded title that stands nearest above a cell."""
        above = [words for row, words in self.titles.get(at.sheet, ()) if row <= at.row]
        return above[-1] if above else None


def fold_label(text: str) -> str:
    """The words of a label, without what the form prints around it."""
    return _AROUND.sub("", f" {fold(text)}").strip()


@lru_cache(maxsize=32)
def printed_words(form: Form) -> frozenset[str]:
    """Everything the form itself prints, folded: what a person typed is none of it."""
    words = [FORM_WORDS[form.language].number]
    for block in form.blocks:
        words.append(block.title)
        questions = block.questions if isinstance(block, Section) else block.columns
        words += [word for q in questions for word in (q.label, q.ask.part) if word]
    return frozenset(fold_label(word) for word in words) - {""}


def index_labels(form: Form, grids: Grids) -> Labels:
    """Where every text that the form prints stands in the visible sheets."""
    known = printed_words(form)
    titles = {fold_label(block.title) for block in form.blocks} - {""}
    at, found_titles = defaultdict[str, list[At]](list), defaultdict[int, list[tuple[int, str]]](list)
    for sheet in grids.visible:
        for row, column, words in _texts(grids[sheet]):
            if words in titles:
                found_titles[sheet].append((row, words))
            if words in known:
                at[words].append(At(sheet, row, column))
    return Labels(dict(at), dict(found_titles))


class LazyLabels:
    """The labels of a workbook, looked for only once a name is lost: most files never need them."""

    def __init__(self, form: Form, grids: Grids) -> None:
        self._form, self._grids = form, grids

    @cached_property
    def labels(self) -> Labels:
        """Where every text that the form prints stands."""
        return index_labels(self._form, self._grids)


def _texts(grid: Grid) -> Iterator[tuple[int, int, str]]:
    for row in grid.row_numbers[:_MOST_ROWS]:
        for column, value in grid.filled_cells(row):
            # No label is as long: a longer text is what somebody wrote.
            if isinstance(value, str) and column <= _MOST_COLUMNS and len(value) < 200:
                yield row, column, fold_label(value)


def find_by_label(form: Form, question: Question, labels: Labels, grids: Grids) -> At | None:
    """The filled cell that belongs to the question's label; None when there is none, or no telling which."""
    part = fold_label(question.ask.part or "")
    for at in _labels_of(form, question, labels, grids):
        if part and part not in _words_right(at, grids):
            continue
        if (found := _beside(form, question, at, grids[at.sheet])) is not None:
            return At(at.sheet, *found, f"gevonden via het label “{question.label}”")
    return None


def find_joined(form: Form, question: Question, labels: Labels, grids: Grids) -> At | None:
    """The filled cell beside a label under which several inputs should stand, where no part tells them apart."""
    parts = {fold_label(q.ask.part) for q in form.single_questions if q.ask.part and q.label == question.label}
    places = list(_labels_of(form, question, labels, grids))
    if len(places) != 1 or parts & set(_words_right(places[0], grids)):
        return None
    found = _beside(form, question, places[0], grids[places[0].sheet])
    return At(places[0].sheet, *found, f"gesplitst uit wat bij het label “{question.label}” staat") if found else None


def _labels_of(form: Form, question: Question, labels: Labels, grids: Grids) -> list[At]:
    """Where the question's label stands: under its own section's title if anywhere, never in a table's heading."""
    headings = {fold_label(column.label) for table in form.tables.values() for column in table.columns}
    section = next(b.title for b in form.blocks if isinstance(b, Section) and question in b.questions)
    places = [at for at in labels.at.get(fold_label(question.label), ()) if not _in_heading(at, headings, grids)]
    own = [at for at in places if labels.section_of(at) == fold_label(section)]
    return own or (places if len(places) == 1 or question.ask.part else [])


def _words_right(label: At, grids: Grids) -> list[str]:
    cells = grids[label.sheet].filled_cells(label.row)
    return [fold_label(value) for column, value in cells if column > label.column and isinstance(value, str)]


def _in_heading(at: At, headings: set[str], grids: Grids) -> bool:
    texts = [fold_label(value) for _, value in grids[at.sheet].filled_cells(at.row) if isinstance(value, str)]
    return sum(text in headings for text in texts) > 1


def _beside(form: Form, question: Question, label: At, grid: Grid) -> tuple[int, int] | None:
    """The first filled cell right of the label that holds no text of the form; for a long text the one below it."""
    known = printed_words(form)
    for column, value in grid.filled_cells(label.row):
        is_ours = isinstance(value, str) and fold_label(value) in known
        if column > label.column and not is_ours and (label.row, column) not in grid.formulas:
            return label.row, column
    below = grid.value(label.row + 1, label.column)
    if question.kind is not Kind.LONG_TEXT or below is None:
        return None
    return None if isinstance(below, str) and fold_label(below) in known else (label.row + 1, label.column)
