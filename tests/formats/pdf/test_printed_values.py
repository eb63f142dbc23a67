"""The text of an input, from the characters that stand in it."""

from __future__ import annotations

import pytest

from docgen.formats.pdf.field_boxes import FieldBox
from docgen.formats.pdf.fit_print import Fit
from docgen.formats.pdf.glyphs import Glyph, Sheet
from docgen.formats.pdf.print_layout import PrintedPage
from docgen.formats.pdf.printed_values import PrintedTexts, read_texts

#: Two wide inputs below each other and one beside the first; every character is 6 wide and 12 high.
BOXES = (
    FieldBox("boven", 0, (50.0, 100.0, 250.0, 130.0)),
    FieldBox("naast", 0, (260.0, 100.0, 400.0, 130.0)),
    FieldBox("onder", 0, (50.0, 130.0, 250.0, 160.0)),
)
PAGE = PrintedPage((500.0, 300.0), (), BOXES)
FIT = Fit(1 + 0j, 0j, frozenset(), 1.0)


def read(*lines: tuple[str, float, float], wraps=("boven", "onder"), hidden=lambda _box: False) -> PrintedTexts:
    """What stands in the inputs, of lines that begin at (x, y)."""
    glyphs = [
        Glyph(
            char, (x + 6 * at, y - 8, x + 6 * at + 5, y), complex(x + 6 * at, y), complex(x + 6 * at + 6, y), 12, drawn
        )
        for drawn, (text, x, y) in enumerate(lines)
        for at, char in enumerate(text)
    ]
    return read_texts(PAGE, (Sheet(0, PAGE.size, tuple(glyphs)), FIT), wraps, lambda box: not hidden(box))


def test_an_input_holds_what_stands_in_it():
    found = read(("Abel Proef", 55, 115), ("1A", 265, 115)).values
    assert {"boven": ("Abel Proef", None, None), "naast": ("1A", None, None)} == {
        key: (value.text, value.doubt, value.fault) for key, value in found.items()
    }


@pytest.mark.parametrize(
    ("first", "second", "text", "doubted"),
    [
        pytest.param("kort", "nieuwe regel", "kort\nnieuwe regel", False, id="typed line end"),
        pytest.param("een heel lange regel dit keer vol", "en", "een heel lange regel dit keer vol en", False, id="w"),
        pytest.param("een lange regel met overgangs-", "jaar", "een lange regel met overgangs-jaar", True, id="-"),
        pytest.param("Donaudampfschifffahrtsgesellscha", "ft", "Donaudampfschifffahrtsgesellscha ft", True, id="long"),
    ],
)
def test_lines_are_joined_as_they_were_typed(first, second, text, doubted):
    found = read((first, 55, 105), (second, 55, 117)).values["boven"]
    assert (text, doubted) == (found.text, found.doubt is not None)


def test_a_full_box_may_have_held_more():
    full = read(("een heel lange regel die vol is", 55, 111), ("en nog een lange regel die vol", 55, 123))
    assert "helemaal vol" in str(full.values["boven"].doubt)


def test_text_that_leaves_its_box_is_doubted_and_taints_the_next_one():
    found = read(("Deze tekst loopt veel te ver door naar rechts", 55, 115), wraps=()).values
    assert "de tekst loopt buiten het vak" == found["boven"].doubt
    assert "de tekst van een ander vak loopt hier door" == found["naast"].fault


def test_text_that_is_hidden_past_the_edge_belongs_to_where_it_was_typed():
    words = "Deze tekst loopt veel te ver door naar rechts"
    found = read((words, 55, 115), wraps=(), hidden=lambda box: box[2] > 250).values
    assert (words, "op de bladzijde is niet alles te zien van wat er getypt werd") == (
        found["boven"].text,
        found["boven"].doubt,
    )
    assert "naast" not in found


def test_a_line_hidden_below_its_box_is_not_the_next_box():
    found = read(
        *(("een heel lange regel die vol is", 55, 111), ("nog een lange regel die vol is", 55, 124)),
        ("en deze is weg", 55, 137),
        hidden=lambda box: box[3] > 132,
    ).values
    assert found["boven"].text.endswith("en deze is weg")
    assert found["boven"].doubt
    assert "onder" not in found


def test_what_nobody_sees_is_not_taken_for_a_value():
    found = read(("spook", 55, 115), hidden=lambda _box: True).values["boven"]
    assert (("", "er staat tekst die op de bladzijde niet te zien is")) == (found.text, found.fault)


def test_text_over_text_is_not_read():
    found = read(("Abel Proef", 55, 115), ("Bea Testen", 56, 116), wraps=()).values["boven"]
    assert ("", True) == (found.text, "er staat tekst over tekst" in str(found.fault))


@pytest.mark.parametrize("char", ["□", "\ufffd", "\ue000", "\u200d"])
def test_a_character_that_was_lost_is_a_fault(char):
    assert "verloren gegaan" in str(read((f"Ab{char}l", 55, 115)).values["boven"].fault)


def test_letters_that_a_program_swapped_are_put_back_and_doubted():
    found = read(("no琀椀琀椀e", 55, 115)).values["boven"]
    assert ("notitie", "een programma heeft letters in het bestand verwisseld") == (found.text, found.doubt)


def test_two_lines_in_an_input_for_one_are_a_fault():
    assert "meer regels" in str(read(("een", 55, 111), ("twee", 55, 123), wraps=()).values["boven"].fault)


def test_text_beside_the_inputs_is_told_apart():
    assert ((55, 212, 84, 220),) == read(("extra", 55, 220)).added
