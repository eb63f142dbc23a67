"""What stands as text on the pages of a PDF: quickly, and without its layout."""

from __future__ import annotations

from typing import Any

from docgen.formats.pdf.pages import open_pages
from docgen.formats.pdf.raster import MAX_PAGES

#: A picture over this part of a page makes it a scan, whatever text a scanner laid under it.
_MOST_OF_PAGE = 0.6
_PICTURE = 3  # FPDF_PAGEOBJ_IMAGE of pdfium
#: Looking for pictures stops after so many things on a page: a scan has few.
_MAX_OBJECTS = 60


def read_page_texts(data: bytes) -> tuple[str, ...]:
    """The text of each of the first `MAX_PAGES` pages; none for a scan.

    Raises UnreadableFileError for a file that pdfium cannot open.
    """
    with open_pages(data) as document:
        return tuple(_read_text(document[number]) for number in range(min(len(document), MAX_PAGES)))


def _read_text(page: Any) -> str:  # noqa: ANN401 - pypdfium2 has no types
    return "" if is_scan(page) else str(page.get_textpage().get_text_range())


def is_scan(page: Any) -> bool:  # noqa: ANN401 - pypdfium2 has no types
    """Whether a picture takes most of a page: what text lies under it, a scanner laid there."""
    width, height = page.get_size()
    for number, thing in enumerate(page.get_objects(max_depth=2)):
        if number == _MAX_OBJECTS:
            return False
        if thing.type == _PICTURE:
            left, bottom, right, top = thing.get_bounds()
            if (right - left) * (top - bottom) > _MOST_OF_PAGE * width * height:
                return True
    return False
