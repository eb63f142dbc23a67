"""A list of subjects goes back as one folder, marked as a whole, with one letter."""

from __future__ import annotations

import json

import openpyxl
import pytest

from docgen.actions.check_dossiers import check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.actions.previous_check import compare_report, leave_out_own_files, read_previous
from docgen.model.comparison import Change
from docgen.model.return_words import TODO_SHEETS
from followed import desk_of, send_back
from workbooks import edit

FAMILY, CASE = "certificeringsniveaus", "certificeringsniveaus/meer-organisaties"


@pytest.fixture
def returned(tmp_path):
    return send_back(CASE, tmp_path, desk_of(FAMILY), {})[0]


def check_again(folder):
    dossiers = leave_out_own_files(collect_dossiers([folder]))
    report = compare_report(check_dossiers(dossiers, desk_of(FAMILY)), read_previous(None, dossiers))
    return {dossier.name: dossier.comparison for dossier in report.dossiers}


def test_the_list_comes_back_marked_with_a_letter_that_names_each_organisation(returned):
    assert {path.name for path in returned.iterdir()} == {
        "brief.txt",
        "brief.html",
        "nazicht.json",
        "organisaties.xlsx",
    }
    workbook = openpyxl.load_workbook(returned / "organisaties.xlsx")
    marked = [cell.coordinate for row in workbook["Organisaties"] for cell in row if cell.comment]
    assert marked == ["B4", "B6"]
    said = [row[2].value for row in workbook[TODO_SHEETS[0]].iter_rows(min_row=5)]
    assert said[0].startswith("Service fédéral des Attentes: het aantal gecertificeerde medewerkers")
    assert said[-1].startswith("Federale Dienst Leegloop: er is geen medewerker")
    letter = " ".join((returned / "brief.txt").read_text(encoding="utf-8").split())
    assert "Bedankt voor de lijst “organisaties.xlsx”, nagekeken op 15 september 2026." in letter
    assert "“organisaties.xlsx”: uw eigen bestand, met gekleurde cellen" in letter


def test_it_remembers_what_was_found_of_every_organisation_that_is_not_complete(returned):
    memory = json.loads((returned / "nazicht.json").read_text(encoding="utf-8"))
    assert [dossier["dossier"] for dossier in memory["dossiers"]] == ["NV-22", "NV-24"]
    assert all(dossier["record"] is None for dossier in memory["dossiers"])


def test_checked_again_each_organisation_is_compared_with_itself(returned):
    path = returned / "organisaties.xlsx"
    path.write_bytes(edit(path.read_bytes(), lambda book: setattr(book["Organisaties"]["C6"], "value", None)))
    compared = check_again(returned)
    assert {finding.rule for finding in compared["NV-24"].solved} == {"az-geslaagd"}
    left = compared["NV-22"]
    assert {left.change_of(finding) for finding in left.still_open} == {Change.STILL_OPEN}
    assert (left.solved, left.new) == ((), ())
