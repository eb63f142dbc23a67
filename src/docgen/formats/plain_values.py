"""What was filled in behind a label or in a column of a form that is not ours, freed of what was printed there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from docgen.formats.layout_row import Piece
from docgen.formats.plain_labels import is_empty
from docgen.model.form import Kind, Question
from docgen.text import fold_tight

_FILL = re.compile(r"[._…]{3,}")
_DATE = re.compile(r"\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}|\d{4}-\d{2}-\d{2}")
#: A box that was ticked, before the word it belongs to.
_TICKED = re.compile(r"(?:[☒☑✓✔✗✘]|[\[(]\s*[xXvV]\s*[\])])\s*([^☐☒☑✓✔✗✘\[\](),;/\n]+)")
#: One text for two inputs is parted at the first of these.
_PARTING = re.compile(r"\s+[-–—/|]\s+|\s*[;,\n|]\s*|\s*\(|\s+[-–—]\s*|\s*/\s*")
#: A single word, or the two of a name, leave nothing for the second input.
_FEW_WORDS = 2


@dataclass(frozen=True)
class Joint:
    """One text for several inputs: a piece for each, as far as there are, and how it was taken apart, in Dutch."""

    pieces: tuple[str, ...]
    how: str
    is_split: bool = False


def read_piece(question: Question, text: str, piece: Piece | None = None) -> str | float | date | None:
    """The value of one input; None when nothing was filled in. Text that is no date or choice stays as it is."""
    if piece is not None and piece.value is not None and question.kind is Kind.DATE:
        return piece.value
    shown = _FILL.sub(" ", text).strip()
    ticked = _TICKED.findall(shown) if question.kind is Kind.CHOICE else []
    if len(ticked) == 1:
        return str(ticked[0]).strip()
    if is_empty(question, shown):
        return None
    if question.kind is Kind.DATE:
        return _read_date(question, shown)
    return _join(shown) if question.kind is not Kind.LONG_TEXT else shown


def _read_date(question: Question, shown: str) -> str:
    joined = re.sub(r"\s*\n\s*", "" if _DATE.search(re.sub(r"\s*\n\s*", "", shown)) else " ", shown)
    found = _DATE.findall(joined)
    rest = _DATE.sub("", joined)
    return str(found[0]) if len(found) == 1 and is_empty(question, rest) else joined


def _join(text: str) -> str:
    """The lines of a narrow column as one: a word that ends in a hyphen goes on."""
    return " ".join(re.sub(r"(?<=\w)-[ \t]*\n\s*", "-", text).split())


def split_joint(questions: list[Question], text: str) -> Joint:
    """One text for several inputs, parted where something in it parts them.

    A longer text without anything to part it by is given to each: a person has to say what is what.
    """
    pieces = [_drop_part(piece, questions) for piece in _PARTING.split(text.strip(), maxsplit=len(questions) - 1)]
    pieces = [piece.strip(" \t\n)") for piece in pieces if piece.strip(" \t\n)")]
    parts = " en ".join(str(question.ask.part) for question in questions)
    if len(pieces) == len(questions):
        return Joint(tuple(map(_join, pieces)), f"één tekst, gesplitst in {parts}", is_split=True)
    whole = _join(text)
    if len(whole.split()) <= _FEW_WORDS:
        return Joint((whole,), f"de tekst is gelezen als {questions[0].ask.part}")
    return Joint((whole,) * len(questions), f"één tekst voor {parts}, die niet gesplitst kon worden")


def _drop_part(piece: str, questions: list[Question]) -> str:
    before, colon, after = piece.partition(":")
    known = {fold_tight(question.ask.part or "") for question in questions}
    return after.strip() if colon and fold_tight(before) in known else piece.strip()
