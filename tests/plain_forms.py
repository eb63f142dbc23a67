"""The plain sjabloon of the handleiding as people have it: in Word, typed over in Excel, as PDF; all invented."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
import openpyxl
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HEADING = ("Datum", "Begeleider", "Thema", "Aanwezigheid trainee", "Opmerkingen")
BROKEN = ("Datum", "Begeleider", "Thema", "Aanwezigh\neid trainee", "Opmerking\nen")
TITLES = (
    "Contactmomenten en behandelde thema’s",
    "Andere of bijkomende initiatieven in het kader van de jobtraining",
)
GENERAL = (
    ("Naam deelnemer", "Fientje Voorbeeld"),
    ("Scholengroep", "Scholengroep 99 Voorbeeldstad"),
    ("Ambt en instelling van huidige aanstelling", "directeur, Voorbeeldschool De Proeftuin"),
    ("Naam algemeen directeur", "Joris Model"),
    ("Naam en functie van de mentor", "Greet Staaltje - directeur"),
    ("Startdatum jobtraining", "01/09/2025"),
    ("Einddatum jobtraining", "30/06/2026"),
    ("Datum van invullen van het verantwoordingsdocument door de mentor", "03/07/2026"),
)
MOMENTS = (
    ("14/10/2025", "mentor", "school\norganisatorisch", "ja", ""),
    ("14/11/2025", "mentor", "pedagogisch-\ndidactisch", "ja", ""),
    ("14/12/2025", "mentor", "personeelsgericht", "ja", "goed verlopen"),
    ("03/03/2026", "mentor", "bijwonen en\nbespreken van een\nles", "ja", ""),
)
PRINTED = (
    ("dd/mm/j\njjj", "mentor\nbegeleider\nschoolontwikkeling", "", "ja / neen", ""),
    ("", "", "school\norganisatorisch", "", ""),
    ("", "", "", "", ""),
)
EMPTY = (PRINTED[0], ("", "", "", "", ""))
SIGNED = "Datum: 03/07/2026        Handtekening mentor: Greet Staaltje"
Rows = Sequence[Sequence[str]]


def as_word(
    moments: Rows = MOMENTS, general: Rows = GENERAL, heading: Sequence[str] = BROKEN, signed: str = SIGNED
) -> bytes:
    """The sjabloon as Word: labels and values on lines, two tables."""
    document = docx.Document()
    document.add_heading("Verantwoordingsdocument jobtraining")
    for label, value in general:
        document.add_paragraph(f"{label}: {value}")
    for title, rows in zip(TITLES, ((heading, *moments, *PRINTED), (heading, *EMPTY)), strict=True):
        document.add_paragraph(title)
        _add_table(document, rows)
    document.add_paragraph(signed)
    return _saved(document)


def _add_table(document: Any, rows: Rows) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def as_word_tables(general: Rows = GENERAL, moments: Rows = MOMENTS) -> bytes:
    """The same with the general part in a table."""
    document = docx.Document()
    _add_table(document, general)
    for title, rows in zip(TITLES, ((HEADING, *moments), (HEADING, *EMPTY)), strict=True):
        document.add_paragraph(title)
        _add_table(document, rows)
    _add_table(document, (("Datum", "03/07/2026"), ("Handtekening mentor", "Greet Staaltje")))
    return _saved(document)


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_workbook(rows: Sequence[Sequence[object]]) -> bytes:
    """Rows typed into a new workbook."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


RETYPED: tuple[tuple[object, ...], ...] = (
    ("Verantwoordingsdocument jobtraining",),
    *((f"{number}. {label}:", value) for number, (label, value) in enumerate(GENERAL, start=1)),
    (),
    (TITLES[0],),
    ("Nr.", *HEADING),
    *((number, *row) for number, row in enumerate(MOMENTS, start=1)),
    (),
    (TITLES[1],),
    HEADING,
    (),
    ("Datum", "03/07/2026", "", "Handtekening mentor", "Greet Staaltje"),
)


def as_pdf(
    moments: Rows = MOMENTS, general: Rows = GENERAL, *, ruled: bool = True, after: Sequence[Sequence[str]] = ()
) -> bytes:
    """The sjabloon printed to PDF, with or without lines round its cells; `after` are pages of lines behind it."""
    styles = getSampleStyleSheet()
    plain = styles["Normal"]
    story: list[Any] = [Paragraph("9. Sjabloon ‘verantwoordingsdocument jobtraining’", styles["Heading2"])]
    story += [Paragraph(f"{label}: {value}", plain) for label, value in general]
    for title, rows in zip(TITLES, ((BROKEN, *moments), (BROKEN, *EMPTY)), strict=True):
        style: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONTSIZE", (0, 0), (-1, -1), 9)]
        style += [("GRID", (0, 0), (-1, -1), 0.5, "black")] if ruled else []
        table = Table([list(row) for row in rows], colWidths=[70, 110, 110, 80, 90], style=TableStyle(style))
        story += [Spacer(1, 12), Paragraph(title, plain), Spacer(1, 6), table]
    story += [
        Spacer(1, 20),
        Paragraph("Datum: 03/07/2026" + "&nbsp;" * 12 + "Handtekening mentor: Greet Staaltje", plain),
    ]
    for page in after:
        story += [PageBreak(), *lines_of(page)]
    return build(story)


def lines_of(page: Sequence[str]) -> list[Any]:
    """Lines for a page, their columns parted by tabs."""
    rows = [line.split("\t") for line in page]
    width = max(map(len, rows))
    table = Table([[*row, *[""] * (width - len(row))] for row in rows], hAlign="LEFT")
    return [table]


def pages_pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF of pages of lines."""
    story = [part for page in pages for part in (*lines_of(page), PageBreak())]
    return build(story[:-1])


def build(story: Sequence[Any]) -> bytes:
    """The story as a PDF that is the same each time."""
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(list(story))
    return out.getvalue()
