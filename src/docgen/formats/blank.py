"""Make a blank or prefilled form in the format that is asked for."""

from __future__ import annotations

from enum import StrEnum

from docgen.errors import WrongUseError
from docgen.model.form import Form
from docgen.model.record import Prefill

#: A longer reference makes a QR code too dense to scan from paper.
MAX_REFERENCE = 120


class FormFormat(StrEnum):
    """The formats a form comes in; the value is the file's suffix."""

    XLSX = "xlsx"
    PDF = "pdf"
    DOCX = "docx"


def make_form(form: Form, to: FormFormat, prefill: Prefill | None = None) -> bytes:
    """The bytes of one form file: the same input gives the same bytes.

    Raises WrongUseError for a reference or a value that the form cannot carry.
    """
    prefill = prefill or Prefill()
    _check_reference(prefill.reference or "")
    if to is FormFormat.XLSX:
        from docgen.formats.xlsx.blank import make_blank as make_xlsx  # noqa: PLC0415 - heavy library

        return make_xlsx(form, prefill)
    if to is FormFormat.PDF:
        from docgen.formats.pdf.blank import make_blank as make_pdf  # noqa: PLC0415 - heavy library

        return make_pdf(form, prefill)
    from docgen.formats.docx.blank import make_blank as make_docx  # noqa: PLC0415 - heavy library

    return make_docx(form, prefill)


def _check_reference(reference: str) -> None:
    if len(reference) > MAX_REFERENCE or not reference.isprintable():
        message = (
            f"De referentie kan niet op het formulier: gebruik hoogstens {MAX_REFERENCE} gewone tekens op een regel."
        )
        raise WrongUseError(message)
