"""Uploads whose RL1 or payment proof is text in a layout of its own, good and bad."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from aankomst.arrival import (
    ASKS,
    BLOCKS,
    INFORMS,
    YEAR,
    Answers,
    Appointment,
    Arrival,
    Payment,
    Trainee,
    confirmation,
    papers,
    person,
)
from aankomst.banks import attest, english_confirmation, french_confirmation, letter, long_statement, refunded_statement
from aankomst.digital import FORM, xlsx
from aankomst.rl1s import abbreviated, ends_first, long_list, period_column, school_year, sentence, stacked, two_columns
from evidence import Person, rl1_labels, rl1_table, stamboeknummer

OPEN = Appointment(YEAR.first, None)
TAP = Appointment(date(2026, 2, 1), YEAR.last, toestand="toegelaten tot de proeftijd")
#: A label above its value, two to a line: which of the two words is the toestand is for a person to see.
_UNSURE = {"gestapeld": ("tien-maanden",)}
FIRST_HALF = Appointment(YEAR.first, date(2026, 1, 31))


def textual() -> list[Arrival]:
    """All of them."""
    return [*layouts(), *wrong_rl1s(), *payments(), *others()]


def with_form(who: Trainee, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The form in Excel beside these files."""
    return {f"{FORM}.xlsx": xlsx(Answers(who)), **files}


def layouts() -> list[Arrival]:
    """One RL1 in each layout, all in order."""
    found: list[tuple[str, str, Trainee, Callable[..., bytes], tuple[Appointment, ...]]] = [
        (
            "afkortingen",
            "in hoofdletters en afkortingen, zoals een terminal afdrukt",
            Trainee("Goran Afkorter"),
            abbreviated,
            (YEAR,),
        ),
        (
            "twee-kolommen",
            "met persoon en school naast elkaar",
            Trainee("Hilde Kolomproef"),
            two_columns,
            (FIRST_HALF, TAP),
        ),
        (
            "periodekolom",
            "met begin en einde in één kolom, nog lopend",
            Trainee("Igor Periodiek"),
            period_column,
            (OPEN,),
        ),
        ("zinnen", "als brief in hele zinnen", Trainee("Jacoba Volzin"), sentence, (FIRST_HALF, TAP)),
        ("einde-eerst", "met de einddatum voor de begindatum", Trainee("Karsten Achterstevoor"), ends_first, (YEAR,)),
        ("gestapeld", "met elk label boven zijn waarde", Trainee("Lenka Stapelaar"), stacked, (YEAR,)),
        (
            "schooljaar",
            "met tweecijferige jaren en de familienaam eerst",
            Trainee("Marcus Schooljaarman"),
            school_year,
            (FIRST_HALF, TAP),
        ),
    ]
    return [
        *(Arrival(f"rl1-{name}", f"RL1 {shows}.", "reportlab, openpyxl", who, _rl1_of(who, draw, items), doubts=_UNSURE.get(name, ())) for name, shows, who, draw, items in found),
        Arrival("rl1-lijst", "RL1 van het hele personeel op drie liggende bladzijden.", "reportlab, openpyxl", _NAJA,
                lambda: with_form(_NAJA, {"RL1.pdf": long_list(_staff()), **confirmation(_NAJA)})),
    ]  # fmt: skip


_NAJA = Trainee("Naja Lijstproef")


def _rl1_of(who: Trainee, draw: Callable[..., bytes], items: tuple[Appointment, ...]) -> Callable[[], dict[str, bytes]]:
    return lambda: with_form(who, {"RL1.pdf": draw(person(who), items), **confirmation(who)})


def _staff() -> list[tuple[Person, list[Appointment]]]:
    """Thirty-one people; the trainee stands on the second page."""
    posts = ("leraar", "onderwijzer", "kleuteronderwijzer", "administratief medewerker", "zorgcoördinator")
    people = [
        (Person(f"{first} {last}", stamboeknummer(f"2{60 + n:02}0101{n:02}")), [Appointment(date(2025, 9, 1), None, posts[n % 5], "vast benoemd")])
        for n, (first, last) in enumerate((f, f"{f}mans-Proef{n}") for n, f in enumerate(("Aad", "Bea", "Cas", "Dot", "Eva", "Fop", "Gea", "Hub", "Ida", "Job") * 3))
    ]  # fmt: skip
    people.insert(17, (person(_NAJA), [YEAR]))
    return people


def wrong_rl1s() -> list[Arrival]:
    """RL1s that do not say what they should."""
    oona, pim, queenie, rik, saar, toon = (
        Trainee("Oona Gatenkaas"),
        Trainee("Pim Buurman-Proef"),
        Trainee("Queenie Ambtloos"),
        Trainee("Rik Eenletter"),
        Trainee("Saar Tweelijsten"),
        Trainee("Toon Verstreken"),
    )
    gap = [Appointment(date(2024, 9, 1), date(2025, 3, 14)), Appointment(date(2025, 4, 21), None)]
    long = Answers(oona, start=date(2024, 9, 1))
    old = [Appointment(date(2019, 9, 1), date(2020, 6, 30))]
    return [
        Arrival("rl1-gat-paasvakantie", "De RL1 laat vijf weken open; er blijft genoeg over.", "reportlab, openpyxl", oona,
                lambda: {f"{FORM}.xlsx": xlsx(long), "RL1.pdf": abbreviated(person(oona), gap), **confirmation(oona)},
                "na-te-kijken", (("rl1-dekt-periode", ASKS, None),)),
        Arrival("rl1-van-collega", "De RL1 is van een collega, in een brief met hele zinnen.", "reportlab, openpyxl", pim,
                lambda: with_form(pim, {"RL1.pdf": sentence(Person("Petronella Collegaproef", stamboeknummer("277030355")), [YEAR]), **confirmation(pim)}),
                "onvolledig", (("rl1-van-trainee", BLOCKS, None),)),
        Arrival("rl1-vast-benoemd", "De RL1 toont een vaste benoeming in het ambt.", "reportlab, openpyxl", queenie,
                lambda: with_form(queenie, {"RL1.pdf": two_columns(person(queenie), [Appointment(YEAR.first, YEAR.last, toestand="vast benoemd")]), **confirmation(queenie)}),
                "na-te-kijken", (("tien-maanden", ASKS, None),)),
        Arrival("rl1-naam-lijkt", "Op de RL1 staat de naam met een letter verschil.", "reportlab, openpyxl", rik,
                lambda: with_form(rik, {"RL1.pdf": rl1_table(person(Trainee("Rik Eenleter")), [YEAR]), **confirmation(rik)}),
                "na-te-kijken", (("rl1-van-trainee", ASKS, None),)),
        Arrival("rl1-drie-stukken", "Drie RL1’s van drie programma’s vormen samen het schooljaar.", "reportlab, openpyxl", saar,
                lambda: with_form(saar, {"RL1 a.pdf": ends_first(person(saar), [Appointment(YEAR.first, date(2025, 11, 30))]),
                                         "RL1 b.pdf": stacked(person(saar), [Appointment(date(2025, 12, 1), date(2026, 2, 28))]),
                                         "RL1 c.pdf": school_year(person(saar), [Appointment(date(2026, 3, 1), YEAR.last)]), **confirmation(saar)}), doubts=_UNSURE["gestapeld"]),
        Arrival("rl1-ander-jaar", "De RL1 is van vijf jaar eerder en dekt niets.", "reportlab, openpyxl", toon,
                lambda: with_form(toon, {"RL1.pdf": period_column(person(toon), old), **confirmation(toon)}),
                "onvolledig", (("rl1-dekt-periode", BLOCKS, None), ("tien-maanden", BLOCKS, None))),
    ]  # fmt: skip


def payments() -> list[Arrival]:
    """Payment proofs as text."""
    uma, vik, wen, xan, yol, zef = (
        Trainee("Uma Uittreksel"),
        Trainee("Vik Franstalig"),
        Trainee("Wen Overzee"),
        Trainee("Xan Teruggestort"),
        Trainee("Yol Teweinig"),
        Trainee("Zef Vijfvoud"),
    )

    def proven(who: Trainee, data: bytes) -> dict[str, bytes]:
        return with_form(who, {"RL1.pdf": rl1_labels(person(who), [YEAR]), "betaling.pdf": data})

    wrong = (("betalingsbewijs-klopt", ASKS, None),)
    return [
        Arrival("betaling-lang-uittreksel", "Uittreksel van drie bladzijden; andere regels van 50 euro gaan naar een ander.", "reportlab, openpyxl", uma,
                lambda: proven(uma, long_statement(Payment(uma.name)))),
        Arrival("betaling-frans", "Franse bevestiging van een overschrijving.", "reportlab, openpyxl", vik,
                lambda: proven(vik, french_confirmation(Payment(vik.name)))),
        Arrival("betaling-engels", "Engelse bevestiging met een punt in het bedrag.", "reportlab, openpyxl", wen,
                lambda: proven(wen, english_confirmation(Payment(wen.name)))),
        Arrival("betaling-teruggestort", "De betaling kwam een week later terug.", "reportlab, openpyxl", xan,
                lambda: proven(xan, refunded_statement(Payment(xan.name))), "na-te-kijken", wrong),
        Arrival("betaling-te-weinig", "Er is 40 euro betaald.", "reportlab, openpyxl", yol,
                lambda: proven(yol, french_confirmation(Payment(yol.name, amount="40,00"))), "na-te-kijken", wrong),
        Arrival("betaling-vijfhonderd", "Op het uittreksel staat 500 euro in plaats van 50.", "reportlab, openpyxl", zef,
                lambda: proven(zef, long_statement(Payment(zef.name, amount="500,00"), language="fr")), "na-te-kijken", wrong),
    ]  # fmt: skip


def others() -> list[Arrival]:
    """Papers that nobody asked for."""
    amy, ben = Trainee("Amy Attestproef"), Trainee("Ben Briefschrijver")
    return [
        Arrival("met-vormingsattest", "Het vormingsattest zit erbij.", "reportlab, openpyxl", amy,
                lambda: papers(amy) | {f"{FORM}.xlsx": xlsx(Answers(amy)), "attest.pdf": attest(amy.name, date(2022, 6, 30))}),
        Arrival("brief-over-rl1", "Een brief die belooft dat de RL1 volgt, is geen RL1.", "reportlab, openpyxl", ben,
                lambda: with_form(ben, {"RL1.pdf": letter(("Geachte,", "De RL1 van de heer Briefschrijver volgt later dit jaar.", "Het secretariaat")), **confirmation(ben)}),
                "onvolledig", (("rl1-aanwezig", BLOCKS, None), ("bestand-herkend", ASKS, None), ("tien-maanden-verklaard", INFORMS, None))),
    ]  # fmt: skip
