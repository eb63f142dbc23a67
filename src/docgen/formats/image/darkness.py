"""How dark each place of a page is against the paper around it: what scans, photos and drawn pages have in common."""

from __future__ import annotations

from functools import reduce
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from docgen.formats.raster import Raster

Number = TypeVar("Number", bound=np.generic)
#: Rows of numbers from 0 (paper) to 1 (black).
Darkness = NDArray[np.float32]
#: A window of this part of the page's width holds paper everywhere on a page of ours.
_WINDOW = 40
#: Letters are darker than this part of the paper's own brightness; less is the shine of a scanner.
_PALE = 0.12
#: A page with less than this part of it darker than that is blank.
_DARK, _DUST = 0.25, 0.0006


def open_page(raster: Raster) -> Image.Image:
    """The page as a picture."""
    return Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)


def measure_darkness(page: Image.Image) -> Darkness:
    """How dark each pixel is against the brightest paper near it; blue ink counts as much as black."""
    gray = page.convert("L")
    # The paper changes slowly, so an eighth of the size shows it; the median takes out specks, the spread all letters.
    small = gray.resize((max(8, gray.width // 8), max(8, gray.height // 8)), Image.Resampling.BOX)
    reach = max(1, small.width // _WINDOW // 2)
    paper = Image.fromarray(spread(np.asarray(small.filter(ImageFilter.MedianFilter(3))), reach))
    around = as_numbers(paper.filter(ImageFilter.BoxBlur(2 * reach)).resize(gray.size, Image.Resampling.BILINEAR))
    darkness = 1 - as_numbers(gray) / np.maximum(around, 1)
    return np.clip((darkness - _PALE) / (1 - _PALE), 0, 1).astype(np.float32)


def spread(numbers: NDArray[Number], reach: int) -> NDArray[Number]:
    """Each place as high as the highest within `reach` of it."""
    for axis in (0, 1):
        padded = np.pad(numbers, [(reach, reach) if each == axis else (0, 0) for each in (0, 1)], mode="edge")
        long = numbers.shape[axis]
        parts = (padded[at : at + long] if axis == 0 else padded[:, at : at + long] for at in range(2 * reach + 1))
        numbers = reduce(np.maximum, parts)
    return numbers


def as_numbers(gray: Image.Image) -> NDArray[np.float32]:
    """The brightness of each pixel, 0 to 255."""
    return np.asarray(gray, dtype=np.float32)


def as_darkness(picture: Image.Image) -> Darkness:
    """What `as_picture` gave, turned and scaled, as darkness again."""
    return as_numbers(picture) / np.float32(255)


def as_picture(numbers: NDArray[Any]) -> Image.Image:
    """Darkness as a picture that is brighter where it is darker, to be turned and scaled."""
    return Image.fromarray((np.clip(numbers, 0, 1) * 255).astype(np.uint8), "L")


def is_empty(page: Image.Image) -> bool:
    """Whether a page is blank paper, dust and the shine of its other side aside."""
    darkness = measure_darkness(page.resize((page.width // 4, page.height // 4), Image.Resampling.BOX))
    return float((darkness > _DARK).mean()) < _DUST
