"""Which of our forms a workbook is: by its own stamp, else by the names of its cells, else by its printed labels."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.errors import UnreadableFileError
from docgen.formats.xlsx.found import Grids
from docgen.formats.xlsx.labels import count_labels, index_labels
from docgen.formats.xlsx.package import Package
from docgen.formats.xlsx.stamp import Stamp
from docgen.model.form import Form

#: A workbook without a stamp is ours when it holds this part of a form's names or labels, and at least so many.
_ENOUGH, _LEAST = 0.6, 4
Chosen = tuple[Form | None, tuple[str, ...]]


def choose_form(stamp: Stamp, forms: Sequence[Form], name: str) -> Chosen:
    """The form that a stamp names, with notes on the file; raises UnreadableFileError when it is not known here."""
    identity = stamp.identity
    form = next((form for form in forms if form.path == identity.path), None)
    if form is None:
        message = f"is een ander formulier ({identity.path}) dan hier gevraagd wordt; stuur het juiste formulier in"
        raise UnreadableFileError(message)
    if identity.version > form.version:
        message = (
            f"is versie {identity.version} van het formulier “{form.title}” en hier is pas "
            f"versie {form.version} gekend; vraag het bureau om docgen bij te werken"
        )
        raise UnreadableFileError(message)
    notes: tuple[str, ...] = (
        () if stamp.is_whole else (f"Wat vooraf in {name} ingevuld was, is beschadigd en kan niet vergeleken worden.",)
    )
    if identity.version < form.version:
        notes += (f"{name} is versie {identity.version} van het formulier; de huidige is versie {form.version}.",)
    return form, notes


def recognise_form(package: Package, grids: Grids, forms: Sequence[Form]) -> Chosen:
    """The form that an unstamped workbook looks like, and a note that says by what; no form for another's."""
    names = {name for each in package.names.values() for name in each}
    for form in (form for form in forms if not form.is_list):
        keys = {question.key for question in form.single_questions}
        if _is_enough(len(keys & names), len(keys)):
            return form, (_note(package.name, "de namen van zijn cellen"),)
    for form in (form for form in forms if not form.is_list):
        if _is_enough(*count_labels(form, index_labels(form, grids))):
            return form, (_note(package.name, "zijn opschriften"),)
    return None, ()


def _is_enough(found: int, of: int) -> bool:
    return found >= max(min(_LEAST, of), _ENOUGH * of)


def _note(name: str, by: str) -> str:
    return f"{name} zegt niet meer zelf welk formulier het is; het is herkend aan {by}."
