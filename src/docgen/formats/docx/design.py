"""How paragraphs and letters of a Word file look, everything it says of them laid over one another.

The design (styles, theme, lists, settings) stays the same for all documents of a template, and so does what is found
here: each combination of style and direct formatting is worked out once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree

from docgen.formats.docx.fonts import SIGN_FONTS, map_font
from docgen.formats.docx.measures import is_dark, is_on, to_points
from docgen.formats.docx.numbering import Level, Numbered, read_numbering
from docgen.formats.docx.package import parse_xml, w
from docgen.formats.docx.paragraph_properties import lay_over, read_paragraph_properties
from docgen.formats.docx.run_properties import read_run_properties
from docgen.formats.docx.styles import NO_LAYER, Layer, Props, Styles, merge_runs
from docgen.formats.docx.theme import Theme, read_theme
from docgen.model.page import Borders, ParagraphLook, TabStop, TextLook

_VAL = w("val")
#: Children of ``pPr`` that say nothing of how the paragraph lies.
_ASIDE = frozenset((w("rPr"), w("sectPr"), w("pPrChange")))
_LANGUAGE = re.compile("([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?")
_WORDS_OWN = {"font": "Times New Roman", "size": 10.0}  # where a file says nothing


@dataclass(frozen=True)
class Settings:
    """What the file's settings say of the page; `mode` is the version of Word whose layout it keeps to."""

    mode: int = 12  # Word 2007, which wrote no such setting
    default_tab: float = 36
    has_even: bool = False
    hyphenates: bool = False
    language: str = ""


@dataclass(frozen=True, eq=False)
class Manner:
    """How one kind of paragraph lies: its look, its own gaps, its place in a list, and what its letters begin from."""

    style: str
    look: ParagraphLook
    before: float
    after: float
    contextual: bool
    heading: int
    number: str
    level: int
    layer: Layer
    backdrop: str


@dataclass(frozen=True, eq=False)
class Letters:
    """How letters look, and the font that the file names, which may be one of signs."""

    look: TextLook
    font: str


class Design:
    """The design of a file; `kinds` says of each font in its table what sort it is, `own_fonts` are the user's."""

    def __init__(self, styles: Styles, theme: Theme, lists: Mapping[str, Numbered], settings: Settings) -> None:
        """Nothing is worked out yet."""
        self.styles, self.theme, self.lists, self.settings = styles, theme, lists, settings
        self.kinds: Mapping[str, str] = {}
        self.own_fonts: frozenset[str] = frozenset()
        self._manners: dict[Any, Manner] = {}
        self._letters: dict[Any, Letters | None] = {}
        self._marks: dict[Any, TextLook] = {}

    def manner(self, element: etree._Element | None, layer: Layer, backdrop: str) -> Manner:
        """How a paragraph with these properties lies in a cell of this layer, on this colour."""
        key = (_key_of(element), layer.key, backdrop)
        if (known := self._manners.get(key)) is None:
            known = self._find_manner(read_paragraph_properties(element, self.theme), layer, backdrop)
            self._manners[key] = known
        return known

    def letters(self, element: etree._Element | None, manner: Manner) -> Letters | None:
        """How letters with these properties look in such a paragraph; None when they are hidden."""
        key = (_key_of(element), manner)
        if key not in self._letters:
            props = self._merge_run(read_run_properties(element, self.theme), manner)
            self._letters[key] = None if props.get("hidden") else Letters(self._to_look(props, manner), props["font"])
        return self._letters[key]

    def mark_look(self, mark: etree._Element | None, manner: Manner) -> TextLook:
        """How the end of a paragraph looks, which gives an empty one its height."""
        key = (_key_of(mark), manner, "mark")
        if key not in self._marks:
            self._marks[key] = self._to_look(self._merge_run(read_run_properties(mark, self.theme), manner), manner)
        return self._marks[key]

    def label_look(self, mark: etree._Element | None, level: Level, manner: Manner) -> TextLook:
        """How the label of a list item looks: as the paragraph's end, and as its level says."""
        key = (_key_of(mark), manner, "label")
        if key not in self._marks:
            said = {**read_run_properties(mark, self.theme), "underline": "", **level.run}
            self._marks[key] = self._to_look(self._merge_run(said, manner), manner)
        return self._marks[key]

    def find_level(self, manner: Manner) -> Level:
        """The level of the list that a paragraph stands in."""
        return self.lists[manner.number].levels.get(manner.level, Level())

    def _merge_run(self, direct: Props, manner: Manner) -> dict[str, Any]:
        styles = (
            self.styles.run_of(manner.style),
            self.styles.run_of(self.styles.find_id("character", direct.get("style", ""))),
        )
        return merge_runs({**_WORDS_OWN, **self.styles.run}, manner.layer.run, styles, direct)

    def _to_look(self, props: Props, manner: Manner) -> TextLook:
        backdrop = props.get("shade") or manner.look.shade or manner.backdrop
        automatic = "#ffffff" if is_dark(backdrop) else "#000000"
        language, region = read_language(props.get("language") or self.settings.language)
        font = props["font"]
        return TextLook(
            font="Liberation Sans"
            if font.lower() in SIGN_FONTS
            else map_font(font, self.kinds.get(font, ""), self.own_fonts),
            size=props["size"],
            bold=props.get("bold", False),
            italic=props.get("italic", False),
            underline=props.get("underline", ""),
            underline_colour=props.get("underline_colour", ""),
            strike="double" if props.get("struck-double") else "single" if props.get("struck") else "",
            caps="all" if props.get("all-caps") else "small" if props.get("small-caps") else "",
            position=props.get("position", ""),
            lift=props.get("lift", 0),
            spacing=props.get("spacing", 0),
            stretch=props.get("stretch", 1),
            kerning=0 < props.get("kerning", 0) <= props["size"],
            colour=props.get("colour") or automatic,
            highlight=props.get("highlight", ""),
            shade=props.get("shade", ""),
            boxed=props.get("boxed"),
            language=language,
            region=region,
        )

    def _find_manner(self, direct: Props, layer: Layer, backdrop: str) -> Manner:
        style_id = self.styles.find_id("paragraph", direct.get("style", ""))
        said = [(style.id, style.paragraph) for style in self.styles.chain(style_id)] + [("", direct)]
        number, level = self._find_place(said)
        props: Props = lay_over(self.styles.paragraph, layer.paragraph)
        for _, each in said:
            if number and ("num" in each or "level" in each):
                props = lay_over(props, self.lists[number].levels.get(level, Level()).paragraph)
            props = lay_over(props, each)
        return Manner(
            style=style_id,
            look=self._paragraph_look(props, in_cell=layer is not NO_LAYER),
            before=props.get("before", 0),
            after=props.get("after", 0),
            contextual=props.get("contextual", False),
            heading=min(props.get("outline", 0), 6),  # Word counts nine levels, a PDF has tags for six
            number=number,
            level=level,
            layer=layer,
            backdrop=backdrop,
        )

    def _find_place(self, said: list[tuple[str, Props]]) -> tuple[str, int]:
        """The list and the level that a paragraph counts in, by its styles and by itself; no list is ``""``."""
        number, level = "", 0
        for style_id, props in said:
            number = props.get("num", number)
            levels = self.lists[number].levels if number in self.lists else {}
            linked = next((at for at, each in levels.items() if style_id and each.style == style_id), None)
            level = props.get("level", level if linked is None else linked)
        return (number, level) if number in self.lists else ("", 0)

    def _paragraph_look(self, props: Props, *, in_cell: bool) -> ParagraphLook:
        left, first = props.get("left", 0), props.get("first", 0)
        tabs = {at: stop for at, stop in props.get("tabs", {}).items() if stop is not None}
        # A hanging first line has a tab stop where the other lines begin, though the file names none.
        if first < 0 and left not in tabs:
            tabs[left] = TabStop(left)
        return ParagraphLook(
            align=props.get("align", "left"),
            left=left,
            right=props.get("right", 0),
            first=first,
            line_rule=props.get("line_rule", "multiple"),
            line=props.get("line", 1),
            keep_next=props.get("keep_next", False),
            keep_lines=props.get("keep_lines", False),
            page_break_before=props.get("page_break_before", False),
            widow_control=props.get("widow_control", not in_cell),  # rows break anywhere, in Word too
            borders=Borders(*(props.get(f"border-{side}") for side in ("top", "right", "bottom", "left"))),
            between=props.get("border-between"),
            shade=props.get("shade", ""),
            tabs=tuple(tabs[at] for at in sorted(tabs)),
            hyphenate=self.settings.hyphenates and not props.get("no_hyphens", False),
        )


@lru_cache(maxsize=16)
def read_design(parts: tuple[bytes, ...], own_fonts: frozenset[str] = frozenset()) -> Design:
    """The design that a file's styles, theme, numbering, settings and font table make; the same ones are read once."""
    styles, theme, numbering, settings, fonts = parts
    read = read_theme(theme)
    design = Design(Styles(styles, read), read, read_numbering(numbering, read), _read_settings(settings))
    design.kinds, design.own_fonts = _read_kinds(fonts), own_fonts
    return design


def read_language(code: str) -> tuple[str, str]:
    """The language and the region of ``nl-BE``; Dutch when it is no such code."""
    found = _LANGUAGE.fullmatch(code)
    return (found[1].lower(), (found[2] or "").lower()) if found else ("nl", "")


def _read_kinds(part: bytes) -> Mapping[str, str]:
    if not part:
        return {}
    kinds = ((font.get(w("name"), ""), font.find(w("family"))) for font in parse_xml(part))
    return {name: kind.get(_VAL, "") for name, kind in kinds if kind is not None}


def _read_settings(part: bytes) -> Settings:
    if not part:
        return Settings()
    root = parse_xml(part)
    mode = next((s.get(_VAL, "") for s in root.iter(w("compatSetting")) if s.get(w("name")) == "compatibilityMode"), "")
    tab, language = root.find(w("defaultTabStop")), root.find(w("themeFontLang"))
    even, hyphens = root.find(w("evenAndOddHeaders")), root.find(w("autoHyphenation"))
    return Settings(
        mode=int(mode) if mode.isdigit() else 12,
        default_tab=(to_points(tab.get(_VAL)) if tab is not None else None) or 36,
        has_even=even is not None and is_on(even),
        hyphenates=hyphens is not None and is_on(hyphens),
        language="" if language is None else language.get(_VAL, ""),
    )


def _key_of(element: etree._Element | None) -> Any:  # noqa: ANN401 - nested tuples
    """What an element says, as a key: its children's names and attributes, those aside left out."""
    if element is None:
        return ()
    return tuple(
        (child.tag, *child.items(), _key_of(child) if len(child) else ())
        for child in element
        if child.tag not in _ASIDE
    )
