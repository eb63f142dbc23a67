"""Dossiers on disk for the tests: our own form filled in, with an RL1 and a payment proof drawn by reportlab."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT, Thema
from docgen.formats.blank import FormFormat, make_form
from docgen.model.record import Prefill

PEILDATUM = date(2026, 9, 15)
START, END = date(2025, 9, 1), date(2026, 6, 30)
#: Settings under which the made dossiers are complete: the mentor's typed name is accepted.
SETTINGS = '[handtekening]\naanvaard = ["getypte naam"]\n'


def form_values(name: str) -> dict[str, str | date]:
    """A verantwoordingsdocument without a fault."""
    values: dict[str, str | date] = {
        "naam_deelnemer": name,
        "scholengroep": "Scholengroep 99",
        "ambt": "directeur",
        "instelling": "Basisschool De Voorbeeldboom",
        "algemeen_directeur": "Dirk Voorbeeldmans",
        "mentor_naam": "Mia Proefkonijn",
        "mentor_functie": "directeur",
        "startdatum": START,
        "einddatum": END,
        "invuldatum": END,
        "handtekening_datum": END,
        "handtekening_mentor": "Mia Proefkonijn",
    }
    for number, thema in enumerate(Thema, start=1):
        row = f"contactmomenten__{number}__"
        values |= {
            f"{row}datum": START + timedelta(days=40 * number),
            f"{row}begeleider": "mentor",
            f"{row}thema": str(thema),
            f"{row}aanwezigheid": "ja",
        }
    return values


@lru_cache(maxsize=64)
def made_form(name: str, to: FormFormat = FormFormat.XLSX, *, without: tuple[str, ...] = ()) -> bytes:
    """The form of `name` in one of our formats, without the values whose key starts with one of `without`."""
    values = {key: value for key, value in form_values(name).items() if not key.startswith(without or ("-",))}
    return make_form(VERANTWOORDINGSDOCUMENT, to, Prefill(values, locked=False))


def made_pdf(lines: Sequence[str]) -> bytes:
    """One page with a text layer."""
    buffer = io.BytesIO()
    page = Canvas(buffer, pagesize=A4, invariant=True)
    for number, line in enumerate(lines):
        page.drawString(60, 780 - 18 * number, line)
    page.save()
    return buffer.getvalue()


def made_rl1(name: str) -> bytes:
    """An RL1 of a year as waarnemend directeur."""
    return made_pdf(
        [
            "RL-1 Melding opdrachtenpakket",
            f"Naam: {name}",
            "Instelling: Basisschool De Voorbeeldboom",
            "Ambt: directeur",
            "Administratieve toestand: waarnemend",
            "Begindatum: 01/09/2025",
            "Einddatum: 30/06/2026",
        ]
    )


def made_payment(name: str) -> bytes:
    """A transfer of 50 euro that was carried out."""
    return made_pdf(
        [
            "Overschrijving uitgevoerd",
            "Bedrag: 50,00 EUR",
            "Datum: 12/06/2026",
            "Begunstigde: Voorbeelddienst Jobtraining",
            f"Mededeling: jobtraining {name}",
        ]
    )


def complete_files(name: str = "Zoë Voorbeeld") -> dict[str, bytes]:
    """The three files of a dossier without a fault."""
    return {"formulier.xlsx": made_form(name), "rl1.pdf": made_rl1(name), "betaling.pdf": made_payment(name)}


def put_files(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write the files into a new folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def put_settings(folder: Path) -> Path:
    """A settings file under which the made dossiers are complete."""
    path = folder / "docgen.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    return path
