"""Check dossiers: open their files, let their family judge, and gather the reports; here is the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docgen.actions.batch import try_item
from docgen.actions.collect_dossiers import Dossier
from docgen.actions.read_dossier import DossierFile, read_dossier, read_file
from docgen.families.discover import find_families
from docgen.formats.door import open_file
from docgen.model.family import Case, Family
from docgen.model.form import Form
from docgen.model.report import DossierReport, Failure, Report
from docgen.model.rule import Decision, Finding, Outcome, Severity, Verdict
from docgen.model.value import Content, RawForm, Unread
from docgen.settings import Settings
from docgen.version import VERSION

#: The family of a dossier that no family recognises: its rules say best what is missing.
DEFAULT_FAMILY = "jobtraining"


@dataclass(frozen=True)
class Desk:
    """What the desk brings to a check: the day, its settings and decisions, and per family its enrolment list.

    `notes` are whole sentences on the desk's own files: what was left aside or could not be read in them.
    """

    peildatum: date
    settings: Settings = field(default_factory=Settings)
    decisions: tuple[Decision, ...] = ()
    rosters: Mapping[str, tuple[Any, ...]] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()


def check_dossiers(
    dossiers: Sequence[Dossier], desk: Desk, progress: Callable[[str], object] = lambda _: None
) -> Report:
    """The report over all dossiers, in their order; `progress` hears the name of each one done.

    A dossier that trips over a fault of docgen itself does not stop the others: it stands in `failures`.
    """
    families = find_families()
    reports, failures = list[DossierReport](), list[Failure]()
    for dossier in dossiers:
        report, failure = _check_guarded(dossier, desk, families)
        reports.append(report)
        failures.extend([failure] if failure else [])
        progress(dossier.name)
    return Report(VERSION, desk.peildatum, tuple(reports), tuple(failures))


def _check_guarded(
    dossier: Dossier, desk: Desk, families: Mapping[str, Family]
) -> tuple[DossierReport, Failure | None]:
    return try_item(
        lambda: (check_dossier(dossier, desk, families), None),
        lambda error: (_report_failure(dossier), Failure(dossier.name, error)),
    )


def check_dossier(dossier: Dossier, desk: Desk, families: Mapping[str, Family]) -> DossierReport:
    """The report over one dossier, by the family that recognises its files."""
    contents = tuple(open_contents(read_dossier(dossier), families.values()))
    family = _pick_family(contents, families)
    return family.check(
        Case(
            name=dossier.name,
            contents=contents,
            peildatum=desk.peildatum,
            settings=desk.settings,
            decisions=desk.decisions,
            roster=desk.rosters.get(family.name, ()),
            has_roster=family.name in desk.rosters,
        )
    )


def is_form(path: Path) -> bool:
    """Whether a file is a filled form of one of the families."""
    contents = open_contents([read_file(path.name, path)], find_families().values())
    return any(isinstance(content.found, RawForm) for content in contents)


def open_contents(files: Iterable[DossierFile], families: Iterable[Family]) -> Iterator[Content]:
    """Each file opened: a filled form of one of the families, lines, or one sentence; unopened ones have no hash."""
    forms = [form for family in families for form in family.forms if not form.is_list]
    return (_open(file, forms) for file in files)


def _open(file: DossierFile, forms: Sequence[Form]) -> Content:
    if file.data is None:
        return Content(file.name, "", Unread(file.sentence or ""))
    return open_file(file.name, file.data, forms)


def _pick_family(contents: Iterable[Content], families: Mapping[str, Family]) -> Family:
    """The family that recognises most of the files; the default one when none does."""
    opened = [content for content in contents if not isinstance(content.found, Unread)]
    count = {name: sum(map(family.recognises, opened)) for name, family in families.items()}
    best = max(count, key=lambda name: (count[name], name == DEFAULT_FAMILY))
    return families[best]


def _report_failure(dossier: Dossier) -> DossierReport:
    finding = Finding(
        rule="bestand-herkend",
        severity=Severity.ATTENTION,
        message="Dit dossier kon door een fout in docgen zelf niet nagekeken worden.",
        source=None,
        remedy="Kijk dit dossier zelf na en meld de fout aan wie docgen beheert.",
    )
    outcomes = (Outcome("bestand-herkend", (finding,)),)
    return DossierReport(dossier.name, "", Verdict.UNREADABLE, outcomes, ())
