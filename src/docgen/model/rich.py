r"""What a context may print in a Word template besides plain text: passages with their own look, pictures, documents.

Plain descriptions, made by a family; of these a designed page (``.typ``) can print pictures only. In every text here
``\n`` is a new line and ``\t`` a tab; ``\a`` starts a new paragraph and ``\f`` a new page.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """A stretch of text in one look; `style` is a character style, `size` in half points, `color` six hex digits."""

    text: str
    style: str = ""
    color: str = ""
    highlight: str = ""
    size: int = 0
    subscript: bool = False
    superscript: bool = False
    bold: bool = False
    italic: bool = False
    underline: str = ""
    strike: bool = False
    font: str = ""
    url: str = ""
    rtl: bool = False
    lang: str = ""


@dataclass(frozen=True)
class RichText:
    """Passages within a paragraph: ``{{r naam }}`` in the template. A link (`url`) works in the body only."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class RichParagraph:
    """A paragraph of passages, in a paragraph style of the template."""

    text: RichText
    style: str = ""


@dataclass(frozen=True)
class RichParagraphs:
    """Whole paragraphs: ``{{p naam }}`` in the template."""

    paragraphs: tuple[RichParagraph, ...]


@dataclass(frozen=True)
class Listing:
    """Text in the look of its place that may start new paragraphs and pages: ``{{ naam }}`` in the template."""

    text: str


@dataclass(frozen=True)
class Picture:
    """A PNG or JPEG in the line, in body, header or footer; sizes in millimetres, one of them keeps the shape."""

    data: bytes
    width: float | None = None
    height: float | None = None
    description: str = ""
    url: str = ""


@dataclass(frozen=True)
class Code:
    """A QR code in the line, `side` millimetres wide with its white border; it holds any bytes."""

    data: bytes
    side: float
    description: str = ""


@dataclass(frozen=True)
class Subdocument:
    """Another Word file, put in whole with its styles and pictures: ``{{p naam }}`` in the template's body."""

    data: bytes
