"""The sheet of paper on a photo is found by its corners; a scan is paper all over."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from docgen.formats.image.sheet import find_corners

SHEETS = [
    ("straight from above", [(200, 150), (1200, 150), (1200, 1600), (200, 1600)]),
    ("turned a little", [(260, 150), (1220, 210), (1150, 1640), (190, 1580)]),
    ("from aside", [(300, 100), (1100, 260), (1300, 1700), (90, 1750)]),
]


def photo(corners, table=(120, 90, 62)) -> Image.Image:
    page = Image.new("RGB", (1400, 1850), table)
    pen = ImageDraw.Draw(page)
    pen.polygon(corners, fill=(235, 235, 230))
    for line in range(600, 1200, 60):
        pen.line([(450, line), (900, line)], fill=(30, 30, 30), width=12)
    return page


@pytest.mark.parametrize("corners", [each[1] for each in SHEETS], ids=[each[0] for each in SHEETS])
def test_the_corners_are_found(corners):
    found = find_corners(photo(corners))
    assert found is not None
    assert np.abs(found - corners).max() < 20


def test_another_white_thing_on_the_table_is_not_the_sheet():
    page = photo(SHEETS[1][1])
    ImageDraw.Draw(page).ellipse((1250, 20, 1390, 160), fill="white")
    found = find_corners(page)
    assert found is not None
    assert np.abs(found - SHEETS[1][1]).max() < 20


NO_SHEETS = [
    ("a scan", photo([(0, 0), (1400, 0), (1400, 1850), (0, 1850)])),
    ("a note in a corner", photo([(600, 800), (900, 800), (900, 1100), (600, 1100)])),
    ("nothing at all", Image.new("RGB", (600, 800), (90, 90, 90))),
]


@pytest.mark.parametrize("page", [each[1] for each in NO_SHEETS], ids=[each[0] for each in NO_SHEETS])
def test_what_shows_no_sheet_has_no_corners(page):
    assert find_corners(page) is None
