"""Remarks for the tests of marked files, and what a reader makes of a file before and after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.door import open_file
from docgen.model.remark import Remark, Return
from docgen.model.value import Content, Place, RawForm, Text

FORM = VERANTWOORDINGSDOCUMENT
DAY = date(2026, 9, 15)


def returned(*remarks: Remark) -> Return:
    """Everything that goes back in one file; the remarks are numbered in order."""
    numbered = tuple(replace(remark, number=number) for number, remark in enumerate(remarks, start=1))
    return Return(
        "Wat te doen: dossier van Fientje Voorbeeld", ("Uw eigen gegevens zijn niet gewijzigd.",), numbered, DAY
    )


def remark(key: str | None, place: Place | None, *, blocking: bool = True, message: str = "Dit klopt niet.") -> Remark:
    """One remark."""
    where = str(place) if place else ""
    return Remark(1, message, "Verbeter dit.", blocking=blocking, where=where, key=key, place=place)


def opened(data: bytes, name: str) -> Content:
    """The file as the door opens it."""
    return open_file(name, data, [FORM])


def raw(data: bytes, name: str) -> RawForm:
    """The filled form in a file."""
    found = opened(data, name).found
    assert isinstance(found, RawForm), found
    return found


def text(data: bytes, name: str) -> Text:
    """The lines of a file."""
    found = opened(data, name).found
    assert isinstance(found, Text), found
    return found


def said_of(data: bytes, name: str) -> tuple[object, ...]:
    """Everything that a reader finds in a form: values, places, doubts, signatures and notes."""
    form = raw(data, name)
    parts = (form.values, form.places, form.unreadable, form.signatures, form.prefilled)
    return (form.identity, form.notes, *(dict(part) for part in parts))
