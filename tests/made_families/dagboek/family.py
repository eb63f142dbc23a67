"""Pages of a diary: whatever stands in them may show in the document made of them, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel

from docgen.model import reading_rules
from docgen.model.family import Case, Family, Issue, Paper
from docgen.model.form import Ask, Form
from docgen.model.reading_rules import FileTrouble
from docgen.model.record import Reading, read_record
from docgen.model.report import DossierReport, FileSeen
from docgen.model.rule import Observation, Severity, check_rules, conclude, decide_findings, rule, rules_of
from docgen.model.value import Content, RawForm, Unread


class Bladzijde(BaseModel, frozen=True, extra="forbid"):
    """One page."""

    schrijver: Annotated[str | None, Ask("Naam van de schrijver", required=True, section="De bladzijde")] = None
    dag: Annotated[date | None, Ask("Dag")] = None
    geheim: Annotated[str | None, Ask("Het geheim", long=True)] = None


BLADZIJDE = Form("dagboek", "bladzijde", 1, "Bladzijde uit een dagboek", Bladzijde)


class _Dossier:
    """One page as the reading rules look at it."""

    def __init__(self, case: Case) -> None:
        found = [_read(content) for content in case.contents]
        self.readings: list[Reading] = [*case.records, *(each for each in found if each)]
        self.problems = [problem for reading in self.readings for problem in reading.problems]
        self.unrecognised = [
            FileTrouble(content.name, content.found.sentence)
            for content in case.contents
            if isinstance(content.found, Unread)
        ]
        self.doubles: list[FileTrouble] = []
        self.record = self.readings[0].record if self.readings else None


def _read(content: Content) -> Reading | None:
    return read_record(BLADZIJDE, content.found, content.name) if isinstance(content.found, RawForm) else None


@rule("geheim-ingevuld", Severity.BLOCKING, None, ruling="Een dagboek zonder geheim is leeg.")
def geheim_ingevuld(dossier: _Dossier) -> Iterator[Observation]:
    """A page without a secret."""
    if dossier.record is not None and not dossier.record.geheim:
        yield Observation("Er staat geen geheim in.", key="geheim", remedy="Schrijf een geheim.")


RULES = (*rules_of(reading_rules), geheim_ingevuld)


def check(case: Case) -> DossierReport:
    """In order when there is a secret."""
    dossier = _Dossier(case)
    outcomes = decide_findings(check_rules(RULES, dossier), case.decisions, case.name, case.peildatum)
    return DossierReport(
        case.name,
        "dagboek",
        conclude(outcomes, readable=dossier.record is not None),
        outcomes,
        tuple(FileSeen(content.name, "bladzijde", content.sha256) for content in case.contents),
        dossier.record,
        subject=dossier.record and dossier.record.schrijver,
        reference=dossier.readings[0].identity.reference if dossier.readings else None,
    )


def _uittreksel(dossiers: Sequence[DossierReport], _: Issue) -> tuple[Paper, ...]:
    return tuple(_paper(dossier) for dossier in dossiers)


def _paper(dossier: DossierReport) -> Paper:
    record = dossier.record or Bladzijde()
    values = {"schrijver": record.schrijver or "", "geheim": record.geheim or ""}
    refusal = None if record.geheim else "Er staat geen geheim in."
    return Paper(values, values, dossier.subject or "", refusal=refusal, about=dossier.subject or "")


FAMILY = Family(
    name="dagboek",
    title="Dagboeken",
    forms=(BLADZIJDE,),
    check=check,
    recognises=lambda content: isinstance(content.found, RawForm) and content.found.identity.family == "dagboek",
    contexts=MappingProxyType({"uittreksel": _uittreksel}),
    samples=MappingProxyType({"uittreksel": {"schrijver": "Ann Voorbeeld", "geheim": "koekjes"}}),
    rules=tuple(each.id for each in RULES),
    confidential=True,
)
