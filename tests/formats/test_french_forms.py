"""A French form, in every format: it says so, it asks in French, and it is read back as the Dutch record."""

from __future__ import annotations

import io
from datetime import date
from zipfile import ZipFile

import openpyxl
import pikepdf
import pytest

from docgen.formats.blank import FormFormat, make_form
from docgen.formats.door import open_file
from docgen.model.record import Prefill, read_record
from docgen.model.value import RawForm
from model.test_french import DUTCH, FRENCH

FORMATS = pytest.mark.parametrize("to", list(FormFormat))
VALUES = {
    "naam": "Zoë Voorbeeld",
    "akkoord": "neen",
    "stappen__1__fase": "voorbereiding",
    "stappen__1__datum": date(2026, 2, 3),
}


def _read(to: FormFormat, data: bytes):
    content = open_file(f"rapport.{to}", data, [DUTCH])
    assert isinstance(content.found, RawForm), content.found
    return content.found, read_record(DUTCH, content.found, content.name)


@FORMATS
def test_a_french_form_gives_the_dutch_record_and_its_language(to):
    raw, reading = _read(to, make_form(FRENCH, to, Prefill(VALUES, "R 1", locked=False)))
    assert raw.identity == FRENCH.identity("R 1")
    assert reading.problems == ()
    assert (reading.record.naam, reading.record.akkoord) == ("Zoë Voorbeeld", "neen")
    assert (reading.record.stappen[0].fase, reading.record.stappen[0].datum) == ("voorbereiding", date(2026, 2, 3))


@FORMATS
def test_a_locked_choice_comes_back_unchanged(to):
    _, reading = _read(to, make_form(FRENCH, to, Prefill(VALUES, "R 1")))
    assert reading.problems == ()


def test_the_workbook_speaks_french_around_the_questions():
    sheet = openpyxl.load_workbook(io.BytesIO(make_form(FRENCH, FormFormat.XLSX))).worksheets[0]
    words = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert {"Nom du mentoré (obligatoire)", "Étapes", "N°", "Date\n(jj/mm/aaaa)", "en toutes lettres"} <= words
    assert sheet.oddFooter.right.text == "page &P sur &N"
    echoes = [word for word in words if word.startswith("=IF")]
    assert echoes
    assert all('"août"' in echo and '"pas une date"' in echo for echo in echoes)
    prompts = {validation.prompt for validation in sheet.data_validations.dataValidation}
    assert "Indiquez ici\u00a0: Nom du mentoré. Obligatoire." in prompts


def test_the_pdf_says_its_language_to_a_screen_reader():
    with pikepdf.open(io.BytesIO(make_form(FRENCH, FormFormat.PDF))) as pdf:
        assert str(pdf.Root.Lang) == "fr-BE"
        tooltips = [str(field.TU) for field in pdf.Root.AcroForm.Fields if "/TU" in field]
    assert "Nom du mentoré. Obligatoire." in tooltips
    assert "Date, ligne 2 (Étapes). Date au format jj/mm/aaaa." in tooltips


def test_the_word_file_is_checked_as_french():
    with ZipFile(io.BytesIO(make_form(FRENCH, FormFormat.DOCX))) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert 'w:lang w:val="fr-BE"' in texts["word/styles.xml"]
    assert "nl-BE" not in "".join(texts.values())
    assert "page " in texts["word/footer1.xml"]
    assert " sur " in texts["word/footer1.xml"]
