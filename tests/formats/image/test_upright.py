"""A page set upright, and what stands in its places."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from docgen.formats.image.upright import Upright, set_upright
from docgen.formats.raster import Raster

#: The sheet is drawn at 150 dpi: so many pixels a point.
POINT = 150 / 72
BUTTON = (100.0, 100.0, 110.5, 110.5)


def upright(draw, how=(1 + 0j, 0j)) -> Upright:
    sheet = Image.new("RGB", (400, 400), "white")
    draw(ImageDraw.Draw(sheet))
    return set_upright(Raster(400, 400, sheet.tobytes(), 150.0), how, (192.0, 192.0))


def ring(pen, place, dot: float = 0.0, ink="black") -> None:
    left, top, right, bottom = (side * POINT for side in place)
    pen.ellipse((left, top, right, bottom), outline=ink, width=2)
    x, y = (left + right) / 2, (top + bottom) / 2
    pen.ellipse((x - dot, y - dot, x + dot, y + dot), fill=ink) if dot else None


@pytest.mark.parametrize(("dot", "expected"), [(0, False), (5.5, True), (1.3, None)])
def test_a_button_is_chosen_when_its_dot_is_plain(dot, expected):
    assert expected is upright(lambda pen: ring(pen, BUTTON, dot)).read_button(BUTTON)


def test_a_button_that_is_not_drawn_says_nothing():
    assert upright(lambda _: None).read_button(BUTTON) is None


def test_buttons_that_a_program_moved_are_found_where_they_are():
    page = upright(lambda pen: ring(pen, (100, 102.4, 110.5, 112.9), 5.5))
    assert page.with_buttons([BUTTON]).read_button(BUTTON) is True


def test_a_page_is_looked_at_as_it_lies_on_its_sheet():
    page = upright(lambda pen: ring(pen, (52, 51, 62.5, 61.5), 5.5), how=(1 + 0j, -48 - 49j))
    assert page.read_button(BUTTON) is True


def test_ink_is_seen_within_a_frame_and_not_on_it():
    box = (50.0, 50.0, 150.0, 80.0)

    def frame(pen) -> None:
        pen.rectangle([side * POINT for side in box], outline="black", width=2)

    def line(pen) -> None:
        pen.line([60 * POINT, 65 * POINT, 140 * POINT, 65 * POINT], fill="black", width=3)

    assert not upright(frame).has_ink(box)
    assert upright(line).has_ink(box)
    assert not upright(line).has_ink(box, spared=[(58.0, 60.0, 142.0, 70.0)])


def test_a_character_shows_when_its_place_is_dark():
    page = upright(lambda pen: pen.line([100, 100, 100, 120], fill="black", width=2))
    assert page.shows((47.0, 48.0, 49.5, 57.0))
    assert not page.shows((60.0, 48.0, 62.5, 57.0))


def test_a_picture_of_a_place_shows_something_around_it():
    assert b"PNG" in upright(lambda pen: ring(pen, BUTTON)).cut(BUTTON, "keuze").png[:8]
