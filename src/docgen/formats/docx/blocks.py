"""Paragraphs and tables one after another: the gap above each, list labels, headings, and breaks to a new page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from docgen.formats.docx.design import Design, Manner
from docgen.formats.docx.line import LineReader, Piece
from docgen.formats.docx.looks import Looks
from docgen.formats.docx.numbering import Counter
from docgen.formats.docx.package import w
from docgen.formats.docx.signs import translate
from docgen.formats.docx.styles import NO_LAYER, Layer
from docgen.formats.docx.tables import TableReader
from docgen.model.page import Block, Bookmark, Borders, Inline, Label, PageBreak, Paragraph, Table

_P, _TBL, _PPR, _RPR = w("p"), w("tbl"), w("pPr"), w("rPr")
_BOOKMARK, _NAME = w("bookmarkStart"), w("name")
#: Wrappers of whole paragraphs and tables that are read as if they were not there.
TRANSPARENT = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_NO_BORDERS = Borders()


class BlockReader:
    """Reads the blocks of one part; what it counts (list items, heading levels) goes on from call to call."""

    def __init__(self, design: Design, looks: Looks, line: LineReader, counter: Counter, width: float) -> None:
        """`width` is what the text of the page has; a table may take a part of it."""
        self._design, self._looks, self._line, self._counter = design, looks, line, counter
        self.width = width
        self.has_headings = True
        self._heading = 0

    def read(
        self, elements: Iterable[etree._Element], layer: Layer = NO_LAYER, backdrop: str = ""
    ) -> tuple[tuple[Block, ...], float]:
        """The blocks that these elements make, and the space after the last of them."""
        blocks: list[Block] = []
        last: Manner | None = None
        carried: list[Piece] = []
        for element in flatten(elements):
            if element.tag == _BOOKMARK:
                carried.append(Bookmark(element.get(_NAME, "")))
            elif element.tag == _TBL:
                table = self._read_table(element, last, blocks)
                if table is not None:
                    blocks.append(table)
                    last = None
            else:
                properties = element.find(_PPR)
                manner = self._design.manner(properties, layer, backdrop)
                pieces = [*carried, *self._line.read(element, manner)]
                # A paragraph whose end was deleted (a tracked change) runs on into the next one, and lies as that does.
                carried = pieces if _is_mark_deleted(properties) else []
                if not carried:
                    blocks.extend(self._read_paragraph(properties, manner, pieces, last, blocks))
                    last = manner
        return tuple(blocks), last.after if last else 0

    def _read_table(self, element: etree._Element, last: Manner | None, blocks: list[Block]) -> Table | None:
        above = last.after if last and blocks and type(blocks[-1]) is Paragraph else 0
        reader = TableReader(self._design, self)
        return reader.read(element, above)

    def _read_paragraph(
        self,
        properties: etree._Element | None,
        manner: Manner,
        pieces: list[Piece],
        last: Manner | None,
        blocks: list[Block],
    ) -> Iterator[Block]:
        mark = None if properties is None else properties.find(_RPR)
        before = manner.before
        if blocks and last is not None and type(blocks[-1]) is Paragraph:
            above, before = _find_gap(last, manner)
            joined = manner.look.borders != _NO_BORDERS and _frame_of(last) == _frame_of(manner)
        else:
            above, joined = before, False
        label = self._find_label(mark, manner)
        look, end = self._looks.paragraph(manner.look), self._looks.text(self._design.mark_look(mark, manner))
        for line in _split(pieces):
            if isinstance(line, PageBreak):
                yield line
                above, before, label, joined = 0, 0, None, False
            else:
                heading = self._find_heading(manner, line)
                yield Paragraph(look, tuple(line), end, above, before, heading, label, joined)

    def _find_heading(self, manner: Manner, line: list[Inline]) -> int:
        """The heading's level, never more than one below the heading before it: readers of a PDF count on that."""
        if not manner.heading or not self.has_headings or not any(getattr(piece, "text", "").strip() for piece in line):
            return 0
        self._heading = min(manner.heading, self._heading + 1)
        return self._heading

    def _find_label(self, mark: etree._Element | None, manner: Manner) -> Label | None:
        if not manner.number:
            return None
        level = self._design.find_level(manner)
        text = self._counter.find_label(manner.number, manner.level)
        text = translate(text, level.run.get("font", "")) if level.format == "bullet" else text
        if not text.strip():
            return None
        return Label(
            text=text,
            look=self._looks.text(self._design.label_look(mark, level, manner)),
            align=level.align,
            suffix=level.suffix,
            list=int(manner.number) if manner.number.isdigit() else 0,
            level=manner.level,
            bullet=level.format == "bullet",
        )


def flatten(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Paragraphs, tables and bookmarks between them, whatever wraps them."""
    for element in elements:
        tag = element.tag
        if tag in (_P, _TBL, _BOOKMARK):
            yield element
        elif tag in TRANSPARENT:
            yield from flatten(element)


def _find_gap(last: Manner, manner: Manner) -> tuple[float, float]:
    """The gap between two paragraphs, and what of it the second asks for; Word takes the larger of the two."""
    same = last.style == manner.style
    after = 0 if same and last.contextual else last.after
    before = 0 if same and manner.contextual else manner.before
    return max(after, before), before


def _frame_of(manner: Manner) -> tuple[Borders, float, float]:
    return manner.look.borders, manner.look.left + min(manner.look.first, 0), manner.look.right


def _split(pieces: list[Piece]) -> Iterator[list[Inline] | PageBreak]:
    """The lines of a paragraph up to and after each break to a new page or column, and the break itself.

    A break at the end takes the paragraph's end with it to the old page, as Word does; one at the start leaves
    nothing behind.
    """
    part: list[Inline] = []
    begun = False
    for at, piece in enumerate(pieces):
        if type(piece) is not PageBreak:
            part.append(piece)  # type: ignore[arg-type]  # what is no page break is an inline
            begun = True
            continue
        if begun or at == len(pieces) - 1:
            yield part
        yield piece
        part, begun = [], at == len(pieces) - 1
        if begun:
            return
    yield part


def _is_mark_deleted(properties: etree._Element | None) -> bool:
    return properties is not None and properties.find(f"{_RPR}/{w('del')}") is not None
