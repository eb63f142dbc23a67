"""A report as sheets."""

from __future__ import annotations

from datetime import date

from docgen.reports.rows import report_sheets
from made_report import INFO, make_report


def rows(title: str) -> list[dict[str, object]]:
    sheet = next(sheet for sheet in report_sheets(make_report()) if sheet.title == title)
    heads = [column.title for column in sheet.columns]
    return [dict(zip(heads, row, strict=True)) for row in sheet.rows]


def test_there_is_a_row_per_dossier_with_its_verdict_and_why():
    found = rows("Dossiers")
    assert [row["Oordeel"] for row in found] == ["onvolledig", "volledig", "na te kijken", "onleesbaar"]
    assert found[0]["Waarom"] == "Er tellen 3 contactmomenten mee; er zijn er minstens vier nodig."
    assert (found[0]["Houdt tegen"], found[0]["Vraagt aandacht"], found[1]["Beslist"]) == (1, 1, 1)


def test_there_is_a_row_per_finding_with_its_place_and_remedy():
    found = rows("Bevindingen")
    assert len(found) == 6
    assert (found[0]["Bestand"], found[0]["Plaats"]) == ("formulier.xlsx", "Verantwoording!B20")
    assert found[0]["Wat te doen"] == "Vul een vierde contactmoment in, met datum en aanwezigheid."
    assert found[5]["Plaats"] is None


def test_a_decision_stands_beside_its_finding():
    found = rows("Bevindingen")[2]
    assert (found["Beslist door"], found["Beslist op"]) == ("Ann Voorbeeld", date(2026, 10, 1))


def test_what_is_in_order_says_what_was_found_and_where():
    first, second = rows("In orde")
    assert (first["Wat gevonden is"], first["Waar"]) == (
        "5 contactmomenten tellen mee.",
        "formulier.xlsx, Verantwoording!B20",
    )
    assert second["Wat gevonden is"] == INFO.message
