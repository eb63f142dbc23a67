"""What lies over a page is made part of it."""

from __future__ import annotations

import io

from pypdf import PdfReader

from docgen.formats.pdf.as_printed import make_printed
from flat_forms import flatten
from pdf_forms import blank, change


def test_a_field_that_no_form_holds_any_more_is_drawn_in_its_page():
    orphan = change(blank({"naam_deelnemer": "Abel Proef"}), lambda pdf, _: pdf.Root.__delitem__("/AcroForm"))
    assert "Abel Proef" not in PdfReader(io.BytesIO(orphan)).pages[0].extract_text()
    assert "Abel Proef" in PdfReader(io.BytesIO(make_printed(orphan))).pages[0].extract_text()


def test_a_file_with_nothing_over_its_pages_stays_as_it_is():
    flat = flatten(blank())
    assert flat == make_printed(flat)
