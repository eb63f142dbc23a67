"""A list that holds the subjects itself: each record is a dossier, in check and in render."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from complete import ON
from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.actions.document_sources import Gathered, gather_dossiers
from docgen.actions.dossier_file import DossierFile
from docgen.actions.make_roster import make_roster, roster_sheets
from docgen.actions.subject_lists import list_forms, read_subject_list
from docgen.errors import UnreadableFileError
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.xlsx.table import write_workbook
from docgen.model.family import Family
from docgen.model.record import RawForm, read_record
from docgen.model.report import Report
from docgen.model.rule import Decision, Verdict
from docgen.model.value import Place, RawValue

pytestmark = pytest.mark.usefixtures("made_families")

Families = Mapping[str, Family]
CSV = "referentie;winkel;gemeente;taal\nW-1;De Hoek;Voorbeeldstad;NL\n;Le Coin;Exempleville;FR\n"
SHOPS = [
    {"referentie": "W-1", "winkel": "De Hoek", "taal": "NL", "verkopers": [{"naam": "An Voorbeeld"}]},
    {"referentie": "W-2", "winkel": "Le Coin", "taal": "FR"},
]


def check(*paths: Path, desk: Desk | None = None) -> Report:
    return check_dossiers(collect_dossiers(paths), desk or Desk(ON))


def verdicts(report: Report) -> dict[str, Verdict]:
    return {dossier.name: dossier.verdict for dossier in report.dossiers}


def gather(families: Families, *paths: Path) -> Gathered:
    return gather_dossiers(paths, families["winkels"], Desk(ON))


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def workbook(families: Families) -> bytes:
    """The roster of the shops with two filled in, one of which has a seller."""
    (form,) = list_forms(families["winkels"])
    filled = [
        {"winkel": "De Hoek", "verkopers__1__naam": "An Voorbeeld"},
        {"winkel": "Le Coin"},
    ]
    readings = [
        read_record(form, RawForm(form.identity(f"W-{number}"), as_raw(values)), "x")
        for number, values in enumerate(filled, start=1)
    ]
    return write_workbook(roster_sheets(form, readings), title=form.title)


def as_raw(values: Mapping[str, str]) -> dict[str, RawValue]:
    return {key: RawValue(value, Place("x")) for key, value in values.items()}


@pytest.mark.parametrize("kind", ["xlsx", "json", "jsonl"])
def test_each_record_of_a_list_is_a_dossier_named_by_its_reference(
    made_families: Families, tmp_path: Path, kind: str
) -> None:
    lines = "\n".join(map(json.dumps, SHOPS))
    content = {"xlsx": workbook(made_families), "json": json.dumps(SHOPS), "jsonl": lines}[kind]
    path = put(tmp_path / f"winkels.{kind}", content)

    expected = {"W-1": Verdict.COMPLETE, "W-2": Verdict.INCOMPLETE}
    assert expected == verdicts(check(path))
    assert list(expected) == [dossier.name for dossier in gather(made_families, path).dossiers]


def test_a_record_without_a_reference_is_named_by_its_number(tmp_path: Path) -> None:
    path = put(tmp_path / "winkels.csv", CSV)

    assert ["W-1", "winkels.csv, record 2"] == list(verdicts(check(path)))


def test_a_list_that_lies_alone_in_a_folder_stands_for_its_records(made_families: Families, tmp_path: Path) -> None:
    put(tmp_path / "zaak" / "input" / "winkels.xlsx", workbook(made_families))

    report = check(tmp_path / "zaak" / "input")

    assert ["W-1", "W-2"] == list(verdicts(report))
    assert [("winkels.xlsx", "lijst")] * 2 == [(f.name, f.kind) for d in report.dossiers for f in d.files]
    gathered = gather(made_families, tmp_path / "zaak" / "input")
    assert ["W-1", "W-2"] == [dossier.name for dossier in gathered.dossiers]


def test_the_same_reference_in_two_lists_stays_two_names(tmp_path: Path) -> None:
    one, two = (put(tmp_path / name / "winkels.csv", CSV) for name in ("a", "b"))

    assert ["W-1", "a/winkels.csv, record 2", "b/winkels.csv/W-1", "b/winkels.csv, record 2"] == list(
        verdicts(check(one, two))
    )


def test_a_decision_on_a_record_counts_by_its_reference(tmp_path: Path) -> None:
    decision = Decision("heeft-verkoper", "W-2", "An Bureau", ON, "de zaak opent morgen")
    path = put(tmp_path / "winkels.json", json.dumps(SHOPS))

    assert {Verdict.COMPLETE} == set(verdicts(check(path, desk=Desk(ON, decisions=(decision,)))).values())


def test_what_is_left_aside_in_a_list_is_said(tmp_path: Path) -> None:
    path = put(tmp_path / "winkels.csv", "referentie;winkel;gemeente;Sluitingsdag\nW-1;De Hoek;X;maandag\n")

    report = check(path)

    assert ("“winkels.csv”: de kolom “Sluitingsdag” hoort niet bij winkels/winkel en is niet gelezen.",) == report.notes


def test_a_misspelt_column_is_told_and_not_passed_over(tmp_path: Path) -> None:
    path = put(tmp_path / "winkels.csv", "referentie;winkel;gemeente;taal van de brif\nW-1;De Hoek;X;NL\n")

    (dossier,) = check(path).dossiers

    assert Verdict.UNREADABLE == dossier.verdict
    assert "bedoelt u “Taal van de brief”?" in dossier.findings[0].message


def test_a_fault_of_ours_in_one_record_does_not_stop_the_others(tmp_path: Path) -> None:
    path = put(tmp_path / "winkels.csv", "referentie;winkel;gemeente\nSTUK;a;b\nW-2;c;d\n")

    report = check(path)

    assert {"STUK": Verdict.UNREADABLE, "W-2": Verdict.INCOMPLETE} == verdicts(report)
    assert ["STUK"] == [failure.dossier for failure in report.failures]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("zomaar.csv", "kleur;maat;winkel\nrood;3;x\n", "one column by chance"),
        ("brief.txt", "Geachte, hierbij de winkel.", "no columns"),
        ("lijst.csv", "naam_deelnemer;scholengroep\nAn;SGR 99\n", "a list of another family's forms"),
        ("inschrijvingen.csv", "naam;scholengroep\nAn;SGR 99\n", "a list that dossiers are looked up in"),
    ],
)
def test_any_other_file_is_no_list_of_subjects(made_families: Families, name: str, content: str, why: str) -> None:
    assert read_subject_list(DossierFile(name, content.encode()), made_families) is None, why


def test_a_filled_form_and_an_empty_list_are_told_apart(made_families: Families) -> None:
    form = make_form(made_families["dagboek"].forms[0], FormFormat.XLSX)
    assert read_subject_list(DossierFile("blad.xlsx", form), made_families) is None
    with pytest.raises(UnreadableFileError, match="geen enkele ingevulde regel"):
        read_subject_list(DossierFile("w.xlsx", make_roster(list_forms(made_families["winkels"])[0])), made_families)
