"""How high and deep lines reach, by the paragraph's line rule."""

from __future__ import annotations

import pytest

from docgen.formats.pdf.dress import find_extra, is_plain, write_dress
from docgen.formats.pdf.fonts import Font
from docgen.model.page import TextLook

FONT = Font("Proef", 1.0, 1.2)  # at 10 points: 10 above the baseline, a line of 12
LOOK = TextLook("Proef", 10)


@pytest.mark.parametrize(
    ("above", "below", "rule", "line", "lead"),
    [
        (10, 2, "multiple", 1, 0),
        (10, 2, "multiple", 1.5, 6),  # what is more stands between the lines
        (10, 4, "multiple", 1.5, 4),  # letters larger than others in their paragraph bring the rest
        (7, 2, "multiple", 0.75, 0),  # a line pressed together loses above
        (16, 4, "exact", 20, 0),
        (10, 10, "at-least", 20, 0),
        (10, 2, "at-least", 5, 0),
    ],
)
def test_letters_reach_as_far_as_the_line_rule_says(
    above: float, below: float, rule: str, line: float, lead: float
) -> None:
    dress = write_dress(LOOK, FONT, rule, line, lead)
    assert (above, -below) == pytest.approx((dress["top-edge"], dress["bottom-edge"]))


def test_what_a_line_rule_adds_is_cut_to_whole_twentieths_of_a_point() -> None:
    assert find_extra(TextLook("Proef", 11), FONT, 1.07) == pytest.approx(0.9)


@pytest.mark.parametrize(("size", "baseline", "position"), [(10, 0, ""), (5.8, -4.2, "super"), (5.8, 0.84, "sub")])
def test_raised_letters_are_smaller_and_reach_as_high_as_the_others(
    size: float, baseline: float, position: str
) -> None:
    dress = write_dress(TextLook("Proef", 10, position=position), FONT, "multiple", 1, 0)
    assert (size, baseline) == pytest.approx((dress["size"], dress["baseline"]))


def test_letters_with_something_drawn_about_them_are_not_plain() -> None:
    assert [is_plain(LOOK), is_plain(TextLook("Proef", 10, strike="single"))] == [True, False]
