"""A report as sheets: a row per dossier, a row per finding, a row per rule that was looked at and is in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.model.comparison import Change
from docgen.model.report import DossierReport, Fact, Report
from docgen.model.rule import Finding, Severity
from docgen.model.sheet import Cell, Column, Sheet
from docgen.reports.printable import printable
from docgen.reports.words import (
    VERDICT_NAMES,
    decided_of,
    open_of,
    reasons,
    rule_title,
    severity_name,
    source_line,
)
from docgen.sources import Source

_DOSSIERS = (
    Column("Dossier", 30),
    Column("Wie", 28),
    Column("Oordeel", 14),
    Column("Houdt tegen", 12),
    Column("Vraagt aandacht", 12),
    Column("Beslist", 10),
    Column("Waarom", 90),
    Column("Bestanden", 10),
)
_FINDINGS = (
    Column("Dossier", 30),
    Column("Wie", 28),
    Column("Regel", 30),
    Column("Ernst", 22),
    Column("Bevinding", 70),
    Column("Bestand", 30),
    Column("Plaats", 28),
    Column("Veld", 28),
    Column("Gevonden", 30),
    Column("Verwacht", 30),
    Column("Wat te doen", 60),
    Column("Bron", 70),
    Column("Leeswijze van docgen", 50),
    Column("Beslist door", 20),
    Column("Beslist op", 14, is_date=True),
    Column("Reden van de beslissing", 50),
    Column("Tegenover vorig nazicht", 24),
)
_IN_ORDER = (
    Column("Dossier", 30),
    Column("Wie", 28),
    Column("Regel", 30),
    Column("In orde", 36),
    Column("Wat gevonden is", 70),
    Column("Waar", 40),
    Column("Bron", 70),
)


def report_sheets(report: Report) -> tuple[Sheet, ...]:
    """The three sheets, ready for a workbook; the first one answers who is complete and why not."""
    dossiers = report.dossiers
    return (
        Sheet("Dossiers", _DOSSIERS, _printed(_dossier(dossier) for dossier in dossiers)),
        Sheet("Bevindingen", _FINDINGS, _printed(row for dossier in dossiers for row in _findings(dossier))),
        Sheet("In orde", _IN_ORDER, _printed(row for dossier in dossiers for row in _in_order(dossier))),
    )


def _printed(rows: Iterable[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    return [tuple(printable(cell) if isinstance(cell, str) else cell for cell in row) for row in rows]


def _dossier(dossier: DossierReport) -> tuple[Cell, ...]:
    return (
        dossier.name,
        dossier.subject,
        VERDICT_NAMES[dossier.verdict],
        len(open_of(dossier, Severity.BLOCKING)),
        len(open_of(dossier, Severity.ATTENTION)),
        len(decided_of(dossier)),
        " ".join(reasons(dossier)) or None,
        len(dossier.files),
    )


def _findings(dossier: DossierReport) -> Iterator[tuple[Cell, ...]]:
    """The findings of this check, then those of the one before that are solved."""
    compared = dossier.comparison
    for finding in dossier.findings:
        yield _finding(dossier, finding, compared.change_of(finding) if compared else None)
    for finding in compared.solved if compared else ():
        yield _finding(dossier, finding, Change.SOLVED)


def _finding(dossier: DossierReport, finding: Finding, change: Change | None) -> tuple[Cell, ...]:
    place, decision = finding.place, finding.decision
    return (
        dossier.name,
        dossier.subject,
        finding.rule,
        severity_name(finding.severity),
        finding.message,
        place.file if place else None,
        (place.spot or None) if place else None,
        finding.key,
        finding.found,
        finding.expected,
        finding.remedy,
        _source_cell(finding.source),
        finding.ruling,
        decision.who if decision else None,
        decision.when if decision else None,
        decision.why if decision else None,
        str(change) if change else None,
    )


def _in_order(dossier: DossierReport) -> list[tuple[Cell, ...]]:
    rows = list[tuple[Cell, ...]]()
    for outcome in dossier.in_order:
        told = [Fact(outcome.rule, finding.message) for finding in outcome.findings]
        facts = [fact for fact in dossier.facts if fact.rule == outcome.rule] or told or [Fact(outcome.rule, "")]
        start = (dossier.name, dossier.subject, outcome.rule, rule_title(outcome.rule))
        rows.extend((*start, fact.text or None, fact.place, _source_cell(outcome.source)) for fact in facts)
    return rows


def _source_cell(source: Source | None) -> str | None:
    return source_line(source) if source else None
