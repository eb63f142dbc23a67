"""The one door in: every file ends as a form, as lines, or as one sentence that says what it is."""

import hashlib

import pytest

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.door import open_file
from docgen.formats.kind import MAX_BYTES
from docgen.formats.xlsx.table import write_workbook
from docgen.model.sheet import Column, Sheet
from docgen.model.value import RawForm, Text, Unread


def workbook() -> bytes:
    return write_workbook([Sheet("Prijzen", (Column("Artikel"),), [("Krijt",)])], title="Prijslijst")


@pytest.mark.parametrize("to", FormFormat)
def test_a_form_of_ours_is_a_form_whatever_its_name(to):
    content = open_file("naamloos", make_form(FORM, to), [FORM])
    assert isinstance(content.found, RawForm)
    assert content.found.identity == FORM.identity()


def test_any_other_workbook_is_its_lines():
    found = open_file("prijzen.xlsx", workbook(), [FORM]).found
    assert isinstance(found, Text)
    assert [line.text for line in found.lines] == ["Artikel", "Krijt"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("leeg.pdf", b"", "“leeg.pdf” is een leeg bestand"),
        (
            "foto.pdf",
            b"\xff\xd8\xff\xe0" + b"x" * 90,
            "“foto.pdf” is een foto of scan die beschadigd is",
        ),
        ("rooster.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "bewaar het als .xlsx of .docx"),
        (
            "geheim.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "verwijder het wachtwoord",
        ),
        ("pagina.xlsx", b"<html><body></body></html>", "is een webpagina, al eindigt de naam op .xlsx"),
        ("notitie.txt", b"hallo", "is een tekstbestand"),
        ("groot.pdf", b"%PDF-1.7" + b"\x00" * MAX_BYTES, "is te groot"),
        ("kapot.pdf", b"%PDF-1.7\nkapot", "“kapot.pdf” is"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_with_its_name(name, data, expected):
    content = open_file(name, data, [FORM])
    assert isinstance(content.found, Unread)
    assert expected in content.found.sentence
    assert content.found.sentence.endswith(".")


def test_the_fingerprint_is_that_of_the_bytes():
    assert open_file("a.txt", b"hallo", [FORM]).sha256 == hashlib.sha256(b"hallo").hexdigest()
