"""A Word file as a page tree: what a word processor would put on paper, with everything that it looks up looked up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from docgen.formats.docx.blocks import BlockReader
from docgen.formats.docx.core import CORE_PART
from docgen.formats.docx.design import Design, read_design, read_language
from docgen.formats.docx.line import LineReader
from docgen.formats.docx.looks import Looks
from docgen.formats.docx.numbering import Counter
from docgen.formats.docx.package import Package, parse_xml, w
from docgen.formats.docx.relations import Relation, read_relations
from docgen.formats.docx.sections import Stretch, split_body
from docgen.formats.docx.tall_rows import let_tall_rows_break
from docgen.model.page import Block, Content, PageTree, Section, Strip

_DC = "{http://purl.org/dc/elements/1.1/}"
#: The parts that make the design of a file, by the kind of their relation.
DESIGN = ("styles", "theme", "numbering", "settings", "fontTable")
#: Footnotes that are no notes but the lines between text and notes.
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))


@dataclass(eq=False)
class _File:
    """A Word file that is being read."""

    package: Package
    document: str
    relations: Mapping[str, Relation]
    design: Design
    looks: Looks = field(default_factory=Looks)
    counter: Counter = field(init=False)

    def __post_init__(self) -> None:
        self.counter = Counter(self.design.lists)


def read_page_tree(docx: bytes, own_fonts: Collection[str] = ()) -> PageTree:
    """The page tree of a Word file. What it cannot hold is left out: `find_unsupported` tells what that is.

    `own_fonts` are the names, in small letters, of fonts that can be printed with besides the shipped ones.
    Raises UnreadableFileError when the file cannot be opened.
    """
    package = Package(docx)
    document = package.find_document()
    relations = read_relations(package, document)
    file = _File(package, document, relations, find_design(package, relations, own_fonts))
    body = package.parse(document).find(w("body"))
    line = LineReader(file.design, file.looks, relations)
    blocks = BlockReader(file.design, file.looks, line, file.counter, 0)
    line.read_note = _Notes(file).read
    stretches = split_body(body, file.design.theme) if body is not None else []
    sections = tuple(_read_section(stretch, file, blocks) for stretch in stretches)
    pictures = {name: package.read_shared(name) for name in sorted(file.looks.pictures & package.names)}
    return PageTree(_to_content(file, sections), pictures)


def find_design(package: Package, relations: Mapping[str, Relation], own_fonts: Collection[str] = ()) -> Design:
    """The design of a file, by the parts that its document names."""
    targets = {relation.kind: relation.target for relation in relations.values() if not relation.is_outside}
    parts = (targets.get(kind, "") for kind in DESIGN)
    read = tuple(package.read_shared(part) if part in package.names else b"" for part in parts)
    return read_design(read, frozenset(own_fonts))


def _read_section(stretch: Stretch, file: _File, blocks: BlockReader) -> Section:
    blocks.width = stretch.text_width
    body, _ = blocks.read(stretch.elements)
    strips = {
        key: _read_strip(file.relations[relation].target, file, stretch)
        for key, relation in stretch.strips.items()
        if relation in file.relations
    }
    return Section(
        width=stretch.width,
        height=stretch.height,
        margins=stretch.margins,
        header_at=stretch.header_at,
        footer_at=stretch.footer_at,
        blocks=let_tall_rows_break(body, file.looks.texts, stretch.height - stretch.margins[0] - stretch.margins[2]),
        header=strips.get(("header", "default")),
        footer=strips.get(("footer", "default")),
        first_header=strips.get(("header", "first")),
        first_footer=strips.get(("footer", "first")),
        even_header=strips.get(("header", "even")),
        even_footer=strips.get(("footer", "even")),
        has_first=stretch.has_first,
        has_even=file.design.settings.has_even,
        columns=stretch.columns,
        column_gap=stretch.column_gap,
        frame=stretch.frame,
        starts=stretch.starts,
        first_number=stretch.first_number,
        number_format=stretch.number_format,
    )


def _read_strip(part: str, file: _File, stretch: Stretch) -> Strip:
    line = LineReader(file.design, file.looks, read_relations(file.package, part))
    room = stretch.width - stretch.margins[1] - stretch.margins[3]
    reader = BlockReader(file.design, file.looks, line, file.counter, room)
    reader.has_headings = False
    return Strip(*reader.read(file.package.parse(part)))


class _Notes:
    """The footnotes of a file, read when the text comes upon them."""

    def __init__(self, file: _File) -> None:
        self._file = file
        self._notes: Mapping[str, etree._Element] | None = None
        self._part = next((r.target for r in file.relations.values() if r.kind == "footnotes"), "")

    def read(self, number: str) -> tuple[Block, ...]:
        """The blocks of the note with that id."""
        if self._notes is None:
            notes = self._file.package.parse(self._part) if self._part in self._file.package.names else ()
            self._notes = {note.get(w("id"), ""): note for note in notes if note.get(w("type")) not in _SEPARATORS}
        if (note := self._notes.get(number)) is None:
            return ()
        line = LineReader(self._file.design, self._file.looks, read_relations(self._file.package, self._part))
        reader = BlockReader(self._file.design, self._file.looks, line, self._file.counter, 0)
        reader.has_headings = False
        return reader.read(note)[0]


def _to_content(file: _File, sections: tuple[Section, ...]) -> Content:
    design, core = file.design, _read_core(file.package)
    written = core.get("language") or design.styles.run.get("language") or design.settings.language or "nl-BE"
    language, region = read_language(written)
    return Content(
        title=core.get("title", ""),
        language=language,
        region=region,
        font=file.looks.texts[0].font if file.looks.texts else "Carlito",
        default_tab=design.settings.default_tab,
        text_looks=file.looks.texts,
        paragraph_looks=file.looks.paragraphs,
        sections=sections,
    )


def _read_core(package: Package) -> Mapping[str, str]:
    if CORE_PART not in package.names:
        return {}
    return _parse_core(package.read_shared(CORE_PART))


@lru_cache(maxsize=16)
def _parse_core(part: bytes) -> Mapping[str, str]:
    return {child.tag.removeprefix(_DC): child.text or "" for child in parse_xml(part) if isinstance(child.tag, str)}
