"""Templates are checked before anything is made with them: every fault at once, with its place and a suggestion."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document as WordDocument

from docgen.actions import check_templates
from docgen.actions.check_templates import check_document, check_paths, find_document
from docgen.catalogue import find_documents
from docgen.errors import WrongUseError
from docgen.families.discover import find_families
from docgen.shipped import find_shipped

CERTIFICATE = find_shipped("templates") / "jobtraining" / "certificaat"


def own_copy(folder: Path, document: str = "jobtraining/certificaat") -> Path:
    """The user's own copy of a shipped document's folder."""
    own = folder / document
    shutil.copytree(CERTIFICATE, own)
    return own


def spoil(path: Path, *replacements: tuple[str, str]) -> Path:
    text = path.read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def faults(*paths: Path, document: str | None = None) -> list[str]:
    return [fault for checked in check_paths(paths, document) for fault in checked.faults]


def test_every_shipped_template_is_in_order() -> None:
    checked = check_paths([find_shipped("templates")])

    assert len(checked) >= 5
    assert [] == [fault for each in checked for fault in each.faults]


def test_every_misspelt_name_of_a_designed_page_is_told_at_once(tmp_path: Path) -> None:
    page = spoil(own_copy(tmp_path) / "nl.typ", ("w.trainee.naam", "w.trainee.nam"), ("w.instelling", "w.instling"))

    found = faults(page)

    assert ["bedoelt u “naam”?", "bedoelt u “instelling”?"] == [fault.partition("; ")[2] for fault in found]
    assert all("nl.typ, regel" in fault for fault in found)


def test_a_page_full_of_faults_is_not_tried_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = spoil(own_copy(tmp_path) / "nl.typ", ("w.trainee.naam", "w.trainee.nam"), ("w.instelling", "w.instling"))
    monkeypatch.setattr(check_templates, "MOST_TRIES", 1)

    assert len(faults(page)) == 1


def test_a_page_that_is_no_typst_is_told_with_its_line(tmp_path: Path) -> None:
    page = spoil(own_copy(tmp_path) / "nl.typ", ("#set align(center)", "#set align(center"))

    assert len(faults(page)) == 1
    assert "nl.typ, regel" in faults(page)[0]


def test_a_name_that_resembles_nothing_is_told_without_a_guess(tmp_path: Path) -> None:
    page = spoil(own_copy(tmp_path) / "nl.typ", ("w.instelling", "w.qqqqqq"))

    assert "bedoelt u" not in faults(page)[0]


def test_every_fault_of_a_word_template_is_told_at_once(tmp_path: Path) -> None:
    path = own_copy(tmp_path) / "nl.docx"
    word = WordDocument()
    word.add_paragraph("Voor {{ traine.naam }} in {{ instling }}")
    word.save(str(path))

    found = faults(path)

    assert len(found) == 2
    assert all("alinea 1" in fault and "bedoelt u" in fault for fault in found)


def test_what_the_pdf_of_a_word_template_would_lose_is_told(tmp_path: Path) -> None:
    word = WordDocument()
    word.add_paragraph("Gewoon")
    word.add_paragraph().add_run("Vrolijk").font.name = "Comic Sans MS"
    for document in ("jobtraining/certificaat", "jobtraining/begeleidende-brief"):
        (tmp_path / document).mkdir(parents=True)
        word.save(str(tmp_path / document / "nl.docx"))

    assert [] == faults(tmp_path / "jobtraining/certificaat/nl.docx")  # its PDF has a page of its own
    (lost,) = faults(tmp_path / "jobtraining/begeleidende-brief")
    assert "nl.docx, tekst, alinea 2 (“Vrolijk”): het lettertype “Comic Sans MS” is er niet voor de PDF" in lost


def test_a_file_name_that_asks_for_an_unknown_name_is_told(tmp_path: Path) -> None:
    own = own_copy(tmp_path)
    spoil(own / "document.toml", ("{nummer}", "{numer}"))

    assert any("numer" in fault for fault in faults(own / "nl.docx"))


def test_a_broken_description_is_a_fault_of_its_templates(tmp_path: Path) -> None:
    own = own_copy(tmp_path)
    spoil(own / "document.toml", ("file_name", "filename"))

    assert "bedoelt u" in faults(own / "nl.docx")[0]


def test_a_context_that_no_family_has_is_told(tmp_path: Path) -> None:
    own = own_copy(tmp_path)
    spoil(own / "document.toml", ('"certificaat"', '"getuigschrift"'))

    assert "getuigschrift" in faults(own / "nl.docx")[0]

    own.rename(tmp_path / "jobtraining" / "x")
    (tmp_path / "onbekend").mkdir()
    (tmp_path / "jobtraining" / "x").rename(tmp_path / "onbekend" / "x")
    assert f"gekend: {', '.join(find_families())}" in faults(tmp_path / "onbekend" / "x" / "nl.docx")[0]


def test_a_loose_template_is_checked_for_the_document_that_is_named(tmp_path: Path) -> None:
    page = tmp_path / "mijn.typ"
    shutil.copy(CERTIFICATE / "nl.typ", page)

    assert faults(page, document="jobtraining/certificaat") == []
    with pytest.raises(WrongUseError, match="--document"):
        faults(page)


@pytest.mark.parametrize("name", ["nergens.docx", "tekst.txt", "leeg"])
def test_what_is_no_template_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "tekst.txt").write_text("tekst", encoding="utf-8")
    (tmp_path / "leeg").mkdir()

    with pytest.raises(WrongUseError):
        check_paths([tmp_path / name])


def test_lock_files_of_word_are_no_templates(tmp_path: Path) -> None:
    own = own_copy(tmp_path)
    (own / "~$nl.docx").write_bytes(b"")

    assert {"nl.docx", "nl.typ"} == {checked.path.name for checked in check_paths([tmp_path])}


def test_a_document_is_found_by_its_name_however_it_is_typed() -> None:
    assert find_document(" Jobtraining/Certificaat ").path == "jobtraining/certificaat"


def test_a_document_can_be_checked_in_part() -> None:
    document = find_documents()["jobtraining/certificaat"]

    assert [checked.faults for checked in check_document(document, [CERTIFICATE / "nl.docx"])] == [()]
