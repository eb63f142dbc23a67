"""A blank form as it comes out of the printer: its pages as pictures, to lay over a scan of the filled one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.formats.pdf.raster import draw_pages
from docgen.formats.qr import Code, Point, read_codes
from docgen.model.form import Form, Identity, parse_identity

if TYPE_CHECKING:
    from docgen.formats.image.page import Page
    from docgen.formats.image.snippet import Box
    from docgen.formats.pdf.field_boxes import FieldBox

#: The resolution that a blank form is drawn at: the one that pages are compared at.
DPI = 150
_POINTS = 72


@dataclass(frozen=True)
class PrintedBlank:
    """The pages of a blank form, the corners of the code that each bears at the same place, and its inputs."""

    pages: tuple[Page, ...]
    corners: tuple[Point, ...]
    boxes: tuple[FieldBox, ...]

    @property
    def code(self) -> Box:
        """Where the code stands on each page, in pixels: it differs from one addressee to the next."""
        across, down = zip(*self.corners, strict=True)
        return round(min(across)), round(min(down)), round(max(across)), round(max(down))


@lru_cache(maxsize=2)
def draw_blank(form: Form) -> PrintedBlank:
    """The form of this version and language as it is printed, drawn once."""
    from docgen.formats.image.page import Page, read_page  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.field_boxes import print_form  # noqa: PLC0415 - heavy library

    printed = print_form(form)
    drawn = list(draw_pages(printed.pdf, DPI))
    pages = []
    for number, raster in enumerate(drawn):
        written = tuple(place_box(box) for box in printed.boxes if box.page == number)
        pages.append(Page(read_page(raster, DPI).picture, DPI, written))
    corners = next(code.corners for code in read_codes(drawn[0]) if read_identity(code))
    return PrintedBlank(tuple(pages), corners, printed.boxes)


def place_box(box: FieldBox) -> Box:
    """The input in pixels of the drawn page."""
    left, top, right, bottom = (round(side * DPI / _POINTS) for side in box.box)
    return left, top, right, bottom


def read_identity(code: Code) -> Identity | None:
    """The form that a code at the foot of a page names; None for any other code."""
    return parse_identity(code.data.decode("utf-8", "replace"))
