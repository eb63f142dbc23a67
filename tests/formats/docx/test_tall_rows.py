"""A row that asks to be kept whole is, unless it could not fit on a page: nothing may run off the paper."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.formats.docx.page_tree import read_page_tree
from docgen.formats.pdf.page_pdf import render_page_tree
from docgen.formats.pdf.render import Imprint
from docgen.model.page import Table
from formats.docx.raw import make_docx, paragraph
from formats.pdf.places import read_words

META = Imprint("Proef", "nl", date(2026, 7, 3), "")
PAGE = (
    '<w:sectPr><w:pgSz w:w="10880" w:h="10000"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="360" w:footer="360"/></w:sectPr>'
)
FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/><w:lang w:val="nl-BE"/>'
STYLES = f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT}</w:rPr></w:rPrDefault></w:docDefaults>"
SENTENCE = "Woorden die in een smalle kolom staan en samen heel wat regels vullen. "


def row(text: str, *, header: bool = False) -> str:
    repeated = "<w:tblHeader/>" if header else ""
    cells = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("x", text))
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def read(*rows: str, before: str = "") -> bytes:
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    table = f'<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr>{grid}{"".join(rows)}</w:tbl>'
    return make_docx(before + table + paragraph("slot") + PAGE, parts={"styles": STYLES})


@pytest.mark.parametrize(
    ("kept_whole", "sentences"), [(True, 1), (True, 6), (False, 20), (False, 200)], ids=["one", "six", "a page", "more"]
)
def test_only_a_row_higher_than_a_page_may_break(*, kept_whole: bool, sentences: int) -> None:
    blocks = read_page_tree(read(row("kop", header=True), row(SENTENCE * sentences))).content.sections[0].blocks
    table = next(block for block in blocks if isinstance(block, Table))
    assert [True, kept_whole] == [each.cant_split for each in table.rows]


def test_many_line_breaks_make_a_row_high_too() -> None:
    text = "</w:t><w:br/><w:t>".join(["kort"] * 80)
    blocks = read_page_tree(read(row(text))).content.sections[0].blocks
    assert [False] == [each.cant_split for block in blocks if isinstance(block, Table) for each in block.rows]


@pytest.mark.parametrize("sentences", [5, 12, 15, 18, 25, 120])
@pytest.mark.parametrize("letters", [SENTENCE, SENTENCE.upper()], ids=["small", "capitals"])
def test_every_word_of_a_high_row_stands_on_the_paper(letters: str, sentences: int) -> None:
    pdf = render_page_tree(read_page_tree(read(row("kop", header=True), row(letters * sentences))), {}, meta=META)
    words = read_words(pdf)
    assert sentences * len(SENTENCE.split()) <= len(words)
    assert all(72 - 5 <= word.y <= 500 - 72 + 15 for word in words), [word for word in words if word.y > 443]


def test_a_row_that_fits_goes_to_the_next_page_whole() -> None:
    before = "".join(paragraph("vooraf") for _ in range(20))
    pdf = render_page_tree(read_page_tree(read(row(SENTENCE * 6), before=before)), {}, meta=META)
    assert {2} == {word.page for word in read_words(pdf) if word.text.startswith("regels")}
