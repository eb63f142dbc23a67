"""Rows that would not fit on a page by themselves: as in Word, such a row breaks, whatever was asked for it.

How high a row becomes is only known once it is laid out; here it is taken a little too high rather than too low, so
that no text can run off the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from docgen.model.page import Block, Cell, Mark, Paragraph, Row, Table, Text, TextLook

#: Width of a letter and height of a line, in parts of the font's size: both above the average of running text.
_LETTER, _LINE = 0.55, 1.3
#: A row with fewer letters than this fits on any page.
_FEW = 400


def let_tall_rows_break(blocks: Sequence[Block], looks: Sequence[TextLook], room: float) -> tuple[Block, ...]:
    """The same blocks; a row that may be higher than `room`, the height of a page's text, is no longer kept whole."""
    return tuple(_loosen(block, looks, room) if isinstance(block, Table) else block for block in blocks)


def _loosen(table: Table, looks: Sequence[TextLook], room: float) -> Table:
    left = room - sum(_row_height(row, table, looks) for row in table.rows if row.header)
    rows = [
        replace(row, cant_split=False) if row.cant_split and _row_height(row, table, looks) > left else row
        for row in table.rows
    ]
    return replace(table, rows=tuple(rows)) if rows != list(table.rows) else table


def _row_height(row: Row, table: Table, looks: Sequence[TextLook]) -> float:
    if sum(map(_count_letters, row.cells)) < _FEW:
        return 0.0
    return max(_cell_height(cell, table.widths, looks) for cell in row.cells)


def _count_letters(cell: Cell) -> int:
    paragraphs = (block for block in cell.blocks if isinstance(block, Paragraph))
    return sum(
        len(item.text) if isinstance(item, Text) else 40 * (isinstance(item, Mark) and item.kind == "line")
        for paragraph in paragraphs
        for item in paragraph.inlines
    )


def _cell_height(cell: Cell, widths: Sequence[float], looks: Sequence[TextLook]) -> float:
    top, right, bottom, left = cell.inset
    width = max(sum(widths[cell.column : cell.column + cell.colspan]) - left - right, 1)
    paragraphs = (block for block in cell.blocks if isinstance(block, Paragraph))
    return top + bottom + sum(_paragraph_height(paragraph, width, looks) for paragraph in paragraphs)


def _paragraph_height(paragraph: Paragraph, width: float, looks: Sequence[TextLook]) -> float:
    """Every stretch between line breaks takes a line at least."""
    size, lines, length = looks[paragraph.mark].size, 0, 0.0
    for item in paragraph.inlines:
        if isinstance(item, Text):
            look = looks[item.look]
            size, length = max(size, look.size), length + len(item.text) * _LETTER * look.size
        elif isinstance(item, Mark) and item.kind == "line":
            lines, length = lines + max(ceil(length / width), 1), 0.0
    return paragraph.above + (lines + max(ceil(length / width), 1)) * _LINE * size
