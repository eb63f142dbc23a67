"""Read a file of pictures, or a PDF of which pages are pictures: text as text, and the rest recognised."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from docgen.errors import UnreadableFileError
from docgen.formats.image.ocr import INSTALL, find_engine, recognise_lines
from docgen.formats.image.opened import open_pictures
from docgen.formats.pdf.lines import ReadPages, read_pages
from docgen.formats.pdf.raster import draw_pages
from docgen.formats.raster import Raster
from docgen.model.value import Line, Place, Text

#: Recognising takes a second or two a page: of a longer scan only these pages are.
MAX_RECOGNISED = 12
_NOTHING = (
    "is een foto of scan waarop geen tekst te herkennen is; maak een scherpere foto, recht van boven en bij goed licht"
)


def recognise_pictures(data: bytes, name: str, without: Collection[int] = ()) -> Text:
    """The text on a photo, a screenshot or a scan of several pages, but for those `without`, counted from 1.

    Raises UnreadableFileError for a damaged file, for one without text, and where nothing is installed to recognise it.
    """
    if find_engine() is None:
        raise UnreadableFileError(INSTALL)
    pictures = open_pictures(data)
    wanted = [number for number in range(1, len(pictures) + 1) if number not in without]
    total = len(pictures)
    found = [
        line for number in wanted[:MAX_RECOGNISED] for line in _recognise(pictures[number - 1], name, number, total)
    ]
    found += [_leave(name, number) for number in wanted[MAX_RECOGNISED:]]
    if not any(line.text for line in found):
        raise UnreadableFileError(_NOTHING)
    return Text(tuple(found), len(pictures))


def read_pdf_text(data: bytes, name: str, without: Collection[int] | None = None) -> Text:
    """The lines of a PDF, page after page: read where it has text, recognised where a page is a picture.

    A page that could not be recognised is one empty line of which nothing is certain. `without` are the pages of a form
    of ours in it. Raises UnreadableFileError for a file without any text.
    """
    pages = read_pages(data, name, without)
    if not pages.pictured:
        return pages.as_text()
    # With some text to go on, pages that nobody can recognise here are left to a person instead.
    if find_engine() is None and not pages.lines:
        raise UnreadableFileError(INSTALL)
    recognised = dict(_recognise_pages(data, name, pages))
    every = dict(pages.lines) | recognised
    found = (*(line for number in sorted(every) for line in every[number]), *pages.fields)
    if not any(line.text for line in found):
        raise UnreadableFileError(_NOTHING)
    return Text(found, pages.count)


def _recognise_pages(data: bytes, name: str, pages: ReadPages) -> Iterator[tuple[int, tuple[Line, ...]]]:
    wanted = list(pages.pictured)[:MAX_RECOGNISED] if find_engine() else []
    drawn = draw_pages(data, pages=[pages.pictured[number] for number in wanted])
    for number, raster in zip(wanted, drawn, strict=True):
        yield number, _recognise(raster, name, number, pages.count)
    for number in pages.pictured:
        if number not in wanted:
            yield number, (_leave(name, number),)


def _recognise(page: Raster, name: str, number: int, total: int) -> tuple[Line, ...]:
    """The lines on a page; one of several that is too full is left to a person."""
    try:
        return recognise_lines(page, name, number)
    except UnreadableFileError:
        if total == 1:
            raise
        return (_leave(name, number),)


def _leave(name: str, page: int) -> Line:
    """What stands for a page that nobody recognised: it makes the file one that a person has to look at."""
    return Line("", Place(name, f"bladzijde {page}"), 0.0)
