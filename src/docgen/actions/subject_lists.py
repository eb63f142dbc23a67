"""Lists that hold the subjects themselves, one record each: which file is one, and how its records are named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docgen.actions.confidential import conceal_notes, name_file
from docgen.actions.dossier_file import DossierFile
from docgen.actions.read_records import RecordList, parse_records, resembles
from docgen.actions.record_lines import read_lines_of
from docgen.errors import UnreadableFileError
from docgen.formats.kind import FileKind, recognise_kind
from docgen.model.family import Family
from docgen.model.form import Form
from docgen.model.record import Reading

_KINDS = (FileKind.XLSX, FileKind.TEXT)


@dataclass(frozen=True)
class SubjectList:
    """The subjects of one family that a file holds; `notes` are whole sentences on the file itself."""

    family: Family
    readings: tuple[Reading, ...]
    notes: tuple[str, ...] = ()


def list_forms(family: Family) -> tuple[Form, ...]:
    """The lists of the family that hold subjects themselves: one record is one dossier."""
    return tuple(form for form in family.subject_forms if form.is_list)


def read_subject_list(file: DossierFile, families: Mapping[str, Family]) -> SubjectList | None:
    """The subjects in a file that is such a list, None for any other file.

    Raises UnreadableFileError, one sentence, for such a list with a misspelt column or without a single line.
    """
    forms = tuple(form for family in families.values() for form in list_forms(family))
    if file.data is None or not (fitting := tuple(_find_fitting(file.name, file.data, forms))):
        return None
    family = families[fitting[0].family]
    name = name_file(1) if family.confidential else file.name
    found = parse_subjects(name, file.data, fitting, confidential=family.confidential)
    return SubjectList(families[found.form.family], found.readings, found.notes)


def parse_subjects(name: str, data: bytes, forms: Sequence[Form], *, confidential: bool = False) -> RecordList:
    """The records in the file `name`; what is said of a confidential one names no heading, which may be a value.

    Raises UnreadableFileError, one sentence, for a file that is no list of these forms or has not a single line.
    """
    try:
        found = parse_records(name, data, *forms)
    except UnreadableFileError as error:
        if not confidential:
            raise
        message = f"“{name}” kan niet als lijst gelezen worden; vergelijk de opschriften met die van een lege lijst."
        raise UnreadableFileError(message) from error
    if not found.readings:
        message = f"“{name}” bevat geen enkele ingevulde regel; vul de lijst in en probeer opnieuw."
        raise UnreadableFileError(message)
    return replace(found, notes=conceal_notes(name, found.notes)) if confidential else found


def _find_fitting(name: str, data: bytes, forms: Iterable[Form]) -> Iterator[Form]:
    try:
        if recognise_kind(data) not in _KINDS:
            return
        sheets = read_lines_of(name, data)
    except UnreadableFileError:
        return
    yield from (form for form in forms if resembles(form, sheets))


def name_by_reference(reading: Reading) -> str | None:
    """The record's own reference, if it has one."""
    return reading.identity.reference


def name_records(
    source: str,
    readings: Iterable[Reading],
    taken: set[str],
    name_of: Callable[[Reading], str | None] = name_by_reference,
) -> Iterator[tuple[str, Reading]]:
    """Each record with the name of its dossier: what `name_of` gives, else its number in the source.

    A name that is in `taken` already gets its source before it, so that a report and a decision can name one.
    """
    for number, reading in enumerate(readings, start=1):
        numbered, own = f"{source}, record {number}", name_of(reading)
        wanted = (own, f"{source}/{own}") if own else ()
        name = next((each for each in wanted if each not in taken), numbered)
        taken.add(name)
        yield name, reading
