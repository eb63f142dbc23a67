"""Read filled forms into records, in any mix of formats, as a check of their dossier reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, groupby
from pathlib import Path

from docgen.actions.batch import try_item
from docgen.actions.check_dossiers import open_contents
from docgen.actions.collect_dossiers import Dossier
from docgen.actions.dossier_file import DossierFile
from docgen.actions.find_form import find_forms
from docgen.actions.read_dossier import read_documents
from docgen.actions.redraw_paper import make_redraw
from docgen.errors import ExitCode
from docgen.families.discover import find_families
from docgen.formats.together import find_leaves
from docgen.model.record import Reading, read_record
from docgen.model.value import Content, RawForm, Unread
from docgen.settings import Settings

#: Bytes of sheets that are read together.
_MOST = 64 * 1024 * 1024


@dataclass(frozen=True)
class FormRead:
    """One form of a file: its reading, or the sentence that says why there is none; `fault` when that is our own."""

    file: str
    reading: Reading | None = None
    sentence: str | None = None
    fault: Exception | None = None

    @property
    def is_clean(self) -> bool:
        """Whether it was read without anything to look at."""
        return self.reading is not None and not self.reading.problems


def read_forms(paths: Sequence[Path], settings: Settings | None = None) -> Iterator[FormRead]:
    """Read every form, one file at a time; a folder, zip or e-mail stands for all files in it.

    A file may hold several forms, and other documents beside them; the sheets of one printed form may lie in several
    files of a folder, which are read together. A scan of a paper of ours is compared with that paper as it is printed
    under `settings`.
    """
    families = find_families()
    redraw = make_redraw(families, settings or Settings(), date.today())  # noqa: DTZ011 - the desk's own calendar day
    return (
        result
        for path in paths
        for files in _gather(_files(path))
        for result in _read_guarded(files, lambda each: open_contents(each, families.values(), redraw))
    )


def _gather(files: Iterable[DossierFile]) -> Iterator[list[DossierFile]]:
    """The files one by one, those that may hold sheets of a printed form together, a folder at a time."""
    forms = [variant for form in find_forms() if not form.is_list for variant in form.variants]
    sheets = list[DossierFile]()
    for file in files:
        if sheets and (_folder(file) != _folder(sheets[0]) or sum(len(each.data or b"") for each in sheets) > _MOST):
            yield sheets
            sheets = []
        if file.data is not None and find_leaves(file.name, file.data, forms):
            sheets.append(file)
        else:
            yield [file]
    if sheets:
        yield sheets


def _folder(file: DossierFile) -> str:
    return file.name.rpartition("/")[0]


def _files(path: Path) -> Iterable[DossierFile]:
    if not path.exists() and not path.is_symlink():
        return [DossierFile(str(path), sentence=f"“{path}” bestaat niet; kijk de naam en de map na.")]
    target = path.resolve() if path.is_symlink() else path
    files = read_documents(Dossier(path.name or str(path), target))
    first = next(files, None)
    if first is None:
        return [DossierFile(str(path), sentence=f"In “{path}” zitten geen bestanden; kijk na of het de juiste map is.")]
    return chain([first], files)


def _read_guarded(
    files: Sequence[DossierFile], open_: Callable[[Sequence[DossierFile]], Iterable[Content]]
) -> tuple[FormRead, ...]:
    def on_bug(error: Exception) -> tuple[FormRead, ...]:
        if len(files) > 1:
            return tuple(result for file in files for result in _read_guarded([file], open_))
        name = files[0].name
        sentence = f"“{name}” kon door een fout in docgen niet gelezen worden; kijk het zelf na."
        return (FormRead(name, sentence=sentence, fault=error),)

    return try_item(lambda: tuple(_read(open_(files))), on_bug)


def _read(contents: Iterable[Content]) -> Iterator[FormRead]:
    """The forms of each file, and a sentence on what could not be read; on other documents only without a form."""
    forms = {form.path: form for form in find_forms() if not form.is_list}
    for name, parts in groupby(contents, key=lambda content: content.name):
        others, found = False, False
        for content in parts:
            if isinstance(content.found, Unread):
                yield FormRead(name, sentence=content.found.whole)
            elif isinstance(content.found, RawForm) and (form := forms.get(content.found.identity.path)):
                found = True
                yield FormRead(name, replace(read_record(form, content.found, name), part=content.part))
            else:
                others = True
        if others and not found:
            yield FormRead(name, sentence=f"“{name}” is geen formulier van docgen; vraag het ingevulde formulier zelf.")


def conclude_reading(results: Sequence[FormRead]) -> ExitCode:
    """The exit code: all read without a problem, some not, or nothing read at all."""
    if not any(result.reading for result in results):
        return ExitCode.NOTHING_READ
    return ExitCode.DONE if all(result.is_clean for result in results) else ExitCode.NOT_COMPLETE
