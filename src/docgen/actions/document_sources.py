"""From the sources a user gives to checked dossiers: dossiers, filled forms, lists of records, reports of a check."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import Dossier, collect_dossiers
from docgen.actions.read_dossier import read_regular_file
from docgen.actions.read_records import parse_records
from docgen.actions.read_report import is_report, parse_report
from docgen.errors import UnreadableFileError
from docgen.formats.door import open_file
from docgen.formats.kind import FileKind, recognise_kind
from docgen.model.family import Case, Family
from docgen.model.form import Form
from docgen.model.report import DossierReport, Failure
from docgen.model.value import RawForm


@dataclass(frozen=True)
class Gathered:
    """The dossiers behind the sources; `unread` are sentences on sources that gave none, `notes` on the others.

    `failures` are the dossiers that could not be checked by a fault of docgen itself.
    """

    dossiers: tuple[DossierReport, ...]
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()


def gather_dossiers(sources: Sequence[Path], family: Family, desk: Desk, leave_out: Iterable[Path] = ()) -> Gathered:
    """Every dossier behind the sources, checked on the desk's day; those of a json report as they were checked.

    Raises WrongUseError for a source that does not exist.
    """
    reader = _Reader(family, desk)
    dossiers, unread = list[DossierReport](), list[str]()
    for dossier in collect_dossiers(sources, leave_out):
        try:
            dossiers.extend(reader.read(dossier))
        except UnreadableFileError as error:
            unread.append(str(error))
    return Gathered(tuple(dossiers), tuple(unread), tuple(reader.notes), tuple(reader.failures))


class _Reader:
    """Reads one source after the other for one family, and keeps what there is to say about them."""

    def __init__(self, family: Family, desk: Desk) -> None:
        self._family, self._desk = family, desk
        self.notes: list[str] = []
        self.failures: list[Failure] = []

    def read(self, dossier: Dossier) -> Iterator[DossierReport]:
        """The dossiers behind one path."""
        if (listed := self._read_list(dossier)) is not None:
            yield from listed
            return
        report = check_dossiers((dossier,), self._desk)
        self.failures.extend(report.failures)
        yield from report.dossiers

    def _read_list(self, dossier: Dossier) -> list[DossierReport] | None:
        """The dossiers of a list of records or a report; None when the path is a dossier itself."""
        if not dossier.path.is_file() or dossier.path.is_symlink():
            return None
        try:
            data = read_regular_file(dossier.path)
        except UnreadableFileError as error:
            message = f"“{dossier.name}” {error}."
            raise UnreadableFileError(message) from error
        kind = recognise_kind(data)
        if kind is FileKind.TEXT:
            reported = self._read_report(dossier, data)
            return self._read_records(dossier, data) if reported is None else reported
        if kind is FileKind.XLSX and not self._is_filled_form(dossier, data):
            return self._read_records(dossier, data)
        return None

    def _read_report(self, dossier: Dossier, data: bytes) -> list[DossierReport] | None:
        try:
            parsed = json.loads(data.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            return None
        if not is_report(parsed):
            return None
        try:
            return list(parse_report(parsed, self._family))
        except UnreadableFileError as error:
            message = f"“{dossier.name}” {error}."
            raise UnreadableFileError(message) from error

    def _read_records(self, dossier: Dossier, data: bytes) -> list[DossierReport]:
        """A list of records: each is a dossier that brings no evidence but itself."""
        listed = parse_records(dossier.name, data, *self._forms)
        self.notes.extend(listed.notes)
        if not listed.readings:
            message = f"“{dossier.name}” bevat geen enkele ingevulde regel; vul de lijst in en probeer opnieuw."
            raise UnreadableFileError(message)
        desk, family = self._desk, self._family
        cases = (
            Case(
                name=reading.identity.reference or f"{dossier.name}, record {number}",
                contents=(),
                peildatum=desk.peildatum,
                settings=desk.settings,
                decisions=desk.decisions,
                roster=desk.rosters.get(family.name, ()),
                has_roster=family.name in desk.rosters,
                records=(reading,),
            )
            for number, reading in enumerate(listed.readings, start=1)
        )
        return [family.check(case) for case in cases]

    def _is_filled_form(self, dossier: Dossier, data: bytes) -> bool:
        return isinstance(open_file(dossier.name, data, self._forms).found, RawForm)

    @property
    def _forms(self) -> list[Form]:
        return [form for form in self._family.forms if not form.is_list]
