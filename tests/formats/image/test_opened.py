"""Photos and scans of every kind come out as the same upright pixels, or with one sentence."""

from __future__ import annotations

import io

import pillow_heif
import pytest
from PIL import Image, ImageDraw

from docgen.errors import UnreadableFileError
from docgen.formats.image.opened import LONGEST_SIDE, MAX_PICTURES, MAX_PIXELS, open_pictures

pillow_heif.register_heif_opener()
#: The tag in which a camera notes how it was held, and what it writes when the picture must be turned to the right.
ORIENTATION, TURN_RIGHT = 0x0112, 6


def draw() -> Image.Image:
    """A white page of 300 × 400 with a dark square in its top left corner."""
    page = Image.new("RGB", (300, 400), "white")
    ImageDraw.Draw(page).rectangle((0, 0, 60, 60), fill=(20, 20, 90))
    return page


def save(page: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    page.save(out, kind, **options)
    return out.getvalue()


def pixel(raster, x: int, y: int) -> tuple[int, ...]:
    at = (y * raster.width + x) * 3
    return tuple(raster.rgb[at : at + 3])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "HEIF", "WEBP", "GIF", "BMP"])
def test_every_kind_of_picture_opens_as_the_same_page(kind):
    (raster,) = open_pictures(save(draw(), kind))
    assert (raster.width, raster.height, len(raster.rgb)) == (300, 400, 300 * 400 * 3)
    assert max(abs(a - b) for a, b in zip(pixel(raster, 20, 20), (20, 20, 90), strict=True)) < 40
    assert min(pixel(raster, 280, 380)) > 230


def test_a_picture_is_turned_upright_by_what_the_camera_noted():
    exif = Image.Exif()
    exif[ORIENTATION] = TURN_RIGHT
    (raster,) = open_pictures(save(draw().rotate(90, expand=True), "JPEG", exif=exif.tobytes()))
    assert (raster.width, raster.height) == (300, 400)
    assert max(pixel(raster, 20, 20)) < 130


def test_every_page_of_a_scanned_tiff_is_a_picture():
    data = save(draw(), "TIFF", save_all=True, append_images=[draw(), draw()], dpi=(300, 300))
    assert [raster.dpi for raster in open_pictures(data)] == [300.0] * 3


def test_a_tiff_of_too_many_pages_is_refused_rather_than_cut_off():
    pages = [Image.new("1", (10, 10), 1) for _ in range(MAX_PICTURES)]
    assert len(open_pictures(save(pages[0], "TIFF", save_all=True, append_images=pages[1:]))) == MAX_PICTURES
    with pytest.raises(UnreadableFileError, match="meer dan 20 bladzijden"):
        open_pictures(save(pages[0], "TIFF", save_all=True, append_images=pages))


def test_what_is_transparent_is_white():
    page = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    assert pixel(open_pictures(save(page, "PNG"))[0], 5, 5) == (255, 255, 255)


def test_a_large_photo_is_kept_no_larger_than_a_scan():
    (raster,) = open_pictures(save(Image.new("RGB", (8000, 6000), "white"), "JPEG"))
    assert (raster.width, raster.height) == (LONGEST_SIDE, round(6000 * LONGEST_SIDE / 8000))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xff\xd8\xff\xe0 geen foto", id="no photo behind the first bytes"),
        pytest.param(b"\x89PNG\r\n\x1a\n", id="only the first bytes"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_a_damaged_picture_is_refused_with_a_sentence(data):
    with pytest.raises(UnreadableFileError, match="beschadigd"):
        open_pictures(data)


def test_a_picture_with_far_too_many_pixels_is_refused_unread():
    side = int(MAX_PIXELS**0.5) + 100
    with pytest.raises(UnreadableFileError, match="te veel beeldpunten"):
        open_pictures(save(Image.new("1", (side, side)), "PNG"))


def test_what_a_phone_adds_to_its_photo_is_no_page():
    data = save(draw(), "MPO", save_all=True, append_images=[draw().resize((30, 40))])
    assert [(300, 400)] == [(raster.width, raster.height) for raster in open_pictures(data)]
