"""Comments on cells of a workbook that came from outside, beside those that are there: the text and its box.

The box is drawn in VML, as every program that reads comments expects it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from lxml import etree

from docgen.formats.office_parts import OfficeParts, legal
from docgen.formats.xlsx.boxes import Box, place_box
from docgen.formats.xlsx.cells import cell_name, parse_cell
from docgen.formats.xlsx.package import tag_of
from docgen.model.return_words import AUTHORS

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
#: How our words begin, also behind a comment of the sender's own: Calc drops the name of a comment's author.
_OPENING = "{author}:\n"
_OURS = re.compile("|".join(re.escape(_OPENING.format(author=author)) for author in AUTHORS))
#: The parts of a sheet that follow the one that names its comments' boxes: their order is fixed, and Excel calls a file
#: with another one damaged (ECMA-376 part 1, § 18.3.1.99).
_AFTER_BOXES = frozenset(
    ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
)
_SHAPE_ID = re.compile(rb'id="_x0000_s(\d+)"')
_BLOCK = re.compile(rb'idmap[^>]*data="([\d,]+)"')
_HEAD = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="{block}"/></o:shapelayout>'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202" '
    'style="position:absolute;width:{width}pt;height:{height}pt;z-index:{id};visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_OUR_SHAPE = "<v:shape(?:(?!</v:shape>).)*?<x:Row>{row}</x:Row>\\s*<x:Column>{column}</x:Column>.*?</v:shape>"

Spot = tuple[int, int]


def add_comments(parts: OfficeParts, sheet: str, texts: Mapping[Spot, str], by: str) -> None:
    """Put a comment on each cell (row, column from 1) of a sheet part; a cell that has one gets ours behind it."""
    if not texts:
        return
    part = parts.related(sheet, "comments") or _new_comments(parts, sheet)
    root = parts.tree(part)
    author, opening = _author_number(root, by), _OPENING.format(author=by)
    listed = next(child for child in root if tag_of(child) == "commentList")
    known = {item.get("ref"): item for item in listed}
    fresh = list[Spot]()
    for (row, column), text in texts.items():
        if (own := known.get(cell_name(row, column))) is not None:
            _append_text(own, f"\n\n{opening}{text}")
        else:
            listed.append(_comment(root, cell_name(row, column), author, opening + text))
            fresh.append((row, column))
    _draw_boxes(parts, sheet, {spot: texts[spot] for spot in fresh})


def drop_comments(parts: OfficeParts, sheet: str) -> None:
    """Take away the comments of an earlier round."""
    part = parts.related(sheet, "comments")
    if part is None:
        return
    for comment in parts.tree(part).findall("{*}commentList/{*}comment"):
        words = list(comment.iterfind(".//{*}t"))
        whole = "".join(item.text or "" for item in words)
        if (opening := _OURS.search(whole)) is None:
            continue
        own = whole[: opening.start()]
        if not own.strip():
            comment.getparent().remove(comment)
            _drop_box(parts, sheet, comment.get("ref") or "")
        else:
            for item in words:
                item.text = own.rstrip() if item is words[0] else ""


def _new_comments(parts: OfficeParts, sheet: str) -> str:
    namespace = parts.tree(sheet).tag[1:].partition("}")[0]
    part = parts.free_name("xl/comments{}.xml")
    empty = f'<comments xmlns="{namespace}"><authors/><commentList/></comments>'
    parts.put(part, empty.encode(), _COMMENTS_TYPE)
    parts.relate(sheet, "comments", part)
    return part


def _author_number(root: Any, author: str) -> int:  # noqa: ANN401 - lxml gives its elements no public type
    authors = next(child for child in root if tag_of(child) == "authors")
    names = [item.text for item in authors]
    if author not in names:
        etree.SubElement(authors, _like(root, "author")).text = author
        return len(names)
    return names.index(author)


def _comment(root: Any, cell: str, author: int, text: str) -> Any:  # noqa: ANN401 - as above
    comment = etree.Element(_like(root, "comment"), ref=cell, authorId=str(author))
    etree.SubElement(comment, _like(root, "text"))
    _append_text(comment, text)
    return comment


def _append_text(comment: Any, text: str) -> None:  # noqa: ANN401 - as above
    inside = next(child for child in comment if tag_of(child) == "text")
    run = etree.SubElement(inside, _like(comment, "r"))
    looks = etree.SubElement(run, _like(comment, "rPr"))
    for name, value in (("sz", "9"), ("rFont", "Calibri")):
        etree.SubElement(looks, _like(comment, name), val=value)
    words = etree.SubElement(run, _like(comment, "t"))
    words.text = legal(text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _like(element: Any, name: str) -> str:  # noqa: ANN401 - as above
    return f"{element.tag.partition('}')[0]}}}{name}"


def _draw_boxes(parts: OfficeParts, sheet: str, texts: Mapping[Spot, str]) -> None:
    if not texts:
        return
    part = parts.related(sheet, "vmlDrawing") or _new_drawing(parts, sheet)
    drawing = parts.read(part)
    ids = [int(found) for found in _SHAPE_ID.findall(drawing)]
    block = _BLOCK.search(drawing)
    # A drawing has the shape numbers from 1024 times its block on, and no other drawing of the workbook may have them.
    first = max(ids, default=1024 * int(block[1].split(b",")[0]) if block else 1024) + 1
    tree = parts.tree(sheet)
    shapes = "".join(
        _shape(first + number, spot, place_box(tree, spot, text)) for number, (spot, text) in enumerate(texts.items())
    )
    before, closing, after = drawing.rpartition(b"</xml>")
    parts.put(part, before + shapes.encode() + closing + after)


def _new_drawing(parts: OfficeParts, sheet: str) -> str:
    part = parts.free_name("xl/drawings/vmlDrawing{}.vml")
    number = re.sub(r"\D", "", part)
    parts.set_default("vml", _VML_TYPE)
    parts.put(part, _HEAD.format(block=number).encode())
    relation = parts.relate(sheet, "vmlDrawing", part)
    tree = parts.tree(sheet)
    for old in tree.findall("{*}legacyDrawing"):
        tree.remove(old)
    boxes = etree.Element(_like(tree, "legacyDrawing"))
    boxes.set(f"{{{parts.kinds}}}id", relation)
    place = next((n for n, child in enumerate(tree) if tag_of(child) in _AFTER_BOXES), len(tree))
    tree.insert(place, boxes)
    return part


def _shape(number: int, spot: Spot, box: Box) -> str:
    words = {"width": box.width, "height": box.height, "anchor": escape(box.anchor)}
    return _SHAPE.format(id=number, row=spot[0] - 1, column=spot[1] - 1, **words)


def _drop_box(parts: OfficeParts, sheet: str, cell: str) -> None:
    part, spot = parts.related(sheet, "vmlDrawing"), parse_cell(cell)
    if part is None or spot is None:
        return
    pattern = _OUR_SHAPE.format(row=spot[0] - 1, column=spot[1] - 1).encode()
    parts.put(part, re.sub(pattern, b"", parts.read(part), count=1, flags=re.DOTALL))
