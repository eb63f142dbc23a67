"""The jobtraining as docgen offers it: its forms, the check of a dossier, and its documents."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.families.jobtraining.context import CONTEXTS
from docgen.families.jobtraining.dossier import Bestand, Dossier
from docgen.families.jobtraining.feiten import find_facts
from docgen.families.jobtraining.herkennen import Soort, kind_of_page, recognise
from docgen.families.jobtraining.record import INSCHRIJVING, VERANTWOORDINGSDOCUMENT
from docgen.families.jobtraining.rules import (
    algemeen,
    bewijsstukken,
    contactmomenten,
    diensttijd,
    mentor,
    vormingsattest,
)
from docgen.families.jobtraining.samenstellen import build_dossier
from docgen.families.jobtraining.telstaat import make_telstaat
from docgen.families.jobtraining.voorbeeld import SAMPLES
from docgen.model import reading_rules
from docgen.model.family import Case, Family
from docgen.model.joined_pictures import each_file
from docgen.model.report import DossierReport, FileSeen
from docgen.model.rule import check_rules, conclude, decide_findings, rules_of
from docgen.model.value import Content

#: Every rule of this family, in the order in which a report prints them: how files were read, the form (§ 9), the
#: contactmomenten (§ 7.1), the mentor (§ 5.1), the count (§ 4.2), the evidence (§ 4.3, § 6), the attest (§ 4.1, § 8).
RULES = rules_of(reading_rules, algemeen, contactmomenten, mentor, diensttijd, bewijsstukken, vormingsattest)


def check(case: Case) -> DossierReport:
    """Judge one dossier: verdict, findings, what was in order and why, and the count of ten months."""
    dossier = build_dossier(case)
    outcomes = decide_findings(check_rules(RULES, dossier), case.decisions, case.name, case.peildatum)
    return DossierReport(
        name=case.name,
        family=FAMILY.name,
        verdict=conclude(outcomes, readable=dossier.reading is not None),
        outcomes=outcomes,
        files=tuple(seen for bestand in dossier.bestanden for seen in _see(bestand)),
        record=dossier.reading.record if dossier.reading else None,
        subject=dossier.record.naam_deelnemer,
        reference=dossier.reading.identity.reference if dossier.reading else None,
        facts=find_facts(dossier, outcomes),
        ledger=make_telstaat(dossier),
        form=_form_file(dossier),
        checked_on=case.peildatum,
        enrolment=dossier.inschrijving,
    )


def recognises(content: Content) -> bool:
    """Whether a file belongs to a dossier of this family."""
    return recognise(content) not in (Soort.ONBEKEND, Soort.ANDER_FORMULIER)


def _see(bestand: Bestand) -> Iterator[FileSeen]:
    kind = f"{bestand.hint} (niet gelezen)" if bestand.hint else str(bestand.soort)
    for content, part in each_file(bestand.content):
        yield FileSeen(content.name, kind, content.sha256, part)


def _form_file(dossier: Dossier) -> str | None:
    return dossier.reading.label or None if dossier.reading else None


FAMILY = Family(
    name="jobtraining",
    title="Jobtraining van (adjunct-)directeurs en coördinatoren",
    forms=(VERANTWOORDINGSDOCUMENT, INSCHRIJVING),
    check=check,
    recognises=recognises,
    contexts=CONTEXTS,
    roster_form=INSCHRIJVING,
    samples=SAMPLES,
    rules=tuple(rule.id for rule in RULES),
    kind_of=kind_of_page,
    # The three documents of the upload, in the order of § 4.3.
    upload=(Soort.VERANTWOORDINGSDOCUMENT, Soort.RL1, Soort.BETALINGSBEWIJS),
)
