"""Make a blank or prefilled form in the format that is asked for."""

from __future__ import annotations

from enum import StrEnum

from docgen.model.form import Form
from docgen.model.record import Prefill


class FormFormat(StrEnum):
    """The formats a form comes in; the value is the file's suffix."""

    XLSX = "xlsx"
    PDF = "pdf"
    DOCX = "docx"


def make_form(form: Form, to: FormFormat, prefill: Prefill | None = None) -> bytes:
    """The bytes of one form file: the same input gives the same bytes."""
    prefill = prefill or Prefill()
    if to is FormFormat.XLSX:
        from docgen.formats.xlsx.blank import make_blank as make_xlsx  # noqa: PLC0415 - heavy library

        return make_xlsx(form, prefill)
    if to is FormFormat.PDF:
        from docgen.formats.pdf.blank import make_blank as make_pdf  # noqa: PLC0415 - heavy library

        return make_pdf(form, prefill)
    from docgen.formats.docx.blank import make_blank as make_docx  # noqa: PLC0415 - heavy library

    return make_docx(form, prefill)
