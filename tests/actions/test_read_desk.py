"""What the desk brings to a check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.actions.read_desk import DeskFiles, read_desk
from docgen.errors import SetupError


@pytest.fixture(autouse=True)
def _empty_place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOCGEN_SETTINGS", raising=False)


def test_a_desk_that_brings_nothing_works_with_the_defaults():
    desk = read_desk(DeskFiles(), date(2026, 9, 1))
    assert (desk.peildatum, desk.decisions, dict(desk.rosters), desk.notes) == (date(2026, 9, 1), (), {}, ())


def test_without_a_day_the_clock_gives_it():
    before = date.today()  # noqa: DTZ011 - the desk's own day is what is tested
    assert before <= read_desk(DeskFiles()).peildatum <= date.today()  # noqa: DTZ011


def test_an_enrolment_list_goes_to_the_family_whose_columns_it_has_and_its_doubts_are_told():
    Path("lijst.csv").write_text(
        "referentie;Naam trainee;Datum vormingsattest\nJT-1;Zoë Voorbeeld;ooit\n", encoding="utf-8"
    )
    desk = read_desk(DeskFiles(enrolments=Path("lijst.csv")))
    (reading,) = desk.rosters["jobtraining"]
    assert (reading.record.naam, reading.identity.reference) == ("Zoë Voorbeeld", "JT-1")
    assert len(desk.notes) == 1
    assert desk.notes[0].startswith("lijst.csv, ")
    assert "Datum vormingsattest" in desk.notes[0]
    assert "ooit" not in desk.notes[0]


def test_an_enrolment_list_that_cannot_be_used_stops_the_desk():
    Path("lijst.csv").write_text("appel;peer\n1;2\n", encoding="utf-8")
    with pytest.raises(SetupError, match="inschrijvingslijst is niet bruikbaar"):
        read_desk(DeskFiles(enrolments=Path("lijst.csv")))


def test_the_desk_s_own_files_are_known_so_that_they_are_no_dossier():
    files = DeskFiles(Path("a.toml"), None, Path("b.csv"))
    assert files.paths == (Path("a.toml"), Path("b.csv"), Path("docgen.toml"))
