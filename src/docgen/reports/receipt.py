"""The receipt that lies in the bundle of a complete dossier: what it holds, when and by which rules it was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from docgen.dates import format_date_words
from docgen.model.report import DossierReport, FileSeen
from docgen.model.rule import Finding, Outcome, Severity
from docgen.reports import words
from docgen.reports.printable import printable
from docgen.text import enumerate_words


class Bundled(Enum):
    """How a file of the bundle came about."""

    AS_IT_CAME = "aangekomen als"
    CUT = "uitgesneden"
    JOINED = "samengezet"
    TOGETHER = "samen in één bestand"


@dataclass(frozen=True)
class BundledFile:
    """One file of the bundle: its new name, the documents of the dossier that it was made of, and its SHA-256."""

    name: str
    sources: tuple[FileSeen, ...]
    sha256: str
    how: Bundled = Bundled.AS_IT_CAME


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
    changed = any(file.how in (Bundled.CUT, Bundled.JOINED) for file in files)
    yield from ("", *_heading("Bestanden" if changed else "Bestanden, ongewijzigd overgenomen", "-"))
    for file in files:
        yield from (file.name, f"    {_origin(file)}", f"    SHA-256 {file.sha256}")
        if file.how in (Bundled.CUT, Bundled.JOINED):
            yield from (f"    SHA-256 van “{source.name}”: {source.sha256}" for source in file.sources)
    decided = words.decided_of(dossier)
    if decided:
        yield from ("", *_heading("Beslissingen van de dienst", "-"))
    for finding in decided:
        yield from _decision(finding)
    yield from ("", *_heading("Nagekeken en in orde", "-"))
    for outcome in dossier.in_order:
        yield from _rule(dossier, outcome)


def _origin(file: BundledFile) -> str:
    """What it is and how it arrived: nothing was changed on the pages themselves."""
    first = file.sources[0]
    kind, name = words.kind_name(first.kind), f"“{first.name}”"
    if file.how is Bundled.CUT:
        return f"{kind}: {first.part} van {name}, als apart bestand"
    if file.how is Bundled.JOINED:
        names = enumerate_words([f"“{source.name}”" for source in file.sources])
        return f"{kind}: {names} achter elkaar in één bestand"
    if file.how is Bundled.TOGETHER:
        parts = enumerate_words([f"{words.kind_name(source.kind)} ({source.part})" for source in file.sources])
        return f"{parts}: aangekomen als {name}, ongewijzigd overgenomen omdat het niet gesplitst kan worden"
    return f"{kind}, aangekomen als {name}"


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
