"""Write and sign with a pen on a drawn page: letters of single strokes (Hershey) that tremble a little."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from aankomst.camera import Picture
from HersheyFonts import HersheyFonts

#: Left, top, right, bottom in pixels.
Box = tuple[float, float, float, float]
BLUE = (28, 38, 140)


@dataclass(frozen=True)
class Pen:
    """A hand: its ink, its width in pixels, and the seed of its tremble."""

    ink: tuple[int, int, int] = BLUE
    width: int = 2
    seed: int = 1


def write(page: Picture, text: str, box: Box, pen: Pen = Pen()) -> None:
    """Write `text` in the box, as large as fits, on the page itself."""
    font = HersheyFonts()
    font.load_default_font("cursive" if text.isalpha() and len(text) > 40 else "futural")
    strokes = [np.array(stroke, float) for stroke in font.strokes_for_text(_plain(text)) if len(stroke) > 1]
    if not strokes:
        return
    left, top, right, bottom = box
    every = np.concatenate(strokes)
    low, high = every.min(axis=0), every.max(axis=0)
    # The font's own height, so that a word without tall letters is not blown up.
    tall = max(high[1] - low[1], 28)
    scale = min((right - left) * 0.94 / max(high[0] - low[0], 1), (bottom - top) * 0.72 / tall)
    chance = np.random.default_rng([pen.seed, len(text), *text.encode()[:8]])
    base = np.array([left + (right - left) * 0.03, (top + bottom) / 2])
    middle = np.array([low[0], (low[1] + high[1]) / 2])
    for stroke in strokes:
        points = (stroke - middle) * scale
        points[:, 0] += points[:, 1] * -0.16
        points += base + chance.normal(0, 0.03 * scale * 6, points.shape)
        _draw(page, points, pen)


def sign(page: Picture, box: Box, pen: Pen = Pen()) -> None:
    """A signature: one long stroke with loops, through the box."""
    chance = np.random.default_rng(pen.seed)
    left, top, right, bottom = box
    turns = np.linspace(0, 1, 420)
    x = left + (right - left) * (0.12 + 0.7 * turns) + np.sin(turns * 46) * (right - left) * 0.05
    height = (bottom - top) * (0.28 - 0.12 * turns)
    y = (top + bottom) / 2 + np.cos(turns * 46 + chance.uniform(0, 2)) * height + np.sin(turns * 7) * height * 0.4
    _draw(page, np.stack([x, y], axis=1), Pen(pen.ink, pen.width + 1, pen.seed))
    tail = np.stack(
        [np.linspace(x[-1], left + (right - left) * 0.2, 60), np.linspace(y[-1], bottom - (bottom - top) * 0.2, 60)],
        axis=1,
    )
    _draw(page, tail, pen)


def strike(page: Picture, box: Box, pen: Pen = Pen()) -> None:
    """Strike out what stands in the box."""
    left, top, right, bottom = box
    middle = (top + bottom) / 2
    _draw(page, np.array([[left, middle + 2], [(left + right) / 2, middle - 1], [right, middle - 2]]), pen)


def _draw(page: Picture, points: np.ndarray, pen: Pen) -> None:
    line = np.round(points * 8).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(page, [line], isClosed=False, color=pen.ink, thickness=pen.width, lineType=cv2.LINE_AA, shift=3)


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("ë", "e").replace("ï", "i")
