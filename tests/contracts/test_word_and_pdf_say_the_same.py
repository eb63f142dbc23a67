"""The PDF and the Word file of the same document print the same words, whatever the values.

And what travels attached to a PDF is printed on its page: no fact leaves docgen unseen.
"""

from __future__ import annotations

import copy
import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import pytest
from docx import Document as WordDocument
from docx.oxml.ns import qn
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from docgen.actions.document_sources import gather_dossiers
from docgen.actions.read_desk import DeskFiles, read_desk
from docgen.actions.read_logo import read_logo
from docgen.actions.render_papers import Layout, Sheet, render_paper
from docgen.catalogue import find_documents, find_shipped
from docgen.dates import format_date, format_date_words
from docgen.families.discover import find_families
from docgen.model.document import Document
from docgen.model.family import Issue, Paper

ON, NUMBER = date(2026, 7, 3), "PROEF-2026-00001"
BOTH = [
    pytest.param(document, language, id=f"{document.path}-{language}")
    for document in find_documents().values()
    for language in document.languages
    if {"pdf", "docx"} == set(document.layouts(language))
]
#: What is laid over a family's example: long, foreign and empty values.
CHANGES: Mapping[str, Any] = {
    "as it stands": None,
    "long": "Maria-Magdalena Antoinette van der Voorbeeldenburg-Proefmans de Testere",
    "Polish": "Łucja Świętosławska-Żółć",
    "Turkish": "Gülşah İğneoğlu Şimşek",
    "Romanian": "Ștefan Țîrău",
    "Vietnamese": "Nguyễn Thị Ánh Tuyết",
    "quoted": "D’Hondt & “Zoon” <#let> *x* _y_ $z$ @w `v` {{ u }} \\t [s] ~r",
    "empty": "",
}


def read_pdf(pdf: bytes) -> str:
    with PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def read_word(word: bytes) -> str:
    """The text of the body in document order, tables included, without the headers and footers."""
    body = WordDocument(io.BytesIO(word)).element.body
    return " ".join(str(element.text) for element in body.iter(qn("w:p")))


def squeeze(text: str) -> str:
    """The letters alone: where lines and cells break is no difference, nor is the hyphen at a line's end."""
    return re.sub(r"[\s\x02\ufffe\u200b-]", "", text)


def find_differences(document: Document, language: str, pdf: bytes, word: bytes) -> list[str]:
    """What one has and the other lacks; a PDF of the Word template also holds headers, footers and list numbers."""
    if document.template(language, "typ") is not None:
        return [] if squeeze(read_word(word)) == squeeze(read_pdf(pdf)) else [read_word(word), read_pdf(pdf)]
    printed, at, missing = squeeze(read_pdf(pdf)), 0, []
    for part in read_word(word).split():
        found = printed.find(squeeze(part), at)
        missing.extend([part] if found < 0 else [])
        at = max(at, found)
    return missing


def change_values(value: Any, text: str | None) -> Any:
    """The same values with `text` in every place."""
    if isinstance(value, Mapping):
        return {key: change_values(inner, text) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [change_values(inner, text) for inner in value]
    return text if isinstance(value, str) and text is not None else value


def make_both(document: Document, language: str, values: Mapping[str, Any], record: Mapping[str, Any]) -> list[bytes]:
    files = render_paper(make_layout(document, language), Sheet(values, record, ON))
    return [files["pdf"], files["docx"]]


def make_layout(document: Document, language: str) -> Layout:
    return Layout(document.layouts(language), document.title[language], language)


@lru_cache(maxsize=4)
def find_papers(document: str, language: str) -> tuple[Paper, ...]:
    """The papers of this document for every dossier of the samples, also those that would be refused."""
    found = find_documents()[document]
    family = find_families()[found.family]
    papers: list[Paper] = []
    for case in sorted(find_shipped("samples").glob(f"{found.family}/*/expected.json")):
        if case.parent.name.startswith("aankomst-"):  # the same answers in other files
            continue
        on = date.fromisoformat(json.loads(case.read_text(encoding="utf-8"))["peildatum"])
        shared = (case.parent.parent / name for name in ("docgen.toml", "inschrijvingen.xlsx", "beslissingen.xlsx"))
        desk = read_desk(DeskFiles(*(path if path.is_file() else None for path in shared)), on)
        report = gather_dossiers([case.parent / "input"], family, desk)
        logo = read_logo(desk.settings)
        issue = Issue(on, language, desk.settings, NUMBER, lambda _document, _subject: NUMBER, logo)
        papers.extend(family.contexts[found.context](report.dossiers, issue))
    assert any(paper.refusal is None for paper in papers), "no sample gives this document"
    return tuple(papers)


@pytest.mark.parametrize("text", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize(("document", "language"), BOTH)
def test_both_print_the_same_words(document: Document, language: str, text: str | None) -> None:
    sample = find_families()[document.family].samples[document.context]
    values = change_values(copy.deepcopy(sample), text)
    pdf, word = make_both(document, language, values, {})
    assert [] == find_differences(document, language, pdf, word)


@pytest.mark.parametrize(("document", "language"), BOTH)
def test_both_print_the_same_words_for_every_sample(document: Document, language: str) -> None:
    for paper in find_papers(document.path, language):
        pdf, word = make_both(document, language, paper.values, paper.record)
        assert [] == find_differences(document, language, pdf, word), paper.about


@pytest.mark.parametrize(("document", "language"), BOTH)
def test_every_attached_fact_is_printed(document: Document, language: str) -> None:
    for paper in find_papers(document.path, language):
        pdf = make_both(document, language, paper.values, paper.record)[0]
        attached = json.loads(PdfReader(io.BytesIO(pdf)).attachments["gegevens.json"][0])
        printed = squeeze(read_pdf(pdf))
        if document.template(language, "typ") is not None:
            assert attached == paper.record
        assert [path for path, fact in walk(attached) if not is_printed(fact, printed, language)] == []


def walk(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from walk(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner, path)
    else:
        yield path, str(value)


def is_printed(fact: str, printed: str, language: str) -> bool:
    """Whether the fact stands on the page, a day in words or in figures."""
    forms = [fact]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", fact):
        day = date.fromisoformat(fact)
        forms = [format_date(day), format_date_words(day, language)]
    return any(squeeze(form).casefold() in printed.casefold() for form in forms)
