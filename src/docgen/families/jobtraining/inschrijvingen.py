"""Find a dossier's line in the enrolment list: by the form's reference, else by name and scholengroep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.families.jobtraining.record import Inschrijving, Verantwoordingsdocument
from docgen.model.record import Reading
from docgen.text import fold, fold_tight


def find_inschrijving(
    roster: Sequence[Any], record: Verantwoordingsdocument, reference: str | None
) -> Inschrijving | None:
    """The one line that fits; None when none does, or when lines that differ fit equally well."""
    lines = list(_read_lines(roster))
    by_reference = [
        line for number, line in lines if reference and number and fold_tight(number) == fold_tight(reference)
    ]
    found = by_reference or [line for _, line in lines if _fits(line, record)]
    return found[0] if found and all(line == found[0] for line in found) else None


def _read_lines(roster: Sequence[Any]) -> Iterator[tuple[str | None, Inschrijving]]:
    """Each line with its reference; the list may hold readings or bare records."""
    for item in roster:
        if isinstance(item, Reading) and isinstance(item.record, Inschrijving):
            yield item.identity.reference, item.record
        elif isinstance(item, Inschrijving):
            yield None, item


def _fits(line: Inschrijving, record: Verantwoordingsdocument) -> bool:
    return bool(
        line.naam
        and record.naam_deelnemer
        and sorted(fold(line.naam).split()) == sorted(fold(record.naam_deelnemer).split())
        and same_scholengroep(line.scholengroep, record.scholengroep)
    )


def same_scholengroep(one: str | None, other: str | None) -> bool:
    """Whether two texts name the same scholengroep: by their number where both give one, else by their words."""
    numbers = [{word for word in fold(text or "").split() if word.isdigit()} for text in (one, other)]
    if all(numbers):
        return bool(numbers[0] & numbers[1])
    left, right = fold_tight(one or ""), fold_tight(other or "")
    return bool(left and right) and (left in right or right in left)
