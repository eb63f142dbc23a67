"""A page or photo as pixels: what scans, photos and drawn PDF pages have in common, whichever format they came in."""

from __future__ import annotations

from dataclasses import dataclass

#: Enough to read small print and a QR code by; more only costs time.
SCAN_DPI = 200


@dataclass(frozen=True)
class Raster:
    """Pixels in RGB, 8 bits a channel, rows from top to bottom, three bytes a pixel.

    `dpi` is the resolution where it is known (a drawn PDF page, a scanner's own word), else None.
    """

    width: int
    height: int
    rgb: bytes
    dpi: float | None = None
