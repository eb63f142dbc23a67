"""What of a single element, or of a style that it uses, a PDF made without a word processor would lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from docgen.formats.docx.measures import is_on, is_plain_line
from docgen.formats.docx.package import w
from docgen.formats.docx.supported import NAMED, SHOWN, SWITCHES, TRACELESS, VALUES, name_of
from docgen.formats.docx.table_properties import read_look

_VAL, _R, _TYPE = w("val"), w("r"), w("type")
_STYLE_USES = {w("pStyle"), w("rStyle"), w("tblStyle")}
_PARTS = tuple(w(part) for part in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
_CONDITION = w("tblStylePr")
#: Where no page can end by order.
_CLOSED = tuple(w(name) for name in ("tc", "hdr", "ftr", "footnote"))
#: What a table must have switched on for a part of its style to hold.
_SWITCHES = {
    "firstRow": "firstRow", "lastRow": "lastRow", "firstCol": "firstColumn", "lastCol": "lastColumn",
    "nwCell": "firstColumn", "swCell": "firstColumn", "neCell": "lastColumn", "seCell": "lastColumn",
}  # fmt: skip
_BANDS = {"band1Horz": "noHBand", "band2Horz": "noHBand", "band1Vert": "noVBand", "band2Vert": "noVBand"}


def judge(name: str, element: etree._Element) -> str:
    """What is lost of an element itself; empty when nothing is."""
    if name in NAMED:
        return NAMED[name]
    if name in SWITCHES:
        return SWITCHES[name] if is_on(element) else ""
    if name in VALUES:
        allowed, message = VALUES[name]
        value = element.get(_VAL) or element.get(w("w"))
        return "" if value is None or value in allowed else message
    if name in SHOWN or name in TRACELESS:
        return _judge_use(name, element)
    called = name.rpartition("}")[2]
    return f"het onderdeel “{called}” kent docgen niet; haal het weg of voeg het in als tekst of afbeelding"


def _judge_use(name: str, element: etree._Element) -> str:
    """What is lost of a known element because of how it is used here."""
    if element.get(w("sz")) and not is_plain_line(element):
        return "een dubbele of versierde lijn wordt in de PDF één lijn; kies een enkele lijn"
    if (
        name == "br"
        and element.get(_TYPE) in ("page", "column")
        and next(element.iterancestors(*_CLOSED), None) is not None
    ):
        return "een einde van bladzijde of kolom in een cel, kopregel of voetnoot kan niet in de PDF; haal het weg"
    if name == "mc:AlternateContent" and next(element.iterancestors()).tag != _R:
        return "een onderdeel in twee versies staat niet in de PDF; voeg het opnieuw in als tekst of afbeelding"
    return ""


class StyleCheck:
    """Checks the styles that a file uses; what is lost by a style is told where it is used first."""

    def __init__(self, styles: Mapping[str, etree._Element]) -> None:
        """`styles` by their ids; nothing is told yet."""
        self._styles = styles
        self._seen: set[tuple[str, frozenset[str]]] = set()
        self._told: set[str] = set()

    def find(self, element: etree._Element) -> Iterator[str]:
        """What is lost by the style that an element names, and by those that it is based on."""
        if element.tag not in _STYLE_USES:
            return
        conditions = _find_conditions(element)
        style_id = element.get(_VAL, "")
        while (style := self._styles.get(style_id)) is not None and (style_id, conditions) not in self._seen:
            self._seen.add((style_id, conditions))
            name = style.find(w("name"))
            called = style_id if name is None else name.get(_VAL, "")
            for lost in _find_in_style(style, conditions):
                if (message := f"stijl “{called}”: {lost}") not in self._told:
                    self._told.add(message)
                    yield message
            base = style.find(w("basedOn"))
            style_id = "" if base is None else base.get(_VAL, "")


def _find_conditions(element: etree._Element) -> frozenset[str]:
    """The parts of a table's style that hold for the table whose style this is."""
    beside = element.getparent()
    look = None if beside is None else beside.find(w("tblLook"))
    on = {} if look is None else read_look(look)
    bands = {name for name, switch in _BANDS.items() if not on.get(switch, True)}
    return frozenset(bands | {name for name, switch in _SWITCHES.items() if on.get(switch)})


def _find_in_style(style: etree._Element, conditions: frozenset[str]) -> Iterator[str]:
    for part in style:
        if part.tag in _PARTS and (
            part.tag != _CONDITION or part.get(_TYPE, "wholeTable") in {*conditions, "wholeTable"}
        ):
            yield from _find_inside(part)


def _find_inside(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = name_of(child.tag) if isinstance(child.tag, str) else ""
        if name and name not in TRACELESS:
            message = judge(name, child)
            if message:
                yield message
            else:
                yield from _find_inside(child)
