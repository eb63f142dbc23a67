"""The three parts of a summary (§ Feedbackfase): which rows count, and which part is there."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from docgen.families.competentiebilan.samenvatting import Competentie, Samenvatting


def filled_rows(rows: Sequence[BaseModel]) -> list[tuple[int, BaseModel]]:
    """The rows in which something stands, with their number from 1."""
    return [(number, row) for number, row in enumerate(rows, start=1) if row != type(row)()]


def is_examined(row: Competentie) -> bool:
    """Ruling: a competence counts as examined when its kind and how it was examined are told."""
    return None not in (row.competentie, row.soort, row.wijze)


def has_parcours(record: Samenvatting) -> bool:
    """Ruling: the first part is there with one step of the professional parcours."""
    return any(row.functie for row in record.parcours)


def has_opleidingen(record: Samenvatting) -> bool:
    """Whether a training is named."""
    return any(row.opleiding for row in record.opleidingen)


def has_competenties(record: Samenvatting) -> bool:
    """Ruling: the second part is there with one competence that counts as examined."""
    return any(is_examined(row) for row in record.competenties)


def has_ontwikkeling(record: Samenvatting) -> bool:
    """Whether a track for development is named."""
    return any(row.piste for row in record.ontwikkeling)


def has_orientering(record: Samenvatting) -> bool:
    """Whether a track for orientation is named."""
    return any(row.piste for row in record.orientering)
