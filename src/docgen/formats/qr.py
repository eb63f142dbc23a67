"""QR codes: drawn for our own papers, and found and read on a page however it is turned."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.formats.raster import Raster

Point = tuple[float, float]
#: Modules of white around a code (ISO/IEC 18004), and pixels a module: viewers blur what they must enlarge.
_QUIET, _SCALE = 4, 8


@dataclass(frozen=True)
class Code:
    """What a QR code says, and its corners in pixels as the code itself is upright: top left, then clockwise."""

    data: bytes
    corners: tuple[Point, Point, Point, Point]


def draw_qr(text: str) -> tuple[bytes, int]:
    """The QR code as a PDF drawing of one unit a module, and the number of modules of its side."""
    rows = _make_modules(text)
    runs = [
        f"{run.start()} {len(rows) - 1 - number} {run.end() - run.start()} 1 re"
        for number, row in enumerate(rows)
        for run in re.finditer(rb"\x00+", row)  # black is zero
    ]
    return ("0 g\n" + "\n".join(runs) + "\nf").encode("ascii"), len(rows)


def draw_png(data: bytes) -> bytes:
    """The QR code of any bytes as a sharp PNG, with the white border that a reader asks for."""
    rows = _make_modules(data)
    side, edge = len(rows) + 2 * _QUIET, b"\xff" * _QUIET
    blank = b"\xff" * side
    lines = [*[blank] * _QUIET, *(edge + row + edge for row in rows), *[blank] * _QUIET]
    wide = (b"\x00" + b"".join(line[at : at + 1] * _SCALE for at in range(side)) for line in lines)
    return b"".join(_png_chunks(side * _SCALE, zlib.compress(b"".join(line * _SCALE for line in wide), 9)))


def read_codes(raster: Raster) -> tuple[Code, ...]:
    """Every QR code on the page that reads without doubt, in no order."""
    return tuple(code for code in find_codes(raster) if code.data)


def find_codes(raster: Raster) -> tuple[Code, ...]:
    """Every QR code that is seen on the page, in no order; one that does not read says nothing."""
    import zxingcpp  # noqa: PLC0415 - heavy library

    image = memoryview(raster.rgb).cast("B", (raster.height, raster.width, 3))
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode, return_errors=True)  # type: ignore[arg-type]
    return tuple(Code(bytes(code.bytes) if code.valid else b"", _corners(code)) for code in found)


def count_modules(data: bytes) -> int:
    """How many modules wide the code of these bytes is, without its white border."""
    return len(_make_modules(data))


def _make_modules(data: str | bytes) -> list[bytes]:
    """The modules row by row, a byte each: 0 is black, 255 white."""
    import zxingcpp  # noqa: PLC0415 - heavy library

    code = zxingcpp.create_barcode(data, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    modules = memoryview(image)  # type: ignore[arg-type]  # its stub does not say that it is a buffer
    pixels, count = modules.tobytes(), len(modules)
    return [pixels[start : start + count] for start in range(0, count * count, count)]


def _png_chunks(side: int, pixels: bytes) -> Iterator[bytes]:
    yield b"\x89PNG\r\n\x1a\n"
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    for name, data in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")):
        yield struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _corners(code: object) -> tuple[Point, Point, Point, Point]:
    position = code.position  # type: ignore[attr-defined]
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    first, second, third, fourth = ((float(corner.x), float(corner.y)) for corner in corners)
    return first, second, third, fourth
