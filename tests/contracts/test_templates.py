"""Every shipped template can be filled, prints each value it names, and is fit for a screen reader."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordDocument
from docx.oxml.ns import qn
from pypdfium2 import PdfDocument

from docgen.actions.check_templates import check_document
from docgen.catalogue import find_documents, find_shipped
from docgen.families.discover import find_families
from docgen.formats.docx.render import render_docx
from docgen.model.document import Document
from docgen.model.rich import Picture
from programs import need

DOCUMENTS = list(find_documents().values())
WORD = [
    pytest.param(document, language, template, id=f"{document.path}-{language}")
    for document in DOCUMENTS
    for language in document.languages
    if (template := document.template(language, "docx")) is not None
]
_PRINTED = re.compile(r"\{\{-?\s*([a-z_]+(?:\.[a-z_]+)*)\s*-?\}\}")


def find_sample(document: Document) -> Mapping[str, Any]:
    return find_families()[document.family].samples[document.context]


def read_texts(word: bytes) -> Iterator[str]:
    """The text of the body, the headers and the footers, and what is said of the pictures in them."""
    document = WordDocument(io.BytesIO(word))
    section = document.sections[0]
    rooms = [document.element.body, section.header._element, section.footer._element]  # noqa: SLF001 - no public way
    rooms += [section.first_page_header._element, section.first_page_footer._element]  # noqa: SLF001 - no public way
    for room in rooms:
        yield from ("".join(text.text or "" for text in p.iter(qn("w:t"))) for p in room.iter(qn("w:p")))
        yield from (picture.get("descr", "") for picture in room.iter(qn("wp:docPr")))


def look_up(path: str, values: Any) -> str:
    """What a document shows of that name: a picture by its description."""
    for part in path.split("."):
        values = values[part]
    return values.description if isinstance(values, Picture) else str(values)


def flatten(values: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(values, Mapping):
        for key, inner in values.items():
            yield from flatten(inner, f"{path}.{key}" if path else key)
    else:
        yield path, values


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.path)
def test_every_template_asks_only_for_names_that_exist(document: Document) -> None:
    templates = [
        template
        for language in document.languages
        for suffix in ("docx", "typ")
        if (template := document.template(language, suffix)) is not None
    ]
    assert [checked.faults for checked in check_document(document, templates)] == [()] * len(templates)


@pytest.mark.parametrize(("document", "language", "template"), WORD)
def test_every_value_that_a_template_names_appears_in_its_document(
    document: Document, language: str, template: Path
) -> None:
    sample = find_sample(document)
    named = {name for text in read_texts(template.read_bytes()) for name in _PRINTED.findall(text)}
    plain = {name for name in named if name.partition(".")[0] in sample and not isinstance(sample.get(name), list)}
    assert plain
    word = render_docx(template.read_bytes(), sample, title=document.title[language], language=f"{language}-BE")
    printed = "\n".join(read_texts(word))
    assert {name for name in plain if look_up(name, sample) not in printed} == set()
    assert re.search(r"\{[{%]|[}%]\}", printed) is None


@pytest.mark.parametrize(("document", "language", "template"), WORD)
def test_every_word_template_names_its_language_and_has_headings_or_a_title(
    document: Document, language: str, template: Path
) -> None:
    word = WordDocument(str(template))
    languages = {element.get(qn("w:val")) for element in word.styles.element.iter(qn("w:lang"))}
    styles = {str(paragraph.style.name) for paragraph in word.paragraphs if paragraph.style is not None}
    assert languages == {f"{language}-BE"}, document.path
    assert styles & {"Title", "Heading 1"}


@pytest.mark.parametrize(("document", "language", "template"), WORD)
def test_every_table_and_picture_is_described_and_no_row_breaks_over_pages(
    document: Document, language: str, template: Path
) -> None:
    body = WordDocument(str(template)).element.body
    undescribed = [table for table in body.iter(qn("w:tbl")) if table.find(f".//{qn('w:tblDescription')}") is None]
    torn = [row for row in body.iter(qn("w:tr")) if row.find(f".//{qn('w:cantSplit')}") is None]
    mute = [picture for picture in body.iter(qn("wp:docPr")) if not picture.get("descr")]
    assert (undescribed, torn, mute) == ([], [], []), (document.path, language)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.path)
def test_the_guide_to_templates_names_every_value(document: Document) -> None:
    guide = (find_shipped("templates") / "README.md").read_text(encoding="utf-8")
    known = set(re.findall(r"`([a-z_.]+)`", guide))
    names = set()
    for path, value in flatten(find_sample(document)):
        names.add(path)
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            names.update(value[0])
    assert document.context in known
    assert names - known == set()


def test_writer_lays_out_every_document_and_keeps_a_certificate_on_one_page(tmp_path: Path) -> None:
    """LibreOffice Writer stands in for Word: one call for all documents, in a profile of its own."""
    soffice = need("soffice", "libreoffice")
    paths = []
    for document in DOCUMENTS:
        for language in document.languages:
            if (template := document.template(language, "docx")) is not None:
                sample = find_sample(document)
                word = render_docx(template.read_bytes(), sample, title=document.title[language], language=language)
                paths.append(tmp_path / f"{document.family}-{document.name}-{language}.docx")
                paths[-1].write_bytes(word)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = {}
    for path in paths:
        with PdfDocument(path.with_suffix(".pdf")) as pdf:
            pages[path.stem] = len(pdf)
    reports = {name: count for name, count in pages.items() if "-samenvatting-" in name}
    assert all(2 <= count <= 6 for count in reports.values()), reports
    longest = {name: 4 if name.startswith("certificeringsniveaus") else 2 for name in pages if name not in reports}
    assert [] == [name for name, most in longest.items() if pages[name] > most]  # four with the annexes
    assert {pages[name] for name in pages if "-certificaat-" in name} == {1}
