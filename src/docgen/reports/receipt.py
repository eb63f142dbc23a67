"""The receipt that lies in the bundle of a complete dossier: what it holds, when and by which rules it was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from docgen.dates import format_date_words
from docgen.model.report import DossierReport
from docgen.model.rule import Finding, Outcome, Severity
from docgen.reports import words
from docgen.reports.printable import printable


@dataclass(frozen=True)
class BundledFile:
    """One file of the bundle: its new name, the name it arrived under, what it is, and its SHA-256."""

    name: str
    original: str
    kind: str
    sha256: str


def receipt_text(dossier: DossierReport, files: Sequence[BundledFile], on: date, version: str) -> str:
    """Plain text of at most some pages, the same for the same dossier and peildatum."""
    return "\n".join(map(printable, _lines(dossier, files, on, version))) + "\n"


def _lines(dossier: DossierReport, files: Sequence[BundledFile], on: date, version: str) -> Iterator[str]:
    yield from _heading("Ontvangstbewijs", "=")
    yield f"Dossier:       {dossier.name}"
    if dossier.subject:
        yield f"Wie:           {dossier.subject}"
    yield f"Oordeel:       {words.VERDICT_NAMES[dossier.verdict]}"
    yield f"Nagekeken op:  {format_date_words(on)} (peildatum), met docgen {version}"
    yield from ("", *_heading("Bestanden, ongewijzigd overgenomen", "-"))
    for file in files:
        yield from (
            file.name,
            f"    {words.kind_name(file.kind)}, aangekomen als “{file.original}”",
            f"    SHA-256 {file.sha256}",
        )
    decided = words.decided_of(dossier)
    if decided:
        yield from ("", *_heading("Beslissingen van de dienst", "-"))
    for finding in decided:
        yield from _decision(finding)
    yield from ("", *_heading("Nagekeken en in orde", "-"))
    for outcome in dossier.in_order:
        yield from _rule(dossier, outcome)


def _heading(title: str, line: str) -> tuple[str, str]:
    return title, line * len(title)


def _decision(finding: Finding) -> Iterator[str]:
    yield f"{words.rule_title(finding.rule)}: {finding.message}"
    if finding.decision:
        yield f"    {words.decision_line(finding.decision)}"
    if finding.source:
        yield f"    {words.source_line(finding.source)}"


def _rule(dossier: DossierReport, outcome: Outcome) -> Iterator[str]:
    yield words.rule_title(outcome.rule)
    for fact in dossier.facts:
        if fact.rule == outcome.rule:
            yield f"    {fact.text}" + (f" ({fact.place})" if fact.place else "")
    for finding in outcome.findings:
        if finding.severity is Severity.INFO and finding.decision is None:
            yield f"    {finding.message}"
    if outcome.source:
        yield f"    {words.source_line(outcome.source)}"
    if outcome.ruling:
        yield f"    {words.ruling_line(outcome.ruling)}"
