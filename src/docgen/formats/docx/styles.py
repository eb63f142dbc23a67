"""The styles of a Word file: each laid over the one it is based on, from the file's defaults up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from docgen.formats.docx.package import parse_xml, w
from docgen.formats.docx.paragraph_properties import lay_over, read_paragraph_properties
from docgen.formats.docx.run_properties import TOGGLES, read_run_properties
from docgen.formats.docx.table_properties import read_table_properties
from docgen.formats.docx.theme import Theme

Props = Mapping[str, Any]
_ID, _TYPE, _VAL = w("styleId"), w("type"), w("val")
_PPR, _RPR = w("pPr"), w("rPr")


@dataclass(frozen=True)
class Style:
    """One style as it stands in the file; `conditions` are a table style's parts (``firstRow`` …)."""

    id: str
    kind: str
    name: str = ""
    based_on: str = ""
    paragraph: Props = field(default_factory=dict)
    run: Props = field(default_factory=dict)
    cell: Props = field(default_factory=dict)
    conditions: Mapping[str, Style] = field(default_factory=dict)


@dataclass(frozen=True)
class Layer:
    """What a table's style says of the paragraphs and letters of some of its cells; equal keys say the same."""

    key: tuple[str, ...] = ()
    paragraph: Props = field(default_factory=dict)
    run: Props = field(default_factory=dict)
    cell: Props = field(default_factory=dict)


NO_LAYER = Layer()


class Styles:
    """The styles of one file by their id."""

    def __init__(self, part: bytes, theme: Theme) -> None:
        """Read ``styles.xml``; without that part everything is as Word's own defaults say."""
        self._styles: dict[str, Style] = {}
        self._defaults: dict[str, str] = {}
        self._runs: dict[str, Props] = {}
        self._layers: dict[tuple[str, ...], Layer] = {}
        self._conditions: dict[tuple[str, str], Props] = {}
        self.run: Props = {}
        self.paragraph: Props = {}
        if not part:
            return
        root = parse_xml(part)
        self.run = read_run_properties(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{_RPR}"), theme)
        self.paragraph = read_paragraph_properties(root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{_PPR}"), theme)
        for element in root.iterchildren(w("style")):
            style = _read_style(element, theme)
            self._styles[style.id] = style
            if element.get(w("default")) in ("1", "true", "on"):
                self._defaults[style.kind] = style.id

    def find_id(self, kind: str, wanted: str) -> str:
        """The style of that kind that is used when `wanted` is asked for: itself, or the default one."""
        style = self._styles.get(wanted)
        return wanted if style is not None and style.kind == kind else self._defaults.get(kind, "")

    def chain(self, style_id: str) -> Sequence[Style]:
        """A style and those it is based on, the deepest first."""
        chain: list[Style] = []
        while (style := self._styles.get(style_id)) is not None and style not in chain:
            chain.append(style)
            style_id = style.based_on
        return chain[::-1]

    def run_of(self, style_id: str) -> Props:
        """What a style and those below it say of letters, the file's defaults left out."""
        if (known := self._runs.get(style_id)) is None:
            known = {key: value for style in self.chain(style_id) for key, value in style.run.items()}
            self._runs[style_id] = known
        return known

    def layer(self, style_id: str, conditions: tuple[str, ...]) -> Layer:
        """What a table style says of cells for which these conditions hold, the weakest condition first."""
        key = (style_id, *conditions)
        if (known := self._layers.get(key)) is None:
            chain = self.chain(style_id)
            parts = [*chain, *(s.conditions[name] for name in conditions for s in chain if name in s.conditions)]
            paragraph: Props = {}
            for part in parts:
                paragraph = lay_over(paragraph, part.paragraph)
            run = {key: value for part in parts for key, value in part.run.items()}
            # Only the conditions: what the style says of all cells comes with the table, under what that says itself.
            cell = {key: value for part in parts[len(chain) :] for key, value in part.cell.items()}
            known = Layer(key, paragraph, run, cell)
            self._layers[key] = known
        return known

    def condition_of(self, style_id: str, name: str) -> Props:
        """What a table style says of the cells for which one condition holds."""
        key = (style_id, name)
        if (known := self._conditions.get(key)) is None:
            parts = (style.conditions[name].cell for style in self.chain(style_id) if name in style.conditions)
            known = self._conditions[key] = {key: value for part in parts for key, value in part.items()}
        return known

    def table_of(self, style_id: str) -> Props:
        """What a table style says of the whole table."""
        return {key: value for style in self.chain(style_id) for key, value in style.cell.items()}


def merge_runs(defaults: Props, table: Props, styles: Sequence[Props], direct: Props) -> dict[str, Any]:
    """Letters by the file's defaults, by the styles of table, paragraph and letters in that order, and by themselves.

    A switch that both styles of paragraph and letters put on is off, unless the defaults have it on. What the table
    puts on stays on (LibreOffice 7.4): a bold head in a bold row is bold.
    """
    merged: dict[str, Any] = {**defaults, **table}
    for style in styles:
        merged.update(style)
    merged.update(direct)
    for switch in TOGGLES:
        said = [style[switch] for style in styles if switch in style]
        if said and switch not in direct:
            merged[switch] = defaults.get(switch, False) or sum(said) % 2 == 1
    return merged


def _read_style(element: etree._Element, theme: Theme) -> Style:
    paragraph, run, cell = _read_parts(element, theme)
    based, name = element.find(w("basedOn")), element.find(w("name"))
    return Style(
        id=element.get(_ID, ""),
        kind=element.get(_TYPE, "paragraph"),
        name="" if name is None else name.get(_VAL, ""),
        based_on="" if based is None else based.get(_VAL, ""),
        paragraph=paragraph,
        run=run,
        cell=cell,
        conditions={
            part.get(_TYPE, ""): Style("", "table", "", "", *_read_parts(part, theme))
            for part in element.iterchildren(w("tblStylePr"))
        },
    )


def _read_parts(element: etree._Element, theme: Theme) -> tuple[Props, Props, Props]:
    """What a style, or a part of a table's style, says of paragraphs, letters and cells."""
    table = read_table_properties(element.find(w("tblPr")), theme)
    return (
        read_paragraph_properties(element.find(_PPR), theme),
        read_run_properties(element.find(_RPR), theme),
        {**table, **read_table_properties(element.find(w("tcPr")), theme)},
    )
