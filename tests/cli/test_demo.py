"""``docgen demo``: the main job on the shipped samples, in a folder of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.actions.register import register_path
from docgen.actions.run_demo import MARK
from docgen.cli import main
from docgen.settings import Settings
from docgen.shipped import find_shipped


def run(output: Path) -> Result:
    return CliRunner().invoke(main, ["demo", "-o", str(output)])


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "uit"


@pytest.fixture(scope="module")
def shown(output: Path) -> str:
    """What the demo prints; it has run once before, and replaces what it made."""
    (output / "oud").mkdir(parents=True)
    (output / MARK).touch()
    result = run(output)
    assert (0, "") == (result.exit_code, result.stderr)
    return result.stdout


def test_the_demo_says_where_everything_is_and_it_is_there(output: Path, shown: str):
    places = [Path(line.strip()) for line in shown.splitlines() if line.startswith(f"  {output}")]
    assert len(places) >= 6
    assert [] == [place for place in places if not place.exists()]
    assert not (output / "oud").exists()


def test_every_sample_gets_the_verdict_that_a_careful_clerk_gave_it(output: Path, shown: str):
    assert shown
    report = json.loads((output / "jobtraining" / "verslag.json").read_bytes())
    clerks = [json.loads(path.read_bytes()) for path in find_shipped("samples").glob("jobtraining/*/expected.json")]
    sure = [clerk["dossiers"].items() for clerk in clerks if "needs" not in clerk]
    expected = {name: each["verdict"] for dossiers in sure for name, each in dossiers if "doubts" not in each}
    doubtful = {name: each["verdict"] for dossiers in sure for name, each in dossiers if "doubts" in each}
    found = {each["dossier"]: each["verdict"] for each in report["dossiers"]}
    assert expected == {name: verdict for name, verdict in found.items() if name not in doubtful}
    assert {name: verdict for name, verdict in doubtful.items() if verdict != "volledig"} == {
        name: found[name] for name, verdict in doubtful.items() if verdict != "volledig"
    }
    assert set() == {name for name in doubtful if found[name] == "volledig"}


def test_the_demo_issues_certificates_from_a_register_of_its_own(output: Path, shown: str):
    assert shown
    made = sorted((output / "jobtraining" / "documenten" / "certificaat").glob("*.pdf"))
    assert made
    assert (output / "jobtraining" / "register.sqlite").is_file()
    assert output not in register_path(Settings()).parents


def test_the_demo_makes_the_blank_forms_and_lists(output: Path, shown: str):
    assert shown
    assert 3 == len(list((output / "jobtraining" / "formulieren").iterdir()))
    assert (output / "jobtraining" / "lijsten" / "inschrijving.xlsx").is_file()


def test_a_folder_that_no_demo_made_is_left_alone(tmp_path: Path):
    (tmp_path / "van-mij.txt").write_bytes(b"x")
    result = run(tmp_path)
    assert (4, 1) == (result.exit_code, result.stderr.count("\n"))
    assert "kies met -o een andere map" in result.stderr
    assert [tmp_path / "van-mij.txt"] == list(tmp_path.iterdir())
