"""Word's lengths, switches, lines and fills as values: points, truths, borders and colours."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from docgen.formats.docx.package import w
from docgen.formats.docx.theme import Theme
from docgen.model.page import Border

#: Puts what one element says into the properties it belongs to.
Reader = Callable[[etree._Element, dict[str, Any], Theme], None]  # noqa: SLF001 - lxml names its elements so

_UNITS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pc": 12.0, "pi": 12.0}
_WITH_UNIT = re.compile(r"(-?\d+(?:\.\d+)?)(pt|cm|mm|in|pc|pi)")
_VAL, _FILL, _COLOR, _SZ, _SPACE = w("val"), w("fill"), w("color"), w("sz"), w("space")
_THEME_FILL, _FILL_TINT, _FILL_SHADE = w("themeFill"), w("themeFillTint"), w("themeFillShade")
_THEME_COLOR, _TINT, _SHADE = w("themeColor"), w("themeTint"), w("themeShade")
_OFF = frozenset(("0", "false", "off", "none"))
#: Lines as they are drawn, by the name that Word gives them.
LINES = {
    "single": "single",
    "thick": "single",
    "double": "double",
    "triple": "double",
    "dotted": "dotted",
    "dashed": "dashed",
    "dashSmallGap": "dashed",
    "dotDash": "dashed",
    "dotDotDash": "dashed",
}
_PLAIN = frozenset(("nil", "none", "single", "thick", "dotted", "dashed", "dashSmallGap"))
_HAIRLINE = 0.25  # points
HIGHLIGHTS = {
    "yellow": "#ffff00",
    "green": "#00ff00",
    "cyan": "#00ffff",
    "magenta": "#ff00ff",
    "blue": "#0000ff",
    "red": "#ff0000",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "darkGray": "#808080",
    "lightGray": "#c0c0c0",
    "black": "#000000",
    "white": "#ffffff",
}


def to_points(text: str | None, per_point: float = 20) -> float | None:
    """A length in points; a bare number counts `per_point` to the point (twentieths as a rule)."""
    if not text:
        return None
    try:
        return round(float(text) / per_point, 3)
    except ValueError:
        found = _WITH_UNIT.fullmatch(text)
        return round(float(found[1]) * _UNITS[found[2]], 3) if found else None


def is_on(element: etree._Element) -> bool:
    """Whether a switch such as ``<w:b/>`` is on."""
    return element.get(_VAL, "1") not in _OFF


def read_colour(element: etree._Element, theme: Theme, attribute: str = _COLOR) -> str:
    """The colour of a line or letter; empty when it is automatic."""
    value = element.get(attribute, "")
    if len(value) == len("rrggbb"):
        return f"#{value.lower()}"
    if name := element.get(_THEME_COLOR):
        return theme.find_colour(name, element.get(_TINT, ""), element.get(_SHADE, ""))
    return ""


def read_border(element: etree._Element, theme: Theme) -> Border | None:
    """One line of a frame; None when it says that there is none."""
    style = element.get(_VAL, "none")
    if style in ("nil", "none"):
        return None
    kind = LINES.get(style, "double" if "hin" in style else "single")
    # Widths of lines count eighths of a point, the space within them whole points.
    width = (to_points(element.get(_SZ), 8) or 0.5) * (3 if kind == "double" else 1)  # two lines and the gap
    space = to_points(element.get(_SPACE), 1) or 0
    return Border(kind, width, read_colour(element, theme) or "#000000", space)


def is_plain_line(element: etree._Element) -> bool:
    """Whether a line looks the same when it is drawn as one; of a double hairline nobody sees the gap."""
    style = element.get(_VAL, "none")
    return style in _PLAIN or (style == "double" and (to_points(element.get(_SZ), 8) or 0) <= _HAIRLINE)


def read_shade(element: etree._Element, theme: Theme) -> str:
    """The colour behind something (``w:shd``), a pattern mixed to one colour; empty when there is none."""
    fill = element.get(_FILL, "auto")
    back = f"#{fill.lower()}" if len(fill) == len("rrggbb") else ""
    if not back and (name := element.get(_THEME_FILL)):
        back = theme.find_colour(name, element.get(_FILL_TINT, ""), element.get(_FILL_SHADE, ""))
    pattern = element.get(_VAL, "clear")
    if pattern == "solid":
        return read_colour(element, theme) or "#000000"
    if pattern.startswith("pct") and pattern[3:].isdigit():
        return _mix(read_colour(element, theme) or "#000000", back or "#ffffff", int(pattern[3:]) / 100)
    return back


def is_dark(colour: str) -> bool:
    """Whether letters of automatic colour must be white on this."""
    if not colour:
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red * 0.299 + green * 0.587 + blue * 0.114 < 62


def _mix(front: str, back: str, part: float) -> str:
    pairs = ((int(front[at : at + 2], 16), int(back[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * part + other * (1 - part)):02x}" for one, other in pairs)


def read_properties(
    element: etree._Element | None, theme: Theme, switches: Mapping[str, str], readers: Mapping[str, Reader]
) -> dict[str, Any]:
    """What the children of a ``pPr`` or ``rPr`` say, by name: those of `switches` are true or false."""
    props: dict[str, Any] = {}
    for child in () if element is None else element:
        tag = child.tag
        if (switch := switches.get(tag)) is not None:
            props[switch] = is_on(child)
        elif (read := readers.get(tag)) is not None:
            read(child, props, theme)
    return props
