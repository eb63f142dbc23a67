"""Codes on coarse, blurred and noisy scans: what is seen but does not read at once reads larger and sharper."""

from __future__ import annotations

import functools
import io

import pytest
from PIL import Image, ImageDraw, ImageFilter

from docgen.formats.poor_codes import read_poor_codes
from docgen.formats.qr import draw_png, read_codes
from docgen.formats.raster import Raster
from paper_scans import scan

DATA = bytes((n * 37 + n * n) % 251 for n in range(560))


@functools.cache
def page() -> Image.Image:
    """A page at 300 dpi with the code 46 mm wide, as our papers print it."""
    sheet = Image.new("RGB", (2480, 3508), "white")
    code = Image.open(io.BytesIO(draw_png(DATA))).convert("RGB")
    sheet.paste(code.resize((543, 543), Image.Resampling.NEAREST), (1700, 500))
    return sheet


def at(dpi: int) -> Image.Image:
    return page().resize((2480 * dpi // 300, 3508 * dpi // 300), Image.Resampling.BOX)


def as_raster(picture: Image.Image) -> Raster:
    return Raster(picture.width, picture.height, picture.tobytes())


POOR = [
    ("coarse and pressed hard", lambda: scan(at(88), 1.3, noise=6, quality=25)),
    ("coarser and pressed hard", lambda: scan(at(80), 2.6, noise=6, quality=40)),
    ("blurred", lambda: scan(at(150).filter(ImageFilter.GaussianBlur(1.2)), -1.1, noise=4, quality=50)),
]


@pytest.mark.parametrize("make", [each[1] for each in POOR], ids=[each[0] for each in POOR])
def test_a_poor_code_reads_at_the_second_try(make):
    raster = as_raster(make())
    assert () == read_codes(raster)
    (code,) = read_poor_codes(raster)
    assert DATA == code.data
    left, right = code.corners[0][0] / raster.width, code.corners[1][0] / raster.width
    assert (1700 / 2480) - 0.03 < left < right < (2243 / 2480) + 0.03


def test_a_stained_code_is_seen_though_it_does_not_read():
    stained = at(200)
    ImageDraw.Draw(stained).ellipse((1200, 400, 1430, 630), fill=(120, 84, 52))
    (code,) = read_poor_codes(as_raster(stained))
    assert b"" == code.data


def test_a_page_without_a_code_has_none():
    assert () == read_poor_codes(as_raster(scan(Image.new("RGB", (1240, 1754), "white"), 1)))
