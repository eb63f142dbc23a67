"""Make scans for tests: pages drawn, turned, blurred and pressed as a scanner or phone does, and pens on them."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from docgen.formats.image.mapping import fit_perspective
from docgen.formats.pdf.raster import draw_pages

BLUE, BLACK = (30, 45, 140), (25, 25, 25)


def draw(pdf: bytes, dpi: int = 150) -> list[Image.Image]:
    """The pages of a PDF as pictures."""
    return [Image.frombytes("RGB", (r.width, r.height), r.rgb) for r in draw_pages(pdf, dpi)]


def write(page: Image.Image, strokes: Sequence[Sequence[tuple[float, float]]], dpi: int, ink=BLUE) -> Image.Image:
    """The page with pen strokes through points in millimetres."""
    page, millimetre = page.copy(), dpi / 25.4
    for stroke in strokes:
        points = [(x * millimetre, y * millimetre) for x, y in stroke]
        ImageDraw.Draw(page).line(points, fill=ink, width=max(1, round(0.45 * millimetre)), joint="curve")
    return page


def scribble(left: float, top: float, width: float = 40) -> list[list[tuple[float, float]]]:
    """A signature, or any handwriting: one long stroke."""
    steps = range(int(width / 0.6))
    return [[(left + step * 0.6, top + 5 * math.sin(step * 0.9) * math.cos(step * 0.2)) for step in steps]]


def scan(page: Image.Image, angle: float = 1.5, *, noise: float = 6, quality: int = 60, seed: int = 1) -> Image.Image:
    """The page as a scanner gives it: turned a little, soft, noisy, and pressed into a JPEG."""
    turned = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=(250, 250, 248), translate=(9, -13))
    soft = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.5 * page.width / 1240))).astype(np.float32)
    grain = np.random.default_rng(seed).normal(0, noise, soft.shape[:2])[..., None]
    out = io.BytesIO()
    Image.fromarray(np.clip(soft * 0.93 + 8 + grain, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB")


def photograph(page: Image.Image, tilt: float = 0.08, *, seed: int = 1) -> Image.Image:
    """The page on a wooden table as a phone sees it: from aside, softer, darker towards one corner."""
    width, height = 1500, 2000
    chance = np.random.default_rng(seed)
    edges = np.array([(0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)])
    seen = np.clip(edges + chance.uniform(-tilt, tilt, (4, 2)), 0.02, 0.98) * (width, height)
    own = np.array([(0, 0), (page.width, 0), (page.width, page.height), (0, page.height)], dtype=float)
    way = tuple(fit_perspective(seen, own).ravel()[:8])
    table = Image.new("RGB", (width, height), (120, 90, 62))
    sheet = page.transform(table.size, Image.Transform.PERSPECTIVE, way, Image.Resampling.BICUBIC)
    mask = Image.new("L", page.size, 255).transform(table.size, Image.Transform.PERSPECTIVE, way)
    table.paste(sheet, mask=mask)
    shade = np.linspace(1, 0.75, width)[None, :, None] * np.linspace(1, 0.9, height)[:, None, None]
    soft = np.asarray(table.filter(ImageFilter.GaussianBlur(0.8))) * shade
    grain = chance.normal(0, 3, soft.shape[:2])[..., None]
    return Image.fromarray(np.clip(soft + grain, 0, 255).astype(np.uint8))


def save_pdf(pages: Sequence[Image.Image], dpi: int = 150) -> bytes:
    """Scans as the one PDF that a scanner makes of them."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, quality=75)
    return out.getvalue()


def save_jpeg(page: Image.Image) -> bytes:
    """A scan as a picture file."""
    out = io.BytesIO()
    page.save(out, "JPEG", quality=80)
    return out.getvalue()
