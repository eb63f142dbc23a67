"""Every sample: docgen comes to the conclusion that a careful clerk wrote down beside it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.catalogue import find_shipped
from docgen.cli import main
from docgen.families.discover import find_families

SAMPLES = find_shipped("samples")
#: What all samples of a family share, where its desk has it.
SHARED = {"--settings": "docgen.toml", "--enrolments": "inschrijvingen.xlsx", "--decisions": "beslissingen.xlsx"}
CASES = sorted(SAMPLES.glob("*/*/expected.json"))


def check(case: Path, on: str, report: Path) -> dict:
    """The json report of `docgen check` over one case, with what its family's samples share."""
    shared = case.parent
    command = ["check", case / "input", "--on", on, "--report", report]
    for option, name in SHARED.items():
        command += [option, shared / name] if (shared / name).is_file() else []
    done = CliRunner().invoke(main, list(map(str, command)))
    assert done.exit_code in (0, 1, 3), done.output
    return json.loads(report.read_text(encoding="utf-8"))


def conclusion(dossier: dict) -> tuple[str, list]:
    rows = [(finding["rule"], finding["severity"], finding["key"]) for finding in dossier["findings"]]
    return dossier["verdict"], sorted(rows, key=str)


@pytest.mark.parametrize("expected", CASES, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_docgen_agrees_with_the_clerk(expected, tmp_path):
    clerk = json.loads(expected.read_text(encoding="utf-8"))
    report = check(expected.parent, clerk["peildatum"], tmp_path / "verslag.json")
    wanted = {
        name: (dossier["verdict"], sorted(map(tuple, dossier["findings"]), key=str))
        for name, dossier in clerk["dossiers"].items()
    }
    assert {dossier["dossier"]: conclusion(dossier) for dossier in report["dossiers"]} == wanted


@pytest.mark.parametrize("family", find_families())
def test_there_are_samples_enough(family):
    assert len([path for path in CASES if path.parts[-3] == family]) >= 10


@pytest.mark.parametrize("family", find_families().values(), ids=lambda family: family.name)
def test_every_rule_of_a_family_gives_a_finding_in_some_sample(family):
    clerks = [json.loads(path.read_text(encoding="utf-8")) for path in CASES if path.parts[-3] == family.name]
    found = {row[0] for clerk in clerks for dossier in clerk["dossiers"].values() for row in dossier["findings"]}
    assert [rule for rule in family.rules if rule not in found] == []
