"""Read back the json report of a check: its dossiers with their record, findings and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from docgen.errors import UnreadableFileError
from docgen.model.family import Family
from docgen.model.report import DossierReport, FileSeen
from docgen.model.rule import Decision, Finding, Outcome, Severity, Verdict
from docgen.model.value import Place
from docgen.sources import Source

_BROKEN = "is geen verslag van “docgen check” of is gewijzigd; maak het opnieuw met --report"


# What is read back must have our types; fields that a later version added are passed over.
class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Decision(_Strict):
    rule: str
    dossier: str
    who: str
    when: date
    why: str
    until: date | None = None


class _Source(_Strict):
    document: str
    section: str
    sentence: str
    ruling: str | None = None


class _Finding(_Strict):
    rule: str
    severity: Severity
    message: str
    key: str | None = None
    place: str | None = None
    found: str | None = None
    expected: str | None = None
    remedy: str | None = None
    source: _Source | None = None
    decision: _Decision | None = None
    for_desk: bool = False


class _File(_Strict):
    name: str
    kind: str
    sha256: str = ""
    part: str | None = None


class _Dossier(_Strict):
    dossier: str
    verdict: Verdict
    findings: tuple[_Finding, ...]
    in_order: tuple[str, ...]
    record: dict[str, Any] | None = None
    subject: str | None = None
    reference: str | None = None
    language: str | None = None
    files: tuple[_File, ...] = ()


class _Report(_Strict):
    docgen: str
    peildatum: date
    dossiers: tuple[_Dossier, ...] = Field(min_length=0)


def is_report(data: Any) -> bool:  # noqa: ANN401 - parsed json
    """Whether parsed json says that it is a report of ours."""
    return isinstance(data, Mapping) and "docgen" in data and "dossiers" in data


def parse_report(data: Any, family: Family | None) -> tuple[DossierReport, ...]:  # noqa: ANN401 - parsed json
    """The dossiers of a report, for a document of `family`, without it without their records.

    Raises UnreadableFileError when it is not whole.
    """
    try:
        report = _Report.model_validate(data)
    except ValidationError as error:
        raise UnreadableFileError(_BROKEN) from error
    return tuple(_dossier(dossier, report.peildatum, family) for dossier in report.dossiers)


def _dossier(dossier: _Dossier, peildatum: date, family: Family | None) -> DossierReport:
    findings = [_finding(finding) for finding in dossier.findings]
    rules = dict.fromkeys([*(finding.rule for finding in findings), *dossier.in_order])
    outcomes = [Outcome(rule, tuple(f for f in findings if f.rule == rule)) for rule in rules]
    return DossierReport(
        name=dossier.dossier,
        family=family.name if family else "",
        verdict=dossier.verdict,
        outcomes=tuple(outcomes),
        files=tuple(FileSeen(file.name, file.kind, file.sha256, file.part or "") for file in dossier.files),
        record=_record(dossier.record, family) if family else None,
        subject=dossier.subject,
        reference=dossier.reference,
        language=dossier.language,
        checked_on=peildatum,
    )


def _finding(finding: _Finding) -> Finding:
    source = finding.source
    return Finding(
        rule=finding.rule,
        severity=finding.severity,
        message=finding.message,
        source=Source(source.document, source.section, source.sentence) if source else None,
        ruling=source.ruling if source else None,
        key=finding.key,
        place=Place(finding.place) if finding.place else None,
        found=finding.found,
        expected=finding.expected,
        remedy=finding.remedy,
        decision=Decision(**finding.decision.model_dump()) if finding.decision else None,
        for_desk=finding.for_desk,
    )


def _record(fields: Mapping[str, Any] | None, family: Family) -> BaseModel | None:
    """The record as its form's class; the form is the one whose fields these are."""
    if fields is None:
        return None
    # The class with just these fields first: one with more of them would take them as well.
    for form in sorted(family.forms, key=lambda form: set(form.record.model_fields) != set(fields)):
        try:
            return form.record.model_validate(fields)
        except ValidationError:
            continue
    raise UnreadableFileError(_BROKEN)
