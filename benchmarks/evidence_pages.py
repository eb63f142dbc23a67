"""Invented RL1 prints and payment proofs in many layouts, as text and as a printed page, each with what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import reportlab
from PIL import Image, ImageDraw, ImageFont

FONT = str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")
SCHOOLS = ("Basisschool De Voorbeeldboom", "Voorbeeldatheneum", "Instituut De Proeftuin")
PEOPLE = (
    "Fientje Voorbeeld",
    "Bram Proefman",
    "Gerda Testman",
    "Ada Modelaar",
    "Joris Staaltje",
    "Mila Van Schijnbeek",
)
AMBTEN = ("directeur", "adjunct-directeur", "coördinator")
#: As it is printed, and as it is read.
TOESTANDEN = (("waarnemend", "waarnemend"), ("wnd.", "waarnemend"), ("toegelaten tot de proeftijd",) * 2)
IBANS = ("BE65 0969 9999 9996", "BE71 0961 2345 6769", "BE43 0689 9999 9501")


@dataclass(frozen=True)
class Appointment:
    """One line of an RL1; without an end it still runs."""

    first: date
    last: date | None
    ambt: str
    printed: str
    toestand: str


@dataclass(frozen=True)
class Rl1Says:
    """What an RL1 says."""

    name: str
    stamboek: str
    school: str
    number: str
    appointments: tuple[Appointment, ...]


@dataclass(frozen=True)
class PaymentSays:
    """What a payment proof says of the payment that counts."""

    name: str
    amount: Decimal
    day: date
    iban: str
    ogm: str | None


@dataclass(frozen=True)
class Paper:
    """A page: its lines, columns parted by tabs, how it is printed, and what it says."""

    layout: str
    text: str
    says: Rl1Says | PaymentSays
    landscape: bool = False
    size: int = 10
    columns: tuple[int, ...] = field(default=())


def invent_rl1(chance: Random) -> Rl1Says:
    """A person with one to three appointments that follow each other."""
    nine = f"{chance.choice('12')}{chance.randint(60, 99)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
    nine += f"{chance.randint(1, 99):02}"
    appointments = []
    first = date(chance.randint(2022, 2025), 9, 1)
    for number in range(chance.randint(1, 3)):
        last = date.fromordinal(first.toordinal() + chance.randint(35, 290))
        printed, toestand = chance.choice(TOESTANDEN)
        open_end = number == 2 and chance.random() < 0.5
        appointments.append(Appointment(first, None if open_end else last, chance.choice(AMBTEN), printed, toestand))
        first = date.fromordinal(last.toordinal() + 1)
    number = f"{chance.randint(1000, 139999):06}"
    return Rl1Says(
        chance.choice(PEOPLE), f"{nine}{int(nine) % 97:02}", chance.choice(SCHOOLS), number, tuple(appointments)
    )


def invent_payment(chance: Random) -> PaymentSays:
    """A payment of some amount, sometimes with a structured communication."""
    ten = chance.randint(10_000_000, 9_999_999_999)
    digits = f"{ten:010}{ten % 97 or 97:02}"
    ogm = f"{digits[:3]}/{digits[3:7]}/{digits[7:]}"
    amount = chance.choice(
        (Decimal("50.00"), Decimal("50.00"), Decimal(f"{chance.randint(10, 1999)}.{chance.randint(0, 99):02}"))
    )
    day = date(2026, chance.randint(1, 8), chance.randint(1, 28))
    return PaymentSays(chance.choice(PEOPLE), amount, day, chance.choice(IBANS), ogm if chance.random() < 0.5 else None)


def _day(day: date | None, empty: str = "31/12/2999") -> str:
    return f"{day:%d/%m/%Y}" if day else empty


_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


def _in_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _labels(says: Rl1Says) -> str:
    head = f"RL-1 Melding opdrachtenpakket\n\nNaam\t{says.name}\nStamboeknummer\t{says.stamboek}\n"
    head += f"Instelling\t{says.school} ({says.number})\n"
    return head + "".join(
        f"\nOpdracht\t{n}\nAmbt\t{a.ambt}\nAdministratieve toestand\t{a.printed}\nBegindatum\t{_day(a.first)}\n"
        f"Einddatum\t{_day(a.last)}\nVolume\t24/24\n"
        for n, a in enumerate(says.appointments, start=1)
    )


def _colons(says: Rl1Says) -> str:
    spaced = f"{says.stamboek[0]} {says.stamboek[1:7]} {says.stamboek[7:9]} {says.stamboek[9:]}"
    head = f"Melding opdrachtenpakket\nPersoneelslid: {says.name}\nStamboeknr.: {spaced}\n"
    head += f"Instellingsnummer: {says.number} - {says.school}\n"
    return head + "".join(
        f"\nAmbt: {a.ambt}\nAdm. toestand: {a.printed}\nBegindatum: {_day(a.first)}\nEinddatum: {_day(a.last)}\n"
        for a in says.appointments
    )


def _table(says: Rl1Says) -> str:
    rows = (f"{_day(a.first)}\t{_day(a.last)}\t{a.ambt}\t{a.printed}\t24/24" for a in says.appointments)
    head = f"Overzicht opdrachten personeelslid (RL1)\nPersoneelslid: {says.name}\nStamboeknr.: {says.stamboek}\n\n"
    return head + "Van\tTot\tAmbt\tToestand\tVolume\n" + "\n".join(rows)


def _turned_table(says: Rl1Says) -> str:
    rows = (f"{a.ambt}\t{a.printed}\t20/20\t{_day(a.last)}\t{_day(a.first)}" for a in says.appointments)
    head = f"RL-1\nNaam: {says.name}\nStamboeknummer: {says.stamboek}\nInstelling: {says.number}\n\n"
    return head + "Ambt\tStatuut\tVolume\tEinddatum\tBegindatum\n" + "\n".join(rows)


def _people(says: Rl1Says) -> str:
    rows = [f"{says.stamboek}\t{says.name}\t{a.printed}\t{a.ambt}\t{_day(a.first)}\t{_day(a.last)}"
            for a in says.appointments]  # fmt: skip
    rows.insert(0, "28501010123\tNora Anders\tvast benoemd\tleraar\t01/09/2015\t31/12/2999")
    head = f"RL-1: melding opdrachtenpakket per instelling\nInstellingsnummer {says.number} {says.school}\n\n"
    return head + "Stamboeknummer\tNaam\tToestand\tAmbt\tBegindatum\tEinddatum\n" + "\n".join(rows)


def _period(says: Rl1Says) -> str:
    rows = (
        f"{n}\t{says.number}\t{a.ambt}\t{a.printed}\t{a.first:%d.%m.%Y} - {a.last or date(2999, 12, 31):%d.%m.%Y}"
        for n, a in enumerate(says.appointments, start=1)
    )
    head = f"Opdrachten RL1\nPersoneelslid: {says.name} ({says.stamboek})\n\n"
    return head + "Nr\tInstelling\tAmbt\tAdm. toestand\tPeriode\n" + "\n".join(rows)


def _sentences(says: Rl1Says) -> str:
    until = [f"tot en met {_in_words(a.last)}" if a.last else "tot heden" for a in says.appointments]
    rows = (
        f"van {_in_words(a.first)} {end}: {a.ambt}, {a.printed}"
        for a, end in zip(says.appointments, until, strict=True)
    )
    return f"Verklaring RL1\n\nNaam: {says.name}\nStamboeknummer: {says.stamboek}\nOpdrachten:\n" + "\n".join(rows)


def _bare(says: Rl1Says) -> str:
    rows = (f"{_day(a.first)}\t{_day(a.last)}\t{a.ambt}\t{a.printed}\t36/36" for a in says.appointments)
    return f"Overzicht prestaties RL1\n{says.name}\t{says.stamboek}\n\n" + "\n".join(rows)


def _money(amount: Decimal) -> str:
    return f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _message(says: PaymentSays) -> str:
    return f"+++{says.ogm}+++" if says.ogm else f"jobtraining {says.name}"


def _confirmation(says: PaymentSays) -> str:
    return (
        f"Bevestiging van uw overschrijving\n\nStatus\tUitgevoerd\nBedrag\t{_money(says.amount)} EUR\n"
        f"Uitvoeringsdatum\t{_day(says.day)}\nBegunstigde\tVoorbeelddienst Jobtraining\n"
        f"Rekening begunstigde\t{says.iban}\nMededeling\t{_message(says)}"
    )


def _screen(says: PaymentSays) -> str:
    return (
        f"Overschrijving uitgevoerd\n\n€ {_money(says.amount)}\n\nNaar\nVoorbeelddienst Jobtraining\n{says.iban}\n\n"
        f"Mededeling\n{_message(says)}\n\nDatum\n{_in_words(says.day)}"
    )


def _statement(says: PaymentSays) -> str:
    return (
        "Rekeninguittreksel nr. 6\n\nDatum\tOmschrijving\tTegenrekening\tBedrag\n"
        "02/01/2026\tWarenhuis De Proefkorf\tBE68 5390 0754 7034\t-83,17\n"
        f"{_day(says.day)}\tVoorbeelddienst Jobtraining\t{says.iban}\t-{_money(says.amount)}\n\t{_message(says)}\n"
        "30/08/2026\tStorting Voorbeeldfonds\tBE68 5390 0754 7034\t+12,00"
    )


def _french(says: PaymentSays) -> str:
    return (
        f"Preuve de paiement - virement exécuté\n\nMontant\t-{_money(says.amount)} EUR\n"
        f"Date d'exécution\t{_day(says.day)}\nBénéficiaire\tVoorbeelddienst Jobtraining\n"
        f"Compte bénéficiaire\t{says.iban}\nCommunication\t{_message(says)}"
    )


def _english(says: PaymentSays) -> str:
    return (
        f"Payment details\n\nStatus\tExecuted\nAmount\tEUR {says.amount}\nExecution date\t{_day(says.day)}\n"
        f"Beneficiary\tVoorbeelddienst Jobtraining\nIBAN\t{says.iban}\nMessage\t{_message(says)}"
    )


#: Each layout: who invents what it says, its text, and how wide its columns are in points (none: one column).
_RL1: tuple[tuple[str, Callable[[Rl1Says], str], bool, tuple[int, ...]], ...] = (
    ("labels and values", _labels, False, (60, 230)),
    ("labels with colons", _colons, False, ()),
    ("table", _table, False, (60, 140, 220, 320, 480)),
    ("table, end before begin", _turned_table, False, (60, 160, 310, 370, 460)),
    ("several people, landscape", _people, True, (40, 140, 270, 420, 540, 640)),
    ("one column for the period", _period, True, (40, 80, 160, 300, 470)),
    ("sentences", _sentences, False, ()),
    ("without heads", _bare, False, (60, 140, 220, 320, 480)),
)
_PAYMENTS: tuple[tuple[str, Callable[[PaymentSays], str], tuple[int, ...]], ...] = (
    ("confirmation", _confirmation, (60, 230)),
    ("screen of an app", _screen, ()),
    ("statement", _statement, (50, 120, 290, 470)),
    ("French transfer", _french, (60, 230)),
    ("English details", _english, (60, 230)),
)


def make_papers(seed: int) -> list[Paper]:
    """One paper of every layout; what they say follows from the seed."""
    chance = Random(seed)  # noqa: S311 - invented pages, no secret
    papers = []
    for layout, write, landscape, columns in _RL1:
        says = invent_rl1(chance)
        papers.append(Paper(f"RL1: {layout}", write(says), says, landscape, chance.choice((9, 10, 11)), columns))
    for layout, write, columns in _PAYMENTS:
        paid = invent_payment(chance)
        papers.append(Paper(f"payment: {layout}", write(paid), paid, size=chance.choice((9, 10, 11)), columns=columns))
    return papers


def print_paper(paper: Paper, dpi: int) -> Image.Image:
    """The page as a printer prints it."""
    scale = dpi / 72
    wide, high = (842, 595) if paper.landscape else (595, 842)
    page = Image.new("RGB", (round(wide * scale), round(high * scale)), "white")
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(FONT, round(paper.size * scale))
    for row, line in enumerate(paper.text.splitlines()):
        for x, cell in zip(paper.columns or (60,), line.split("\t"), strict=False):
            pen.text((x * scale, (60 + row * paper.size * 1.9) * scale), cell, "black", font)
    return page
