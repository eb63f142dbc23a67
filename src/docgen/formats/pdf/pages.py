"""The pages of a PDF from outside: how many its sender made, and on which of them a picture stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from itertools import takewhile
from typing import TYPE_CHECKING

from docgen.errors import UnreadableFileError
from docgen.model.return_words import TODO_PAGES

if TYPE_CHECKING:
    import pypdfium2

#: Of a longer document no further pages are looked at.
MAX_PAGES = 50
_DAMAGED = "is een PDF-bestand dat niet geopend kan worden; bewaar het opnieuw en stuur het nog eens"


def count_pages(data: bytes) -> tuple[int, int]:
    """The number of pages, and how many of those docgen itself put before them.

    Raises UnreadableFileError for a file that pdfium cannot open.
    """
    with open_pages(data) as document:
        return len(document), count_added(document)


def count_added(document: pypdfium2.PdfDocument) -> int:
    """How many pages docgen put before those of the sender, to tell him what to mend."""
    pages = (document[number].get_textpage().get_text_range(0, 200) for number in range(len(document)))
    return sum(1 for _ in takewhile(lambda text: text.strip().startswith(TODO_PAGES), pages))


def find_pictures(data: bytes, pages: Collection[int]) -> tuple[int, ...]:
    """Those of the sender's pages, counted from 1, on which a picture stands; raises as `count_pages` does."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy library

    with open_pages(data) as document:
        added = count_added(document)
        wanted = [page for page in sorted(pages) if page + added <= min(len(document), MAX_PAGES)]
        drawn = {page: document[page + added - 1].get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3) for page in wanted}
        return tuple(page for page, found in drawn.items() if next(iter(found), None) is not None)


@contextmanager
def open_pages(data: bytes, trouble: str = _DAMAGED) -> Iterator[pypdfium2.PdfDocument]:
    """The file as pdfium opens it; raises UnreadableFileError with `trouble` for one that it cannot open or read."""
    import pypdfium2  # noqa: PLC0415 - heavy library

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise UnreadableFileError(trouble) from error
