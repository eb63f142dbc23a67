"""A photo as a JPEG that stands upright: as it came where that is what it is, else made anew without visible loss."""

from __future__ import annotations

import io
from dataclasses import dataclass

from docgen.formats.image.opened import open_pictures, stands_upright
from docgen.formats.raster import Raster

#: From here on a second pressing shows nowhere, and higher ones only make the file larger.
_QUALITY = 92


@dataclass(frozen=True)
class Jpeg:
    """A JPEG and its size in pixels; `is_grey` tells its colours."""

    data: bytes
    width: int
    height: int
    is_grey: bool = False


def make_jpegs(data: bytes) -> tuple[Jpeg, ...]:
    """The pictures of a file, upright; raises UnreadableFileError for one that cannot be opened."""
    own = _as_it_came(data)
    return (own,) if own else tuple(_press(raster) for raster in open_pictures(data))


def _as_it_came(data: bytes) -> Jpeg | None:
    from PIL import Image  # noqa: PLC0415 - heavy library

    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.format != "JPEG" or picture.mode not in ("RGB", "L") or not stands_upright(picture):
                return None
            return Jpeg(data, picture.width, picture.height, picture.mode == "L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _press(raster: Raster) -> Jpeg:
    from PIL import Image  # noqa: PLC0415 - heavy library

    out = io.BytesIO()
    picture = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)
    picture.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return Jpeg(out.getvalue(), raster.width, raster.height)
