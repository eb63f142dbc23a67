"""Every sample: docgen comes to the conclusion that a careful clerk wrote down beside it."""

import importlib.util
import json
import os
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


def need_engine(extra: str | None) -> None:
    """Skip a case that takes text recognition where it is not installed; fail in CI, where it must be."""
    if extra is None or importlib.util.find_spec("rapidocr"):
        return
    reason = f"docgen[{extra}] is not installed: these files cannot be read without it"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def conclusion(dossier: dict) -> tuple[str, list]:
    rows = [(finding["rule"], finding["severity"], finding["key"]) for finding in dossier["findings"]]
    return dossier["verdict"], sorted(rows, key=str)


def settle(dossier: dict, clerk: dict) -> tuple[str, list]:
    """What docgen concluded, but for the doubts that the clerk allows it: to ask a person to look at these rules."""
    doubts = set(clerk.get("doubts", ()))
    verdict, rows = conclusion(dossier)
    wanted = [tuple(row) for row in clerk["findings"]]
    doubted = [row for row in rows if row not in wanted and row[0] in doubts and row[1] != "blokkerend"]
    settled = [row for row in rows if row not in doubted]
    softened = [row for row in wanted if row not in rows and row[0] in doubts] if doubted else []
    asks_a_person = verdict == "na-te-kijken" and bool(doubted)
    return clerk["verdict"] if asks_a_person else verdict, sorted([*settled, *softened], key=str)


@pytest.mark.parametrize("expected", CASES, ids=lambda path: f"{path.parts[-3]}/{path.parts[-2]}")
def test_docgen_agrees_with_the_clerk(expected, tmp_path):
    clerk = json.loads(expected.read_text(encoding="utf-8"))
    need_engine(clerk.get("needs"))
    report = check(expected.parent, clerk["peildatum"], tmp_path / "verslag.json")
    wanted = {
        name: (dossier["verdict"], sorted(map(tuple, dossier["findings"]), key=str))
        for name, dossier in clerk["dossiers"].items()
    }
    found = {
        each["dossier"]: settle(each, clerk["dossiers"].get(each["dossier"], {"findings": ()}))
        for each in report["dossiers"]
    }
    assert wanted == found


def test_a_doubt_never_makes_a_dossier_complete():
    clerk = {"verdict": "onvolledig", "findings": [["rl1-aanwezig", "blokkerend", None]], "doubts": ["rl1-leesbaar"]}
    complete = {"verdict": "volledig", "findings": []}
    assert "volledig" == settle(complete, clerk)[0]


@pytest.mark.parametrize("family", find_families())
def test_there_are_samples_enough(family):
    assert len([path for path in CASES if path.parts[-3] == family]) >= 10


@pytest.mark.parametrize("family", find_families().values(), ids=lambda family: family.name)
def test_every_rule_of_a_family_gives_a_finding_in_some_sample(family):
    clerks = [json.loads(path.read_text(encoding="utf-8")) for path in CASES if path.parts[-3] == family.name]
    found = {row[0] for clerk in clerks for dossier in clerk["dossiers"].values() for row in dossier["findings"]}
    assert [rule for rule in family.rules if rule not in found] == []
