"""Complete example values for each document of jobtraining, about invented people: templates are checked with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from docgen.families.jobtraining import context
from docgen.families.jobtraining.record import (
    Begeleider,
    Contactmoment,
    Initiatief,
    JaNeen,
    Thema,
    Verantwoordingsdocument,
)
from docgen.model.family import Issue
from docgen.model.letterhead import EXAMPLE_LOGO
from docgen.model.report import DossierReport
from docgen.model.rule import Finding, Outcome, Severity, Verdict
from docgen.model.value import Place
from docgen.settings import Organisatie, Settings
from docgen.sources import handleiding

_RECORD = Verantwoordingsdocument(
    naam_deelnemer="Fientje Voorbeeld",
    scholengroep="Scholengroep 99 Voorbeeldstad",
    ambt="adjunct-directeur",
    instelling="Voorbeeldschool De Proeftuin",
    algemeen_directeur="Joris Model",
    mentor_naam="Greet Staaltje",
    mentor_functie="directeur",
    startdatum=date(2025, 9, 1),
    einddatum=date(2026, 6, 30),
    invuldatum=date(2026, 7, 1),
    contactmomenten=tuple(
        Contactmoment(
            datum=date(2025, 9 + number, 15),
            begeleider=Begeleider.MENTOR,
            thema=thema,
            aanwezigheid=JaNeen.JA,
            opmerkingen="Verslag besproken.",
        )
        for number, thema in enumerate(Thema)
    ),
    initiatieven=(
        Initiatief(
            datum=date(2026, 2, 3),
            begeleider=Begeleider.SCHOOLONTWIKKELING,
            thema="intervisie",
            aanwezigheid=JaNeen.JA,
            opmerkingen="Samen met een andere school.",
        ),
    ),
    traject="Van kennismaking tot zelfstandig leiden van het team.",
    handtekening_datum=date(2026, 7, 1),
    handtekening_mentor="Greet Staaltje",
)
_SETTINGS = Settings(
    organisatie=Organisatie(
        naam="Begeleidingsdienst Voorbeeld",
        dienst="Dienst Jobtraining",
        adres=("Voorbeeldlaan 1", "9999 Voorbeeldstad"),
        email="jobtraining@voorbeeld.example",
        telefoon="000 00 00 00",
        website="voorbeeld.example",
        plaats="Voorbeeldstad",
        ondertekenaar="Nele Staal",
        ondertekenaar_functie="diensthoofd",
    )
)
_ISSUE = Issue(
    date(2026, 7, 3), "nl", _SETTINGS, "JT-2026-00001", lambda _document, _subject: "JT-2026-00001", logo=EXAMPLE_LOGO
)
_RULE = handleiding("7.1", "minimaal vier")


def _finding(severity: Severity) -> Finding:
    return Finding(
        rule="vier-contactmomenten",
        severity=severity,
        message="Er tellen drie contactmomenten.",
        source=_RULE,
        place=Place("verantwoordingsdocument.xlsx", "Blad1!B20"),
        found="3",
        expected="minstens 4",
        ruling="Vier contactmomenten op vier dagen.",
        remedy="Vul het ontbrekende contactmoment aan.",
    )


_OURS = Finding(
    rule="handtekening-mentor",
    severity=Severity.ATTENTION,
    message="Op de plaats van de handtekening van de mentor is met de hand getekend.",
    source=handleiding("9", "Handtekening mentor:"),
    for_desk=True,
)
_OUTCOMES = (
    Outcome("vier-contactmomenten", (_finding(Severity.BLOCKING), _finding(Severity.ATTENTION)), _RULE),
    Outcome("handtekening-mentor", (_OURS,), _OURS.source),
)
_DOSSIER = DossierReport(
    "Fientje Voorbeeld", "jobtraining", Verdict.INCOMPLETE, _OUTCOMES, (), record=_RECORD, checked_on=_ISSUE.on
)
#: Every name that a template of this family may use, with an example of its value, by context.
SAMPLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {name: make([_DOSSIER], _ISSUE)[0].values for name, make in context.CONTEXTS.items()}
)
