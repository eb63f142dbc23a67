"""Documents are found in template folders, the user's own folder lies over the shipped one, and faults are named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen.catalogue import find_documents, find_shipped
from docgen.errors import SetupError

DESCRIPTION = """
context = "brief"
file_name = "brief-{nummer}-{trainee.naam}"
[title]
nl = "Brief"
"""


def make_document(root: Path, path: str = "proef/brief", description: str | None = DESCRIPTION) -> Path:
    folder = root / path
    folder.mkdir(parents=True)
    (folder / "nl.docx").write_bytes(b"shipped")
    if description is not None:
        (folder / "document.toml").write_text(description, encoding="utf-8")
    return folder


def test_every_shipped_document_has_a_title_and_a_word_template() -> None:
    for document in find_documents().values():
        assert "nl" in document.title
        assert all(each.template("nl", "docx") is not None for each in document.printed)


def test_jobtraining_offers_its_four_documents() -> None:
    expected = ["begeleidende-brief", "certificaat", "ontbrekende-stukken", "verantwoordingsdocument"]
    assert expected == [path.partition("/")[2] for path in find_documents() if path.startswith("jobtraining/")]


def test_only_certificates_are_numbered_and_ask_for_a_complete_dossier() -> None:
    found = {path: (document.numbered, document.needs_complete) for path, document in find_documents().items()}
    numbered = [path for path, flags in found.items() if flags == (True, True)]
    assert numbered == ["jobtraining/certificaat", "trajecten/certificaat"]
    assert set(found.values()) == {(True, True), (False, False)}


def test_a_document_of_the_user_is_found_beside_the_shipped_ones(tmp_path: Path) -> None:
    folder = make_document(tmp_path)
    document = find_documents(tmp_path)["proef/brief"]
    assert document.folder == folder
    assert document.languages == ("nl",)
    assert document.own_folder is None
    assert len(find_documents(tmp_path)) == len(find_documents()) + 1


def test_a_user_who_changes_only_the_word_template_keeps_the_shipped_page_and_description(tmp_path: Path) -> None:
    own = make_document(tmp_path, "jobtraining/certificaat", description=None)
    document = find_documents(tmp_path)["jobtraining/certificaat"]
    assert document.numbered
    assert document.template("nl", "docx") == own / "nl.docx"
    assert document.template("nl", "typ") == find_shipped("templates") / "jobtraining/certificaat/nl.typ"
    assert document.template("fr", "docx") is None


def test_a_description_of_the_user_goes_before_the_shipped_one(tmp_path: Path) -> None:
    make_document(tmp_path, "jobtraining/certificaat")
    assert find_documents(tmp_path)["jobtraining/certificaat"].title == {"nl": "Brief"}


def test_dutch_comes_first_among_the_languages(tmp_path: Path) -> None:
    folder = make_document(tmp_path)
    for name in ("de.docx", "fr.docx"):
        shutil.copy(folder / "nl.docx", folder / name)
    assert find_documents(tmp_path)["proef/brief"].languages == ("nl", "de", "fr")


def test_folders_that_hold_no_template_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "proef/notities").mkdir(parents=True)
    (tmp_path / "proef/notities/lees mij.txt").write_text("geen sjabloon")
    (tmp_path / "Oude sjablonen/brief").mkdir(parents=True)
    assert find_documents(tmp_path).keys() == find_documents().keys()


@pytest.mark.parametrize(
    ("expected", "description"),
    [
        ("“contekst” is niet gekend; bedoelt u “context”?", DESCRIPTION.replace("context", "contekst")),
        ("“zzz” is niet gekend; gekend zijn title, context,", "zzz = 1\n" + DESCRIPTION),
        ("“file_name” ontbreekt", DESCRIPTION.replace('file_name = "brief-{nummer}-{trainee.naam}"', "")),
        ("“numbered” moet true of false zijn", 'numbered = "ja"\n' + DESCRIPTION),
        ("“title” moet een tabel met een titel per taal zijn", 'title = "Brief"\ncontext = "b"\nfile_name = "b"'),
        ("elke titel onder “title” moet een tekst zijn", DESCRIPTION.replace('"Brief"', "3")),
        ("is geen leesbaar TOML-bestand", "context = brief"),
        ("heeft geen document.toml", None),
    ],
)
def test_a_faulty_description_is_named_in_one_sentence(tmp_path: Path, expected: str, description: str | None) -> None:
    make_document(tmp_path, description=description)
    with pytest.raises(SetupError) as caught:
        find_documents(tmp_path)
    assert expected in str(caught.value)
    assert "proef/brief" in str(caught.value)


def test_a_description_without_a_template_is_refused(tmp_path: Path) -> None:
    (make_document(tmp_path) / "nl.docx").unlink()
    with pytest.raises(SetupError, match=r"bevat geen sjabloon"):
        find_documents(tmp_path)


def test_a_description_that_is_no_file_is_refused(tmp_path: Path) -> None:
    folder = make_document(tmp_path, description=None)
    (folder / "document.toml").symlink_to(folder / "document.toml.weg")
    with pytest.raises(SetupError, match=r"heeft geen document\.toml"):
        find_documents(tmp_path)


def test_a_template_saved_in_another_word_format_is_named_with_the_remedy(tmp_path: Path) -> None:
    folder = make_document(tmp_path)
    (folder / "nl.docx").rename(folder / "NL.dotx")
    with pytest.raises(SetupError, match=r"bewaar het als nl\.docx"):
        find_documents(tmp_path)


def test_a_template_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"bestaat niet; kijk paden\.sjablonen"):
        find_documents(tmp_path / "weg")


def test_what_was_not_shipped_is_named() -> None:
    with pytest.raises(SetupError, match=r"“receptenboek”.*installeer docgen opnieuw"):
        find_shipped("receptenboek")


def test_a_file_name_is_filled_from_the_values_it_names(tmp_path: Path) -> None:
    make_document(tmp_path)
    document = find_documents(tmp_path)["proef/brief"]
    assert document.fill_file_name({"nummer": 7, "trainee": {"naam": "Noor {x}"}}) == "brief-7-Noor {x}"


def test_a_file_name_that_asks_for_an_unknown_value_is_refused(tmp_path: Path) -> None:
    make_document(tmp_path)
    with pytest.raises(SetupError, match=r"proef/brief.*“trainee\.naam”"):
        find_documents(tmp_path)["proef/brief"].fill_file_name({"nummer": 7, "trainee": {"name": "Noor"}})
