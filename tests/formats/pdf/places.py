"""Where the words of a PDF stand: page, and the origin of the first letter in points from the page's top left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True)
class Word:
    text: str
    page: int
    x: float
    y: float


def read_words(pdf: bytes) -> list[Word]:
    """The words of all pages, in the order in which they are drawn."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [word for number, page in enumerate(document, 1) for word in _read_page(page, number)]


def place_of(pdf: bytes, text: str) -> tuple[int, float, float]:
    """The page and the place of the only word of that text, in tenths of a point."""
    (word,) = (word for word in read_words(pdf) if word.text == text)
    return word.page, round(word.x, 1), round(word.y, 1)


def _read_page(page: pypdfium2.PdfPage, number: int) -> Iterator[Word]:
    text, height = page.get_textpage(), page.get_height()
    letters, start = "", (0.0, 0.0)
    for at in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, at))
        if letter.isspace():
            if letters:
                yield Word(letters, number, start[0], height - start[1])
            letters = ""
            continue
        x, y = pdfium.c_double(), pdfium.c_double()
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        if not letters:
            start = (x.value, y.value)
        letters += letter
    if letters:
        yield Word(letters, number, start[0], height - start[1])


def read_letters(pdf: bytes) -> list[tuple[str, float]]:
    """The letters of the first page and where each ends, from the left."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        letters = (
            (text.get_text_range(at, 1), text.get_charbox(at, loose=True)[2]) for at in range(text.count_chars())
        )
        return [(letter, end) for letter, end in letters if letter.strip()]


def read_pictures(pdf: bytes) -> list[tuple[int, int]]:
    """Where the pictures of the first page stand: their top left corner, in whole points."""
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[0].get_height()
        bounds = [thing.get_bounds() for thing in document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])]
    return [(round(left), round(height - top)) for left, _, _, top in bounds]


def count_lines(pdf: bytes) -> list[int]:
    """How many lines are drawn on each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [len(list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]))) for page in document]
