"""Sample dossiers that arrive wrong: changed prefill, doubles, two forms, two people, and files that are no form."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from cases import ASKS, BLOCKS, INFORMS, YEAR, Case, papers, person
from evidence import Payment, payment_confirmation, rl1_labels
from people import Answers, Trainee


def foreign_workbook() -> bytes:
    """A workbook of another organisation: a price list."""
    from openpyxl import Workbook  # noqa: PLC0415 - only this sample needs it

    book = Workbook()
    sheet = book.active
    for row in (["Artikel", "Prijs"], ["Krijt, doos van 12", 3.5], ["Spons", 1.2]):
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def scan() -> bytes:
    """A PDF of one picture, without any text."""
    from PIL import Image  # noqa: PLC0415 - only this sample needs it

    buffer = io.BytesIO()
    Image.new("L", (826, 1169), 235).save(buffer, "PDF", resolution=100)
    return buffer.getvalue()


def arrivals() -> list[Case]:
    """Cases in which the files themselves are at fault; `make.py` adds the second forms."""
    ada, bas, cato = Trainee("Ada Voorgevuld"), Trainee("Bas Dubbel"), Trainee("Cato Tweeversies")
    dirk, emma, felix = Trainee("Dirkje Samen"), Trainee("Emma Rommel"), Trainee("Felix Beslist")
    gust, heidi = Trainee("Gust Gescand"), Trainee("Heidi Onvindbaar")
    rl1 = rl1_labels(person(bas), [YEAR])
    clutter = papers(emma) | {
        "prijslijst.xlsx": foreign_workbook(),
        "leeg.pdf": b"",
        "afgebroken.pdf": rl1_labels(person(emma), [YEAR])[:900],
        "verslag.xlsx": b"<html><body><table><tr><td>geen Excel</td></tr></table></body></html>",
    }
    return [
        Case("voorinvulling-gewijzigd", "Een vooraf ingevulde, vergrendelde waarde kwam gewijzigd terug.", ada, "na-te-kijken",
             (("voorinvulling-gewijzigd", ASKS, "scholengroep"),), evidence=papers(ada), reference="JT-0002",
             answers=Answers(ada, other={"scholengroep": "Scholengroep 98"})),
        Case("dubbel-bestand", "Twee keer hetzelfde bestand.", bas, "volledig", (("dubbel-bestand", INFORMS, None),),
             evidence={"RL1.pdf": rl1, "RL1 (kopie).pdf": rl1, "betaling.pdf": payment_confirmation(Payment(bas.name))}),
        Case("twee-formulieren", "Twee verantwoordingsdocumenten die verschillen.", cato, "onvolledig",
             (("een-verantwoordingsdocument", BLOCKS, None),), evidence=papers(cato)),
        Case("twee-personen", "Formulieren van twee verschillende trainees in één dossier.", dirk, "onvolledig",
             (("een-verantwoordingsdocument", BLOCKS, None), ("dossier-van-een-persoon", BLOCKS, None)), evidence=papers(dirk)),
        Case("rommel", "Een vreemd werkboek, een leeg en een afgebroken bestand, en een webpagina met de naam .xlsx.", emma,
             "na-te-kijken", tuple(("bestand-herkend", ASKS, None) for _ in range(4)), evidence=clutter),
        Case("beslist", "Een grensgeval dat het bureau besliste.", felix, "volledig", (("thema-personeelsgericht", ASKS, "contactmomenten__3__thema"),),
             answers=replace(Answers(felix), moments=_doubtful()), evidence=papers(felix),
             decide=("thema-personeelsgericht",)),
        Case("rl1-gescand", "De RL1 is een scan zonder tekst.", gust, "na-te-kijken",
             (("rl1-leesbaar", ASKS, None), ("tien-maanden-verklaard", INFORMS, None)),
             evidence={"RL1.pdf": scan(), "betaling.pdf": payment_confirmation(Payment(gust.name))}),
        Case("niet-ingeschreven", "De trainee staat niet in de inschrijvingslijst.", heidi, "volledig",
             (("vormingsattest-vanaf-2013", INFORMS, None), ("vormingsattest-voor-start", INFORMS, None),
              ("zeven-jaar", INFORMS, None)), evidence=papers(heidi), enrolment=None),
    ]  # fmt: skip


def _doubtful() -> tuple:
    from cases import faults  # noqa: PLC0415 - the same rows as the case of doubt

    return next(case for case in faults() if case.name == "thema-twijfel").filled.moments


def as_zip(files: dict[str, bytes]) -> bytes:
    """A dossier as one zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, (2026, 7, 6, 9, 0, 0)), data)
    return buffer.getvalue()
