"""The overview of a run: per organisation and condition what is required, found and decided, and the next review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.families.certificeringsniveaus.besluit import Besluit
from docgen.families.certificeringsniveaus.context import decide_dossier
from docgen.families.certificeringsniveaus.record import Organisatie
from docgen.families.certificeringsniveaus.teksten import Teksten
from docgen.model.report import DossierReport
from docgen.model.sheet import Cell, Column, Sheet

_ORGANISATIES = (
    Column("Dossier", 18),
    Column("Organisatie", 36),
    Column("Huidig niveau", 24),
    Column("Gevraagd niveau", 24),
    Column("Bereikt niveau", 24),
    Column("Beslissing", 18),
    Column("Niveau voortaan", 24),
    Column("Peildatum", 14, is_date=True),
    Column("Volgende herziening", 18, is_date=True),
    Column("Stappen naar een hoger niveau", 70),
)
_VOORWAARDEN = (
    Column("Dossier", 18),
    Column("Organisatie", 36),
    Column("Voorwaarde", 44),
    Column("Vereist", 22),
    Column("Gevonden", 20),
    Column("Wie telt mee", 60),
    Column("Oordeel", 16),
    Column("Beslissing", 18),
    Column("Volgende herziening", 18, is_date=True),
)


def make_overzicht(dossiers: Sequence[DossierReport]) -> tuple[Sheet, ...]:
    """A line per organisation, and a line per condition of the level that is at stake for it."""
    told = [(dossier, _tell(dossier)) for dossier in dossiers if isinstance(dossier.record, Organisatie)]
    organisations = [_line(dossier, teksten) for dossier, teksten in told]
    conditions = [row for dossier, teksten in told for row in _rows(dossier, teksten)]
    return (
        Sheet("Organisaties", _ORGANISATIES, organisations),
        Sheet("Voorwaarden", _VOORWAARDEN, conditions),
    )


def name_beslissing(besluit: Besluit) -> str:
    """The letter that follows, or why none does yet."""
    if besluit.is_open:
        return "grensgeval"
    return besluit.uitspraak.brief or "geen brief"


def _tell(dossier: DossierReport) -> Teksten:
    toestand, besluit, settled = decide_dossier(dossier)
    return Teksten(toestand, besluit, "nl", settled)


def _line(dossier: DossierReport, teksten: Teksten) -> list[Cell]:
    besluit, record = teksten.besluit, teksten.toestand.record
    return [
        dossier.name,
        record.naam,
        besluit.huidig.value,
        besluit.gevraagd.value if besluit.gevraagd else None,
        besluit.bereikt.value,
        name_beslissing(besluit),
        None if besluit.is_open else besluit.uitspraak.niveau.value,
        teksten.toestand.peildatum,
        besluit.herziening,
        _tell_steps(teksten) or None,
    ]


def _tell_steps(teksten: Teksten) -> str:
    steps = (f"{each.niveau.capitalize()}: {' '.join(each.lijst)}" for each in teksten.stappen())
    return "\n".join(steps).replace("\N{NO-BREAK SPACE}", " ")


#: As a letter prints them, with plain spaces: a workbook is searched and filtered.
_SHOWN = ("voorwaarde", "vereist", "gevonden", "wie", "oordeel")


def _rows(dossier: DossierReport, teksten: Teksten) -> Iterator[list[Cell]]:
    besluit = teksten.besluit
    for row in teksten.voorwaarden():
        yield [
            dossier.name,
            teksten.toestand.record.naam,
            *(row[name].replace("\N{NO-BREAK SPACE}", " ") for name in _SHOWN),
            name_beslissing(besluit),
            besluit.herziening,
        ]
