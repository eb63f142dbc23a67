"""PDF pages drawn as pixels, one at a time."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.raster import draw_pages


def pdf(*sizes: tuple[float, float]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.setFillColorRGB(0.1, 0.2, 0.9)
        canvas.rect(0, size[1] - 72, 72, 72, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_page_is_drawn_with_its_colours_at_the_resolution_asked_for():
    (page,) = draw_pages(pdf((144, 216)), dpi=100)
    assert (page.width, page.height, page.dpi) == (200, 300, pytest.approx(100))
    assert len(page.rgb) == 200 * 300 * 3
    at = (10 * page.width + 10) * 3
    assert tuple(page.rgb[at : at + 3]) == (26, 51, 230)  # a blue square of an inch in the top left corner
    assert page.rgb[-3:] == b"\xff\xff\xff"


def test_only_the_pages_asked_for_are_drawn():
    data = pdf((100, 100), (200, 100), (300, 100))
    assert [page.width for page in draw_pages(data, dpi=72, pages=[2, 0])] == [300, 100]
    assert [page.width for page in draw_pages(data, dpi=72)] == [100, 200, 300]


def test_a_page_of_millions_of_points_is_drawn_no_larger_than_paper():
    (page,) = draw_pages(pdf((14_000, 14_000)), dpi=100)
    assert (page.width, page.height) == (1700, 1700)


def test_what_is_no_pdf_is_refused_with_a_sentence():
    with pytest.raises(UnreadableFileError, match="niet getekend"):
        next(draw_pages(b"%PDF-1.7 en verder niets"))
