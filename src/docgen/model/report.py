"""What a check gives: per dossier the verdict, the findings, what was in order, and what was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from docgen.model.comparison import Comparison
from docgen.model.rule import Finding, Outcome, Verdict, all_findings
from docgen.model.value import Snippet
from docgen.sources import Source

#: What a file is that holds the subjects themselves, one a record.
LIST_KIND = "lijst"


@dataclass(frozen=True)
class FileSeen:
    """A file of a dossier: its name, what it was recognised as, and its SHA-256.

    Of a file with several documents each is seen apart; `part` says which pages it takes, or of which other file it is
    the next page.
    """

    name: str
    kind: str
    sha256: str
    part: str = ""

    @property
    def label(self) -> str:
        """The file's name, and which of its pages hold this document where it holds more."""
        return f"{self.name}, {self.part}" if self.part else self.name


@dataclass(frozen=True)
class Fact:
    """Something that was found and satisfies a rule, in words for the positive page: what, and where."""

    rule: str
    text: str
    place: str | None = None


@dataclass(frozen=True)
class LedgerRow:
    """One line of a count: what it is about, its dates or figure as text, and why."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class Cutting:
    """The place of one question on a sheet filled in by hand: its label, the picture, and what may stand there.

    Those of a row of a table follow each other: `table` is its title, `row` its number. `file` is where they stand.
    """

    key: str
    label: str
    picture: Snippet
    proposal: str | None = None
    table: str | None = None
    row: int | None = None
    file: str = ""


@dataclass(frozen=True)
class DossierReport:
    """One dossier, checked; `name` as given. `ledger` is the count of ten months, line by line.

    `form` is the label of the file whose form was judged, `checked_on` the peildatum it was checked on, `enrolment`
    the line of the enrolment list that fits it; None where that is not known (a report read back from a file holds no
    enrolment). `cuttings` are the places of a form filled in by hand, side by side for a person to read. `comparison`
    is with the check before, if any.
    """

    name: str
    family: str
    verdict: Verdict
    outcomes: tuple[Outcome, ...]
    files: tuple[FileSeen, ...]
    record: Any = None
    subject: str | None = None
    reference: str | None = None
    facts: tuple[Fact, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    form: str | None = None
    checked_on: date | None = None
    enrolment: Any = None
    language: str | None = None
    cuttings: tuple[Cutting, ...] = ()
    comparison: Comparison | None = None

    @property
    def is_listed(self) -> bool:
        """Whether it is a record of a list, which names it: it has no files of its own."""
        return len(self.files) == 1 and self.files[0].kind == LIST_KIND

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of the rules."""
        return tuple(all_findings(self.outcomes))

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that stand in the way of `volledig`."""
        return tuple(finding for finding in self.findings if finding.is_open)

    @property
    def in_order(self) -> tuple[Outcome, ...]:
        """The rules that were looked at and are in order."""
        return tuple(outcome for outcome in self.outcomes if outcome.in_order)

    @property
    def sources(self) -> dict[str, Source | None]:
        """The sentence of each rule that looked."""
        return {outcome.rule: outcome.source for outcome in self.outcomes}


@dataclass(frozen=True)
class Failure:
    """A dossier that could not be checked because of a fault in docgen itself, and that fault."""

    dossier: str
    error: Exception


@dataclass(frozen=True)
class Report:
    """All dossiers of one run; the peildatum is the day on which the check is held to run.

    `notes` are whole sentences on the lists that the dossiers came from: what was left aside in them.
    """

    version: str
    peildatum: date
    dossiers: tuple[DossierReport, ...]
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()
