"""Lists of a Word file: the levels that its numbering defines, and the labels of the items as they come by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from docgen.formats.docx.measures import is_on
from docgen.formats.docx.package import parse_xml, w
from docgen.formats.docx.paragraph_properties import read_paragraph_properties
from docgen.formats.docx.run_properties import read_run_properties
from docgen.formats.docx.theme import Theme

_VAL, _LEVEL, _NUMBER = w("val"), w("ilvl"), w("numId")
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
#: Ways of counting that `count_as` knows.
KNOWN_FORMATS = frozenset(
    ("decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "ordinal", "bullet", "none")
)


@dataclass(frozen=True)
class Level:
    """One level of a list: how it counts, what its label says, and the properties it brings."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    align: str = "left"
    restart: int | None = None
    is_legal: bool = False
    style: str = ""
    paragraph: Mapping[str, Any] = field(default_factory=dict)
    run: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Numbered:
    """One list of the file: the definition it counts with, its levels, and the levels it begins anew."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


def read_numbering(part: bytes, theme: Theme) -> Mapping[str, Numbered]:
    """The lists of ``numbering.xml`` by their number; empty without such a part."""
    if not part:
        return {}
    root = parse_xml(part)
    definitions = {each.get(w("abstractNumId"), ""): each for each in root.iterchildren(w("abstractNum"))}
    levels = {key: _levels(each, theme) for key, each in definitions.items()}
    styles = {
        _val(each, "styleLink"): key for key, each in definitions.items() if each.find(w("styleLink")) is not None
    }
    lists = {}
    for number in root.iterchildren(w("num")):
        key = _val(number, "abstractNumId")
        if key in definitions and (linked := _val(definitions[key], "numStyleLink")):
            key = styles.get(linked, key)
        own, starts = _overrides(number, theme)
        lists[number.get(_NUMBER, "")] = Numbered(key, {**levels.get(key, {}), **own}, starts)
    return lists


class Counter:
    """Counts the items of a document's lists."""

    def __init__(self, lists: Mapping[str, Numbered]) -> None:
        """`lists` are those of the file; nothing has been counted yet."""
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def find_label(self, number: str, level: int) -> str:
        """The label of the next item of this list at this level."""
        numbered = self._lists[number]
        counts = self._counts.setdefault(numbered.definition, {})
        # Lists of one definition count on from each other, but where one says at its first item to begin anew.
        if number not in self._begun:
            self._begun.add(number)
            for at, start in numbered.starts.items():
                counts[at] = start - 1
        own = numbered.levels.get(level, Level())
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper, other in numbered.levels.items():
            if deeper > level and other.restart != 0 and (other.restart is None or level < other.restart):
                counts.pop(deeper, None)
        return self._write(numbered, own, counts)

    def _write(self, numbered: Numbered, own: Level, counts: Mapping[int, int]) -> str:
        def put(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            level = numbered.levels.get(at, Level())
            return count_as(counts.get(at, level.start), "decimal" if own.is_legal else level.format)

        return own.text if own.format == "bullet" else _PLACE.sub(put, own.text)


def count_as(number: int, how: str) -> str:
    """A number written in one of Word's ways; decimal for a way not known."""
    if how in ("lowerLetter", "upperLetter"):
        # After z come aa and bb, not aa and ab as in the columns of a sheet.
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if how == "lowerLetter" else letters.upper()
    if how in ("lowerRoman", "upperRoman"):
        return _roman(number) if how == "upperRoman" else _roman(number).lower()
    return {"decimalZero": f"{number:02d}", "ordinal": f"{number}e", "none": ""}.get(how, str(number))


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _levels(element: etree._Element, theme: Theme) -> dict[int, Level]:
    return {int(each.get(_LEVEL, "0")): _read_level(each, theme) for each in element.iterchildren(w("lvl"))}


def _overrides(number: etree._Element, theme: Theme) -> tuple[dict[int, Level], dict[int, int]]:
    levels: dict[int, Level] = {}
    starts = {}
    for override in number.iterchildren(w("lvlOverride")):
        at = int(override.get(_LEVEL, "0"))
        levels |= _levels(override, theme)
        if start := _val(override, "startOverride"):
            starts[at] = int(start)
    return levels, starts


def _read_level(element: etree._Element, theme: Theme) -> Level:
    restart, legal = _val(element, "lvlRestart"), element.find(w("isLgl"))
    align = {"right": "right", "end": "right", "center": "center"}.get(_val(element, "lvlJc"), "left")
    return Level(
        start=int(_val(element, "start") or 1),
        format=_val(element, "numFmt") or "decimal",
        text=_val(element, "lvlText"),
        suffix={"space": "space", "nothing": "nothing"}.get(_val(element, "suff"), "tab"),
        align=align,
        restart=int(restart) if restart else None,
        is_legal=legal is not None and is_on(legal),
        style=_val(element, "pStyle"),
        paragraph=read_paragraph_properties(element.find(w("pPr")), theme),
        run=read_run_properties(element.find(w("rPr")), theme),
    )


def _val(element: etree._Element, name: str) -> str:
    child = element.find(w(name))
    return "" if child is None else child.get(_VAL, "")
