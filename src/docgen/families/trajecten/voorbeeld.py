"""A complete example of what the certificate prints, about invented people: its templates are checked with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from docgen.families.trajecten import context
from docgen.families.trajecten.record import BegeleideStap, Interview, MentorKeuze, Selectie, Stap, VerslagAz
from docgen.model.family import Issue
from docgen.model.letterhead import EXAMPLE_LOGO
from docgen.model.report import DossierReport
from docgen.model.rule import Verdict
from docgen.settings import Organisatie, Settings


def _stap(selectie: Selectie, stap: Stap, month: int) -> BegeleideStap:
    end = date(2026, month + 1, 20) if stap is Stap.ONDERSTEUNING else None
    return BegeleideStap(selectie=selectie, stap=stap, datum=date(2026, month, 12), einddatum=end)


_RECORD = VerslagAz(
    naam_mentee="Mentie Voorbeeld",
    klantenorganisatie="FOD Proefneming",
    mentor_keuze=MentorKeuze.BOSA,
    mentor_naam="Maarten Staaltje",
    eerste_selectie="PROEF-26001",
    tweede_selectie="PROEF-26002",
    stappen=tuple(
        _stap(selectie, stap, 1 + 3 * row + number)
        for row, selectie in enumerate(Selectie)
        for number, stap in enumerate(Stap)
    ),
    interviews=(Interview(datum=date(2026, 3, 3), fase="observator"),),
)
_SETTINGS = Settings(
    organisatie=Organisatie(
        naam="FOD Voorbeeld en Ondersteuning",
        dienst="Directoraat-generaal Proefwerving",
        adres=("Voorbeeldlaan 1", "9999 Voorbeeldstad"),
        email="trajecten@voorbeeld.example",
        telefoon="000 00 00 00",
        website="voorbeeld.example",
        plaats="Voorbeeldstad",
        ondertekenaar="Nele Staal",
        ondertekenaar_functie="directeur-generaal",
    )
)
_ISSUE = Issue(date(2026, 9, 15), "nl", _SETTINGS, "OJT-2026-00001", logo=EXAMPLE_LOGO)
_DOSSIER = DossierReport(
    "Mentie-Voorbeeld", "trajecten", Verdict.COMPLETE, (), (), record=_RECORD, checked_on=_ISSUE.on
)
#: Every name that a template of this family may use, with an example of its value, by context.
SAMPLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {name: make([_DOSSIER], _ISSUE)[0].values for name, make in context.CONTEXTS.items()}
)
