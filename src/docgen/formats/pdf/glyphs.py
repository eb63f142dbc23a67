"""Each character that stands as text on the pages of a PDF: what it is, where, and which were drawn in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from ctypes import byref, c_double, c_int, c_void_p, cast
from dataclasses import dataclass
from typing import Any

from docgen.formats.pdf.pages import MAX_PAGES, count_added, open_pages
from docgen.formats.pdf.words import is_scan

#: Left, top, right and bottom in points from the top left corner of the page as it is shown.
Box = tuple[float, float, float, float]
#: Of a page with more characters than this nobody filled in the fields.
_MAX_GLYPHS = 30_000
#: The same character so near to itself, in points, was drawn twice: Ghostscript does so, and others for bold print.
_SAME = 0.7
#: Points in one unit of the page as pdfium is asked to show it.
_FINE = 0.01
#: How far off its line a character may stand, and from the one before, as a part of its height.
_OFF_LINE, _GAP, _SLIGHT = 0.3, 0.3, 0.1


@dataclass(frozen=True)
class Glyph:
    """One character: its ink in `box`, the place it takes from `start` to `end` on its line, and how high that is.

    `drawn` numbers the text that it was drawn with, `spaced` tells whether pdfium sees a space or line end before it,
    `broken` whether the file does not say which character it is.
    """

    char: str
    box: Box
    start: complex
    end: complex
    height: float
    drawn: int
    spaced: bool = False
    broken: bool = False

    def follows(self, before: Glyph) -> bool:
        """Whether it stands right behind another, along that one's line."""
        way = before.end - before.start
        if self.drawn == before.drawn and (abs(way) < _FINE or abs(self.start - before.start) < _FINE):
            return True  # a mark over a letter, or the second letter of a ligature
        if abs(way) < _FINE:
            return False
        step = (self.start - before.end) / (way / abs(way))
        return abs(step.imag) < _OFF_LINE * before.height and -0.5 * before.height < step.real < _GAP * before.height

    def is_apart(self, before: Glyph) -> bool:
        """Whether white space parts it from the one before on its line."""
        return self.spaced and abs(self.start - before.end) > _SLIGHT * before.height


@dataclass(frozen=True)
class Sheet:
    """The text of one page, counted from 0 without pages that docgen added; `pictured` when a picture stands on it."""

    number: int
    size: tuple[float, float]
    glyphs: tuple[Glyph, ...]
    pictured: bool = False


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """The characters of each page, none for a scan; raises UnreadableFileError for a file that pdfium cannot open."""
    with open_pages(data) as document:
        added = count_added(document)
        pages = range(added, min(len(document), MAX_PAGES + added))
        return tuple(_read_sheet(document[number], number - added) for number in pages)


def count_before(data: bytes) -> int:
    """How many pages docgen put before those of the sender."""
    with open_pages(data) as document:
        return count_added(document)


def find_words(glyphs: Iterable[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """The words among the characters: what stands together without a space, in however many pieces it was drawn."""
    word = list[Glyph]()
    for glyph in glyphs:
        if word and (glyph.char.isspace() or not glyph.follows(word[-1]) or glyph.is_apart(word[-1])):
            yield tuple(word)
            word = []
        if not glyph.char.isspace():
            word.append(glyph)
    if word:
        yield tuple(word)


def spell(glyphs: Iterable[Glyph]) -> str:
    """The characters one after the other."""
    return mend_text("".join(glyph.char for glyph in glyphs))


def mend_text(text: str) -> str:
    """The text with its letters back: Ghostscript 10.00 swaps the bytes of those that it drew as a ligature."""
    return "".join(chr(ord(char) // 256) if is_swapped(char) else char for char in text)


def is_swapped(char: str) -> bool:
    """Whether a character is one of those, which nobody types in Dutch or French."""
    code = ord(char)
    return code % 256 == 0 and 0x21 <= code // 256 <= 0x7E


def _read_sheet(page: Any, number: int) -> Sheet:  # noqa: ANN401 - pypdfium2 has no types
    from pypdfium2 import raw  # noqa: PLC0415 - heavy library

    text = page.get_textpage()
    if is_scan(page) or text.count_chars() > _MAX_GLYPHS:
        return Sheet(number, page.get_size(), (), pictured=True)
    pictures = page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    glyphs = tuple(_drop_doubles(_read_glyphs(text, _view(page))))
    return Sheet(number, page.get_size(), glyphs, next(iter(pictures), None) is not None)


def _read_glyphs(text: Any, show: Callable[[float, float], complex]) -> Iterator[Glyph]:  # noqa: ANN401
    from pypdfium2 import raw  # noqa: PLC0415 - heavy library

    runs, spaced, high = dict[int | None, int](), False, ""
    for at in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text.raw, at))
        if "\ud800" <= char <= "\udbff":
            high = char
            continue
        if high:
            char, high = (high + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace"), ""
        drawn = cast(raw.FPDFText_GetTextObject(text.raw, at), c_void_p).value
        if drawn is None or raw.FPDFText_IsGenerated(text.raw, at) == 1:
            spaced = True  # what pdfium puts between two things that stand apart
            continue
        if raw.FPDFText_IsHyphen(text.raw, at) == 1:
            char = "-"  # pdfium gives another sign for a hyphen at the end of a line
        ink, (start, end, height) = _ink(text, at, show), _place(text, at, show)
        broken = raw.FPDFText_HasUnicodeMapError(text.raw, at) == 1
        yield Glyph(char, ink, start, end, height, runs.setdefault(drawn, len(runs)), spaced, broken)
        spaced = False


def _ink(text: Any, at: int, show: Callable[[float, float], complex]) -> Box:  # noqa: ANN401
    left, bottom, right, top = text.get_charbox(at)
    one, other = show(left, top), show(right, bottom)
    return (
        min(one.real, other.real), min(one.imag, other.imag), max(one.real, other.real), max(one.imag, other.imag)
    )  # fmt: skip


def _place(text: Any, at: int, show: Callable[[float, float], complex]) -> tuple[complex, complex, float]:  # noqa: ANN401
    """Where a character starts and ends on its line, and how high the line is."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy library

    x, y, matrix = c_double(), c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(text.raw, at, byref(x), byref(y))
    raw.FPDFText_GetMatrix(text.raw, at, byref(matrix))
    left, bottom, right, top = text.get_charbox(at, loose=True)
    wide, high = right - left, top - bottom
    if abs(matrix.b) > abs(matrix.a):  # it is written upwards or downwards
        wide, high = high, wide
    length = abs(complex(matrix.a, matrix.b)) or 1.0
    start = show(x.value, y.value)
    return start, show(x.value + wide * matrix.a / length, y.value + wide * matrix.b / length), high


def _view(page: Any) -> Callable[[float, float], complex]:  # noqa: ANN401
    """What turns a point of the page as it is drawn into one of the page as it is shown: cropped and turned."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy library

    width, height = page.get_size()
    size = round(width / _FINE), round(height / _FINE)

    def place(x: float, y: float) -> complex:
        across, down = c_int(), c_int()
        raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, byref(across), byref(down))
        return complex(across.value, down.value) * _FINE

    zero = place(0, 0)
    right, up = (place(1000, 0) - zero) / 1000, (place(0, 1000) - zero) / 1000
    return lambda x, y: zero + x * right + y * up


def _drop_doubles(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Each character once, where it was drawn a second time over itself."""
    seen = dict[tuple[str, int, int], list[Glyph]]()
    for glyph in glyphs:
        column, row = int(glyph.start.real // _SAME), int(glyph.start.imag // _SAME)
        near = [(glyph.char, column + right, row + down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
        before = [other for spot in near for other in seen.get(spot, ()) if abs(other.start - glyph.start) < _SAME]
        if any(other.drawn != glyph.drawn for other in before):
            continue
        seen.setdefault((glyph.char, column, row), []).append(glyph)
        yield glyph
