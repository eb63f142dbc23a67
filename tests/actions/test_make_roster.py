"""The roster of every form and list: what its columns are, and that it reads back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.actions.find_form import find_forms, find_rosters
from docgen.actions.make_roster import make_roster, roster_sheets, write_roster
from docgen.actions.read_records import parse_records
from docgen.errors import WrongUseError
from docgen.families.certificeringsniveaus.record import ORGANISATIE
from docgen.families.jobtraining.record import INSCHRIJVING, VERANTWOORDINGSDOCUMENT
from docgen.model.form import Form, Kind
from docgen.model.record import Reading, build_record, flatten_record

VALUES = {
    "naam_deelnemer": "=1+1",
    "ambt": "directeur",
    "startdatum": date(2025, 9, 1),
    "handtekening_datum": date(2026, 7, 1),
    "contactmomenten__2__thema": "personeelsgericht; lesbijwoning",
    "initiatieven__1__datum": date(2025, 11, 1),
}


def reading(form: Form, values: dict[str, object], reference: str) -> Reading:
    return Reading(form, build_record(form, values), form.identity(reference), "formulier.pdf")


@pytest.mark.parametrize("form", find_forms(), ids=lambda form: form.path)
def test_the_empty_roster_of_every_form_is_the_same_each_time_and_reads_as_no_records(form: Form):
    data = make_roster(form)
    found = parse_records("lijst.xlsx", data, form)
    assert (data, form, (), ()) == (make_roster(form), found.form, found.readings, found.notes)


@pytest.mark.parametrize("form", find_forms(), ids=lambda form: form.path)
def test_every_question_but_a_signature_has_a_column_with_its_help_and_choices(form: Form):
    main, *tables = roster_sheets(form)
    asked = [question for question in form.single_questions if question.kind is not Kind.SIGNATURE]
    assert ["Referentie"] == [column.title for column in main.columns][:1]
    assert [(q.ask.help, q.choices) for q in asked] == [(column.help, column.choices) for column in main.columns[1:]]
    assert len(form.tables) == len(tables)
    assert len({column.title for column in main.columns}) == len(main.columns)


def test_a_date_beside_a_signature_says_which_date_it_is():
    main, *_ = roster_sheets(VERANTWOORDINGSDOCUMENT)
    assert "Datum (ondertekening)" == main.columns[-1].title


def test_records_in_a_roster_read_back_as_they_were():
    from docgen.formats.xlsx.table import write_workbook  # noqa: PLC0415 - only this test writes one

    before = [reading(VERANTWOORDINGSDOCUMENT, VALUES, "A"), reading(VERANTWOORDINGSDOCUMENT, {"ambt": "x"}, "B")]
    data = write_workbook(roster_sheets(VERANTWOORDINGSDOCUMENT, before), title="Lijst")
    after = parse_records("lijst.xlsx", data, VERANTWOORDINGSDOCUMENT)
    assert ["A", "B"] == [each.identity.reference for each in after.readings]
    assert [VALUES, {"ambt": "x"}] == [flatten_record(each.record) for each in after.readings]


def test_only_lists_that_say_what_they_fill_can_prefill_a_form():
    assert [INSCHRIJVING] == list(find_rosters(VERANTWOORDINGSDOCUMENT))


def test_a_roster_is_a_workbook_and_nothing_else(tmp_path: Path):
    with pytest.raises(WrongUseError, match=r"eindigen op \.xlsx"):
        write_roster(INSCHRIJVING.path, tmp_path / "lijst.csv")
    assert tmp_path / "lijst.xlsx" == write_roster(INSCHRIJVING.path, tmp_path / "lijst.xlsx")


def test_a_roster_says_what_one_line_is_about():
    organisations, people, _ = roster_sheets(ORGANISATIE)
    assert organisations.intro.startswith("Eén regel per organisatie.")
    assert people.columns[0].help == "De referentie van de organisatie op het eerste blad."
    assert roster_sheets(INSCHRIJVING)[0].intro.startswith("Eén regel per persoon.")
