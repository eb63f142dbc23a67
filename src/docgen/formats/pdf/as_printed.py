"""A PDF as a printer would show it: what was laid over its pages (notes, stamps, fields) made part of them."""

from __future__ import annotations

import io
from typing import Any

from docgen.formats.pdf.pages import MAX_PAGES, open_pages


def make_printed(data: bytes) -> bytes:
    """The same pages with their annotations drawn in them; the very same bytes where there is nothing to draw.

    Raises UnreadableFileError for a file that pdfium cannot open.
    """
    from pypdfium2 import raw  # noqa: PLC0415 - heavy library

    with open_pages(data) as document:
        laid_over = [number for number in range(min(len(document), MAX_PAGES)) if _has_looks(document[number])]
        if not laid_over:
            return data
        for number in laid_over:
            page = document[number]  # it must live as long as pdfium works on it
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_PRINT)
            page.close()
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def _has_looks(page: Any) -> bool:  # noqa: ANN401 - pypdfium2 has no types
    """Whether anything but links is laid over the page."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy library

    for number in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, number)
        sort = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if sort not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            return True
    return False
