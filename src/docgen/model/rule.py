"""A rule is a function with its sentence; what it sees becomes a finding, and findings a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import ModuleType
from typing import Any, Generic, TypeVar

from docgen.model.value import Place, ReadLine, Snippet
from docgen.sources import Source

Subject = TypeVar("Subject")


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCKING = "blokkerend"
    ATTENTION = "aandacht"
    INFO = "info"


class Verdict(StrEnum):
    """What all findings together say of a dossier."""

    COMPLETE = "volledig"
    TO_REVIEW = "na-te-kijken"
    INCOMPLETE = "onvolledig"
    UNREADABLE = "onleesbaar"


@dataclass(frozen=True)
class Saying:
    """What a finding says in another language than Dutch, for a sender who filled in the form in that language."""

    message: str
    remedy: str | None = None


@dataclass(frozen=True)
class Observation:
    """What a rule saw, in whole Dutch sentences: `message` what is the matter, `remedy` how to mend it.

    `severity` only where it differs from the rule's own; `ruling` where this very reading is one. `picture` shows
    the place where somebody has to look for himself. `for_desk` marks what the desk itself must settle: its sender is
    told, but has nothing to do. `fr` says message and remedy in French, where the form also comes in French.
    `listed` is all that must be looked over, line by line.
    """

    message: str
    key: str | None = None
    place: Place | None = None
    found: str | None = None
    expected: str | None = None
    remedy: str | None = None
    severity: Severity | None = None
    ruling: str | None = None
    picture: Snippet | None = None
    for_desk: bool = False
    fr: Saying | None = None
    listed: tuple[ReadLine, ...] = ()


@dataclass(frozen=True)
class Decision:
    """The desk settles a finding: which rule, of which dossier (``*`` for all), who, when, why, until when."""

    rule: str
    dossier: str
    who: str
    when: date
    why: str
    until: date | None = None


@dataclass(frozen=True)
class Finding:
    """An observation under its rule: what is wrong, where, how to mend it, and the sentence it enforces."""

    rule: str
    severity: Severity
    message: str
    source: Source | None
    ruling: str | None = None
    key: str | None = None
    place: Place | None = None
    found: str | None = None
    expected: str | None = None
    remedy: str | None = None
    decision: Decision | None = None
    picture: Snippet | None = None
    for_desk: bool = False
    fr: Saying | None = None
    listed: tuple[ReadLine, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it stands in the way of `volledig`: it blocks or asks attention, and nobody decided on it."""
        return self.severity is not Severity.INFO and self.decision is None


@dataclass(frozen=True)
class Rule(Generic[Subject]):
    """A rule of a family: its id, usual severity, the sentence it enforces, and the function that looks.

    `when` tells whether there is anything to look at: a rule that could not look is not in order either.
    """

    id: str
    severity: Severity
    source: Source | None
    ruling: str | None
    look: Callable[[Subject], Iterable[Observation]]
    when: Callable[[Subject], bool] | None = None

    def applies(self, subject: Subject) -> bool:
        """Whether the subject holds what this rule looks at."""
        return self.when is None or self.when(subject)

    def check(self, subject: Subject) -> Outcome:
        """Look, and put this rule's id, severity and sentence on what was seen."""
        return Outcome(self.id, tuple(self._find(seen) for seen in self.look(subject)), self.source, self.ruling)

    def _find(self, seen: Observation) -> Finding:
        return Finding(
            rule=self.id,
            severity=seen.severity or self.severity,
            message=seen.message,
            source=self.source,
            ruling=seen.ruling or self.ruling,
            key=seen.key,
            place=seen.place,
            found=seen.found,
            expected=seen.expected,
            remedy=seen.remedy,
            picture=seen.picture,
            for_desk=seen.for_desk,
            listed=seen.listed,
            fr=seen.fr,
        )


@dataclass(frozen=True)
class Outcome:
    """What one rule gave: its findings, or none when it looked and all was in order."""

    rule: str
    findings: tuple[Finding, ...]
    source: Source | None = None
    ruling: str | None = None

    @property
    def in_order(self) -> bool:
        """Whether the rule looked and nothing blocks or asks attention."""
        return all(finding.severity is Severity.INFO for finding in self.findings)


def rule(
    rule_id: str,
    severity: Severity,
    source: Source | None,
    *,
    ruling: str | None = None,
    when: Callable[[Subject], bool] | None = None,
) -> Callable[[Callable[[Subject], Iterable[Observation]]], Rule[Subject]]:
    """Make a generator of observations a rule; it is found by standing in its family's rules module."""

    def bind(look: Callable[[Subject], Iterable[Observation]]) -> Rule[Subject]:
        return Rule(rule_id, severity, source, ruling, look, when)

    return bind


def rules_of(*modules: ModuleType) -> tuple[Rule[Any], ...]:
    """The rules of the modules, in written order; there is no other registry."""
    return tuple(item for module in modules for item in vars(module).values() if isinstance(item, Rule))


def check_rules(rules: Iterable[Rule[Subject]], subject: Subject) -> tuple[Outcome, ...]:
    """Let every rule that finds what it looks at do so, in order."""
    return tuple(each.check(subject) for each in rules if each.applies(subject))


def decide_findings(
    outcomes: Iterable[Outcome], decisions: Iterable[Decision], dossier: str, on: date
) -> tuple[Outcome, ...]:
    """Put the desk's decisions on the findings of their rule; `on` is the peildatum, an expired one settles nothing.

    An `info` finding gets its decision too: where a fact could not be checked, the desk may answer for it.
    """
    # From the day that it was taken, and to the day that it ends, both included.
    valid = [
        d for d in decisions if d.dossier in ("*", dossier) and d.when <= on and (d.until is None or on <= d.until)
    ]

    def settle(finding: Finding) -> Finding:
        return replace(finding, decision=next((d for d in valid if d.rule == finding.rule), None))

    return tuple(replace(outcome, findings=tuple(map(settle, outcome.findings))) for outcome in outcomes)


def conclude(outcomes: Iterable[Outcome], *, readable: bool = True) -> Verdict:
    """The verdict over all findings that no decision settled; `readable` is False when no form could be read."""
    if not readable:
        return Verdict.UNREADABLE
    severities = {finding.severity for finding in all_findings(outcomes) if finding.is_open}
    if Severity.BLOCKING in severities:
        return Verdict.INCOMPLETE
    return Verdict.TO_REVIEW if severities else Verdict.COMPLETE


def all_findings(outcomes: Iterable[Outcome]) -> Iterator[Finding]:
    """Every finding, in the order of the rules."""
    for outcome in outcomes:
        yield from outcome.findings
