"""Which logos every document can show, and what is said of the others."""

import io

import pytest
from PIL import Image

from docgen.errors import UnreadableFileError
from docgen.formats.image.logo import LONGEST_SIDE, MAX_BYTES, measure_logo


def draw(kind: str, size: tuple[int, int] = (60, 20), mode: str = "RGB", **how: object) -> bytes:
    data = io.BytesIO()
    Image.new(mode, size).save(data, kind, **how)
    return data.getvalue()


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return draw("JPEG", exif=exif)


@pytest.mark.parametrize(
    "data",
    [draw("PNG"), draw("PNG", mode="RGBA"), draw("PNG", mode="1"), draw("JPEG"), draw("JPEG", mode="L")],
    ids=["PNG", "transparent PNG", "PNG in black and white", "JPEG", "grey JPEG"],
)
def test_a_png_or_jpeg_gives_its_size(data):
    assert (60, 20) == measure_logo(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG-tekening"),
        (draw("GIF"), "geen PNG of JPEG"),
        (b"", "geen PNG of JPEG"),
        (draw("PNG")[:-30], "beschadigd"),
        (draw("JPEG")[:300], "beschadigd"),
        (draw("PNG", (LONGEST_SIDE + 1, 2)), "te groot"),
        (draw("PNG") + bytes(MAX_BYTES), "te groot"),
        (draw("JPEG", mode="CMYK"), "drukkleuren"),
        (turned(), "na draaien"),
    ],
    ids=["svg", "gif", "empty", "half a PNG", "half a JPEG", "pixels", "bytes", "cmyk", "turned"],
)
def test_another_file_is_refused_with_what_to_do(data, words):
    with pytest.raises(UnreadableFileError, match=f"{words}.*bewaar het"):
        measure_logo(data)
