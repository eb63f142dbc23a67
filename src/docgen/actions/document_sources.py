"""From the sources a user gives to checked dossiers: dossiers, filled forms, lists of records, reports of a check."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.actions.check_dossiers import Checker, Desk
from docgen.actions.collect_dossiers import Dossier, collect_dossiers
from docgen.actions.confidential import name_file
from docgen.actions.read_dossier import read_regular_file
from docgen.actions.read_report import is_report, parse_report
from docgen.actions.subject_lists import parse_subjects
from docgen.errors import UnreadableFileError, WrongUseError
from docgen.families.discover import find_families
from docgen.formats.door import open_file
from docgen.formats.kind import FileKind, recognise_kind
from docgen.model.family import Family
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

    Those of a confidential family are called by their position. Raises WrongUseError for a source that does not exist.
    """
    reader = _Reader(family, desk)
    dossiers, unread = list[DossierReport](), list[str]()
    for dossier in (_collect_unnamed if family.confidential else collect_dossiers)(sources, leave_out):
        try:
            dossiers.extend(reader.read(dossier))
        except UnreadableFileError as error:
            unread.append(str(error))
    return Gathered(tuple(dossiers), tuple(unread), tuple(reader.notes), tuple(reader.failures))


def _collect_unnamed(sources: Sequence[Path], leave_out: Iterable[Path]) -> Iterator[Dossier]:
    for number, source in enumerate(sources, start=1):
        if not source.exists():
            message = f"Bron {number} bestaat niet of is niet toegankelijk; geef een map, een zip of een bestand."
            raise WrongUseError(message)
    for number, dossier in enumerate(collect_dossiers(sources, leave_out), start=1):
        yield replace(dossier, name=name_file(number))


class _Reader:
    """Reads one source after the other for one family, and keeps what there is to say about them."""

    def __init__(self, family: Family, desk: Desk) -> None:
        self._family = family
        self._checker = Checker(desk, find_families(), family.name)
        self._forms = family.subject_forms
        self.notes = self._checker.notes
        self.failures = self._checker.failures

    def read(self, dossier: Dossier) -> tuple[DossierReport, ...]:
        """The dossiers behind one path."""
        listed = self._read_list(dossier)
        return self._refuse_others(self._checker.check(dossier)) if listed is None else listed

    def _refuse_others(self, dossiers: tuple[DossierReport, ...]) -> tuple[DossierReport, ...]:
        """The same dossiers; raises UnreadableFileError for one that another family recognised as its own."""
        family = self._family
        if other := next((d for d in dossiers if d.family not in ("", family.name)), None):
            title = find_families()[other.family].title
            message = (
                f"“{other.name}” hoort bij “{title}”, niet bij “{family.title}”; kies een document dat erbij past."
            )
            raise UnreadableFileError(message)
        return dossiers

    def _read_list(self, dossier: Dossier) -> tuple[DossierReport, ...] | None:
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
        # A workbook can be a filled form or a list of them; a text is never a form.
        if kind is FileKind.XLSX and not self._is_filled_form(dossier, data):
            return self._read_records(dossier, data)
        return None

    def _read_report(self, dossier: Dossier, data: bytes) -> tuple[DossierReport, ...] | None:
        try:
            parsed = json.loads(data.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            return None
        if not is_report(parsed):
            return None
        if self._family.confidential:
            message = f"“{dossier.name}” is een verslag zonder inhoud, zoals het hoort; geef de formulieren zelf."
            raise UnreadableFileError(message)
        try:
            return parse_report(parsed, self._family)
        except UnreadableFileError as error:
            message = f"“{dossier.name}” {error}."
            raise UnreadableFileError(message) from error

    def _read_records(self, dossier: Dossier, data: bytes) -> tuple[DossierReport, ...]:
        """A list of records: each is a dossier that brings no evidence but itself."""
        family = self._family
        listed = parse_subjects(dossier.name, data, self._forms, confidential=family.confidential)
        self.notes.extend(listed.notes)
        return self._checker.check_records(dossier.name, family, listed.readings)

    def _is_filled_form(self, dossier: Dossier, data: bytes) -> bool:
        forms = [form for form in self._forms if not form.is_list]
        return isinstance(open_file(dossier.name, data, forms).found, RawForm)
