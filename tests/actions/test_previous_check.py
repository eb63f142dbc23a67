"""Checking again: what is solved, still open or new since the check before."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.actions.previous_check import compare_report, leave_out_own_files, read_previous
from docgen.actions.write_corrections import write_corrections
from docgen.actions.write_reports import write_reports
from docgen.errors import WrongUseError
from docgen.model.report import DossierReport, Report
from docgen.settings import Settings, read_settings
from made_dossier import PEILDATUM, complete_files, made_form, put_files, put_settings
from mails import mail
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
    written = write_corrections(check(tmp_path, incomplete), dossiers, tmp_path / "terug", Settings())
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
    write_corrections(check(tmp_path, incomplete), collect_dossiers([incomplete]), tmp_path / "terug", Settings())
    put_files(incomplete, complete_files())
    assert changes(only(check(tmp_path, incomplete, tmp_path / "terug"))) == (["instelling", "mentor_functie"], [], [])


def test_a_dossier_without_a_check_before_is_not_compared(tmp_path, incomplete):
    assert only(check(tmp_path, incomplete)).comparison is None


@pytest.mark.parametrize("memory", ["geen json", "[]", '{"docgen": "1", "dossiers": 3, "own_files": []}'])
def test_a_memory_that_is_none_of_ours_is_an_ordinary_file(tmp_path, incomplete, memory):
    (incomplete / "nazicht.json").write_text(memory, encoding="utf-8")
    assert only(check(tmp_path, incomplete)).comparison is None


def test_a_memory_leaves_out_no_other_files_than_docgen_adds(incomplete):
    named = ["../x", "rl1.pdf", "sub/brief.txt", "brief.txt", "formulier-opmerkingen.pdf"]
    memory = {"docgen": "1", "peildatum": "2026-01-01", "dossiers": [], "own_files": named}
    (incomplete / "nazicht.json").write_text(json.dumps(memory), encoding="utf-8")
    (dossier,) = leave_out_own_files(collect_dossiers([incomplete]))
    assert dossier.leave_out_names == {"nazicht.json", "brief.txt", "formulier-opmerkingen.pdf"}


def as_zip(folder: Path, above: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{above}{file.name}")
    return out.getvalue()


def as_mail(folder: Path) -> bytes:
    return mail("Verbeterd.", {file.name: file.read_bytes() for file in sorted(folder.iterdir())}).as_bytes()


#: How corrections come back: the name of the dossier, and its one file from the mended folder.
WAYS_BACK = {
    "as one zip": ("Zoe.zip", None, as_zip),
    "as a zip with the folder in it": ("Zoe.zip", None, lambda folder: as_zip(folder, "terug van Zoe/")),
    "as a zip in a folder": ("nieuw", "verbeterd.zip", as_zip),
    "as attachments of an e-mail": ("mail", "bericht.eml", as_mail),
    "as a zip attached to an e-mail": ("mail", "m.eml", lambda folder: mail("", {"a.zip": as_zip(folder)}).as_bytes()),
}


@pytest.mark.parametrize(("name", "file", "pack"), WAYS_BACK.values(), ids=WAYS_BACK)
def test_corrections_are_known_however_they_come_back(tmp_path, incomplete, name, file, pack):
    dossiers = collect_dossiers([incomplete])
    written = write_corrections(check(tmp_path, incomplete), dossiers, tmp_path / "uit", Settings())
    form = written.folders["zoe"] / "formulier.xlsx"
    form.write_bytes(fill(form.read_bytes(), {"mentor_functie": "directeur"}))
    back = tmp_path / "terug" / name / file if file else tmp_path / "terug" / name
    back.parent.mkdir(parents=True)
    back.write_bytes(pack(written.folders["zoe"]))
    again = only(check(tmp_path, tmp_path / "terug" / name))
    assert changes(again) == (["mentor_functie"], ["instelling"], [])
    kinds = {seen.name.rpartition("/")[2] for seen in again.files if seen.kind != "tekst van de e-mail"}
    assert kinds == {"formulier.xlsx", "rl1.pdf", "betaling.pdf"}, "not our own letter"


def test_corrections_in_a_renamed_folder_are_known(tmp_path, incomplete):
    written = write_corrections(check(tmp_path, incomplete), collect_dossiers([incomplete]), tmp_path / "t", Settings())
    renamed = written.folders["zoe"].rename(tmp_path / "nieuwe map (2)")
    assert changes(only(check(tmp_path, renamed))) == ([], ["instelling", "mentor_functie"], [])


def test_a_zip_of_corrections_can_be_given_as_the_check_before(tmp_path, incomplete):
    written = write_corrections(check(tmp_path, incomplete), collect_dossiers([incomplete]), tmp_path / "t", Settings())
    kept = tmp_path / "vorig.zip"
    kept.write_bytes(as_zip(written.folders["zoe"], "zoe/"))
    put_files(incomplete, complete_files())
    assert changes(only(check(tmp_path, incomplete, kept))) == (["instelling", "mentor_functie"], [], [])


def test_dossiers_that_changed_names_are_known_by_their_person(tmp_path):
    both = tmp_path / "beide"
    put_files(both / "1", {**complete_files(), "formulier.xlsx": made_form("Zoë Voorbeeld", without=("instelling",))})
    put_files(
        both / "2", {**complete_files("Bo"), "formulier.xlsx": made_form("Bo Testman", without=("scholengroep",))}
    )
    report = tmp_path / "verslag.json"
    write_reports(check(tmp_path, both), [report])
    for old, new in (("1", "x"), ("2", "1"), ("x", "2")):
        (both / old).rename(both / new)
    found = {dossier.name: dossier for dossier in check(tmp_path, both, report).dossiers}
    assert ([], []) == (list(found["1"].comparison.new), list(found["2"].comparison.new))


def test_a_name_that_was_misspelt_is_known_by_the_folder(tmp_path, incomplete):
    report = tmp_path / "verslag.json"
    write_reports(check(tmp_path, incomplete), [report])
    put_files(incomplete, {"formulier.xlsx": made_form("Zoé Voorbeelt", without=("instelling",))})
    solved, still_open, _ = changes(only(check(tmp_path, incomplete, report)))
    assert (["mentor_functie"], ["instelling"]) == (solved, still_open)


@pytest.mark.parametrize("content", ["geen json", "{}", "[1]"])
def test_a_previous_report_that_is_none_is_refused_with_the_remedy(tmp_path, incomplete, content):
    path = tmp_path / "verslag.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(WrongUseError, match="geef bij --previous een json-verslag van check"):
        check(tmp_path, incomplete, path)
    with pytest.raises(WrongUseError, match="staat geen verslag van een vorig nazicht"):
        check(tmp_path, incomplete, incomplete)
