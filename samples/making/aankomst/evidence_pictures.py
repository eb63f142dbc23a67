"""Uploads whose RL1 or payment proof is a picture: scans, photos, a fax, and screens of bank apps."""

from __future__ import annotations

from datetime import date

import numpy as np
from aankomst.arrival import ASKS, BLOCKS, INFORMS, YEAR, Appointment, Arrival, Payment, Trainee, confirmation, person
from aankomst.banks import app_screen, list_screen
from aankomst.camera import (
    Scanner,
    as_heic,
    as_jpeg,
    as_pdf,
    as_sideways_jpeg,
    as_tiff,
    draw,
    fax,
    photograph,
    scan,
    scanned,
)
from aankomst.clients import screenshot
from aankomst.evidence_digital import with_form
from aankomst.paper import INK
from aankomst.rl1s import abbreviated, ends_first, period_column, school_year, two_columns, two_pages
from cases import papers
from evidence import Person, payment_confirmation, rl1_labels, rl1_table, stamboeknummer
from people import Answers

#: What was recognised rather than read is for a person to confirm.
_RL1 = (
    "onzekere-lezing",
    "rl1-leesbaar",
    "rl1-van-trainee",
    "rl1-ambt",
    "rl1-dekt-periode",
    "tien-maanden",
    "tien-maanden-verklaard",
)
_PAY = ("onzekere-lezing", "betalingsbewijs-klopt")


def pictured() -> list[Arrival]:
    """All of them."""
    return [*rl1s(), *payments(), *odd()]


def rl1s() -> list[Arrival]:
    """RL1s that were paper."""
    ursel, vera, wim, xeno, yves, zoe, aad, bert, clio = (
        Trainee("Ursel Kopieproef"),
        Trainee("Vera Fotoproef"),
        Trainee("Wim Zijwaarts"),
        Trainee("Xeno Collegascan"),
        Trainee("Yves Gatscan"),
        Trainee("Zoe Faxproef"),
        Trainee("Aad Waziggezien"),
        Trainee("Bert Tweekiekjes"),
        Trainee("Clio Tiffstapel"),
    )
    quarters = [Appointment(date(2025, 9, 1), date(2025, 11, 30)), Appointment(date(2025, 12, 1), date(2026, 2, 28)),
                Appointment(date(2026, 3, 1), date(2026, 4, 30)), Appointment(date(2026, 5, 1), YEAR.last)]  # fmt: skip
    gap = [Appointment(YEAR.first, date(2025, 12, 19)), Appointment(date(2026, 2, 2), YEAR.last)]
    made = "reportlab, scanner nagebootst"
    return [
        Arrival("rl1-scan", "RL1 gescand op 200 dpi.", made, ursel,
                lambda: with_form(ursel, {"RL1.pdf": scanned(rl1_labels(person(ursel), [YEAR]), Scanner(200, 0.6)), **confirmation(ursel)}), doubts=_RL1, needs="ocr"),
        Arrival("rl1-foto", "RL1 met de telefoon gefotografeerd.", "reportlab, telefoon nagebootst", vera,
                lambda: with_form(vera, {"IMG_2001.jpg": as_jpeg(photograph(draw(rl1_table(person(vera), [YEAR]), 200)[0], 3)), **confirmation(vera)}), doubts=_RL1, needs="ocr"),
        Arrival("rl1-heic-op-zijn-kant", "RL1 als HEIC en de betaling als foto die op haar kant ligt.", "reportlab, telefoon nagebootst", wim,
                lambda: with_form(wim, {"IMG_3001.HEIC": as_heic(photograph(draw(two_columns(person(wim), [YEAR]), 200)[0], 7)),
                                        "IMG_3002.JPG": as_sideways_jpeg(photograph(draw(payment_confirmation(Payment(wim.name)), 200)[0], 8))}), doubts=(*_RL1, *_PAY), needs="ocr"),
        Arrival("rl1-scan-van-collega", "De gescande RL1 is van een collega.", made, xeno,
                lambda: with_form(xeno, {"RL1.pdf": scanned(period_column(Person("Kordelia Werkmakker", stamboeknummer("275050533")), [YEAR]), Scanner(200, -0.4)), **confirmation(xeno)}),
                "onvolledig", (("rl1-van-trainee", BLOCKS, None),), _RL1, needs="ocr"),
        Arrival("rl1-scan-gat", "De gescande RL1 laat zes weken open.", made, yves,
                lambda: with_form(yves, {"RL1.pdf": scanned(ends_first(person(yves), gap), Scanner(200, 0.5)), **confirmation(yves)}),
                "onvolledig", (("rl1-dekt-periode", ASKS, None), ("tien-maanden", BLOCKS, None)), _RL1, needs="ocr"),
        Arrival("rl1-fax", "RL1 als fax, zwart-wit.", "reportlab, fax nagebootst", zoe,
                lambda: with_form(zoe, {"RL1.tif": as_tiff([fax(page) for page in draw(abbreviated(person(zoe), [YEAR]), 204)]), **confirmation(zoe)}), doubts=_RL1, needs="ocr"),
        Arrival("rl1-twee-fotos", "RL1 van twee bladen, elk op een eigen foto.", "reportlab, telefoon nagebootst", bert,
                lambda: with_form(bert, {f"IMG_{4001 + n}.jpg": as_jpeg(photograph(page, 20 + n, tilt=0.03)) for n, page in enumerate(draw(two_pages(person(bert), quarters), 200))} | confirmation(bert)),
                doubts=_RL1, needs="ocr"),
        Arrival("tiff-rl1-en-betaling", "RL1 en betaling in één TIFF van de kopieermachine.", "reportlab, fax nagebootst", clio,
                lambda: with_form(clio, {"scan0007.tif": as_tiff([fax(page) for data in (abbreviated(person(clio), [YEAR]), payment_confirmation(Payment(clio.name))) for page in draw(data, 204)])}),
                doubts=(*_RL1, *_PAY), needs="ocr"),
        Arrival("rl1-wazig", "RL1 op 100 dpi en wazig: nauwelijks te lezen.", made, aad,
                lambda: with_form(aad, {"RL1.pdf": scanned(school_year(person(aad), [YEAR]), Scanner(100, 1.5, 12, 1.0, quality=40)), **confirmation(aad)}),
                "na-te-kijken", (("rl1-leesbaar", ASKS, None), ("tien-maanden-verklaard", INFORMS, None)), _RL1, needs="ocr"),
    ]  # fmt: skip


def payments() -> list[Arrival]:
    """Screens of bank apps."""
    bo, cees, dele, eef, faas, guus = (
        Trainee("Bo Schermproef"),
        Trainee("Cees Ecranproef"),
        Trainee("Dele Screenproef"),
        Trainee("Eef Straksbetaald"),
        Trainee("Faas Lijstscherm"),
        Trainee("Guus Veertigvijf"),
    )

    def shown(who: Trainee, data: bytes, name: str = "Schermafdruk.png") -> dict[str, bytes]:
        return with_form(who, {"RL1.pdf": rl1_labels(person(who), [YEAR]), name: data})

    wrong, made = (("betalingsbewijs-klopt", ASKS, None),), "Chromium (scherm van een bankapp), openpyxl"
    return [
        Arrival("app-nl", "Scherm van een bankapp in het Nederlands.", made, bo, lambda: shown(bo, app_screen(Payment(bo.name))), doubts=_PAY, needs="ocr"),
        Arrival("app-fr", "Scherm van een bankapp in het Frans.", made, cees, lambda: shown(cees, app_screen(Payment(cees.name), "fr", colour="#5b2a86")), doubts=_PAY, needs="ocr"),
        Arrival("app-en", "Scherm van een bankapp in het Engels.", made, dele, lambda: shown(dele, app_screen(Payment(dele.name), "en", colour="#b3261e")), doubts=_PAY, needs="ocr"),
        Arrival("app-gepland", "Scherm van een bankapp: de overschrijving is nog gepland.", made, eef,
                lambda: shown(eef, app_screen(Payment(eef.name, day=date(2026, 9, 30)), planned=True)), "na-te-kijken", wrong, _PAY, needs="ocr"),
        Arrival("app-lijst", "Scherm met de laatste verrichtingen, waarvan er één telt.", made, faas, lambda: shown(faas, list_screen(Payment(faas.name))), doubts=(*_PAY, "bestand-herkend", "betalingsbewijs-aanwezig"), needs="ocr"),
        Arrival("app-45-euro", "Scherm van een bankapp: 45 euro.", made, guus, lambda: shown(guus, app_screen(Payment(guus.name, amount="45,00"))), "na-te-kijken", wrong, _PAY, needs="ocr"),
    ]  # fmt: skip


def odd() -> list[Arrival]:
    """A whole dossier in one scan, a picture of nothing, and a picture of the form."""
    hein, ivo, joep = Trainee("Hein Allesgescand"), Trainee("Ivo Vakantiekiek"), Trainee("Joep Schermkopie")
    scanner = Scanner(200, 0.4, quality=45)

    def whole() -> dict[str, bytes]:
        from aankomst.printed import printed  # noqa: PLC0415 - only this sample needs it

        sheets = [*printed(Answers(hein), 200), *(page for data in papers(hein).values() for page in draw(data, 200))]
        return {"scan.pdf": as_pdf([scan(page, scanner) for page in sheets], scanner)}

    return [
        Arrival("alles-in-een-scan", "Getekende afdruk, RL1 en betaling in één scan.", "docgen render, reportlab, scanner nagebootst", hein, whole, "na-te-kijken", (INK,), (*_RL1, *_PAY, "handtekening-mentor"), needs="ocr"),
        Arrival("vakantiefoto", "Een foto van niets zit mee in de map.", "numpy, openpyxl", ivo, lambda: with_form(ivo, papers(ivo) | {"DSC_0099.jpg": as_jpeg(_beach(), 50)}),
                "na-te-kijken", (("bestand-herkend", ASKS, None),), needs="ocr"),
        Arrival("schermkopie-formulier", "Een schermkopie van het ingevulde formulier in plaats van het formulier.", "Chromium, reportlab", joep,
                lambda: papers(joep) | {"formulier.png": screenshot(_form_page(joep), (800, 700))}, "onleesbaar", (("verantwoordingsdocument-aanwezig", BLOCKS, None), ("bestand-herkend", ASKS, None)), needs="ocr"),
    ]  # fmt: skip


def _beach() -> np.ndarray:
    """Sky, sea and sand, with some grain."""
    down = np.linspace(0, 1, 600)[:, None, None]
    picture = np.where(down < 0.45, (120, 170, 225), np.where(down < 0.62, (40, 96, 140), (214, 190, 140)))
    grain = np.random.default_rng(4).normal(0, 5, (600, 800, 1))
    return np.clip(np.broadcast_to(picture, (600, 800, 3)) + grain, 0, 255).astype(np.uint8)


def _form_page(who: Trainee) -> str:
    values = Answers(who).values()
    rows = "".join(
        f"<tr><td>{key.replace('_', ' ')}</td><td>{value}</td></tr>" for key, value in list(values.items())[:10]
    )
    return f'<meta charset="utf-8"><body style="font-family:Carlito"><h2>Verantwoordingsdocument jobtraining</h2><table border=1 cellpadding=5>{rows}</table>'
