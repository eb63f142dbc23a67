"""Read the text lines of any PDF with a text layer: columns that stand apart on the page are parted by a tab."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.errors import DeprecationError, PyPdfError

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.fields import ADDED_PAGE
from docgen.model.return_words import TODO_PAGES
from docgen.model.value import Line, Place, Text

#: A dossier's proof or RL1 has a few pages; of a longer document only these are read.
MAX_PAGES = 50
#: A page that takes more than this to draw is no page of text; pypdf would need minutes for it, or for many such pages.
_MAX_CONTENT, _MAX_CONTENT_IN_ALL = 1024 * 1024, 2 * 1024 * 1024
#: A file of more objects than this holds no form that a person filled in; walking its fields would take many seconds.
_MAX_OBJECTS = 20_000
#: Characters of a line: no line that a person wrote is as long.
_MAX_LINE = 4_000
#: An app that scans with a phone puts its own name on the page.
_STAMPED = 1
_SCANNED = "is een scan waarvan een toestel de tekst herkende; stuur het originele PDF-bestand"
_TOO_HEAVY = "is een PDF-bestand waarvan de bladzijden te zwaar zijn om te lezen; stuur een gewone afdruk naar PDF"
#: Two spaces or more on the page part two columns.
_COLUMNS = re.compile(r"[ \u00a0]{2,}|\t+")
#: The line that every page of our forms prints at its foot.
_OWN_FOOT = re.compile(r"\bdocgen:[a-z]+/[a-z-]+ v\d{1,4}\b")
#: Text is drawn invisibly over a picture of the page when a scanner recognised it.
_INVISIBLE, _VISIBLE = re.compile(rb"\b3 Tr\b"), re.compile(rb"\b[0-2] Tr\b")
#: What a damaged or hostile structure makes of pypdf, beside its own errors.
BROKEN = (
    *(PyPdfError, DeprecationError, NotImplementedError),
    *(ValueError, TypeError, LookupError, AttributeError, RecursionError, ArithmeticError),
)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports each oddity of a file on stderr


@dataclass(frozen=True)
class ReadPages:
    """What the pages of a file hold as text, by number from 1; `pictured` gives the index of those that are a picture.

    `fields` are the filled fields of a form that is not ours; `sentence` says why a file has no text.
    """

    lines: Mapping[int, tuple[Line, ...]]
    pictured: Mapping[int, int]
    fields: tuple[Line, ...]
    count: int
    sentence: str = ""

    def as_text(self) -> Text:
        """The lines page after page, then the fields; raises UnreadableFileError where there are none."""
        found = (*(line for number in sorted(self.lines) for line in self.lines[number]), *self.fields)
        if not found:
            raise UnreadableFileError(self.sentence)
        return Text(found, self.count)


def read_lines(data: bytes, name: str) -> Text:
    """The text of a PDF as it stands in it; raises UnreadableFileError also for one that is but pictures."""
    return read_pages(data, name).as_text()


def read_pages(data: bytes, name: str, without: Collection[int] | None = None) -> ReadPages:
    """The text of each page from top to bottom; what a scanner recognised and laid under its picture is no text.

    `without` are the pages of our own form in the file: they, its fields and other pages of its print are left out.
    Raises UnreadableFileError for a printed copy of our own form, a password, and what cannot be opened.
    """
    with _open(data) as reader:
        count = len(reader.pages)
        first = [reader.pages[number] for number in range(min(count, MAX_PAGES))]
        light = dict(_within_bounds(enumerate(first)))
        shown = {index: _text_of(page) for index, page in light.items()}
        added = {index for index, page in enumerate(first) if ADDED_PAGE in page or _is_added(shown.get(index, ()))}
        own = {index + 1 - sum(other < index for other in added): index for index in light if index not in added}
        lines = {number: tuple(_read_page(shown[index], number, name)) for number, index in own.items()}
        if without is None:
            _refuse_own_print(line for page in lines.values() for line in page)
        else:
            own = {number: own[number] for number in own if number not in without and not _is_own(lines[number])}
            lines = {number: lines[number] for number in own}
        invisible = {number for number, index in own.items() if _is_recognised(light[index])}
        pictured = {
            number: index
            for number, index in own.items()
            if number in invisible or _is_picture(light[index], lines[number])
        }
        read = {number: found for number, found in lines.items() if found and number not in pictured}
        sentence = _SCANNED if invisible else _TOO_HEAVY if first and not light else _name_textless(light.values())
        fields = tuple(_read_fields(reader, name)) if without is None else ()
        return ReadPages(read, pictured, fields, count - len(added), sentence)


def _is_added(shown: Sequence[str]) -> bool:
    """Whether docgen itself put the page before the others, whoever saved it anew."""
    return bool(shown) and shown[0].lstrip().startswith(TODO_PAGES)


def _is_own(lines: Iterable[Line]) -> bool:
    return any(_OWN_FOOT.search(line.text) for line in lines)


def _refuse_own_print(lines: Iterable[Line]) -> None:
    if _is_own(lines):
        message = (
            "is een afgedrukte kopie van ons formulier, zonder invulbare velden; stuur het invulbare PDF-bestand zelf"
        )
        raise UnreadableFileError(message)


def _is_picture(page: PageObject, lines: Sequence[Line]) -> bool:
    """Whether a page shows a picture and no text of its own but what an app stamps on its scans."""
    return len(lines) <= _STAMPED and bool(page.images.keys())


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
    except BROKEN as error:
        if isinstance(error, NotImplementedError):
            message = "is beveiligd op een manier die hier niet geopend kan worden; stuur het zonder beveiliging"
            raise UnreadableFileError(message) from error
        message = "is een PDF-bestand dat beschadigd of onveilig opgebouwd is; bewaar het opnieuw en stuur het nog eens"
        raise UnreadableFileError(message) from error


def _within_bounds(pages: Iterable[tuple[int, PageObject]]) -> Iterator[tuple[int, PageObject]]:
    """The pages with their index, until together they take too much; a page that alone does so is passed over."""
    total = 0
    for index, page in pages:
        if ADDED_PAGE in page:
            continue
        size = len(_content(page))
        total += min(size, _MAX_CONTENT)
        if total > _MAX_CONTENT_IN_ALL:
            return
        if size <= _MAX_CONTENT:
            yield index, page


def _read_page(shown: Iterable[str], number: int, name: str) -> Iterator[Line]:
    for line, words in enumerate(shown, start=1):
        place = Place(name, f"bladzijde {number}, regel {line}")
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
