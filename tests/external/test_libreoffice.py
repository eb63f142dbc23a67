from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from docx import Document

from docgen.errors import ExitCode, MissingProgramError
from docgen.external.libreoffice import convert_to_pdf, find_libreoffice
from programs import need


@pytest.fixture(autouse=True)
def _look_anew() -> Iterator[None]:
    find_libreoffice.cache_clear()
    yield
    find_libreoffice.cache_clear()


def make_word(text: str) -> bytes:
    word, out = Document(), io.BytesIO()
    word.add_paragraph(text)
    word.save(out)
    return out.getvalue()


def test_without_libreoffice_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingProgramError, match="staat niet op deze computer") as caught:
        find_libreoffice()
    assert ExitCode.MISSING_PROGRAM == caught.value.exit_code


def test_nothing_to_convert_needs_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert [] == convert_to_pdf([])


def test_one_run_makes_a_pdf_of_every_word_file_that_it_can_read() -> None:
    need("soffice")
    assert find_libreoffice().version[0].isdigit()
    one, broken, two = convert_to_pdf([make_word("een"), b"PK\x03\x04", make_word("twee")])
    assert one is not None
    assert two is not None
    assert broken is None
    assert [b"%PDF", b"%PDF"] == [one[:4], two[:4]]
    assert b"pdfuaid" in one
