"""The Dutch words of a report: names of verdicts, severities and rules, and the sentences around them."""

from __future__ import annotations

from docgen.dates import format_date_words
from docgen.model.report import DossierReport, Report
from docgen.model.rule import Decision, Finding, Severity, Verdict
from docgen.sources import Source
from docgen.text import enumerate_words, fold

VERDICT_NAMES = {
    Verdict.COMPLETE: "volledig",
    Verdict.TO_REVIEW: "na te kijken",
    Verdict.INCOMPLETE: "onvolledig",
    Verdict.UNREADABLE: "onleesbaar",
}
#: A sign beside the name, so that no verdict is told by colour alone.
VERDICT_SIGNS = {Verdict.COMPLETE: "✓", Verdict.TO_REVIEW: "?", Verdict.INCOMPLETE: "✗", Verdict.UNREADABLE: "–"}
#: The order in which a desk works: what needs the sender first, what is ready last.
TO_DO_ORDER = (Verdict.INCOMPLETE, Verdict.TO_REVIEW, Verdict.UNREADABLE)

_VERDICT_SENTENCES = {
    Verdict.COMPLETE: "Alles wat nodig is, is er en is in orde.",
    Verdict.TO_REVIEW: "Niets ontbreekt, maar de dienst moet nog iets nakijken en daarover beslissen.",
    Verdict.INCOMPLETE: "Er ontbreekt iets of er klopt iets niet: het dossier kan nog niet verder.",
    Verdict.UNREADABLE: "In dit dossier kon geen formulier gelezen worden.",
}
_SEVERITY_NAMES = {
    Severity.BLOCKING: "houdt het dossier tegen",
    Severity.ATTENTION: "vraagt aandacht",
    Severity.INFO: "ter informatie",
}
#: The rules of every family have ids that name the fault; a list of what is in order needs the opposite.
_TITLES = {
    "onleesbaar-veld": "Alle velden leesbaar",
    "onzekere-lezing": "Alles met zekerheid gelezen",
    "voorinvulling-gewijzigd": "Vooraf ingevulde waarden ongewijzigd",
    "bestand-herkend": "Alle bestanden herkend",
    "dubbel-bestand": "Dubbele bestanden nagekeken",
}


def verdict_sentence(dossier: DossierReport) -> str:
    """What the verdict means for whoever handles the dossier."""
    decided = sum(finding.decision is not None for finding in dossier.findings)
    if dossier.verdict is Verdict.COMPLETE and decided:
        return f"Alles is in orde; over {_count(decided, 'punt', 'punten')} heeft de dienst beslist."
    return _VERDICT_SENTENCES[dossier.verdict]


def severity_name(severity: Severity) -> str:
    """How a severity reads in a sentence or a cell."""
    return _SEVERITY_NAMES[severity]


def rule_title(rule: str) -> str:
    """A rule's id as a heading: ``rl1-dekt-periode`` becomes ``RL1 dekt periode``."""
    words = rule.replace("rl1", "RL1").replace("-", " ")
    return _TITLES.get(rule) or words[:1].upper() + words[1:]


def change_name(dossier: DossierReport, finding: Finding) -> str:
    """``nog open`` or ``nieuw`` for an open finding beside the check before, else nothing."""
    change = dossier.comparison.change_of(finding) if dossier.comparison else None
    return str(change or "")


def change_prefix(dossier: DossierReport, finding: Finding) -> str:
    """The same as it stands before the finding: ``nog open, ``."""
    name = change_name(dossier, finding)
    return f"{name}, " if name else ""


def solved_of(dossier: DossierReport) -> tuple[Finding, ...]:
    """The findings of the check before that are solved."""
    return dossier.comparison.solved if dossier.comparison else ()


def comparison_sentence(dossier: DossierReport) -> str | None:
    """How the dossier stands against the check before; None when it was not compared."""
    if (found := dossier.comparison) is None:
        return None
    counts = (f"{len(found.solved)} opgelost", f"{len(found.still_open)} nog open", f"{len(found.new)} nieuw")
    return f"Tegenover het vorige nazicht: {enumerate_words(list(counts))}."


def kind_name(kind: str) -> str:
    """What a file was recognised as, as people write it."""
    return kind.replace("rl1", "RL1")


def source_line(source: Source) -> str:
    """``Handleiding § 7.1: “minimaal vier contactmomenten”``; a heading stands in the place of a number."""
    section = f"§ {source.section}" if source.section[:1].isdigit() else f"onder “{source.section}”"
    return f"{source.document.capitalize()} {section}: “{source.sentence}”"


def ruling_line(ruling: str) -> str:
    """Our own reading where the source is silent, never to be taken for the source's word."""
    return f"Leeswijze van docgen: {ruling[:1].lower()}{ruling[1:].rstrip('.')}."


def decision_line(decision: Decision) -> str:
    """Who settled a finding, when, why and until when."""
    until = f" (geldig tot en met {format_date_words(decision.until)})" if decision.until else ""
    return f"Beslist door {decision.who} op {format_date_words(decision.when)}{until}: {decision.why.rstrip('.')}."


def summary_sentence(report: Report) -> str:
    """How many dossiers there are and how many are ready: the first thing a desk asks."""
    total, ready = len(report.dossiers), len(of_verdict(report, Verdict.COMPLETE))
    if total == 1:
        return f"Het dossier is {VERDICT_NAMES[report.dossiers[0].verdict]}."
    if ready == total:
        return f"Alle {total} dossiers zijn volledig."
    rest = [
        f"{len(found)} {VERDICT_NAMES[verdict]}" for verdict in TO_DO_ORDER if (found := of_verdict(report, verdict))
    ]
    start = (
        f"{ready} van de {total} dossiers {'is' if ready == 1 else 'zijn'} volledig"
        if ready
        else (f"Geen van de {total} dossiers is volledig")
    )
    return f"{start}; {enumerate_words(rest)}."


def of_verdict(report: Report, verdict: Verdict) -> tuple[DossierReport, ...]:
    """The dossiers with that verdict, in the report's order."""
    return tuple(dossier for dossier in report.dossiers if dossier.verdict is verdict)


def open_of(dossier: DossierReport, severity: Severity) -> tuple[Finding, ...]:
    """The findings of that severity that no decision settled."""
    return tuple(f for f in dossier.findings if f.severity is severity and f.decision is None)


def decided_of(dossier: DossierReport) -> tuple[Finding, ...]:
    """The findings on which the desk decided."""
    return tuple(finding for finding in dossier.findings if finding.decision is not None)


def reasons(dossier: DossierReport) -> tuple[str, ...]:
    """Why a dossier is not complete, most weighty first: what blocks, else what asks attention.

    Of an unreadable dossier both: what its files are explains why no form was found.
    """
    blocking, attention = open_of(dossier, Severity.BLOCKING), open_of(dossier, Severity.ATTENTION)
    found = (*blocking, *attention) if dossier.verdict is Verdict.UNREADABLE else blocking or attention
    return tuple(dict.fromkeys(finding.message for finding in found))


def who(dossier: DossierReport) -> str:
    """The dossier's name, with the person it is about where that is known and says more."""
    says_more = dossier.subject and fold(dossier.subject) != fold(dossier.name)
    return f"{dossier.name} ({dossier.subject})" if says_more else dossier.name


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
