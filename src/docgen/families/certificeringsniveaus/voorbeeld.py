"""Complete example values for each letter, about an invented organisation: templates are checked with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from docgen.families.certificeringsniveaus import context
from docgen.families.certificeringsniveaus.record import (
    JaNeen,
    Kwaliteitscheck,
    Medewerker,
    Niveau,
    Organisatie,
    Taal,
    Taalrol,
)
from docgen.model.family import Issue
from docgen.model.letterhead import EXAMPLE_LOGO
from docgen.model.report import DossierReport
from docgen.model.rule import Decision, Finding, Outcome, Severity, Verdict
from docgen.settings import Organisatie as Afzender
from docgen.settings import Settings

_JA, _DAG = JaNeen.JA, date(2024, 3, 1)


def _person(naam: str, taalrol: Taalrol, **certificates: Any) -> Medewerker:  # noqa: ANN401 - fields of the record
    return Medewerker(naam=naam, taalrol=taalrol, dienst_van=date(2020, 1, 1), **certificates)


_CONSULTANT = {"consultant_geslaagd": _JA, "consultant_datum": _DAG}
_TESTS = {"selectietests_geslaagd": _JA, "selectietests_datum": _DAG}
_RECORD = Organisatie(
    naam="Federale Dienst Voorbeeldzaken",
    huidig_niveau=Niveau.INDIVIDUEEL,
    gevraagd_niveau=Niveau.KLANT,
    taal=Taal.NEDERLANDS,
    geadresseerde="Greet Staaltje",
    functie="directeur P&O",
    adres="Voorbeeldlaan 1\n9999 Voorbeeldstad",
    medewerkers=(
        _person("Fientje Voorbeeld", Taalrol.NL, **_CONSULTANT, assessment_geslaagd=_JA, assessment_datum=_DAG),
        _person("Joris Model", Taalrol.FR, **_CONSULTANT),
        _person("Lou Schets", Taalrol.NL, **_TESTS),
        _person("Mira Maquette", Taalrol.FR, **_CONSULTANT).model_copy(update={"dienst_tot": date(2025, 12, 31)}),
    ),
    kwaliteitschecks=(
        Kwaliteitscheck(persoon="Fientje Voorbeeld", selectie="VBD 26001", afgesloten=_JA, score="74,5"),
        Kwaliteitscheck(persoon="Joris Model", selectie="VBD 26002", afgesloten=_JA, score="81"),
    ),
)
_SETTINGS = Settings(
    organisatie=Afzender(
        naam="Overheidsdienst Voorbeeld",
        dienst="Dienst Certificering",
        adres=("Voorbeeldlaan 1", "9999 Voorbeeldstad"),
        email="certificering@voorbeeld.example",
        telefoon="000 00 00 00",
        website="voorbeeld.example",
        plaats="Voorbeeldstad",
        ondertekenaar="Nele Staal",
        ondertekenaar_functie="diensthoofd",
    )
)
_ISSUE = Issue(date(2026, 7, 3), "nl", _SETTINGS, logo=EXAMPLE_LOGO)
_DECISION = Decision(
    "vier-gecertificeerden", "*", "Nele Staal", date(2026, 7, 1), "De vierde medewerker start binnenkort."
)
_FINDING = Finding(
    "vier-gecertificeerden", Severity.BLOCKING, "Er zijn 3 gecertificeerde medewerkers.", None, decision=_DECISION
)
_DOSSIER = DossierReport(
    "VB-01",
    "certificeringsniveaus",
    Verdict.INCOMPLETE,
    (Outcome("vier-gecertificeerden", (_FINDING,)),),
    (),
    record=_RECORD,
    checked_on=_ISSUE.on,
)


def _example(name: str) -> Mapping[str, Any]:
    """The values of one letter; the lists of both levels are filled, so that a template can be checked on each."""
    values = context.CONTEXTS[name]([_DOSSIER], _ISSUE)[0].values
    klant = _RECORD.model_copy(update={"huidig_niveau": Niveau.KLANT, "gevraagd_niveau": Niveau.INDIVIDUEEL})
    decided = {rule: Finding(rule, Severity.BLOCKING, "", None, decision=_DECISION) for rule in _RULES}
    kept = replace(
        _DOSSIER, record=klant, outcomes=tuple(Outcome(rule, (finding,)) for rule, finding in decided.items())
    )
    lists = context.CONTEXTS[name]([kept], _ISSUE)[0].values
    return {**values, **{key: lists[key] for key in _LISTS}, **dict.fromkeys(_FLAGS, True)}


_RULES = ("vier-gecertificeerden", "az-per-taalrol", "selectietests-per-taalrol", "pro-partner", "q-checks")
_FLAGS = ("heeft_niveau", "had_niveau", "bereikt_meer", "vraag_geweigerd", "vraag_pro_partner")
_LISTS = ("taken_organisatie", "taken_bosa", "taak_assessments")
#: Every name that a template of this family may use, with an example of its value, by context.
SAMPLES: Mapping[str, Mapping[str, Any]] = MappingProxyType({name: _example(name) for name in context.CONTEXTS})
