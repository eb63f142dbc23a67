"""Where everything of a form stands on its sheet: columns, texts, inputs and row heights, before anything is drawn.

One grid serves the whole sheet: the columns of the widest table. Sections lie across it, label left, input right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import accumulate
from math import ceil

from docgen.formats.xlsx.cells import area_name, cell_name
from docgen.model.form import Form, Kind, Question, Section, Table

#: Character widths that fill an A4 portrait page at a readable scale.
PAGE_WIDTH = 108.0
#: What a row number, a date, its echo in words, a text and a long text take.
_NUMBER_WIDTH, _DATE_WIDTH, _ECHO_WIDTH, _TEXT_WIDTH, _LONG_WIDTH = 3.5, 11.0, 15.0, 20.0, 29.0
#: Labels, their parts and inputs need places to begin and end, also in a form without a table.
_LEAST_COLUMNS = 6
#: Where a section's label and its part end, in character widths from the left.
_LABEL_WIDTH, _PART_WIDTH = 28.0, 44.0
_LINE, _ROOMY = 13.0, 7.5  # points: one line of text, and the air around it
#: Points: two lines in a table, five or six in a long text, and what a signature by hand takes.
_TABLE_ROW, _LONG_BOX, _SIGNATURE_BOX = 31.0, 88.0, 72.0
_SMALL_GAP = 8.0  # points, above each block
#: Excel refuses a higher row.
_MOST_HEIGHT = 409.0
#: Letters are narrower than the digits that Excel counts a width in.
_LETTERS_PER_DIGIT = 1.45


class Role(Enum):
    """What a printed text is on the sheet: decides how it looks."""

    TITLE = auto()
    INTRO = auto()
    SECTION = auto()
    LABEL = auto()
    PART = auto()
    HEADING = auto()
    NUMBER = auto()
    FOOTER = auto()


@dataclass(frozen=True)
class Area:
    """Cells of one row, from the first to the last column, merged where they are several; all count from 1."""

    row: int
    first: int
    last: int

    @property
    def cell(self) -> str:
        """The top left cell: ``D5``."""
        return cell_name(self.row, self.first)

    @property
    def cells(self) -> str:
        """The whole area: ``D5:F5``."""
        return area_name(self.row, self.first, self.last)

    @property
    def each_cell(self) -> list[str]:
        """Every cell of the area: ``D5``, ``E5``, ``F5``."""
        return [cell_name(self.row, column) for column in range(self.first, self.last + 1)]


@dataclass(frozen=True)
class Printed:
    """A text that the form prints."""

    area: Area
    words: str
    role: Role


@dataclass(frozen=True)
class Input:
    """A place to fill in, and for a date the place that echoes it in words."""

    question: Question
    area: Area
    echo: Area | None = None

    @property
    def no_echo(self) -> str:
        """What stands in the place of the echo while no date does."""
        return "" if self.question.table else self.question.form_words.date_hint


@dataclass
class Layout:
    """A form laid out on one sheet; `growing` rows adapt their height to what is typed, the others are fixed."""

    widths: tuple[float, ...]
    printed: list[Printed] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    growing: set[int] = field(default_factory=set)
    heading_rows: list[int] = field(default_factory=list)
    last_row: int = 0

    @property
    def last_column(self) -> int:
        """The rightmost column, from 1."""
        return len(self.widths)

    def whole(self, row: int) -> Area:
        """All columns of one row."""
        return Area(row, 1, self.last_column)

    def width(self, area: Area) -> float:
        """How many characters fit side by side in an area."""
        return sum(self.widths[area.first - 1 : area.last])

    def next_row(self, height: float) -> int:
        """Take the next free row, `height` points high."""
        self.last_row += 1
        self.heights[self.last_row] = height
        return self.last_row

    def print_line(self, words: str, role: Role, size: float = 1.0) -> None:
        """Print one text over the full width, as high as it needs."""
        row = self.next_row(height_of(words, self.width(self.whole(1)) / size) * size)
        self.printed.append(Printed(self.whole(row), words, role))


def lay_out(form: Form) -> Layout:
    """Give every text and input of the form its place, from top to bottom."""
    layout = Layout(_grid(form))
    layout.print_line(form.title, Role.TITLE, size=1.7)
    if form.intro:
        layout.print_line(form.intro, Role.INTRO)
    for block in form.blocks:
        layout.next_row(_SMALL_GAP)
        if block.title:
            layout.print_line(block.title, Role.SECTION, size=1.1)
        if isinstance(block, Section):
            _lay_section(layout, block)
        else:
            _lay_table(layout, block)
    if form.footer:
        layout.next_row(_SMALL_GAP)
        layout.print_line(form.footer, Role.FOOTER)
    return layout


def height_of(words: str, width: float) -> float:
    """How high a row must be to show the words over this width."""
    fit = width * _LETTERS_PER_DIGIT
    lines = sum(ceil(max(len(line), 1) / fit) for line in words.split("\n"))
    return min(lines * _LINE + _ROOMY, _MOST_HEIGHT)


def label_words(question: Question) -> str:
    """The printed label, with the duty to fill it in said in words."""
    return _with_duty(question.label, question)


def _with_duty(words: str, question: Question) -> str:
    return f"{words} ({question.form_words.required})" if question.ask.required else words


def _grid(form: Form) -> tuple[float, ...]:
    """The widths of the sheet's columns: as wide as any table needs, the last one taking what is left."""
    widths: list[float] = []
    for table in form.tables.values():
        wanted = _table_widths(table)
        widths += wanted[len(widths) :]
        widths = [max(pair) for pair in zip(widths, wanted + widths[len(wanted) :], strict=True)]
    spare = _NUMBER_WIDTH, _DATE_WIDTH, _ECHO_WIDTH, _ECHO_WIDTH, _TEXT_WIDTH, _LONG_WIDTH
    widths += spare[len(widths) : _LEAST_COLUMNS]
    widths[-1] += max(0.0, PAGE_WIDTH - sum(widths))
    return tuple(widths)


def _table_widths(table: Table) -> list[float]:
    widths = [_NUMBER_WIDTH]
    for column in table.columns:
        widths.append(_column_width(column))
        if column.kind is Kind.DATE:
            widths.append(_ECHO_WIDTH)
    return widths


def _column_width(column: Question) -> float:
    if column.kind is Kind.DATE:
        return _DATE_WIDTH
    if column.kind is Kind.CHOICE:
        # Room for the longest word and the arrow of the list; a sentence among the choices breaks over lines.
        longest = max(len(word) for words in (*column.choices, column.label) for word in words.split())
        return min(max(longest * 0.92 + 1, 9.0), 18.0)
    return _LONG_WIDTH if column.kind is Kind.LONG_TEXT else _TEXT_WIDTH


def _lay_section(layout: Layout, section: Section) -> None:
    for question in section.questions:
        if question.kind is Kind.LONG_TEXT and not question.ask.part:
            _lay_box(layout, question)
        else:
            _lay_line(layout, question)


def _lay_box(layout: Layout, question: Question) -> None:
    layout.print_line(label_words(question), Role.LABEL)
    layout.inputs.append(Input(question, layout.whole(layout.next_row(_LONG_BOX))))


def _lay_line(layout: Layout, question: Question) -> None:
    label_end, part_end = _ends(layout.widths)
    part = question.ask.part
    words = question.label if part else label_words(question)
    label = Area(layout.last_row + 1, 1, label_end if part else part_end)
    row = layout.next_row(_line_height(question, words, layout.width(label)))
    layout.printed.append(Printed(label, words, Role.LABEL))
    if part:
        layout.printed.append(Printed(Area(row, label_end + 1, part_end), _with_duty(part, question), Role.PART))
    layout.inputs.append(_line_input(question, Area(row, part_end + 1, layout.last_column)))


def _line_input(question: Question, room: Area) -> Input:
    if question.kind is not Kind.DATE:
        return Input(question, room)
    return Input(question, Area(room.row, room.first, room.first), Area(room.row, room.first + 1, room.last))


def _line_height(question: Question, words: str, width: float) -> float:
    return _SIGNATURE_BOX if question.kind is Kind.SIGNATURE else height_of(words, width)


def _ends(widths: tuple[float, ...]) -> tuple[int, int]:
    """The last column of the labels and of their parts; always two columns stay free for the inputs."""
    sums = list(accumulate(widths))
    label_end = next(n for n, reached in enumerate(sums, start=1) if reached >= _LABEL_WIDTH)
    part_end = next(n for n, reached in enumerate(sums, start=1) if reached >= _PART_WIDTH and n > label_end)
    most = len(widths) - 2
    return min(label_end, most - 1), min(part_end, most)


def _lay_table(layout: Layout, table: Table) -> None:
    heading = layout.next_row(2 * _LINE + _ROOMY)
    layout.heading_rows.append(heading)
    printed = table.columns[0].form_words
    layout.printed.append(Printed(Area(heading, 1, 1), printed.number, Role.HEADING))
    for question, area, echo in _columns(layout, table, heading):
        words = f"{label_words(question)}\n({printed.date_hint})" if echo else label_words(question)
        layout.printed.append(Printed(area, words, Role.HEADING))
        if echo:
            layout.printed.append(Printed(echo, printed.date_in_words, Role.HEADING))
    for number in table.row_numbers:
        row = layout.next_row(_TABLE_ROW)
        layout.growing.add(row)
        layout.printed.append(Printed(Area(row, 1, 1), str(number), Role.NUMBER))
        for column, area, echo in _columns(layout, table, row):
            layout.inputs.append(Input(table.question(number, column.name), area, echo))


def _columns(layout: Layout, table: Table, row: int) -> Iterator[tuple[Question, Area, Area | None]]:
    at = 2
    for column in table.columns:
        has_echo = column.kind is Kind.DATE
        last = layout.last_column if column is table.columns[-1] and not has_echo else at
        yield column, Area(row, at, last), Area(row, last + 1, last + 1) if has_echo else None
        at = last + (2 if has_echo else 1)
