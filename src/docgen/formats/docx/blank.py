"""A blank or prefilled form as a Word file: content controls in tables, under real headings, laid out once per form.

The whole form stands in a group control, which in Word locks all but the controls in it, and, other than
the protection of a document, leaves Word for the web, ink and pictures working. LibreOffice knows no groups:
there the labels can be edited, and the reader does not lean on them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from importlib.resources import files

from docgen.formats.docx.controls import control_xml, hint_text, run_xml
from docgen.formats.docx.core import CORE_PART, DECLARATION, set_core
from docgen.formats.docx.identity import CUSTOM_PART, identity_xml
from docgen.formats.docx.package import W, check_characters
from docgen.formats.pack import Member, deflate, pack_members
from docgen.model.form import Form, Kind, Question, Section, Table
from docgen.model.form_words import FORM_WORDS
from docgen.model.record import Prefill, start_values

_Control = Callable[[Question], str]

_DOCUMENT, _FOOTER = "word/document.xml", "word/footer1.xml"
#: Stands around the key of a control while the document is laid out; no XML can hold it.
_CUT = "\x00"
#: A4 with margins of 2 cm, in twentieths of a point.
_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)
#: Twentieths of a point too: what the margins leave of the page, and what of that the labels take.
_TEXT_WIDTH, _LABEL_WIDTH = 9638, 3520
_LABEL_FILL, _HEAD_FILL = "F2F2F2", "DCE3EE"
#: The least height of a row, with room to write a text or a signature by hand.
_ROW_HEIGHT, _ROW_HEIGHTS = 400, {Kind.LONG_TEXT: 1100, Kind.SIGNATURE: 1300}
#: Width of a letter at 10 points and what a cell needs around it; which columns share what is left.
_LETTER, _CELL_MARGINS = 102, 290
_SHARES = {Kind.LONG_TEXT: 6, Kind.TEXT: 3, Kind.OPEN_CHOICE: 1}
#: A choice longer than this is a sentence, which needs more room than its longest word.
_LONG_CHOICE = 30
_NAMESPACES = f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


@dataclass(frozen=True)
class _Layout:
    """A form laid out once: its document cut at the controls, each empty, and the parts that are the same for all."""

    texts: tuple[str, ...]
    places: Mapping[str, int]
    members: Mapping[str, Member]


def make_blank(form: Form, prefill: Prefill) -> bytes:
    """The bytes of a Word form; raises WrongUseError with the key of a value that Word cannot hold."""
    layout, locked = _lay_out(form), prefill.printed.keys()
    texts = list(layout.texts)
    for key, value in start_values(form, prefill).items():
        if value and key in layout.places:
            at = layout.places[key]
            texts[at] = control_xml(form.questions[key], value, number=_number(at), locked=key in locked)
    changed = {
        _DOCUMENT: _xml("".join(texts)),
        _FOOTER: _xml(f"<w:ftr {_NAMESPACES}>{_footer(form, prefill)}</w:ftr>"),
        CUSTOM_PART: identity_xml(form.identity(prefill.reference), prefill.printed),
    }
    return pack_members({**layout.members, **{name: deflate(name, part) for name, part in changed.items()}}.values())


@lru_cache(maxsize=8)
def _lay_out(form: Form) -> _Layout:
    body = "".join(_body(form, lambda question: f"{_CUT}{question.key}{_CUT}"))
    texts = f"<w:document {_NAMESPACES}><w:body>{body}{_PAGE}</w:body></w:document>".split(_CUT)
    places = {key: at for at, key in enumerate(texts) if at % 2}
    for key, at in places.items():
        texts[at] = control_xml(form.questions[key], None, number=_number(at), locked=False)
    tag = FORM_WORDS[form.language].tag
    parts = {
        "[Content_Types].xml": _part("content_types"),
        "_rels/.rels": _part("package_relations"),
        _DOCUMENT: b"",
        "word/_rels/document.xml.rels": _part("document_relations"),
        "word/styles.xml": _part("styles").replace(b"nl-BE", tag.encode()),
        "word/settings.xml": _part("settings").replace(b"nl-BE", tag.encode()),
        _FOOTER: b"",
        CORE_PART: set_core(b"", title=form.title, language=tag),
    }
    return _Layout(tuple(texts), places, {name: deflate(name, part) for name, part in parts.items()})


def _number(place: int) -> int:
    """The number of the control at a place: every second text is one, and they count from 1."""
    return place // 2 + 1


def _part(name: str) -> bytes:
    return files("docgen.formats.docx.parts").joinpath(f"{name}.xml").read_bytes()


def _xml(text: str) -> bytes:
    return DECLARATION + text.encode()


def _body(form: Form, control: _Control) -> Iterator[str]:
    yield '<w:sdt><w:sdtPr><w:id w:val="709999999"/><w:lock w:val="sdtLocked"/><w:group/></w:sdtPr><w:sdtContent>'
    yield _paragraph("Heading1", run_xml(form.title))
    if form.intro:
        yield _paragraph("Inleiding", run_xml(form.intro))
    for block in form.blocks:
        yield _paragraph("Heading2", run_xml(block.title)) if block.title else _paragraph("Inleiding", "")
        yield from _section(block, control) if isinstance(block, Section) else _table(block, control)
    yield _paragraph("Inleiding", run_xml(form.footer) if form.footer else "")
    yield "</w:sdtContent></w:sdt>"


def _section(section: Section, control: _Control) -> Iterator[str]:
    yield _table_start(section.title, (_LABEL_WIDTH, _TEXT_WIDTH - _LABEL_WIDTH))
    for question in section.questions:
        style = "Vraag" if question is section.questions[-1] else "VraagSamen"
        label = _cell(_paragraph(style, _label_xml(question)), _LABEL_WIDTH, fill=_LABEL_FILL)
        answer = _cell(_paragraph("Antwoord", control(question)), _TEXT_WIDTH - _LABEL_WIDTH)
        yield _row(label + answer, height=_ROW_HEIGHTS.get(question.kind, _ROW_HEIGHT))
    yield "</w:tbl>"


def _label_xml(question: Question) -> str:
    required = run_xml(f" ({question.form_words.required})", "Verplicht") if question.ask.required else ""
    return run_xml(question.full_label) + required


def _table(table: Table, control: _Control) -> Iterator[str]:
    widths = _column_widths(table)
    yield _table_start(table.title, widths)
    heads = (
        _cell(_paragraph("Kolomkop", run_xml(column.label)), width, fill=_HEAD_FILL)
        for column, width in zip(table.columns, widths, strict=True)
    )
    yield _row("".join(heads), height=_ROW_HEIGHT, is_head=True)
    for number in table.row_numbers:
        questions = (table.question(number, column.name) for column in table.columns)
        cells = (
            _cell(_paragraph("Antwoord", control(question)), width)
            for question, width in zip(questions, widths, strict=True)
        )
        yield _row("".join(cells), height=_ROW_HEIGHT)
    yield "</w:tbl>"


def _column_widths(table: Table) -> tuple[int, ...]:
    """Each column takes its longest word; those with free text or long choices share what is left of the page."""
    needed = [max(map(len, _words_in(column))) * _LETTER + _CELL_MARGINS for column in table.columns]
    shares = [_share(column) for column in table.columns]
    left = max(_TEXT_WIDTH - sum(needed), 0)
    return tuple(need + left * share // (sum(shares) or 1) for need, share in zip(needed, shares, strict=True))


def _share(column: Question) -> int:
    is_long = any(len(choice) > _LONG_CHOICE for choice in column.choices)
    return _SHARES.get(column.kind, _SHARES[Kind.TEXT] if is_long else 0)


def _words_in(column: Question) -> list[str]:
    return " ".join((column.label, hint_text(column), *column.choices)).split()


def _table_start(title: str, widths: tuple[int, ...]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Formulier"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCaption w:val="{escape(title)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _row(cells: str, *, height: int, is_head: bool = False) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{head}</w:trPr>{cells}</w:tr>'


def _cell(content: str, width: int, *, fill: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'


def _paragraph(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _footer(form: Form, prefill: Prefill) -> str:
    reference = f" – {check_characters(prefill.reference, 'referentie')}" if prefill.reference else ""
    # the pieces of "bladzijde {page} van {pages}"
    before, between, after = re.split(r"\{pages?\}", FORM_WORDS[form.language].page_of)
    pages = f"{run_xml(between)}{_field('NUMPAGES')}{run_xml(after) if after else ''}"
    return _paragraph("Footer", run_xml(f"{form.title}{reference}\t{before}") + _field("PAGE") + pages)


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run_xml("1")}</w:fldSimple>'
