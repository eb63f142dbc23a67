"""Uploads that were paper: our copy to sign, through scanners, phones and a fax."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from aankomst.arrival import ASKS, BLOCKS, INFORMS, YEAR, Answers, Appointment, Arrival, Trainee, papers
from aankomst.camera import (
    Picture,
    Scanner,
    as_heic,
    as_jpeg,
    as_pdf,
    as_sideways_jpeg,
    as_tiff,
    fax,
    photograph,
    scan,
    turned,
)
from aankomst.digital import FORM, xlsx
from aankomst.pen import Pen
from aankomst.printed import copy_to_sign, correct, printed, spoil_codes
from cases import Row
from people import MOMENTS

INK: Row = ("handtekening-mentor", ASKS, "handtekening_mentor")
UNSIGNED: Row = ("handtekening-mentor", BLOCKS, "handtekening_mentor")
_LOOK = ("onzekere-lezing", "handtekening-mentor")
_MADE = "docgen render, pen en scanner nagebootst"
_PHONE = "docgen render, pen en telefoon nagebootst"
PLAIN = Scanner(skew=0.7)


def from_paper() -> list[Arrival]:
    """All of them."""
    return [*scans(), *phones(), *spoilt(), *unlike()]


def _scanned(who: Trainee, scanner: Scanner = PLAIN, *, pen: Pen | None = Pen(), answers: Answers | None = None,  # noqa: B008 - frozen
             change: Callable[[list[Picture]], list[Picture]] = list) -> dict[str, bytes]:  # fmt: skip
    """The scan of the copy to sign, beside the other papers."""
    pages = change(printed(answers or Answers(who), scanner.dpi, pen=pen))
    return papers(who) | {
        "scan.pdf": as_pdf([scan(page, replace(scanner, seed=n)) for n, page in enumerate(pages, start=1)], scanner)
    }


def scans() -> list[Arrival]:
    """The copy to sign, signed and scanned."""
    adam, babs, clem, dora, ewa, fons = (
        Trainee("Adam Papierproef"),
        Trainee("Babs Vergeetpen"),
        Trainee("Clem Omgekeerdbeeld"),
        Trainee("Dora Scheefblad"),
        Trainee("Ewa Kleurenscan"),
        Trainee("Fons Kortblad"),
    )
    short = Answers(fons, end=date(2026, 5, 22))
    return [
        Arrival("scan-getekend", "De afdruk om te tekenen, getekend en gescand.", _MADE, adam, lambda: _scanned(adam), "na-te-kijken", (INK,), _LOOK),
        Arrival("scan-ongetekend", "De afdruk is gescand zonder handtekening.", _MADE, babs, lambda: _scanned(babs, pen=None), "onvolledig", (UNSIGNED,), _LOOK),
        Arrival("scan-ondersteboven", "De bladen lagen ondersteboven en in omgekeerde volgorde.", _MADE, clem,
                lambda: _scanned(clem, change=lambda pages: [turned(page, 2) for page in reversed(pages)]), "na-te-kijken", (INK,), _LOOK),
        Arrival("scan-scheef", "Scheef, korrelig en wazig gescand.", _MADE, dora, lambda: _scanned(dora, Scanner(skew=-3.0, noise=7, blur=0.6, quality=50)), "na-te-kijken", (INK,), _LOOK),
        Arrival("scan-kleur", "Scan in kleur op 300 dpi, met een potlood getekend.", _MADE, ewa,
                lambda: _scanned(ewa, Scanner(dpi=300, skew=0.3, noise=2, grey=False, quality=22), pen=Pen((90, 90, 96), 3, 9)), "na-te-kijken", (INK,), _LOOK),
        Arrival("scan-te-kort", "Getekende scan van een jobtraining van nog geen negen maanden.", _MADE, fons,
                lambda: _scanned(fons, answers=short) | papers(fons, Appointment(YEAR.first, short.end)), "onvolledig", (("tien-maanden", BLOCKS, None), INK), _LOOK),
    ]  # fmt: skip


def phones() -> list[Arrival]:
    """Pages photographed with a phone, one picture each."""
    gina, hans, iza, jef = (
        Trainee("Gina Kiekjes"),
        Trainee("Hans Appelfoto"),
        Trainee("Iza Schaduwproef"),
        Trainee("Jef Faxmans"),
    )

    def pictures(who: Trainee, seed: int, tilt: float = 0.05) -> list[Picture]:
        return [photograph(page, seed + n, tilt=tilt) for n, page in enumerate(printed(Answers(who), 200))]

    return [
        Arrival("foto-jpg", "Elk blad met de telefoon gefotografeerd; één foto ligt op haar kant.", _PHONE, gina,
                lambda: papers(gina) | dict(zip(("IMG_0412.JPG", "IMG_0413.JPG"), _jpegs(pictures(gina, 40)), strict=True)), "na-te-kijken", (INK,), _LOOK),
        Arrival("foto-heic", "Foto’s van een iPhone (HEIC).", _PHONE, hans,
                lambda: papers(hans) | {f"IMG_{n}.HEIC": as_heic(picture) for n, picture in enumerate(pictures(hans, 50), start=1077)}, "na-te-kijken", (INK,), _LOOK),
        Arrival("foto-schuin", "Schuin gefotografeerd, met een schaduw over het blad.", _PHONE, iza,
                lambda: papers(iza) | {f"foto{n}.jpg": as_jpeg(picture, 55) for n, picture in enumerate(pictures(iza, 60, 0.12), start=1)}, "na-te-kijken", (INK,), _LOOK),
        Arrival("fax", "Als fax ontvangen: zwart-wit, in een TIFF van meer bladzijden.", _PHONE, jef,
                lambda: papers(jef) | {"fax.tif": as_tiff([fax(page) for page in printed(Answers(jef), 204)])}, "na-te-kijken", (INK,), _LOOK),
    ]  # fmt: skip


def _jpegs(pictures: list[Picture]) -> list[bytes]:
    return [as_jpeg(picture) if n else as_sideways_jpeg(picture) for n, picture in enumerate(pictures)]


def spoilt() -> list[Arrival]:
    """Paper on which something was changed, or of which something is missing."""
    kim, lou, mo, nour, olga, piet = (
        Trainee("Kim Doorhaler"),
        Trainee("Lou Langverhaal"),
        Trainee("Mo Bladkwijt"),
        Trainee("Nour Koffievlek"),
        Trainee("Olga Eersteblad"),
        Trainee("Piet Laatsteblad"),
    )

    def corrected() -> dict[str, bytes]:
        pages, pdf = printed(Answers(kim), 150), copy_to_sign(Answers(kim))
        correct(pages, pdf, "09/12/2025", "16/12/2025", 150)
        return papers(kim) | {"scan.pdf": as_pdf([scan(page, PLAIN) for page in pages], PLAIN)}

    def stained(pages: list[Picture]) -> list[Picture]:
        for page in pages:
            spoil_codes(page)
        return pages

    return [
        Arrival("scan-verbeterd", "Met de pen is een datum doorgehaald en verbeterd.", _MADE, kim, corrected, "na-te-kijken", (INK, ("onzekere-lezing", ASKS, None)), _LOOK),
        Arrival("scan-lang", "Een lang verslag: de gegevens staan in meer dan één code.", _MADE, lou, lambda: _scanned(lou, answers=_long(lou)), "na-te-kijken", (INK,), _LOOK),
        Arrival("scan-blad-kwijt", "Van het lange verslag is het blad met de laatste code niet meegescand.", _MADE, mo,
                lambda: _scanned(mo, answers=_long(mo), change=lambda pages: pages[:-1]), "onleesbaar", (("verantwoordingsdocument-aanwezig", BLOCKS, None), ("bestand-herkend", ASKS, None))),
        Arrival("scan-koffievlek", "Koffie over de code: die is niet meer te lezen.", _MADE, nour, lambda: _scanned(nour, change=stained), "onleesbaar",
                (("verantwoordingsdocument-aanwezig", BLOCKS, None), ("bestand-herkend", ASKS, None))),
        Arrival("scan-zonder-tekenblad", "Alleen het eerste blad is gescand, zonder code of handtekening.", _MADE, olga, lambda: _scanned(olga, change=lambda pages: pages[:1]), "onleesbaar",
                (("verantwoordingsdocument-aanwezig", BLOCKS, None), ("bestand-herkend", ASKS, None))),
        Arrival("scan-alleen-tekenblad", "Alleen het blad met de handtekening en de code is gescand.", _MADE, piet, lambda: _scanned(piet, change=lambda pages: pages[1:]), "na-te-kijken", (INK,), _LOOK),
    ]  # fmt: skip


def _long(who: Trainee) -> Answers:
    remark = "Besproken: de meerjarenplanning, de verdeling van de opdrachten en het gesprek met het team over {}; de afspraken staan in het logboek van week {}."
    topics = (
        "zorg",
        "taalbeleid",
        "evaluatie",
        "ouderbetrokkenheid",
        "veiligheid",
        "begroting",
        "nascholing",
        "infrastructuur",
    )
    moments = tuple(
        replace(
            MOMENTS[n % 4],
            day=date(2025, 10, 2 + n * 3) if n < 8 else date(2026, 1, n * 2 - 9),
            remark=remark.format(topics[n % 8], 40 + n),
        )
        for n in range(16)
    )
    return Answers(who, moments=moments)


def unlike() -> list[Arrival]:
    """A print that was never signed, and the same form twice."""
    rosa, stef = Trainee("Rosa Afdrukje"), Trainee("Stef Dubbelop")
    return [
        Arrival("afdruk-ongetekend", "De afdruk om te tekenen zelf, als PDF, nooit getekend.", "docgen render", rosa, lambda: papers(rosa) | {"verantwoordingsdocument.pdf": copy_to_sign(Answers(rosa))},
                "onvolledig", (UNSIGNED,), _LOOK),
        Arrival("scan-en-excel", "Het formulier in Excel en de getekende scan ervan samen.", f"{_MADE}, openpyxl", stef,
                lambda: _scanned(stef) | {f"{FORM}.xlsx": xlsx(Answers(stef))}, "volledig", (("dubbel-bestand", INFORMS, None),), _LOOK),
    ]  # fmt: skip
