"""A report as one html page that can be mailed: nothing is fetched from outside, and it prints well."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from docgen.dates import format_date_words
from docgen.model.report import Cutting, DossierReport, Fact, Report
from docgen.model.rule import Finding, Outcome, Severity, Verdict
from docgen.model.value import Snippet
from docgen.reports import words
from docgen.reports.printable import printable

if TYPE_CHECKING:
    from jinja2 import Template


#: Places of a form on paper are shown so much smaller than they were cut out.
_SCALE = 0.6


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
        sheets_of=sheets_of,
    )
    environment.filters.update(breakable=_breakable, key=id, image=_image, wide=_width)
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


@dataclass(frozen=True)
class Block:
    """Questions of a form on paper, each a row of one; or the rows of a table, side by side under its columns."""

    table: str | None
    rows: tuple[tuple[Cutting, ...], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The labels above the columns."""
        return tuple(cutting.label for cutting in self.rows[0])


@dataclass(frozen=True)
class Sheet:
    """One form on paper, in its order; `file` is named where there are several."""

    file: str
    blocks: tuple[Block, ...]


def sheets_of(dossier: DossierReport) -> list[Sheet]:
    """What stands on the forms on paper, as the page shows it."""
    files = [(file, list(found)) for file, found in groupby(dossier.cuttings, key=lambda cutting: cutting.file)]
    return [Sheet(file if len(files) > 1 else "", tuple(_blocks_of(found))) for file, found in files]


def _blocks_of(cuttings: list[Cutting]) -> Iterator[Block]:
    for table, found in groupby(cuttings, key=lambda cutting: cutting.table):
        if table is None:
            yield Block(None, tuple((cutting,) for cutting in found))
        else:
            yield Block(table, tuple(tuple(row) for _, row in groupby(found, key=lambda cutting: cutting.row)))


def _image(snippet: Snippet) -> object:
    """The picture as an address that holds it whole, however long that is: the page stays one file."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with the template engine

    return Markup(f"data:image/png;base64,{b64encode(snippet.png).decode('ascii')}")  # noqa: S704 - letters and digits


def _width(snippet: Snippet) -> int:
    """How wide a cut place is shown: all of them on one scale, as the paper has them."""
    return round(int.from_bytes(snippet.png[16:20], "big") * _SCALE)


def _breakable(text: str) -> str:
    """Long runs without a space get places where a narrow page may break them."""
    return re.sub(r"(\S{24})(?=\S)", "\\1\u200b", text)
