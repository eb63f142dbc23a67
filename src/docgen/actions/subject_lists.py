"""Lists that hold the subjects themselves, one record each: which file is one, and how its records are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docgen.actions.read_dossier import DossierFile
from docgen.actions.read_records import parse_records, resembles
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
    found = parse_records(file.name, file.data, *fitting)
    if not found.readings:
        message = f"“{file.name}” bevat geen enkele ingevulde regel; vul de lijst in en probeer opnieuw."
        raise UnreadableFileError(message)
    return SubjectList(families[found.form.family], found.readings, found.notes)


def _find_fitting(name: str, data: bytes, forms: Iterable[Form]) -> Iterator[Form]:
    try:
        if recognise_kind(data) not in _KINDS:
            return
        sheets = read_lines_of(name, data)
    except UnreadableFileError:
        return
    yield from (form for form in forms if resembles(form, sheets))


def name_records(source: str, readings: Iterable[Reading], taken: set[str]) -> Iterator[tuple[str, Reading]]:
    """Each record with the name of its dossier: its reference, else its number in the source.

    A name that is in `taken` already gets its source before it, so that a report and a decision can name one.
    """
    for number, reading in enumerate(readings, start=1):
        numbered = f"{source}, record {number}"
        reference = reading.identity.reference
        wanted = (reference, f"{source}/{reference}") if reference else ()
        name = next((each for each in wanted if each not in taken), numbered)
        taken.add(name)
        yield name, reading
