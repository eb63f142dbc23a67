import pytest

from docgen.formats.xlsx.cells import area_name, cell_name, column_letters, column_number, parse_cell


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")])
def test_column_numbers_and_letters_say_the_same(number, letters):
    assert (letters, number) == (column_letters(number), column_number(letters))


def test_a_cell_and_an_area_are_written_as_excel_does():
    assert ("D5", "D5:F5") == (cell_name(5, 4), area_name(5, 4, 6))


@pytest.mark.parametrize(
    ("text", "cell"),
    [("$D$5", (5, 4)), ("D5:F5", (5, 4)), ("a1", (1, 1)), ("#REF!", None), ("D0", None), ("", None), ("5", None)],
)
def test_only_an_address_is_read_as_a_cell(text, cell):
    assert cell == parse_cell(text)
