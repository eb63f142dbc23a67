"""What was read of a form that is not ours, as the list that a person looks over: a question a line, a row a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from docgen.model.form import Form, Question
from docgen.model.value import RawForm, RawValue, ReadLine

_Found = tuple[Question, RawValue, str]


def list_read(form: Form, raw: RawForm, shown: Mapping[str, str]) -> Iterator[ReadLine]:
    """The values that were found through what is printed beside them, in the order of the form.

    `shown` are the values as they were understood, by key: what was not understood has a finding of its own.
    """
    found = (
        (question, raw.values[key], shown[key])
        for key in _in_order(form, raw)
        if raw.values[key].through is not None and key in shown and (question := form.question(key)) is not None
    )
    for (table, row), group in groupby(found, key=lambda each: (each[0].table, each[0].row)):
        if row is None:
            yield from (
                ReadLine(question.full_label, text, raw_.place, raw_.through or "") for question, raw_, text in group
            )
        else:
            yield _row_line(f"{table}, rij {row}", tuple(group))


def _in_order(form: Form, raw: RawForm) -> list[str]:
    """The keys of the form, then those of rows below its last one."""
    return [key for key in dict.fromkeys((*form.questions, *raw.values)) if key in raw.values]


def _row_line(label: str, cells: tuple[_Found, ...]) -> ReadLine:
    how = "; ".join(dict.fromkeys(value.through for _, value, _ in cells if value.through))
    shown = ", ".join(f"{question.label} “{text}”" for question, _, text in cells)
    return ReadLine(label, shown, cells[0][1].place, how)
