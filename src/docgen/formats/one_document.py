"""One file for one document: pages cut from a file that holds more, or the photos of its pages put together."""

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


def join_photos(photos: Iterable[bytes]) -> bytes:
    """A PDF with each photo on a page of its own; raises UnreadableFileError for one that cannot be opened."""
    from docgen.formats.image.jpeg import make_jpegs  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.picture_pages import make_picture_pdf  # noqa: PLC0415 - heavy library

    return make_picture_pdf(picture for photo in photos for picture in make_jpegs(photo))
