"""Records from lists: the same from a workbook, csv, json or jsonl, with the place of every value."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from docgen.actions.make_roster import make_roster, roster_sheets
from docgen.actions.read_records import RecordList, parse_records, read_records
from docgen.errors import UnreadableFileError
from docgen.families.jobtraining.record import INSCHRIJVING, VERANTWOORDINGSDOCUMENT
from docgen.formats.csv import write_csv
from docgen.formats.xlsx.table import write_workbook
from docgen.model.sheet import Column, Sheet

ENROLMENT = {
    "referentie": "JT-1", "naam": "Voorbeeld An", "scholengroep": "Voorbeeldgroep", "onderwijsniveau": "SO",
    "vormingsattest": "2024-09-01", "betaald": "ja",
}  # fmt: skip
DOSSIER = {
    "naam_deelnemer": "An Voorbeeld",
    "startdatum": "2025-09-01",
    "contactmomenten": [{"datum": "2025-10-01", "thema": "personeelsgericht"}, {}, {"datum": "2025-11-01"}],
}


def sheet(title: str, headings: list[str], *rows: list[object]) -> Sheet:
    return Sheet(title, tuple(map(Column, headings)), rows)  # type: ignore[arg-type]


def workbook(*sheets: Sheet) -> bytes:
    return write_workbook(sheets, title="Lijst")


def read_json(data: object) -> RecordList:
    return parse_records("lijst.json", json.dumps(data).encode(), VERANTWOORDINGSDOCUMENT)


def refusal(data: bytes, name: str = "lijst.xlsx") -> str:
    with pytest.raises(UnreadableFileError) as refused:
        parse_records(name, data, VERANTWOORDINGSDOCUMENT)
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("lijst.json", json.dumps([ENROLMENT]).encode()),
        ("lijst.json", json.dumps({"records": [ENROLMENT]}).encode("utf-8-sig")),
        ("lijst.jsonl", (json.dumps(ENROLMENT) + "\n\n").encode()),
        ("lijst.csv", ";".join(ENROLMENT).encode() + b"\r\n" + ";".join(ENROLMENT.values()).encode()),
        ("lijst.xlsx", workbook(sheet("Blad1", list(ENROLMENT), list(ENROLMENT.values())))),
        (
            "lijst.xlsx",
            workbook(
                sheet(
                    "Blad1",
                    ["Ref", "NAAM TRAINEE", "scholengroep ", "ONDERWIJSNIVEAU", "datum vormingsattest", "Betaald"],
                    ["JT-1", "Voorbeeld An", "Voorbeeldgroep", "so", date(2024, 9, 1), "x"],
                )
            ),
        ),
    ],
)  # fmt: skip
def test_a_list_gives_the_same_record_from_every_format_and_by_label_or_key(name: str, data: bytes):
    found = parse_records(name, data, INSCHRIJVING)
    assert () == found.notes
    (reading,) = found.readings
    assert ("JT-1", "Voorbeeld An", "SO", date(2024, 9, 1), "ja", ()) == (
        reading.identity.reference,
        reading.record.naam,
        reading.record.onderwijsniveau,
        reading.record.vormingsattest,
        reading.record.betaald,
        reading.problems,
    )


@pytest.mark.parametrize(
    ("place", "name", "data"),
    [
        ("lijst.xlsx, Blad1!B2", "lijst.xlsx", workbook(sheet("Blad1", ["ambt", "startdatum"], ["x", "32/1/25"]))),
        ("lijst.csv, rij 2, kolom B", "lijst.csv", b"naam_deelnemer;startdatum\nAn;32/1/2025\n"),
        ("lijst.json, record 1, startdatum", "lijst.json", b'[{"naam_deelnemer": "An", "startdatum": "32/1/2025"}]'),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_named_by_its_place(place: str, name: str, data: bytes):
    (reading,) = parse_records(name, data, VERANTWOORDINGSDOCUMENT).readings
    assert [("onleesbaar-veld", "startdatum", place)] == [(p.rule, p.key, str(p.place)) for p in reading.problems]


def test_an_empty_roster_has_no_lines_and_every_heading_is_understood():
    found = parse_records("lijst.xlsx", make_roster(VERANTWOORDINGSDOCUMENT), VERANTWOORDINGSDOCUMENT, INSCHRIJVING)
    assert (VERANTWOORDINGSDOCUMENT, (), ()) == (found.form, found.readings, found.notes)


def test_a_roster_with_records_reads_back_as_the_same_records():
    (before,) = read_json([{**DOSSIER, "referentie": "JT-1"}]).readings
    data = workbook(*roster_sheets(VERANTWOORDINGSDOCUMENT, [before]))
    (after,) = parse_records("lijst.xlsx", data, VERANTWOORDINGSDOCUMENT).readings
    assert (before.record, before.identity, ()) == (after.record, after.identity, after.problems)
    assert "lijst.xlsx, Contactmomenten!C4" == str(after.place("contactmomenten__3__datum"))


def test_rows_of_a_table_are_joined_by_reference_and_numbered_in_their_order_without_a_number():
    data = workbook(
        sheet("Lijst", ["referentie", "naam_deelnemer"], ["A", "An"], ["B", "Bo"]),
        sheet("Contactmomenten", ["Referentie", "Thema"], ["B", "een"], ["A", "twee"], ["B", "drie"], ["C", "vier"]),
    )
    found = parse_records("lijst.xlsx", data, VERANTWOORDINGSDOCUMENT)
    assert [["twee"], ["een", "drie"]] == [[row.thema for row in r.record.contactmomenten] for r in found.readings]
    assert (
        "“lijst.xlsx”, Contactmomenten, rij 5: geen regel op het eerste blad heeft deze referentie.",
    ) == found.notes


def test_what_docgen_read_wrote_is_read_again():
    line = {"file": "a.pdf", "form": "jobtraining/verantwoordingsdocument", "reference": "JT-1", "record": DOSSIER}
    unread = {"file": "b.pdf", "form": None, "reference": None, "record": None}
    (reading,) = read_json([line, unread]).readings
    assert ("JT-1", date(2025, 11, 1)) == (reading.identity.reference, reading.record.contactmomenten[2].datum)


def test_flat_keys_name_rows_of_tables_too():
    (reading,) = read_json([{"contactmomenten__2__thema": "iets"}]).readings
    assert [None, "iets"] == [row.thema for row in reading.record.contactmomenten]


def test_the_form_whose_columns_the_list_has_is_taken():
    data = json.dumps([ENROLMENT]).encode()
    assert INSCHRIJVING == parse_records("lijst.json", data, VERANTWOORDINGSDOCUMENT, INSCHRIJVING).form


def test_a_misspelt_column_is_answered_with_the_right_one():
    assert "bedoelt u “startdatum”?" in refusal(b"naam_deelnemer;startdatm\nAn;1/1/2025\n", "lijst.csv")


def test_a_column_of_ones_own_is_named_and_left():
    found = parse_records("lijst.csv", b"naam;Telefoon van de school\nAn;1\n", INSCHRIJVING)
    sentence = (
        "“lijst.csv”: de kolom “Telefoon van de school” hoort niet bij jobtraining/inschrijving en is niet gelezen."
    )
    assert (sentence,) == found.notes


def test_the_same_reference_twice_is_named_by_its_rows():
    found = parse_records("lijst.csv", b"referentie;naam_deelnemer\nA;An\nA;Bo\n", VERANTWOORDINGSDOCUMENT)
    assert ("“lijst.csv”: rij 2 en rij 3 hebben dezelfde referentie.",) == found.notes


@pytest.mark.parametrize(
    ("words", "name", "data"),
    [
        ("meer dan één keer", "a.csv", b"naam_deelnemer;naam_deelnemer\nAn;Bo\n"),
        ("geen enkele kolom", "a.csv", b"x;y\n1;2\n"),
        ("geen enkele kolom", "a.xlsx", workbook(sheet("Blad1", ["x"]))),
        ("een leeg bestand", "a.csv", b""),
        ("een PDF-bestand", "a.xlsx", b"%PDF-1.7\n"),
        ("kijk regel 2 na", "a.jsonl", b'{"naam_deelnemer": "An"}\n{"naam'),
        ("kijk regel 1 na", "a.json", b"[" * 100_000),
        ("geen UTF-8", "a.json", b'{"naam_deelnemer": "\xe9"}'),
        ("record 2", "a.json", b'[{"naam_deelnemer": "An"}, 3]'),
        ("niet van jobtraining", "a.json", b'[{"form": "trajecten/x", "record": {"naam_deelnemer": "An"}}]'),
    ],
)
def test_a_file_that_is_no_list_is_one_sentence(words: str, name: str, data: bytes):
    sentence = refusal(data, name)
    assert words in sentence
    assert sentence.startswith(f"“{name}” ")
    assert sentence.endswith(".")


@pytest.mark.parametrize("value", ["[1, 2]", '{"a": {"b": 1}}', "true", "12.0", '"=1+1"', "null"])
def test_any_value_in_a_json_is_text_or_nothing_and_never_an_error(value: str):
    (reading,) = parse_records("a.json", b'[{"naam_deelnemer": %s}]' % value.encode(), VERANTWOORDINGSDOCUMENT).readings
    assert reading.record.naam_deelnemer == {"true": "True", "12.0": "12", "null": None, '"=1+1"': "=1+1"}.get(
        value, str(json.loads(value))
    )


def test_an_absurd_row_number_is_passed_over():
    headings = ["Referentie", "Rij", "Thema"]
    data = workbook(
        sheet("L", ["referentie", "naam_deelnemer"], ["A", "An"]), sheet("Contactmomenten", headings, ["A", 10**9, "x"])
    )
    (reading,) = parse_records("a.xlsx", data, VERANTWOORDINGSDOCUMENT).readings
    assert ["x"] == [row.thema for row in reading.record.contactmomenten]


def test_a_csv_with_guarded_formulas_reads_as_it_was(tmp_path: Path):
    path = tmp_path / "lijst.csv"
    path.write_bytes(write_csv(sheet("", ["naam_deelnemer"], ["=1+1"])))
    (reading,) = read_records(path, VERANTWOORDINGSDOCUMENT).readings
    assert "=1+1" == reading.record.naam_deelnemer


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path):
    with pytest.raises(UnreadableFileError, match=r"“weg.xlsx” is verdwenen of niet toegankelijk"):
        read_records(tmp_path / "weg.xlsx", VERANTWOORDINGSDOCUMENT)


def test_explanations_above_the_headings_and_empty_lines_are_passed_over():
    rows = b"Lijst van september;;\n;;\nnaam_deelnemer;ambt;scholengroep\n;;\nAn;directeur;SG\n"
    (reading,) = parse_records("a.csv", rows, VERANTWOORDINGSDOCUMENT).readings
    assert "a.csv, rij 5, kolom B" == str(reading.place("ambt"))


def test_a_sheet_without_anything_is_passed_over():
    data = workbook(Sheet("Leeg", (Column(""),)), sheet("L", ["naam_deelnemer"], ["An"]))
    assert 1 == len(parse_records("a.xlsx", data, VERANTWOORDINGSDOCUMENT).readings)
