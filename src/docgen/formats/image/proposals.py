"""What may stand in the boxes of a form on paper, recognised in one go: a proposal by the picture, never a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from docgen.errors import UnreadableFileError
from docgen.formats.image.ocr import find_engine
from docgen.formats.image.ocr_lines import join_words, middle_of, set_lines
from docgen.formats.image.ocr_words import Word
from docgen.formats.raster import Raster
from docgen.model.value import UNSURE

if TYPE_CHECKING:
    from PIL import Image

#: Pixels of white between two boxes: what stands in one is never read together with the other.
_APART = 24
#: More boxes than this take too long; a form holds some thirty.
_MOST = 60
#: A box of which any word is less certain than this gets no proposal: handwriting mostly is.
_CERTAIN = 0.9


def propose_words(boxes: Mapping[str, Image.Image]) -> dict[str, str]:
    """The words in each box where they are recognised well; none where no engine is installed."""
    engine = find_engine()
    if engine is None or not 0 < len(boxes) <= _MOST:
        return {}
    sheet, tops = _stack(boxes)
    try:
        words, turned = engine(sheet)
    except UnreadableFileError:  # too full to read in a reasonable time
        return {}
    if turned.rgb != sheet.rgb:  # taken for a page that lies otherwise: no word is where its box is
        return {}
    found = {key: [word for word in words if _lies_in(word, tops[key])] for key in boxes}
    return {key: text for key, inside in found.items() if (text := _join(inside))}


def _stack(boxes: Mapping[str, Image.Image]) -> tuple[Raster, dict[str, tuple[int, int]]]:
    """All boxes one below the other on a white page, and from where to where each stands."""
    from PIL import Image  # noqa: PLC0415 - heavy library

    tops, top = dict[str, tuple[int, int]](), _APART
    for key, box in boxes.items():
        tops[key] = top, top + box.height
        top += box.height + _APART
    page = Image.new("RGB", (max(box.width for box in boxes.values()) + 2 * _APART, top), "white")
    for key, box in boxes.items():
        page.paste(box.convert("RGB"), (_APART, tops[key][0]))
    return Raster(page.width, page.height, page.tobytes()), tops


def _lies_in(word: Word, rows: tuple[int, int]) -> bool:
    return rows[0] <= middle_of(word.quad)[1] < rows[1]


def _join(words: list[Word]) -> str | None:
    if not words or any(word.certainty < _CERTAIN or UNSURE in word.text for word in words):
        return None
    return " ".join(join_words(line).replace("\t", " ") for line in set_lines(words))
