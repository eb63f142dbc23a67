"""Fields of a Word file: which are filled in on the page, which lead somewhere, and which show their last result."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from docgen.formats.docx.package import w
from docgen.model.page import TextLook

_VAL, _KIND = w("val"), w("fldCharType")
_LINK = re.compile(
    r'HYPERLINK\s+(?:\\l\s+"(?P<place>[^"]*)"|"(?P<address>[^"]*)"(?:\s+\\l\s+"(?P<inside>[^"]*)")?)',
    re.IGNORECASE,
)
#: Fields that the page itself fills in.
COUNTED = {"PAGE": "page-number", "NUMPAGES": "page-count", "SECTIONPAGES": "section-pages"}


@dataclass
class Field:
    """One open field: its code, its look, the box or list of an old form, and whether its result has begun."""

    code: str = ""
    look: TextLook | None = None
    form: etree._Element | None = None
    in_result: bool = False
    counted: str = ""
    link: str = ""


def begin_result(opened: Field) -> None:
    """Settle what a field is, now that its whole code has been read."""
    opened.in_result = True
    opened.counted = COUNTED.get(name_of(opened.code), "")
    opened.link = read_link(opened.code)


def name_of(code: str) -> str:
    """The field's name, the first word of its code."""
    return (code.split() or [""])[0].upper()


def read_link(code: str) -> str:
    """The address or ``#bookmark`` that a HYPERLINK leads to; empty for another field."""
    found = _LINK.search(code)
    if found is None:
        return ""
    if found["place"]:
        return f"#{found['place']}"
    return f"{found['address']}#{found['inside']}" if found["inside"] else found["address"]


def read_tick(form: etree._Element | None) -> bool | None:
    """Whether the box of an old form field is ticked; None when it is not a box."""
    box = None if form is None else form.find(w("checkBox"))
    if box is None:
        return None
    state = box.find(w("checked"))
    state = box.find(w("default")) if state is None else state
    return state is not None and state.get(_VAL, "1") not in ("0", "false", "off")


def read_choice(form: etree._Element | None) -> str:
    """The line chosen in the list of an old form field; empty when it is not a list."""
    lines = [] if form is None else [entry.get(_VAL, "") for entry in form.iter(w("listEntry"))]
    chosen = None if form is None else form.find(f"{w('ddList')}/{w('result')}")
    at = int(chosen.get(_VAL, "0")) if chosen is not None else 0
    return lines[at] if at < len(lines) else ""


def kind_of(mark: etree._Element) -> str:
    """Whether a field begins, has its result after this, or ends here."""
    return mark.get(_KIND, "")
