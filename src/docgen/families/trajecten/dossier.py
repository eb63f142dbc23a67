"""One dossier of a mentee: the begeleidingsverslag that is judged, and what must be said of its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from docgen.families.trajecten.formulieren import FORMS
from docgen.model.family import Case
from docgen.model.form import row_key
from docgen.model.reading_rules import BELONGS, FileTrouble, tell_unread
from docgen.model.received import part_same_bytes, part_same_records, read_forms, sort_by_name
from docgen.model.record import Problem, Reading
from docgen.model.value import Content, Place, RawForm, Unread

_PATHS = frozenset(form.path for form in FORMS)


@dataclass(frozen=True)
class Dossier:
    """What one mentee handed in for one trajectory, and the day of the check."""

    peildatum: date
    reading: Reading | None = None
    unrecognised: tuple[FileTrouble, ...] = ()
    doubles: tuple[FileTrouble, ...] = ()

    @property
    def record(self) -> Any:  # noqa: ANN401 - one of the three begeleidingsverslagen, or None
        """The begeleidingsverslag that is judged; None when none was read."""
        return self.reading.record if self.reading is not None else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """How its values were read."""
        return self.reading.problems if self.reading is not None else ()

    def place(self, key: str) -> Place | None:
        """Where a key stands."""
        return self.reading.place(key) if self.reading is not None else None

    def is_unreadable(self, *keys: str) -> bool:
        """Whether something stands in one of these places that could not be read: that has a rule of its own."""
        return self.reading is not None and not self.reading.unreadable.isdisjoint(keys)

    def is_unreadable_row(self, table: str, rows: Iterable[int], names: Sequence[str]) -> bool:
        """The same for the cells of some rows."""
        return self.is_unreadable(*(row_key(table, row, name) for row in rows for name in names))


def is_verslag(content: Content) -> bool:
    """Whether a file is one of the three begeleidingsverslagen."""
    return isinstance(content.found, RawForm) and content.found.identity.path in _PATHS


def build_dossier(case: Case) -> Dossier:
    """The dossier with its begeleidingsverslag read; of more that differ the first by name is judged (ruling)."""
    contents, same_bytes = part_same_bytes(sort_by_name(case.contents))
    readings, same_records = part_same_records(read_forms(contents, FORMS, case.records))
    return Dossier(
        peildatum=case.peildatum,
        reading=readings[0] if readings else None,
        unrecognised=(*_find_unrecognised(contents), *_find_others(readings)),
        doubles=(*same_bytes, *same_records),
    )


def _find_unrecognised(contents: Iterable[Content]) -> Iterator[FileTrouble]:
    for content in contents:
        if isinstance(content.found, Unread):
            yield tell_unread(content.name, content.found)
        elif not is_verslag(content):
            message = f"“{content.name}” is geen begeleidingsverslag op het formulier dat daarvoor bestaat."
            yield FileTrouble(content.name, message, BELONGS)


def _find_others(readings: Sequence[Reading]) -> Iterator[FileTrouble]:
    for other in readings[1:]:
        name = other.file or "een los record"
        message = (
            f"Nagekeken is “{readings[0].file or 'het eerste record'}”; “{name}” is een ander begeleidingsverslag."
        )
        yield FileTrouble(name, message, "Maak voor elk traject van elke mentee een eigen dossier.")
