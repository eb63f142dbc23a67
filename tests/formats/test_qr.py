"""QR codes are found and read on scans and photos, and places are cut out of them."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image

from docgen.formats.image.snippet import cut_snippet
from docgen.formats.qr import draw_png, read_codes
from docgen.formats.raster import Raster

TEXT = "docgen:jobtraining/verantwoordingsdocument v1"


def page(turn: int = 0, text: str = TEXT) -> Raster:
    """A page with one QR code of 180 pixels, turned anti-clockwise."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    drawn = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=6)).convert("RGB")
    sheet = Image.new("RGB", (800, 1000), "white")
    sheet.paste(drawn, (500, 700))
    sheet = sheet.rotate(turn, expand=True, fillcolor="white")
    return Raster(sheet.width, sheet.height, sheet.tobytes())


@pytest.mark.parametrize("turn", [0, 3, 90, 180, 270, 357])
def test_a_code_reads_however_the_page_is_turned(turn):
    assert [code.data.decode() for code in read_codes(page(turn))] == [TEXT]


def test_the_corners_tell_which_way_is_up():
    (upright,), (turned,) = read_codes(page()), read_codes(page(180))
    assert upright.corners[0][1] < upright.corners[3][1]
    assert turned.corners[0][1] > turned.corners[3][1]


@pytest.mark.parametrize("data", [b"kort", bytes(range(256)), b"\x00\xff" * 325], ids=["text", "any byte", "650 bytes"])
def test_a_drawn_code_reads_back_byte_for_byte(data):
    with Image.open(io.BytesIO(draw_png(data))) as picture:
        flat = picture.convert("RGB")
    assert [code.data for code in read_codes(Raster(flat.width, flat.height, flat.tobytes()))] == [data]


def test_a_page_without_a_code_has_none():
    assert read_codes(Raster(50, 50, b"\xff" * 7500)) == ()


def test_a_place_is_cut_out_as_far_as_it_lies_on_the_page():
    snippet = cut_snippet(page(), (700, 900, 5000, 5000), "Hoek van de bladzijde")
    with Image.open(io.BytesIO(snippet.png)) as picture:
        assert (picture.size, picture.format) == ((100, 100), "PNG")
    assert snippet.caption == "Hoek van de bladzijde"
