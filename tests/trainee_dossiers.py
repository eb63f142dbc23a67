"""Build jobtraining cases for tests in memory: one in order in every way, and changes to it; all invented."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from docgen.families.jobtraining.record import (
    VERANTWOORDINGSDOCUMENT,
    Begeleider,
    Contactmoment,
    Inschrijving,
    JaNeen,
    Onderwijsniveau,
    Thema,
    Verantwoordingsdocument,
)
from docgen.model.family import Case
from docgen.model.record import Reading, flatten_record
from docgen.model.value import Content, Line, Place, RawForm, RawValue, SignatureKind, Text, Unread
from docgen.settings import Betaling, Handtekening, Settings

PEILDATUM = date(2026, 9, 15)
NAAM, GROEP, REKENING = "Fientje Voorbeeld", "Scholengroep 99 Voorbeeldstad", "BE65 0969 9999 9996"
SETTINGS = Settings(
    betaling=Betaling(begunstigde="Voorbeelddienst Jobtraining", iban=REKENING),
    handtekening=Handtekening(aanvaard=(SignatureKind.TYPED,)),
)
MOMENTEN = tuple(
    Contactmoment(
        datum=date(2025, 10 + number, 14) if number < 3 else date(2026, 3, 3),
        begeleider=Begeleider.MENTOR,
        thema=str(thema),
        aanwezigheid=JaNeen.JA,
    )
    for number, thema in enumerate(Thema)
)
RECORD = Verantwoordingsdocument(
    naam_deelnemer=NAAM,
    scholengroep=GROEP,
    ambt="directeur",
    instelling="Voorbeeldschool De Proeftuin",
    algemeen_directeur="Joris Model",
    mentor_naam="Greet Staaltje",
    mentor_functie="directeur",
    startdatum=date(2025, 9, 1),
    einddatum=date(2026, 6, 30),
    invuldatum=date(2026, 7, 3),
    contactmomenten=MOMENTEN,
    handtekening_datum=date(2026, 7, 3),
    handtekening_mentor="Greet Staaltje",
)
INSCHRIJVING = Inschrijving(
    naam=NAAM,
    scholengroep=GROEP,
    onderwijsniveau=Onderwijsniveau.BAO,
    vormingsattest=date(2022, 6, 30),
    mentor="Greet Staaltje",
    mentor_scholengroep="Scholengroep 99",
)
RL1 = """\
RL-1 Melding opdrachtenpakket
Naam\tFientje Voorbeeld
Stamboeknummer\t29001011294
Instelling\tVoorbeeldschool De Proeftuin (999011)
Opdracht\t1
Ambt\tdirecteur
Administratieve toestand\twaarnemend
Begindatum\t01/09/2025
Einddatum\t30/06/2026
Volume\t24/24"""
BETALING = """\
Bevestiging van uw overschrijving
Status\tUitgevoerd
Bedrag\t50,00 EUR
Uitvoeringsdatum\t12/06/2026
Begunstigde\tVoorbeelddienst Jobtraining
Rekening begunstigde\tBE65 0969 9999 9996
Mededeling\tjobtraining Fientje Voorbeeld"""
ATTEST = """\
Vormingsattest
Uitgereikt aan Fientje Voorbeeld op 30/06/2022"""


def record(**changes: Any) -> Verantwoordingsdocument:
    """The record in order, with some fields changed."""
    return RECORD.model_copy(update=changes)


def moments(**by_row: Mapping[str, Any]) -> tuple[Contactmoment, ...]:
    """The four contactmomenten in order, with fields of some rows changed: ``moments(r2={"datum": None})``."""
    return tuple(row.model_copy(update=by_row.get(f"r{number}", {})) for number, row in enumerate(MOMENTEN, start=1))


def lines(text: str, name: str = "bestand.pdf") -> Text:
    """A file's lines; a tab parts columns."""
    found = (Line(line, Place(name, f"bladzijde 1, regel {n}")) for n, line in enumerate(text.splitlines(), start=1))
    return Text(tuple(found))


def file(name: str, found: RawForm | Text | Unread | str, data: str | None = None) -> Content:
    """One opened file of a dossier; its SHA-256 follows from `data`, else from its name."""
    opened = lines(found, name) if isinstance(found, str) else found
    return Content(name, hashlib.sha256((data or name).encode()).hexdigest(), opened)


def form(filled: Verantwoordingsdocument, name: str = "verantwoordingsdocument.xlsx", **raw: Any) -> Content:
    """The form as a reader of files gives it."""
    values = {key: RawValue(value, Place(name, key)) for key, value in flatten_record(filled).items()}
    identity = VERANTWOORDINGSDOCUMENT.identity(raw.pop("reference", None))
    data = raw.pop("data", None)
    return file(name, RawForm(identity, values | raw.pop("values", {}), **raw), data)


def reading(filled: Verantwoordingsdocument) -> Reading:
    """A record given directly, without a file."""
    return Reading(VERANTWOORDINGSDOCUMENT, filled, VERANTWOORDINGSDOCUMENT.identity(), "record")


def case(filled: Verantwoordingsdocument | Content | None = RECORD, **changes: Any) -> Case:
    """A dossier in order, or with changes: `rl1`, `betaling` (text, Content or None), `extra` files, and Case's own."""
    files = list(changes.pop("extra", ()))
    if filled is not None:
        files.append(filled if isinstance(filled, Content) else form(filled))
    for name, text in (("rl1", changes.pop("rl1", RL1)), ("betaling", changes.pop("betaling", BETALING))):
        if text is not None:
            files.append(text if isinstance(text, Content) else file(f"{name}.pdf", text))
    given = {"peildatum": PEILDATUM, "settings": SETTINGS, "roster": (INSCHRIJVING,), "has_roster": True}
    return Case(changes.pop("name", "Fientje-Voorbeeld"), tuple(files), **(given | changes))


def rows(report: Any) -> list[tuple[str, str, str | None]]:
    """The findings as rows: rule, severity, key."""
    return [(finding.rule, finding.severity.value, finding.key) for finding in report.findings]
