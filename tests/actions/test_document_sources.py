"""Every kind of source becomes checked dossiers: folders, filled forms, lists of records, reports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from complete import ON, make_dossier, make_record, write_report
from docgen.actions import check_dossiers
from docgen.actions.check_dossiers import Desk
from docgen.actions.document_sources import Gathered, gather_dossiers
from docgen.errors import WrongUseError
from docgen.families.discover import find_families
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.blank import FormFormat, make_form
from docgen.model.family import Family
from docgen.model.form import Form
from docgen.model.record import Prefill, flatten_record
from docgen.model.rule import Decision, Verdict
from docgen.model.value import Content

FAMILY = find_families()["jobtraining"]


def gather(*sources: Path, desk: Desk | None = None) -> Gathered:
    return gather_dossiers(sources, FAMILY, desk or Desk(ON))


def names(gathered: Gathered) -> list[str | None]:
    return [dossier.record and dossier.record.naam_deelnemer for dossier in gathered.dossiers]


def write_form(path: Path, to: FormFormat, name: str) -> Path:
    values = flatten_record(make_record(name))
    path.write_bytes(make_form(VERANTWOORDINGSDOCUMENT, to, Prefill(values, locked=False)))
    return path


@pytest.mark.parametrize("to", FormFormat)
def test_a_filled_form_is_a_dossier_of_one_file(tmp_path: Path, to: FormFormat) -> None:
    gathered = gather(write_form(tmp_path / f"formulier.{to}", to, "Fientje Voorbeeld"))

    assert ["Fientje Voorbeeld"] == names(gathered)
    assert gathered.dossiers[0].checked_on == ON


def test_a_folder_of_dossiers_gives_each_of_them(tmp_path: Path) -> None:
    for name in ("An", "Bo"):
        (tmp_path / "alle" / name).mkdir(parents=True)
        write_form(tmp_path / "alle" / name / "formulier.xlsx", FormFormat.XLSX, f"{name} Voorbeeld")

    assert ["An Voorbeeld", "Bo Voorbeeld"] == names(gather(tmp_path / "alle"))


CSV = """referentie;naam_deelnemer;scholengroep;startdatum
T-1;An Voorbeeld;SGR 99;1/9/2025
;Bo Voorbeeld;SGR 99;2/9/2025
"""


def test_each_line_of_a_list_is_a_dossier_without_evidence(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(CSV, encoding="utf-8")

    gathered = gather(path)

    assert ["An Voorbeeld", "Bo Voorbeeld"] == names(gathered)
    assert ["T-1", "lijst.csv, record 2"] == [dossier.name for dossier in gathered.dossiers]
    assert {Verdict.INCOMPLETE} == {dossier.verdict for dossier in gathered.dossiers}


def test_a_workbook_of_records_is_a_list_and_no_form(tmp_path: Path) -> None:
    workbook = Workbook()
    for row in (["naam_deelnemer", "scholengroep"], ["An Voorbeeld", "SGR 99"], ["Bo Voorbeeld", "SGR 99"]):
        workbook.active.append(row)
    workbook.save(tmp_path / "lijst.xlsx")

    assert ["An Voorbeeld", "Bo Voorbeeld"] == names(gather(tmp_path / "lijst.xlsx"))


def test_decisions_count_for_records_too(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(CSV, encoding="utf-8")
    decisions = tuple(Decision(rule, "*", "An Bureau", ON, "Papieren dossier gezien.") for rule in FAMILY.rules)

    gathered = gather(path, desk=Desk(ON, decisions=decisions))

    assert {Verdict.COMPLETE} == {dossier.verdict for dossier in gathered.dossiers}


def test_json_and_jsonl_records_and_reports_are_told_apart(tmp_path: Path) -> None:
    record = {"naam_deelnemer": "An Voorbeeld", "scholengroep": "SGR 99"}
    (tmp_path / "a.json").write_text(json.dumps([record]), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps(record) + "\n" + json.dumps(record), encoding="utf-8")
    write_report(tmp_path / "c.json", [make_dossier(make_record("Cas"))])

    assert ["An Voorbeeld"] == names(gather(tmp_path / "a.json"))
    assert ["An Voorbeeld"] * 2 == names(gather(tmp_path / "b.jsonl"))
    assert ["Cas"] == names(gather(tmp_path / "c.json"))


def test_an_empty_report_gives_no_dossier_and_is_not_read_as_records(tmp_path: Path) -> None:
    assert gather(write_report(tmp_path / "leeg.json", [])) == Gathered(())


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("leeg.csv", "naam_deelnemer;scholengroep\n", "geen enkele ingevulde regel"),
        ("vreemd.csv", "kleur;maat\nrood;3\n", "geen enkele kolom"),
        ("stuk.json", '{"docgen": "1", "dossiers": 3}', "geen verslag"),
    ],
)
def test_a_list_without_anything_in_it_is_told(tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    gathered = gather(tmp_path / name)

    assert gathered.dossiers == ()
    assert words in gathered.unread[0]
    assert f"“{name}”" in gathered.unread[0]


def test_a_list_that_is_too_large_to_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)

    assert "te groot" in gather(path).unread[0]


def test_a_note_on_a_list_is_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("naam_deelnemer;schoenmaat\nAn Voorbeeld;38\n", encoding="utf-8")

    assert "schoenmaat" in gather(path).notes[0]


def test_a_dossier_that_trips_over_a_fault_of_ours_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("An", "Bo"):
        (tmp_path / "alle" / name).mkdir(parents=True)
        write_form(tmp_path / "alle" / name / "formulier.xlsx", FormFormat.XLSX, f"{name} Voorbeeld")
    read = check_dossiers.open_dossier

    def trip(files: Iterable[Any], forms: Sequence[Form], *how: Any) -> Iterator[tuple[Content, ...]]:
        for opened in read(files, forms, *how):
            assert "An Voorbeeld" not in str([content.found for content in opened])
            yield opened

    monkeypatch.setattr(check_dossiers, "open_dossier", trip)
    gathered = gather(tmp_path / "alle")

    assert [None, "Bo Voorbeeld"] == names(gathered)
    assert ["An"] == [failure.dossier for failure in gathered.failures]


def test_a_source_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="bestaat niet"):
        gather(tmp_path / "nergens")


def test_a_dossier_of_another_family_is_refused_with_the_name_of_both(
    made_families: Mapping[str, Family], tmp_path: Path
) -> None:
    path = write_form(tmp_path / "formulier.xlsx", FormFormat.XLSX, "An Voorbeeld")

    gathered = gather_dossiers((tmp_path,), made_families["winkels"], Desk(ON))

    assert () == gathered.dossiers
    assert "hoort bij “Jobtraining van (adjunct-)directeurs en coördinatoren”, niet bij “Winkels”" in gathered.unread[0]
    assert path.is_file()
