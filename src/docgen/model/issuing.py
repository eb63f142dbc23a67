"""Why a document that certifies something may not be issued: findings that stand open on that day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docgen.model.rule import Decision, Finding, Severity
from docgen.text import enumerate_words


@dataclass(frozen=True)
class Refusal:
    """Why no document is issued: one Dutch sentence without any value, and the rules that stand in the way."""

    sentence: str
    rules: tuple[str, ...] = ()


def stands_open(finding: Finding, on: date) -> bool:
    """Whether a finding stands in the way on the day of issue: a decision must hold on that day too."""
    return finding.severity is not Severity.INFO and not holds(finding.decision, on)


def holds(decision: Decision | None, on: date) -> bool:
    """Whether there is a decision and it has not expired."""
    return decision is not None and (decision.until is None or on <= decision.until)


def refuse_open(findings: Sequence[Finding]) -> Refusal | None:
    """The refusal over findings that stand open; None when there are none."""
    if not findings:
        return None
    return Refusal(_say_open(findings), tuple(dict.fromkeys(finding.rule for finding in findings)))


def _say_open(findings: Sequence[Finding]) -> str:
    blocking = sum(finding.severity is Severity.BLOCKING for finding in findings)
    counts = [
        f"{number} {word}"
        for number, word in ((blocking, "blokkerend"), (len(findings) - blocking, "met aandacht"))
        if number
    ]
    subject = "Er staat nog 1 bevinding" if len(findings) == 1 else f"Er staan nog {len(findings)} bevindingen"
    return f"{subject} open ({enumerate_words(counts)}); los op wat er staat of leg een beslissing vast."
