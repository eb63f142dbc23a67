"""What ``w:rPr`` says of letters, as a plain mapping: only what stands there, so that mappings lie over one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from docgen.formats.docx.measures import (
    HIGHLIGHTS,
    Reader,
    read_border,
    read_colour,
    read_properties,
    read_shade,
    to_points,
)
from docgen.formats.docx.package import w
from docgen.formats.docx.theme import Theme

Props = Mapping[str, Any]
#: Switches that two kinds of style put off again when both put them on (ECMA-376 part 1, § 17.7.3).
TOGGLES = ("bold", "italic", "all-caps", "small-caps", "struck", "struck-double", "hidden")

_VAL, _ASCII, _HANSI, _THEME_ASCII, _THEME_HANSI = (
    w("val"),
    w("ascii"),
    w("hAnsi"),
    w("asciiTheme"),
    w("hAnsiTheme"),
)
_STYLE = w("rStyle")
_UNDERLINES = {
    "none": "",
    "double": "double",
    "thick": "thick",
    "dotted": "dotted",
    "dottedHeavy": "dotted",
    "wave": "wave",
    "wavyHeavy": "wave",
    "wavyDouble": "wave",
}
_POSITIONS = {"superscript": "super", "subscript": "sub"}
_SWITCHES = {
    w("b"): "bold",
    w("i"): "italic",
    w("caps"): "all-caps",
    w("smallCaps"): "small-caps",
    w("strike"): "struck",
    w("dstrike"): "struck-double",
    w("vanish"): "hidden",
}


def read_run_properties(element: etree._Element | None, theme: Theme) -> dict[str, Any]:
    """What an ``rPr`` says; the name of its character style stands under ``style``."""
    return read_properties(element, theme, _SWITCHES, _READERS)


def _font(element: etree._Element, props: dict[str, Any], theme: Theme) -> None:
    themed = element.get(_THEME_ASCII) or element.get(_THEME_HANSI)
    font = (theme.find_font(themed) if themed else "") or element.get(_ASCII) or element.get(_HANSI)
    if font:
        props["font"] = font


def _underline(element: etree._Element, props: dict[str, Any], theme: Theme) -> None:
    value = element.get(_VAL, "single")
    props["underline"] = _UNDERLINES.get(value, "dashed" if "ash" in value else "single")
    props["underline_colour"] = read_colour(element, theme)


def _length(key: str, per_point: float) -> Reader:
    def read(element: etree._Element, props: dict[str, Any], _theme: Theme) -> None:
        value = to_points(element.get(_VAL), per_point)
        if value is not None:
            props[key] = value

    return read


def _colour(element: etree._Element, props: dict[str, Any], theme: Theme) -> None:
    props["colour"] = read_colour(element, theme, _VAL)


def _stretch(element: etree._Element, props: dict[str, Any], _theme: Theme) -> None:
    value = element.get(_VAL, "100").removesuffix("%")
    props["stretch"] = float(value) / 100 if value.isdigit() else 1.0


def _put(key: str, value: Callable[[etree._Element, Theme], Any]) -> Reader:
    def read(element: etree._Element, props: dict[str, Any], theme: Theme) -> None:
        props[key] = value(element, theme)

    return read


#: Sizes, lifts and kerning count half points, the space between letters twentieths.
_READERS: Mapping[str, Reader] = {
    w("rFonts"): _font,
    w("sz"): _length("size", 2),
    w("spacing"): _length("spacing", 20),
    w("position"): _length("lift", 2),
    w("kern"): _length("kerning", 2),
    w("u"): _underline,
    w("color"): _colour,
    w("w"): _stretch,
    w("highlight"): _put("highlight", lambda element, _: HIGHLIGHTS.get(element.get(_VAL, ""), "")),
    w("shd"): _put("shade", read_shade),
    w("bdr"): _put("boxed", read_border),
    w("vertAlign"): _put("position", lambda element, _: _POSITIONS.get(element.get(_VAL, ""), "")),
    w("lang"): _put("language", lambda element, _: element.get(_VAL, "")),
    _STYLE: _put("style", lambda element, _: element.get(_VAL, "")),
}
