"""A form retyped by others is read from its text, never from text that was recognised in a picture of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.kind import FileKind
from docgen.formats.plain_file import read_plain_file
from docgen.model.value import Line, Place, Text

WORDS = (
    "Verantwoordingsdocument jobtraining", "Naam deelnemer\tAn Voorbeeld", "Scholengroep\tScholengroep 99",
    "Naam algemeen directeur\tDirk Voorbeeldmans", "Startdatum jobtraining\t01/09/2025",
)  # fmt: skip
LINES = tuple(Line(words, Place("foto.jpg", f"regel {number}")) for number, words in enumerate(WORDS, start=1))
FORMS = [VERANTWOORDINGSDOCUMENT]


@pytest.mark.parametrize("certainty", [0.0, 0.99])
def test_a_form_on_a_photo_is_left_to_a_person(certainty: float) -> None:
    """What the engine missed would otherwise block as a field that nobody filled in."""
    text = Text((*LINES[:-1], replace(LINES[-1], certainty=certainty)))
    assert read_plain_file(b"", FileKind.PDF, text, FORMS) is None


def test_a_file_with_too_few_labels_is_no_form() -> None:
    assert read_plain_file(b"", FileKind.PDF, Text(LINES[:2]), FORMS) is None
