import io
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.xlsx.blank import make_blank
from docgen.formats.xlsx.filled import read_filled
from docgen.model.record import Prefill, read_record, start_values
from records import filled, record_of
from workbooks import cell_of, edit, fill

BLANK = make_blank(FORM, Prefill())
VALUES = {
    "naam_deelnemer": "Şebnem van den Łoś-D’Hoore",
    "scholengroep": "Scholengroep <Proef> & Zonen",
    "mentor_naam": "=1+1",
    "startdatum": date(2025, 9, 1),
    "contactmomenten__1__datum": date(2025, 9, 7),
    "contactmomenten__1__begeleider": "begeleider schoolontwikkeling",
    "contactmomenten__1__thema": "school organisatorisch",
    "contactmomenten__1__aanwezigheid": "ja",
    "contactmomenten__1__opmerkingen": "een\ntwee\tdrie _x0041_",
    "contactmomenten__20__datum": date(2026, 6, 30),
    "initiatieven__10__opmerkingen": "laatste rij",
    "traject": "{{ x }} ]]> <row/>",
}


def read(data, name="a.xlsx"):
    raw = read_filled(data, name, [FORM])
    assert raw is not None
    return read_record(FORM, raw, name)


def typed(values):
    """The record when these values are typed into a blank form: a printed theme stays in a row that is used."""
    printed = {
        key: value
        for key, value in start_values(FORM, Prefill()).items()
        if any(other.startswith(key.rpartition("__")[0] + "__") for other in values)
    }
    return record_of(FORM, {**printed, **values})


def problems_of(reading):
    return [(problem.rule, problem.key) for problem in reading.problems]


def test_what_is_typed_into_the_form_is_read_back():
    reading = read(fill(BLANK, VALUES))
    assert (typed(VALUES), ()) == (reading.record, reading.problems)


def test_what_was_prefilled_is_read_back_with_its_reference():
    reading = read(make_blank(FORM, Prefill(VALUES, reference="R-1")))
    assert (record_of(FORM, VALUES), (), "R-1") == (reading.record, reading.problems, reading.identity.reference)


@settings(max_examples=12, deadline=None)
@given(filled(FORM, signatures=True))
def test_whatever_is_typed_is_read_back(values):
    reading = read(fill(BLANK, values))
    assert (typed(values), ()) == (reading.record, reading.problems)


@settings(max_examples=25, deadline=None)
@given(filled(FORM, signatures=True))
def test_whatever_is_prefilled_is_read_back(values):
    reading = read(make_blank(FORM, Prefill(values)))
    assert (record_of(FORM, values), ()) == (reading.record, reading.problems)


def test_every_key_has_the_cell_where_it_stands():
    reading = read(fill(BLANK, VALUES))
    workbook = openpyxl.load_workbook(io.BytesIO(BLANK))
    for key in FORM.questions:
        assert f"Verantwoordingsdocument!{cell_of(workbook, key).coordinate}" == reading.place(key).spot


def test_a_changed_prefilled_value_is_noticed():
    data = fill(make_blank(FORM, Prefill(VALUES)), {"naam_deelnemer": "Iemand Anders"})
    assert [("voorinvulling-gewijzigd", "naam_deelnemer")] == problems_of(read(data))


@pytest.mark.parametrize(
    ("typed", "value", "rules"),
    [
        ("7/9/2011", date(2011, 9, 7), []),
        ("7 september 2011", date(2011, 9, 7), []),
        (datetime(2011, 9, 7, 10, 30), date(2011, 9, 7), []),  # noqa: DTZ001 - workbooks know no time zones
        ("40793", date(2011, 9, 7), ["onzekere-lezing"]),
        ("binnenkort", None, ["onleesbaar-veld"]),
        (True, None, ["onleesbaar-veld"]),
    ],
)
def test_dates_are_read_however_they_stand_in_the_cell(typed, value, rules):
    reading = read(fill(BLANK, {"startdatum": typed}))
    assert (value, rules) == (reading.record.startdatum, [problem.rule for problem in reading.problems])


def test_a_day_number_without_its_format_is_a_doubtful_date():
    def put(workbook):
        cell_of(workbook, "startdatum").value = 40793
        cell_of(workbook, "startdatum").number_format = "General"

    reading = read(edit(BLANK, put))
    assert (date(2011, 9, 7), [("onzekere-lezing", "startdatum")]) == (reading.record.startdatum, problems_of(reading))


@pytest.mark.parametrize(("typed", "value"), [(True, "ja"), (False, "neen"), ("X", "ja"), ("Nee", "neen")])
def test_presence_is_read_as_people_note_it(typed, value):
    values = {"contactmomenten__1__datum": date(2025, 9, 7), "contactmomenten__1__aanwezigheid": typed}
    assert value == read(fill(BLANK, values)).record.contactmomenten[0].aanwezigheid
