"""Make and read Word files in tests, with python-docx: another library than the one under test."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import docx
from docx.document import Document


def make_word(
    paragraphs: Iterable[str] = (), tables: Iterable[Sequence[Sequence[str]]] = (), header: str = ""
) -> bytes:
    """A Word file with these paragraphs, then these tables, and a page header."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    for rows in tables:
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
        document.sections[0].footer.paragraphs[0].text = header
    return save_word(document)


def save_word(document: Document) -> bytes:
    """The bytes of a python-docx document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def open_word(data: bytes) -> Document:
    """A python-docx document of some bytes."""
    return docx.Document(io.BytesIO(data))


def text_of(data: bytes) -> list[str]:
    """All texts of a Word file: header, paragraphs, cells, footer."""
    document = open_word(data)
    section = document.sections[0]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [
        *(p.text for p in section.header.paragraphs),
        *(p.text for p in document.paragraphs),
        *cells,
        *(p.text for p in section.footer.paragraphs),
    ]
