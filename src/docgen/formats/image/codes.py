"""Find and read the QR codes on a page, however it is turned."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.formats.raster import Raster

Point = tuple[float, float]


@dataclass(frozen=True)
class Code:
    """What a QR code says, and its corners in pixels as the code itself is upright: top left, then clockwise."""

    data: bytes
    corners: tuple[Point, Point, Point, Point]


def read_codes(raster: Raster) -> tuple[Code, ...]:
    """Every QR code on the page that reads without doubt, in no order."""
    import zxingcpp  # noqa: PLC0415 - heavy library

    image = memoryview(raster.rgb).cast("B", (raster.height, raster.width, 3))
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)  # type: ignore[arg-type]
    return tuple(Code(bytes(code.bytes), _corners(code)) for code in found if code.valid)


def _corners(code: object) -> tuple[Point, Point, Point, Point]:
    position = code.position  # type: ignore[attr-defined]
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    first, second, third, fourth = ((float(corner.x), float(corner.y)) for corner in corners)
    return first, second, third, fourth
