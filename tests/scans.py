"""Pages as a scanner or a phone leaves them: text drawn as pixels, in the files that arrive."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import pytest
import reportlab
from PIL import Image, ImageDraw, ImageFont

from docgen.formats.raster import Raster

FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def need_ocr() -> None:
    """Skip a test where the extra `docgen[ocr]` is not installed."""
    pytest.importorskip("rapidocr")
    pytest.importorskip("onnxruntime")


@lru_cache(maxsize=16)
def draw_page(text: str, size: tuple[int, int] = (1240, 900), columns: int = 420) -> Image.Image:
    """A page at 150 dpi: a line of text a line, a tab begins the next column."""
    page = Image.new("RGB", size, "white")
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(str(FONT), 24)
    for row, line in enumerate(text.splitlines()):
        for column, cell in enumerate(line.split("\t")):
            pen.text((90 + column * columns, 70 + row * 52), cell, "black", font)
    return page


def as_file(pages: Sequence[Image.Image] | Image.Image, kind: str = "PNG") -> bytes:
    """The pictures in one file: PNG, JPEG, TIFF or PDF."""
    given = [pages] if isinstance(pages, Image.Image) else pages
    first, *others = (page.copy() for page in given)  # Pillow leaves what it appended on the picture itself
    out = io.BytesIO()
    several = {"save_all": True, "append_images": others} if kind in ("TIFF", "PDF") else {}
    first.save(out, kind, resolution=150, **several)
    return out.getvalue()


def as_raster(page: Image.Image) -> Raster:
    """The picture as pixels."""
    return Raster(page.width, page.height, page.convert("RGB").tobytes(), 150)
