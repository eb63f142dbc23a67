"""Open a photo, scan or screenshot (JPEG, PNG, TIFF, HEIC, WebP, GIF, BMP): its pictures upright, as pixels."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
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
#: The tag of Exif that says how a picture must be turned, and what it says where it need not be.
_ORIENTATION, _UPRIGHT = 0x0112, 1
_DAMAGED = "is een foto of scan die beschadigd is of niet geopend kan worden; bewaar ze opnieuw als JPG of PNG"


def open_pictures(data: bytes) -> tuple[Raster, ...]:
    """The pictures of a file, turned upright by what the camera noted; most files hold one.

    Raises UnreadableFileError for a damaged file and for one with far too many pixels or pages.
    """
    with _open(data) as picture:
        return tuple(_read_frame(picture, number) for number in range(_count_frames(picture)))


def open_picture(data: bytes, number: int) -> Raster:
    """One of the pictures of a file, counted from 0; raises as `open_pictures` does."""
    with _open(data) as picture:
        return _read_frame(picture, number)


def count_pictures(data: bytes) -> int:
    """How many pictures a file holds; raises as `open_pictures` does, but not for a picture that is damaged inside."""
    with _open(data) as picture:
        return _count_frames(picture)


def stands_upright(picture: Image.Image) -> bool:
    """Whether a picture is stored as it was taken, and need not be turned first."""
    return bool(picture.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT)


@contextmanager
def _open(data: bytes) -> Iterator[Image.Image]:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - heavy library
    from pillow_heif import register_heif_opener  # noqa: PLC0415 - heavy library

    register_heif_opener(thumbnails=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                yield picture
    except UnreadableFileError:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise UnreadableFileError(_DAMAGED) from error


def _count_frames(picture: Image.Image) -> int:
    # a phone adds smaller versions and light maps of the same photo
    count = 1 if picture.format == "MPO" else int(getattr(picture, "n_frames", 1))
    if count > MAX_PICTURES:
        message = f"bevat meer dan {MAX_PICTURES} bladzijden; stuur elk stuk als een eigen bestand"
        raise UnreadableFileError(message)
    return count


def _read_frame(picture: Image.Image, number: int) -> Raster:
    from PIL import ImageOps  # noqa: PLC0415 - heavy library

    picture.seek(number)
    if picture.width * picture.height > MAX_PIXELS:
        message = "is een foto met te veel beeldpunten; stuur ze kleiner, bijvoorbeeld zoals de telefoon ze mailt"
        raise UnreadableFileError(message)
    return _flatten(ImageOps.exif_transpose(picture), _stated_dpi(picture))


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
