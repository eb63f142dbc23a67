"""Read what the desk brings to a check: its settings, decisions and enrolment list, and the day from the clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.actions.check_dossiers import Desk
from docgen.actions.read_decisions import read_decisions
from docgen.errors import SetupError, UnreadableFileError
from docgen.families.discover import find_families
from docgen.model.family import Family
from docgen.model.record import Reading
from docgen.settings import SETTINGS_FILE, read_settings


@dataclass(frozen=True)
class DeskFiles:
    """The desk's own files, None where it gave none."""

    settings: Path | None = None
    enrolments: Path | None = None
    decisions: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that exist or were named: they are never part of a dossier."""
        named = (self.settings, self.enrolments, self.decisions, Path(SETTINGS_FILE))
        return tuple(path for path in named if path is not None)


def read_desk(files: DeskFiles, on: date | None = None) -> Desk:
    """Read the desk's files; without `on` the peildatum is today. Raises SetupError or WrongUseError for a bad file."""
    families = find_families()
    rosters, notes = _read_rosters(files.enrolments, families) if files.enrolments else ({}, ())
    return Desk(
        peildatum=on or date.today(),  # noqa: DTZ011 - the desk's own calendar day
        settings=read_settings(files.settings),
        decisions=read_decisions(files.decisions, _known_rules(families.values())) if files.decisions else (),
        rosters=rosters,
        notes=notes,
    )


def _known_rules(families: Iterable[Family]) -> frozenset[str]:
    return frozenset(rule for family in families for rule in family.rules)


def _read_rosters(path: Path, families: Mapping[str, Family]) -> tuple[dict[str, tuple[Reading, ...]], tuple[str, ...]]:
    """The enrolment list, for the family whose columns it has, and what there is to say about it."""
    from docgen.actions.read_records import read_records  # noqa: PLC0415 - reads workbooks

    owners = {family.roster_form.path: name for name, family in families.items() if family.roster_form}
    try:
        found = read_records(path, *(family.roster_form for family in families.values() if family.roster_form))
    except UnreadableFileError as error:
        message = f"De inschrijvingslijst is niet bruikbaar: {error}"
        raise SetupError(message) from error
    doubts = (f"{problem.place}: {problem.message}" for reading in found.readings for problem in reading.problems)
    return {owners[found.form.path]: found.readings}, (*found.notes, *doubts)
