"""What stands in the lines of a paragraph: letters, tabs, links, fields, boxes and pictures, changes accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from docgen.formats.docx.design import Design, Letters, Manner
from docgen.formats.docx.fields import Field, begin_result, kind_of, read_choice, read_tick
from docgen.formats.docx.looks import Looks
from docgen.formats.docx.package import w
from docgen.formats.docx.pictures import read_drawing
from docgen.formats.docx.relations import Relation
from docgen.formats.docx.signs import BOXES, find_sign, translate
from docgen.model.page import Block, Bookmark, CheckBox, Inline, Mark, Note, PageBreak, Text

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RUN, _RPR, _VAL, _TYPE, _T, _DRAWING = w("r"), w("rPr"), w("val"), w("type"), w("t"), w("drawing")
_FIELD_MARK, _FIELD_CODE = w("fldChar"), w("instrText")
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_ANY_BOX = re.compile(f"([{''.join(BOXES)}])")
_CONTROL = re.compile("[\x00-\x1f\x7f]+")
#: Wrappers whose contents are read as if they were not there.
TRANSPARENT = frozenset(w(name) for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo"))

Piece = Inline | PageBreak
_BREAKS = {"page": "page-break", "column": "column-break"}


class LineReader:
    """Reads the paragraphs of one part, in order: a field may begin in one and end in another."""

    def __init__(self, design: Design, looks: Looks, relations: Mapping[str, Relation]) -> None:
        """No field is open."""
        self._design, self._looks, self._relations = design, looks, relations
        self._fields: list[Field] = []
        self._link = ""
        self._pieces: list[Piece] = []
        #: The blocks of the footnote with that id; set by the reader of the document's own text.
        self.read_note: Callable[[str], tuple[Block, ...]] = lambda _: ()
        self._wrappers: Mapping[str, Callable[[etree._Element, Manner], None]] = {
            w("hyperlink"): self._hyperlink,
            w("fldSimple"): self._simple_field,
            w("sdt"): self._control,
            w("bookmarkStart"): self._bookmark,
        }
        self._readers: Mapping[str, Callable[[etree._Element, Letters], None]] = {
            _T: self._letters,
            w("tab"): lambda _, letters: self._mark("tab", letters),
            w("br"): self._break,
            w("cr"): lambda _, letters: self._mark("line", letters),
            w("noBreakHyphen"): lambda _, letters: self._text("\u2011", self._looks.text(letters.look)),
            w("softHyphen"): lambda _, letters: self._text("\u00ad", self._looks.text(letters.look)),
            w("sym"): self._sign,
            _DRAWING: self._drawing,
            _ALTERNATE: self._alternate,
            w("footnoteReference"): self._note,
            w("footnoteRef"): lambda _, letters: self._mark("note-number", letters),
            w("pgNum"): lambda _, letters: self._mark("page-number", letters),
        }

    def read(self, paragraph: etree._Element, manner: Manner) -> list[Piece]:
        """The pieces of a paragraph; a break to a new page stands between them."""
        outer, self._pieces = self._pieces, []
        self._walk(paragraph, manner)
        pieces, self._pieces = self._pieces, outer
        return pieces

    def _walk(self, element: etree._Element, manner: Manner) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._run(child, manner)
            elif tag in TRANSPARENT:
                self._walk(child, manner)
            elif (read := self._wrappers.get(tag)) is not None:
                read(child, manner)

    def _bookmark(self, element: etree._Element, _manner: Manner) -> None:
        name = element.get(w("name"), "")
        if name and name != "_GoBack":  # where Word's cursor last stood
            self._pieces.append(Bookmark(name))

    def _hyperlink(self, element: etree._Element, manner: Manner) -> None:
        place, relation = element.get(w("anchor"), ""), self._relations.get(element.get(_R_ID, ""))
        outer, self._link = self._link, (relation.target if relation else "") + (f"#{place}" if place else "")
        self._walk(element, manner)
        self._link = outer

    def _simple_field(self, element: etree._Element, manner: Manner) -> None:
        opened = Field(element.get(w("instr"), ""))
        begin_result(opened)
        self._fields.append(opened)
        self._walk(element, manner)
        self._close(self._design.letters(None, manner))

    def _control(self, element: etree._Element, manner: Manner) -> None:
        content = element.find(w("sdtContent"))
        box = element.find(f"{w('sdtPr')}/{_W14}checkbox")
        if content is None:
            return
        if box is None:
            self._walk(content, manner)
            return
        state = box.find(f"{_W14}checked")
        checked = state is not None and state.get(f"{_W14}val", "1") in ("1", "true", "on")
        run = next(content.iter(_RUN), None)
        letters = self._design.letters(None if run is None else run.find(_RPR), manner)
        if letters is not None:
            sign = "".join(text.text or "" for text in content.iter(_T)) or ("☒" if checked else "☐")
            self._pieces.append(CheckBox(checked, self._looks.text(letters.look), sign))

    def _run(self, run: etree._Element, manner: Manner) -> None:
        letters = self._design.letters(run.find(_RPR), manner)
        for child in run:
            tag = child.tag
            if tag == _FIELD_MARK:
                self._field_mark(child, letters)
            elif tag == _FIELD_CODE:
                self._field_code(child)
            elif letters is not None and (read := self._readers.get(tag)) is not None and self._shows(letters):
                read(child, letters)

    def _shows(self, letters: Letters) -> bool:
        """Whether what stands here is seen: not in a field's code, nor where the page itself counts."""
        for opened in self._fields:
            if opened.counted and opened.in_result and opened.look is None:
                opened.look = letters.look
            if opened.counted or not opened.in_result:
                return False
        return True

    def _field_mark(self, element: etree._Element, letters: Letters | None) -> None:
        kind = kind_of(element)
        if kind == "begin":
            self._fields.append(Field(form=element.find(w("ffData"))))
        elif self._fields and kind == "separate":
            begin_result(self._fields[-1])
        elif self._fields and kind == "end":
            self._close(letters)

    def _field_code(self, element: etree._Element) -> None:
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].code += element.text or ""

    def _close(self, letters: Letters | None) -> None:
        closed = self._fields.pop()
        if not closed.in_result:  # a field may have no result at all
            begin_result(closed)
        look = closed.look or (letters.look if letters else None)
        if look is None or not all(opened.in_result and not opened.counted for opened in self._fields):
            return
        number = self._looks.text(look)
        if closed.counted:
            self._pieces.append(Mark(closed.counted, number, self._target))
        elif (tick := read_tick(closed.form)) is not None:
            self._pieces.append(CheckBox(tick, number, "☒" if tick else "☐"))
        elif choice := read_choice(closed.form):
            self._text(choice, number)

    @property
    def _target(self) -> str:
        return next((opened.link for opened in reversed(self._fields) if opened.link), self._link)

    def _letters(self, element: etree._Element, letters: Letters) -> None:
        text = _CONTROL.sub(" ", element.text or "")
        if element.get(_SPACE) != "preserve":
            text = text.strip(" ")
        self._text(translate(text, letters.font), self._looks.text(letters.look))

    def _text(self, text: str, look: int) -> None:
        for piece in _ANY_BOX.split(text) if _ANY_BOX.search(text) else (text,):
            last = self._pieces[-1] if self._pieces else None
            if piece in BOXES:
                self._pieces.append(CheckBox(BOXES[piece], look, piece))
            elif type(last) is Text and last.look == look and last.link == self._target:
                self._pieces[-1] = Text(last.text + piece, look, last.link)
            elif piece:
                self._pieces.append(Text(piece, look, self._target))

    def _mark(self, kind: str, letters: Letters) -> None:
        self._pieces.append(Mark(kind, self._looks.text(letters.look), self._target))

    def _break(self, element: etree._Element, letters: Letters) -> None:
        kind = element.get(_TYPE, "textWrapping")
        if kind in _BREAKS:
            self._pieces.append(PageBreak(_BREAKS[kind]))
        else:
            self._mark("line", letters)

    def _sign(self, element: etree._Element, letters: Letters) -> None:
        code, font = element.get(w("char"), ""), element.get(w("font"), "")
        sign = find_sign(int(code, 16), font) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else ""
        self._text(sign or "•", self._looks.text(letters.look))

    def _drawing(self, element: etree._Element, letters: Letters) -> None:
        picture = read_drawing(element, self._relations, self._looks.text(letters.look), self._target)
        if picture is not None:
            self._looks.pictures.add(picture.name)
            self._pieces.append(picture)

    def _alternate(self, element: etree._Element, letters: Letters) -> None:
        """Show the first of several versions that is a picture, as Word does for the newest one it knows."""
        drawing = next(element.iter(_DRAWING), None)
        if drawing is not None:
            self._drawing(drawing, letters)

    def _note(self, element: etree._Element, letters: Letters) -> None:
        blocks = self.read_note(element.get(w("id"), ""))
        if blocks:
            self._pieces.append(Note(blocks, self._looks.text(letters.look)))
