"""Look at an organisation's logo before it goes into documents: a PNG or JPEG that every document can show alike."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from docgen.errors import UnreadableFileError
from docgen.formats.image.opened import stands_upright

if TYPE_CHECKING:
    from PIL import Image

#: It is carried by every document; a logo that prints sharply stays far below both.
MAX_BYTES, LONGEST_SIDE = 1_000_000, 4000
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_NO_PICTURE = "is geen PNG of JPEG; bewaar het logo als PNG"
_DRAWING = "is een SVG-tekening, en die kan Word niet overal tonen; bewaar het logo als PNG"
_LARGE = f"is te groot; bewaar het kleiner dan 1 MB en {LONGEST_SIDE} beeldpunten, 600 beeldpunten breed volstaat"
_DAMAGED = "is beschadigd of niet volledig; bewaar het logo opnieuw als PNG"
_FOR_PRINT = "is een JPEG in drukkleuren (CMYK), die niet in een archiefbestand mag; bewaar het logo als PNG"
_TURNED = "is een JPEG die pas na draaien recht staat; bewaar het logo rechtop als PNG"


def measure_logo(data: bytes) -> tuple[int, int]:
    """The width and height of a logo in pixels.

    Raises UnreadableFileError, saying what it is and what to do, for one that not every document can show.
    """
    if not data.startswith(_STARTS):
        raise UnreadableFileError(_DRAWING if b"<svg" in data[:4096] else _NO_PICTURE)
    if len(data) > MAX_BYTES:
        raise UnreadableFileError(_LARGE)
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - heavy library

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                return _look_at(picture)
    except UnreadableFileError:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise UnreadableFileError(_DAMAGED) from error


def _look_at(picture: Image.Image) -> tuple[int, int]:
    if max(picture.size) > LONGEST_SIDE:
        raise UnreadableFileError(_LARGE)
    picture.load()
    if picture.mode == "CMYK":
        raise UnreadableFileError(_FOR_PRINT)
    if not stands_upright(picture):
        raise UnreadableFileError(_TURNED)
    return picture.size
