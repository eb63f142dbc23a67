"""Scores are read strictly, averaged exactly, compared unrounded and printed rounded down."""

from decimal import Decimal
from fractions import Fraction

import pytest

from docgen.families.certificeringsniveaus.scores import (
    VEREISTE_SCORE,
    average,
    format_score,
    format_shortfall,
    parse_score,
)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("82.5", "82,5"),
        ("82.5", "82.5"),
        ("82.5", "82,5 %"),
        ("82.5", " 82.5% "),
        ("82", "82 procent"),
        ("79.99", "79,99"),
        ("0", "0"),
        ("100", "100"),
        ("0.9", "0,9 %"),
        (None, "100,01"),  # more than all
        (None, "0,825"),  # a cell that Excel shows as 82,5 %
        (None, "1"),  # the same, for 100 %
        (None, "-5"),
        (None, "82,5/100"),
        (None, "1.082,5"),
        (None, "8 2"),
        (None, "goed"),
        (None, "80 %%"),
    ],
)
def test_a_score_is_read_or_refused(expected, text):
    assert (Decimal(expected) if expected else None) == parse_score(text)


@pytest.mark.parametrize(
    ("expected", "value"),
    [("79,9", "79.99"), ("80,0", "80"), ("80,0", "80.09"), ("66,6", Fraction(200, 3)), ("0,0", "0"), ("100,0", "100")],
)
def test_a_score_is_printed_with_one_decimal_rounded_down(expected, value):
    assert expected == format_score(Fraction(value))


@pytest.mark.parametrize(("expected", "value"), [("0,1", "79.99"), ("0,1", "79.9"), ("1,6", "78.45"), ("80,0", "0")])
def test_what_is_missing_is_rounded_up(expected, value):
    assert expected == format_shortfall(Fraction(value))


def test_a_mean_is_exact():
    assert Fraction(200, 3) == average([Decimal(100), Decimal(100), Decimal(0)])
    assert average([]) is None
    assert average([Decimal("79.99"), Decimal("80.01")]) == VEREISTE_SCORE
