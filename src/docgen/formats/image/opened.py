"""Open a photo, scan or screenshot (JPEG, PNG, TIFF, HEIC, WebP, GIF, BMP): its pictures upright, as pixels."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.errors import UnreadableFileError
from docgen.formats.raster import Raster

if TYPE_CHECKING:
    from PIL import Image

#: A phone takes 12 to 50 million pixels; past this a picture is no photo of a page.
MAX_PIXELS = 60_000_000
#: A scanner puts the pages of one document in one TIFF.
MAX_PICTURES = 20
#: The longest side in pixels that is kept: an A4 page at 300 dpi.
LONGEST_SIDE = 3508
#: Resolutions that scanners state; others are a camera's or an editor's guess.
_LEAST_DPI, _MOST_DPI = 90, 1200
_DAMAGED = "is een foto of scan die beschadigd is of niet geopend kan worden; bewaar ze opnieuw als JPG of PNG"


def open_pictures(data: bytes) -> tuple[Raster, ...]:
    """The pictures of a file, turned upright by what the camera noted; most files hold one.

    Raises UnreadableFileError for a damaged file and for one with far too many pixels or pages.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - heavy library
    from pillow_heif import register_heif_opener  # noqa: PLC0415 - heavy library

    register_heif_opener(thumbnails=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                return tuple(_read_frames(picture))
    except UnreadableFileError:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise UnreadableFileError(_DAMAGED) from error


def _read_frames(picture: Image.Image) -> Iterator[Raster]:
    from PIL import ImageOps, ImageSequence  # noqa: PLC0415 - heavy library

    for number, frame in enumerate(ImageSequence.Iterator(picture)):
        if number == MAX_PICTURES:
            message = f"bevat meer dan {MAX_PICTURES} bladzijden; stuur elk stuk als een eigen bestand"
            raise UnreadableFileError(message)
        if frame.width * frame.height > MAX_PIXELS:
            message = "is een foto met te veel beeldpunten; stuur ze kleiner, bijvoorbeeld zoals de telefoon ze mailt"
            raise UnreadableFileError(message)
        yield _flatten(ImageOps.exif_transpose(frame), _stated_dpi(frame))


def _flatten(picture: Image.Image, dpi: float | None) -> Raster:
    """The picture as RGB on white, no larger than a scan needs."""
    from PIL import Image  # noqa: PLC0415 - heavy library

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        picture = Image.new("RGB", layered.size, "white")
        picture.paste(layered, mask=layered.getchannel("A"))
    shrunk = min(1.0, LONGEST_SIDE / max(picture.size))
    flat = picture.convert("RGB")
    if shrunk < 1:
        flat = flat.resize((round(flat.width * shrunk), round(flat.height * shrunk)), Image.Resampling.LANCZOS)
    return Raster(flat.width, flat.height, flat.tobytes(), dpi * shrunk if dpi else None)


def _stated_dpi(picture: Image.Image) -> float | None:
    stated = picture.info.get("dpi", (0, 0))[0]
    return float(stated) if _LEAST_DPI <= stated <= _MOST_DPI else None
