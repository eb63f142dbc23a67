"""The facts inside a certificate are read back; a file without them, or no PDF at all, gives none."""

from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest

from docgen.catalogue import find_documents
from docgen.families.jobtraining.voorbeeld import SAMPLES
from docgen.formats.pdf.attached import MOST_BYTES, read_attached
from docgen.formats.pdf.render import Imprint, render_pdf


def test_the_attached_record_comes_back() -> None:
    template = find_documents()["jobtraining/certificaat"].template("nl", "typ")
    assert template is not None
    record = {"nummer": "JT-2026-00001", "trainee": {"naam": "Zoë"}}

    data = render_pdf(template, SAMPLES["certificaat"], record, meta=Imprint("Certificaat", "nl", date(2026, 7, 3)))

    assert record == read_attached(data)


def pdf_with(attachment: bytes | None) -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if attachment is not None:
            pdf.attachments["gegevens.json"] = attachment
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7 stuk",
        pdf_with(None),
        pdf_with(b"geen json"),
        pdf_with(b"[1]"),
        pdf_with(b'{"a": "' + b"x" * MOST_BYTES + b'"}'),
    ],
    ids=["empty", "broken", "without", "no json", "a list", "too large"],
)
def test_what_holds_no_record_of_ours_gives_none(data: bytes) -> None:
    assert read_attached(data) is None
