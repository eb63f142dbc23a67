"""Photos of one document put together, and pages that cannot be cut from a file."""

import io

import pypdfium2
import pytest
from PIL import Image

from docgen.errors import UnreadableFileError
from docgen.formats.one_document import cut_document, join_pages


def photo(colour: str, size: tuple[int, int] = (300, 400), kind: str = "JPEG", **saving: object) -> bytes:
    out = io.BytesIO()
    Image.new("L" if colour == "grey" else "RGB", size, colour).save(out, kind, **saving)
    return out.getvalue()


def sideways(colour: str) -> bytes:
    """A photo that lies on its side, with the camera's note that says so."""
    picture = Image.new("RGB", (400, 300), colour)
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def join_photos(photos: list[bytes]) -> bytes:
    return join_pages([(data, ()) for data in photos])


def pages(pdf: bytes) -> list[tuple[bool, tuple[int, ...]]]:
    """Of each page whether it is upright, and the colour in its middle."""
    document = pypdfium2.PdfDocument(pdf)
    drawn = [page.render().to_pil().convert("RGB") for page in document]
    return [(page.height > page.width, page.getpixel((page.width // 2, page.height // 2))) for page in drawn]


def test_each_photo_is_a_page_in_order():
    made = join_photos([photo("blue"), photo("white", kind="PNG"), photo("blue", (400, 300))])
    assert [(True, True), (True, False), (False, True)] == [
        (upright, colour[2] > 200 and colour[0] < 50) for upright, colour in pages(made)
    ]


def test_a_photo_on_its_side_stands_upright():
    assert [True] == [upright for upright, _ in pages(join_photos([sideways("green")]))]


def test_a_jpeg_is_taken_over_as_it_is():
    first, second = photo("red"), photo("grey")
    made = join_photos([first, second])
    assert (True, True) == (first in made, second in made)
    assert (200, 200) < pages(made)[0][1][:1] * 2


def test_the_same_photos_give_the_same_bytes():
    assert join_photos([photo("red"), sideways("red")]) == join_photos([photo("red"), sideways("red")])


def test_a_photo_that_cannot_be_opened_is_refused():
    with pytest.raises(UnreadableFileError):
        join_photos([photo("red"), b"\xff\xd8\xff\xe0niets"])


def test_pages_are_cut_from_a_pdf_only():
    assert cut_document(photo("red", kind="TIFF"), [1]) is None


def test_pages_of_pdfs_and_photos_follow_each_other():
    pdf = join_photos([photo("blue"), photo("white")])
    made = join_pages([(pdf, (2,)), (photo("blue"), ()), (pdf, ())])
    assert [False, True, True, False] == [colour[0] < 50 for _, colour in pages(made)]


def test_of_a_file_of_pictures_the_named_ones_are_taken():
    out = io.BytesIO()
    first, second = (Image.new("RGB", (300, 400), colour) for colour in ("white", "blue"))
    first.save(out, "TIFF", save_all=True, append_images=[second])
    assert [True] == [colour[0] < 50 for _, colour in pages(join_pages([(out.getvalue(), (2,))]))]
