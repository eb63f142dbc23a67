"""Papers become bytes, one by one or in several processes; one that cannot be made does not stop the others."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document as WordDocument
from fontTools.ttLib import TTFont

from docgen.actions.render_papers import CHUNK, Layout, Sheet, print_papers, render_guarded, render_papers
from docgen.catalogue import find_documents
from docgen.families.jobtraining.voorbeeld import SAMPLES
from docgen.shipped import find_shipped

DOCUMENT = find_documents()["jobtraining/certificaat"]
ON = date(2026, 7, 3)


def layout(*suffixes: str) -> Layout:
    found = {"pdf": DOCUMENT.template("nl", "typ"), "docx": DOCUMENT.template("nl", "docx")}
    return Layout({s: path for s in suffixes if (path := found[s]) is not None}, "Certificaat", "nl", "Dienst")


def sheet(name: Any = "Fientje Voorbeeld") -> Sheet:
    values = {**SAMPLES["certificaat"], "trainee": {"naam": name}}
    return Sheet(values, {"trainee": {"naam": name}}, ON)


def test_a_paper_is_rendered_in_every_format_and_the_same_each_time() -> None:
    once, again = (render_guarded(layout("pdf", "docx"), sheet()) for _ in range(2))

    assert set(once.files) == {"pdf", "docx"}
    assert once.files["pdf"].startswith(b"%PDF")
    assert once.files["docx"].startswith(b"PK")
    assert once == again


def test_a_word_template_may_ask_for_a_font_of_the_users_own(tmp_path: Path) -> None:
    own_font(tmp_path / "fonts", "Eigen Letter")
    template = tmp_path / "jobtraining" / "brief" / "nl.docx"
    template.parent.mkdir(parents=True)
    word = WordDocument()
    word.add_paragraph().add_run("Beste {{ trainee.naam }}").font.name = "Eigen Letter"
    word.save(str(template))

    rendered = render_guarded(Layout({"pdf": template}, "Brief", "nl", "Dienst"), sheet())

    with pikepdf.open(io.BytesIO(rendered.files["pdf"])) as pdf:
        fonts = [str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()]
    assert any("EigenLetter" in name for name in fonts), fonts


def own_font(folder: Path, name: str) -> None:
    """A font of that name in a folder: a shipped one that was given another name."""
    folder.mkdir(parents=True)
    with TTFont(find_shipped("templates") / "fonts" / "Carlito-Regular.ttf") as font:
        for record in font["name"].names:
            if record.nameID in (1, 4, 16):
                record.string = name
            elif record.nameID == 6:
                record.string = name.replace(" ", "")
        font.save(folder / "eigen.ttf")


def test_a_word_file_names_its_issuer_and_the_day_of_issue() -> None:
    about = WordDocument(io.BytesIO(render_guarded(layout("docx"), sheet()).files["docx"])).core_properties

    assert ("Certificaat", "Dienst", "nl") == (about.title, about.author, about.language)
    assert about.created is not None
    assert about.created.date() == ON


@pytest.mark.parametrize(("name", "suffix"), [("Zoë \u4e2d\u6587", "pdf"), ("Zo\x00ë", "docx"), ("Zo\x00ë", "pdf")])
def test_a_value_that_cannot_be_printed_refuses_its_paper_by_the_field(name: str, suffix: str) -> None:
    rendered = render_guarded(layout(suffix), sheet(name))

    assert not rendered.files
    assert "trainee.naam" in str(rendered.refusal)
    assert "Zo" not in str(rendered.refusal)
    assert not rendered.is_bug


def test_a_fault_of_our_own_is_told_without_its_text() -> None:
    rendered = render_guarded(layout("docx"), sheet(object()))

    assert rendered.is_bug
    assert "TypeError" in str(rendered.refusal)


def test_one_paper_that_fails_does_not_stop_the_others() -> None:
    rendered = list(render_papers(layout("docx"), [sheet("An"), sheet("B\x00o"), sheet("Cas")]))

    assert [True, False, True] == [bool(paper.files) for paper in rendered]


def test_several_processes_give_the_same_papers_in_the_same_order() -> None:
    sheets = [sheet(f"Fientje {number}") for number in range(CHUNK + 5)]

    assert list(render_papers(layout("pdf"), sheets)) == list(render_papers(layout("pdf"), sheets, workers=2))


def test_all_papers_go_into_one_print_file() -> None:
    assert print_papers(layout("pdf"), [sheet("An"), sheet("Bo")]).startswith(b"%PDF")
