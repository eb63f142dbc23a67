"""``docgen read`` as a user types it: every mix of files, every way out, and its exit codes."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.actions.read_records import read_records
from docgen.actions.redraw_paper import make_redraw
from docgen.catalogue import find_shipped
from docgen.cli import main
from docgen.families.discover import find_families
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.xlsx.table import write_workbook
from docgen.model.record import Prefill
from docgen.model.record_code import CodedRecord
from docgen.model.sheet import Column, Sheet
from docgen.settings import Settings
from paper_scans import draw, save_pdf

VALUES = {"naam_deelnemer": "=An Voorbeeld", "contactmomenten__2__thema": "iets"}


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, args)])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one form in each format, filled in and not locked."""
    folder = tmp_path_factory.mktemp("ingevuld")
    for to in FormFormat:
        data = make_form(VERANTWOORDINGSDOCUMENT, to, Prefill(VALUES, f"JT-{to}", locked=False))
        (folder / f"formulier.{to}").write_bytes(data)
    return folder


def objects(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_three_formats_give_the_same_record(filled: Path):
    result = run(*sorted(filled.iterdir()))
    found = objects(result)
    assert (0, "") == (result.exit_code, result.stderr)
    assert ["formulier.docx", "formulier.pdf", "formulier.xlsx"] == [each["file"] for each in found]
    assert ["JT-docx", "JT-pdf", "JT-xlsx"] == [each["reference"] for each in found]
    assert {VERANTWOORDINGSDOCUMENT.path} == {each["form"] for each in found}
    records = [each["record"] for each in found]
    assert records[0] == records[1] == records[2]
    assert "=An Voorbeeld" == records[0]["naam_deelnemer"]  # type: ignore[index]


def test_a_folder_stands_for_its_files(filled: Path):
    assert 3 == len(objects(run(filled)))


def test_what_is_no_form_is_one_sentence_and_the_rest_is_read(filled: Path, tmp_path: Path):
    (tmp_path / "brief.txt").write_text("Beste", encoding="utf-8")
    result = run(tmp_path / "brief.txt", tmp_path / "weg.pdf", filled / "formulier.xlsx")
    found = objects(result)
    assert (1, 2) == (result.exit_code, result.stderr.count("\n"))
    assert [None, None, "JT-xlsx"] == [each["reference"] for each in found]
    assert "weg.pdf” bestaat niet" in result.stderr


def test_a_text_that_is_no_form_of_ours_says_what_to_ask_for(tmp_path: Path):
    (tmp_path / "lijst.xlsx").write_bytes(write_workbook([Sheet("Boodschappen", (Column("Brood"),))], title="Lijst"))
    result = run(tmp_path / "lijst.xlsx")
    assert (3, True) == (result.exit_code, "is geen formulier van docgen" in result.stderr)


def test_nothing_readable_is_exit_code_three(tmp_path: Path):
    (tmp_path / "leeg.xlsx").write_bytes(b"")
    assert [3, 3, 3] == [run(path).exit_code for path in (tmp_path / "leeg.xlsx", tmp_path / "weg", tmp_path)]


def test_an_empty_folder_or_zip_is_one_sentence(tmp_path: Path):
    (tmp_path / "map").mkdir()
    with zipfile.ZipFile(tmp_path / "leeg.zip", "w"):
        pass
    for path in (tmp_path / "map", tmp_path / "leeg.zip"):
        result = run(path)
        assert (3, f"In “{path}” zitten geen bestanden; kijk na of het de juiste map is.\n") == (
            result.exit_code,
            result.stderr,
        )


def test_a_problem_with_a_value_is_exit_code_one_and_stands_in_the_output(tmp_path: Path):
    data = make_form(VERANTWOORDINGSDOCUMENT, FormFormat.XLSX, Prefill({"startdatum": "binnenkort"}, locked=False))
    (tmp_path / "a.xlsx").write_bytes(data)
    result = run(tmp_path / "a.xlsx")
    (problem,) = objects(result)[0]["problems"]  # type: ignore[misc]
    assert (1, "onleesbaar-veld", "startdatum") == (result.exit_code, problem["rule"], problem["key"])


@pytest.mark.parametrize("suffix", ["jsonl", "json", "csv", "xlsx"])
def test_every_output_reads_back_as_the_same_records(filled: Path, tmp_path: Path, suffix: str):
    output = tmp_path / f"records.{suffix}"
    result = run(filled, "-o", output)
    assert (0, f"{output}\n") == (result.exit_code, result.stdout)
    found = read_records(output, VERANTWOORDINGSDOCUMENT)
    assert ["JT-docx", "JT-pdf", "JT-xlsx"] == [reading.identity.reference for reading in found.readings]
    assert {("=An Voorbeeld", "iets")} == {
        (reading.record.naam_deelnemer, reading.record.contactmomenten[1].thema) for reading in found.readings
    }
    assert () == found.notes


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_an_unread_file_stands_in_every_output(tmp_path: Path, suffix: str):
    (tmp_path / "brief.txt").write_text("Beste", encoding="utf-8")
    output = tmp_path / f"records.{suffix}"
    assert 3 == run(tmp_path / "brief.txt", "-o", output).exit_code
    assert output.exists()


def test_forms_without_a_reference_are_told_apart_by_their_file(tmp_path: Path):
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(
            make_form(VERANTWOORDINGSDOCUMENT, FormFormat.XLSX, Prefill(VALUES, locked=False))
        )
    run(tmp_path, "-o", tmp_path / "uit" / "records.xlsx")
    readings = read_records(tmp_path / "uit" / "records.xlsx", VERANTWOORDINGSDOCUMENT).readings
    assert ["a.xlsx", "b.xlsx"] == [reading.identity.reference for reading in readings]


def test_an_output_of_another_kind_is_refused_before_anything_is_read(tmp_path: Path):
    result = run(tmp_path / "weg.pdf", "-o", tmp_path / "records.pdf")
    assert (2, 1) == (result.exit_code, result.stderr.count("\n"))
    assert "kies .jsonl, .json, .csv of .xlsx" in result.stderr


def test_a_fault_of_our_own_in_one_file_does_not_stop_the_others(filled: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr("docgen.actions.read_forms.open_contents", fail)
    result = run(filled)
    assert (70, 3) == (result.exit_code, len(objects(result)))
    assert 4 == result.stderr.count("\n")


SAMPLES = find_shipped("samples") / "jobtraining"


@pytest.mark.parametrize(
    ("sample", "why"),
    [
        ("een-pdf", "a form among other documents in one PDF"),
        ("een-pdf-dooreen", "a form behind other documents in one PDF"),
        ("scan-getekend", "a scan of the printed form"),
        ("scan-ondersteboven", "a scan in which the pages lie upside down and in reverse"),
        ("foto-jpg", "a photo of each sheet of the printed form"),
        ("mail", "an e-mail with everything in it"),
        ("mail-doorgestuurd", "an e-mail in an e-mail"),
        ("sjabloon-pdf", "a plain sjabloon"),
    ],
)
def test_a_form_is_read_as_a_check_of_its_dossier_reads_it(sample: str, why: str, tmp_path: Path):
    (folder,) = (SAMPLES / f"aankomst-{sample}" / "input").iterdir()
    settings = ["--settings", str(SAMPLES / "docgen.toml")]
    checked, read = tmp_path / "check.json", [each for each in objects(run(folder, *settings)) if each["record"]]
    CliRunner().invoke(main, ["check", str(folder), "--on", "2026-09-15", "--report", str(checked), *settings])
    (dossier,) = json.loads(checked.read_text(encoding="utf-8"))["dossiers"]
    assert [dossier["record"]] == [each["record"] for each in read], why
    doubts = [each["message"] for each in dossier["findings"] if each["rule"] == "onzekere-lezing"]
    assert doubts == [problem["message"] for each in read for problem in each["problems"]], why


def test_two_forms_in_one_file_are_two_records(tmp_path: Path):
    """Each on its own pages of one scan."""
    forms = [
        CodedRecord(VERANTWOORDINGSDOCUMENT.identity(f"T-{n}"), {"naam_deelnemer": f"Trainee {word}"})
        for n, word in enumerate(("Een", "Twee"))
    ]
    redraw = make_redraw(find_families(), Settings(), date(2026, 9, 15))
    pages = [page for form in forms for page in draw(redraw(form) or b"")]
    (tmp_path / "samen.pdf").write_bytes(save_pdf(pages))
    found = objects(run(tmp_path / "samen.pdf"))
    assert [("T-0", "Trainee Een"), ("T-1", "Trainee Twee")] == [
        (each["reference"], each["record"]["naam_deelnemer"]) for each in found
    ]
    assert 2 == len({each["part"] for each in found} - {None})
