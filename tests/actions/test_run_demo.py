"""The demo over families whose samples are lists, whose documents choose, or whose contents are confidential."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from docgen.actions.run_demo import Demo, run_demo
from docgen.formats.blank import FormFormat, make_form
from docgen.model.family import Family
from docgen.model.record import Prefill
from made_templates import put_templates

SHOPS = [
    {"referentie": "W-1", "winkel": "De Hoek", "verkopers": [{"naam": "An Voorbeeld"}], "taal": "NL"},
    {"referentie": "W-2", "winkel": "Le Coin", "taal": "FR"},
]


@pytest.fixture
def demo(made_families: Mapping[str, Family], tmp_path: Path) -> Demo:
    """The demo over a list of shops and a page of a diary."""
    samples = tmp_path / "samples"
    for name in ("winkels", "dagboek"):
        (samples / name / "een" / "input").mkdir(parents=True)
        put_templates(samples / name)
    (samples / "winkels" / "een" / "input" / "winkels.json").write_text(json.dumps(SHOPS), encoding="utf-8")
    values = {"schrijver": "Kwibberzanger", "geheim": "Flonkerwoezel"}
    page = make_form(made_families["dagboek"].forms[0], FormFormat.XLSX, Prefill(values, "D-7", locked=False))
    (samples / "dagboek" / "een" / "input" / "blad.xlsx").write_bytes(page)
    return run_demo(tmp_path / "uit", samples)


def made(folder: Path, suffix: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob(f"*.{suffix}"))


def test_each_shop_gets_the_letter_that_fits_in_its_own_language(demo: Demo, tmp_path: Path) -> None:
    assert ["Dagboeken", "Winkels"] == [family.title for family in demo.families]
    assert ["brief/afkeuring-W-2.pdf", "brief/goedkeuring-W-1.pdf"] == made(
        tmp_path / "uit" / "winkels" / "documenten", "pdf"
    )
    assert ["brief/overzicht.xlsx"] == made(tmp_path / "uit" / "winkels" / "documenten", "xlsx")


def test_a_confidential_family_is_shown_by_reference(demo: Demo, tmp_path: Path) -> None:
    folder = tmp_path / "uit" / "dagboek"

    assert ["uittreksel/uittreksel-D-7.pdf"] == made(folder / "documenten", "pdf")
    assert "Kwibberzanger" not in (folder / "verslag.html").read_text(encoding="utf-8")
    assert not (folder / "upload").exists()
    assert [] == [path for path, _ in demo.places if not path.exists()]


def test_every_form_comes_blank_and_every_list_empty(demo: Demo, tmp_path: Path) -> None:
    assert demo.families
    assert ["bladzijde.docx"] == made(tmp_path / "uit" / "dagboek" / "formulieren", "docx")
    assert ["winkel.xlsx"] == made(tmp_path / "uit" / "winkels" / "lijsten", "xlsx")
