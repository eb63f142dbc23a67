"""Invented RL1 prints in layouts that differ from those in `evidence.py`: as school software and secretariats vary."""

from __future__ import annotations

import io
from collections.abc import Sequence

from evidence import Appointment, Person, _grid, _pdf, _register_font, _text, _title, day
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Spacer, Table

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT = {"waarnemend": "TIJD. (WND)", "toegelaten tot de proeftijd": "TAP", "vast benoemd": "VAST"}


def abbreviated(person: Person, appointments: Sequence[Appointment]) -> bytes:
    """A terminal print in capitals: abbreviations, dots in dates, a ruler of stars."""
    lines = ["*" * 76, f"RL-1  MELDING OPDRACHTENPAKKET   INSTNR {person.instellingsnummer}   BLZ 1", "*" * 76,
             f"NAAM          : {person.name.upper()}", f"STAMBOEKNR    : {person.stamboeknummer}", f"SCHOOL        : {person.school.upper()}", ""]  # fmt: skip
    for number, item in enumerate(appointments, start=1):
        end = f"{item.last:%d.%m.%Y}" if item.last else "31.12.2999"
        lines += [f"OPDRACHT {number:02}   AMBT: {_cut(item.ambt)}   ADM. TOESTAND: {SHORT[item.toestand]}",
                  f"              VAN: {item.first:%d.%m.%Y}   T/M: {end}   BREUK: {item.volume}", ""]  # fmt: skip
    return _typed(lines, "RL1")


def two_columns(person: Person, appointments: Sequence[Appointment]) -> bytes:
    """The person on the left, the school on the right, an appointment per frame below."""
    left = _grid([["Naam en voornaam", person.name], ["Stamboeknummer", _dotted(person.stamboeknummer)]], head=False)
    right = _grid([["Instellingsnummer", person.instellingsnummer], ["Naam instelling", person.school]], head=False)
    parts = [
        _title("Personeelsfiche – opdrachtenpakket (RL1)"),
        Table([[left, right]], colWidths=[255, 255], hAlign="LEFT"),
        Spacer(0, 8),
    ]
    for item in appointments:
        parts += [_grid([["Ambt", item.ambt, "Volume", item.volume], ["Adm. toestand", item.toestand, "", ""],
                         ["Begindatum", day(item.first), "Einddatum", day(item.last)]], head=False), Spacer(0, 8)]  # fmt: skip
    return _pdf(parts, "Personeelsfiche")


def period_column(person: Person, appointments: Sequence[Appointment]) -> bytes:
    """A table with both dates in one column, the period first."""
    rows = [[f"{day(a.first)} – {day(a.last, 'heden')}", a.ambt, a.volume, a.toestand] for a in appointments]
    parts = [_title("RL1 – overzicht van aanstellingen"), _text(f"Naam: {person.name}"), _text(f"Stamboeknr: {person.stamboeknummer}"),
             _text(f"School: {person.school}, instellingsnr. {person.instellingsnummer}"), Spacer(0, 10),
             _grid([["Periode", "Ambt", "Teller/noemer", "Administratieve toestand"], *rows])]  # fmt: skip
    return _pdf(parts, "RL1")


def sentence(person: Person, appointments: Sequence[Appointment]) -> bytes:
    """A letter of the secretariat that quotes the RL-1 in whole sentences."""
    parts = [_title("Afdruk RL-1 (melding opdrachtenpakket)"),
             _text(f"Het secretariaat van {person.school} (instellingsnummer {person.instellingsnummer}) verklaart dat mevrouw "
                   f"{person.name} (stamboeknummer {person.stamboeknummer}) als volgt gemeld is:"), Spacer(0, 8)]  # fmt: skip
    parts += [
        _text(
            f"{a.ambt}, {a.toestand}, van {_words(a.first)} tot en met {_words(a.last) if a.last else 'heden'}, {a.volume}."
        )
        for a in appointments
    ]
    return _pdf(parts, "RL-1")


def long_list(people: Sequence[tuple[Person, Sequence[Appointment]]]) -> bytes:
    """A landscape list of the whole staff over several pages, the heads repeated, names once per person."""
    head = ["Naam", "Stamboeknr", "Ambt", "Vanaf", "Tot en met", "Adm. toest.", "Omvang"]
    rows = [
        [p.name, p.stamboeknummer, a.ambt, day(a.first), day(a.last), a.toestand, a.volume]
        for p, items in people
        for a in items
    ]
    school, parts = people[0][0], []
    for start in range(0, len(rows), 14):
        parts += [_title(f"RL-1 per instelling: {school.instellingsnummer} {school.school}"), _text(f"Blad {start // 14 + 1}"), Spacer(0, 6),
                  _grid([head, *rows[start : start + 14]]), PageBreak()]  # fmt: skip
    return _pdf(parts[:-1], "RL-1 lijst", page=landscape(A4))


def two_pages(person: Person, appointments: Sequence[Appointment]) -> bytes:
    """A table that runs on over a second sheet; each says which of the two it is."""
    half, parts = (len(appointments) + 1) // 2, []
    for number, some in enumerate((appointments[:half], appointments[half:]), start=1):
        rows = [[a.ambt, a.toestand, day(a.first), day(a.last), a.volume] for a in some]
        parts += [_title("RL1 – opdrachten van een personeelslid"), _text(f"Naam: {person.name}"), _text(f"Stamboeknummer: {person.stamboeknummer}"),
                  _text(f"Instelling: {person.school} ({person.instellingsnummer})"), Spacer(0, 10),
                  _grid([["Ambt", "Administratieve toestand", "Begindatum", "Einddatum", "Volume"], *rows]), Spacer(0, 16),
                  _text(f"Bladzijde {number} van 2"), *([PageBreak()] if number == 1 else [])]  # fmt: skip
    return _pdf(parts, "RL1")


def ends_first(person: Person, appointments: Sequence[Appointment]) -> bytes:
    """A table that puts the end before the begin, and school and number last."""
    head = ["Opdracht nr.", "Einddatum", "Begindatum", "Adm. stand", "Functie", "Breuk"]
    rows = [
        [str(n), day(a.last, ""), day(a.first), a.toestand, a.ambt, a.volume]
        for n, a in enumerate(appointments, start=1)
    ]
    parts = [_title("Opdrachten van het personeelslid"), _text(f"RL-1-gegevens van: {person.name}"), _text(f"Naam: {person.name}"), Spacer(0, 8),
             _grid([head, *rows]), Spacer(0, 8), _text(f"Stamnummer: {person.stamboeknummer}"),
             _text(f"Instelling: {person.school} ({person.instellingsnummer})")]  # fmt: skip
    return _pdf(parts, "Opdrachten")


def stacked(person: Person, appointments: Sequence[Appointment]) -> bytes:
    """Every label above its value, in columns without lines, as a web page prints."""
    buffer = io.BytesIO()
    _register_font()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("VeraBd", 14)
    canvas.drawString(56, 780, "Mijn personeelsdossier > RL-1")
    y = _stack(
        canvas,
        748,
        [
            ("Familienaam", person.name.split(" ", 1)[1]),
            ("Voornaam", person.name.split(" ", 1)[0]),
            ("Stamboeknummer", person.stamboeknummer),
        ],
    )
    y = _stack(canvas, y, [("Instellingsnummer", person.instellingsnummer), ("Naam school", person.school)])
    for item in appointments:
        y = _stack(canvas, y, [("Begindatum", day(item.first)), ("Einddatum", day(item.last)), ("Ambt", item.ambt)])
        y = _stack(canvas, y, [("Administratieve toestand", item.toestand), ("Volume", item.volume)])
    canvas.save()
    return buffer.getvalue()


def school_year(person: Person, appointments: Sequence[Appointment]) -> bytes:
    """Headed by the school year, two-digit years and a slash in the dates, the name as FAMILY Given."""
    given, family = person.name.split(" ", 1)
    rows = [["Ambt", "Aard aanstelling", "Datum in", "Datum uit", "Uren"]]
    rows += [
        [a.ambt, a.toestand, f"{a.first:%d/%m/%y}", f"{a.last:%d/%m/%y}" if a.last else "loopt", a.volume]
        for a in appointments
    ]
    parts = [_title("RL-1 Schooljaar 2025-2026"), _text(f"Personeelslid: {family.upper()} {given}"), _text(f"Stamboek nr.: {person.stamboeknummer}"),
             _text(f"Instelling nr.: {person.instellingsnummer}"), Spacer(0, 8), _grid(rows), Spacer(0, 8),
             _text("Afgedrukt op 06/07/2026. Dit overzicht bevat de gegevens zoals gemeld.")]  # fmt: skip
    return _pdf(parts, "RL-1")


def _stack(canvas: Canvas, y: float, pairs: Sequence[tuple[str, str]]) -> float:
    for column, (label, value) in enumerate(pairs):
        canvas.setFont("Vera", 8)
        canvas.drawString(56 + column * 165, y, label)
        canvas.setFont("VeraBd", 10)
        canvas.drawString(56 + column * 165, y - 14, value)
    return y - 40


def _typed(lines: Sequence[str], title: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    canvas.setFont("Courier", 10)
    for number, line in enumerate(lines):
        canvas.drawString(50, 790 - number * 14, line)
    canvas.save()
    return buffer.getvalue()


def _cut(ambt: str) -> str:
    return {"directeur": "DIR", "adjunct-directeur": "ADJ DIR"}.get(ambt, ambt.upper())


def _dotted(number: str) -> str:
    return f"{number[0]} {number[1:7]} {number[7:9]} {number[9:]}"


def _words(value: object) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
