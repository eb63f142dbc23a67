"""The check before this one: from a report that is given, or from what the corrections of a dossier remember."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docgen.actions.collect_dossiers import Dossier
from docgen.actions.read_dossier import read_regular_file
from docgen.actions.read_report import is_report, parse_report
from docgen.errors import UnreadableFileError, WrongUseError
from docgen.model.comparison import compare_findings
from docgen.model.report import DossierReport, Report
from docgen.text import fold

#: What the folder with the corrections of one dossier remembers of the check, and of the files docgen added to it.
MEMORY, OWN_FILES = "nazicht.json", "own_files"
_MAX_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True)
class Previous:
    """What was found before: the dossiers of the reports that were given, and by name those that remember it."""

    given: tuple[DossierReport, ...] = ()
    remembered: tuple[tuple[str, DossierReport], ...] = ()

    def find(self, checked: DossierReport) -> DossierReport | None:
        """The same dossier in the check before: by what it remembers, its name, its reference, else its person."""
        for name, before in self.remembered:
            if name == checked.name:
                return before
        for same in (_same_name, _same_reference, _same_subject):
            found = [before for before in self.given if same(before, checked)]
            if len(found) == 1:
                return found[0]
        return None


def read_previous(path: Path | None, dossiers: Iterable[Dossier]) -> Previous:
    """The check before: a json report, or a folder of corrections; without one what the dossiers remember.

    Raises WrongUseError for a path that is no such thing.
    """
    if path is None:
        return Previous(remembered=tuple(_remembered(dossiers)))
    files = sorted({*path.glob(MEMORY), *path.glob(f"*/{MEMORY}")}) if path.is_dir() else [path]
    given = tuple(dossier for file in files for dossier in _read(file))
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
    return fold(before.name) == fold(now.name)


def _same_reference(before: DossierReport, now: DossierReport) -> bool:
    return before.reference is not None and before.reference == now.reference


def _same_subject(before: DossierReport, now: DossierReport) -> bool:
    return bool(before.subject and now.subject) and fold(before.subject or "") == fold(now.subject or "")


def _read(path: Path) -> tuple[DossierReport, ...]:
    try:
        return parse_report(_load(path), None)
    except UnreadableFileError as error:
        message = f"“{path}” is geen verslag van een vorig nazicht; geef bij --previous een json-verslag van check."
        raise WrongUseError(message) from error


def _load(path: Path) -> Any:  # noqa: ANN401 - parsed json
    data = read_regular_file(path)
    try:
        return json.loads(data) if len(data) <= _MAX_BYTES else None
    except (ValueError, RecursionError) as error:
        message = "is geen json-bestand"
        raise UnreadableFileError(message) from error


def _memory(dossier: Dossier) -> Any | None:  # noqa: ANN401 - parsed json
    """What a dossier remembers of its own corrections; None for a dossier that is no such folder."""
    path = dossier.path / MEMORY
    if not dossier.path.is_dir() or not path.is_file():
        return None
    try:
        found = _load(path)
    except UnreadableFileError:
        return None
    return found if is_report(found) and isinstance(found.get(OWN_FILES), list) else None


def _remembered(dossiers: Iterable[Dossier]) -> Iterator[tuple[str, DossierReport]]:
    for dossier in dossiers:
        if (memory := _memory(dossier)) is not None:
            try:
                before: Sequence[DossierReport] = parse_report(memory, None)
            except UnreadableFileError:
                continue
            if len(before) == 1:
                yield dossier.name, before[0]


def _leave_out(dossier: Dossier) -> Dossier:
    memory = _memory(dossier)
    if memory is None:
        return dossier
    names = [name for name in memory[OWN_FILES] if isinstance(name, str) and Path(name).name == name]
    folder = dossier.path.absolute()
    return replace(dossier, leave_out=dossier.leave_out | {folder / name for name in (MEMORY, *names)})
