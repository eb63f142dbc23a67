"""Check dossiers: open their files, let their family judge, and gather the reports; here is the clock.

A file that is a list of subjects (`subject_lists`) stands for as many dossiers as it has records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType
from typing import Any

from docgen.actions.batch import try_item
from docgen.actions.collect_dossiers import Dossier
from docgen.actions.confidential import conceal_files, conceal_report, name_dossier, name_file, name_record
from docgen.actions.dossier_file import DossierFile
from docgen.actions.read_dossier import read_dossier, read_file
from docgen.actions.redraw_paper import make_redraw
from docgen.actions.set_aside import Asides
from docgen.actions.show_paper import show_paper
from docgen.actions.subject_lists import SubjectList, name_by_reference, name_records, read_subject_list
from docgen.errors import UnreadableFileError
from docgen.families.discover import find_families
from docgen.formats.door import open_dossier
from docgen.formats.paper import Redraw
from docgen.model.family import Case, Family
from docgen.model.joined_pictures import join_pictures
from docgen.model.record import Reading
from docgen.model.report import LIST_KIND, DossierReport, Failure, FileSeen, Report
from docgen.model.rule import Decision, Finding, Outcome, Severity, Verdict
from docgen.model.value import Content, RawForm, Text, Unread
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

    A dossier that trips over a fault of docgen itself does not stop the others: it stands in `failures`. The reports
    of a confidential family are without contents.
    """
    checker = Checker(desk, find_families())
    reports = list[DossierReport]()
    for dossier in dossiers:
        reports.extend(_conceal(report, checker.families) for report in checker.check(dossier))
        progress(dossier.name)
    return Report(VERSION, desk.peildatum, tuple(reports), tuple(checker.failures), tuple(checker.notes))


def _conceal(report: DossierReport, families: Mapping[str, Family]) -> DossierReport:
    family = families.get(report.family)
    return conceal_report(report) if family and family.confidential else report


class Checker:
    """Checks one dossier after the other, and keeps what there is to say about them.

    A dossier that no family recognises is judged by the `default` one.
    """

    def __init__(self, desk: Desk, families: Mapping[str, Family], default: str = DEFAULT_FAMILY) -> None:
        self.families = families
        self._desk, self._default = desk, default
        self._taken = set[str]()
        self.notes: list[str] = []
        self.failures: list[Failure] = []

    def check(self, dossier: Dossier) -> tuple[DossierReport, ...]:
        """The report over a dossier, or over each record of one that is a list of subjects."""
        return try_item(lambda: self._check(dossier), lambda error: (self._fail(dossier.name, error),))

    def check_records(self, source: str, family: Family, readings: Iterable[Reading]) -> tuple[DossierReport, ...]:
        """The report over each record: a dossier that brings no evidence but itself."""
        named = name_records(source, readings, self._taken, name_record if family.confidential else name_by_reference)
        return tuple(self._judge(name, family, records=(reading,)) for name, reading in named)

    def _check(self, dossier: Dossier) -> tuple[DossierReport, ...]:
        asides = Asides(self.families.values())
        files = asides.part(read_dossier(dossier))
        # Only a lone file can be a list of subjects: two are enough to know, the rest are read when their turn comes.
        first, second = next(files, None), next(files, None)
        contents = tuple(self._open(chain((file for file in (first, second) if file), files)))
        if first and not second and not any(isinstance(content.found, RawForm) for content in contents):
            try:
                listed = read_subject_list(first, self.families)
            except UnreadableFileError as error:
                return (_report_unread(dossier.name, str(error)),)
            if listed is not None:
                return self._check_list(dossier.name, listed, contents[0])
        family = _pick_family(contents, self.families, self._default)
        # Read again under other names: what was said of the files so far names them.
        if family.confidential:
            asides = Asides(self.families.values())
            contents = tuple(self._open(asides.part(conceal_files(read_dossier(dossier)))))
            return (asides.add_to(self._judge(self._name(name_dossier(contents)), family, contents=contents)),)
        contents = join_pictures(contents, family.kind_of)
        return (asides.add_to(self._judge(dossier.name, family, contents=contents)),)

    def _open(self, files: Iterable[DossierFile]) -> Iterator[Content]:
        redraw = make_redraw(self.families, self._desk.settings, self._desk.peildatum)
        return open_contents(files, self.families.values(), redraw)

    def _name(self, wanted: str) -> str:
        """The name, or where another dossier bears it the same with a number."""
        name = next(name for n in count(1) if (name := wanted if n == 1 else f"{wanted} ({n})") not in self._taken)
        self._taken.add(name)
        return name

    def _check_list(self, source: str, listed: SubjectList, content: Content) -> tuple[DossierReport, ...]:
        self.notes.extend(listed.notes)
        name, source = (name_file(1),) * 2 if listed.family.confidential else (content.name, source)
        seen = (FileSeen(name, LIST_KIND, content.sha256),)
        reports = self.check_records(source, listed.family, listed.readings)
        return tuple(report if report.files else replace(report, files=seen) for report in reports)

    def _judge(
        self, name: str, family: Family, *, contents: tuple[Content, ...] = (), records: tuple[Reading, ...] = ()
    ) -> DossierReport:
        case = make_case(name, family, self._desk, contents=contents, records=records)
        return try_item(
            lambda: show_paper(family.check(case), contents, family.forms), lambda error: self._fail(name, error)
        )

    def _fail(self, name: str, error: Exception) -> DossierReport:
        self.failures.append(Failure(name, error))
        return _report_failure(name)


def make_case(
    name: str, family: Family, desk: Desk, *, contents: tuple[Content, ...] = (), records: tuple[Reading, ...] = ()
) -> Case:
    """All that the family may look at: the files or records of one dossier, and what the desk brings."""
    return Case(
        name=name,
        contents=contents,
        peildatum=desk.peildatum,
        settings=desk.settings,
        decisions=desk.decisions,
        roster=desk.rosters.get(family.name, ()),
        has_roster=family.name in desk.rosters,
        records=records,
    )


def is_form(path: Path) -> bool:
    """Whether a file is a filled form of one of the families."""
    contents = open_contents([read_file(path.name, path)], find_families().values())
    return any(isinstance(content.found, RawForm) for content in contents)


def open_contents(
    files: Iterable[DossierFile], families: Iterable[Family], redraw: Redraw | None = None
) -> Iterator[Content]:
    """Each document of each file: a filled form of a family, lines, or one sentence; unopened ones have no hash."""
    known = tuple(families)
    forms = [form for family in known for form in family.forms if not form.is_list]
    given = (_give(file) for file in files)
    return chain.from_iterable(open_dossier(given, forms, lambda text: _kind_of(text, known), redraw))


def _kind_of(text: Text, families: Iterable[Family]) -> str:
    """What a page of text is to the first family that knows."""
    return next((kind for family in families if (kind := family.kind_of(text))), "")


def _give(file: DossierFile) -> tuple[str, bytes] | Content:
    return Content(file.name, "", Unread(file.sentence or "")) if file.data is None else (file.name, file.data)


def _pick_family(contents: Iterable[Content], families: Mapping[str, Family], default: str) -> Family:
    """The family that recognises most of the files; the default one when none does."""
    opened = [content for content in contents if not isinstance(content.found, Unread)]
    count = {name: sum(map(family.recognises, opened)) for name, family in families.items()}
    best = max(count, key=lambda name: (count[name], name == default))  # of as many, and of none, the default
    return families[best]


def _report_failure(name: str) -> DossierReport:
    return _report_unread(
        name,
        "Dit dossier kon door een fout in docgen zelf niet nagekeken worden.",
        "Kijk dit dossier zelf na en meld de fout aan wie docgen beheert.",
    )


def _report_unread(name: str, message: str, remedy: str | None = None) -> DossierReport:
    """A dossier of which nothing could be read, and why."""
    finding = Finding("bestand-herkend", Severity.ATTENTION, message, source=None, remedy=remedy)
    return DossierReport(name, "", Verdict.UNREADABLE, (Outcome("bestand-herkend", (finding,)),), ())
