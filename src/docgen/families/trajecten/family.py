"""The on-the-job trajectories as docgen offers them: three forms, the check of a dossier, and the certificate."""

from __future__ import annotations

from docgen.families.trajecten.context import CONTEXTS
from docgen.families.trajecten.dossier import build_dossier, is_verslag
from docgen.families.trajecten.feiten import find_facts
from docgen.families.trajecten.formulieren import FORMS
from docgen.families.trajecten.rules import az, mentor, selectietests, voorzitter
from docgen.families.trajecten.voorbeeld import SAMPLES
from docgen.model import reading_rules
from docgen.model.family import Case, Family
from docgen.model.report import DossierReport, FileSeen
from docgen.model.rule import check_rules, conclude, decide_findings, rules_of
from docgen.model.value import Content

#: Every rule of this family, in the order in which a report prints them: how files were read, § Consultant A tot Z,
#: § Interviewvoorzitter, § Consultant selectietests, and the choice of the mentor.
RULES = rules_of(reading_rules, az, voorzitter, selectietests, mentor)
#: What a begeleidingsverslag is called among the files of a dossier, before the name of its certificate.
VERSLAG = "begeleidingsverslag"


def check(case: Case) -> DossierReport:
    """Judge one dossier: verdict, findings, and what was in order and why."""
    dossier = build_dossier(case)
    outcomes = decide_findings(check_rules(RULES, dossier), case.decisions, case.name, case.peildatum)
    reading = dossier.reading
    return DossierReport(
        name=case.name,
        family=FAMILY.name,
        verdict=conclude(outcomes, readable=reading is not None),
        outcomes=outcomes,
        files=tuple(
            FileSeen(content.name, _kind_of(content), content.sha256, content.part) for content in case.contents
        ),
        record=dossier.record,
        subject=dossier.record.naam_mentee if reading else None,
        reference=reading.identity.reference if reading else None,
        facts=find_facts(dossier, outcomes),
        form=(reading.label or None) if reading else None,
        checked_on=case.peildatum,
        language=reading.identity.language if reading else None,
    )


def _kind_of(content: Content) -> str:
    return VERSLAG if is_verslag(content) else "niet herkend"


FAMILY = Family(
    name="trajecten",
    title="On-the-jobbegeleiding in de certificeringstrajecten",
    forms=FORMS,
    check=check,
    recognises=is_verslag,
    contexts=CONTEXTS,
    samples=SAMPLES,
    rules=tuple(rule.id for rule in RULES),
    upload=(VERSLAG,),
)
