"""The sections of a document: their pages, their headers and footers, and which part of the text is theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from docgen.formats.docx.measures import is_on, read_border, to_points
from docgen.formats.docx.package import w
from docgen.formats.docx.theme import Theme
from docgen.model.page import Borders, PageFrame

_SECTION, _VAL, _TYPE = w("sectPr"), w("val"), w("type")
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STARTS = {"continuous": "continuous", "evenPage": "even", "oddPage": "odd"}
_FORMATS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_SIDES = ("top", "right", "bottom", "left")
_OWN_PARAGRAPH = f"{w('pPr')}/{_SECTION}"


@dataclass(frozen=True)
class Stretch:
    """A stretch of the text and the page that it lies on; `strips` are its headers and footers, by kind and type."""

    elements: Sequence[etree._Element]
    width: float
    height: float
    margins: tuple[float, float, float, float]
    header_at: float
    footer_at: float
    strips: Mapping[tuple[str, str], str]
    has_first: bool
    columns: int
    column_gap: float
    frame: PageFrame | None
    starts: str
    first_number: int | None
    number_format: str

    @property
    def text_width(self) -> float:
        """The room for a line of text in one column."""
        room = self.width - self.margins[1] - self.margins[3]
        return (room - self.column_gap * (self.columns - 1)) / self.columns


def split_body(body: etree._Element, theme: Theme) -> list[Stretch]:
    """The stretches of a text; one that goes on, on the same page, is part of the one before it."""
    stretches: list[Stretch] = []
    strips: dict[tuple[str, str], str] = {}
    for elements, properties in _divide(body):
        strips = {**strips, **_read_strips(properties)}  # a section goes on with the headers of the one before it
        stretch = _read_stretch(elements, properties, strips, theme)
        if stretches and stretch.starts == "continuous" and _is_same(stretches[-1], stretch):
            last = stretches.pop()
            stretch = replace(last, elements=[*last.elements, *elements])
        stretches.append(stretch)
    return stretches


def _divide(body: etree._Element) -> Iterator[tuple[list[etree._Element], etree._Element | None]]:
    # A section's properties stand in its last paragraph, those of the last section at the end of the text (ECMA-376
    # part 1, § 17.6): so what is read comes before what says how it lies.
    elements: list[etree._Element] = []
    properties = None
    for child in body:
        if child.tag == _SECTION:
            properties = child
            continue
        elements.append(child)
        if (own := child.find(_OWN_PARAGRAPH)) is not None:
            yield elements, own
            elements = []
    if elements or properties is not None:
        yield elements, properties


def _is_same(one: Stretch, other: Stretch) -> bool:
    return (one.width, one.height, one.margins, one.columns) == (
        other.width,
        other.height,
        other.margins,
        other.columns,
    )


def _read_strips(properties: etree._Element | None) -> dict[tuple[str, str], str]:
    strips = {}
    for child in properties if properties is not None else ():
        if child.tag in (w("headerReference"), w("footerReference")):
            strips[child.tag.rpartition("}")[2][:6], child.get(_TYPE, "default")] = child.get(_R_ID, "")
    return strips


def _read_stretch(
    elements: Sequence[etree._Element],
    properties: etree._Element | None,
    strips: Mapping[tuple[str, str], str],
    theme: Theme,
) -> Stretch:
    section = properties if properties is not None else etree.Element(_SECTION)
    size, margin, columns = section.find(w("pgSz")), section.find(w("pgMar")), section.find(w("cols"))
    numbers, kind, first = section.find(w("pgNumType")), section.find(_TYPE), section.find(w("titlePg"))
    top, right, bottom, left = (_length(margin, side, 72) for side in _SIDES)
    gutter = _length(margin, "gutter", 0)
    start = None if numbers is None else numbers.get(w("start"))
    return Stretch(
        elements=elements,
        width=_length(size, "w", 595.3),
        height=_length(size, "h", 841.9),
        margins=(top, right, bottom, left + gutter),
        header_at=_length(margin, "header", 36),
        footer_at=_length(margin, "footer", 36),
        strips=strips,
        has_first=first is not None and is_on(first),
        columns=_count(columns),
        column_gap=_length(columns, "space", 36),
        frame=_read_frame(section.find(w("pgBorders")), theme),
        starts=_STARTS.get("" if kind is None else kind.get(_VAL, ""), "next"),
        first_number=int(start) if start and start.isdigit() else None,
        number_format=_FORMATS.get("" if numbers is None else numbers.get(w("fmt"), ""), "1"),
    )


def _length(element: etree._Element | None, name: str, otherwise: float) -> float:
    value = None if element is None else to_points(element.get(w(name)))
    return otherwise if value is None else value


def _count(columns: etree._Element | None) -> int:
    number = "1" if columns is None else columns.get(w("num"), "1")
    return max(int(number), 1) if number.isdigit() else 1


def _read_frame(element: etree._Element | None, theme: Theme) -> PageFrame | None:
    if element is None:
        return None
    lines = {child.tag: read_border(child, theme) for child in element}
    borders = Borders(*(lines.get(w(side)) for side in _SIDES))
    pages = {"firstPage": "first", "notFirstPage": "not-first"}.get(element.get(w("display"), ""), "all")
    return PageFrame(borders, element.get(w("offsetFrom")) == "page", pages) if borders != Borders() else None
