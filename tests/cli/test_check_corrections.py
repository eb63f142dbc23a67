"""The way back on the command line: corrections, and a check that says what became of them."""

from __future__ import annotations

import json

import openpyxl
import pytest
from click.testing import CliRunner

from docgen.cli import main
from docgen.errors import ExitCode
from made_dossier import complete_files, made_form, put_files, put_settings
from workbooks import fill

ON = ("--on", "15/09/2026")


@pytest.fixture
def run(tmp_path):
    settings = put_settings(tmp_path)
    form = made_form("Zoë Voorbeeld", without=("mentor_functie", "instelling"))
    put_files(tmp_path / "d" / "zoe", complete_files() | {"formulier.xlsx": form})

    def run(*args):
        return CliRunner().invoke(main, ["check", *map(str, args), *ON, "--settings", str(settings)])

    return run


def test_the_corrections_are_written_and_counted(run, tmp_path):
    result = run(tmp_path / "d", "--corrections", tmp_path / "terug")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (
        ExitCode.NOT_COMPLETE,
        f"Terug te sturen: 1 dossier in {tmp_path / 'terug'}",
    )
    assert (tmp_path / "terug" / "zoe" / "brief.txt").is_file()


def test_no_value_of_the_dossier_is_logged(run, tmp_path):
    result = run(tmp_path / "d", "--corrections", tmp_path / "terug")
    assert "Proefkonijn" not in result.output


def test_what_was_mended_is_told_in_every_report(run, tmp_path):
    run(tmp_path / "d", "--corrections", tmp_path / "terug")
    form = tmp_path / "terug" / "zoe" / "formulier.xlsx"
    form.write_bytes(fill(form.read_bytes(), {"mentor_functie": "directeur"}))
    reports = [tmp_path / f"verslag.{suffix}" for suffix in ("json", "html", "xlsx")]
    result = run(tmp_path / "terug" / "zoe", *(part for path in reports for part in ("--report", path)))
    assert "Tegenover het vorige nazicht: 1 opgelost, 1 nog open en 0 nieuw." in result.stdout
    assert "  - nog open, houdt het dossier tegen: “Ambt en instelling" in result.stdout
    assert "  - opgelost: “Naam en functie van de mentor: functie” is niet ingevuld." in result.stdout
    (dossier,) = json.loads(reports[0].read_text(encoding="utf-8"))["dossiers"]
    assert [f["key"] for f in dossier["solved"]] == ["mentor_functie"]
    assert [f["change"] for f in dossier["findings"] if f["key"] == "instelling"] == ["nog open"]
    html = reports[1].read_text(encoding="utf-8")
    assert "Opgelost sinds het vorige nazicht" in html
    assert '<span class="badge change">nog open</span>' in html
    rows = list(openpyxl.load_workbook(reports[2])["Bevindingen"].iter_rows(values_only=True))
    head = next(row for row in rows if "Tegenover vorig nazicht" in row)
    column, key = head.index("Tegenover vorig nazicht"), head.index("Veld")
    assert {(row[key], row[column]) for row in rows if row[column] in ("opgelost", "nog open")} == {
        ("mentor_functie", "opgelost"),
        ("instelling", "nog open"),
    }


def test_a_report_can_be_given_as_the_check_before(run, tmp_path):
    run(tmp_path / "d", "--report", tmp_path / "vorig.json")
    put_files(tmp_path / "d" / "zoe", complete_files())
    result = run(tmp_path / "d", "--previous", tmp_path / "vorig.json")
    assert result.exit_code == ExitCode.DONE
    assert "2 opgelost, 0 nog open en 0 nieuw" in result.stdout


def test_corrections_among_the_dossiers_are_refused_before_anything_is_checked(run, tmp_path):
    result = run(tmp_path / "d", "--corrections", tmp_path / "d")
    assert result.exit_code == ExitCode.SETUP
    assert "VOLLEDIG" not in result.stdout


def test_a_previous_report_that_is_none_is_wrong_use(run, tmp_path):
    assert run(tmp_path / "d", "--previous", put_settings(tmp_path)).exit_code == ExitCode.WRONG_USE


def test_the_help_says_how_the_way_back_goes():
    words = " ".join(CliRunner().invoke(main, ["check", "--help"]).output.split())
    assert "--corrections DIR" in words
    assert "solved, still open or new" in words
