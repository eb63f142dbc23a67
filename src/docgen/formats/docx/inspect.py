"""What of a Word file a PDF made without a word processor would lose: each with its place, its words, and a mend."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from docgen.formats.docx.compiled import TEXT_PART
from docgen.formats.docx.fields import COUNTED, kind_of
from docgen.formats.docx.fields import name_of as name_of_field
from docgen.formats.docx.inspect_drawings import find_in_drawing
from docgen.formats.docx.inspect_elements import StyleCheck, judge
from docgen.formats.docx.inspect_letters import LetterCheck
from docgen.formats.docx.inspect_sections import find_in_sections, find_in_settings
from docgen.formats.docx.package import Package, w
from docgen.formats.docx.page_tree import find_design
from docgen.formats.docx.relations import Relation, read_relations
from docgen.formats.docx.supported import FIELDS, TRACELESS, name_of
from docgen.formats.docx.tags import Paragraph, name_part, read_paragraphs
from docgen.model.document import TemplateFault

_VAL, _P, _TBL, _R, _T = w("val"), w("p"), w("tbl"), w("r"), w("t")
_FORMAT = re.compile(r"\\\*\s*(\w+)")
_PLAIN_FORMATS = frozenset(("mergeformat", "charformat", "arabic"))
#: Fields that show nothing, or are shown without a result.
_SILENT = frozenset(("XE", "TC", "TA", "RD", "PRIVATE", "FORMCHECKBOX", "FORMDROPDOWN", "SET", "ASK", "FORMTEXT"))


def find_unsupported(docx: bytes, own_fonts: Collection[str] = ()) -> tuple[TemplateFault, ...]:
    """Everything that `read_page_tree` would leave out or change, in reading order per part; each once a paragraph.

    `own_fonts` are the names, in small letters, of fonts that can be printed with besides the shipped ones.
    Raises UnreadableFileError when the file cannot be opened.
    """
    package = Package(docx)
    document = package.find_document()
    relations = read_relations(package, document)
    used = {document, *(r.target for r in relations.values() if not r.is_outside)}
    parts = sorted(
        (name for name in package.names & used if TEXT_PART.fullmatch(name) and "endnotes" not in name),
        key=lambda name: (name != document, name),
    )
    letters = LetterCheck(find_design(package, relations, own_fonts))
    styles = StyleCheck(_read_styles(package, relations))
    checks = [_PartCheck(part, package.parse(part), read_relations(package, part), styles) for part in parts]
    found = [fault for check in checks for fault in check.find(letters)]
    settings = next((r.target for r in relations.values() if r.kind == "settings"), "")
    if settings in package.names:
        found += [TemplateFault("instellingen", 0, "", text) for text in find_in_settings(package.parse(settings))]
    return tuple(dict.fromkeys(found))


def _read_styles(package: Package, relations: Mapping[str, Relation]) -> dict[str, etree._Element]:
    part = next((r.target for r in relations.values() if r.kind == "styles"), "")
    root = package.parse(part) if part in package.names else ()
    return {style.get(w("styleId"), ""): style for style in root if style.tag == w("style")}


@dataclass(eq=False)
class _PartCheck:
    """The check of one part; `styles` are those of the whole file."""

    name: str
    root: etree._Element
    relations: Mapping[str, Relation]
    styles: StyleCheck
    _codes: list[str] = field(default_factory=list)
    _paragraphs: dict[etree._Element, Paragraph] = field(default_factory=dict)
    _last: Paragraph | None = None

    def find(self, letters: LetterCheck) -> Iterator[TemplateFault]:
        """What is lost of this part."""
        part = name_part(self.name)
        self._paragraphs = {each.element: each for each in read_paragraphs(part, self.root)}
        yield from self._walk(self.root)
        for section, message in find_in_sections(self.root):
            self._last = self._paragraphs.get(next(section.iterancestors(_P), section), self._last)
            yield self._fault(section, message)
        for paragraph in self._paragraphs.values():
            self._last = paragraph
            for element, message in letters.find(paragraph, is_body=part == "tekst"):
                yield self._fault(element, message)

    def _walk(self, element: etree._Element) -> Iterator[TemplateFault]:
        for child in element:
            if not isinstance(child.tag, str):
                continue
            self._last = self._paragraphs.get(self._first_in(child), self._last)
            name = name_of(child.tag)
            message = judge(name, child)
            if message:
                yield self._fault(child, message)
            elif name == "drawing":
                yield from (self._fault(child, lost) for lost in find_in_drawing(child, self.relations))
            elif name not in TRACELESS:
                yield from self._look_at_field(name, child)
                yield from (self._fault(child, lost) for lost in self.styles.find(child))
                yield from self._walk(child)

    @staticmethod
    def _first_in(element: etree._Element) -> etree._Element:
        """The paragraph that stands for an element: itself, or the first one of a table."""
        return next(element.iter(_P), element) if element.tag == _TBL else element

    def _look_at_field(self, name: str, element: etree._Element) -> Iterator[TemplateFault]:
        if name == "instrText" and self._codes:
            self._codes[-1] += element.text or ""
        elif name == "fldSimple":
            yield from self._judge_field(element, element.get(w("instr"), ""), has_result=True)
        elif name == "fldChar" and kind_of(element) == "begin":
            self._codes.append("")
        elif name == "fldChar" and self._codes:
            is_end = kind_of(element) == "end"
            yield from self._judge_field(element, self._codes[-1], has_result=not is_end)
            self._codes[-1] = ""
            if is_end:
                self._codes.pop()

    def _judge_field(self, element: etree._Element, code: str, *, has_result: bool) -> Iterator[TemplateFault]:
        name = name_of_field(code)
        formats = {found.lower() for found in _FORMAT.findall(code)}
        if name in FIELDS:
            yield self._fault(element, FIELDS[name])
        elif name in COUNTED and not formats <= _PLAIN_FORMATS:
            yield self._fault(
                element, f"het veld {name} kan hier geen eigen getaltype hebben; kies het bij Paginanummers opmaken"
            )
        elif name and not has_result and name not in COUNTED and name not in _SILENT:
            yield self._fault(element, f"het veld {name} heeft nog geen uitkomst; werk het in Word bij met F9")

    def _fault(self, element: etree._Element, message: str) -> TemplateFault:
        paragraph = self._last
        if paragraph is None:
            return TemplateFault(name_part(self.name), 0, "", message)
        at = 0
        for each in paragraph.element.iter():
            if each is element:
                break
            at += len(each.text or "") if each.tag == _T else 0
        return paragraph.fault(message, min(at, len(paragraph.text)), min(at, len(paragraph.text)))
