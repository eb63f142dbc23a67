"""What ``w:tblPr``, ``w:trPr`` and ``w:tcPr`` say, as plain mappings: only what stands there, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from docgen.formats.docx.measures import is_on, read_border, read_shade, to_points
from docgen.formats.docx.package import w
from docgen.formats.docx.theme import Theme

_VAL, _W, _TYPE = w("val"), w("w"), w("type")
_SIDES = {
    w("top"): "top",
    w("right"): "right",
    w("end"): "right",
    w("bottom"): "bottom",
    w("left"): "left",
    w("start"): "left",
    w("insideH"): "inside-h",
    w("insideV"): "inside-v",
}
_BORDERS = frozenset((w("tblBorders"), w("tcBorders")))
_MARGINS = frozenset((w("tblCellMar"), w("tcMar")))
_WORDS = {w("tblStyle"): "style", w("tblCaption"): "caption", w("tblDescription"): "description"}
_COUNTS = {w("tblStyleRowBandSize"): "row-band", w("tblStyleColBandSize"): "column-band", w("gridSpan"): "span"}
_LOOK = (
    ("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100),
    ("noHBand", 0x200), ("noVBand", 0x400),
)  # fmt: skip


def read_table_properties(element: etree._Element | None, theme: Theme) -> dict[str, Any]:
    """What a ``tblPr``, ``tblPrEx`` or ``tcPr`` says; borders and margins side by side."""
    return dict(_read(element, theme)) if element is not None else {}


def read_row_properties(element: etree._Element | None) -> dict[str, Any]:
    """What a ``trPr`` says: height and its rule, whether it splits, repeats, and what it leaves open at its sides."""
    props: dict[str, Any] = {}
    for child in element if element is not None else ():
        name = child.tag.rpartition("}")[2]
        if name == "trHeight":
            props["height"] = to_points(child.get(_VAL)) or 0
            rule = child.get(w("hRule"), "atLeast")
            props["height_rule"] = {"exact": "exact", "auto": "auto"}.get(rule, "at-least")
        elif name in ("cantSplit", "tblHeader", "hidden"):
            props[name] = is_on(child)
        elif name in ("gridBefore", "gridAfter"):
            props[name] = int(child.get(_VAL, "0"))
        elif name == "del":
            props["deleted"] = True
    return props


def read_width(element: etree._Element) -> tuple[str, float]:
    """A width: ``("points", 72)``, ``("part", 0.5)`` of what is there, or ``("auto", 0)``."""
    kind, value = element.get(_TYPE, "dxa"), element.get(_W, "0")
    if kind == "pct":
        number = float(value.rstrip("%"))
        return "part", number / 100 if value.endswith("%") else number / 5000
    points = to_points(value)
    return ("points", points) if kind == "dxa" and points is not None else ("auto", 0.0)


def _read(element: etree._Element, theme: Theme) -> Iterator[tuple[str, Any]]:
    for child in element:
        tag = child.tag
        if tag in _BORDERS:
            yield from ((f"border-{_SIDES[s.tag]}", read_border(s, theme)) for s in child if s.tag in _SIDES)
        elif tag in _MARGINS:
            yield from ((f"inset-{_SIDES[s.tag]}", read_width(s)[1]) for s in child if s.tag in _SIDES)
        elif tag in _WORDS:
            yield _WORDS[tag], child.get(_VAL, "")
        elif tag in _COUNTS:
            yield _COUNTS[tag], int(child.get(_VAL, "1"))
        elif isinstance(tag, str):
            yield from _read_other(tag.rpartition("}")[2], child, theme)


def _read_other(name: str, element: etree._Element, theme: Theme) -> Iterator[tuple[str, Any]]:
    if name in ("tblW", "tcW", "tblInd"):
        yield {"tblInd": "indent"}.get(name, "width"), read_width(element)
    elif name == "jc":
        yield "align", {"center": "center", "right": "right", "end": "right"}.get(element.get(_VAL, ""), "left")
    elif name == "shd":
        yield "shade", read_shade(element, theme)
    elif name == "vAlign":
        yield "valign", {"center": "center", "bottom": "bottom"}.get(element.get(_VAL, ""), "top")
    elif name == "vMerge":
        yield "merge", element.get(_VAL, "continue")
    elif name == "tblLayout":
        yield "fixed", element.get(_TYPE) == "fixed"
    elif name == "tblLook":
        yield "look", read_look(element)


def read_look(element: etree._Element) -> Mapping[str, bool]:
    """Which parts of a table's style a ``tblLook`` switches on (`noHBand` and `noVBand`: off)."""
    bits = int(element.get(_VAL, "0"), 16)
    return {
        name: element.get(w(name)) in ("1", "true", "on") if element.get(w(name)) is not None else bool(bits & bit)
        for name, bit in _LOOK
    }
