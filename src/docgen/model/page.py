"""A Word document as it must lie on paper: everything resolved, no style left to look up.

Lengths are points, colours ``#rrggbb``, an empty text means none. The whole content becomes JSON with
``json.dumps(tree.content, default=vars)``: each block and each piece of text says its ``kind``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Border:
    """One line of a frame: its style (single, double, dotted, dashed), colour and distance to what it frames.

    The width of a double line is that of both lines and the gap between them, each a third.
    """

    style: str
    width: float
    colour: str
    space: float = 0


@dataclass(frozen=True)
class Borders:
    """The four lines round something; None where there is no line."""

    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None


@dataclass(frozen=True)
class TextLook:
    """How letters look; runs point at one of these by its place in ``Content.text_looks``."""

    font: str
    size: float
    bold: bool = False
    italic: bool = False
    underline: str = ""  #: single, double, thick, dotted, dashed or wave
    underline_colour: str = ""
    strike: str = ""  #: single or double
    caps: str = ""  #: all or small
    position: str = ""  #: super or sub
    lift: float = 0  #: raised by so much, without becoming smaller
    spacing: float = 0  #: added between letters
    stretch: float = 1  #: width of the letters
    kerning: bool = False  #: pairs such as “To” set closer
    colour: str = "#000000"
    highlight: str = ""
    shade: str = ""
    boxed: Border | None = None
    language: str = "nl"
    region: str = ""


@dataclass(frozen=True)
class TabStop:
    """A tab stop measured from the paragraph's left margin of the column; kind left, center, right, decimal or bar."""

    at: float
    kind: str = "left"
    leader: str = ""  #: the character repeated up to the stop


@dataclass(frozen=True)
class ParagraphLook:
    """How a paragraph lies; paragraphs point at one of these by its place in ``Content.paragraph_looks``."""

    align: str = "left"  #: left, center, right or justify
    left: float = 0
    right: float = 0
    first: float = 0  #: added to `left` on the first line; negative when it hangs out
    line_rule: str = "multiple"  #: multiple (of the font's own height), exact or at-least (points)
    line: float = 1
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    borders: Borders = Borders()
    between: Border | None = None
    shade: str = ""
    tabs: tuple[TabStop, ...] = ()
    hyphenate: bool = False


@dataclass(frozen=True)
class Text:
    """Letters of one look; `link` is an address, or ``#name`` of a bookmark. U+00AD and U+2011 are Word's hyphens."""

    text: str
    look: int
    link: str = ""
    kind: str = "text"


@dataclass(frozen=True)
class Mark:
    """Something in the line that is not letters, by its `kind`."""

    kind: str  #: tab, line (break), page-number, page-count, section-pages, note-number (in a note)
    look: int
    link: str = ""


@dataclass(frozen=True)
class CheckBox:
    """A box to tick; `sign` is the character that stands for it in the file (☐ or ☒ as a rule)."""

    checked: bool
    look: int
    sign: str = "☐"
    kind: str = "check-box"


@dataclass(frozen=True)
class Bookmark:
    """A place that links lead to."""

    name: str
    kind: str = "bookmark"


@dataclass(frozen=True)
class Anchor:
    """Where a picture outside the line stands: a distance from, or an alignment within, what it is measured by."""

    from_x: str  #: page, margin, column, character
    from_y: str  #: page, margin, paragraph, line
    x: float = 0
    y: float = 0
    align_x: str = ""  #: left, center or right; then `x` says nothing
    align_y: str = ""  #: top, center or bottom; then `y` says nothing
    behind: bool = False
    clears: bool = False  #: no text beside it (wrapped above and below only)


@dataclass(frozen=True)
class Picture:
    """A picture; `name` is its key in ``PageTree.pictures``. A decorative one has no `alt` and is an artifact."""

    name: str
    width: float
    height: float
    alt: str
    decorative: bool = False
    anchor: Anchor | None = None
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)  #: parts of 1 cut off: top, right, bottom, left
    link: str = ""
    look: int = 0
    kind: str = "picture"


@dataclass(frozen=True)
class Note:
    """A footnote, where its number stands in the text."""

    blocks: tuple[Block, ...]
    look: int
    kind: str = "note"


Inline = Text | Mark | CheckBox | Bookmark | Picture | Note


@dataclass(frozen=True)
class Label:
    """The number or bullet of a list item. It stands at `left + first`; the text follows at the next stop."""

    text: str
    look: int
    align: str = "left"
    suffix: str = "tab"  #: tab, space or nothing
    list: int = 0  #: items of one list share it
    level: int = 0
    bullet: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `above` is the whole gap to the block before it (or to the top of its cell, header or page)."""

    look: int
    inlines: tuple[Inline, ...]
    mark: int  #: text look of the paragraph's end, which gives an empty one its height
    above: float = 0
    before: float = 0  #: its own space before: what remains of `above` at the document's start
    heading: int = 0  #: 1..6, 0 for text
    label: Label | None = None
    joined: bool = False  #: stands in one frame with the paragraph before it
    kind: str = "paragraph"


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page, or in a new column (``column-break``)."""

    kind: str = "page-break"


@dataclass(frozen=True)
class Cell:
    """A cell of a table, at `column`; those it covers by its spans are left out of their rows."""

    column: int
    blocks: tuple[Block, ...]
    colspan: int = 1
    rowspan: int = 1
    borders: Borders = Borders()
    shade: str = ""
    inset: tuple[float, float, float, float] = (0, 5.4, 0, 5.4)  #: top, right, bottom, left
    valign: str = "top"  #: top, center or bottom
    below: float = 0  #: space after its last paragraph
    header: bool = False  #: names its row


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    height: float = 0
    height_rule: str = "auto"  #: auto, at-least or exact
    cant_split: bool = False
    header: bool = False  #: repeated on each page; only the first rows can be


@dataclass(frozen=True)
class Table:
    """A table; `indent` is where its first column begins, from the column's left edge."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    indent: float = 0
    align: str = "left"
    alt: str = ""
    above: float = 0
    kind: str = "table"


Block = Paragraph | Table | PageBreak


@dataclass(frozen=True)
class Strip:
    """What stands in a header or footer; `below` is the space after its last paragraph."""

    blocks: tuple[Block, ...]
    below: float = 0


@dataclass(frozen=True)
class PageFrame:
    """Lines round each page, measured from the page's edge or from the text."""

    borders: Borders
    from_edge: bool = False
    pages: str = "all"  #: all, first or not-first


@dataclass(frozen=True)
class Section:
    """Pages of one size with the same header and footer. None for `first` or `even` means as on the other pages."""

    width: float
    height: float
    margins: tuple[float, float, float, float]  #: top, right, bottom, left; the gutter counted in
    header_at: float  #: from the page's top
    footer_at: float  #: from the page's bottom
    blocks: tuple[Block, ...]
    header: Strip | None = None
    footer: Strip | None = None
    first_header: Strip | None = None
    first_footer: Strip | None = None
    even_header: Strip | None = None
    even_footer: Strip | None = None
    has_first: bool = False
    has_even: bool = False
    columns: int = 1
    column_gap: float = 36
    frame: PageFrame | None = None
    starts: str = "next"  #: next, even, odd or continuous
    first_number: int | None = None
    number_format: str = "1"  #: 1, a, A, i or I


@dataclass(frozen=True)
class Content:
    """A whole document, ready to be laid out."""

    title: str
    language: str
    region: str
    font: str
    default_tab: float
    text_looks: tuple[TextLook, ...]
    paragraph_looks: tuple[ParagraphLook, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class PageTree:
    """A document and the bytes of its pictures by name."""

    content: Content
    pictures: Mapping[str, bytes]
