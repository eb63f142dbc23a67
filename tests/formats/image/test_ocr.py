"""The text on a picture of a page becomes lines, however the page lies."""

import io
import subprocess
import sys

import pytest
from PIL import Image

from docgen.formats.image.ocr import recognise_lines
from docgen.model.value import Place
from scans import as_raster, draw_page, need_ocr

TEXT = "Naam\tFientje Voorbeeld\nBegindatum\t01/09/2025\nStamboeknummer\t29001011294"


def read(page):
    need_ocr()
    return recognise_lines(as_raster(page), "RL1.jpg", 2)


def test_columns_are_parted_and_each_line_says_how_sure_it_is_and_where_it_stands():
    lines = read(draw_page(TEXT))
    assert TEXT == "\n".join(line.text for line in lines)
    assert Place("RL1.jpg", "bladzijde 2, regel 3") == lines[2].place
    assert all(0.9 < line.certainty <= 1 for line in lines)


def test_the_picture_of_a_line_shows_that_line():
    picture = Image.open(io.BytesIO(read(draw_page(TEXT))[1].picture.png))
    assert 500 < picture.width < 750
    assert 30 < picture.height < 70
    assert 100 > min(picture.tobytes())


@pytest.mark.parametrize("degrees", [90, 180, 270, 4, -3])
def test_a_page_may_lie_in_any_direction_or_askew(degrees):
    page = draw_page(TEXT).rotate(degrees, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)
    assert TEXT == "\n".join(line.text for line in read(page))


def test_an_empty_page_has_no_lines():
    assert () == read(Image.new("RGB", (600, 800), "white"))


def test_recognising_says_nothing_on_the_screen():
    need_ocr()
    program = (
        "from docgen.formats.image.ocr import recognise_lines\nfrom docgen.formats.raster import Raster\n"
        "recognise_lines(Raster(300, 300, bytes(270000)), 'x', 1)"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ("", "") == (said.stdout, said.stderr)
