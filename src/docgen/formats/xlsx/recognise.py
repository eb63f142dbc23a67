"""Which of our forms a workbook is: by its own stamp, else by the names of its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docgen.formats.known_form import find_known, older_version
from docgen.formats.xlsx.package import Package
from docgen.formats.xlsx.stamp import Stamp
from docgen.model.form import Form

#: A workbook without a stamp is ours when it holds this part of a form's names, and at least so many.
_ENOUGH, _LEAST = 0.6, 4
Chosen = tuple[Form | None, tuple[str, ...]]


def choose_form(stamp: Stamp, forms: Sequence[Form], name: str) -> Chosen:
    """The form that a stamp names, with notes on the file; raises UnreadableFileError when it is not known here."""
    identity = stamp.identity
    form = find_known(forms, identity)
    notes: tuple[str, ...] = (
        () if stamp.is_whole else (f"Wat vooraf in {name} ingevuld was, is beschadigd en kan niet vergeleken worden.",)
    )
    if identity.version < form.version:
        notes += (older_version(identity, form),)
    return form, notes


def recognise_form(package: Package, forms: Sequence[Form]) -> Chosen:
    """The form that an unstamped workbook looks like, and a note that says by what; no form for another's."""
    names = {name for each in package.names.values() for name in each}
    sent = [form for form in forms if not form.is_list]
    keys = {form: {question.key for question in form.single_questions} for form in sent}
    if (form := _best({form: (len(keys[form] & names), len(keys[form])) for form in sent})) is not None:
        return form, (_note(package.name, "de namen van zijn cellen"),)
    return None, ()


def _best(counts: Mapping[Form, tuple[int, int]]) -> Form | None:
    """The form of which the largest part was found, if that is enough; the first of equal ones."""
    shares = {form: found / of for form, (found, of) in counts.items() if found >= max(min(_LEAST, of), _ENOUGH * of)}
    return max(shares, key=lambda form: shares[form], default=None)


def _note(name: str, by: str) -> str:
    return f"{name} zegt niet meer zelf welk formulier het is; het is herkend aan {by}."
