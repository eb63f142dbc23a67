"""Uploads of our PDF form that was printed: filled in with a pen, or typed, printed and signed, then scanned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from aankomst.arrival import ASKS, BLOCKS, Answers, Arrival, Trainee, papers
from aankomst.camera import Picture, Scanner, as_jpeg, as_pdf, draw, photograph, scan, turned
from aankomst.clients import by_pdfium
from aankomst.paper import INK, PLAIN, UNSIGNED
from aankomst.printed import filled_by_hand, sign_form
from cases import Row
from people import MOMENTS

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.formats.blank import FormFormat, make_form
from docgen.model.record import Prefill

_MADE = "typst, pen en scanner nagebootst"
_READ: Row = ("onzekere-lezing", ASKS, None)
#: A name that nobody read is looked up in no list; a reference is.
_UNKNOWN = ("vormingsattest-vanaf-2013", "vormingsattest-voor-start", "zeven-jaar")
_LIGHT = replace(PLAIN, quality=38)


def by_hand() -> list[Arrival]:
    """All of them."""
    return [*scanned(), *photographed(), *typed()]


def _scan(who: Trainee, pages: list[Picture], scanner: Scanner = _LIGHT) -> dict[str, bytes]:
    return papers(who) | {
        "scan.pdf": as_pdf([scan(page, replace(scanner, seed=n)) for n, page in enumerate(pages, start=1)], scanner)
    }


def _prefilled(who: Trainee, reference: str) -> bytes:
    """The form as the desk sends it: with a reference, name and scholengroep."""
    known = {"naam_deelnemer": who.name, "scholengroep": who.scholengroep}
    return make_form(VERANTWOORDINGSDOCUMENT, FormFormat.PDF, Prefill(known, reference=reference))


def scanned() -> list[Arrival]:
    """Filled in with a pen and scanned."""
    tuur, wout, xena, yara, zeno = (
        Trainee("Tuur Handschrift"),
        Trainee("Wout Leegvak"),
        Trainee("Xena Bladkwijt"),
        Trainee("Yara Driemaal"),
        Trainee("Zeno Onderstebov"),
    )

    def filled(
        answers: Answers, change: Callable[[list[Picture]], list[Picture]] = list, **how: object
    ) -> dict[str, bytes]:
        return _scan(answers.trainee, change(filled_by_hand(answers, 150, **how)))

    empty = Answers(wout, other={"algemeen_directeur": None})
    three = Answers(yara, moments=MOMENTS[:3])
    lost: Row = ("onleesbaar-veld", BLOCKS, None)
    return [
        Arrival("met-de-hand", "Het lege formulier, afgedrukt en met de pen ingevuld.", _MADE, tuur, lambda: filled(Answers(tuur)), "na-te-kijken", (_READ, INK), _UNKNOWN),
        Arrival("hand-leeg-vak", "Met de pen ingevuld op een formulier met referentie; een verplicht vak en de handtekening ontbreken.", _MADE, wout,
                lambda: filled(empty, blank=_prefilled(wout, "JT-0207"), signed=False), "onvolledig",
                (("algemene-informatie-ingevuld", BLOCKS, "algemeen_directeur"), UNSIGNED, _READ), reference="JT-0207"),
        Arrival("hand-blad-kwijt", "Met de pen ingevuld; het tweede blad is niet meegescand.", _MADE, xena,
                lambda: filled(Answers(xena), lambda pages: [page for n, page in enumerate(pages) if n != 1]), "onvolledig", (lost, _READ, INK), _UNKNOWN),
        Arrival("hand-drie-momenten", "Met de pen ingevuld met drie contactmomenten.", _MADE, yara, lambda: filled(three), "onvolledig",
                (("vier-contactmomenten", BLOCKS, "contactmomenten"), ("thema-lesbijwoning", BLOCKS, "contactmomenten"), _READ, INK), _UNKNOWN),
        Arrival("hand-ondersteboven", "Met de pen ingevuld; de bladen lagen ondersteboven, in omgekeerde volgorde.", _MADE, zeno,
                lambda: filled(Answers(zeno), lambda pages: [turned(page, 2) for page in reversed(pages)]), "na-te-kijken", (_READ, INK), _UNKNOWN),
    ]  # fmt: skip


def photographed() -> list[Arrival]:
    """Filled in with a pen, each sheet photographed."""
    aline = Trainee("Aline Telefoonfoto")

    def pictures() -> dict[str, bytes]:
        pages = filled_by_hand(Answers(aline), 200)
        seen = [turned(photograph(turned(page, 1), 30 + n, tilt=0.04), 3) for n, page in enumerate(pages)]
        return papers(aline) | {f"IMG_{2041 + n}.jpg": as_jpeg(picture, 40) for n, picture in enumerate(seen)}

    return [
        Arrival("hand-foto", "Met de pen ingevuld; elk blad met de telefoon gefotografeerd.", "typst, pen en telefoon nagebootst", aline, pictures, "na-te-kijken", (_READ, INK), _UNKNOWN),
    ]  # fmt: skip


def typed() -> list[Arrival]:
    """Typed in a browser, printed, signed with a pen and scanned."""
    bram = Trainee("Bram Getyptgetekend")

    def pages() -> list[Picture]:
        return sign_form(draw(by_pdfium(Answers(bram, other={"handtekening_mentor": None})), 150), 150)

    return [
        Arrival("getypt-en-getekend", "Het formulier, op het scherm ingevuld, afgedrukt, met de pen getekend en gescand.", "pdfium, pen en scanner nagebootst", bram,
                lambda: _scan(bram, pages()), "na-te-kijken", (_READ, INK), _UNKNOWN),
    ]  # fmt: skip
