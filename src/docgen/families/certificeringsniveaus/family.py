"""The certification levels as docgen offers them: the list of organisations, the decision on each, and its letters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docgen.families.certificeringsniveaus.context import CONTEXTS, decide_dossier
from docgen.families.certificeringsniveaus.dossier import build_dossier
from docgen.families.certificeringsniveaus.overzicht import make_overzicht
from docgen.families.certificeringsniveaus.record import ORGANISATIE
from docgen.families.certificeringsniveaus.rules import voorwaarden
from docgen.families.certificeringsniveaus.telling import find_facts, make_telling
from docgen.families.certificeringsniveaus.voorbeeld import SAMPLES
from docgen.model import reading_rules
from docgen.model.family import Case, Family
from docgen.model.report import DossierReport
from docgen.model.rule import Rule, check_rules, conclude, decide_findings, rules_of
from docgen.model.value import Content

#: The rules that a list can break, in the order in which a report prints them: two of those on reading, for nobody
#: prefills it and whether a file is such a list is known before its family is, and the conditions of § Individuele
#: certificering and § Klantcertificering.
RULES: tuple[Rule[Any], ...] = (
    reading_rules.unreadable_field,
    reading_rules.uncertain_reading,
    *rules_of(voorwaarden),
)


def check(case: Case) -> DossierReport:
    """Judge one organisation: what stands in the way of the level at stake, and how the decision was reached."""
    dossier = build_dossier(case)
    outcomes = decide_findings(check_rules(RULES, dossier), case.decisions, case.name, case.peildatum)
    report = DossierReport(
        name=case.name,
        family="certificeringsniveaus",
        verdict=conclude(outcomes, readable=dossier.reading is not None),
        outcomes=outcomes,
        files=(),
        record=dossier.reading.record if dossier.reading else None,
        subject=dossier.record.naam,
        reference=dossier.reading.identity.reference if dossier.reading else None,
        form=dossier.reading.label or None if dossier.reading else None,
        checked_on=case.peildatum,
    )
    if dossier.reading is None:
        return report
    toestand, besluit, _ = decide_dossier(report)
    return replace(report, facts=find_facts(toestand, outcomes), ledger=make_telling(toestand, besluit))


def recognises(_content: Content) -> bool:
    """No file of a folder belongs to this family: its list is recognised by its columns."""
    return False


FAMILY = Family(
    name="certificeringsniveaus",
    title="Certificeringsniveaus van organisaties",
    forms=(ORGANISATIE,),
    check=check,
    recognises=recognises,
    contexts=CONTEXTS,
    samples=SAMPLES,
    rules=tuple(rule.id for rule in RULES),
    overview=make_overzicht,
)
