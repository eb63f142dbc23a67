"""``docgen form`` and ``docgen roster`` as a user types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.cli import main

FORM = "jobtraining/verantwoordingsdocument"


def run(*args: object) -> Result:
    return CliRunner().invoke(main, list(map(str, args)))


def test_the_paths_of_the_forms_are_printed(tmp_path: Path):
    result = run("form", FORM, "-o", tmp_path, "--to", "xlsx", "--to", "docx")
    assert (0, "") == (result.exit_code, result.stderr)
    assert sorted(map(str, tmp_path.iterdir())) == sorted(result.stdout.splitlines())


def test_a_roster_that_is_filled_in_gives_prefilled_forms(tmp_path: Path):
    assert 0 == run("roster", FORM, "-o", tmp_path / "lijst.xlsx").exit_code
    result = run("form", FORM, "-o", tmp_path / "uit", "--records", tmp_path / "lijst.xlsx")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "geen ingevulde regels" in result.stderr


@pytest.mark.parametrize(
    ("code", "words", "args"),
    [
        (2, "bedoelt u", ["form", "jobtraining/verantwoordingsdocment", "-o", "x"]),
        (2, "“--output” ontbreekt; zie “docgen form --help”.", ["form", FORM]),
        (2, "FORM ontbreekt", ["form"]),
        (2, "“--to” moet een van deze zijn: xlsx, pdf, docx", ["form", FORM, "-o", "x", "--to", "odt"]),
        (2, "“--reords” bestaat hier niet; bedoelt u “--records”?", ["form", FORM, "-o", "x", "--reords", "y"]),
        (2, "alleen in het Nederlands", ["form", FORM, "-o", "x", "--lang", "fr"]),
        (2, "eindigen op .xlsx", ["roster", FORM, "-o", "lijst.csv"]),
        (2, "bedoelt u", ["roster", "jobtraining/inschrijvingen", "-o", "lijst.xlsx"]),
        (3, "“weg.xlsx” is verdwenen", ["form", FORM, "-o", "x", "--records", "weg.xlsx"]),
    ],
)
def test_a_mistake_is_one_sentence_and_its_exit_code(code: int, words: str, args: list[str]):
    result = run(*args)
    assert (code, "", 1) == (result.exit_code, result.stdout, result.stderr.count("\n"))
    assert words in result.stderr


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="/proc is only there on Linux")
def test_a_place_that_cannot_be_written_is_one_sentence():
    result = run("form", FORM, "-o", "/proc/uit", "--to", "xlsx")
    assert (4, 1) == (result.exit_code, result.stderr.count("\n"))
    assert "kan niet geschreven worden" in result.stderr


def test_a_file_in_the_place_of_the_folder_is_one_sentence(tmp_path: Path):
    (tmp_path / "uit").write_bytes(b"")
    result = run("form", FORM, "-o", tmp_path / "uit")
    assert (4, 1) == (result.exit_code, result.stderr.count("\n"))


def test_a_file_with_other_contents_is_kept_unless_force_is_given(tmp_path: Path):
    path = tmp_path / "leeg.xlsx"
    path.write_bytes(b"van mij")
    assert (4, b"van mij") == (run("form", FORM, "-o", path).exit_code, path.read_bytes())
    assert (0, b"PK") == (run("form", FORM, "-o", path, "--force").exit_code, path.read_bytes()[:2])
