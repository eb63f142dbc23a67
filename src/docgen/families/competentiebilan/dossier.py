"""One dossier of a competentiebilan: the request, the summary or both, and the files that are neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from docgen.families.competentiebilan.aanvraag import AANVRAAG, Aanvraag
from docgen.families.competentiebilan.samenvatting import SAMENVATTING, Samenvatting
from docgen.model.family import Case
from docgen.model.form import Form, find_variant
from docgen.model.reading_rules import BELONGS, FileTrouble, tell_unread
from docgen.model.received import part_same_bytes, part_same_records, read_forms, sort_by_name
from docgen.model.record import Problem, Reading
from docgen.model.value import Content, Place, RawForm, Text, Unread

FORMS = (AANVRAAG, SAMENVATTING)


@dataclass(frozen=True)
class Dossier:
    """What the rules look at: the request and the summary as they were read, and the day of the check."""

    name: str
    peildatum: date
    contents: tuple[Content, ...] = ()
    aanvraag_reading: Reading | None = None
    samenvatting_reading: Reading | None = None
    unrecognised: tuple[FileTrouble, ...] = ()
    doubles: tuple[FileTrouble, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The forms that are judged: the summary first, where there are both."""
        return tuple(reading for reading in (self.samenvatting_reading, self.aanvraag_reading) if reading)

    @property
    def aanvraag(self) -> Aanvraag:
        """The request; an empty one when none was read."""
        found = self.aanvraag_reading
        return found.record if found else Aanvraag()

    @property
    def samenvatting(self) -> Samenvatting:
        """The summary; an empty one when none was read."""
        found = self.samenvatting_reading
        return found.record if found else Samenvatting()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """How the values of the judged forms were read."""
        return tuple(problem for reading in self.readings for problem in reading.problems)

    @property
    def unreadable(self) -> frozenset[str]:
        """Keys in which something stands that could not be read; no key is in both forms."""
        return frozenset(key for reading in self.readings for key in reading.unreadable)

    def place(self, key: str) -> Place | None:
        """Where a key stands in the form that asks for it; the file itself for a whole table."""
        name = key.partition("__")[0]  # no key is in both forms
        found = (reading for reading in self.readings if name in type(reading.record).model_fields)
        return next((reading.place(key) for reading in found if reading.file), None)


def build_dossier(case: Case) -> Dossier:
    """The dossier with its forms read, each once; what differs from the judged form or is none is named."""
    unique, doubles = part_same_bytes(sort_by_name(case.contents))
    readings, same = part_same_records(read_forms(unique, FORMS, case.records))
    judged = {form.path: next((r for r in readings if r.form.path == form.path), None) for form in FORMS}
    return Dossier(
        name=case.name,
        peildatum=case.peildatum,
        contents=case.contents,
        aanvraag_reading=judged[AANVRAAG.path],
        samenvatting_reading=judged[SAMENVATTING.path],
        unrecognised=(*_find_unrecognised(unique), *_find_rivals(readings)),
        doubles=(*doubles, *same),
    )


def form_of(content: Content) -> Form | None:
    """The form that a file is; None when it is none of this family."""
    found = content.found
    return find_variant(FORMS, found.identity) if isinstance(found, RawForm) else None


def _find_unrecognised(contents: Sequence[Content]) -> Iterator[FileTrouble]:
    for content in contents:
        found, name = content.found, content.name
        if form_of(content) is not None:
            continue
        if isinstance(found, Unread):
            yield tell_unread(name, found)
        elif isinstance(found, Text):
            message = f"“{name}” is geen formulier van het competentiebilan."
            yield FileTrouble(name, message, BELONGS)
        else:
            message = f"“{name}” is een formulier dat niet bij het competentiebilan hoort."
            yield FileTrouble(name, message, "Stuur het formulier van het competentiebilan, of laat dit bestand weg.")


def _find_rivals(readings: Sequence[Reading]) -> Iterator[FileTrouble]:
    """Of two forms of one kind that differ the first is judged; the other is named."""
    first: dict[str, Reading] = {}
    for reading in readings:
        judged = first.setdefault(reading.form.path, reading)
        if judged is not reading and reading.file:
            message = f"“{reading.file}” verschilt van “{judged.file}”, dat nagekeken is."
            yield FileTrouble(reading.file, message, "Kijk na welk formulier het juiste is en laat het andere weg.")
