import io
from datetime import date, datetime, time

import openpyxl
import pytest

from docgen.errors import UnreadableFileError
from docgen.formats.xlsx.lines import read_lines


def workbook_of(cells, *more_sheets):
    workbook = openpyxl.Workbook()
    workbook.active.title = "Blad1"
    for address, value in cells.items():
        workbook.active[address] = value
    for title, state in more_sheets:
        sheet = workbook.create_sheet(title)
        sheet["A1"], sheet.sheet_state = title, state
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def lines_of(data):
    return [(line.text, line.place.spot) for line in read_lines(data, "rl1.xlsx").lines]


def test_filled_cells_of_a_row_are_one_line_with_its_place():
    data = workbook_of({"B2": "Begindatum", "D2": date(2025, 9, 1), "C4": 24.0, "D4": 0.5, "E4": True, "F4": "a\nb"})
    assert [("Begindatum\t01/09/2025", "Blad1!B2"), ("24\t0,5\tWAAR\ta b", "Blad1!C4")] == lines_of(data)


def test_a_moment_keeps_its_hour_and_midnight_is_a_day():
    moments = {"A1": datetime(2025, 9, 1, 8, 30), "A2": datetime(2025, 9, 1), "A3": time(8, 30)}  # noqa: DTZ001
    assert ["01/09/2025 08:30", "01/09/2025", "08:30:00"] == [text for text, _ in lines_of(workbook_of(moments))]


def test_hidden_sheets_are_left_unread():
    data = workbook_of({"A1": "x"}, ("Tweede", "visible"), ("Geheim", "hidden"))
    text = read_lines(data, "a.xlsx")
    assert (["x", "Tweede"], 2) == ([line.text for line in text.lines], text.pages)


def test_a_sheet_without_end_is_read_as_far_as_a_document_goes():
    assert 2000 == len(lines_of(workbook_of({f"A{row}": "x" for row in range(1, 2100)})))
    assert ["x"] == [text for text, _ in lines_of(workbook_of({"A1": "x", "ZZ1": "ver"}))]


def test_a_cell_in_the_last_corner_costs_nothing():
    assert [("x", "Blad1!A1")] == lines_of(workbook_of({"A1": "x", "XFD1048576": "ver"}))


def test_an_empty_workbook_has_no_lines():
    assert [] == lines_of(workbook_of({}))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rest", b"geen zip"])
def test_what_is_no_workbook_is_refused_in_a_clause(data):
    with pytest.raises(UnreadableFileError, match=r"^is een beschadigde Excel-werkmap"):
        read_lines(data, "a.xlsx")
