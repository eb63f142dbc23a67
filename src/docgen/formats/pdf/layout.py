"""The declared form as typst draws it: words, controls and keys, and the page that comes of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.resources import files
from itertools import groupby
from typing import Any

import typst

from docgen.formats.pdf.controls import control_of, state_names
from docgen.model.form import Form, Kind, Question, Section, Table
from docgen.model.form_words import FORM_WORDS
from docgen.shipped import find_shipped

#: Both the drawing and the day in the file's properties are fixed: the same form is the same bytes.
_DRAWN_ON = datetime(2026, 1, 1, tzinfo=UTC)
#: Tables with more columns than this need the width of a landscape page.
_PORTRAIT_COLUMNS = 3
#: Longer tables than this start on a page of their own.
_SHORT_TABLE = 12
#: Two choices longer than this together stand one below the other in a table cell.
_CHOICES_ON_A_LINE = 14
#: The side of the QR code on each page, in points (17 mm).
QR_SIZE = 48.0


def draw_form(form: Form) -> bytes:
    """The form as a tagged PDF (PDF/UA-1) in which every input is a link to ``docgen:KEY`` or ``docgen:KEY:STATE``."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(find_shipped("templates") / "fonts")]
    )
    source = (files("docgen.formats.pdf") / "form.typ").read_bytes()
    compiler = typst.Compiler(font_paths=fonts, sys_inputs={"form": json.dumps(describe_form(form))})
    drawn = compiler.compile(source, format="pdf", pdf_standards=["ua-1"], timestamp=_DRAWN_ON)
    assert isinstance(drawn, bytes)  # noqa: S101 - one PDF, never a list of pages
    return drawn


def describe_form(form: Form) -> dict[str, Any]:
    """What the typst program prints of a form, as plain values."""
    words = FORM_WORDS[form.language]
    return {
        "language": form.language,
        "required": f" ({words.required})",
        "number": words.number.lower(),
        "page_of": words.page_of,
        "title": form.title,
        "intro": form.intro,
        "footer": form.footer,
        "identity": str(form.identity()),
        "landscape": any(len(table.columns) > _PORTRAIT_COLUMNS for table in form.tables.values()),
        "qr_size": QR_SIZE,
        "blocks": [_section(block) if isinstance(block, Section) else _table(block) for block in form.blocks],
    }


def _section(section: Section) -> dict[str, Any]:
    lines = []
    for label, group in groupby(section.questions, key=lambda question: question.label):
        questions = tuple(group)
        lines.append(
            {
                "label": label,
                "required": any(question.ask.required for question in questions),
                "wide": any(question.kind is Kind.LONG_TEXT for question in questions),
                "inputs": [_input(question) for question in questions],
            }
        )
    return {"kind": "section", "title": section.title, "lines": lines}


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "title": table.title,
        "fresh_page": table.rows > _SHORT_TABLE,
        "columns": [_input(column) for column in table.columns],
        "rows": [[_input(table.question(row, column.name)) for column in table.columns] for row in table.row_numbers],
    }


def _input(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "label": question.label,
        "part": question.ask.part or "",
        "required": question.ask.required,
        "control": control_of(question),
        "hint": question.form_words.date_hint if question.kind is Kind.DATE else "",
        "stacked": sum(map(len, question.choices)) > _CHOICES_ON_A_LINE,
        "choices": [{"state": state, "words": choice} for state, choice in state_names(question).items()],
    }
