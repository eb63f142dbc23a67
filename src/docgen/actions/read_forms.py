"""Read filled forms into records, in any mix of formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from docgen.actions.batch import try_item
from docgen.actions.collect_dossiers import Dossier
from docgen.actions.dossier_file import DossierFile
from docgen.actions.find_form import find_forms
from docgen.actions.read_dossier import read_documents
from docgen.errors import ExitCode
from docgen.formats.door import open_file
from docgen.model.form import Form
from docgen.model.record import Reading, read_record
from docgen.model.value import Text, Unread


@dataclass(frozen=True)
class FormRead:
    """One file: its reading, or the sentence that says why there is none; `fault` when that is our own."""

    file: str
    reading: Reading | None = None
    sentence: str | None = None
    fault: Exception | None = None

    @property
    def is_clean(self) -> bool:
        """Whether it was read without anything to look at."""
        return self.reading is not None and not self.reading.problems


def read_forms(paths: Sequence[Path]) -> Iterator[FormRead]:
    """Read every file, one at a time; a folder or zip stands for all files in it."""
    forms = tuple(form for form in find_forms() if not form.is_list)
    return (_read_guarded(file, forms) for path in paths for file in _files(path))


def _files(path: Path) -> Iterable[DossierFile]:
    if not path.exists() and not path.is_symlink():
        return [DossierFile(str(path), sentence=f"“{path}” bestaat niet; kijk de naam en de map na.")]
    target = path.resolve() if path.is_symlink() else path
    files = read_documents(Dossier(path.name or str(path), target))
    first = next(files, None)
    if first is None:
        return [DossierFile(str(path), sentence=f"In “{path}” zitten geen bestanden; kijk na of het de juiste map is.")]
    return chain([first], files)


def _read_guarded(file: DossierFile, forms: Sequence[Form]) -> FormRead:
    sentence = f"“{file.name}” kon door een fout in docgen niet gelezen worden; kijk het zelf na."
    return try_item(lambda: _read(file, forms), lambda error: FormRead(file.name, sentence=sentence, fault=error))


def _read(file: DossierFile, forms: Sequence[Form]) -> FormRead:
    if file.data is None:
        return FormRead(file.name, sentence=file.sentence)
    found = open_file(file.name, file.data, forms).found
    if isinstance(found, Unread):
        return FormRead(file.name, sentence=found.sentence)
    form = None if isinstance(found, Text) else _form_of(found.identity.path, forms)
    if isinstance(found, Text) or form is None:
        sentence = f"“{file.name}” is geen formulier van docgen; vraag het ingevulde formulier zelf."
        return FormRead(file.name, sentence=sentence)
    return FormRead(file.name, read_record(form, found, file.name))


def _form_of(path: str, forms: Sequence[Form]) -> Form | None:
    return next((form for form in forms if form.path == path), None)


def conclude_reading(results: Sequence[FormRead]) -> ExitCode:
    """The exit code: all read without a problem, some not, or nothing read at all."""
    if not any(result.reading for result in results):
        return ExitCode.NOTHING_READ
    return ExitCode.DONE if all(result.is_clean for result in results) else ExitCode.NOT_COMPLETE
