"""Read the text lines of any PDF with a text layer: columns that stand apart on the page are parted by a tab."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from pypdf import PageObject, PdfReader
from pypdf.errors import DeprecationError, PyPdfError

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.fields import ADDED_PAGE
from docgen.model.remark import TODO_PAGE
from docgen.model.value import Line, Place, Text

#: A dossier's proof or RL1 has a few pages; of a longer document only these are read.
MAX_PAGES = 50
#: A page that takes more than this to draw is no page of text; pypdf would need minutes for it, or for many such pages.
_MAX_CONTENT, _MAX_CONTENT_IN_ALL = 1024 * 1024, 2 * 1024 * 1024
#: A file of more objects than this holds no form that a person filled in; walking its fields would take many seconds.
_MAX_OBJECTS = 20_000
_MAX_LINE = 4_000
_TOO_HEAVY = "is een PDF-bestand waarvan de bladzijden te zwaar zijn om te lezen; stuur een gewone afdruk naar PDF"
#: Two spaces or more on the page part two columns.
_COLUMNS = re.compile(r"[ \u00a0]{2,}|\t+")
#: The line that every page of our forms prints at its foot.
_OWN_FOOT = re.compile(r"\bdocgen:[a-z]+/[a-z-]+ v\d{1,4}\b")
#: Text is drawn invisibly over a picture of the page when a scanner recognised it.
_INVISIBLE, _VISIBLE = re.compile(rb"\b3 Tr\b"), re.compile(rb"\b[0-2] Tr\b")
#: What a damaged or hostile structure makes of pypdf, beside its own errors.
_BROKEN = (
    *(PyPdfError, DeprecationError, NotImplementedError),
    *(ValueError, TypeError, LookupError, AttributeError, RecursionError, ArithmeticError),
)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports each oddity of a file on stderr


def read_lines(data: bytes, name: str) -> Text:
    """The lines of the first `MAX_PAGES` pages from top to bottom, then the filled fields of a form that is not ours.

    Raises UnreadableFileError for a scan, a printed copy of our own form, a password, and what cannot be opened.
    """
    with _open(data) as reader:
        count = len(reader.pages)
        first = [reader.pages[number] for number in range(min(count, MAX_PAGES))]
        pages = [page for page in first if ADDED_PAGE not in page]
        light = dict(_within_bounds(pages))
        lines = list(_read_pages(light, name))
        if lines and all(_is_recognised(page) for page in pages):
            message = "is een scan waarvan een toestel de tekst herkende; stuur het originele PDF-bestand"
            raise UnreadableFileError(message)
        lines += _read_fields(reader, name)
        if not lines:
            raise UnreadableFileError(_TOO_HEAVY if pages and not light else _name_textless(light.values()))
    if any(_OWN_FOOT.search(line.text) for line in lines):
        message = (
            "is een afgedrukte kopie van ons formulier, zonder invulbare velden; stuur het invulbare PDF-bestand zelf"
        )
        raise UnreadableFileError(message)
    return Text(tuple(lines), count - len(first) + len(pages))


def _name_textless(pages: Collection[PageObject]) -> str:
    if any(page.images.keys() for page in pages):
        return "is een scan of foto zonder tekst; stuur het originele PDF-bestand, of kijk het zelf na"
    return "is een PDF-bestand zonder tekst; kijk na of het het juiste bestand is en stuur het opnieuw"


@contextmanager
def _open(data: bytes) -> Iterator[PdfReader]:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            message = "is met een wachtwoord beveiligd; stuur het zonder wachtwoord"
            raise UnreadableFileError(message)
        yield reader
    except _BROKEN as error:
        if isinstance(error, NotImplementedError):
            message = "is beveiligd op een manier die hier niet geopend kan worden; stuur het zonder beveiliging"
            raise UnreadableFileError(message) from error
        message = "is een PDF-bestand dat beschadigd of onveilig opgebouwd is; bewaar het opnieuw en stuur het nog eens"
        raise UnreadableFileError(message) from error


def _within_bounds(pages: list[PageObject]) -> Iterator[tuple[int, PageObject]]:
    """The pages with their numbers, until together they take too much; a page that alone does so is passed over."""
    total = 0
    for number, page in enumerate(pages, start=1):
        size = len(_content(page))
        total += min(size, _MAX_CONTENT)
        if total > _MAX_CONTENT_IN_ALL:
            return
        if size <= _MAX_CONTENT:
            yield number, page


def _read_pages(pages: Mapping[int, PageObject], name: str) -> Iterator[Line]:
    """The lines of all pages by number; one that docgen put before them does not count, whoever saved it anew."""
    added = 0
    for number, page in pages.items():
        shown = _text_of(page)
        if shown and shown[0].lstrip().startswith(TODO_PAGE):
            added += 1
            continue
        for line, words in enumerate(shown, start=1):
            place = Place(name, f"bladzijde {number - added}, regel {line}")
            yield Line(_COLUMNS.sub("\t", words[:_MAX_LINE].strip()), place)


def _text_of(page: PageObject) -> list[str]:
    """The page's lines as they are laid out; a page on which all text stands turned is read without its layout."""
    text = page.extract_text(extraction_mode="layout")
    if not text.strip():
        text = page.extract_text()
    return [part for part in text.split("\n") if part.strip()]


def _read_fields(reader: PdfReader, name: str) -> Iterator[Line]:
    if "/AcroForm" not in reader.root_object or sum(map(len, reader.xref.values())) > _MAX_OBJECTS:
        return
    for key, value in reader.get_form_text_fields().items():
        if str(value or "").strip():
            yield Line(f"{key}\t{' '.join(str(value).split())}"[:_MAX_LINE], Place(name, f"veld {key}"))


def _content(page: PageObject) -> bytes:
    content = page.get_contents()
    return content.get_data() if content is not None else b""


def _is_recognised(page: PageObject) -> bool:
    """Whether the page's only text is invisible, over a picture."""
    content = _content(page)
    return bool(_INVISIBLE.search(content)) and not _VISIBLE.search(content) and bool(page.images.keys())
