"""Lines and shade of a paragraph stand round its own indents, as in Word; LibreOffice 7.4 gave the figures."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from docgen.formats.docx.page_tree import read_page_tree
from docgen.formats.pdf.page_pdf import render_page_tree
from docgen.formats.pdf.render import Imprint
from formats.docx.raw import make_docx, paragraph

PAGE = (
    '<w:sectPr><w:pgSz w:w="10880" w:h="6000"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="360" w:footer="360"/></w:sectPr>'
)
FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/><w:lang w:val="nl-BE"/>'
STYLES = f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT}</w:rPr></w:rPrDefault></w:docDefaults>"
FRAME = (
    '<w:pBdr><w:left w:val="single" w:sz="8" w:space="10" w:color="FF0000"/>'
    '<w:right w:val="single" w:sz="8" w:space="4" w:color="FF0000"/></w:pBdr>'
)
LEFT, RIGHT = 72, 544 - 72


def find_edges(indent: str) -> tuple[int, int]:
    """Where the drawn lines begin and end on the page, from its left, in whole points."""
    word = make_docx(paragraph("woorden " * 30, FRAME + indent) + PAGE, parts={"styles": STYLES})
    pdf = render_page_tree(read_page_tree(word), {}, meta=Imprint("Proef", "nl", date(2026, 7, 3), ""))
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = [each.get_bounds() for each in document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    return round(min(left for left, *_ in drawn)), round(max(right for _, _, right, _ in drawn))


@pytest.mark.parametrize(
    ("expected", "indent"),
    [
        ((LEFT - 11, RIGHT + 5), ""),
        ((LEFT + 72 - 11, RIGHT - 50 + 5), '<w:ind w:left="1440" w:right="1000"/>'),
        ((LEFT + 36 - 11, RIGHT + 5), '<w:ind w:left="1440" w:hanging="720"/>'),
        ((LEFT + 36 - 11, RIGHT + 5), '<w:ind w:left="720" w:firstLine="720"/>'),
    ],
    ids=["none", "both", "hanging", "first line"],
)
def test_a_frame_stands_round_the_indents(expected: tuple[int, int], indent: str) -> None:
    assert expected == find_edges(indent)
