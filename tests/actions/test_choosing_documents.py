"""A document that leaves the choice to its papers: each is laid out by the one it names, in its own language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from complete import ON
from docgen.actions.check_dossiers import Desk
from docgen.actions.check_templates import check_paths, find_document
from docgen.actions.manifest import NAME, read_manifest
from docgen.actions.render_documents import Batched, Request, render_documents
from docgen.errors import ExitCode, SetupError, WrongUseError
from docgen.settings import read_settings
from made_templates import make_template, put_templates

pytestmark = pytest.mark.usefixtures("made_families")

SHOPS = [
    {"referentie": "W-1", "winkel": "De Hoek", "taal": "NL", "verkopers": [{"naam": "An Voorbeeld"}]},
    {"referentie": "W-2", "winkel": "Le Coin", "taal": "FR"},
    {"referentie": "W-3", "winkel": "Chez Modèle", "taal": "FR", "verkopers": [{"naam": "Bo Voorbeeld"}]},
]


class Shop:
    """A desk whose templates and output lie in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.output = folder, folder / "uit"
        self.settings = put_templates(folder)
        self.source = folder / "winkels.json"
        self.source.write_text(json.dumps(SHOPS), encoding="utf-8")

    def render(self, document: str = "winkels/brief", **changes: Any) -> Batched:
        desk = Desk(ON, read_settings(self.settings))
        return render_documents(Request(document, (self.source,), self.output, **changes), desk)

    @property
    def names(self) -> list[str]:
        return sorted(path.name for path in self.output.iterdir()) if self.output.exists() else []

    def template(self, document: str, name: str) -> Path:
        return self.folder / "sjablonen" / document / name


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


def text_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_each_paper_takes_the_template_title_and_name_of_the_document_it_names(shop: Shop) -> None:
    batched = shop.render(formats=("pdf",))

    assert ExitCode.DONE is batched.exit_code
    expected = {
        "goedkeuring-W-1.pdf": ("De winkel De Hoek verkoopt.", "Goedkeuring", "nl"),
        "afkeuring-W-2.pdf": ("Le magasin Le Coin ne vend pas.", "Refus", "fr"),
        "goedkeuring-W-3.pdf": ("Le magasin Chez Modèle vend.", "Approbation", "fr"),
    }
    assert set(expected) <= set(shop.names)
    for name, (words, title, language) in expected.items():
        assert words in text_of(shop.output / name)
        with pikepdf.open(shop.output / name) as pdf:
            assert (title, language) == (str(pdf.docinfo["/Title"]), str(pdf.Root.Lang))


def test_the_manifest_names_the_document_that_was_really_made(shop: Shop) -> None:
    shop.render(formats=("docx",))

    assert {
        "overzicht.xlsx": "winkels/brief",
        "goedkeuring-W-1.docx": "winkels/goedkeuring",
        "afkeuring-W-2.docx": "winkels/afkeuring",
        "goedkeuring-W-3.docx": "winkels/goedkeuring",
    } == {line.file: line.document for line in read_manifest(shop.output)}


def test_a_second_run_writes_the_same_bytes_whatever_the_order(shop: Shop) -> None:
    shop.render()
    before = {name: (shop.output / name).read_bytes() for name in shop.names if name != NAME}
    shop.source.write_text(json.dumps(SHOPS[::-1]), encoding="utf-8")

    shop.render()

    again = {name: (shop.output / name).read_bytes() for name in shop.names if name != NAME}
    assert set(before) == set(again)
    assert {name: data for name, data in again.items() if not name.startswith("overzicht")} == {
        name: data for name, data in before.items() if not name.startswith("overzicht")
    }


def test_the_language_that_the_user_gives_goes_before_the_addressees(shop: Shop) -> None:
    shop.render(formats=("pdf",), language="nl")

    assert "De winkel Le Coin verkoopt niet." in text_of(shop.output / "afkeuring-W-2.pdf")


def test_one_of_the_choices_asked_by_name_is_refused_where_another_fits(shop: Shop) -> None:
    batched = shop.render("winkels/goedkeuring", formats=("pdf",))

    assert ["W-1", "W-3"] == [made.about for made in batched.made]
    assert [("W-2", "Hier past het document winkels/afkeuring, niet winkels/goedkeuring; vraag dat document.")] == [
        (refused.about, refused.sentence) for refused in batched.refused
    ]


@pytest.mark.parametrize("name", ["nl.docx", "fr.docx"])
def test_a_fault_in_any_template_that_is_needed_stops_the_batch_before_the_first_document(
    shop: Shop, name: str
) -> None:
    shop.template("winkels/afkeuring", name).write_bytes(make_template(["Titel", "{{ winkle }}"]))

    with pytest.raises(SetupError, match="winkle"):
        shop.render()
    assert [] == [each for each in shop.names if each.endswith((".pdf", ".docx"))]


def test_an_addressee_whose_language_the_document_lacks_is_refused_and_not_answered_in_another(shop: Shop) -> None:
    shop.template("winkels/afkeuring", "fr.docx").unlink()

    batched = shop.render(formats=("docx",))

    assert ["W-1", "W-3"] == [made.about for made in batched.made]
    assert "bestaat niet in de taal van de geadresseerde, “fr”" in batched.refused[0].sentence
    with pytest.raises(WrongUseError, match="bestaat niet in de taal “fr”"):
        shop.render(language="fr")


def test_a_choosing_document_comes_in_the_languages_of_all_its_choices(shop: Shop) -> None:
    own = shop.folder / "sjablonen"
    assert ("nl", "fr") == find_document("winkels/brief", own).languages
    shop.template("winkels/afkeuring", "fr.docx").unlink()
    assert ("nl",) == find_document("winkels/brief", own).languages


def test_the_templates_it_chooses_from_are_checked_as_any_other(shop: Shop) -> None:
    checked = check_paths([shop.folder / "sjablonen" / "winkels"])

    assert 4 == len(checked)
    assert {()} == {each.faults for each in checked}


@pytest.mark.parametrize(
    ("description", "words"),
    [
        ('chooses = ["goedkeurig"]', "bedoelt u “goedkeuring”?"),
        ('chooses = ["brief"]', "maar dat is geen document met een eigen sjabloon"),
        ("chooses = []", "moet een lijst met namen van documenten zijn"),
        ('chooses = ["goedkeuring"]\nnumbered = true', "gaan niet samen"),
        ('chooses = "goedkeuring"', "moet een lijst van documenten zijn"),
    ],
)
def test_a_choice_that_cannot_be_made_is_told(shop: Shop, description: str, words: str) -> None:
    text = f'context = "brief"\n{description}\ntitle = {{nl = "Brief"}}\n'
    shop.template("winkels/brief", "document.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SetupError, match=words.replace("?", r"\?")):
        shop.render()
