"""What happens to a page on its way: scanned askew, faxed, copied, photographed by hand, sent small."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import cv2
import numpy as np
from evidence_pages import Paper, print_paper
from PIL import Image, ImageFilter

Page = Image.Image


def _scan(paper: Paper, chance: Random, dpi: int) -> Page:
    """A page with the grain of a scanner."""
    page = np.asarray(print_paper(paper, dpi)).astype(np.int16)
    grain = np.random.default_rng(chance.randrange(2**32)).normal(0, 6, page.shape)
    return Image.fromarray(np.clip(page * 0.92 + 8 + grain, 0, 255).astype(np.uint8))


def _turned(paper: Paper, chance: Random) -> Page:
    return _scan(paper, chance, 150).rotate(chance.choice((90, 180, 270)), expand=True)


def _skewed(paper: Paper, chance: Random) -> Page:
    degrees = chance.choice((-1, 1)) * chance.uniform(1.5, 6)
    return _scan(paper, chance, 200).rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=(240, 240, 240))


def _blurred(paper: Paper, chance: Random) -> Page:
    return _scan(paper, chance, 200).filter(ImageFilter.GaussianBlur(chance.uniform(1.2, 2.4)))


def _shadowed(paper: Paper, chance: Random) -> Page:
    page = np.asarray(_scan(paper, chance, 200)).astype(np.float32)
    high, wide = page.shape[:2]
    across = np.linspace(0, 1, wide)[None, :] * chance.uniform(-1, 1) + np.linspace(0, 1, high)[:, None]
    edge = 1 / (1 + np.exp(-(across - chance.uniform(0.3, 0.8)) * 14))
    return Image.fromarray((page * (1 - 0.62 * edge[:, :, None])).astype(np.uint8))


def _squeezed(paper: Paper, chance: Random) -> Page:
    return _as_jpeg(_scan(paper, chance, 150), 40)


def _faxed(paper: Paper, chance: Random) -> Page:
    """Black and white at 204 by 98 dots an inch, with specks."""
    page = _scan(paper, chance, 204).convert("L")
    low = page.resize((page.width, round(page.height * 98 / 204)), Image.Resampling.BOX)
    dots = np.asarray(low).copy()
    dots[np.random.default_rng(chance.randrange(2**32)).random(dots.shape) < 0.001] = 0
    bilevel = Image.fromarray(((dots > 150) * 255).astype(np.uint8))
    return bilevel.resize(page.size, Image.Resampling.NEAREST).convert("RGB")


def _photographed(paper: Paper, chance: Random) -> Page:
    """Seen from aside on a table, unevenly lit, sent as a telephone sends it."""
    page = np.asarray(_scan(paper, chance, 170))
    high, wide = page.shape[:2]
    corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    moved = corners * 0.86 + np.array([wide, high], np.float32) * 0.07
    reach = 0.05 * wide
    moved += np.array([[chance.uniform(-reach, reach) for _ in "xy"] for _ in corners], np.float32)
    matrix: Any = cv2.getPerspectiveTransform(corners, moved)
    table = cv2.warpPerspective(page, matrix, (wide, high), flags=cv2.INTER_AREA, borderValue=(96, 78, 60))
    light = np.linspace(chance.uniform(0.6, 0.9), 1.0, wide)[None, :, None]
    soft = cv2.GaussianBlur((table * light).astype(np.uint8), (0, 0), 0.9)
    return _as_jpeg(Image.fromarray(soft), 70)


def _as_jpeg(page: Page, quality: int) -> Page:
    out = io.BytesIO()
    page.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB")


DEGRADATIONS: Mapping[str, Callable[[Paper, Random], Page]] = {
    "300 dpi": lambda paper, chance: _scan(paper, chance, 300),
    "150 dpi": lambda paper, chance: _scan(paper, chance, 150),
    "100 dpi": lambda paper, chance: _scan(paper, chance, 100),
    "turned": _turned,
    "skewed": _skewed,
    "blurred": _blurred,
    "shadow": _shadowed,
    "JPEG 40": _squeezed,
    "fax": _faxed,
    "phone": _photographed,
}
