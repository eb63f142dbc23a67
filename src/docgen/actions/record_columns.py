"""How a form's questions stand as columns of a workbook, and which question a heading means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from docgen.model.form import Form, Kind, Question, Section, Table
from docgen.text import fold_tight

#: The column that says which person a line is about, and in a table's sheet which row of the table it is.
REFERENCE, ROW = "referentie", "rij"
#: What `docgen read` puts beside the record; passed over when its csv is read again.
FILE, FORM, NOTES = "bestand", "formulier", "leesproblemen"
#: Excel takes no longer sheet title.
_LONGEST_TITLE = 31


class Heading(NamedTuple):
    """A question and the words above its column."""

    question: Question
    words: str


def main_title(form: Form) -> str:
    """The title of the sheet with one line a person."""
    return form.title if len(form.title) <= _LONGEST_TITLE else form.name.replace("-", " ").capitalize()


def table_title(table: Table) -> str:
    """The title of the sheet with the rows of one table."""
    return table.key.replace("_", " ").capitalize()[:_LONGEST_TITLE]


def single_headings(form: Form) -> tuple[Heading, ...]:
    """The questions outside tables; one that stands beside a signature says in which section."""
    return tuple(
        Heading(
            question, f"{question.full_label} ({block.title.lower()})" if _is_signed(block) else question.full_label
        )
        for block in form.blocks
        if isinstance(block, Section)
        for question in block.questions
    )


def table_headings(table: Table) -> tuple[Heading, ...]:
    """The columns of one table."""
    return tuple(Heading(column, column.full_label) for column in table.columns)


def _is_signed(block: Section) -> bool:
    return any(question.kind is Kind.SIGNATURE for question in block.questions)


def keys_by_words(headings: Iterable[Heading]) -> Mapping[str, str]:
    """Which key each heading means, folded: its words, its key, and its printed label where only one has it."""
    headings = tuple(headings)
    labels = Counter(fold_tight(each.question.label) for each in headings)
    alone = {label: each.question.key for each in headings if labels[label := fold_tight(each.question.label)] == 1}
    return alone | {
        fold_tight(words): each.question.key for each in headings for words in (each.words, each.question.key)
    }
