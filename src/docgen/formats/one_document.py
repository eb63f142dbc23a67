"""One file for one document: pages cut from a file that holds more, or those of several files put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.formats.kind import FileKind, recognise_kind


def cut_document(data: bytes, pages: Sequence[int]) -> bytes | None:
    """A PDF of those pages, counted from 1; None where they cannot be parted: no PDF, or one that is signed.

    Raises UnreadableFileError for a PDF that cannot be opened or does not have these pages.
    """
    if recognise_kind(data) is not FileKind.PDF:
        return None
    from docgen.formats.pdf.cut import cut_pages  # noqa: PLC0415 - heavy library

    return cut_pages(data, pages)


def join_pages(sheets: Iterable[tuple[bytes, Sequence[int]]]) -> bytes:
    """A PDF of the pages of several files in their order: of each file those pages, all where none are named.

    Photos become pages. Raises UnreadableFileError for a file that cannot be opened.
    """
    from docgen.formats.pdf.cut import join_pdfs  # noqa: PLC0415 - heavy library

    return join_pdfs(_as_pdf(data, pages) for data, pages in sheets)


def _as_pdf(data: bytes, pages: Sequence[int]) -> bytes:
    if recognise_kind(data) is FileKind.PDF:
        return (cut_document(data, pages) if pages else None) or data
    from docgen.formats.image.jpeg import make_jpegs  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.picture_pages import make_picture_pdf  # noqa: PLC0415 - heavy library

    pictures = make_jpegs(data)
    return make_picture_pdf(picture for n, picture in enumerate(pictures, start=1) if not pages or n in pages)
