"""Cut a place out of a page, for the report to show."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docgen.formats.raster import Raster
from docgen.model.value import Snippet

if TYPE_CHECKING:
    from PIL import Image

#: Left, top, right and bottom in pixels.
Box = tuple[int, int, int, int]


def save_snippet(picture: Image.Image, caption: str) -> Snippet:
    """A picture of a place as a PNG; a place of a scan keeps fewer colours than it has, so that reports stay small."""
    out = io.BytesIO()  # 32 colours: pen, print and paper stay apart
    picture.convert("RGB").quantize(32).save(out, "PNG", optimize=False)
    return Snippet(out.getvalue(), caption)


def cut_snippet(raster: Raster, box: Box, caption: str) -> Snippet:
    """The part of the page within `box`, as far as it lies on the page, as a PNG."""
    from PIL import Image  # noqa: PLC0415 - heavy library

    left, top = max(0, box[0]), max(0, box[1])
    right, bottom = min(raster.width, max(box[2], left + 1)), min(raster.height, max(box[3], top + 1))
    out = io.BytesIO()
    page = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)
    page.crop((left, top, right, bottom)).save(out, "PNG", optimize=False)
    return Snippet(out.getvalue(), caption)
