"""Draw the logo of the invented desk: an open book under a rising sun, ``samples/jobtraining/logo.png``."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

_BLUE, _GOLD, _WHITE = "#1b365d", "#a8893f", "#ffffff"
#: Pixels of the finished logo, and how much larger it is drawn so that its edges are smooth.
_SIZE, _LARGER = (480, 240), 4


def draw_logo() -> bytes:
    """The bytes of the PNG."""
    picture = Image.new("RGB", (_SIZE[0] * _LARGER, _SIZE[1] * _LARGER), _WHITE)
    draw = ImageDraw.Draw(picture)
    draw.pieslice(_scale(120, 10, 360, 250), 180, 360, fill=_GOLD)
    draw.pieslice(_scale(165, 55, 315, 205), 180, 360, fill=_WHITE)
    draw.pieslice(_scale(185, 75, 295, 185), 180, 360, fill=_GOLD)
    for edge, spine in ((20, 232), (460, 248)):
        draw.polygon(_scale(edge, 130, spine, 165, spine, 232, edge, 197), fill=_BLUE)
        for line in (150, 167):
            middle = edge + (spine - edge) * 0.12, edge + (spine - edge) * 0.88
            draw.line(_scale(middle[0], line + 4, middle[1], line + 31), fill=_WHITE, width=4 * _LARGER)
    small = picture.resize(_SIZE, Image.Resampling.LANCZOS).quantize(64, dither=Image.Dither.NONE)
    data = io.BytesIO()
    small.save(data, "PNG", optimize=True)
    return data.getvalue()


def _scale(*places: float) -> list[float]:
    return [place * _LARGER for place in places]
