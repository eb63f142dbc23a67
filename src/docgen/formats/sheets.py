"""The pages of a PDF or of a picture file as pixels, drawn one at a time when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docgen.formats.kind import FileKind
from docgen.formats.raster import SCAN_DPI, Raster

#: Inches: what the longer side of a picture is taken for when nothing says its resolution (A4).
_LONG_SIDE = 11.69


@dataclass(frozen=True)
class Sheets:
    """How many pages there are, which of them hold text that can be read, and how to draw each (from 0)."""

    texts: tuple[str, ...]
    draw: Callable[[int], Raster]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.texts)

    def dpi(self, raster: Raster) -> float:
        """The resolution of a page; of a photo that of an A4 page that just fills it."""
        return raster.dpi or max(raster.width, raster.height) / _LONG_SIDE


def open_sheets(data: bytes, kind: FileKind) -> Sheets:
    """The pages of a PDF or picture; raises UnreadableFileError for one that cannot be drawn, as drawing does."""
    if kind is FileKind.IMAGE:
        from docgen.formats.image.opened import count_pictures, open_picture  # noqa: PLC0415 - heavy library

        return Sheets(("",) * count_pictures(data), lambda number: open_picture(data, number))
    from docgen.formats.pdf.raster import draw_pages  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.words import read_page_texts  # noqa: PLC0415 - heavy library

    return Sheets(read_page_texts(data), lambda number: next(iter(draw_pages(data, SCAN_DPI, [number]))))
