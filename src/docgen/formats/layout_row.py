"""What stands side by side on a page, sheet or in a table: how any kind of file shows a form that is not ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from docgen.model.value import Place, SignatureKind, Snippet, Text


@dataclass(frozen=True)
class Piece:
    """One text, or one cell of a table, with where it begins and ends across; its lines are parted by line breaks.

    `value` is what a cell holds when that is no text; `mark` a picture or ink in it.
    """

    text: str
    left: float
    right: float
    place: Place
    value: float | date | None = None
    mark: SignatureKind | None = None
    picture: Snippet | None = None


@dataclass(frozen=True)
class Row:
    """Pieces from left to right.

    A row that `goes_on` stands right below the one before, as the next line of the same text would. In a `loose` row
    only the order of the pieces is known, not where they stand.
    """

    pieces: tuple[Piece, ...]
    page: int = 1
    goes_on: bool = False
    loose: bool = False


def rows_of_text(text: Text) -> tuple[Row, ...]:
    """The lines of a text as rows, for files that tell no more than that: recognised pages."""
    return tuple(
        Row(
            tuple(
                Piece(cell, number, number + 1, line.place, picture=line.picture)
                for number, cell in enumerate(line.cells)
                if cell
            ),
            loose=True,
        )
        for line in text.lines
    )
