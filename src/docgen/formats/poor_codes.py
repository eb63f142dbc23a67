"""Read QR codes that are seen on a page but do not read at once: cut out, larger, and sharper."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.formats.qr import Code, Point, find_codes
from docgen.formats.raster import Raster

if TYPE_CHECKING:
    from PIL import Image

#: A place is tried again when it is this square, and so large against the page; no more places than this.
_SQUARE, _LEAST, _MOST = 1.6, 0.05, 3
#: So much of its side is cut out around a code.
_AROUND = 0.4
#: Pixels: a code is enlarged no further than this, and a page not at all when it is larger.
_LARGEST, _LARGE_PAGE = 1800, 3000
#: How much larger, and by which radius (in the pixels of the larger one) and percentage sharper: in order of luck.
_TRIES = ((3.0, 5.0, 300), (2.0, 0.0, 0))


def read_poor_codes(raster: Raster) -> tuple[Code, ...]:
    """Every QR code on the page; one that is seen but cannot be read says nothing."""
    found = find_codes(raster)
    read = [code for code in found if code.data]
    doubtful = [code for code in found if not code.data and not _is_among(code, read)]
    places = [code for code in doubtful if _is_likely(code, raster)][:_MOST]
    for place in places:
        again = None if _is_among(place, read) else _try_again(raster, place)
        read += [again] if again else []
    if doubtful and not read:
        read += read_whole(raster)
    return (*read, *(place for place in places if not _is_among(place, read)))


def read_whole(raster: Raster) -> tuple[Code, ...]:
    """The codes that read on the page enlarged and sharpened: for a page that should bear one, and shows none."""
    from docgen.formats.image.darkness import open_page  # noqa: PLC0415 - heavy library

    if max(raster.width, raster.height) > _LARGE_PAGE:
        return ()
    return tuple(_read_larger(open_page(raster), 2.0, (3.0, 250)))


def _is_likely(code: Code, raster: Raster) -> bool:
    """Whether the place is about square and large enough for a code of ours."""
    sides = [math.dist(one, other) for one, other in pairwise((*code.corners, code.corners[0]))]
    return min(sides) > _LEAST * raster.width and max(sides) < _SQUARE * min(sides)


def _is_among(code: Code, read: list[Code]) -> bool:
    """Whether a code that was read stands there: the same one is at times seen twice."""
    return any(math.dist(_middle(code), _middle(other)) < math.dist(*other.corners[:2]) / 2 for other in read)


def _middle(code: Code) -> Point:
    return sum(x for x, _ in code.corners) / 4, sum(y for _, y in code.corners) / 4


def _try_again(raster: Raster, place: Code) -> Code | None:
    from docgen.formats.image.darkness import open_page  # noqa: PLC0415 - heavy library

    xs, ys = zip(*place.corners, strict=True)
    margin = round(_AROUND * (max(xs) - min(xs)))
    left, top = max(0, round(min(xs)) - margin), max(0, round(min(ys)) - margin)
    right, bottom = min(raster.width, round(max(xs)) + margin), min(raster.height, round(max(ys)) + margin)
    cut = open_page(raster).crop((left, top, right, bottom))
    for larger, radius, percent in _TRIES:
        factor = min(larger, _LARGEST / max(cut.size))
        for code in _read_larger(cut, factor, (radius, percent)):
            return _move(code, 1.0, (left, top))
    return None


def _read_larger(picture: Image.Image, factor: float, sharper: tuple[float, int]) -> Iterator[Code]:
    """The codes in a picture made larger and sharper, with their corners in the picture as it was."""
    from PIL import Image, ImageFilter  # noqa: PLC0415 - heavy library

    size = (round(picture.width * factor), round(picture.height * factor))
    large = picture.convert("L").resize(size, Image.Resampling.BICUBIC)
    radius, percent = sharper
    if radius:
        large = large.filter(ImageFilter.UnsharpMask(radius, percent, 0))
    pixels = large.convert("RGB").tobytes()
    for code in find_codes(Raster(large.width, large.height, pixels)):
        if code.data:
            yield _move(code, factor, (0, 0))


def _move(code: Code, factor: float, corner: Point) -> Code:
    """The same code on the picture that is so many times smaller, in which its own picture starts at that corner."""
    first, second, third, fourth = ((x / factor + corner[0], y / factor + corner[1]) for x, y in code.corners)
    return Code(code.data, (first, second, third, fourth))
