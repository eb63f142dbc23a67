"""What stands in a box of a form on paper, on pages drawn here in numbers from 0 (paper) to 1 (black)."""

from __future__ import annotations

import numpy as np
import pytest

from docgen.formats.image.ink import InkFinder, read_mark

#: A box of 40 by 10 millimetres at 150 dpi, with a frame, and the same one under it.
BOX, UNDER = (60, 60, 296, 119), (60, 119, 296, 178)
CELL = (100, 80, 160, 100)


def _page() -> np.ndarray:
    page = np.zeros((240, 360), np.float32)
    for left, top, right, bottom in (BOX, UNDER):
        page[[top, bottom], left:right] = 0.5
        page[top:bottom, [left, right]] = 0.5
    return page


def _draw(page: np.ndarray, *strokes: tuple[int, int, int, int], dark: float = 0.8) -> np.ndarray:
    for left, top, right, bottom in strokes:
        page[top:bottom, left:right] = dark
    return page


def _has_ink(page: np.ndarray, box=BOX) -> bool:
    return InkFinder(page, _page()).find(box) is not None


@pytest.mark.parametrize(
    ("expected", "strokes", "dark", "why"),
    [
        (True, [(100, 75, 103, 100), (100, 85, 130, 88)], 0.8, "a letter"),
        (True, [(100, 75, 102, 100)], 0.3, "one pale pencil stroke"),
        (True, [(100, 88, 118, 90)], 0.6, "a dash"),
        (True, [(100, 100, 103, 119)], 0.8, "a stroke that goes on below the frame"),
        (False, [], 0.8, "nothing"),
        (False, [(100, 88, 102, 90)], 0.8, "a speck of dust"),
        (False, [(61, 62, 295, 64)], 0.8, "the frame, scanned a little off"),
        (False, [(150, 56, 153, 70)], 0.8, "the tail of a letter in the box above"),
        (False, [(100, 75, 130, 100)], 0.08, "a shadow of the other side"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_ink_in_a_box_is_told_from_what_is_none(expected, strokes, dark, why):
    assert expected is _has_ink(_draw(_page(), *strokes, dark=dark)), why


def test_the_grain_of_a_scanner_is_no_ink():
    grain = np.random.default_rng(1).normal(0, 0.06, (240, 360)).astype(np.float32)
    assert not _has_ink(np.clip(_page() + grain, 0, 1))


def test_writing_counts_in_its_own_box_only():
    page = _draw(_page(), (100, 75, 103, 100), (120, 80, 140, 83))
    assert (True, False) == (_has_ink(page), _has_ink(page, UNDER))


def test_the_box_round_the_ink_is_known():
    ink = InkFinder(_draw(_page(), CELL), _page()).find(BOX)
    assert ink is not None
    assert all(abs(found - drawn) <= 6 for found, drawn in zip(ink.box, CELL, strict=True))


@pytest.mark.parametrize(
    ("expected", "marks"),
    [
        ("ja", {"ja": 90.0, "neen": 0.0}),
        ("neen", {"ja": 20.0, "neen": 90.0}),
        (None, {"ja": 50.0, "neen": 90.0}),
        (None, {"ja": 0.0, "neen": 0.0}),
    ],
)
def test_a_choice_is_marked_only_when_that_is_plain(expected, marks):
    assert expected == read_mark(marks)


def test_the_words_of_a_button_end_where_the_next_one_begins():
    page = _draw(_page(), (100, 85, 112, 97), (120, 85, 150, 95), (180, 85, 192, 97))
    assert (100, 85, 150, 97) == tuple(round(side) for side in InkFinder(page, page).find_label((100, 85, 112, 97)))


def test_printed_words_that_were_struck_out_hold_more_ink():
    lines = [(40 + 8 * n, top, 44 + 8 * n, top + 10) for top in (10, 190, 215) for n in range(38)]
    words = _draw(_page(), *((100 + 8 * n, 80, 104 + 8 * n, 96) for n in range(12)), *lines)
    struck = _draw(words.copy(), (98, 86, 196, 90))
    assert 1.0 == pytest.approx(InkFinder(words, words).compare_print(BOX), abs=0.05)
    assert InkFinder(struck, words).compare_print(BOX) > 1.15


def test_a_faint_line_through_a_button_is_a_mark_though_its_ring_hides_most_of_it():
    ring = _page()
    down, right = np.mgrid[0:240, 0:360]
    ring[abs(np.hypot(down - 90, right - 150) - 10) < 1.5] = 0.6
    marked = _draw(ring.copy(), (137, 89, 165, 91), dark=0.35)
    button = (133, 73, 167, 107)
    assert (True, False) == tuple(InkFinder(page, ring).find_mark(button) is not None for page in (marked, ring))
