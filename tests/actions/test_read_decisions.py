"""The desk's decisions, from a workbook, csv or json."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from docgen.actions.read_decisions import read_decisions
from docgen.errors import SetupError
from docgen.formats.csv import write_csv
from docgen.formats.xlsx.table import write_workbook
from docgen.model.rule import Decision
from docgen.model.sheet import Column, Sheet

RULES = ("rl1-ambt", "tien-maanden")
ROWS = (
    ("rl1-ambt", "an-proef", "Ann Voorbeeld", date(2026, 9, 1), "het oude ambt telt mee", None),
    ("tien-maanden", "*", "Bo Testman", date(2026, 9, 2), "nota van 1 juli", date(2026, 12, 31)),
)
DECISIONS = tuple(Decision(*row) for row in ROWS)
HEADS = ("regel", "dossier", "wie", "wanneer", "waarom", "tot")
SHEET = Sheet("Beslissingen", tuple(Column(head, is_date=head in ("wanneer", "tot")) for head in HEADS), ROWS)


def as_xlsx(folder: Path) -> Path:
    path = folder / "beslissingen.xlsx"
    path.write_bytes(write_workbook([SHEET], title="Beslissingen"))
    return path


def as_csv(folder: Path) -> Path:
    path = folder / "beslissingen.csv"
    path.write_bytes(write_csv(SHEET))
    return path


def as_json(folder: Path) -> Path:
    path = folder / "beslissingen.json"
    english = ("rule", "dossier", "who", "when", "why", "until")
    rows = [{k: v.isoformat() if isinstance(v, date) else v for k, v in zip(english, row, strict=True)} for row in ROWS]
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("write", [as_xlsx, as_csv, as_json])
def test_the_same_decisions_come_out_of_every_kind_of_file(tmp_path, write):
    assert read_decisions(write(tmp_path), RULES) == DECISIONS


def csv(folder: Path, *lines: str, head: str = "regel;dossier;wie;wanneer;waarom;tot") -> Path:
    path = folder / "beslissingen.csv"
    path.write_text("\n".join([head, *lines]), encoding="utf-8")
    return path


def test_columns_of_one_s_own_and_empty_rows_are_left_alone(tmp_path):
    path = csv(
        tmp_path,
        ";;;;;;",
        "rl1-ambt;*;Ann;1 september 2026;daarom;;let op",
        head="Regel;DOSSIER;Wie;Wanneer;Waarom;Geldig tot;Opmerking",
    )
    assert read_decisions(path) == (Decision("rl1-ambt", "*", "Ann", date(2026, 9, 1), "daarom"),)


def test_a_rule_may_be_written_as_a_report_heads_it(tmp_path):
    (decision,) = read_decisions(csv(tmp_path, "Tien maanden;*;Ann;01/09/2026;daarom;"), RULES)
    assert decision.rule == "tien-maanden"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("rij 2: wie, waarom ontbreekt", "rl1-ambt;*;;01/09/2026;;"),
        ("rij 2: wanneer ontbreekt", "rl1-ambt;*;Ann;;daarom;"),
        ("rij 2: wanneer is geen datum", "rl1-ambt;*;Ann;gisteren;daarom;"),
        ("rij 2: tot is geen datum", "rl1-ambt;*;Ann;01/09/2026;daarom;ooit"),
        ("bedoelt u “rl1-ambt”", "rl1-amt;*;Ann;01/09/2026;daarom;"),
        ("“volkomen-anders” bestaat niet; neem de naam over", "volkomen-anders;*;Ann;01/09/2026;daarom;"),
    ],
)
def test_a_row_that_is_not_whole_stops_with_its_number(tmp_path, words, line):
    with pytest.raises(SetupError, match=words):
        read_decisions(csv(tmp_path, line), RULES)


@pytest.mark.parametrize(
    ("words", "name", "data"),
    [
        ("heeft geen kolom wie, waarom", "b.csv", b"regel;dossier;wanneer\nx;*;01/09/2026"),
        ("heeft geen kolom regel", "b.csv", b""),
        ("geen geldig json", "b.json", b"[{"),
        ("geen lijst van beslissingen", "b.json", b'{"rule": "x"}'),
        ("rij 1: regel, dossier, wie, wanneer, waarom ontbreekt", "b.json", b'[{"rule": 3}]'),
        ("beslissingenbestand “b.xlsx”", "b.xlsx", b"PK\x03\x04 half"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(tmp_path, words, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SetupError, match=words):
        read_decisions(tmp_path / name)


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(SetupError, match=r"“weg\.xlsx” is verdwenen"):
        read_decisions(tmp_path / "weg.xlsx")
