"""Real programs fill our form, and what they save reads back as the same record."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from node_clients import FOLDER, run_client
from pdf_forms import FILLED, blank, read, values_of
from verapdf import assert_conforms

sys.path.insert(0, str(FOLDER))
from fill_pdfium import fill

#: pdf-lib draws with its own Helvetica, which lacks these letters, and refuses them.
WITHOUT_POLISH = {key: value.replace("Ł", "L").replace("Ş", "S") for key, value in FILLED.items()}


def fill_pdfjs(data, values, folder):
    return run_client("fill_pdfjs.mjs", data, values, folder)


def fill_pdflib(data, values, folder):
    return run_client("fill_pdflib.mjs", data, values, folder)


def fill_pdfium(data, values, folder):
    del folder
    return fill(data, values)


CLIENTS = [
    pytest.param(fill_pdfjs, FILLED, id="pdf.js (Firefox)"),
    pytest.param(fill_pdflib, WITHOUT_POLISH, id="pdf-lib"),
    pytest.param(fill_pdfium, FILLED, id="pdfium (Chrome)"),
]


@pytest.mark.parametrize(("client", "values"), CLIENTS)
def test_what_a_client_fills_in_comes_back_without_a_doubt(client, values, tmp_path: Path):
    saved = client(blank(), values, tmp_path)
    assert values_of(saved) == dict(values)
    assert read(saved).problems == ()


@pytest.mark.parametrize(("client", "values"), CLIENTS)
def test_a_client_that_saves_twice_keeps_the_last_value(client, values, tmp_path: Path):
    saved = client(client(blank(), values, tmp_path), {"scholengroep": "Dassenland"}, tmp_path)
    assert values_of(saved) == {**values, "scholengroep": "Dassenland"}


@pytest.mark.parametrize(("client", "values"), CLIENTS)
def test_a_prefilled_reference_survives_the_client(client, values, tmp_path: Path):
    sent = blank({"algemeen_directeur": "B. Voorbeeld"}, locked=True, reference="JT-7")
    reading = read(client(sent, values, tmp_path))
    assert (reading.identity.reference, reading.record.algemeen_directeur) == ("JT-7", "B. Voorbeeld")
    assert reading.problems == ()


def test_what_firefox_saves_still_conforms_to_pdf_ua_1(tmp_path: Path):
    path = tmp_path / "firefox.pdf"
    path.write_bytes(fill_pdfjs(blank(), FILLED, tmp_path))
    assert_conforms([path])
