"""A marked link becomes an empty signature field, on the page and in its structure, and nothing else changes."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from certificates import make_certificate
from docgen.errors import SetupError
from docgen.formats.pdf.signature_field import add_signature_fields
from docgen.formats.pdf.typeset import typeset
from verapdf import assert_conforms

PAGE = """
#set document(title: "Proef")
#set text(font: "Carlito", lang: "nl")
= Proef
"""
FIELD = '#link("docgen:{key}?Handtekening {key}", box(width: 60mm, height: 20mm))\n\n'


def make_page(source: str) -> bytes:
    return typeset(PAGE + source, {}, Path(__file__).parent, date(2026, 7, 3))


def test_the_certificate_has_one_empty_field_for_the_algemeen_directeur() -> None:
    with pikepdf.open(io.BytesIO(make_certificate())) as pdf:
        fields = [(str(field.T), str(field.TU), str(field.FT), field.get("/V")) for field in pdf.Root.AcroForm.Fields]
    expected = ("handtekening_algemeen_directeur", "Handtekening van de algemeen directeur", "/Sig", None)
    assert fields == [expected]


def test_the_field_stands_on_its_page_and_in_the_structure_as_a_form_element() -> None:
    with pikepdf.open(io.BytesIO(make_certificate())) as pdf:
        (field,) = pdf.pages[0].Annots
        assert field.objgen == pdf.Root.AcroForm.Fields[0].objgen
        assert field.P.objgen == pdf.pages[0].objgen
        elements = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Form"]
        assert [element.K[0].Obj.objgen for element in elements] == [field.objgen]


def test_several_fields_conform(tmp_path: Path) -> None:
    path = tmp_path / "velden.pdf"
    path.write_bytes(add_signature_fields(make_page(FIELD.format(key="mentor") + FIELD.format(key="trainee"))))
    assert_conforms([path], ("ua1", "3a"))
    with pikepdf.open(path) as pdf:
        assert ["mentor", "trainee"] == [str(field.T) for field in pdf.Root.AcroForm.Fields]
        assert pdf.check_pdf_syntax() == []


def test_the_typeset_page_itself_stays_byte_for_byte() -> None:
    page = make_page(FIELD.format(key="mentor"))
    assert add_signature_fields(page).startswith(page)


def test_a_page_without_a_mark_is_left_alone() -> None:
    page = make_page('#link("https://voorbeeld.example")[een gewone verwijzing]')
    assert add_signature_fields(page) is page


@pytest.mark.parametrize(
    "expected_part", [b"/Border[0 0 0]", b"/S/Link", b"/Obj ", b"<</Size "], ids=lambda part: part.decode()
)
def test_a_file_that_is_not_laid_out_as_expected_is_refused(expected_part: bytes) -> None:
    page = make_page(FIELD.format(key="mentor")).replace(expected_part, expected_part.lower())
    with pytest.raises(SetupError, match=r"plaats voor de handtekening"):
        add_signature_fields(page)
