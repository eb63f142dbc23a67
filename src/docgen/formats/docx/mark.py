"""Mark the sender's own Word file: a comment at each field or place, and one at the top on what is not in this file.

The parts of the file are patched, not written anew: controls, bookmarks, protection, pictures and text stay as is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from lxml import etree

from docgen.errors import UnreadableFileError
from docgen.formats.docx.anchors import find_anchors, place_rows
from docgen.formats.docx.layout import Layout, read_layout
from docgen.formats.docx.lines import spots_of
from docgen.formats.docx.package import Package, w
from docgen.formats.office_parts import OfficeParts, legal
from docgen.model.form import Form
from docgen.model.remark import Remark, Return
from docgen.model.return_words import AUTHORS

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SIGNED = "draagt een digitale handtekening van Office, die bij elke wijziging vervalt"
_P, _TC, _SDT, _PROPERTIES = w("p"), w("tc"), w("sdt"), w("pPr")
_START, _END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_ROW_SPOT, _PARAGRAPH_SPOT = re.compile(r"tabel (\d+), rij (\d+)"), re.compile(r"alinea (\d+)")


def mark_word(data: bytes, name: str, words: Return, form: Form | None) -> bytes:
    """The Word file with its remarks; `form` is what it was read as, None for any other text.

    Raises UnreadableFileError for a file that cannot be marked.
    """
    parts = OfficeParts(data)
    if parts.is_signed:
        raise UnreadableFileError(_SIGNED)
    document = Package(data).find_document()
    root = parts.tree(document)
    if not str(root.tag).startswith(w("")):
        message = "is bewaard als “Strict Open XML”; bewaar het als gewoon Word-document (.docx)"
        raise UnreadableFileError(message)
    _drop_earlier(parts, document)
    comments = _Comments(parts, document, words)
    layout = read_layout(root)
    fields = _find_fields(layout, form) if form is not None else {}
    lines = dict(spots_of(root)) if form is None else {}
    elsewhere = [remark for remark in words.remarks if remark.spot_in(name) is None]
    whole = list[Remark]()
    for remark in words.placed_in(name):
        element = fields.get(remark.key or "")
        if element is None:
            element = _find_spot(layout, lines, remark)
        if element is None or not comments.add(element, _text_of(remark, words)):
            whole.append(remark)
    top = _paragraph_at_top(root)
    if top is not None and (whole or elsewhere):
        comments.add(top, "\n".join([*words.intro, *(_text_of(each, words) for each in (*whole, *elsewhere))]))
    return parts.pack()


def _text_of(remark: Remark, words: Return) -> str:
    return f"{remark.number}. {words.text_of(remark)}"


def _find_fields(layout: Layout, form: Form) -> Mapping[str, Any]:
    """The cell, control or bookmark of every key that has a mark of its own, or a place in a marked table."""
    anchors = find_anchors(layout, form)
    found: dict[str, Any] = dict(anchors.loose)
    for cell, key in anchors.cells.items():
        found.setdefault(key, cell.element)
    for table in form.tables.values():
        found |= {key: cell.element for key, cell in place_rows(table, anchors).items()}
    return found


def _find_spot(layout: Layout, lines: Mapping[str, Any], remark: Remark) -> Any | None:  # noqa: ANN401 - lxml
    """The row or paragraph that the place names, counted as the reader that found it counts."""
    spot = remark.place.spot if remark.place else ""
    if spot in lines:
        return lines[spot]
    if _ROW_SPOT.fullmatch(spot):
        cells = (row_.cells for grid in layout.grids for row_ in grid.rows if row_.spot == spot)
        return next((found[-1].element for found in cells if found), None)
    if (paragraph := _PARAGRAPH_SPOT.fullmatch(spot)) is not None:
        return dict(layout.paragraphs).get(int(paragraph[1]))
    return None


def _paragraph_at_top(root: Any) -> Any | None:  # noqa: ANN401 - as above
    """The first paragraph, or the one after it: in the very first of a control, Writer 7.4 loses half a comment."""
    first, second = next(root.iter(_P), None), next(islice(root.iter(_P), 1, None), None)
    in_control = first is not None and next(first.iterancestors(_SDT), None) is not None
    return second if in_control and second is not None else first


class _Comments:
    """The comments of one file, to which ours are added."""

    def __init__(self, parts: OfficeParts, document: str, words: Return) -> None:
        part = parts.related(document, "comments")
        if part is None:
            part = parts.free_name("word/comments{}.xml").replace("comments1.xml", "comments.xml")
            parts.put(part, f'<w:comments xmlns:w="{w("")[1:-1]}"/>'.encode(), _COMMENTS_TYPE)
            parts.relate(document, "comments", part)
        self._root, self._day, self._author = parts.tree(part), words.on, words.own.author
        numbers = [int(item.get(w("id"), "-1")) for item in self._root]
        self._next = max(numbers, default=-1) + 1

    def add(self, element: Any, text: str) -> bool:  # noqa: ANN401 - lxml gives its elements no public type
        """Put a comment on a cell, control, bookmark or paragraph; False when there is no paragraph to put it on."""
        paragraph = _paragraph_of(element)
        if paragraph is None:
            return False
        number = str(self._next)
        self._next += 1
        self._root.append(self._comment(number, text))
        start = 1 if len(paragraph) and paragraph[0].tag == _PROPERTIES else 0  # nothing may come before those
        paragraph.insert(start, etree.Element(_START, {w("id"): number}))
        paragraph.append(etree.Element(_END, {w("id"): number}))
        run = etree.SubElement(paragraph, w("r"))
        etree.SubElement(run, _REFERENCE, {w("id"): number})
        return True

    def _comment(self, number: str, text: str) -> Any:  # noqa: ANN401 - as above
        looks = {w("id"): number, w("author"): self._author, w("initials"): self._author.lower()}
        comment = etree.Element(w("comment"), {**looks, w("date"): f"{self._day:%Y-%m-%d}T00:00:00Z"})
        for line in text.split("\n"):
            run = etree.SubElement(etree.SubElement(comment, _P), w("r"))
            words = etree.SubElement(run, w("t"))
            words.text = legal(line)
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return comment


def _paragraph_of(element: Any) -> Any | None:  # noqa: ANN401 - as above
    """The paragraph round an element, or the first one in it."""
    if element.tag == _P:
        return element
    inside = next(element.iter(_P), None)
    return inside if inside is not None else next(element.iterancestors(_P), None)


def _drop_earlier(parts: OfficeParts, document: str) -> None:
    """Take away the comments of an earlier round."""
    part = parts.related(document, "comments")
    if part is None:
        return
    ours = [item for item in parts.tree(part) if item.get(w("author")) in AUTHORS]
    numbers = {item.get(w("id")) for item in ours}
    for item in ours:
        item.getparent().remove(item)
    for mark in list(_marks(parts.tree(document), numbers)):
        around = mark.getparent()
        around.remove(mark)
        # The mark of a comment stood in a run of its own, which would stay behind as a stray one.
        if mark.tag == _REFERENCE and not _says_anything(around):
            around.getparent().remove(around)


def _marks(root: Any, numbers: set[str | None]) -> Iterator[Any]:  # noqa: ANN401 - as above
    for mark in root.iter(_START, _END, _REFERENCE):
        if mark.get(w("id")) in numbers:
            yield mark


def _says_anything(run: Sequence[Any]) -> bool:
    return any(child.tag != w("rPr") for child in run)
