"""Several copies of a form in one PDF: programs that join files put fields of the same name together, or drop some.

Which answer belongs to whom can no longer be told then, so that nothing in such a file may be read as one form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from pikepdf import Array, Dictionary, Object, Pdf

from docgen.formats.pdf.controls import control_of, state_names
from docgen.formats.pdf.fields import count_annotations, page_objects
from docgen.model.form import Form

#: One input that stands twice may be a slip of one person; more of them are pages of a second copy.
_SEVERAL = 2
#: So many inputs of a page hold two names, for no button of ours has more than two choices.
_FEW = 3
#: Limits on what is walked, as in `fields`.
_MAX_WIDGETS, _MAX_DEPTH = 20_000, 16
#: What qpdf and Acrobat put behind a name that is taken: ``startdatum+1``, ``startdatum_2``.
_RENAMED = re.compile(r"[+_# ]\d{1,3}$")


def holds_copies(pdf: Pdf, forms: Collection[Form], said: Form | None) -> bool:
    """Whether inputs of one of the forms stand on more than one page, as no form of ours has them.

    `said` is the form that the file says it is: with no more inputs than that has, a few of each page tell whether it
    is one copy of it, or some pages of two.
    """
    most, objects = _MAX_WIDGETS, page_objects(pdf.Root)
    if said is not None and sum(map(count_annotations, objects)) <= _count_inputs(said):
        most = _FEW
    known = frozenset[str]().union(*(form.questions for form in forms if not form.is_list))
    pages = defaultdict[str, set[int]](set)
    for number, name in islice(_named_widgets(objects, most), _MAX_WIDGETS):
        pages[name if name in known else _RENAMED.sub("", name)].add(number)
    twice = {name for name, found in pages.items() if len(found) > 1}
    return any(len(twice & form.questions.keys()) >= _SEVERAL for form in forms if not form.is_list)


@lru_cache(maxsize=16)
def _count_inputs(form: Form) -> int:
    """How many inputs one copy has on its pages: a radio button for each choice."""
    questions = form.questions.values()
    return sum(len(state_names(question)) if control_of(question) == "radio" else 1 for question in questions)


def _named_widgets(objects: Sequence[Object], most: int) -> Iterator[tuple[int, str]]:
    """The inputs on the pages, of each at most so many, also those that no field of the file has any more."""
    for number, page in enumerate(objects):
        annotations = page.get("/Annots")
        for widget in islice(annotations, most) if isinstance(annotations, Array) else ():
            if isinstance(widget, Dictionary) and (name := _name_of(widget)):
                yield number, name


def _name_of(widget: Object) -> str:
    """The last part of its name: joining programs may put a part before it; empty for what is no input."""
    for _ in range(_MAX_DEPTH):
        # pikepdf's keys() opens all that they stand for, which costs a tenth of the time that reading a form takes.
        if "/T" in widget:
            return str(widget["/T"]).rpartition(".")[2]
        if "/Parent" not in widget or not isinstance(widget["/Parent"], Dictionary):
            return ""
        widget = widget["/Parent"]
    return ""
