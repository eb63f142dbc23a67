"""Make blank forms, or one prefilled form per record, and write them where they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from docgen.actions.confidential import conceal_problem, name_file
from docgen.actions.file_names import make_file_name, tell_apart
from docgen.actions.find_form import find_form, find_rosters
from docgen.actions.read_dossier import read_file
from docgen.actions.read_records import RecordList, read_records
from docgen.actions.subject_lists import parse_subjects
from docgen.actions.write_file import write_files
from docgen.errors import UnreadableFileError, WrongUseError
from docgen.families.discover import find_families
from docgen.formats.blank import FormFormat, make_form
from docgen.model.form import Form
from docgen.model.form_words import DUTCH
from docgen.model.record import Prefill, Reading, Value, flatten_record

Progress = Callable[[int, int], object]
#: Suffixes of files that are no form of ours: ``-o x.doc`` asks for such a file, not for a folder of that name.
_OTHER_FILES = frozenset(
    {".doc", ".xls", ".xlsm", ".xlsb", ".odt", ".ods", ".rtf", ".txt", ".csv", ".html", ".zip", ".json"}
)


@dataclass(frozen=True)
class FormOrder:
    """Which form is wanted, where, and in which formats; `records` is the file with one line per prefilled form."""

    form: str
    output: Path
    formats: tuple[FormFormat, ...] = ()
    language: str = "nl"
    records: Path | None = None
    force: bool = False


@dataclass(frozen=True)
class FormsMade:
    """The files that were written, and a sentence for each thing in the records that asks for attention."""

    paths: tuple[Path, ...]
    sentences: tuple[str, ...] = ()


def write_forms(order: FormOrder, progress: Progress = lambda *_: None) -> FormsMade:
    """Write the forms: all of them or, when one would replace another file, none.

    Without formats, a file's suffix decides; in a folder a blank form comes in all three and prefilled ones in Excel.
    `progress` hears how many of how many are written.
    """
    form = _find(order)
    name = _file_name(order.output)
    formats = _formats(order, name)
    if order.records is None:
        names = {name or make_file_name(_form_words(form), to): partial(make_form, form, to) for to in formats}
        return FormsMade(_write(order, names, progress))
    if name is not None:
        message = f"Met --records komt er een formulier per regel; geef bij -o een map in plaats van “{name}”."
        raise WrongUseError(message)
    found = _read(order.records, form)
    paths = _write(order, _prefilled(form, found, formats), progress)
    return FormsMade(paths, tuple(_sentences(order.records.name, form, found)))


def _find(order: FormOrder) -> Form:
    form = find_form(order.form)
    if form.is_list:
        message = f"{form.path} is een lijst van uw dienst; maak die met “docgen roster {form.path} -o lijst.xlsx”."
        raise WrongUseError(message)
    if order.language not in form.languages:
        message = f"{form.path} bestaat alleen in het Nederlands, de taal van de bron; laat --lang weg."
        raise WrongUseError(message)
    return form.in_language(order.language)


def _read(records: Path, form: Form) -> RecordList:
    forms = (form, *find_rosters(form))
    if not _is_confidential(form):
        return read_records(records, *forms)
    file = read_file(name_file(1), records)
    if file.data is None:
        raise UnreadableFileError(file.sentence or "")
    return parse_subjects(file.name, file.data, forms, confidential=True)


def _is_confidential(form: Form) -> bool:
    return find_families()[form.family].confidential


def _file_name(output: Path) -> str | None:
    """The name of the one file that is asked for, or None for a folder."""
    suffix = output.suffix.lower()
    if output.is_dir():
        return None
    if suffix in _OTHER_FILES:
        message = f"Een formulier kan niet als {suffix} gemaakt worden; kies .xlsx, .pdf of .docx."
        raise WrongUseError(message)
    return output.name if suffix.lstrip(".") in set(FormFormat) else None


def _formats(order: FormOrder, name: str | None) -> tuple[FormFormat, ...]:
    if name is None:
        return order.formats or (tuple(FormFormat) if order.records is None else (FormFormat.XLSX,))
    suffix = FormFormat(Path(name).suffix.lower().lstrip("."))
    if set(order.formats) - {suffix}:
        message = f"--to en de naam “{name}” spreken elkaar tegen; laat --to weg of geef bij -o een map."
        raise WrongUseError(message)
    return (suffix,)


def _write(order: FormOrder, files: Mapping[str, Callable[[], bytes]], progress: Progress) -> tuple[Path, ...]:
    folder = order.output.parent if _file_name(order.output) else order.output
    return write_files(folder, files, force=order.force, progress=progress)


def _prefilled(form: Form, found: RecordList, formats: tuple[FormFormat, ...]) -> dict[str, Callable[[], bytes]]:
    """The maker of each file by its name; a line with a value that cannot be read gets none."""
    # A form with a hole where the desk wrote a value would be sent before anybody saw the hole.
    usable = [reading for reading in found.readings if not reading.unreadable]
    makers = [
        (make_file_name(_words(form, prefill), to), partial(make_form, form, to, prefill))
        for prefill in (Prefill(fill_values(form, reading), reading.identity.reference) for reading in usable)
        for to in formats
    ]
    names = tell_apart(name for name, _ in makers)
    return {name: partial(_make_named, name, make) for name, (_, make) in zip(names, makers, strict=True)}


def _make_named(name: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives; where it refuses, the sentence says for which of the many forms."""
    try:
        return make()
    except WrongUseError as error:
        message = f"“{name}” kan niet gemaakt worden. {error}"
        raise WrongUseError(message) from error


def fill_values(form: Form, reading: Reading) -> dict[str, Value]:
    """The values of a reading by the keys of `form`: its own, or those that the desk's list says it fills."""
    values = flatten_record(reading.record)
    if reading.form.path == form.path:
        return values
    return {key: values[own] for own, key in reading.form.fills.items() if own in values and form.question(key)}


def _words(form: Form, prefill: Prefill) -> tuple[str | None, ...]:
    name = None if _is_confidential(form) else prefill.values.get(form.named_by or "")
    return *_form_words(form), str(name).lower() if name else None, prefill.reference


def _form_words(form: Form) -> tuple[str, ...]:
    """The form's name in a file's name; one in another language than the source's says so."""
    return (form.name,) if form.language == DUTCH else (form.name, form.language)


def _sentences(name: str, form: Form, found: RecordList) -> Iterable[str]:
    yield from found.notes
    if not found.readings:
        yield f"“{name}” heeft geen ingevulde regels, dus zijn er geen formulieren gemaakt."
    for reading in found.readings:
        for problem in reading.problems:
            yield conceal_problem(problem) if _is_confidential(form) else f"{problem.place}: {problem.message}"
        if reading.unreadable:
            yield "Voor deze regel is geen formulier gemaakt; verbeter hem en probeer opnieuw."
