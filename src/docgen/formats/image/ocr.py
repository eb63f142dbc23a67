"""Recognise the text on a picture of a page: RapidOCR where it is installed, else tesseract, else a sentence."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from docgen.errors import UnreadableFileError
from docgen.external.tesseract import find_tesseract
from docgen.formats.image import rapid, tesseract_words
from docgen.formats.image.ocr_lines import height_of, join_words, set_lines
from docgen.formats.image.ocr_words import TOO_FULL, Quad, Word
from docgen.formats.raster import Raster
from docgen.model.value import Line, Place, Snippet

#: What the desk can do about a picture of which nothing can be read.
INSTALL = (
    "is een scan of foto zonder tekst; installeer docgen[ocr] of tesseract om de tekst te herkennen, of kijk zelf na"
)
#: A page of more lines than this is no paper of a dossier.
_MAX_LINES = 400
#: Around a line in its picture, in parts of its height; and the widest picture that the report needs.
_MARGIN, _WIDEST = 0.4, 1000

Engine = Callable[[Raster], tuple[tuple[Word, ...], Raster]]


def find_engine() -> Engine | None:
    """How the words of a page are found on this machine; None where nothing is installed for it."""
    if rapid.is_installed():
        return rapid.find_words
    return tesseract_words.find_words if find_tesseract() else None


def recognise_lines(raster: Raster, name: str, page: int) -> tuple[Line, ...]:
    """The lines on a page from top to bottom, each with how certain it is and a picture of it.

    Columns are parted by a tab; a character of a number that is not sure is `UNSURE`. Raises UnreadableFileError where
    no engine is installed, and for a page that is too full.
    """
    engine = find_engine()
    if engine is None:
        raise UnreadableFileError(INSTALL)
    words, turned = engine(raster)
    lines = set_lines(words)
    if len(lines) > _MAX_LINES:
        raise UnreadableFileError(TOO_FULL)
    return tuple(_as_line(line, turned, Place(name, _spot(page, n))) for n, line in enumerate(lines, start=1))


def _spot(page: int, line: int) -> str:
    return f"bladzijde {page}, regel {line}"


def _as_line(words: Sequence[Word], page: Raster, place: Place) -> Line:
    certainty = min(word.certainty for word in words)  # a line is as sure as its least sure word
    return Line(join_words(words), place, round(certainty, 4), _cut_line(page, words, str(place)))


def _cut_line(page: Raster, words: Sequence[Word], caption: str) -> Snippet:
    """The line laid level, however it stands on the page."""
    from PIL import Image  # noqa: PLC0415 - heavy library

    corners = _around(words)
    (left, top), (right, _), _, (_, bottom) = corners
    wide, high = max(1, round(right - left)), max(1, round(bottom - top))
    scale = min(1.0, _WIDEST / wide)
    upper_left, upper_right, lower_right, lower_left = corners
    picture = Image.frombytes("RGB", (page.width, page.height), page.rgb).transform(
        (max(1, round(wide * scale)), max(1, round(high * scale))),
        Image.Transform.QUAD,
        (*upper_left, *lower_left, *lower_right, *upper_right),  # the order that Pillow asks
        Image.Resampling.BICUBIC,
        fillcolor="white",
    )
    out = io.BytesIO()
    picture.convert("L").save(out, "PNG")
    return Snippet(out.getvalue(), caption)


def _around(words: Sequence[Word]) -> Quad:
    """The corners of the line with a margin: its first word's left side, its last word's right side."""
    first, last = words[0].quad, max((word.quad for word in words), key=lambda quad: quad[1][0])
    edge = _MARGIN * max(height_of(word.quad) for word in words)
    return (
        (first[0][0] - edge, first[0][1] - edge),
        (last[1][0] + edge, last[1][1] - edge),
        (last[2][0] + edge, last[2][1] + edge),
        (first[3][0] - edge, first[3][1] + edge),
    )
