"""Photos of one document that arrive as files of their own: a picture that is certainly its next page is joined to it.

What kind a page is, only a family can say (`KindOf`). A name is a hint: it gives the order, and never proves anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from docgen.model.parts import KindOf
from docgen.model.value import UNSURE, Content, Line, Text
from docgen.text import fold

_NEXT = re.compile(r"vervolg van “(.+)”(?:, (bladzijden? [^”]+))?")
_DIGITS = re.compile(r"(\d+)")
#: ``pagina 2 van 3``, ``Blz. 2/3``, ``2/3`` alone on its line.
_MARK = re.compile(
    r"\b(?:blz|bladzijde|pagina|page|pag|p)\b\.?\s*(\d{1,2})(?:\s*(?:van|/|of|sur)\s*(\d{1,2}))?\s*$"
    r"|^\s*(\d{1,2})\s*/\s*(\d{1,2})\s*$",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2} \d{1,2} \d{4})\b")
#: A number long enough to be one person's or one account's; one of which a character is not sure is like no other.
_LONG_NUMBER = re.compile(rf"(?<![\d{UNSURE}])[\d{UNSURE}](?:[ .-]?[\d{UNSURE}]){{10,}}")
#: A row of a table: a date, among at least so many columns.
_COLUMNS = 3


@dataclass(frozen=True)
class _Page:
    """One picture: the kind it is by itself, and what it says of its place in a document."""

    content: Content
    text: Text
    kind: str

    @cached_property
    def mark(self) -> tuple[int, int] | None:
        """Its number and how many pages there are (0 where that is not said); None without one clear mark."""
        found = {mark for line in self.text.lines if (mark := _read_mark(line.text))}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its long numbers, as digits alone."""
        bare = (_DATE.sub("|", line.text) for line in self.text.lines)
        found = (number for text in bare for number in _LONG_NUMBER.findall(text))
        return frozenset("".join(c for c in number if c.isdigit() or c == UNSURE) for number in found)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its lines, folded."""
        return frozenset(fold(line.text) for line in self.text.lines)


def join_pictures(contents: Iterable[Content], kind_of: KindOf) -> tuple[Content, ...]:
    """The contents in their order, each picture that is certainly the next page of another one joined to that.

    Pictures of one folder whose names differ only in numbers follow each other: ``IMG_9.jpg`` before ``IMG_10.jpg``.
    """
    given = tuple(contents)
    series = dict[str, list[Content]]()
    for content in given:
        series.setdefault(_series_of(content.name), []).append(content)
    documents = [pages for row in series.values() for pages in _join_row(sorted(row, key=_by_number), kind_of)]
    first = {id(pages[0].content): _join(pages) for pages in documents}
    joined = {id(page.content) for pages in documents for page in pages[1:]}
    return tuple(first.get(id(content), content) for content in given if id(content) not in joined)


def each_file(content: Content) -> Iterator[tuple[Content, str]]:
    """A content and the pictures joined to it, each with what a report says of its part."""
    yield content, content.part
    for page in content.next_pages:
        yield page, f"vervolg van “{content.name}”" + (f", {page.part}" if page.part else "")


def read_next(part: str) -> tuple[str, str] | None:
    """The file that a part, as `each_file` gives it, goes on from, and its own pages; None for any other part."""
    found = _NEXT.fullmatch(part)
    return (found[1], found[2] or "") if found else None


def _series_of(name: str) -> str:
    folder, _, file = name.replace("\\", "/").rpartition("/")
    return f"{folder}/{''.join(filter(str.isalpha, _stem(file).casefold()))}"


def _by_number(content: Content) -> list[tuple[int, str]]:
    parts = (part for part in _DIGITS.split(_stem(content.name).casefold()) if part)
    return [(int(part), "") if _DIGITS.fullmatch(part) else (-1, part) for part in parts]


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _join_row(row: Sequence[Content], kind_of: KindOf) -> list[list[_Page]]:
    """The documents of files that follow each other; what is no picture of one page parts them."""
    documents, last, seen = list[list[_Page]](), list[_Page](), set[str]()
    for content in row:
        if content.sha256 and content.sha256 in seen:  # a copy; it is named as such
            continue
        seen.add(content.sha256)
        page = _look(content, kind_of)
        if page is None:
            last = []
        elif last and [last] == [document for document in documents if _goes_on(document, page)]:
            last.append(page)
        else:
            last = [page]
            documents.append(last)
    return documents


def _look(content: Content, kind_of: KindOf) -> _Page | None:
    text = content.found
    if not isinstance(text, Text) or content.part or text.pages != 1:
        return None
    is_picture = bool(text.lines) and all(line.certainty is not None for line in text.lines)
    return _Page(content, text, kind_of(text)) if is_picture else None


def _goes_on(document: Sequence[_Page], page: _Page) -> bool:
    """Whether a page is plainly the next one: it says so, or bears the same number, or only goes on with the table."""
    kind, numbers = document[0].kind, frozenset[str]().union(*(before.numbers for before in document))
    if not kind or page.kind not in ("", kind) or _contradicts(document, page):
        return False
    if not page.numbers <= numbers or any(UNSURE in number for number in page.numbers):
        return False
    if page.kind or _says_next(document, page):
        return _says_next(document, page)
    return _is_rest_of_table(document, page) or (bool(page.numbers) and _is_laid_out(page))


def _contradicts(document: Sequence[_Page], page: _Page) -> bool:
    """Whether the page numbers say otherwise: the document is complete, or this is another page of it."""
    last, number = document[-1].mark, len(document) + 1
    complete = last is not None and last[0] == last[1]
    return complete or (page.mark is not None and page.mark[0] != number)


def _says_next(document: Sequence[_Page], page: _Page) -> bool:
    last, mark = document[-1].mark, page.mark
    return last is not None and mark is not None and last[0] == len(document) and last[1] == mark[1]


def _is_rest_of_table(document: Sequence[_Page], page: _Page) -> bool:
    """Whether a page holds rows of a table alone, beside its number and what the document says as well."""
    known = frozenset[str]().union(*(before.words for before in document))
    own = [line for line in page.text.lines if fold(line.text) not in known and not _read_mark(line.text)]
    return bool(own) and all(map(_is_row, own)) and any(_is_row(line) for line in document[-1].text.lines)


def _is_laid_out(page: _Page) -> bool:
    """Whether it is labels with values or a table for the better part: a letter may bear the same number."""
    return 2 * sum("\t" in line.text for line in page.text.lines) >= len(page.text.lines)


def _is_row(line: Line) -> bool:
    return len(line.cells) >= _COLUMNS and _DATE.search(line.text) is not None


def _read_mark(text: str) -> tuple[int, int] | None:
    found = _MARK.search(text)
    if found is None:
        return None
    number, total = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    return (number, total) if number and (number <= total or not total) else None


def _join(pages: Sequence[_Page]) -> Content:
    """The first picture with the lines of all; each line keeps the name of its own file."""
    first, *others = pages
    if not others:
        return first.content
    text = Text(tuple(line for page in pages for line in page.text.lines), len(pages))
    return replace(first.content, found=text, next_pages=tuple(page.content for page in others))
