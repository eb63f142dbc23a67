"""Checking again: what is solved, still open or new since the check before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.actions.previous_check import compare_report, leave_out_own_files, read_previous
from docgen.actions.write_corrections import write_corrections
from docgen.actions.write_reports import write_reports
from docgen.errors import WrongUseError
from docgen.model.report import DossierReport, Report
from docgen.settings import Organisatie, read_settings
from made_dossier import PEILDATUM, complete_files, made_form, put_files, put_settings
from workbooks import fill


def check(root: Path, folder: Path, previous: Path | None = None) -> Report:
    dossiers = leave_out_own_files(collect_dossiers([folder]))
    before = read_previous(previous, dossiers)
    return compare_report(check_dossiers(dossiers, Desk(PEILDATUM, read_settings(put_settings(root)))), before)


def only(report: Report) -> DossierReport:
    (dossier,) = report.dossiers
    return dossier


def changes(dossier: DossierReport) -> tuple[list[str | None], list[str | None], list[str | None]]:
    """The keys of what is solved, still open and new."""
    found = dossier.comparison
    assert found is not None
    return tuple([finding.key for finding in group] for group in (found.solved, found.still_open, found.new))  # type: ignore[return-value]


@pytest.fixture
def incomplete(tmp_path) -> Path:
    """A dossier whose form lacks two answers."""
    form = made_form("Zoë Voorbeeld", without=("mentor_functie", "instelling"))
    return put_files(tmp_path / "zoe", complete_files() | {"formulier.xlsx": form})


def test_what_was_mended_in_the_corrections_is_solved_when_they_are_checked_again(tmp_path, incomplete):
    dossiers = collect_dossiers([incomplete])
    written = write_corrections(check(tmp_path, incomplete), dossiers, tmp_path / "terug", Organisatie())
    form = written.folders["zoe"] / "formulier.xlsx"
    form.write_bytes(fill(form.read_bytes(), {"mentor_functie": "directeur"}))
    again = only(check(tmp_path, written.folders["zoe"]))
    assert changes(again) == (["mentor_functie"], ["instelling"], [])
    assert {file.name for file in again.files} == {"formulier.xlsx", "rl1.pdf", "betaling.pdf"}, "not our own letter"


def test_a_new_fault_is_new(tmp_path, incomplete):
    report = tmp_path / "verslag.json"
    write_reports(check(tmp_path, incomplete), [report])
    form = made_form("Zoë Voorbeeld", without=("scholengroep", "instelling"))
    (incomplete / "formulier.xlsx").write_bytes(form)
    assert changes(only(check(tmp_path, incomplete, report))) == (["mentor_functie"], ["instelling"], ["scholengroep"])


def test_another_name_of_the_dossier_is_known_by_its_person(tmp_path, incomplete):
    report = tmp_path / "verslag.json"
    write_reports(check(tmp_path, incomplete), [report])
    renamed = incomplete.rename(tmp_path / "zoe verbeterd")
    assert changes(only(check(tmp_path, renamed, report))) == ([], ["instelling", "mentor_functie"], [])


def test_another_dossier_is_not_compared(tmp_path, incomplete):
    report = tmp_path / "verslag.json"
    write_reports(check(tmp_path, incomplete), [report])
    other = put_files(tmp_path / "bo", complete_files("Bo Testman"))
    assert only(check(tmp_path, other, report)).comparison is None


def test_the_folder_with_the_corrections_can_be_given_as_the_check_before(tmp_path, incomplete):
    write_corrections(check(tmp_path, incomplete), collect_dossiers([incomplete]), tmp_path / "terug", Organisatie())
    put_files(incomplete, complete_files())
    assert changes(only(check(tmp_path, incomplete, tmp_path / "terug"))) == (["instelling", "mentor_functie"], [], [])


def test_a_dossier_without_a_check_before_is_not_compared(tmp_path, incomplete):
    assert only(check(tmp_path, incomplete)).comparison is None


@pytest.mark.parametrize("memory", ["geen json", "[]", '{"docgen": "1", "dossiers": 3, "own_files": []}'])
def test_a_memory_that_is_none_of_ours_is_an_ordinary_file(tmp_path, incomplete, memory):
    (incomplete / "nazicht.json").write_text(memory, encoding="utf-8")
    assert only(check(tmp_path, incomplete)).comparison is None


def test_a_memory_names_no_files_outside_its_folder(incomplete):
    memory = {"docgen": "1", "peildatum": "2026-01-01", "dossiers": [], "own_files": ["../x", "rl1.pdf/", "brief.txt"]}
    (incomplete / "nazicht.json").write_text(json.dumps(memory), encoding="utf-8")
    (dossier,) = leave_out_own_files(collect_dossiers([incomplete]))
    assert {path.name for path in dossier.leave_out} == {"nazicht.json", "brief.txt"}


@pytest.mark.parametrize("content", ["geen json", "{}", "[1]"])
def test_a_previous_report_that_is_none_is_refused_with_the_remedy(tmp_path, incomplete, content):
    path = tmp_path / "verslag.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(WrongUseError, match="geef bij --previous een json-verslag van check"):
        check(tmp_path, incomplete, path)
    with pytest.raises(WrongUseError, match="staat geen verslag van een vorig nazicht"):
        check(tmp_path, incomplete, incomplete)
