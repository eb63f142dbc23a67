"""Draw invented RL1 prints and payment proofs with reportlab: several layouts, as school software and banks vary."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

#: A font with Polish and Turkish letters that reportlab carries itself.
FONT = "Vera"


@dataclass(frozen=True)
class Appointment:
    """One line of an RL1; no end means an open end."""

    first: date
    last: date | None
    ambt: str = "directeur"
    toestand: str = "waarnemend"
    volume: str = "24/24"


@dataclass(frozen=True)
class Person:
    """Whom an RL1 is about, all invented."""

    name: str
    stamboeknummer: str
    school: str = "Basisschool De Voorbeeldboom"
    instellingsnummer: str = "999011"


@dataclass(frozen=True)
class Payment:
    """What a payment proof says."""

    name: str
    amount: str = "50,00"
    day: date = date(2026, 6, 12)
    iban: str = "BE65 0969 9999 9996"
    beneficiary: str = "Voorbeelddienst Jobtraining"
    message: str = ""


def stamboeknummer(nine: str) -> str:
    """Eleven digits with their check, from the first nine."""
    return f"{nine}{int(nine) % 97:02}"


def day(value: date | None, empty: str = "31/12/2999") -> str:
    """``01/09/2025``; an open end as RL-1 writes it."""
    return f"{value:%d/%m/%Y}" if value else empty


def rl1_labels(person: Person, appointments: Sequence[Appointment]) -> bytes:
    """Label and value, one block an appointment."""
    rows = [["Naam", person.name], ["Stamboeknummer", person.stamboeknummer],
            ["Instelling", f"{person.school} ({person.instellingsnummer})"]]  # fmt: skip
    parts: list[Flowable] = [_title("RL-1 Melding opdrachtenpakket"), _grid(rows, head=False)]
    for number, item in enumerate(appointments, start=1):
        block = [["Opdracht", str(number)], ["Ambt", item.ambt], ["Administratieve toestand", item.toestand],
                 ["Begindatum", day(item.first)], ["Einddatum", day(item.last)], ["Volume", item.volume]]  # fmt: skip
        parts += [Spacer(0, 10), _grid(block, head=False)]
    return _pdf(parts, "RL-1")


def rl1_table(person: Person, appointments: Sequence[Appointment]) -> bytes:
    """The person above, the appointments as a table."""
    head = ["Van", "Tot", "Ambt", "Toestand", "Teller/noemer"]
    rows = [[day(a.first), day(a.last, ""), a.ambt, a.toestand, a.volume] for a in appointments]
    parts: list[Flowable] = [
        _title("Overzicht opdrachten personeelslid (RL1)"),
        _text(f"Personeelslid: {person.name}"),
        _text(f"Stamboeknr.: {person.stamboeknummer}"),
        _text(f"Instelling: {person.instellingsnummer} {person.school}"),
        Spacer(0, 12),
        _grid([head, *rows]),
    ]
    return _pdf(parts, "RL1")


def rl1_school_list(people: Sequence[tuple[Person, Sequence[Appointment]]]) -> bytes:
    """A landscape list of several people of one school, columns in another order."""
    head = ["Stamboeknummer", "Naam", "Toestand", "Ambt", "Volume", "Begindatum", "Einddatum"]
    rows = [
        [person.stamboeknummer, person.name, a.toestand, a.ambt, a.volume, day(a.first), day(a.last)]
        for person, appointments in people
        for a in appointments
    ]
    school = people[0][0]
    parts = [
        _title("RL-1: melding opdrachtenpakket per instelling"),
        _text(f"Instellingsnummer {school.instellingsnummer} – {school.school}"),
        Spacer(0, 12),
        _grid([head, *rows]),
    ]
    return _pdf(parts, "RL-1 lijst", page=landscape(A4))


def payment_confirmation(payment: Payment) -> bytes:
    """A bank's confirmation of a transfer that was carried out."""
    rows = [["Status", "Uitgevoerd"], ["Bedrag", f"{payment.amount} EUR"], ["Uitvoeringsdatum", day(payment.day)],
            ["Begunstigde", payment.beneficiary], ["Rekening begunstigde", payment.iban],
            ["Mededeling", payment.message or f"jobtraining {payment.name}"]]  # fmt: skip
    return _pdf([_title("Bevestiging van uw overschrijving"), _grid(rows, head=False)], "Overschrijving")


def payment_planned(payment: Payment) -> bytes:
    """A transfer that the bank has yet to carry out: no proof."""
    rows = [["Status", "Gepland"], ["Bedrag", f"€ {payment.amount}"], ["Geplande datum", day(payment.day)],
            ["Begunstigde", payment.beneficiary], ["IBAN", payment.iban],
            ["Mededeling", payment.message or f"jobtraining {payment.name}"]]  # fmt: skip
    return _pdf([_title("Overschrijving in uitvoering"), _grid(rows, head=False)], "Overschrijving")


def payment_statement(payment: Payment) -> bytes:
    """An account statement with other lines around the one that counts."""
    message = payment.message or f"jobtraining {payment.name}"
    rows = [
        ["Datum", "Omschrijving", "Tegenrekening", "Bedrag"],
        ["02/06/2026", "Warenhuis De Proefkorf", "BE71 0961 2345 6769", "-83,17"],
        [day(payment.day), f"{payment.beneficiary} {message}", payment.iban, f"-{payment.amount}"],
        ["15/06/2026", "Terugbetaling Voorbeeldfonds", "BE43 0689 9999 9501", "+50,00"],
    ]
    return _pdf([_title("Rekeninguittreksel nr. 6 – juni 2026"), _grid(rows)], "Rekeninguittreksel")


def payment_receipt(payment: Payment) -> bytes:
    """A receipt that a school wrote."""
    lines = [
        f"Ontvangen van {payment.name} de som van {payment.amount} euro",
        f"als betaling van de kost van de jobtraining, op {day(payment.day)}.",
        f"Overgemaakt aan {payment.beneficiary}, rekening {payment.iban}.",
    ]
    return _pdf([_title("Kwitantie"), *map(_text, lines)], "Kwitantie")


RL1_LAYOUTS: tuple[Callable[[Person, Sequence[Appointment]], bytes], ...] = (
    rl1_labels,
    rl1_table,
    lambda person, appointments: rl1_school_list([(person, appointments)]),
)


def _pdf(parts: Sequence[Flowable], title: str, page: tuple[float, float] = A4) -> bytes:
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=page, title=title, author="Voorbeeldsoftware", invariant=1).build(list(parts))
    return buffer.getvalue()


def _register_font() -> None:
    for name in (FONT, f"{FONT}Bd"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))


def _title(text: str) -> Flowable:
    _register_font()
    style = getSampleStyleSheet()["Heading2"]
    style.fontName = f"{FONT}Bd"
    return Paragraph(text, style)


def _text(text: str) -> Flowable:
    style = getSampleStyleSheet()["Normal"]
    style.fontName = FONT
    return Paragraph(text, style)


def _grid(rows: Sequence[Sequence[str]], *, head: bool = True) -> Flowable:
    table = Table([[_text(cell) for cell in row] for row in rows], hAlign="LEFT")
    lines = [("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    if head:
        lines.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e8edf3")))
    table.setStyle(TableStyle(lines))
    return table
