"""A page of which we know what was printed, laid over the scan that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from PIL import Image

from docgen.formats.image import changes, register
from docgen.formats.image.darkness import Darkness, as_darkness, as_picture, measure_darkness, open_page
from docgen.formats.image.mapping import Mapping, Points, apply, fit_affine, fit_perspective, scaled, straighten
from docgen.formats.image.sheet import find_corners
from docgen.formats.image.snippet import Box, save_snippet
from docgen.formats.raster import Raster
from docgen.model.value import Snippet

#: Corners that an even scan cannot explain to within this part of their distance were photographed at a slant.
_SLANT = 0.012
#: Pixels at `changes.DPI`, three millimetres: so near its edge a sheet shows what lies under it, and nobody writes.
_EDGE = 18
#: The frame round a box tells where it lies: so many pixels at `register.DPI` inside it.
_FRAME = 2
Point = tuple[float, float]


@dataclass(frozen=True)
class Page:
    """A page as pixels at any resolution: a scan, or a page as it was printed.

    `written` are the boxes, in pixels, in which people write on a printed page: they do not count for its likeness.
    """

    picture: Image.Image
    dpi: float
    written: tuple[tuple[float, float, float, float], ...] = ()

    @cached_property
    def small(self) -> Darkness:
        """Its darkness at the resolution that pages are laid over each other at."""
        return self._darkness(register.DPI)

    @cached_property
    def sharp(self) -> Darkness:
        """Its darkness at the resolution that pages are compared at."""
        return self._darkness(changes.DPI)

    @cached_property
    def corners(self) -> Points | None:
        """Where the corners of the sheet lie, in its own pixels; None where no sheet is seen."""
        return find_corners(self.picture)

    @cached_property
    def known(self) -> register.Known:
        """What a scan is compared with."""
        if not self.written:
            return register.Known(self.small)
        telling = np.ones_like(self.small)
        for box in self.written:
            left, top, right, bottom = (round(side * register.DPI / self.dpi) for side in box)
            telling[top + _FRAME : bottom - _FRAME, left + _FRAME : right - _FRAME] = 0
        return register.Known(self.small, telling)

    def _darkness(self, dpi: int) -> Darkness:
        size = (round(self.picture.width * dpi / self.dpi), round(self.picture.height * dpi / self.dpi))
        return measure_darkness(self.picture.resize(size, Image.Resampling.BOX, reducing_gap=2.0))


def read_page(raster: Raster, dpi: float) -> Page:
    """A page out of its pixels."""
    return Page(open_page(raster), dpi)


@dataclass(frozen=True)
class Laid:
    """A printed page found on a scan; places are in pixels of the printed page at `changes.DPI`."""

    scan: Page
    printed: Page
    fit: register.Fit = field(repr=False)

    @cached_property
    def lying(self) -> Darkness:
        """The scan as dark as it is at each pixel of the printed page."""
        factor = changes.DPI / register.DPI
        height, width = self.printed.sharp.shape
        mapping = scaled(self.fit.mapping, factor, factor)
        return as_darkness(register.cut_darkness(as_picture(self.scan.sharp), mapping, (width, height)))

    @property
    def is_found(self) -> bool:
        """Whether the scan shows the page."""
        return self.fit.likeness >= register.ENOUGH

    def find_changes(self, spared: Sequence[Box]) -> tuple[changes.Change, ...]:
        """Where the scan shows something else than was printed, but in the spared boxes and at the sheet's edge."""
        height, width = self.printed.sharp.shape
        far, low = width - _EDGE, height - _EDGE
        edges = [(0, 0, width, _EDGE), (0, low, width, height), (0, 0, _EDGE, height), (far, 0, width, height)]
        return changes.find_changes(self.lying, self.printed.sharp, [*spared, *edges])

    def cut(self, box: Box, caption: str) -> Snippet:
        """The scan within a box of the printed page, upright."""
        return save_snippet(self.straighten(box), caption)

    def straighten(self, box: Box) -> Image.Image:
        """The pixels of the scan within a box of the printed page, upright."""
        left, top, right, bottom = box
        mapping = scaled(self.fit.mapping, changes.DPI / register.DPI, self.scan.dpi / register.DPI)
        moved = mapping @ np.array([[1, 0, left], [0, 1, top], [0, 0, 1.0]])
        return straighten(self.scan.picture, moved, (right - left, bottom - top))


def lay(scan: Page, printed: Page, pairs: Sequence[tuple[Point, Point]] = (), *, search: bool = True) -> Laid:
    """Find the printed page on the scan; `pairs` are points of both, in pixels, that are known to be the same.

    Without `search` it is looked for near those points, and within the sheet, alone.
    """
    guesses = _guesses(scan, printed, pairs)
    return Laid(scan, printed, register.fit_page(scan.small, printed.known, guesses, search=search))


def shows_head(scan: Page, printed: Page, part: float) -> bool:
    """Whether the scan begins as the printed page does, of which only the topmost `part` is looked at."""
    telling = np.zeros_like(printed.small)
    telling[: round(part * len(telling))] = 1
    head = register.Known(printed.small * telling, telling)
    return register.fit_page(scan.small, head, _guesses(scan, printed, ())).likeness >= register.ENOUGH


def rank_pages(scan: Page, pages: Sequence[Page], pairs: Sequence[tuple[Point, Point]]) -> list[int]:
    """The places of printed pages of one size, the likeliest first; `pairs` are points of each of them and the scan."""
    guess = _guess_pairs(scan, pages[0], pairs)[-1]
    return register.rank_pages(scan.small, [page.known for page in pages], guess.mapping)


def _guesses(scan: Page, printed: Page, pairs: Sequence[tuple[Point, Point]]) -> Iterator[register.Guess]:
    if scan.corners is not None:
        corners = scan.corners * register.DPI / scan.dpi
        yield register.Guess(register.lay_on_corners(scan.small, printed.small, corners))
    if pairs:
        yield from _guess_pairs(scan, printed, pairs)


def _guess_pairs(scan: Page, printed: Page, pairs: Sequence[tuple[Point, Point]]) -> tuple[register.Guess, ...]:
    """The last one is even, and sure near the points that are known."""
    known = np.array([first for first, _ in pairs]) * register.DPI / printed.dpi
    found = np.array([second for _, second in pairs]) * register.DPI / scan.dpi
    across, down = known.mean(axis=0)
    *slanted, even = (register.Guess(mapping) for mapping in _guess(known, found))
    return *slanted, register.Guess(even.mapping, (float(across), float(down)))


def _guess(known: Mapping, found: Mapping) -> list[Mapping]:
    even = fit_affine(known, found)
    off = np.abs(apply(even, known) - found).max()
    slanted = off > _SLANT * float(np.ptp(found, axis=0).max())
    return [fit_perspective(known, found), even] if slanted else [even]


def cut_beside(scan: Page, corners: Sequence[Point], known: Sequence[Point], box: Box) -> tuple[Image.Image, Darkness]:
    """A box beside four corners on a scan, and how dark it is; `known` and `box` are in pixels at `changes.DPI`."""
    mapping = _guess(np.array(known, dtype=float), np.array(corners, dtype=float))[0]
    left, top, right, bottom = box
    moved = mapping @ np.array([[1, 0, left], [0, 1, top], [0, 0, 1.0]])
    picture = straighten(scan.picture, moved, (right - left, bottom - top))
    return picture, measure_darkness(picture)
