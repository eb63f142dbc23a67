"""A PDF or a file of pictures that holds several documents: each of them on its own, with the pages it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.errors import UnreadableFileError
from docgen.formats.kind import FileKind
from docgen.formats.plain_file import read_plain_file
from docgen.formats.recognise_text import read_pdf_text
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
    text = content.found
    if not isinstance(text, Text) or text.pages == 1:
        return (content,)
    documents = split_text(text, kind_of)
    worded = {page for part in documents if not part.is_empty for page in part.pages}
    parts = [replace(content, found=part.text, part=part.name) for part in documents if not part.is_empty]
    parts += [_name_scan(content, (page,), _BARE) for page in range(1, text.pages + 1) if page not in worded]
    return tuple(parts) if len(parts) > 1 else (content,)


def _split(content: Content, data: bytes, forms: Sequence[Form], kind_of: KindOf) -> Iterator[Content]:
    from docgen.formats.pdf import pages as pdf  # noqa: PLC0415 - heavy library

    total, added = pdf.count_pages(data)
    count, taken, text = min(total - added, pdf.MAX_PAGES), _form_pages(content), content.found
    if isinstance(content.found, RawForm):
        if count <= len(taken):
            return
        text = _other_text(data, content.name, taken)
        yield replace(content, part=name_pages(tuple(sorted(taken))))
    parts = split_text(text, kind_of) if isinstance(text, Text) else ()
    for part in parts:
        if part.is_empty:
            yield _name_scan(content, part.pages)
        else:
            found = read_plain_file(data, FileKind.PDF, part.text, forms, part.pages) or part.text
            yield replace(content, found=found, part=part.name)
    read = {*taken, *(page for part in parts for page in part.pages)}
    for page in pdf.find_pictures(data, set(range(1, count + 1)) - read):
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


def _other_text(data: bytes, name: str, taken: frozenset[int]) -> Text:
    """The text of the pages beside the form; none where there is nothing that can be read."""
    try:
        return read_pdf_text(data, name, taken)
    except UnreadableFileError:  # the pictures among them are named
        return Text(())
