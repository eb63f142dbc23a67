"""A report as one html page that can be mailed: nothing is fetched from outside, and it prints well."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.dates import format_date_words
from docgen.model.report import DossierReport, Fact, Report
from docgen.model.rule import Finding, Outcome, Severity, Verdict
from docgen.model.value import Snippet
from docgen.reports import words
from docgen.reports.printable import printable

if TYPE_CHECKING:
    from jinja2 import Template


def report_html(report: Report) -> str:
    """The whole report; every value that came from a file is escaped."""
    return _template().render(
        report=report,
        ready=words.of_verdict(report, Verdict.COMPLETE),
        to_do=[dossier for verdict in words.TO_DO_ORDER for dossier in words.of_verdict(report, verdict)],
        counts=[(verdict, len(words.of_verdict(report, verdict))) for verdict in Verdict],
        anchors={id(dossier): f"dossier-{number}" for number, dossier in enumerate(report.dossiers, start=1)},
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - costs 40 ms, only for html

    environment = Environment(
        loader=PackageLoader("docgen.reports", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals.update(
        words=words,
        day=format_date_words,
        Severity=Severity,
        Verdict=Verdict,
        told_of=_told_of,
        quiet_of=_quiet_of,
        notes_of=_notes_of,
    )
    environment.filters.update(breakable=_breakable, key=id, image=_image)
    return environment.get_template("report.html")


def _finalize(value: object) -> object:
    """What is put on the page: plain text made fit to print, markup of our own as it is."""
    return printable(value) if type(value) is str else value


def _told_of(dossier: DossierReport) -> list[tuple[Outcome, list[Fact]]]:
    """The rules that are in order and have something to show, with what was found."""
    pairs = ((outcome, [fact for fact in dossier.facts if fact.rule == outcome.rule]) for outcome in dossier.in_order)
    return [(outcome, facts) for outcome, facts in pairs if facts]


def _quiet_of(dossier: DossierReport) -> list[Outcome]:
    """The rules that were looked at and are in order without anything to show."""
    shown = {fact.rule for fact in dossier.facts}
    return [outcome for outcome in dossier.in_order if outcome.rule not in shown]


def _notes_of(dossier: DossierReport) -> tuple[Finding, ...]:
    """What is only told: it stands in nobody's way."""
    return words.open_of(dossier, Severity.INFO)


def _image(snippet: Snippet) -> str:
    """The picture as an address that holds it whole: the page stays one file."""
    return f"data:image/png;base64,{b64encode(snippet.png).decode('ascii')}"


def _breakable(text: str) -> str:
    """Long runs without a space get places where a narrow page may break them."""
    return re.sub(r"(\S{24})(?=\S)", "\\1\u200b", text)
