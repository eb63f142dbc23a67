"""The overview of a check on the terminal: who is complete, who is not, and why; plain lines when it is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from docgen.model.report import DossierReport, Report
from docgen.model.rule import Finding, Severity, Verdict
from docgen.reports import words
from docgen.reports.printable import printable

if TYPE_CHECKING:
    from rich.text import Text

#: From this many families on, each has a line of its own.
_SEVERAL = 2
_STYLES = {
    Verdict.COMPLETE: "bold green",
    Verdict.TO_REVIEW: "bold yellow",
    Verdict.INCOMPLETE: "bold red",
    Verdict.UNREADABLE: "bold magenta",
}


def print_overview(report: Report) -> None:
    """Print the overview in the way that suits where it goes."""
    if sys.stdout.isatty():
        _print_rich(report)
    else:
        click.echo("\n".join(map(printable, plain_lines(report))))


def plain_lines(report: Report) -> Iterator[str]:
    """One line per dossier, what is open below it; made for a pipe, a log or a screen reader."""
    yield from _summaries(report)
    for dossier, apart in _by_urgency(report):
        yield from [""] if apart else []
        yield f"{words.VERDICT_NAMES[dossier.verdict].upper()}  {words.who(dossier)}"
        if (compared := words.comparison_sentence(dossier)) is not None:
            yield f"  {compared}"
        yield from (f"  - {words.change_prefix(dossier, finding)}{_say(finding)}" for finding in _told(dossier))
        yield from (f"  - opgelost: {finding.message}{_where(finding)}" for finding in words.solved_of(dossier))


def _summaries(report: Report) -> Iterator[str]:
    """How many dossiers are ready; where they are of several families, a line for each."""
    from docgen.families.discover import find_families  # noqa: PLC0415 - loads every family

    families = sorted({dossier.family for dossier in report.dossiers})
    if len([name for name in families if name]) < _SEVERAL:
        yield words.summary_sentence(report)
        return
    for name in families:
        family = find_families().get(name)
        own = replace(report, dossiers=tuple(dossier for dossier in report.dossiers if dossier.family == name))
        sentence = words.summary_sentence(own)
        yield f"{family.title if family else 'Niet gelezen'}: {sentence[:1].lower()}{sentence[1:]}"


def _by_urgency(report: Report) -> Iterator[tuple[DossierReport, bool]]:
    """The dossiers, what needs work first; and whether one stands apart: those of which nothing is told form a list."""
    before: DossierReport | None = None
    for verdict in (*words.TO_DO_ORDER, Verdict.COMPLETE):
        for dossier in words.of_verdict(report, verdict):
            yield dossier, before is None or any(_told(each) or each.comparison for each in (before, dossier))
            before = dossier


def _told(dossier: DossierReport) -> tuple[Finding, ...]:
    """What is told of a dossier here: what blocks, what asks attention, what was decided."""
    blocking, attention = words.open_of(dossier, Severity.BLOCKING), words.open_of(dossier, Severity.ATTENTION)
    return (*blocking, *attention, *words.decided_of(dossier))


def _say(finding: Finding) -> str:
    place = _where(finding)
    if finding.decision is not None:
        return f"beslist: {finding.message}{place} {words.decision_line(finding.decision)}"
    remedy = f" {finding.remedy}" if finding.remedy else ""
    return f"{words.severity_name(finding.severity)}: {finding.message}{place}{remedy}"


def _where(finding: Finding) -> str:
    """The finding's place in brackets, unless its message names the file already and there is no more to say."""
    if finding.place is None or (not finding.place.spot and finding.place.file in finding.message):
        return ""
    return f" ({finding.place})"


def _print_rich(report: Report) -> None:
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.padding import Padding  # noqa: PLC0415 - only on a terminal
    from rich.text import Text  # noqa: PLC0415 - only on a terminal

    console = Console(highlight=False)
    for summary in _summaries(report):
        console.print(Text(summary, style="bold"))
    for dossier, apart in _by_urgency(report):
        sign, name = words.VERDICT_SIGNS[dossier.verdict], words.VERDICT_NAMES[dossier.verdict]
        heading = Text.assemble(
            (f"{sign} {name}", _STYLES[dossier.verdict]), "  ", (printable(words.who(dossier)), "bold")
        )
        console.print(*([""] if apart else []), heading, sep="\n")
        if (compared := words.comparison_sentence(dossier)) is not None:
            console.print(Padding(Text(compared, style="dim"), (0, 0, 0, 4)))
        for finding in _told(dossier):
            line = Text.assemble((words.change_prefix(dossier, finding), "bold"), _rich_line(finding))
            console.print(Padding(line, (0, 0, 0, 4)))
        for finding in words.solved_of(dossier):
            console.print(Padding(Text(printable(f"✓ opgelost: {finding.message}"), style="green"), (0, 0, 0, 4)))


def _rich_line(finding: Finding) -> Text:
    from rich.text import Text  # noqa: PLC0415 - only on a terminal

    message = printable(finding.message)
    if finding.decision is not None:
        decided = printable(words.decision_line(finding.decision))
        return Text.assemble(("✓ ", "green"), message, (f" {decided}", "dim"))
    sign, style = ("✗ ", "red") if finding.severity is Severity.BLOCKING else ("! ", "yellow")
    remedy = printable(f"\n  → {finding.remedy}") if finding.remedy else ""
    return Text.assemble((sign, style), message, (printable(_where(finding)), "dim"), remedy)
