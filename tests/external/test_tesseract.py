"""Tesseract is used where it is installed with a language of the papers, and is not missed where it is not."""

import shutil

import pytest

from docgen.external.tesseract import find_tesseract, read_table
from docgen.formats.image.tesseract_words import find_words
from scans import as_file, as_raster, draw_page


def test_without_the_program_there_is_no_table(monkeypatch):
    monkeypatch.setenv("PATH", "")
    find_tesseract.cache_clear()
    assert (None, "") == (find_tesseract(), read_table(as_file(draw_page("Naam")), 150))
    find_tesseract.cache_clear()


@pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed: RapidOCR is the usual engine"
)
def test_the_program_gives_the_words_of_a_page():
    words, _ = find_words(as_raster(draw_page("Naam\tFientje Voorbeeld")))
    assert ["Naam", "Fientje", "Voorbeeld"] == [word.text for word in words]
