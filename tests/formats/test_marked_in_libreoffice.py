"""Marked files opened and saved again by LibreOffice: the comments show, and our reader still reads the record."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from docgen.formats.blank import FormFormat
from docgen.formats.docx.mark import mark_word
from docgen.formats.docx.package import w
from docgen.formats.xlsx.mark import mark_workbook
from docgen.model.return_words import TODO_SHEETS
from made_dossier import made_form
from programs import need
from returned import FORM, raw, remark, returned

KEYS = ("startdatum", "contactmomenten__2__datum")


@pytest.fixture(scope="module")
def saved(tmp_path_factory) -> dict[str, bytes]:
    """Both forms, marked, as LibreOffice saves them."""
    office, folder = need("soffice"), tmp_path_factory.mktemp("office")
    (folder / "uit").mkdir()
    for name, data in marked().items():
        (folder / name).write_bytes(data)
        command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        subprocess.run(
            [*command, Path(name).suffix[1:], "--outdir", folder / "uit", folder / name], check=True, timeout=120
        )
    return {path.name: path.read_bytes() for path in (folder / "uit").iterdir()}


def marked() -> dict[str, bytes]:
    made = {f"f.{to}": made_form("Łucja Şahin", to) for to in (FormFormat.XLSX, FormFormat.DOCX)}
    words = {name: returned(*(remark(key, raw(data, name).places[key]) for key in KEYS)) for name, data in made.items()}
    return {
        "f.xlsx": mark_workbook(made["f.xlsx"], "f.xlsx", words["f.xlsx"]),
        "f.docx": mark_word(made["f.docx"], "f.docx", words["f.docx"], FORM),
    }


@pytest.mark.parametrize("name", ["f.xlsx", "f.docx"])
def test_the_record_is_the_same_when_libreoffice_saved_the_marked_file(saved, name):
    before = {key: found.value for key, found in raw(marked()[name], name).values.items()}
    assert before == {key: found.value for key, found in raw(saved[name], name).values.items()}


def test_calc_shows_the_comments_and_the_list_and_a_next_round_still_takes_them_away(saved):
    workbook = openpyxl.load_workbook(io.BytesIO(saved["f.xlsx"]))
    sheet = workbook.worksheets[0]
    assert [cell.coordinate for row in sheet for cell in row if cell.comment] == ["E12", "B19"]
    assert sheet["E12"].comment.text.startswith("Nazicht:\n1. Dit klopt niet.")
    assert workbook[TODO_SHEETS[0]]["B5"].hyperlink is not None
    again = openpyxl.load_workbook(io.BytesIO(mark_workbook(saved["f.xlsx"], "f.xlsx", returned()))).worksheets[0]
    assert [cell.coordinate for row in again for cell in row if cell.comment] == []


def test_writer_shows_the_comments_at_their_fields(saved):
    with zipfile.ZipFile(io.BytesIO(saved["f.docx"])) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
        document = etree.fromstring(archive.read("word/document.xml"))
    assert [comment.get(w("author")) for comment in comments] == ["Nazicht", "Nazicht"]
    assert len(list(document.iter(w("commentRangeStart")))) == 2
