"""Turn pages into what scanners, phones and fax machines make of them; the same seed gives the same picture."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import pillow_heif
import pypdfium2
from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

rl_config.useA85 = 0  # pictures stay as small as they are
Picture = np.ndarray
_POINTS = 72


@dataclass(frozen=True)
class Scanner:
    """How a scanner sees a sheet: resolution, skew in degrees, noise, blur, and grey or colour."""

    dpi: int = 150
    skew: float = 0.0
    noise: float = 3.0
    blur: float = 0.0
    grey: bool = True
    quality: int = 45
    seed: int = 1


def draw(pdf: bytes, dpi: int) -> list[Picture]:
    """The pages of a PDF as a printer puts them on paper, fields and all."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    pages = [
        np.asarray(page.render(scale=dpi / _POINTS, may_draw_forms=True).to_pil().convert("RGB")) for page in document
    ]
    document.close()
    return [page.copy() for page in pages]


def scan(page: Picture, scanner: Scanner) -> Picture:
    """One sheet through a scanner: a little turned, paper not quite white, noise of the sensor."""
    chance = np.random.default_rng(scanner.seed)
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), scanner.skew, 1.0)
    seen = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_AREA, borderValue=(252, 252, 252))
    if scanner.blur:
        seen = cv2.GaussianBlur(seen, (0, 0), scanner.blur)
    grain = chance.normal(0, scanner.noise, seen.shape[:2])[..., None]
    seen = np.clip(seen * 0.965 + 4 + grain, 0, 255).astype(np.uint8)
    return cv2.cvtColor(seen, cv2.COLOR_RGB2GRAY) if scanner.grey else seen


def photograph(page: Picture, seed: int, *, width: int = 1400, tilt: float = 0.05) -> Picture:
    """A sheet on a table, seen from the side by a phone, with the shadow of who holds it."""
    chance = np.random.default_rng(seed)
    height = int(width * 4 / 3)
    sheet_h, sheet_w = page.shape[:2]
    edge = width * 0.06
    corners = np.array([[edge, edge], [width - edge, edge], [width - edge, height - edge], [edge, height - edge]])
    corners += chance.uniform(-tilt, tilt, (4, 2)) * width * 0.6
    corners = np.clip(corners, width * 0.015, [width * 0.985, height - width * 0.015])
    plain = np.array([[0, 0], [sheet_w, 0], [sheet_w, sheet_h], [0, sheet_h]], np.float32)
    warp = cv2.getPerspectiveTransform(plain, corners.astype(np.float32))
    wood = np.full((height, width, 3), (142, 108, 76), np.float32)
    wood += np.sin(np.arange(height) / 9)[:, None, None] * 6
    seen = cv2.warpPerspective(page.astype(np.float32), warp, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones(page.shape[:2], np.float32), warp, (width, height))[..., None]
    seen = seen * mask + wood * (1 - mask)
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    shade = 1 - 0.32 * np.clip((across * chance.uniform(0.5, 1) + down * 0.8) - 0.7, 0, 0.6)
    seen = cv2.GaussianBlur(seen * shade[..., None], (0, 0), 0.7) + chance.normal(0, 3, (height, width, 1))
    return np.clip(seen, 0, 255).astype(np.uint8)


def fax(page: Picture) -> Picture:
    """A sheet as a fax gives it: black or white, coarse."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, (1728, int(1728 * grey.shape[0] / grey.shape[1])), interpolation=cv2.INTER_AREA)
    return np.where(small > 150, 255, 0).astype(np.uint8)


def turned(picture: Picture, quarters: int) -> Picture:
    """The picture turned by quarters of a circle, counter-clockwise."""
    return np.ascontiguousarray(np.rot90(picture, quarters))


def as_jpeg(picture: Picture, quality: int = 60, dpi: int | None = None) -> bytes:
    """The picture as a JPEG."""
    return _save(picture, "JPEG", quality=quality, **({"dpi": (dpi, dpi)} if dpi else {}))


def as_sideways_jpeg(picture: Picture, quality: int = 60) -> bytes:
    """A JPEG that lies on its side and says so in its EXIF, as phones write them."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return _save(turned(picture, 1), "JPEG", quality=quality, exif=exif)


def as_png(picture: Picture) -> bytes:
    """The picture as a PNG."""
    return _save(picture, "PNG", optimize=True)


def as_heic(picture: Picture, quality: int = 45) -> bytes:
    """The picture as an iPhone keeps it."""
    pillow_heif.register_heif_opener()
    return _save(picture, "HEIF", quality=quality)


def as_tiff(pictures: Sequence[Picture]) -> bytes:
    """All pages in one TIFF of black and white, as office scanners and fax servers write it."""
    first, *rest = [Image.fromarray(picture).convert("1") for picture in pictures]
    buffer = io.BytesIO()
    first.save(buffer, "TIFF", save_all=True, append_images=rest, compression="group4", dpi=(200, 200))
    return buffer.getvalue()


def as_pdf(pictures: Sequence[Picture], scanner: Scanner) -> bytes:
    """A PDF of pictures alone, as the scanner mails it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for picture in pictures:
        height, width = (side * _POINTS / scanner.dpi for side in picture.shape[:2])
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(io.BytesIO(as_jpeg(picture, scanner.quality))), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned(pdf: bytes, scanner: Scanner) -> bytes:
    """A printed PDF through the scanner, all pages."""
    return as_pdf([scan(page, scanner) for page in draw(pdf, scanner.dpi)], scanner)


def _save(picture: Picture, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, kind, **options)
    return buffer.getvalue()
