"""A page tree as the JSON that ``word.typ`` lays out: all that can be worked out beforehand is worked out here.

typst looks up, compares and counts far slower than Python, and remembers what it made of the same data before. So each
combination of letters and line height gets a number (its dress), each frame of a cell too, and paragraphs that hold
nothing but letters are marked: those take a short way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from docgen.formats.pdf.dress import find_extra, is_plain, write_dress, write_look
from docgen.formats.pdf.fonts import Font
from docgen.model.page import (
    Block,
    Bookmark,
    Border,
    Borders,
    Cell,
    CheckBox,
    Content,
    Inline,
    Note,
    Paragraph,
    ParagraphLook,
    Picture,
    Row,
    Section,
    Table,
    Text,
)

Json = dict[str, Any]
#: Part of its size that a letter is wide at most, in all shipped fonts and bold too; wider words are measured.
_WIDE, _MOST, _NARROW = 0.65, 1.0, dict.fromkeys("fijlrtI.,:;'’!|()[]/", 0.4)
_WIDTHS = {**_NARROW, **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&€", 0.8), **dict.fromkeys("mwMW@%—…", _MOST)}
_EVEN = "Liberation Mono"
_BETWEEN_WORDS = re.compile(r"[\s-]")
_STRIPS = ("header", "footer", "first_header", "first_footer", "even_header", "even_footer")
_CELL_LOOK = ("inset", "borders", "shade", "valign")
_NO_BORDERS = Borders()


@dataclass(frozen=True)
class _Room:
    """Where blocks stand: how wide, and whether the letters round them look as the page's own."""

    width: float
    in_note: bool = False


@dataclass(frozen=True)
class _Line:
    """The lines of one paragraph: its look, what its line rule adds below each, how wide they are, and where."""

    look: ParagraphLook
    lead: float
    width: float
    room: _Room


class PageWriter:
    """Writes one document; `places` are its bookmarks, each of which stands in it once, `texts` is all text."""

    def __init__(self, content: Content, pictures: Mapping[str, str], find_font: Callable[[str], Font]) -> None:
        """`pictures` gives each picture its file; `find_font` the font by which a name of the file is printed."""
        self._content, self._pictures = content, pictures
        self._letters = [(look, find_font(look.font)) for look in content.text_looks]
        self._plain = [is_plain(look) for look in content.text_looks]
        self._straight = [_is_straight(look) for look in content.paragraph_looks]
        self._extras: dict[tuple[int, float], float] = {}
        self._dresses: dict[tuple[int, str, float, float], int] = {}
        self._cell_looks: dict[tuple[Cell | object, ...], int] = {}
        self.places: dict[str, None] = {}
        self.texts: list[str] = []

    def write_sections(self) -> bytes:
        """The sections of the document, without their headers and footers."""
        return to_json([self._section(section) for section in self._content.sections])

    def write_strips(self) -> bytes:
        """The headers and footers of each section, by the pages that they stand on."""
        return to_json([self._strips(section) for section in self._content.sections])

    def write_looks(self) -> bytes:
        """What all that points at, to be written after it; as a rule the same for all documents of a template."""
        content = self._content
        looks = {
            "language": content.language,
            "region": content.region or None,
            "default_tab": content.default_tab,
            "text_looks": [write_look(*letters) for letters in self._letters],
            "paragraph_looks": content.paragraph_looks,
            "dresses": [write_dress(*self._letters[at], *rest) for at, *rest in self._dresses],
            "cell_looks": [dict(zip(_CELL_LOOK, look, strict=True)) for look in self._cell_looks],
        }
        return to_json(looks)

    def _section(self, section: Section) -> Json:
        column = (_room_of(section).width - section.column_gap * (section.columns - 1)) / section.columns
        written = {**vars(section), "blocks": self._blocks(section.blocks, _Room(column))}
        return {key: value for key, value in written.items() if key not in _STRIPS}

    def _strips(self, section: Section) -> Json:
        room = _room_of(section)
        strips = ((key, getattr(section, key)) for key in _STRIPS)
        return {key: {**vars(strip), "blocks": self._blocks(strip.blocks, room)} for key, strip in strips if strip}

    def _blocks(self, blocks: Iterable[Block], room: _Room) -> list[Json]:
        return [
            self._paragraph(block, room)
            if isinstance(block, Paragraph)
            else self._table(block, room)
            if isinstance(block, Table)
            else {"kind": block.kind}
            for block in blocks
        ]

    def _paragraph(self, block: Paragraph, room: _Room) -> Json:
        look = self._content.paragraph_looks[block.look]
        line = _Line(look, self._find_lead(block, look), room.width - look.left - look.right, room)
        written: Json = {
            "kind": block.kind,
            "look": block.look,
            "lead": line.lead,
            "above": block.above,
            "before": block.before,
            "heading": block.heading,
            "label": None,
            "joined": block.joined,
        }
        if self._straight[block.look] and not (room.in_note or block.heading or block.label):
            written["runs"] = runs = self._runs(block, line)
            if runs:
                return written
        if block.label is not None:
            written["label"] = {**vars(block.label), "dress": self._number(block.label.look, look, 0)}
        written["mark"] = {"look": block.mark, "dress": self._number(block.mark, look, line.lead)}
        written["runs"], written["inlines"] = (), [self._inline(it, line) for it in block.inlines]
        return written

    def _runs(self, block: Paragraph, line: _Line) -> list[tuple[int, str]]:
        """Dress and letters of a paragraph that holds nothing else, none linked or too wide; empty for any other."""
        runs = []
        for it in block.inlines:
            if type(it) is not Text or not self._is_short(it, line):
                return []
            runs.append((self._number(it.look, line.look, line.lead), it.text))
        self.texts += (text for _, text in runs)
        return runs

    def _is_short(self, it: Text, line: _Line) -> bool:
        """Whether letters can be set as they are."""
        return not it.link and self._plain[it.look] and self._fits(it, line)

    def _fits(self, it: Text, line: _Line) -> bool:
        """Whether no word can be wider than its line."""
        look = self._content.text_looks[it.look]
        room = line.width / (look.size + max(look.spacing, 0))
        if len(it.text) * _MOST < room:
            return True
        words = (word for word in _BETWEEN_WORDS.split(it.text) if len(word) * _MOST >= room)
        return all(_find_reach(word, even=look.font == _EVEN) < room for word in words)

    def _find_lead(self, block: Paragraph, look: ParagraphLook) -> float:
        """What the line rule adds below each line; the last line of a page goes without it.

        Letters larger than the smallest of their paragraph bring the rest themselves, in their own lines only.
        """
        if look.line_rule != "multiple" or look.line <= 1:
            return 0
        used = {it.look for it in block.inlines if type(it) is Text} or {block.mark}
        return min(self._extra(at, look.line) for at in used)

    def _extra(self, at: int, line: float) -> float:
        if (known := self._extras.get((at, line))) is None:
            known = self._extras[at, line] = find_extra(*self._letters[at], line)
        return known

    def _number(self, at: int, look: ParagraphLook, lead: float) -> int:
        """The number of the dress of these letters in such a paragraph."""
        return self._dresses.setdefault((at, look.line_rule, look.line, lead), len(self._dresses))

    def _inline(self, it: Inline, line: _Line) -> Json:
        if isinstance(it, Bookmark):
            again = it.name in self.places
            self.places[it.name] = None
            return {"kind": "bookmark-again"} if again else vars(it)
        if isinstance(it, Picture):
            return {**vars(it), "name": self._pictures[it.name]}
        written: Json = {"kind": it.kind, "look": it.look, "dress": self._number(it.look, line.look, line.lead)}
        if isinstance(it, Text):
            self.texts.append(it.text)
            told = {"text": it.text, "link": it.link, "room": None if self._fits(it, line) else line.width}
            return {**written, **told, "short": self._is_short(it, line)}
        if isinstance(it, Note):
            return {**written, "blocks": self._blocks(it.blocks, replace(line.room, in_note=True))}
        return {**written, "sign": it.sign} if isinstance(it, CheckBox) else written

    def _table(self, table: Table, room: _Room) -> Json:
        return {**vars(table), "rows": [self._row(at, table, room) for at in range(len(table.rows))]}

    def _row(self, at: int, table: Table, room: _Room) -> Json:
        row, cells = table.rows[at], []
        for cell in row.cells:
            width = sum(table.widths[cell.column : cell.column + cell.colspan]) - cell.inset[1] - cell.inset[3]
            ends = at + cell.rowspan == len(table.rows)
            cells.append(self._cell(cell, row, replace(room, width=width), ends=ends))
        height = row.height if row.height_rule == "exact" else None
        return {"height": height, "cant_split": row.cant_split, "header": row.header, "cells": cells}

    def _cell(self, cell: Cell, row: Row, room: _Room, *, ends: bool) -> Json:
        """A cell in the room that its text has; of the line below it, only that of a table's end takes room."""
        top, right, bottom, left = cell.inset
        over, under = top + _thick(cell.borders.top), bottom + (_thick(cell.borders.bottom) if ends else 0)
        look = ((over, right, under, left), cell.borders, cell.shade, cell.valign)
        is_least = row.height_rule == "at-least" and cell.rowspan == 1
        return {
            "column": cell.column,
            "colspan": cell.colspan,
            "rowspan": cell.rowspan,
            "look": self._cell_looks.setdefault(look, len(self._cell_looks)),
            "width": room.width,
            "least": row.height - over - under if is_least else None,
            "below": cell.below,
            "blocks": self._blocks(cell.blocks, room),
        }


def _find_reach(word: str, *, even: bool) -> float:
    """How wide a word can be, in parts of the size of its letters; `even` when all letters are as wide."""
    return len(word) * _WIDE if even else sum(_WIDTHS.get(letter, _WIDE) for letter in word)


def _room_of(section: Section) -> _Room:
    return _Room(section.width - section.margins[3] - section.margins[1])


def to_json(value: object) -> bytes:
    """Any of it as JSON, records as their fields."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=vars).encode()


@lru_cache(maxsize=1024)
def _is_straight(look: ParagraphLook) -> bool:
    """Whether such a paragraph begins and ends at the margins, without frame."""
    return not any((look.left, look.right, look.first, _has_frame(look)))


def _has_frame(look: ParagraphLook) -> bool:
    return bool(look.shade) or look.borders != _NO_BORDERS


def _thick(border: Border | None) -> float:
    return border.width if border else 0
