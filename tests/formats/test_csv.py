from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import UnreadableFileError, WrongUseError
from docgen.formats.csv import read_csv, write_csv
from docgen.model.sheet import Column, Sheet


def sheet_of(*rows, titles=("Naam", "Dag", "Getal")):
    return Sheet("Lijst", tuple(map(Column, titles)), rows)


def test_a_list_is_written_as_belgian_excel_opens_it():
    written = write_csv(sheet_of(["Ann; “Zoë”", date(2011, 9, 7), 12.5], [None, None, -3]))
    assert '\ufeffNaam;Dag;Getal\r\n"Ann; “Zoë”";07/09/2011;12,5\r\n;;-3\r\n' == written.decode()


@pytest.mark.parametrize("text", ["=1+1", "+32", "-5", "@naam", "\tx", "'=1", "''"])
def test_what_looks_like_a_formula_is_written_as_text_and_comes_back(text):
    written = write_csv(sheet_of([text, None, None]))
    assert written.decode("utf-8-sig").splitlines()[1].startswith(("'", "\"'"))
    assert text == read_csv(written)[1][0]


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffd")), min_size=3, max_size=3)
)
def test_every_text_comes_back(texts):
    assert [text or None for text in texts] == read_csv(write_csv(sheet_of(texts)))[1]


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"\xef\xbb\xbfa;b\r\n1,5;x\r\n", [["a", "b"], ["1,5", "x"]]),
        ('naam,stad\nZoë,"Aalst, centrum"\n'.encode("cp1252"), [["naam", "stad"], ["Zoë", "Aalst, centrum"]]),
        ("a;b\né;\n".encode("utf-16"), [["a", "b"], ["é", None]]),
        (b"a\tb\nc\td\n", [["a", "b"], ["c", "d"]]),
        (b"sep=|\r\na|b\r\n", [["a", "b"]]),
        (b'a;"twee\nlijnen"\n', [["a", "twee\nlijnen"]]),
        (b"alleen\neen kolom\n", [["alleen"], ["een kolom"]]),
        (b"", []),
    ],
)
def test_a_list_is_read_in_whichever_way_it_was_saved(data, rows):
    assert rows == read_csv(data)


@pytest.mark.parametrize("data", ["verloren \ufffd teken".encode(), "zonder merk".encode("utf-16-le"), b"a\0b"])
def test_a_list_with_lost_characters_is_refused(data):
    with pytest.raises(UnreadableFileError, match="tekens in die verloren zijn"):
        read_csv(data)


def test_a_cell_without_end_is_refused():
    with pytest.raises(UnreadableFileError, match="cel zonder einde"):
        read_csv(b'a;"' + b"x" * 200_000)


def test_half_a_character_is_refused_on_writing():
    with pytest.raises(WrongUseError, match="Lijst"):
        write_csv(sheet_of(["\ud800", None, None]))
