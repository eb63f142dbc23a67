"""A PDF or a file of pictures that holds several documents: each of them on its own, with the pages it takes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from docgen.errors import UnreadableFileError
from docgen.formats.image.opened import count_pictures
from docgen.formats.kind import FileKind, recognise_kind
from docgen.formats.plain_file import read_plain_file
from docgen.formats.recognise_text import read_pdf_text, recognise_pictures
from docgen.model.form import Form
from docgen.model.parts import KindOf, name_pages, page_of_spot, split_text
from docgen.model.value import Content, RawForm, Text, Unread

_SCAN = (
    "“{name}”, {pages}: een scan of foto zonder tekst; kijk zelf na wat erop staat, of stuur het originele PDF-bestand."
)
_BARE = "“{name}”, {pages}: een scan of foto waarop geen tekst herkend is; kijk zelf na wat erop staat."


def split_pdf(content: Content, data: bytes, forms: Sequence[Form], kind_of: KindOf) -> tuple[Content, ...]:
    """The documents in an opened PDF, the content itself when it is one; `forms` in each of their languages."""
    if isinstance(content.found, Unread):
        return (content,)
    try:
        parts = tuple(_split(content, data, forms, kind_of))
    except UnreadableFileError:  # another library opened it: what that gave stands
        return (content,)
    return parts if len(parts) > 1 else (content,)


def split_pictures(content: Content, kind_of: KindOf) -> tuple[Content, ...]:
    """The documents on the pictures of one opened file, the content itself when it is one; wordless pages are named."""
    if not isinstance(content.found, Text) or content.found.pages == 1:
        return (content,)
    parts = tuple(_part_pictures(content, (), kind_of))
    return parts if len(parts) > 1 else (content,)


def _part_pictures(content: Content, taken: Collection[int], kind_of: KindOf) -> Iterator[Content]:
    text = content.found
    if not isinstance(text, Text):
        return
    documents = [part for part in split_text(text, kind_of) if not part.is_empty]
    worded = {*taken, *(page for part in documents for page in part.pages)}
    yield from (replace(content, found=part.text, part=part.name) for part in documents)
    for page in range(1, text.pages + 1):
        if page not in worded:
            yield _name_scan(content, (page,), _BARE)


def split_rest(
    content: Content, data: bytes, taken: Collection[int], forms: Sequence[Form], kind_of: KindOf
) -> tuple[Content, ...]:
    """The documents on the other pages of a file of which these, counted from 1, belong to papers of ours."""
    if recognise_kind(data) is FileKind.PDF:
        text = _other_text(data, content.name, taken)
        return tuple(_split_text(replace(content, found=text), data, taken, forms, kind_of))
    try:
        text = recognise_pictures(data, content.name, taken)
    except UnreadableFileError:  # the pages are named
        text = Text((), count_pictures(data))
    return tuple(_part_pictures(replace(content, found=text), taken, kind_of))


def _split(content: Content, data: bytes, forms: Sequence[Form], kind_of: KindOf) -> Iterator[Content]:
    from docgen.formats.pdf import pages as pdf  # noqa: PLC0415 - heavy library

    taken = _form_pages(content)
    if isinstance(content.found, RawForm):
        total, added = pdf.count_pages(data)
        if min(total - added, pdf.MAX_PAGES) <= len(taken):
            return
        yield replace(content, part=name_pages(tuple(sorted(taken))))
        content = replace(content, found=_other_text(data, content.name, taken))
    yield from _split_text(content, data, taken, forms, kind_of)


def _split_text(
    content: Content, data: bytes, taken: Collection[int], forms: Sequence[Form], kind_of: KindOf
) -> Iterator[Content]:
    """The documents in the text of a PDF, and the pictures on pages that are not `taken` and gave none."""
    from docgen.formats.pdf import pages as pdf  # noqa: PLC0415 - heavy library

    parts = split_text(content.found, kind_of) if isinstance(content.found, Text) else ()
    for part in parts:
        if part.is_empty:
            yield _name_scan(content, part.pages)
        else:
            found = read_plain_file(data, FileKind.PDF, part.text, forms, part.pages) or part.text
            yield replace(content, found=found, part=part.name)
    total, added = pdf.count_pages(data)
    read = {*taken, *(page for part in parts for page in part.pages)}
    for page in pdf.find_pictures(data, set(range(1, min(total - added, pdf.MAX_PAGES) + 1)) - read):
        yield _name_scan(content, (page,))


def _name_scan(content: Content, pages: tuple[int, ...], sentence: str = _SCAN) -> Content:
    part = name_pages(pages)
    return replace(content, found=Unread(sentence.format(name=content.name, pages=part)), part=part)


def _form_pages(content: Content) -> frozenset[int]:
    """The pages on which a form of ours has its fields."""
    if not isinstance(content.found, RawForm):
        return frozenset()
    pages = (page_of_spot(place.spot) for place in content.found.places.values())
    return frozenset(page for page in pages if page)


def _other_text(data: bytes, name: str, taken: Collection[int]) -> Text:
    """The text of the pages beside the form; none where there is nothing that can be read."""
    try:
        return read_pdf_text(data, name, taken)
    except UnreadableFileError:  # the pictures among them are named
        return Text(())
