"""A table of a form in a file that is not our form: its heading, and what stands under each column of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.dates import parse_date
from docgen.formats.layout_row import Piece, Row
from docgen.formats.plain_labels import resembles
from docgen.formats.plain_values import read_piece
from docgen.model.form import Form, Kind, Question, Table
from docgen.model.form_words import FORM_WORDS
from docgen.text import fold_tight

#: A heading names at least this many columns, and more than half of them.
_FEWEST = 3


@dataclass(frozen=True)
class Column:
    """One column of a heading: the question's name, None for a column that the form does not have, and its reach."""

    name: str | None
    label: str
    left: float
    right: float


@dataclass(frozen=True)
class Heading:
    """The heading of a table, with the pieces of it that were cut off by a narrow column."""

    table: Table
    columns: tuple[Column, ...]
    loose: bool

    @property
    def unknown(self) -> tuple[str, ...]:
        """What the columns are called that the form does not have."""
        return tuple(column.label for column in self.columns if column.name is None and not _is_own(column.label))


def _is_own(label: str) -> bool:
    """Whether our own forms print the column, or it only numbers the rows."""
    own = (word for words in FORM_WORDS.values() for word in (words.number, words.date_in_words))
    return fold_tight(label) in map(fold_tight, own)


def find_heading(form: Form, row: Row) -> Heading | None:
    """The heading that a row is, of the first table whose columns it names; None for any other row."""
    pieces = [piece for piece in row.pieces if piece.text]
    if len(pieces) < _FEWEST:
        return None
    for table in form.tables.values():
        names = _names(table, pieces)
        found = sum(name is not None for name in names)
        if found >= _FEWEST and 2 * found > len(table.columns):
            return Heading(table, _reach(pieces, names), row.loose)
    return None


def _names(table: Table, pieces: Iterable[Piece]) -> list[str | None]:
    taken = set[str]()
    names = list[str | None]()
    for piece in pieces:
        fitting = (
            column.name
            for column in table.columns
            if column.name not in taken and resembles(piece.text, column.label, column.ask.also)
        )
        name = next(fitting, None)
        names.append(name)
        taken |= {name} if name else set()
    return names


def _reach(pieces: Sequence[Piece], names: Sequence[str | None]) -> tuple[Column, ...]:
    """Each column up to half-way to the next."""
    edges = [(one.right + other.left) / 2 for one, other in pairwise(pieces)]
    lefts, rights = [float("-inf"), *edges], [*edges, float("inf")]
    return tuple(
        Column(name, " ".join(piece.text.split()), left, right)
        for piece, name, left, right in zip(pieces, names, lefts, rights, strict=True)
    )


def is_rest_of_heading(heading: Heading, row: Row) -> bool:
    """Whether a row holds nothing but the ends of headings that a narrow column broke off."""
    columns = {column.name: column for column in heading.table.columns}
    texts = [piece for piece in row.pieces if piece.text]
    for piece in texts:
        above = _column_of(heading, piece)
        question = columns.get(above.name or "") if above else None
        whole = fold_tight(question.label) if question else ""
        end = fold_tight(piece.text)
        if not above or not whole.endswith(end) or fold_tight(above.label) + end != whole:
            return False
    return bool(texts)


def place_pieces(heading: Heading, row: Row) -> Mapping[str, Piece]:
    """The pieces of a row by the column they stand under; by what they say where that does not fit."""
    if heading.loose:
        return _place_by_words(heading, row)
    placed = dict[str, Piece]()
    for piece in row.pieces:
        column = _column_of(heading, piece)
        if column is None or column.name is None or not (piece.text or piece.value is not None):
            continue
        before = placed.get(column.name)
        placed[column.name] = _joined(before, piece) if before else piece
    return placed


def _joined(one: Piece, other: Piece) -> Piece:
    return Piece(f"{one.text}\n{other.text}", one.left, other.right, one.place, mark=one.mark or other.mark)


def _column_of(heading: Heading, piece: Piece) -> Column | None:
    """The column that a piece lies under for the most part."""
    shared = [(min(piece.right, column.right) - max(piece.left, column.left), column) for column in heading.columns]
    best = max(shared, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] > 0 else None


def _place_by_words(heading: Heading, row: Row) -> Mapping[str, Piece]:
    """The pieces by what they can be: a date, one of the choices, and the texts in the order of their columns."""
    asked = {column.name: column for column in heading.table.columns}
    columns = [asked[column.name] for column in heading.columns if column.name]
    pieces = [piece for piece in row.pieces if piece.text]
    if len(pieces) == len(columns):  # as many as there are columns: nothing was left empty
        return {column.name: piece for column, piece in zip(columns, pieces, strict=True)}
    placed = dict[str, Piece]()
    texts = list[Piece]()
    for piece in pieces:
        fitting = (column for column in columns if column.name not in placed and _fits(column, piece.text))
        question = next(fitting, None)
        if question is None:
            texts.append(piece)
        else:
            placed[question.name] = piece
    free = [column.name for column in columns if column.kind not in (Kind.DATE, Kind.CHOICE)]
    return {**placed, **dict(zip(free, texts, strict=False))}


def _fits(question: Question, text: str) -> bool:
    if question.kind is Kind.DATE:
        found = read_piece(question, text)
        return found is not None and parse_date(found).value is not None
    return question.kind is Kind.CHOICE and fold_tight(text) in question.choice_words
