"""The check before this one: from a report that is given, or from what the corrections of a dossier remember."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docgen.actions.collect_dossiers import Dossier
from docgen.actions.read_dossier import read_regular_file
from docgen.actions.read_report import parse_report
from docgen.actions.remembered_check import MEMORY, find_memories, read_json
from docgen.errors import UnreadableFileError, WrongUseError
from docgen.model.comparison import compare_findings
from docgen.model.report import DossierReport, Report
from docgen.text import fold


@dataclass(frozen=True)
class Previous:
    """What was found before: the dossiers of the reports that were given, and by name those that remember it."""

    given: tuple[DossierReport, ...] = ()
    remembered: tuple[tuple[str, DossierReport], ...] = ()

    def find(self, checked: DossierReport) -> DossierReport | None:
        """The same dossier in the check before: by what it remembers, its reference, its person, else its name."""
        for name, before in self.remembered:
            if name == checked.name:
                return None if _is_another(before, checked) else before
        for same in (_same_reference, _same_all, _same_subject, _same_name):
            found = [before for before in self.given if same(before, checked) and not _is_another(before, checked)]
            if len(found) == 1:
                return found[0]
        return None


def read_previous(path: Path | None, dossiers: Iterable[Dossier]) -> Previous:
    """The check before: a json report, or corrections as a folder or zip; without one what the dossiers remember.

    Raises WrongUseError for a path that is no such thing.
    """
    if path is None:
        return Previous(remembered=tuple(_remembered(dossiers)))
    kept = path.is_dir() or path.suffix.lower() == ".zip"
    given = tuple(_kept(path)) if kept else _read(path)
    if not given:
        message = f"In {path} staat geen verslag van een vorig nazicht; geef bij --previous een json-verslag van check."
        raise WrongUseError(message)
    return Previous(given)


def leave_out_own_files(dossiers: Iterable[Dossier]) -> tuple[Dossier, ...]:
    """The dossiers without the files that docgen itself added when it wrote their corrections."""
    return tuple(_leave_out(dossier) for dossier in dossiers)


def compare_report(report: Report, previous: Previous) -> Report:
    """The report with each dossier compared with the check before, where there was one."""
    return replace(report, dossiers=tuple(_compare(checked, previous) for checked in report.dossiers))


def _compare(checked: DossierReport, previous: Previous) -> DossierReport:
    before = previous.find(checked)
    if before is None:
        return checked
    return replace(checked, comparison=compare_findings(before.findings, checked.findings))


def _same_name(before: DossierReport, now: DossierReport) -> bool:
    return fold(_bare(before.name)) == fold(_bare(now.name))


def _bare(name: str) -> str:
    return name[:-4] if name.lower().endswith(".zip") else name


def _same_reference(before: DossierReport, now: DossierReport) -> bool:
    return before.reference is not None and before.reference == now.reference


def _same_subject(before: DossierReport, now: DossierReport) -> bool:
    return bool(before.subject and now.subject) and _words(before.subject) == _words(now.subject)


def _words(subject: str | None) -> list[str]:
    """The words of a name, in any order."""
    return sorted(fold(subject or "").split())


def _same_all(before: DossierReport, now: DossierReport) -> bool:
    return _same_name(before, now) and _same_subject(before, now)


def _is_another(before: DossierReport, now: DossierReport) -> bool:
    """Whether their references say that they are two, whatever their folders are called."""
    return bool(before.reference and now.reference) and before.reference != now.reference


def _read(path: Path) -> tuple[DossierReport, ...]:
    try:
        return parse_report(_load(path), None)
    except UnreadableFileError as error:
        message = f"“{path}” is geen verslag van een vorig nazicht; geef bij --previous een json-verslag van check."
        raise WrongUseError(message) from error


def _load(path: Path) -> Any:  # noqa: ANN401 - parsed json
    return read_json(read_regular_file(path))


def _kept(path: Path) -> Iterator[DossierReport]:
    """What a folder with corrections remembers, or each of those below it; in zips as well."""
    files = sorted({*path.glob(MEMORY), *path.glob(f"*/{MEMORY}")}) if path.is_dir() else []
    for file in files:
        yield from _read(file)
    for bundle in sorted(path.glob("*.zip")) if path.is_dir() else [path]:
        yield from (before for each in find_memories(Dossier(bundle.name, bundle)) for before in each.before)


def _remembered(dossiers: Iterable[Dossier]) -> Iterator[tuple[str, DossierReport]]:
    for dossier in dossiers:
        found = [before for memory in find_memories(dossier) for before in memory.before]
        if len(found) == 1 and not found[0].is_listed:
            yield dossier.name, found[0]
        yield from ((before.name, before) for before in found if before.is_listed)


def _leave_out(dossier: Dossier) -> Dossier:
    own = frozenset[str]().union(*(memory.own for memory in find_memories(dossier)))
    return replace(dossier, leave_out_names=dossier.leave_out_names | own) if own else dossier
