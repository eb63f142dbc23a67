"""The print file: every page once, fonts shared, nothing on it that only a screen needs."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from docgen.catalogue import find_documents
from docgen.errors import SetupError
from docgen.families.jobtraining.voorbeeld import SAMPLES
from docgen.formats.pdf.merge import TOGETHER, make_print_file

TEMPLATE = find_documents()["jobtraining/certificaat"].template("nl", "typ")
ON = date(2026, 7, 3)


def page_of(number: int) -> Mapping[str, Any]:
    return {**SAMPLES["certificaat"], "trainee": {"naam": f"Fientje Nummer {number}"}}


def print_file(count: int) -> bytes:
    assert TEMPLATE is not None
    return make_print_file(TEMPLATE, [page_of(number) for number in range(count)], language="nl", on=ON)


def test_every_page_stands_in_the_print_file_in_order() -> None:
    pages = PdfReader(io.BytesIO(print_file(3))).pages

    assert [True, True, True] == [
        f"Fientje Nummer {number}" in page.extract_text() for number, page in enumerate(pages)
    ]


def test_a_page_more_costs_less_than_its_fonts_would() -> None:
    size_of_ten, size_of_many = len(print_file(10)), len(print_file(TOGETHER + 10))

    assert (size_of_many - size_of_ten) / TOGETHER < 2500
    assert len(PdfReader(io.BytesIO(print_file(TOGETHER + 1))).pages) == TOGETHER + 1


def test_the_print_file_has_no_links_and_is_the_same_each_time() -> None:
    data = print_file(2)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not any("/Annots" in page for page in pdf.pages)
        assert not pdf.attachments
    assert data == print_file(2)


def test_a_template_that_does_not_read_its_values_is_told(tmp_path: Path) -> None:
    template = tmp_path / "nl.typ"
    template.write_text("Vast blad", encoding="utf-8")

    with pytest.raises(SetupError, match="drukbestand"):
        make_print_file(template, [{}], language="nl", on=ON)
