"""Find the sheet of paper on a photo: its four corners against the table that it lies on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from docgen.formats.image.darkness import spread
from docgen.formats.image.mapping import Points

#: Pixels of the longer side of the photo in which corners are looked for.
_SIDE = 280
#: A sheet that somebody photographed takes at least this part of the photo.
_LEAST = 0.2
#: A sheet whose corners all lie so near to those of the picture, in parts of its longer side, was not photographed.
_ALL_OVER = 0.02


def find_corners(photo: Image.Image) -> Points | None:
    """The corners of the sheet in pixels, from the top left one clockwise as the photo lies.

    None where there is no sheet, and on a scan, which is paper all over.
    """
    factor = _SIDE / max(photo.size)
    small = photo.resize((round(photo.width * factor), round(photo.height * factor)), Image.Resampling.BOX)
    sheet = _fill(_find_paper(np.asarray(small.convert("RGB")).min(axis=2)))
    if sheet.mean() < _LEAST:
        return None
    rows, columns = np.nonzero(sheet)
    ends = [(columns + rows).argmin(), (rows - columns).argmin(), (columns + rows).argmax(), (rows - columns).argmax()]
    outward = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])
    corners: Points = np.array([(columns[end], rows[end]) for end in ends]) + outward
    off = np.abs(corners - outward * small.size).max()
    return corners / factor if off > _ALL_OVER * _SIDE else None


def _find_paper(gray: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where it is as bright as paper; what is printed on it counts as paper."""
    bright = gray > _part(gray)
    paper: NDArray[np.bool_] = ~spread(~spread(bright, 2), 2)
    return paper


def _part(gray: NDArray[np.uint8]) -> float:
    """The brightness that best parts dark from bright (Otsu); below all where nearly everything is bright."""
    counts = np.bincount(gray.ravel(), minlength=256).astype(float)
    levels = np.arange(256)
    below, sums = counts.cumsum(), (counts * levels).cumsum()
    above = below[-1] - below
    valid = (below > 0) & (above > 0)
    if not valid.any():
        return -1.0
    apart = np.zeros(256)
    low, high = sums[valid] / below[valid], (sums[-1] - sums[valid]) / above[valid]
    apart[valid] = below[valid] * above[valid] * (low - high) ** 2
    return float(apart.argmax())


def _fill(paper: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The one piece of paper that lies nearest to the middle."""
    filled = np.zeros_like(paper)
    rows, columns = np.nonzero(paper)
    if not rows.size:
        return filled
    height, width = paper.shape
    nearest = np.hypot(rows - height / 2, columns - width / 2).argmin()
    filled[rows[nearest], columns[nearest]] = True
    size = 0
    while size < (size := int(filled.sum())):
        for way, ground in ((filled, paper), (filled[::-1], paper[::-1]), (filled.T, paper.T),
                            (filled.T[::-1], paper.T[::-1])):  # fmt: skip
            for line in range(1, len(way)):
                way[line] |= way[line - 1] & ground[line]
    return filled
