"""Hypothesis strategies for any declared form: hostile but legal text, dates and choices, in any field or none."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from docgen.model.form import Form, Kind, Question, row_key
from docgen.model.record import Value, build_record
from docgen.text import fold_tight

#: What an XML file cannot hold, surrogates, and the specials that mean "not a character".
_ILLEGAL = {"categories": ("Cs", "Cc", "Cn", "Co")}
NASTY = (
    '=HYPERLINK("http://voorbeeld.example")', "=1+1", "+32 2 000 00 00", "-5", "@naam", "'aanhaling", "<b>vet</b>",
    "a & b", "{{ naam }}", "{% for x in y %}", "]]>", "&amp;", "\\n", "Łukasz Żółć", "İbrahim Şahin",
    "d’Hondt – “quote” €",
    "שלום", "👩‍🏫", "007", "1/2", "TRUE", "#N/B", "1E5", "a\tb", "_x000D_", "(haakjes) \\ /", "%PDF-1.7", "12,50",
)  # fmt: skip


def texts(*, lines: bool = False) -> st.SearchStrategy[str]:
    """Text that a person could type or paste, never blank and without white space at its ends."""
    alphabet = st.characters(exclude_categories=_ILLEGAL["categories"]) | (st.just("\n") if lines else st.nothing())
    return (st.text(alphabet, min_size=1, max_size=40) | st.sampled_from(NASTY)).map(_tidy).filter(bool)


def _tidy(text: str) -> str:
    """As a form keeps it: no white space at the ends, no line ends but the newline."""
    return "".join("\n" if c in "\x85\u2028\u2029" else c for c in text).replace("\ufffd", "").strip()


def values(question: Question) -> st.SearchStrategy[Value]:
    """Legal values of one question."""
    if question.kind is Kind.DATE:
        return st.dates(date(1900, 3, 1), date(2199, 12, 31))
    if question.kind is Kind.CHOICE:
        return st.sampled_from(question.choices)
    free = texts(lines=question.kind is Kind.LONG_TEXT).filter(lambda text: not _is_placeholder(question, text))
    if question.kind is not Kind.LONG_TEXT:
        free = free.map(lambda text: " ".join(text.split("\n")))
    return st.sampled_from(question.choices) | free if question.choices else free


def _is_placeholder(question: Question, text: str) -> bool:
    return question.ask.placeholder is not None and fold_tight(text) == fold_tight(question.ask.placeholder)


@st.composite
def filled(draw: st.DrawFn, form: Form, *, most: int = 25, signatures: bool = False) -> dict[str, Value]:
    """Values by key for some of a form's questions, in the form's order; rows with only a printed theme left out."""
    questions = [q for q in form.questions.values() if signatures or q.kind is not Kind.SIGNATURE]
    chosen = draw(st.lists(st.sampled_from(questions), unique_by=lambda q: q.key, max_size=most))
    found = {question.key: draw(values(question)) for question in sorted(chosen, key=questions.index)}
    for table in form.tables.values():
        for row in table.row_numbers:
            keys = [row_key(table.key, row, column.name) for column in table.columns]
            printed = {row_key(table.key, row, name): table.printed_value(row, name) for name in table.printed}
            if all(found.get(key) == printed.get(key) for key in keys if key in found):
                for key in keys:
                    found.pop(key, None)
    return found


def record_of(form: Form, found: dict[str, Value]) -> object:
    """The record that these values make."""
    return build_record(form, found)
