"""What ``w:pPr`` says of a paragraph, as a plain mapping: only what stands there, borders and tab stops one by one."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from lxml import etree

from docgen.formats.docx.measures import Reader, read_border, read_properties, read_shade, to_points
from docgen.formats.docx.package import w
from docgen.formats.docx.theme import Theme
from docgen.model.page import TabStop

_VAL, _POS, _LEADER = w("val"), w("pos"), w("leader")
_LINE, _RULE = w("line"), w("lineRule")
_ALIGNMENTS = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
    "thaiDistribute": "justify",
}
_STOPS = {"center": "center", "right": "right", "end": "right", "decimal": "decimal", "bar": "bar", "clear": "clear"}
_LEADERS = {"dot": ".", "hyphen": "-", "underscore": "_", "heavy": "_", "middleDot": "·"}
_AUTOMATIC_GAP = 14.0  # points, Word's own for “automatic”, as on web pages
_SWITCHES = {
    w("keepNext"): "keep_next",
    w("keepLines"): "keep_lines",
    w("pageBreakBefore"): "page_break_before",
    w("widowControl"): "widow_control",
    w("contextualSpacing"): "contextual",
    w("suppressAutoHyphens"): "no_hyphens",
}
_INDENTS = {w("left"): "left", w("start"): "left", w("right"): "right", w("end"): "right", w("firstLine"): "first"}
_HANGING = w("hanging")
_BORDERS = {w(side): f"border-{side}" for side in ("top", "right", "bottom", "left", "between")}
_GAPS = (("before", w("before"), w("beforeAutospacing")), ("after", w("after"), w("afterAutospacing")))


def read_paragraph_properties(element: etree._Element | None, theme: Theme) -> dict[str, Any]:
    """What a ``pPr`` says; its style stands under ``style``, its list under ``num`` and ``level``."""
    return read_properties(element, theme, _SWITCHES, _READERS)


def lay_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """What holds when `over` is said after `under`: tab stops add up, all else is replaced."""
    merged = {**under, **over}
    if "tabs" in under and "tabs" in over:
        merged["tabs"] = {**under["tabs"], **over["tabs"]}
    return merged


def _spacing(element: etree._Element, props: dict[str, Any], _theme: Theme) -> None:
    for key, name, automatic in _GAPS:
        if element.get(automatic, "0") not in ("0", "false", "off"):
            props[key] = _AUTOMATIC_GAP
        elif (value := to_points(element.get(name))) is not None:
            props[key] = value
    line = to_points(element.get(_LINE))
    if line is not None:
        rule = element.get(_RULE, "auto")
        props["line_rule"] = {"exact": "exact", "atLeast": "at-least"}.get(rule, "multiple")
        props["line"] = _to_lines(line) if props["line_rule"] == "multiple" else abs(line)


def _to_lines(points: float) -> float:
    """A height of 12 points a line as a number of lines, in whole hundredths as LibreOffice 7.4 counts them."""
    return math.floor(100 * _to_hundredths(points) / _to_hundredths(12) + 0.001) / 100


def _to_hundredths(points: float) -> int:
    """Points as hundredths of a millimetre."""
    return math.floor(points * 2540 / 72 + 0.5)


def _indents(element: etree._Element, props: dict[str, Any], _theme: Theme) -> None:
    for name, key in _INDENTS.items():
        if (value := to_points(element.get(name))) is not None:
            props[key] = value
    # Of both, hanging counts (ECMA-376 part 1, § 17.3.1.12).
    if (hanging := to_points(element.get(_HANGING))) is not None:
        props["first"] = -hanging


def _borders(element: etree._Element, props: dict[str, Any], theme: Theme) -> None:
    for side in element:
        if (key := _BORDERS.get(side.tag)) is not None:
            props[key] = read_border(side, theme)


def _tabs(element: etree._Element, props: dict[str, Any], _theme: Theme) -> None:
    stops = {}
    for stop in element:
        at = to_points(stop.get(_POS))
        if at is not None:
            kind = _STOPS.get(stop.get(_VAL, "left"), "left")
            stops[at] = None if kind == "clear" else TabStop(at, kind, _LEADERS.get(stop.get(_LEADER, ""), ""))
    props["tabs"] = stops


def _numbering(element: etree._Element, props: dict[str, Any], _theme: Theme) -> None:
    number, level = element.find(w("numId")), element.find(w("ilvl"))
    if number is not None:
        props["num"] = number.get(_VAL, "0")
    if level is not None:
        props["level"] = int(level.get(_VAL, "0"))


def _outline(element: etree._Element, props: dict[str, Any], _theme: Theme) -> None:
    level = int(element.get(_VAL, "9"))
    props["outline"] = level + 1 if level < 9 else 0


def _alignment(element: etree._Element, props: dict[str, Any], _theme: Theme) -> None:
    props["align"] = _ALIGNMENTS.get(element.get(_VAL, ""), "left")


def _style(element: etree._Element, props: dict[str, Any], _theme: Theme) -> None:
    props["style"] = element.get(_VAL, "")


def _shade(element: etree._Element, props: dict[str, Any], theme: Theme) -> None:
    props["shade"] = read_shade(element, theme)


_READERS: Mapping[str, Reader] = {
    w("pStyle"): _style,
    w("spacing"): _spacing,
    w("ind"): _indents,
    w("pBdr"): _borders,
    w("tabs"): _tabs,
    w("numPr"): _numbering,
    w("outlineLvl"): _outline,
    w("jc"): _alignment,
    w("shd"): _shade,
}
