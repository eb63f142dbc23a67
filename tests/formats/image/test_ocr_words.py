"""A character of a number that is uncertain, or that a second reading gives otherwise, is not taken from it."""

import pytest

from docgen.formats.image.ocr_words import Word, doubt

QUAD = ((0, 0), (10, 0), (10, 5), (0, 5))


def word(text, unsure=()):
    return Word(text, tuple(0.5 if n in unsure else 0.99 for n in range(len(text))), QUAD)


@pytest.mark.parametrize(
    ("shown", "first", "second", "why"),
    [
        ("50,00 EUR", "50,00 EUR", "50,00 EUR", "both agree"),
        ("50,00 EUR", "50,00 EUR", "50.00 EUR", "a comma or a point parts the cents alike"),
        ("50,00 EUR", "50,00 EUR", "50,00EUR", "a space says nothing"),
        ("\ufffd0,00 EUR", "50,00 EUR", "60,00 EUR", "another digit"),
        ("\ufffd\ufffd00", "5,00", "50,00", "a digit more"),
        ("50,0\ufffd", "50,00", "50,0", "a digit less"),
        ("0\ufffd/06/2026", "01/06/2026", "07/06/2026", "another day"),
        ("01/\ufffd6/2026", "01/O6/2026", "01/06/2026", "a letter that stands for a digit"),
        ("Voorbeeld", "Voorbeeld", "Voorbeold", "a name is no number"),
    ],
)
def test_what_two_readings_have_else_is_unsure(shown, first, second, why):
    assert shown == doubt(word(first), second, [0.99] * len(second)).text, why


def test_what_the_engine_is_not_sure_of_is_unsure_in_numbers_only():
    assert "van \ufffd2" == doubt(word("van 12", {0, 1, 4}), "van 12", [0.6] * 6).text


def test_one_reading_that_is_certain_makes_good_for_one_that_is_nearly_so():
    assert "12/06" == doubt(word("12/06", {0}), "12/06", [0.95] * 5).text
    assert "\ufffd2/06" == doubt(word("12/06"), "12/06", [0.3, 0.9, 0.9, 0.9, 0.9]).text
