"""A batch of dossiers: which family judges one, and what happens when our own code trips."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest
from click.testing import CliRunner

from docgen.actions import check_dossiers as module
from docgen.actions.check_dossiers import Desk, check_dossiers, is_form
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.cli import main
from docgen.errors import ExitCode
from docgen.families.discover import find_families
from docgen.model.family import Case, Family
from docgen.model.report import DossierReport
from docgen.model.rule import Verdict
from docgen.model.value import Content, Text
from made_dossier import PEILDATUM, complete_files, put_files


def judge(case: Case) -> DossierReport:
    """A family whose code trips over one dossier."""
    if case.name == "bo":
        message = "geheim"
        raise KeyError(message)
    return DossierReport(case.name, "andere", Verdict.COMPLETE, (), ())


def other_family(name: str = "andere") -> Family:
    def recognises(content: Content) -> bool:
        return isinstance(content.found, Text) and any("andere bron" in line.text for line in content.found.lines)

    return Family(name, "Een andere bron", (), judge, recognises)


@pytest.fixture
def stumbling(monkeypatch):
    monkeypatch.setattr(module, "find_families", lambda: {"jobtraining": other_family()})


def dossiers(root: Path) -> Path:
    for name in ("an", "bo", "cas"):
        put_files(root / "d" / name, {"notitie.txt": b"iets"})
    return root / "d"


@pytest.mark.usefixtures("stumbling")
def test_a_fault_of_our_own_in_one_dossier_does_not_stop_the_others(tmp_path):
    report = check_dossiers(collect_dossiers([dossiers(tmp_path)]), Desk(PEILDATUM))
    assert [(d.name, str(d.verdict)) for d in report.dossiers] == [
        ("an", "volledig"),
        ("bo", "onleesbaar"),
        ("cas", "volledig"),
    ]
    assert [(failure.dossier, type(failure.error)) for failure in report.failures] == [("bo", KeyError)]


@pytest.mark.usefixtures("stumbling")
def test_the_command_finishes_names_the_dossier_and_says_that_the_fault_is_ours(tmp_path):
    result = CliRunner().invoke(main, ["check", str(dossiers(tmp_path)), "--report", str(tmp_path / "v.json")])
    assert result.exit_code == ExitCode.BUG
    assert "Niet nagekeken door een fout in docgen zelf: “bo”; de andere dossiers wel." in result.stderr
    assert "geheim" not in result.output
    assert (tmp_path / "v.json").exists()


def test_the_family_that_recognises_most_files_judges_else_jobtraining(tmp_path, monkeypatch):
    families = MappingProxyType({"andere": other_family(), **find_families()})
    monkeypatch.setattr(module, "find_families", lambda: families)
    put_files(tmp_path / "d" / "leeg", {})
    put_files(tmp_path / "d" / "zoe", complete_files())
    report = check_dossiers(collect_dossiers([tmp_path / "d"]), Desk(PEILDATUM))
    assert [dossier.family for dossier in report.dossiers] == ["jobtraining", "jobtraining"]


def test_a_form_is_told_from_any_other_file(tmp_path):
    folder = put_files(tmp_path, complete_files())
    assert {path.name: is_form(path) for path in folder.iterdir()} == {
        "formulier.xlsx": True,
        "rl1.pdf": False,
        "betaling.pdf": False,
    }


def test_progress_hears_every_dossier_that_is_done(tmp_path):
    put_files(tmp_path / "d" / "zoe", complete_files())
    put_files(tmp_path / "d" / "leeg", {})
    heard = list[str]()
    check_dossiers(collect_dossiers([tmp_path / "d"]), Desk(PEILDATUM), heard.append)
    assert heard == ["leeg", "zoe"]
