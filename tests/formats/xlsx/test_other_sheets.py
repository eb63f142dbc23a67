"""What people put in the form's workbook beside the form: copies of it, other papers, lists."""

import io
from datetime import date

import openpyxl
import pytest
from openpyxl.drawing.image import Image
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image as Picture

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.xlsx.blank import make_blank
from docgen.formats.xlsx.filled import read_filled
from docgen.model.record import Prefill, read_record, start_values
from docgen.model.return_words import TODO_SHEETS
from workbooks import cell_of, change_part, drop_names, edit, insert_row

VALUES = {
    "naam_deelnemer": "Ann Proef",
    "instelling": "Basisschool Proef",
    "startdatum": date(2025, 9, 1),
    "contactmomenten__1__datum": date(2025, 9, 7),
    "contactmomenten__1__aanwezigheid": "ja",
    "contactmomenten__3__datum": date(2025, 10, 7),
    "contactmomenten__3__thema": "eigen thema",
    "traject": "een lang traject",
}
FILLED = make_blank(FORM, Prefill(VALUES, locked=False))
#: An answer that a new form holds already.
PRINTED = "contactmomenten__3__thema"
COPY = (
    "Het blad “Bep” van deze werkmap is nog een exemplaar van dit formulier, dat anders ingevuld is; alleen het blad "
)
APART = "Stuur elk formulier als apart bestand; is het blad een oude versie, verwijder het dan."
UNREAD = "Op het blad “Bep” van deze werkmap staat iets dat niet bij het formulier hoort; het is niet gelezen."


def read(data):
    raw = read_filled(data, "a.xlsx", [FORM])
    assert raw is not None
    return read_record(FORM, raw, "a.xlsx")


def told(data):
    """The places and the sentences."""
    return [(problem.place.spot, problem.message) for problem in read(data).problems]


def spot(key, title="Bep"):
    return f"{title}!{cell_of(openpyxl.load_workbook(io.BytesIO(FILLED)), key).coordinate}"


def copied(workbook, values=(), state="visible"):
    """The form's sheet copied within the workbook by a program that gives the copy no names."""
    sheet = workbook.copy_worksheet(workbook.worksheets[0])
    sheet.title, sheet.sheet_state = "Bep", state
    for key, value in dict(values).items():
        sheet[cell_of(workbook, key).coordinate].value = value
    return sheet


def named(workbook, values):
    """The form's sheet copied within the workbook, with names of its own as Excel gives them."""
    sheet = copied(workbook, values)
    for key in FORM.questions:
        cell = cell_of(workbook, key)
        sheet.defined_names[key] = DefinedName(key, attr_text=f"'{sheet.title}'!${cell.column_letter}${cell.row}")
    return sheet


def with_copy(values=(), state="visible"):
    return edit(FILLED, lambda workbook: copied(workbook, values, state))


def with_sheet(cells, state="visible", title="Bep"):
    def add(workbook):
        sheet = workbook.create_sheet(title, 0)
        sheet.sheet_state = state
        for address, value in cells.items():
            sheet[address] = value

    return edit(FILLED, add)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("naam_deelnemer", "Bep Proef"),
        ("startdatum", date(2025, 9, 2)),
        ("contactmomenten__1__aanwezigheid", "neen"),
        ("instelling", "Ann Proef"),
        ("contactmomenten__5__opmerkingen", "alleen hier"),
    ],
)
def test_a_copy_that_is_filled_in_otherwise_is_told_with_what_to_do(key, value):
    data = with_copy({key: value})
    (problem,) = read(data).problems
    assert (f"{COPY}“Verantwoordingsdocument” is gelezen.", APART) == (problem.message, problem.remedy)
    assert spot(key) == problem.place.spot
    assert read(FILLED).record == read(data).record


def test_a_hidden_copy_that_is_filled_in_otherwise_is_told_too():
    (problem,) = read(with_copy({"naam_deelnemer": "Bep Proef"}, "hidden")).problems
    assert problem.message.startswith("Het verborgen blad “Bep” van deze werkmap is nog een exemplaar")


@pytest.mark.parametrize("state", ["visible", "hidden", "veryHidden"])
def test_a_copy_that_says_the_same_or_less_is_no_trouble(state):
    less = dict.fromkeys(VALUES) | {PRINTED: start_values(FORM, Prefill())[PRINTED]}
    assert ([], []) == (told(with_copy(state=state)), told(with_copy(less, state)))


def test_an_empty_form_beside_the_filled_one_is_no_trouble():
    def add(workbook):
        blank = openpyxl.load_workbook(io.BytesIO(make_blank(FORM, Prefill()))).worksheets[0]
        sheet = workbook.create_sheet("Bep")
        for cell in (cell for row in blank.iter_rows() for cell in row if cell.value is not None):
            sheet[cell.coordinate] = cell.value

    assert [] == told(edit(FILLED, add))


def test_a_copy_that_lies_elsewhere_on_its_sheet_is_known_by_its_labels():
    def shift(workbook):
        sheet = copied(workbook, {"naam_deelnemer": "Bep Proef"})
        sheet.merged_cells.ranges.clear()
        sheet.insert_rows(1, 7)

    ((place, message),) = told(edit(FILLED, shift))
    assert ("Bep!E12", True) == (place, message.startswith(COPY))


def test_values_pasted_without_labels_in_the_cells_of_the_form_are_a_copy():
    cells = {spot(key).partition("!")[2]: value for key, value in (VALUES | {"naam_deelnemer": "Bep Proef"}).items()}
    ((place, message),) = told(with_sheet(cells, "hidden"))
    assert (spot("naam_deelnemer"), True) == (place, message.startswith("Het verborgen blad “Bep”"))


def test_a_copy_with_names_of_its_own_that_says_the_same_is_read_once():
    data = edit(FILLED, lambda workbook: named(workbook, {}))
    assert (read(FILLED).record, ()) == (read(data).record, read(data).problems)


def test_of_two_copies_with_names_the_fullest_is_read_and_the_other_told():
    data = edit(FILLED, lambda workbook: named(workbook, {"naam_deelnemer": "Bep Proef", "scholengroep": "Proef"}))
    assert ("Bep Proef", "Proef") == (read(data).record.naam_deelnemer, read(data).record.scholengroep)
    ((place, message),) = told(data)
    assert (spot("naam_deelnemer", "Verantwoordingsdocument"), True) == (place, message.endswith("“Bep” is gelezen."))


def test_a_copy_is_told_where_no_name_is_left():
    messages = [message for _, message in told(drop_names(with_copy({"naam_deelnemer": "Bep Proef"})))]
    assert 1 == sum(message.startswith(COPY) for message in messages)


@pytest.mark.parametrize(
    ("cells", "spots"),
    [
        ({"B2": "Nog te vragen: RL1"}, ["Bep!B2"]),
        ({"A1": "Naam deelnemer", "B1": "Ann Proef", "A2": "Stamboeknummer", "B2": 17703035}, ["Bep!A2"]),
        ({"A1": "Naam deelnemer", "B1": "Ann Proef"}, []),
        ({"A1": "ja", "A2": "neen"}, []),
        ({"A1": " ", "A2": "-"}, []),
        ({}, []),
    ],
)
def test_a_sheet_of_somebody_is_told_when_it_says_what_the_form_does_not(cells, spots):
    assert [(spot, UNREAD) for spot in spots] == told(with_sheet(cells))


@pytest.mark.parametrize(
    ("title", "state"),
    [("Bep", "hidden"), ("Bep", "veryHidden"), ("Keuzelijsten1", "hidden"), (TODO_SHEETS[0], "visible")],
)
def test_hidden_lists_and_the_sheet_that_docgen_adds_are_no_trouble(title, state):
    assert [] == told(with_sheet({"A1": "Nog te vragen: RL1"}, state, title))


def test_a_sheet_with_only_a_picture_is_told():
    def add(workbook):
        shot = io.BytesIO()
        Picture.new("RGB", (40, 20), "white").save(shot, "PNG")
        workbook.create_sheet("Bep").add_image(Image(shot), "C3")

    assert [("Bep!A1", UNREAD)] == told(edit(FILLED, add))


def test_a_broken_sheet_beside_the_form_does_not_take_the_form_along():
    data = change_part(with_sheet({"A1": "x"}), "xl/worksheets/sheet1.xml", lambda part: part[:60])
    assert [("Bep!A1", UNREAD)] == told(data)


def test_many_sheets_are_counted():
    def add(workbook):
        for number in range(14):
            workbook.create_sheet(f"Blad{number}")["A1"] = f"inhoud {number}"

    messages = [message for _, message in told(edit(FILLED, add))]
    assert (11, "Deze werkmap telt nog 4 andere bladen; die zijn niet gelezen.") == (len(messages), messages[-1])


def test_rows_added_to_the_form_do_not_make_an_untouched_copy_another():
    grown = insert_row(with_copy(), 30, {2: date(2025, 9, 20), 7: "tussenin"})
    assert [] == told(grown)
