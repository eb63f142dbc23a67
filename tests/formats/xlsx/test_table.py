import io
from datetime import date

import openpyxl
import pytest

from docgen.errors import UnreadableFileError, WrongUseError
from docgen.formats.xlsx.table import read_workbook, write_workbook
from docgen.model.sheet import Column, Sheet
from workbooks import edit

COLUMNS = (
    Column("Naam", 20, "Voornaam en naam."),
    Column("Dag", 12, is_date=True),
    Column("Thema", 20, choices=("een", "twee"), open_choice=True),
    Column("Betaald", 8, choices=("ja", "neen")),
    Column("Getal"),
)
ROWS = [
    ["=1+1", date(2025, 1, 2), "drie", "ja", 3],
    ["'=x", None, "een", "neen", 2.5],
    ["#N/A", date(1899, 1, 2), None, None, -3],
]
SHEET = Sheet("Inschrijvingen: x/y", COLUMNS, ROWS, intro="Eén regel per persoon")
WRITTEN = write_workbook([SHEET, Sheet("inschrijvingen  x y", COLUMNS)], title="Lijst")


@pytest.fixture(scope="module")
def workbook():
    return openpyxl.load_workbook(io.BytesIO(WRITTEN))


def test_a_table_comes_back_as_it_was_written():
    (title, rows), (second, nothing) = read_workbook(WRITTEN)
    assert ("Inschrijvingen  x y", "inschrijvingen  x y 2") == (title, second)
    assert ["Eén regel per persoon", None, None, None, None] == rows[0]
    assert [column.title for column in COLUMNS] == rows[1] == nothing[0]
    assert [*ROWS[:2], ["#N/A", "02/01/1899", None, None, -3]] == rows[2:]


def test_texts_are_never_formulas(workbook):
    assert {"s"} == {cell.data_type for row in workbook.worksheets[0]["A3:A5"] for cell in row}


def test_headings_stay_in_sight_and_can_be_filtered(workbook):
    first, second = workbook.worksheets[:2]
    assert ("A3", "A2:E5", "$2:$2") == (first.freeze_panes, first.auto_filter.ref, first.print_title_rows)
    assert 31 == first.row_dimensions[2].height
    assert ("A2", "A1:E2") == (second.freeze_panes, second.auto_filter.ref)


def test_columns_offer_help_drop_downs_and_dates(workbook):
    found = {v.promptTitle: v for v in workbook.worksheets[0].data_validations.dataValidation}
    assert {"Naam", "Dag", "Thema", "Betaald"} == set(found)
    assert ("Voornaam en naam.", "date") == (found["Naam"].prompt, found["Dag"].type)
    assert (False, True) == (found["Thema"].showErrorMessage, found["Betaald"].showErrorMessage)
    assert "D3:D2002" == str(found["Betaald"].sqref)
    assert "dd/mm/yyyy" == workbook.worksheets[0].column_dimensions["B"].number_format


def test_the_lists_stand_on_a_hidden_sheet_that_is_not_read_back(workbook):
    assert [("Keuzelijsten", "hidden")] == [(s.title, s.sheet_state) for s in workbook.worksheets[2:]]


def test_the_same_table_gives_the_same_bytes():
    assert WRITTEN == write_workbook([SHEET, Sheet("inschrijvingen  x y", COLUMNS)], title="Lijst")


def test_a_text_that_no_workbook_can_hold_is_refused_by_its_column():
    with pytest.raises(WrongUseError, match="Naam"):
        write_workbook([Sheet("Lijst", COLUMNS[:1], [["\x00"]])], title="Lijst")


def test_rows_and_columns_are_counted_from_the_first_cell_of_the_sheet():
    def put(workbook):
        workbook.worksheets[0]["C3"] = True
        workbook.worksheets[0]["D3"] = 0.5

    data = edit(write_workbook([Sheet("Leeg", (Column(""),))], title="Leeg"), put)
    assert ((("Leeg", [[], [], [None, None, "WAAR", 0.5]]),)) == read_workbook(data)


def test_what_is_no_workbook_is_refused_in_a_clause():
    with pytest.raises(UnreadableFileError, match=r"^is een beschadigde Excel-werkmap; .*[^.]$"):
        read_workbook(b"PK\x03\x04")


def test_a_row_with_a_long_text_is_high_enough_to_show_it_and_others_keep_their_height():
    sheet = Sheet("Lijst", (Column("Kort", width=10), Column("Lang", width=20)), [("a", "b"), ("a", "woord " * 40)])
    drawn = openpyxl.load_workbook(io.BytesIO(write_workbook([sheet], title="Lijst")))["Lijst"]
    assert drawn.row_dimensions[2].height is None
    assert drawn.row_dimensions[3].height >= 9 * 12
