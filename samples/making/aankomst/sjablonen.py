"""The plain sjabloon of the handleiding (§ 9) as people have it: a Word table, retyped in Excel, or a PDF."""

from __future__ import annotations

import io
from datetime import date, datetime

from aankomst.post import dated
from docx import Document
from openpyxl import Workbook
from people import Answers, Moment

_FACTS = ("Naam deelnemer:", "Scholengroep:", "Ambt en instelling van huidige aanstelling:", "Naam algemeen directeur:",
          "Naam en functie van de mentor:", "Startdatum jobtraining:", "Einddatum jobtraining:",
          "Datum van invullen van het verantwoordingsdocument door de mentor:")  # fmt: skip
_HEAD = ("Datum", "Begeleider", "Thema", "Aanwezigheid trainee", "Opmerkingen")
_STAMP = datetime(2026, 7, 6, 9, 0)  # noqa: DTZ001 - Word and Excel keep no zone
_TITLE = "Sjabloon ‘verantwoordingsdocument jobtraining’"
_MOMENTS = "Contactmomenten en behandelde thema’s"
_OTHERS = "Andere of bijkomende initiatieven in het kader van de jobtraining"


def facts(answers: Answers) -> list[tuple[str, str]]:
    """The algemene informatie as the sjabloon asks it, two answers under one label where it does so."""
    who = answers.trainee
    done = answers.values().get("invuldatum")
    values = (who.name, who.scholengroep, f"{who.ambt}, {who.instelling}", who.algemeen_directeur, f"{who.mentor}, {who.mentor_functie}",
              _day(answers.start), _day(answers.end), _day(done))  # fmt: skip
    return list(zip(_FACTS, values, strict=True))


def rows(answers: Answers) -> list[tuple[str, ...]]:
    """The contactmomenten as typed in the table."""
    return [_row(moment) for moment in answers.moments]


def as_word(answers: Answers, *, signed: bool = True, broken: bool = False) -> bytes:
    """The sjabloon in Word: paragraphs with labels, two tables without controls, the signature typed."""
    document = Document()
    document.core_properties.created = document.core_properties.modified = _STAMP
    document.add_heading(_TITLE, level=1)
    document.add_heading("Algemene informatie", level=2)
    for label, value in facts(answers):
        document.add_paragraph(f"{label} {value}")
    head = ("Datum", "Begeleider", "Thema", "Aanwezigh\neid trainee", "Opmerking\nen") if broken else _HEAD
    for title, lines in ((_MOMENTS, rows(answers)), (_OTHERS, [_OTHER])):
        document.add_heading(title, level=2)
        table = document.add_table(rows=1, cols=5)
        table.style = "Table Grid"
        for row in (head, *lines, *[_EMPTY] * 2):
            cells = table.rows[0].cells if row is head else table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    name = answers.trainee.mentor if signed else ""
    document.add_paragraph(f"Datum: {_day(answers.values().get('handtekening_datum'))}\tHandtekening mentor: {name}")
    buffer = io.BytesIO()
    document.save(buffer)
    return dated(buffer.getvalue())


def as_excel(answers: Answers, *, signed: bool = True) -> bytes:
    """The sjabloon retyped in Excel: labels in A, answers in C, dates as real dates."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Blad1"
    sheet.append([_TITLE])
    sheet.append([])
    for label, value in facts(answers):
        sheet.append([label, None, value])
    for title, moments in (
        (_MOMENTS, answers.moments),
        (_OTHERS, (Moment(date(2026, 3, 11), "studiedag", "begeleider schoolontwikkeling"),)),
    ):
        sheet.append([])
        sheet.append([title])
        sheet.append(list(_HEAD))
        for moment in moments:
            sheet.append([moment.day, *_row(moment)[1:]])
    sheet.append([])
    sheet.append(
        [
            "Datum:",
            answers.values().get("handtekening_datum"),
            "Handtekening mentor:",
            answers.trainee.mentor if signed else None,
        ]
    )
    book.properties.created = book.properties.modified = _STAMP
    buffer = io.BytesIO()
    book.save(buffer)
    return dated(buffer.getvalue())


_OTHER = ("11/03/2026", "begeleider schoolontwikkeling", "studiedag startende leidinggevenden", "ja", "")
_EMPTY = ("dd/mm/jjjj", "mentor\nbegeleider schoolontwikkeling", "", "ja / neen", "")


def _row(moment: Moment) -> tuple[str, ...]:
    when = _day(moment.day) if isinstance(moment.day, date) else str(moment.day or "")
    return when, moment.leader, moment.theme, moment.present, moment.remark


def _day(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else ""
