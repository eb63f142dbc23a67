"""A report as plain data for json: the keys are a promise to other programs, every key always there."""

from __future__ import annotations

from datetime import date
from typing import Any

from docgen.model.comparison import Comparison
from docgen.model.report import DossierReport, FileSeen, Report
from docgen.model.rule import Decision, Finding
from docgen.sources import Source


def report_json(report: Report) -> dict[str, Any]:
    """The whole report; dates as ``jjjj-mm-dd``, None where nothing is known."""
    return {
        "docgen": report.version,
        "peildatum": report.peildatum.isoformat(),
        "dossiers": [_dossier(dossier) for dossier in report.dossiers],
    }


def _dossier(dossier: DossierReport) -> dict[str, Any]:
    return {
        "dossier": dossier.name,
        "verdict": str(dossier.verdict),
        "findings": [_finding(finding, dossier.comparison) for finding in dossier.findings],
        "in_order": [outcome.rule for outcome in dossier.in_order],
        "files": [_file(file) for file in dossier.files],
        "record": None if dossier.record is None else dossier.record.model_dump(mode="json"),
        "subject": dossier.subject,
        "reference": dossier.reference,
        "language": dossier.language,
        "solved": [_finding(finding) for finding in dossier.comparison.solved] if dossier.comparison else None,
    }


def _file(file: FileSeen) -> dict[str, str | None]:
    return {"name": file.name, "kind": file.kind, "sha256": file.sha256, "part": file.part or None}


def _finding(finding: Finding, comparison: Comparison | None = None) -> dict[str, Any]:
    change = comparison.change_of(finding) if comparison else None
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "key": finding.key,
        "place": str(finding.place) if finding.place else None,
        "message": finding.message,
        "found": finding.found,
        "expected": finding.expected,
        "remedy": finding.remedy,
        "source": _source(finding.source, finding.ruling),
        "decision": _decision(finding.decision) if finding.decision else None,
        "change": str(change) if change else None,
        "for_desk": finding.for_desk,
    }


def _source(source: Source | None, ruling: str | None) -> dict[str, str | None] | None:
    if source is None:
        return None
    return {"document": source.document, "section": source.section, "sentence": source.sentence, "ruling": ruling}


def _decision(decision: Decision) -> dict[str, str | None]:
    return {
        "rule": decision.rule,
        "dossier": decision.dossier,
        "who": decision.who,
        "when": _iso(decision.when),
        "why": decision.why,
        "until": _iso(decision.until),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
