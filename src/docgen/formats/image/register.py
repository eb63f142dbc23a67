"""Find how a page that we know lies on a scan: a rough guess, made better by comparing small pieces of both."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from PIL import Image

from docgen.formats.image.darkness import Darkness, as_darkness, as_picture
from docgen.formats.image.mapping import Mapping, Points, apply, fit_affine, fit_perspective, scaled

#: Everything here works on pages of this resolution.
DPI = 100
#: From this likeness on a scan shows the page; other pages of the same form stay far below it.
ENOUGH = 0.7
#: Pixels: the pieces that are compared, the steps between them, and how far each round looks for them.
_PIECE, _STEP, _ROUNDS = 64, 48, (18, 8, 4)
#: Pixels from the sure place: how far each round of a growing fit looks.
_RINGS = (220, 220, 320, 440, 580, 760, 1000)
#: A piece with less ink than this says nothing about where it lies.
_LEAST_INK = 0.01
#: The rough search works on pages so many times smaller.
_ROUGH = 4
#: Degrees that a sheet lies askew on the glass, or is held askew before a camera.
_ANGLES = tuple(step / 2 for step in range(-8, 9))


@dataclass(frozen=True)
class Fit:
    """How the page lies on the scan, both at `DPI`, and from 0 to 1 how much the scan then looks like the page."""

    mapping: Mapping
    likeness: float


@dataclass(frozen=True)
class Known:
    """A page that we know: how dark it was printed, and 0 where people write on it, which tells nothing (else 1)."""

    page: Darkness
    telling: Darkness | None = None

    def compare(self, lying: Darkness) -> float:
        """From 0 to 1 how much a scan laid on the page looks like it."""
        if self.telling is None:
            return _compare(_soften(self.page), _soften(lying))
        return _compare(_soften(self.page * self.telling), _soften(lying * self.telling))

    def compare_roughly(self, lying: Darkness) -> float:
        """The likeness of a scan at half the size, shifts of a millimetre aside."""
        page, telling = self._halved
        rows, columns = (min(sides) for sides in zip(telling.shape, lying.shape, strict=True))
        told = lying[:rows, :columns] * telling[:rows, :columns]
        return _compare(_soften(page[:rows, :columns]), _soften(told))

    @cached_property
    def _halved(self) -> tuple[Darkness, Darkness]:
        telling = np.ones_like(self.page) if self.telling is None else self.telling
        return _soften(self.page * telling), _soften(telling)


@dataclass(frozen=True)
class Guess:
    """How the page may lie on the scan, and the point of the page near which that is sure, if there is one."""

    mapping: Mapping
    sure: tuple[float, float] | None = None


def lay_on_corners(scan: Darkness, page: Darkness, corners: Points) -> Mapping:
    """The mapping that brings the corners of the page to those of the sheet, in the turn that looks most like it."""
    height, width = page.shape
    own = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=float)
    turns = [fit_perspective(own, np.roll(corners, turn, axis=0)) for turn in range(4)]
    rough, drawn = _shrink(as_picture(page)), as_picture(_shrink(as_picture(scan)))

    def liken(mapping: Mapping) -> float:
        small = scaled(mapping, 1 / _ROUGH, 1 / _ROUGH)
        return _compare(rough, as_darkness(cut_darkness(drawn, small, (width // _ROUGH, height // _ROUGH))))

    return max(turns, key=liken)


def fit_page(scan: Darkness, known: Known, guesses: Iterable[Guess] = (), *, search: bool = True) -> Fit:
    """The best fit of the page on the scan, from the guesses or, where none of them leads anywhere, from a search.

    Without `search` only the guesses are tried: enough where the page is one of several.
    """
    drawn = as_picture(scan)
    best = Fit(np.eye(3), 0.0)
    starts = _starts(known.page, drawn, guesses)
    for mapping in chain(starts, (_search(scan, known.page) for _ in range(search))):
        best = max(best, _refine(drawn, known, mapping), key=_likeness)
        if best.likeness > ENOUGH:
            break
    return best


def _starts(page: Darkness, drawn: Image.Image, guesses: Iterable[Guess]) -> Iterator[Mapping]:
    """Where the guesses say that the page lies, the cheapest first."""
    sure = list[Guess]()
    for guess in guesses:
        yield guess.mapping
        sure += [guess] if guess.sure is not None else []
    yield from (_grow(drawn, page, guess) for guess in sure)


def _grow(scan: Image.Image, page: Darkness, guess: Guess) -> Mapping:
    """The guess made better from the place where it is sure outwards: a photo leans, and that shows further off."""
    height, width = page.shape
    mapping = guess.mapping
    for reach in _RINGS:
        lying = as_darkness(cut_darkness(scan, mapping, (width, height)))
        places, shifts = _compare_pieces(page, lying, _ROUNDS[0], (guess.sure or (0, 0), reach))
        if len(places) >= 6:
            mapping = mapping @ _fit_shifts(places, shifts, perspective=len(places) >= 12)
    return mapping


def rank_pages(scan: Darkness, pages: Sequence[Known], guess: Mapping) -> list[int]:
    """The places of the pages, the one that the scan looks most like by a rough guess first."""
    height, width = pages[0].page.shape
    lying = as_darkness(cut_darkness(as_picture(_soften(scan)), scaled(guess, 0.5, 0.5), (width // 2, height // 2)))
    likeness = [page.compare_roughly(lying) for page in pages]
    return sorted(range(len(pages)), key=lambda number: -likeness[number])


def _likeness(fit: Fit) -> float:
    return fit.likeness


def _turns(scan: Darkness, page: Darkness) -> tuple[int, ...]:
    """The quarter turns that a scan of this shape may have."""
    same = (scan.shape[0] > scan.shape[1]) == (page.shape[0] > page.shape[1])
    return (0, 180) if same else (90, 270)


def _search(scan: Darkness, page: Darkness) -> Mapping:
    """The mapping without perspective that fits best on smaller pages: every quarter turn, small angle and shift."""
    small_page, small_scan = _shrink(as_picture(page)), _shrink(as_picture(scan))
    drawn, (height, width) = as_picture(small_scan), small_page.shape
    side = 1 << (max(*small_page.shape, *small_scan.shape) - 1).bit_length()
    wanted = np.conj(np.fft.rfft2(small_page - small_page.mean(), (side, side)))
    best, found = -1.0, np.eye(3)
    for degrees in [turn + angle for turn in _turns(scan, page) for angle in _ANGLES]:
        around = _turned(degrees, (width, height), drawn.size)
        lying = as_darkness(cut_darkness(drawn, around, (width, height)))
        matches = np.fft.irfft2(np.fft.rfft2(lying - lying.mean(), (side, side)) * wanted, (side, side))
        row, column = divmod(int(matches.argmax()), side)
        if matches[row, column] > best:
            best = float(matches[row, column])
            down, right = (row + side // 2) % side - side // 2, (column + side // 2) % side - side // 2
            found = around @ np.array([[1, 0, right], [0, 1, down], [0, 0, 1.0]])
    return scaled(found, _ROUGH, _ROUGH)


def _shrink(picture: Image.Image) -> Darkness:
    size = (picture.width // _ROUGH, picture.height // _ROUGH)
    return as_darkness(picture.resize(size, Image.Resampling.BOX))


def _turned(degrees: float, page: tuple[int, int], scan: tuple[int, int]) -> Mapping:
    """Turn the page round its middle and lay that on the middle of the scan."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turn = np.array([[cos, -sin, scan[0] / 2], [sin, cos, scan[1] / 2], [0, 0, 1.0]])
    mapping: Mapping = turn @ np.array([[1, 0, -page[0] / 2], [0, 1, -page[1] / 2], [0, 0, 1.0]])
    return mapping


def _refine(scan: Image.Image, known: Known, guess: Mapping) -> Fit:
    page = known.page
    height, width = page.shape
    mapping = guess
    for reach in _ROUNDS:
        lying = as_darkness(cut_darkness(scan, mapping, (width, height)))
        places, shifts = _compare_pieces(page, lying, reach)
        # Each piece gives two numbers: six are twice what an even mapping needs, twelve thrice what a slanted one does.
        if len(places) < 6:
            break
        mapping = mapping @ _fit_shifts(places, shifts, perspective=reach != _ROUNDS[0] and len(places) >= 12)
    lying = as_darkness(cut_darkness(scan, mapping, (width, height)))
    return Fit(mapping / mapping[2, 2], known.compare(lying))


def cut_darkness(scan: Image.Image, mapping: Mapping, size: tuple[int, int]) -> Image.Image:
    """Darkness cut out of its scan: past the scan's edge there is paper."""
    words = (mapping / mapping[2, 2]).ravel()[:8]
    return scan.transform(size, Image.Transform.PERSPECTIVE, tuple(words), Image.Resampling.BILINEAR, fillcolor=0)


def _compare_pieces(
    page: Darkness, lying: Darkness, reach: int, ring: tuple[tuple[float, float], float] = ((0, 0), math.inf)
) -> tuple[Points, Points]:
    """Middles of the page's inky pieces, and how far from there each is found on the scan.

    Only pieces in the ring are looked at: so far from a point.
    """
    (across, down), far = ring
    height, width = page.shape
    places, pieces, windows = [], [], []
    padded = np.pad(lying, reach)
    for top in range(0, height - _PIECE + 1, _STEP):
        for left in range(0, width - _PIECE + 1, _STEP):
            piece = page[top : top + _PIECE, left : left + _PIECE]
            off = math.hypot(left + _PIECE / 2 - across, top + _PIECE / 2 - down)
            if piece.mean() < _LEAST_INK or off > far:
                continue
            places.append((left + _PIECE / 2, top + _PIECE / 2))
            pieces.append(piece)
            windows.append(padded[top : top + _PIECE + 2 * reach, left : left + _PIECE + 2 * reach])
    if not places:
        return np.empty((0, 2)), np.empty((0, 2))
    shifts, sure = _find_shifts(np.stack(pieces), np.stack(windows), reach)
    return np.array(places)[sure], shifts[sure]


def _find_shifts(pieces: Darkness, windows: Darkness, reach: int) -> tuple[Points, np.ndarray]:
    """Per piece the shift at which its window looks most like it, and whether it does so in one place only."""
    side = _PIECE + 2 * reach
    flat = pieces - pieces.mean(axis=(1, 2), keepdims=True)
    spectrum = np.fft.rfft2(windows, (side, side)) * np.conj(np.fft.rfft2(flat, (side, side)))
    likeness = np.fft.irfft2(spectrum, (side, side))[:, : 2 * reach + 1, : 2 * reach + 1]
    sums, squares = _box_sums(windows), _box_sums(windows**2)
    spread = np.sqrt(np.maximum(squares - sums**2 / _PIECE**2, 1e-3))
    likeness = likeness / (spread * np.sqrt((flat**2).sum(axis=(1, 2)))[:, None, None] + 1e-6)
    count, wide = len(pieces), 2 * reach + 1
    peaks = likeness.reshape(count, -1).argmax(axis=1)
    rows, columns = peaks // wide, peaks % wide
    sure = likeness[np.arange(count), rows, columns] > 0.5
    inside = (rows > 0) & (rows < wide - 1) & (columns > 0) & (columns < wide - 1)
    each = np.arange(count)
    r, c = np.clip(rows, 1, wide - 2), np.clip(columns, 1, wide - 2)
    across = _vertex(likeness[each, r, c - 1], likeness[each, r, c], likeness[each, r, c + 1])
    down = _vertex(likeness[each, r - 1, c], likeness[each, r, c], likeness[each, r + 1, c])
    # along a straight line every shift looks the same: such a piece says nothing
    steep = np.minimum(
        likeness[each, r, c] - np.maximum(likeness[each, r, c - 1], likeness[each, r, c + 1]),
        likeness[each, r, c] - np.maximum(likeness[each, r - 1, c], likeness[each, r + 1, c]),
    )
    return np.stack([c + across - reach, r + down - reach], axis=1), sure & inside & (steep > 0.005)


def _box_sums(windows: Darkness) -> np.ndarray:
    summed = np.pad(windows.astype(np.float64), ((0, 0), (1, 0), (1, 0))).cumsum(axis=1).cumsum(axis=2)
    sums: np.ndarray = (
        summed[:, _PIECE:, _PIECE:] - summed[:, :-_PIECE, _PIECE:] - summed[:, _PIECE:, :-_PIECE]
        + summed[:, :-_PIECE, :-_PIECE]
    )  # fmt: skip
    return sums


def _vertex(before: np.ndarray, at: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The top of the parabola through three neighbours."""
    bend = before - 2 * at + after
    return np.where(np.abs(bend) > 1e-9, np.clip(0.5 * (before - after) / np.where(bend == 0, 1, bend), -0.5, 0.5), 0)


def _fit_shifts(places: Points, shifts: Points, *, perspective: bool) -> Mapping:
    """The mapping of the page that explains the shifts, without those that do not go along with the others."""
    fit = fit_perspective if perspective else fit_affine
    kept = np.hypot(*(shifts - np.median(shifts, axis=0)).T) < (30 if not perspective else 10)
    mapping = fit_affine(places, places + shifts) if kept.sum() < 6 else fit(places[kept], (places + shifts)[kept])
    for _ in range(3):
        off = np.hypot(*(apply(mapping, places) - places - shifts).T)
        kept = off < max(1.0, 2.5 * float(np.median(off)))
        if kept.sum() < 6:
            break
        mapping = fit(places[kept], (places + shifts)[kept])
    return mapping


def _soften(darkness: Darkness) -> Darkness:
    """Half the size: small shifts no longer count."""
    height, width = (side // 2 * 2 for side in darkness.shape)
    upper, lower = darkness[0:height:2, :width], darkness[1:height:2, :width]
    halved: Darkness = (upper[:, 0::2] + upper[:, 1::2] + lower[:, 0::2] + lower[:, 1::2]) / np.float32(4)
    return halved


def _compare(page: Darkness, other: Darkness) -> float:
    first, second = page - page.mean(), other - other.mean()
    return float((first * second).sum() / math.sqrt(float((first**2).sum() * (second**2).sum()) + 1e-9))
