"""Real programs fill in a marked form on, and what they save reads back, with our notes in it or not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from docgen.formats.pdf.mark import mark_pdf
from node_clients import FOLDER, run_client
from pdf_forms import blank, read, read_raw
from returned import remark, returned

sys.path.insert(0, str(FOLDER))
from fill_pdfium import fill

KEYS = ("startdatum", "contactmomenten__1__aanwezigheid", "contactmomenten__2__thema", "handtekening_mentor")
VALUES = {"startdatum": "01/09/2025", "contactmomenten__1__aanwezigheid": "ja", "naam_deelnemer": "Fientje Voorbeeld"}

CLIENTS = [
    pytest.param(lambda data, folder: run_client("fill_pdfjs.mjs", data, VALUES, folder), id="pdf.js (Firefox)"),
    pytest.param(lambda data, folder: run_client("fill_pdflib.mjs", data, VALUES, folder), id="pdf-lib"),
    pytest.param(lambda data, _: fill(data, VALUES), id="pdfium (Chrome)"),
]


@pytest.mark.parametrize("client", CLIENTS)
def test_a_marked_form_is_filled_on_by_any_client_and_read_back_in_its_own_pages(client, tmp_path: Path):
    sent = blank()
    words = returned(*(remark(key, read_raw(sent).places[key]) for key in KEYS))
    saved = client(mark_pdf(sent, "formulier.pdf", words), tmp_path)
    raw = read_raw(saved)
    assert {key: str(raw.values[key].value) for key in VALUES} == VALUES
    assert raw.signatures == {}
    assert raw.values["startdatum"].place == read_raw(sent).places["startdatum"]
    assert read(saved).problems == ()
