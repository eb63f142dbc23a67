"""Where a line that was read from a page stands on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.lines import read_lines

Rect = tuple[float, float, float, float]
_SPOT = re.compile(r"bladzijde (\d+), regel \d+")


def find_text(data: bytes, spot: str) -> Rect | None:
    """The rectangle round the line at ``bladzijde 1, regel 4``, from its first word to its last; None if not found."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - heavy library

    try:
        lines = read_lines(data, "").lines
    except UnreadableFileError:  # a scan: its lines were recognised, not read
        return None
    line = next((line for line in lines if line.place.spot == spot), None)
    page = _SPOT.fullmatch(spot)
    if line is None or page is None:
        return None
    try:
        with PdfDocument(data) as document:
            text = document[int(page[1]) - 1].get_textpage()
            found = [rect for cell in dict.fromkeys(line.cells) if cell for rect in _search(text, cell)]
    except PdfiumError:  # the two libraries do not open the same files
        return None
    if not found:
        return None
    beside = max(([other for other in found if _on_one_line(rect, other)] for rect in found), key=len)
    left, bottom, right, top = zip(*beside, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _search(text: Any, words: str) -> Iterator[Rect]:  # noqa: ANN401 - pypdfium2 has no types
    """Every place on the page where the words stand."""
    search = text.search(words, match_case=True)
    while (hit := search.get_next()) is not None:
        rects = [text.get_rect(number) for number in range(text.count_rects(*hit))]
        if rects:
            left, bottom, right, top = zip(*rects, strict=True)
            yield min(left), min(bottom), max(right), max(top)


def _on_one_line(one: Rect, other: Rect) -> bool:
    return min(one[3], other[3]) > max(one[1], other[1])
