"""Draw the pages of a PDF as pixels: for scans, whose pages are pictures, and to compare a page with its scan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.formats.pdf.pages import open_pages
from docgen.formats.raster import SCAN_DPI, Raster

#: Of a longer document only these pages are drawn.
MAX_PAGES = 30
#: Inches: A3 and a bit; a larger page is drawn no larger than this.
_LONGEST_SIDE = 17.0
_POINTS = 72
_DAMAGED = (
    "is een PDF-bestand waarvan de bladzijden niet getekend kunnen worden; bewaar het opnieuw en stuur het nog eens"
)


def draw_pages(data: bytes, dpi: int = SCAN_DPI, pages: Sequence[int] | None = None) -> Iterator[Raster]:
    """The pages (counted from 0; without `pages` the first `MAX_PAGES`) one by one, with their annotations drawn.

    Raises UnreadableFileError for a file that pdfium cannot open.
    """
    with open_pages(data, _DAMAGED) as document:
        document.init_forms()  # else inputs stay blank: pdfium draws them apart from the page
        for number in range(min(len(document), MAX_PAGES)) if pages is None else pages:
            yield _draw(document[number], dpi)


def _draw(page: object, dpi: int) -> Raster:
    longest = max(page.get_size()) / _POINTS  # type: ignore[attr-defined]
    scale = dpi * min(1.0, _LONGEST_SIDE / longest) / _POINTS
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)  # type: ignore[attr-defined]
    pixels = memoryview(bitmap.buffer).cast("B")
    step, width = bitmap.n_channels, bitmap.width * bitmap.n_channels
    rows = [bytes(pixels[start : start + width]) for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)]
    rgb = b"".join(rows) if step == 3 else _as_rgb(rows, step)
    return Raster(bitmap.width, bitmap.height, rgb, scale * _POINTS)


def _as_rgb(rows: list[bytes], step: int) -> bytes:
    """Three bytes a pixel, of gray pixels (one) or of pixels with a fourth byte."""
    flat = b"".join(rows)
    out = bytearray(len(flat) // step * 3)
    for channel in range(3):
        out[channel::3] = flat[min(channel, step - 1) :: step]
    return bytes(out)
