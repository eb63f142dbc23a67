"""The competentiebilan as docgen offers it: its two forms, the check of a dossier, and the summary."""

from __future__ import annotations

from docgen.families.competentiebilan.aanvraag import AANVRAAG
from docgen.families.competentiebilan.context import CONTEXTS
from docgen.families.competentiebilan.dossier import build_dossier, form_of
from docgen.families.competentiebilan.rules import aanvraag, samenvatting
from docgen.families.competentiebilan.samenvatting import SAMENVATTING
from docgen.families.competentiebilan.voorbeeld import SAMPLES
from docgen.model import reading_rules
from docgen.model.family import Case, Family
from docgen.model.report import DossierReport, FileSeen
from docgen.model.rule import check_rules, conclude, decide_findings, rules_of
from docgen.model.value import Content

#: Every rule of this family, in the order in which a report prints them.
RULES = rules_of(reading_rules, aanvraag, samenvatting)


def check(case: Case) -> DossierReport:
    """Judge one dossier: the request, the summary, or both; it is named by the reference of its form."""
    dossier = build_dossier(case)
    outcomes = decide_findings(check_rules(RULES, dossier), case.decisions, case.name, case.peildatum)
    judged = dossier.readings[0] if dossier.readings else None
    return DossierReport(
        name=case.name,
        family=FAMILY.name,
        verdict=conclude(outcomes, readable=judged is not None),
        outcomes=outcomes,
        files=tuple(
            FileSeen(content.name, _kind(content), content.sha256, content.part) for content in dossier.contents
        ),
        record=judged.record if judged else None,
        reference=next((r.identity.reference for r in dossier.readings if r.identity.reference), None),
        form=(judged.label or None) if judged else None,
        checked_on=case.peildatum,
        language=judged.identity.language if judged else None,
    )


def recognises(content: Content) -> bool:
    """Whether a file is a form of this family."""
    return form_of(content) is not None


def _kind(content: Content) -> str:
    form = form_of(content)
    return form.name if form else "niet herkend"


FAMILY = Family(
    name="competentiebilan",
    title="Competentiebilan van het Loopbaancentrum",
    forms=(AANVRAAG, SAMENVATTING),
    check=check,
    recognises=recognises,
    contexts=CONTEXTS,
    samples=SAMPLES,
    rules=tuple(rule.id for rule in RULES),
    # "Het beroepsgeheim en de vertrouwelijkheid van de resultaten" (§ Onze dienstverlening): see actions.confidential.
    confidential=True,
)
