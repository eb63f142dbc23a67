"""The tags of a Word template, each with the part and paragraph it stands in, as a person finds it back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from docgen.formats.docx.inline import words_of
from docgen.formats.docx.package import w
from docgen.model.document import TemplateFault

_P, _TBL, _TR, _TC, _BOX = w("p"), w("tbl"), w("tr"), w("tc"), w("txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_MARK = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_PREFIX = re.compile(r"(tr|tc|p|r)\s+(?!=)")
_STRAIGHT = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
#: Parts with text, as a person calls them; headers and footers are numbered.
_PARTS = {
    "document": "tekst",
    "header": "kopregel",
    "footer": "voetregel",
    "footnotes": "voetnoten",
    "endnotes": "eindnoten",
}
_PART = re.compile(r"word/([a-z]+)")
#: How much of the paragraph is shown on either side of a fault.
_AROUND = 30
_ENCLOSING = {"p": _P, "tr": _TR, "tc": _TC}


@dataclass(frozen=True, eq=False)
class Paragraph:
    """One paragraph of a template: its part in Dutch, its number in that part, and its text."""

    part: str
    number: int
    text: str
    element: etree._Element

    def fault(self, message: str, start: int, end: int) -> TemplateFault:
        """A fault of this paragraph, with the words around it."""
        first, last = max(start - _AROUND, 0), end + _AROUND
        words = f"{'…' if first else ''}{self.text[first:last]}{'…' if last < len(self.text) else ''}"
        return TemplateFault(self.part, self.number, " ".join(words.split()), message)


@dataclass(frozen=True, eq=False)
class Tag:
    """One tag as written; `prefix` is docxtpl's (p, tr, tc, r), `code` what stands in it, quotes made straight."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def written(self) -> str:
        """The whole tag as it stands on the page."""
        return self.paragraph.text[self.start : self.end]

    @property
    def is_statement(self) -> bool:
        """Whether it chooses or loops, rather than prints."""
        return self.written.startswith("{%")

    @cached_property
    def prefix(self) -> str:
        """What of the page the tag takes with it: ``p``, ``tr``, ``tc``, ``r`` or nothing."""
        found = _PREFIX.match(self.written[2:])
        return found[1] if found else ""

    @cached_property
    def code(self) -> str:
        """The expression or statement, without braces, prefix and the signs that eat white space."""
        return self.written[2 + len(self.prefix) : -2].strip().strip("-+").strip().translate(_STRAIGHT)

    @property
    def keyword(self) -> str:
        """The first word of a statement."""
        return self.code.partition(" ")[0]

    @property
    def has_curly_quotes(self) -> bool:
        """Whether Word made typed quotes curly."""
        return self.written != self.written.translate(_STRAIGHT)

    @property
    def taken(self) -> etree._Element | None:
        """The paragraph, row or cell that goes when the tag is carried out; None when it takes nothing."""
        kind = _ENCLOSING.get(self.prefix)
        element = self.paragraph.element
        return element if kind == _P else next(element.iterancestors(kind), None) if kind else None

    @property
    def surroundings(self) -> etree._Element | None:
        """What the tag and its end must share."""
        around = self.paragraph.element if self.taken is None else self.taken
        return around.getparent()

    def fault(self, message: str) -> TemplateFault:
        """A fault of this tag."""
        return self.paragraph.fault(message, self.start, self.end)


def name_part(part: str) -> str:
    """What a person calls a part with text; its own name for any other."""
    found = _PART.match(part)
    return _PARTS.get(found[1], part) if found else part


def read_paragraphs(part: str, root: etree._Element) -> Iterator[Paragraph]:
    """The paragraphs of one part, numbered from 1 in reading order, those in tables and text boxes included."""
    seen = (p for p in root.iter(_P) if next(p.iterancestors(_FALLBACK), None) is None)
    for number, element in enumerate(seen, start=1):
        yield Paragraph(part, number, words_of(element, list(element.iter(_BOX))), element)


def read_tags(paragraph: Paragraph) -> Iterator[Tag | TemplateFault]:
    """The tags of a paragraph in order, and a fault for each that does not close or does not open."""
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(paragraph.text):
        if mark[0] in _CLOSERS:
            if opened is not None:
                yield _unclosed(paragraph, opened, mark.start())
            opened = mark
        elif opened is not None and mark[0] == _CLOSERS[opened[0]]:
            yield Tag(paragraph, opened.start(), mark.end())
            opened = None
        elif opened is None and mark[0] != "#}":
            yield paragraph.fault(f"hier sluit “{mark[0]}” iets dat niet geopend is", mark.start(), mark.end())
    if opened is not None:
        yield _unclosed(paragraph, opened, len(paragraph.text))


def _unclosed(paragraph: Paragraph, opened: re.Match[str], end: int) -> TemplateFault:
    closer = _CLOSERS[opened[0]]
    return paragraph.fault(f"“{opened[0]}” wordt in deze alinea niet gesloten met “{closer}”", opened.start(), end)
