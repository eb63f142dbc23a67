"""What a raw value means as the answer to its question: a date, one of the choices, or text."""

from __future__ import annotations

from datetime import date

from docgen.dates import format_date, parse_date
from docgen.model.form import Question
from docgen.model.value import RawValue
from docgen.text import find_closest, fold_tight


def read_date(question: Question, found: RawValue) -> tuple[date | None, str | None]:
    """The date, and what makes it doubtful; None for an empty place, and for what is no date."""
    if found.value is None or is_blank(question, found.value):
        return None, None
    reading = parse_date(found.value)
    return reading.value, reading.doubt


def read_choice(question: Question, found: RawValue) -> tuple[str | None, str | None]:
    """The choice in Dutch, and what makes it doubtful; None for an empty place, and for what is none of them."""
    text = as_text(found.value)
    if is_blank(question, text):
        return None, None
    if (choice := question.choice_words.get(fold_tight(text))) is not None:
        return choice, None
    # A word of three letters is a typing error away from many others: "nee" and "ja" are told in full.
    if len(text) > 3 and (close := find_closest(text, _offered(question))) is not None:
        choice = question.choice_words[fold_tight(close)]
        return choice, f"gelezen als “{choice}”"
    return None, None


def _offered(question: Question) -> tuple[str, ...]:
    """The words of the form in both languages, each once: a word must not rival itself."""
    french = question.ask.fr.words if question.ask.fr else {}
    return tuple(dict.fromkeys((*question.choices, *french, *french.values())))


def read_text(question: Question, found: RawValue) -> str | None:
    """The text as it stands; words that the form itself prints in French are put in Dutch."""
    text = as_text(found.value)
    return None if is_blank(question, text) else question.french_words.get(fold_tight(text), text)


def as_text(value: object) -> str:
    """A value as the words that stand in its place."""
    if isinstance(value, str) and "\r" not in value:
        return value.strip()
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # calamine gives every number as a float
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip() if value is not None else ""


def is_blank(question: Question, value: object) -> bool:
    """Nothing, white space, or the placeholder of the sjabloon left as printed (ruling)."""
    if value is None:
        return True
    if not isinstance(value, str):
        return False
    text = value.strip()
    hints = (question.ask.placeholder, question.ask.fr.placeholder if question.ask.fr else None)
    return not text or any(hint is not None and fold_tight(text) == fold_tight(hint) for hint in hints)
