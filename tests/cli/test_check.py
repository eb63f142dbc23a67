"""The check command from the desk's side: exit codes, reports, bundles, and whatever may arrive in a dossier."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from docgen.cli import main
from docgen.errors import ExitCode
from docgen.formats.blank import FormFormat
from made_dossier import complete_files, made_form, made_payment, made_pdf, made_rl1, put_files, put_settings

ON = ("--on", "15/09/2026")


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, args)])


def check(root: Path, *paths: Path, more: tuple[str | Path, ...] = ()) -> tuple[Result, dict[str, dict[str, object]]]:
    """Run the check with a json report and the made settings; gives the result and the dossiers by name."""
    report = root / "uit" / "verslag.json"
    result = run(*paths, *ON, "--settings", put_settings(root), "--report", report, *more)
    return result, {d["dossier"]: d for d in json.loads(report.read_text(encoding="utf-8"))["dossiers"]}


def rules(dossier: Mapping[str, object], severity: str) -> set[str]:
    return {f["rule"] for f in dossier["findings"] if f["severity"] == severity}  # type: ignore[attr-defined]


def fingerprint(root: Path) -> dict[str, tuple[str, int]]:
    return {
        str(path): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_a_dossier_with_everything_is_complete_and_the_answer_is_zero(tmp_path):
    result, dossiers = check(tmp_path, put_files(tmp_path / "zoe", complete_files()))
    assert (result.exit_code, dossiers["zoe"]["verdict"]) == (ExitCode.DONE, "volledig"), result.output
    assert result.stdout.startswith("Het dossier is volledig.")


@pytest.mark.parametrize("to", list(FormFormat))
def test_the_form_may_come_in_any_of_our_formats(tmp_path, to):
    files = {f"formulier.{to}": made_form("Zoë Voorbeeld", to), **complete_files()}
    files.pop("formulier.xlsx", None) if to is not FormFormat.XLSX else None
    _, dossiers = check(tmp_path, put_files(tmp_path / "zoe", files))
    assert rules(dossiers["zoe"], "blokkerend") == set()
    assert dossiers["zoe"]["record"]["naam_deelnemer"] == "Zoë Voorbeeld"  # type: ignore[index]


def test_a_folder_of_dossiers_says_of_each_who_is_complete_and_why_not(tmp_path):
    put_files(tmp_path / "d" / "zoe", complete_files())
    put_files(tmp_path / "d" / "bo", {"formulier.xlsx": made_form("Bo Testman", without=("contactmomenten__4",))})
    result, dossiers = check(tmp_path, tmp_path / "d")
    assert result.exit_code == ExitCode.NOT_COMPLETE
    assert [*dossiers] == ["bo", "zoe"]
    assert {"vier-contactmomenten", "rl1-aanwezig"} <= rules(dossiers["bo"], "blokkerend")
    assert result.stdout.index("ONVOLLEDIG  bo") < result.stdout.index("VOLLEDIG  zoe")


def test_the_same_check_gives_the_same_reports_to_the_byte(tmp_path):
    folder = put_files(tmp_path / "zoe", complete_files())
    outcomes = []
    for turn in ("een", "twee"):
        paths = [tmp_path / turn / f"verslag.{suffix}" for suffix in ("json", "html", "xlsx")]
        result = run(folder, *ON, *(word for path in paths for word in ("--report", path)))
        assert all(f"Verslag: {path}" in result.stdout for path in paths)
        outcomes.append([path.read_bytes() for path in paths])
    assert outcomes[0] == outcomes[1]


def test_the_originals_are_neither_changed_nor_touched(tmp_path):
    folder = put_files(tmp_path / "d" / "zoe", complete_files())
    before = fingerprint(folder)
    check(tmp_path, tmp_path / "d", more=("--upload", tmp_path / "klaar"))
    assert fingerprint(folder) == before


# What may arrive, each beside a complete dossier that must come through.

OTHER_BOOK = io.BytesIO()
_book = openpyxl.Workbook()
_book.active.append(["Onkostennota", "Andere organisatie vzw", 12.5])  # type: ignore[union-attr]
_book.save(OTHER_BOOK)
PASSWORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64

ARRIVALS = {
    "an empty folder": ({}, "onleesbaar", {"verantwoordingsdocument-aanwezig"}, ""),
    "a folder without a form": (
        {"rl1.pdf": made_rl1("An Proef"), "betaling.pdf": made_payment("An Proef")},
        "onleesbaar",
        {"verantwoordingsdocument-aanwezig"},
        "",
    ),
    "a picture that is called a workbook": (
        {"formulier.xlsx": PNG},
        "onleesbaar",
        {"verantwoordingsdocument-aanwezig"},
        "“formulier.xlsx” is een foto of scan die beschadigd is",
    ),
    "a workbook with a password": (
        {"formulier.xlsx": PASSWORD},
        "onleesbaar",
        {"verantwoordingsdocument-aanwezig"},
        "wachtwoord",
    ),
    "a truncated workbook": (
        {"formulier.xlsx": made_form("An Proef")[:4000]},
        "onleesbaar",
        {"verantwoordingsdocument-aanwezig"},
        "beschadigd",
    ),
    "a file of zero bytes": (
        {"formulier.pdf": b""},
        "onleesbaar",
        {"verantwoordingsdocument-aanwezig"},
        "“formulier.pdf” is een leeg bestand",
    ),
    "a workbook of another organisation": (
        {"onkosten.xlsx": OTHER_BOOK.getvalue()},
        "onleesbaar",
        {"verantwoordingsdocument-aanwezig"},
        "onkosten.xlsx",
    ),
    "two forms that differ": (
        {**complete_files(), "tweede.xlsx": made_form("Zoë Voorbeeld", without=("contactmomenten__4",))},
        "onvolledig",
        {"een-verantwoordingsdocument"},
        "",
    ),
    "two people": (
        {**complete_files(), "tweede.xlsx": made_form("Bo Testman")},
        "onvolledig",
        {"dossier-van-een-persoon"},
        "",
    ),
    "an RL1 of somebody else": (
        {**complete_files(), "rl1.pdf": made_rl1("Karel Heelanders")},
        "onvolledig",
        {"rl1-van-trainee"},
        "",
    ),
    "a shopping list": (
        {**complete_files(), "lijst.pdf": made_pdf(["melk", "brood"])},
        "na-te-kijken",
        set(),
        "lijst.pdf",
    ),
}


@pytest.mark.parametrize("arrival", list(ARRIVALS))
def test_whatever_arrives_gets_its_sentence_and_the_other_dossiers_go_on(tmp_path, arrival):
    files, verdict, blocking, words = ARRIVALS[arrival]
    put_files(tmp_path / "d" / "aankomst", files)
    put_files(tmp_path / "d" / "zoe", complete_files())
    before = fingerprint(tmp_path / "d")
    result, dossiers = check(tmp_path, tmp_path / "d")
    found = dossiers["aankomst"]
    assert (result.exit_code, found["verdict"], dossiers["zoe"]["verdict"]) == (1, verdict, "volledig"), result.output
    assert blocking <= rules(found, "blokkerend")
    assert words in " ".join(f["message"] for f in found["findings"])  # type: ignore[attr-defined]
    assert result.stderr == ""
    assert fingerprint(tmp_path / "d") == before


def test_a_link_and_a_pipe_in_a_dossier_are_named_each_and_never_followed(tmp_path):
    folder = put_files(tmp_path / "d" / "an", complete_files("An Proef"))
    put_files(tmp_path / "elders", complete_files("Bo Testman"))
    (folder / "link.xlsx").symlink_to(tmp_path / "elders" / "formulier.xlsx")
    os.mkfifo(folder / "pijp.pdf")
    _, dossiers = check(tmp_path, tmp_path / "d")
    told = [f["message"] for f in dossiers["an"]["findings"] if f["rule"] == "bestand-herkend"]  # type: ignore[attr-defined]
    assert [message.partition(" is ")[0] for message in told] == ["“link.xlsx”", "“pijp.pdf”"]
    assert rules(dossiers["an"], "blokkerend") == set()


def test_when_no_form_at_all_could_be_read_the_answer_is_three(tmp_path):
    put_files(tmp_path / "leeg", {})
    result, dossiers = check(tmp_path, tmp_path / "leeg")
    assert (result.exit_code, dossiers["leeg"]["verdict"]) == (ExitCode.NOTHING_READ, "onleesbaar")


def test_a_path_that_does_not_exist_is_wrong_use(tmp_path):
    result = run(tmp_path / "weg", *ON)
    assert result.exit_code == ExitCode.WRONG_USE
    assert result.stderr.count("\n") == 1
    assert "bestaat niet" in result.stderr


@pytest.mark.parametrize(
    ("option", "name", "text", "words"),
    [
        ("--settings", "docgen.toml", "[betaling\n", "geen geldig TOML"),
        ("--settings", "docgen.toml", "[betalin]\n", "bedoelt u “betaling”"),
        ("--decisions", "b.csv", "regel;dossier\n", "geen kolom wie, wanneer, waarom"),
        ("--decisions", "b.csv", "regel;dossier;wie;wanneer;waarom\nrl1-amt;*;An;1/9/2026;zo", "bedoelt u “rl1-ambt”"),
        ("--enrolments", "i.csv", "appel;peer\n1;2\n", "inschrijvingslijst"),
    ],
)
def test_a_file_of_the_desk_that_is_at_fault_stops_before_any_dossier(tmp_path, option, name, text, words):
    put_files(tmp_path / "zoe", complete_files())
    (tmp_path / name).write_text(text, encoding="utf-8")
    result = run(tmp_path / "zoe", *ON, option, tmp_path / name, "--report", tmp_path / "verslag.json")
    assert (result.exit_code, result.stdout) == (ExitCode.SETUP, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "verslag.json").exists()


@pytest.mark.parametrize(
    ("code", "words", "more"),
    [
        (ExitCode.WRONG_USE, "moet eindigen op .json, .html, .xlsx", ("--report", "verslag.docx")),
        (ExitCode.SETUP, "tussen of over stukken", ("--report", "zoe/verslag.json")),
        (ExitCode.SETUP, "tussen of over stukken", ("--report", "zoe/formulier.xlsx")),
        (ExitCode.SETUP, "ligt tussen de dossiers", ("--upload", "zoe/klaar")),
        (ExitCode.SETUP, "is geen map", ("--upload", "bezet")),
        (ExitCode.SETUP, "kan niet geschreven worden", ("--report", "bezet/verslag.json")),
    ],
)
def test_a_place_where_nothing_may_be_written_is_refused(tmp_path, monkeypatch, code, words, more):
    monkeypatch.chdir(tmp_path)
    put_files(tmp_path / "zoe", complete_files())
    (tmp_path / "bezet").write_bytes(b"een bestand")
    before = fingerprint(tmp_path)
    result = run("zoe", *ON, *more)
    assert result.exit_code == code
    assert words in result.stderr
    assert fingerprint(tmp_path) == before


def test_a_decision_of_the_desk_settles_a_finding_and_stays_printed(tmp_path):
    put_files(tmp_path / "zoe", {**complete_files(), "lijst.pdf": made_pdf(["melk", "brood"])})
    path = tmp_path / "beslissingen.csv"
    path.write_text(
        "regel;dossier;wie;wanneer;waarom;tot\nbestand-herkend;zoe;Ann Voorbeeld;01/09/2026;hoort er niet bij;\n",
        encoding="utf-8",
    )
    result, dossiers = check(tmp_path, tmp_path / "zoe", more=("--decisions", path))
    assert (result.exit_code, dossiers["zoe"]["verdict"]) == (ExitCode.DONE, "volledig")
    decided = [f["decision"]["who"] for f in dossiers["zoe"]["findings"] if f["decision"]]  # type: ignore[attr-defined]
    assert decided == ["Ann Voorbeeld"]
    assert "hoort er niet bij" in result.stdout


def test_the_enrolment_list_is_used_and_its_own_faults_are_told(tmp_path):
    put_files(tmp_path / "zoe", complete_files())
    path = tmp_path / "inschrijvingen.csv"
    path.write_text(
        "referentie;Naam trainee;Scholengroep;Datum vormingsattest;Kleur\n"
        ";Zoë Voorbeeld;Scholengroep 99;01/02/2012;blauw\n",
        encoding="utf-8",
    )
    result, dossiers = check(tmp_path, tmp_path / "zoe", more=("--enrolments", path))
    assert "vormingsattest-vanaf-2013" in rules(dossiers["zoe"], "blokkerend")
    assert "Kleur" in result.stderr


def test_files_of_the_desk_that_lie_among_the_dossiers_are_no_dossier(tmp_path, monkeypatch):
    put_files(tmp_path / "d" / "zoe", complete_files())
    put_files(tmp_path / "d" / "bo", complete_files("Bo Testman"))
    put_settings(tmp_path / "d")
    monkeypatch.chdir(tmp_path / "d")
    result = run(".", *ON, "--report", "verslag.html")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (ExitCode.DONE, "Alle 2 dossiers zijn volledig.")
