"""Colour cells of a workbook that came from outside: a style beside each cell's own, all else of it kept.

The fill that was there is kept as the second colour of ours, which a solid fill does not show: so it can be put back.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from docgen.formats.xlsx.package import tag_of

#: What blocks and what asks attention: light enough for black text.
BLOCKING, ATTENTION = "FFFFC8CD", "FFFFE9A8"
_OURS = (BLOCKING, ATTENTION)
#: The first two digits (how opaque, which nobody looks at) of a colour kept to be put back: others leave colours of
#: their own in that place.
_KEPT = "5A"
#: The parts of a style sheet in the order that Excel wants them.
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")


class Styles:
    """The style sheet of a workbook under change."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401 - lxml gives its elements no public type
        """Take over the root of the part."""
        self._root = root
        self._namespace = root.tag.partition("}")[0] + "}"
        self._made: dict[tuple[int, str], int] = {}

    def coloured(self, style: int, colour: str) -> int:
        """The number of the style that is `style` in another colour."""
        if (style, colour) not in self._made:
            self._made[style, colour] = self._add(style, self._fill(colour, self._colour_of(style)))
        return self._made[style, colour]

    def bare(self, style: int) -> int:
        """The number of the style as it was before `coloured` changed it; the same for any other style."""
        fill = self._fill_of(style)
        if fill is None or _colour(fill, "fgColor") not in _OURS:
            return style
        if (style, "") not in self._made:
            before = _colour(fill, "bgColor") or ""
            self._made[style, ""] = self._add(style, self._fill(f"FF{before[2:]}") if before[:2] == _KEPT else 0)
        return self._made[style, ""]

    def add_text(self, *, bold: bool = False, size: int = 11, link: bool = False) -> int:
        """The number of a new style for wrapped text."""
        font = self._element("font")
        for name in ("b",) * bold + ("u",) * link:
            font.append(self._element(name))
        font.append(self._element("sz", val=str(size)))
        font.append(self._element("color", rgb="FF0563C1" if link else "FF000000"))
        font.append(self._element("name", val="Calibri"))
        number = self._append("fonts", font)
        style = self._element("xf", numFmtId="0", fontId=str(number), fillId="0", borderId="0", xfId="0")
        style.set("applyFont", "1")
        style.set("applyAlignment", "1")
        style.append(self._element("alignment", vertical="top", wrapText="1"))
        return self._append("cellXfs", style)

    def _add(self, style: int, fill: int) -> int:
        styles = self._group("cellXfs")
        copy = deepcopy(styles[style]) if 0 <= style < len(styles) else self._element("xf", numFmtId="0", fontId="0")
        copy.set("fillId", str(fill))
        copy.set("applyFill", "1")
        return self._append("cellXfs", copy)

    def _fill(self, colour: str, before: str | None = None) -> int:
        fill = self._element("fill")
        pattern = self._element("patternFill", patternType="solid")
        fill.append(pattern)
        pattern.append(self._element("fgColor", rgb=colour))
        if before:
            pattern.append(self._element("bgColor", rgb=f"{_KEPT}{before[-6:]}"))
        return self._append("fills", fill)

    def _fill_of(self, style: int) -> Any | None:  # noqa: ANN401 - as above
        styles, fills = self._group("cellXfs"), self._group("fills")
        number = int(styles[style].get("fillId") or 0) if 0 <= style < len(styles) else 0
        return fills[number] if number < len(fills) else None

    def _colour_of(self, style: int) -> str | None:
        fill = self._fill_of(style)
        return _colour(fill, "fgColor") if fill is not None else None

    def _append(self, group: str, element: Any) -> int:  # noqa: ANN401 - as above
        """The number of the element in its group, where it is added unless an equal one is there already."""
        found = self._group(group)
        known = next((number for number, each in enumerate(found) if _is_same(each, element)), None)
        if known is not None:
            return known
        found.append(element)
        found.set("count", str(len(found)))
        return len(found) - 1

    def _group(self, name: str) -> Any:  # noqa: ANN401 - as above
        found = self._root.find(f"{self._namespace}{name}")
        if found is None:
            found = self._element(name)
            before = _ORDER[: _ORDER.index(name)]
            place = sum(tag_of(child) in before for child in self._root)
            self._root.insert(place, found)
            found.extend(self._first_of(name))
        return found

    def _first_of(self, name: str) -> list[Any]:
        """What a group that was not there begins with: Excel counts on these."""
        if name == "fills":
            fills = [self._element("fill"), self._element("fill")]
            for fill, pattern in zip(fills, ("none", "gray125"), strict=True):
                fill.append(self._element("patternFill", patternType=pattern))
            return fills
        if name == "cellXfs":
            return [self._element("xf", numFmtId="0", fontId="0", fillId="0", borderId="0")]
        return [self._element(name.removesuffix("s"))]

    def _element(self, name: str, **attributes: str) -> Any:  # noqa: ANN401 - as above
        return etree.Element(f"{self._namespace}{name}", attributes)


def _is_same(one: Any, other: Any) -> bool:  # noqa: ANN401 - as above
    return (
        (one.tag, dict(one.attrib), len(one)) == (other.tag, dict(other.attrib), len(other))
        and (one.text or "").strip() == (other.text or "").strip()
        and all(map(_is_same, one, other))
    )


def _colour(fill: Any, which: str) -> str | None:  # noqa: ANN401 - as above
    """The colour of a solid fill in letters and digits; None for a pattern, a theme's colour or none at all."""
    found = fill.find(f"{{*}}patternFill[@patternType='solid']/{{*}}{which}")
    return found.get("rgb") if found is not None else None
