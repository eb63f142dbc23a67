"""A page of which it is known how it lies in its picture: set upright, to see what stands in its places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from PIL import Image

from docgen.formats.image.changes import DPI, has_ink
from docgen.formats.image.darkness import Darkness, measure_darkness, open_page
from docgen.formats.image.snippet import save_snippet
from docgen.formats.raster import Raster
from docgen.model.value import Snippet

#: Left, top, right and bottom in points from the page's top left corner.
Place = tuple[float, float, float, float]
_POINTS = 72
#: A character shows when its box is so dark on the whole, and somewhere so dark.
_MEAN, _PEAK = 0.08, 0.25
#: The part of a round button's side that its dot takes, and the dark there that makes it chosen, or not.
_DOT, _CHOSEN, _EMPTY = 0.4, 0.22, 0.06
#: A ring that is drawn is so dark along its line, and when all lie right so dark; it lies so far within its box, in
#: points.
_RING, _SURELY, _INSET = 0.2, 0.5, 0.6
#: Pixels by which all buttons of a page may lie off: some programs move the text, and not the drawings.
_REACH = 7
#: So many buttons of a page tell where they all are.
_LOOKED_AT = 12
#: Points round a place that its picture shows too, and within which ink at a frame is that frame.
_MARGIN, _FRAME = 6.0, 4.0
#: Points round a character that its ink may blur into.
_HALO = 1.5


@dataclass(frozen=True)
class Upright:
    """The page at `changes.DPI` and how dark each of its places is; its buttons lie `off` from theirs, in pixels.

    `way` leads from its pixels to those of the sheet that it was taken from.
    """

    sheet: Image.Image
    way: tuple[float, ...]
    darkness: Darkness
    off: tuple[int, int] = (0, 0)

    @cached_property
    def _picture(self) -> Image.Image:
        height, width = self.darkness.shape
        return _cut_out(self.sheet, self.way, (width, height))

    def shows(self, place: Place) -> bool:
        """Whether a character that should stand there can be seen."""
        cut = self._cut(_pixels(place))
        return bool(cut.size) and float(cut.mean()) > _MEAN and float(cut.max()) > _PEAK

    def with_buttons(self, places: Sequence[Place]) -> Upright:
        """The same page, with where its round buttons really are."""
        boxes = [_pixels(place) for place in places[:_LOOKED_AT]]
        if not boxes or self._rings(boxes, self.off) > _SURELY:
            return self
        steps = range(-_REACH, _REACH + 1)
        offs = sorted(((right, down) for right in steps for down in steps), key=lambda off: abs(off[0]) + abs(off[1]))
        return replace(self, off=max(offs, key=lambda off: self._rings(boxes, off)))

    def _rings(self, boxes: Sequence[tuple[int, int, int, int]], off: tuple[int, int]) -> float:
        return sum(self._ring(_move(box, off)) for box in boxes) / len(boxes)

    def read_button(self, place: Place) -> bool | None:
        """Whether a round button is chosen; None where that is not plain, or no button is drawn."""
        box = _move(_pixels(place), self.off)
        if self._ring(box) < _RING:
            return None
        margin = round((box[2] - box[0]) * (1 - _DOT) / 2)
        dot = self._cut((box[0] + margin, box[1] + margin, box[2] - margin, box[3] - margin))
        dark = float(dot.mean()) if dot.size else 0.5
        return True if dark >= _CHOSEN else False if dark <= _EMPTY else None

    def _ring(self, box: tuple[int, int, int, int]) -> float:
        """How dark it is along the line of the ring that fills a box."""
        cut = self._cut(box)
        mask = _ring_mask(cut.shape[0], cut.shape[1])
        return float(cut[mask].mean()) if mask.any() else 0.0

    def has_ink(self, place: Place, least: float = 40.0, spared: Sequence[Place] = ()) -> bool:
        """Whether anything was drawn within a frame, but in the spared places; a speck of `least` pixels is nothing."""
        left, top, right, bottom = _pixels(place)
        inside = self._cut((left, top, right, bottom)).copy()
        for one in spared:
            across, down, far, low = _pixels((one[0] - _HALO, one[1] - _HALO, one[2] + _HALO, one[3] + _HALO))
            inside[max(0, down - top) : max(0, low - top), max(0, across - left) : max(0, far - left)] = 0
        edge, height, width = round(_FRAME * DPI / _POINTS), *inside.shape
        return has_ink(inside, (edge, edge, width - edge, height - edge), least)

    def cut(self, place: Place, caption: str) -> Snippet:
        """The place with something around it, for a person to look at."""
        left, top, right, bottom = place
        wide = _pixels((left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN))
        height, width = self.darkness.shape
        box = (max(0, wide[0]), max(0, wide[1]), min(width, wide[2]), min(height, wide[3]))
        return save_snippet(self._picture.crop(box), caption)

    def _cut(self, box: tuple[int, int, int, int]) -> Darkness:
        left, top, right, bottom = box
        cut: Darkness = self.darkness[max(0, top) : max(bottom, top + 1), max(0, left) : max(right, left + 1)]
        return cut


def set_upright(raster: Raster, how: tuple[complex, complex], size: tuple[float, float]) -> Upright:
    """The page of `size` points, of which a point z lies at ``turn * z + shift`` points on the picture of its sheet."""
    turn, shift = how
    dpi = raster.dpi or DPI
    step, move = turn * dpi / DPI, shift * dpi / _POINTS
    way = (step.real, -step.imag, move.real, step.imag, step.real, move.imag)
    sheet = open_page(raster)
    upright = _cut_out(sheet.convert("L"), way, (round(size[0] * DPI / _POINTS), round(size[1] * DPI / _POINTS)))
    return Upright(sheet, way, measure_darkness(upright))


def _cut_out(sheet: Image.Image, way: tuple[float, ...], size: tuple[int, int]) -> Image.Image:
    """The page out of its sheet; past the sheet's edge it is white."""
    fill = 255 if sheet.mode == "L" else (255, 255, 255)
    return sheet.transform(size, Image.Transform.AFFINE, way, Image.Resampling.BILINEAR, fillcolor=fill)


@lru_cache(maxsize=16)
def _ring_mask(height: int, width: int) -> np.ndarray:
    """The pixels along the ring that fills a box of this size."""
    rows, columns = np.ogrid[:height, :width]
    radius = min(height, width) / 2 - _INSET * DPI / _POINTS
    far = np.hypot(rows - (height - 1) / 2, columns - (width - 1) / 2)
    mask: np.ndarray = np.abs(far - radius) <= 1
    return mask


def _pixels(place: Place) -> tuple[int, int, int, int]:
    left, top, right, bottom = (round(side * DPI / _POINTS) for side in place)
    return left, top, right, bottom


def _move(box: tuple[int, int, int, int], off: tuple[int, int]) -> tuple[int, int, int, int]:
    return box[0] + off[0], box[1] + off[1], box[2] + off[0], box[3] + off[1]
