"""Some pages of a PDF as a PDF of their own, with nothing of the other pages in it; and several PDFs as one."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from pikepdf import Dictionary, Pdf

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.fields import read_fields
from docgen.formats.pdf.opened import open_pdf
from docgen.formats.pdf.pages import count_pages

_GONE = "heeft de bladzijden niet meer die nagekeken zijn; kijk het dossier opnieuw na"


def cut_pages(data: bytes, pages: Sequence[int]) -> bytes | None:
    """Those of the sender's pages, counted from 1, with their fields; None for a signed file, which a cut would break.

    Raises UnreadableFileError for a file that cannot be opened or does not have these pages.
    """
    total, added = count_pages(data)
    if not pages or max(pages) > total - added:
        raise UnreadableFileError(_GONE)
    with open_pdf(data) as pdf:
        if any(field.signed for field in read_fields(pdf).fields):
            return None
        return _copy(pdf, [page - 1 + added for page in sorted(pages)])


def _copy(pdf: Pdf, numbers: Sequence[int]) -> bytes:
    with Pdf.new() as part:
        part.add_pages_from(pdf, numbers)
        if isinstance(part.Root.get("/AcroForm"), Dictionary) and "/Metadata" in pdf.Root:
            part.Root.Metadata = part.copy_foreign(pdf.Root.Metadata)  # it says which form of ours this is
        out = io.BytesIO()
        part.save(out, deterministic_id=True)
        return out.getvalue()


def join_pdfs(documents: Iterable[bytes]) -> bytes:
    """The pages of all in their order; raises UnreadableFileError for one that cannot be opened."""
    with Pdf.new() as whole:
        for data in documents:
            with open_pdf(data) as pdf:
                whole.add_pages_from(pdf)
        out = io.BytesIO()
        whole.save(out, deterministic_id=True)
        return out.getvalue()
