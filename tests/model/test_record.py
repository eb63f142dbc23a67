"""Raw values become a record; what cannot be read stands beside it, and nothing raises."""

from datetime import date, datetime

import pytest

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT, Contactmoment, Verantwoordingsdocument
from docgen.model.record import Prefill, build_record, flatten_record, read_record, start_values
from docgen.model.value import Place, RawForm, RawValue

FORM = VERANTWOORDINGSDOCUMENT
PLACE = Place("a.xlsx", "Blad!A1")


def read(values, **kwargs):
    raw = RawForm(FORM.identity(), {key: RawValue(value, PLACE) for key, value in values.items()}, **kwargs)
    return read_record(FORM, raw, "a.xlsx")


def rows(reading):
    return [(problem.rule, problem.key, problem.required) for problem in reading.problems]


@pytest.mark.parametrize(
    ("key", "raw", "expected"),
    [
        ("naam_deelnemer", "  An Voorbeeld ", "An Voorbeeld"),
        ("naam_deelnemer", 12.0, "12"),
        ("naam_deelnemer", date(2025, 9, 1), "01/09/2025"),
        ("traject", "een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("startdatum", "1/9/2025", date(2025, 9, 1)),
        ("startdatum", datetime(2025, 9, 1), date(2025, 9, 1)),  # noqa: DTZ001 - as Excel gives it
        ("contactmomenten__1__aanwezigheid", "JA", "ja"),
        ("contactmomenten__1__aanwezigheid", "Nee", "neen"),
        ("contactmomenten__1__aanwezigheid", "x", "ja"),
        ("contactmomenten__1__begeleider", "Mentor", "mentor"),
        ("contactmomenten__1__begeleider", "begeleider", "begeleider schoolontwikkeling"),
    ],
)
def test_a_value_is_read_as_it_was_meant(key, raw, expected):
    reading = read({key: raw})
    assert flatten_record(reading.record)[key] == expected
    assert rows(reading) == []


@pytest.mark.parametrize(
    ("key", "placeholder"),
    [
        ("startdatum", "dd/mm/jjjj"),
        ("contactmomenten__2__datum", "dd/mm/jjjj"),
        ("contactmomenten__2__aanwezigheid", "ja / neen"),
        ("contactmomenten__2__begeleider", "mentor / begeleider schoolontwikkeling"),
        ("contactmomenten__2__begeleider", "mentor\nbegeleider\n\nschoolontwikkeling"),
        ("naam_deelnemer", "   "),
    ],
)
def test_a_placeholder_left_as_printed_is_empty(key, placeholder):
    reading = read({key: placeholder})
    assert reading.record == Verantwoordingsdocument()
    assert rows(reading) == []


def test_what_cannot_be_read_is_a_problem_and_not_an_error():
    reading = read({"startdatum": "binnenkort", "contactmomenten__1__aanwezigheid": "misschien"})
    assert rows(reading) == [
        ("onleesbaar-veld", "startdatum", True),
        ("onleesbaar-veld", "contactmomenten__1__aanwezigheid", False),
    ]
    assert reading.unreadable == {"startdatum", "contactmomenten__1__aanwezigheid"}


def test_a_typing_error_in_a_choice_is_read_and_doubted():
    reading = read({"contactmomenten__1__begeleider": "metnor"})
    assert flatten_record(reading.record) == {"contactmomenten__1__begeleider": "mentor"}
    assert rows(reading) == [("onzekere-lezing", "contactmomenten__1__begeleider", False)]


def test_a_row_with_only_its_printed_theme_is_empty():
    reading = read(
        {"contactmomenten__1__thema": "school organisatorisch", "contactmomenten__2__thema": "personeelsgericht"}
    )
    assert flatten_record(reading.record) == {"contactmomenten__2__thema": "personeelsgericht"}


def test_empty_rows_before_a_filled_one_keep_its_number():
    record = build_record(FORM, {"contactmomenten__3__opmerkingen": "x"})
    assert record.contactmomenten == (Contactmoment(), Contactmoment(), Contactmoment(opmerkingen="x"))


def test_a_changed_prefilled_value_is_a_problem():
    reading = read(
        {"naam_deelnemer": "An", "startdatum": "2/9/2025"},
        prefilled={"naam_deelnemer": "An", "startdatum": "01/09/2025"},
    )
    assert rows(reading) == [("voorinvulling-gewijzigd", "startdatum", False)]


def test_a_prefilled_value_that_was_wiped_is_a_problem():
    assert rows(read({}, prefilled={"scholengroep": "SGR 99"})) == [("voorinvulling-gewijzigd", "scholengroep", False)]


def test_notes_on_the_file_are_doubts_on_the_whole():
    assert rows(read({}, notes=("Het bestand is hersteld.",))) == [("onzekere-lezing", None, False)]


def test_keys_the_form_does_not_know_are_left_alone():
    assert read({"iets_anders": "x"}).record == Verantwoordingsdocument()


def test_a_new_form_prints_the_themes_except_in_rows_that_are_prefilled():
    values = start_values(FORM, Prefill({"contactmomenten__1__datum": date(2025, 10, 1)}))
    assert "contactmomenten__1__thema" not in values
    assert values["contactmomenten__2__thema"] == "pedagogisch-didactisch"


def test_only_locked_values_are_compared_later():
    values = {"startdatum": date(2025, 9, 1)}
    assert Prefill(values).printed == {"startdatum": "01/09/2025"}
    assert Prefill(values, locked=False).printed == {}


def test_locked_values_are_kept_as_a_reader_gives_them_back_and_blank_ones_are_not_compared():
    values = {"scholengroep": " Groep 1\r\n", "ambt": "  ", "startdatum": date(2025, 9, 1)}
    assert Prefill(values).printed == {"scholengroep": "Groep 1", "startdatum": "01/09/2025"}
    assert Prefill(values, locked=False).printed == {}
