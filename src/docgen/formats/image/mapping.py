"""How a page lies on a scan or photo: a mapping of the plane, in homogeneous coordinates of pixels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

#: From pixels of the page as it should be to pixels of the scan: three by three.
Mapping = NDArray[np.float64]
Points = NDArray[np.float64]


def fit_affine(source: Points, target: Points) -> Mapping:
    """The mapping without perspective that brings the points nearest to their targets; three points or more."""
    known = np.hstack([source, np.ones((len(source), 1))])
    solved, *_ = np.linalg.lstsq(known, target, rcond=None)
    return np.vstack([solved.T, [0.0, 0.0, 1.0]])


def fit_perspective(source: Points, target: Points) -> Mapping:
    """The mapping with perspective that brings the points nearest to their targets; four points or more."""
    # Points round zero, of about one in size: with thousands of pixels squared the solution would lose its digits.
    centre, spread = source.mean(axis=0), max(float(source.std()), 1e-6)
    rows, wanted = list[list[float]](), list[float]()
    for (x, y), (u, v) in zip((source - centre) / spread, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -x * u, -y * u], [0, 0, 0, x, y, 1, -x * v, -y * v]]
        wanted += [u, v]
    solved, *_ = np.linalg.lstsq(np.array(rows), np.array(wanted), rcond=None)
    normal = np.array([[1, 0, -centre[0]], [0, 1, -centre[1]], [0, 0, spread]]) / spread
    mapping: Mapping = np.append(solved, 1.0).reshape(3, 3) @ normal
    upright: Mapping = mapping / mapping[2, 2]
    return upright


def apply(mapping: Mapping, points: Points | Sequence[tuple[float, float]]) -> Points:
    """Where the points lie on the scan."""
    known = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    found: Points = np.hstack([known, np.ones((len(known), 1))]) @ mapping.T
    flat: Points = found[:, :2] / found[:, 2:]
    return flat


def scaled(mapping: Mapping, page: float, scan: float) -> Mapping:
    """The same mapping between a page `page` times and a scan `scan` times as large."""
    larger: Mapping = np.diag([scan, scan, 1.0]) @ mapping @ np.diag([1 / page, 1 / page, 1.0])
    return larger


def straighten(scan: Image.Image, mapping: Mapping, size: tuple[int, int]) -> Image.Image:
    """The page cut out of its scan, upright and `size` large; past the scan's edge it is white."""
    words = (mapping / mapping[2, 2]).ravel()[:8]
    fill = 255 if scan.mode == "L" else (255, 255, 255)
    return scan.transform(size, Image.Transform.PERSPECTIVE, tuple(words), Image.Resampling.BILINEAR, fillcolor=fill)
