from datetime import date

import pytest

from docgen.formats.xlsx.echo import echo_formula, echo_words


@pytest.mark.parametrize(
    ("value", "words"),
    [(date(2011, 9, 7), "7 september 2011"), ("7 sept", "geen datum"), (None, "dd/mm/jjjj")],
)
def test_the_echo_says_the_date_in_words(value, words):
    assert words == echo_words(value, "dd/mm/jjjj")


def test_the_echo_formula_holds_no_format_code_that_changes_with_the_language():
    formula = echo_formula("B3")
    assert "TEXT(" not in formula
    assert '"januari","februari"' in formula
