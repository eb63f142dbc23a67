"""Find a dossier's line in the enrolment list (§ 4.3): by reference, else by name and scholengroep (ruling)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.families.jobtraining.record import Inschrijving, Verantwoordingsdocument
from docgen.model.record import Reading
from docgen.text import fold, fold_tight

#: Words that every scholengroep has in its name.
_GENERIC = frozenset(("scholengroep", "sgr", "sg", "go", "van", "het", "de", "nr"))


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
    """Whether two texts name the same scholengroep (§ 5.1): by number where both give one, else by their words."""
    left, right = _own_words(one), _own_words(other)
    numbers = [{word for word in words if word.isdigit()} for words in (left, right)]
    if all(numbers):
        return bool(numbers[0] & numbers[1])
    return bool(left and right) and (left <= right or right <= left)


def _own_words(text: str | None) -> set[str]:
    """The words that tell one scholengroep from another; a number without its leading zeros."""
    words = {word.lstrip("0") or "0" if word.isdigit() else word for word in fold(text or "").split()}
    return words - _GENERIC
