"""Letters, signs, labels and headings that a PDF made without a word processor would show otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.formats.docx.design import Design, Manner
from docgen.formats.docx.fonts import BOX_FONTS, SIGN_FONTS, is_known
from docgen.formats.docx.numbering import KNOWN_FORMATS
from docgen.formats.docx.package import w
from docgen.formats.docx.signs import BOXES, find_sign
from docgen.formats.docx.signs import is_known as is_known_sign
from docgen.formats.docx.styles import NO_LAYER
from docgen.formats.docx.tags import Paragraph

_R, _T, _SYM, _RPR, _PPR = w("r"), w("t"), w("sym"), w("rPr"), w("pPr")
_STATEMENT = re.compile(r"\s*\{%[^%]*%\}\s*")
Lost = tuple[etree._Element, str]  # noqa: SLF001 - lxml's name for an element


class LetterCheck:
    """Checks the paragraphs of a file one by one; each unknown font is told once."""

    def __init__(self, design: Design) -> None:
        """No font has been met, no heading has gone before."""
        self._design = design
        self._met: set[str] = set()
        self._heading = 0

    def find(self, paragraph: Paragraph, *, is_body: bool) -> Iterator[Lost]:
        """What is lost of one paragraph, with the element where it happens."""
        manner = self._design.manner(paragraph.element.find(_PPR), NO_LAYER, "")
        for run in paragraph.element.iter(_R):
            yield from self._find_in_run(run, manner)
        if manner.number:
            yield from self._find_in_label(paragraph, manner)
        if is_body and manner.heading and paragraph.text.strip() and not _STATEMENT.fullmatch(paragraph.text):
            yield from self._find_in_heading(paragraph, manner.heading)

    def _find_in_run(self, run: etree._Element, manner: Manner) -> Iterator[Lost]:
        letters = self._design.letters(run.find(_RPR), manner)
        if letters is None:
            return
        text = "".join(each.text or "" for each in run.iterchildren(_T))
        if letters.font.lower() in SIGN_FONTS:
            if not is_known_sign(text, letters.font):
                yield run, f"een teken van {letters.font} bestaat niet in de PDF; kies een gewoon teken, bijvoorbeeld •"
        elif text.strip() and not (letters.font.lower() in BOX_FONTS and all(sign in BOXES for sign in text.strip())):
            yield from self._find_in_font(run, letters.font)
        for sign in run.iterchildren(_SYM):
            code, font = sign.get(w("char"), ""), sign.get(w("font"), "")
            if not re.fullmatch("[0-9A-Fa-f]{1,6}", code) or not find_sign(int(code, 16), font):
                yield sign, f"een teken van {font} bestaat niet in de PDF; kies een gewoon teken, bijvoorbeeld •"

    def _find_in_font(self, element: etree._Element, font: str) -> Iterator[Lost]:
        if font in self._met or is_known(font, self._design.own_fonts):
            return
        self._met.add(font)
        yield (
            element,
            (
                f"het lettertype “{font}” is er niet voor de PDF; kies Calibri, Arial, Cambria, Times New Roman "
                "of Courier New, of leg de bestanden van het lettertype in de map fonts van uw sjablonen"
            ),
        )

    def _find_in_label(self, paragraph: Paragraph, manner: Manner) -> Iterator[Lost]:
        level = self._design.find_level(manner)
        font = level.run.get("font", "")
        if level.format not in KNOWN_FORMATS:
            yield paragraph.element, "deze manier van nummeren kan niet in de PDF; kies 1, a, A, i of I"
        elif font.lower() in SIGN_FONTS:
            if level.format == "bullet" and not is_known_sign(level.text, font):
                yield paragraph.element, f"het opsommingsteken van {font} bestaat niet in de PDF; kies • of –"
        elif font:
            yield from self._find_in_font(paragraph.element, font)

    def _find_in_heading(self, paragraph: Paragraph, level: int) -> Iterator[Lost]:
        before, self._heading = self._heading, level
        if level > before + 1:
            after = f"na een kop van niveau {before}" if before else "als eerste kop"
            yield (
                paragraph.element,
                f"een kop van niveau {level} {after} slaat een niveau over; geef deze kop niveau {before + 1}",
            )
