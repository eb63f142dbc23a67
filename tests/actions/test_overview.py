"""The workbook over the whole run that `render` writes beside its documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from complete import ON
from docgen.actions.check_dossiers import Desk
from docgen.actions.render_documents import OVERVIEW, Batched, Request, render_documents
from docgen.settings import read_settings
from made_templates import put_templates

pytestmark = pytest.mark.usefixtures("made_families")

SHOPS = [
    {"referentie": "W-1", "winkel": "De Hoek", "taal": "NL", "verkopers": [{"naam": "An Voorbeeld"}]},
    {"referentie": "W-2", "winkel": "Le Coin", "taal": "FR"},
]


def render(folder: Path, document: str = "winkels/brief", **changes: Any) -> Batched:
    settings = folder / "docgen.toml"
    if not settings.exists():
        put_templates(folder)
    (folder / "winkels.json").write_text(json.dumps(changes.pop("shops", SHOPS)), encoding="utf-8")
    request = Request(document, (folder / "winkels.json",), folder / "uit", formats=("docx",), **changes)
    return render_documents(request, Desk(ON, read_settings(settings)))


def rows(path: Path) -> list[tuple[object, ...]]:
    return [tuple(cell for cell in row if cell is not None) for row in load_workbook(path).active.values]


def test_the_overview_lies_beside_the_documents_and_names_every_dossier(tmp_path: Path) -> None:
    batched = render(tmp_path)

    assert (tmp_path / "uit" / OVERVIEW,) == batched.beside
    assert [("Winkel", "Verkopers"), ("W-1", 1), ("W-2", 0)] == [row for row in rows(batched.beside[0]) if len(row) > 1]


def test_a_document_that_asks_for_no_overview_gets_none(tmp_path: Path) -> None:
    assert () == render(tmp_path, "winkels/goedkeuring").beside
    assert not (tmp_path / "uit" / OVERVIEW).exists()


def test_a_dry_run_writes_no_overview(tmp_path: Path) -> None:
    render(tmp_path, dry_run=True)

    assert not (tmp_path / "uit").exists()


def test_the_same_run_gives_the_same_bytes_and_another_replaces_its_own(tmp_path: Path) -> None:
    first = render(tmp_path).beside[0].read_bytes()
    assert first == render(tmp_path).beside[0].read_bytes()

    changed = render(tmp_path, shops=SHOPS[:1]).beside[0]

    assert tmp_path / "uit" / OVERVIEW == changed
    assert first != changed.read_bytes()


def test_a_file_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / OVERVIEW).write_bytes(b"van een ander")

    assert tmp_path / "uit" / "overzicht-2.xlsx" == render(tmp_path).beside[0]
    assert b"van een ander" == (tmp_path / "uit" / OVERVIEW).read_bytes()
