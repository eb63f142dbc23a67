"""Recognise the words of a picture with tesseract: its table becomes words, read twice where they hold a number."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from docgen.external.tesseract import read_table
from docgen.formats.image.ocr_words import Quad, Word, doubt
from docgen.formats.raster import SCAN_DPI, Raster

#: The level of a row that is a word, and the columns: place, certainty out of a hundred, text.
_WORD, _COLUMNS = "5", 12
#: The second reading is of a larger picture.
_LARGER = 1.5


def find_words(raster: Raster) -> tuple[tuple[Word, ...], Raster]:
    """The words of a page with their places on it, and the page."""
    dpi = round(raster.dpi or SCAN_DPI)
    words = parse_words(read_table(_as_png(raster, 1), dpi))
    again = parse_words(read_table(_as_png(raster, _LARGER), round(dpi * _LARGER)), _LARGER)
    return tuple(compare(words, again)), raster


def parse_words(table: str, scale: float = 1) -> tuple[Word, ...]:
    """The words of tesseract's table; places are divided by `scale`."""
    rows = (row.split("\t") for row in table.splitlines())
    return tuple(_as_word(row, scale) for row in rows if len(row) == _COLUMNS and row[0] == _WORD and row[11].strip())


def compare(words: Sequence[Word], again: Sequence[Word]) -> Iterator[Word]:
    """The words, with what is unsure in their numbers marked; one that the second reading lacks is all unsure."""
    for word in words:
        if not word.has_digits:
            yield word
            continue
        second = next((other for other in again if _overlaps(word.quad, other.quad)), None)
        yield doubt(word, second.text if second else "", second.certainties if second else ())


def _as_word(row: Sequence[str], scale: float) -> Word:
    left, top, width, height = (int(cell) / scale for cell in row[6:10])
    text, certainty = row[11].strip(), max(0.0, float(row[10]) / 100)
    right, bottom = left + width, top + height
    return Word(text, (certainty,) * len(text), ((left, top), (right, top), (right, bottom), (left, bottom)))


def _overlaps(one: Quad, other: Quad) -> bool:
    """Whether the middle of one stands in the other."""
    x, y = (one[0][0] + one[2][0]) / 2, (one[0][1] + one[2][1]) / 2
    return other[0][0] <= x <= other[2][0] and other[0][1] <= y <= other[2][1]


def _as_png(raster: Raster, scale: float) -> bytes:
    from PIL import Image  # noqa: PLC0415 - heavy library

    page = Image.frombytes("RGB", (raster.width, raster.height), raster.rgb).convert("L")
    if scale != 1:
        page = page.resize((round(page.width * scale), round(page.height * scale)), Image.Resampling.BICUBIC)
    out = io.BytesIO()
    page.save(out, "PNG", compress_level=1)  # only handed over: time counts, size does not
    return out.getvalue()
