"""Find a form by the name that was typed."""

from __future__ import annotations

import difflib

from docgen.errors import WrongUseError
from docgen.families.discover import find_families
from docgen.model.form import Form


def find_form(path: str) -> Form:
    """The form or list named ``family/name``; raises WrongUseError with the nearest name."""
    forms = {form.path: form for form in find_forms()}
    if (form := forms.get(path.strip().lower())) is not None:
        return form
    close = difflib.get_close_matches(path, forms, 1) or [p for p in forms if p.endswith(f"/{path}")]
    hint = f"bedoelt u “{close[0]}”?" if close else f"er is {', '.join(forms)}."
    message = f"“{path}” is geen formulier; {hint}"
    raise WrongUseError(message)


def find_forms() -> tuple[Form, ...]:
    """Every form and list of every family, in the order of the families' names."""
    found = [
        form
        for _, family in sorted(find_families().items())
        for form in (*family.forms, *([family.roster_form] if family.roster_form else []))
    ]
    return tuple({form.path: form for form in found}.values())


def find_rosters(form: Form) -> tuple[Form, ...]:
    """The desk's lists whose lines can prefill `form`: those of its own family that say which keys they fill."""
    return tuple(each for each in find_forms() if each.family == form.family and each.is_list and each.fills)
