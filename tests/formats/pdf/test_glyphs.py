"""The characters on a page, and the words that they make."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.glyphs import Sheet, find_words, mend_text, read_sheets, spell
from flat_forms import draw_text, repage


def blank_page() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 100)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def sheet_of(*drawings: str) -> Sheet:
    (sheet,) = read_sheets(draw_text(blank_page(), 0, " ".join(drawings)))
    return sheet


def words_of(sheet: Sheet) -> list[str]:
    return [spell(word) for word in find_words(sheet.glyphs)]


def test_words_are_what_stands_together():
    assert ["Eerste", "regel", "tweede"] == words_of(
        sheet_of("1 0 0 1 10 80 Tm (Eerste regel) Tj", "1 0 0 1 10 60 Tm (tweede) Tj")
    )


def test_a_word_drawn_in_pieces_is_one_word():
    assert ["koffie"] == words_of(sheet_of("1 0 0 1 10 80 Tm (kof) Tj (fie) Tj"))


def test_text_drawn_twice_over_itself_is_read_once():
    assert ["Ann"] == words_of(sheet_of("1 0 0 1 10 80 Tm (Ann) Tj", "1 0 0 1 10.2 80 Tm (Ann) Tj"))


def test_a_character_says_where_it_stands_from_the_top_left():
    glyph = sheet_of("1 0 0 1 10 80 Tm (A) Tj").glyphs[0]
    assert (10, 20) == pytest.approx((glyph.start.real, glyph.start.imag), abs=0.05)
    assert 12 < glyph.box[1] < glyph.box[3] <= 20.1


def test_a_page_that_is_shown_turned_counts_from_where_it_is_read():
    data = draw_text(blank_page(), 0, "1 0 0 1 10 80 Tm (A) Tj")
    (sheet,) = read_sheets(repage(data, lambda pages: [pages[0].rotate(90)]))
    assert (100, 200) == sheet.size
    assert (80, 10) == pytest.approx((sheet.glyphs[0].start.real, sheet.glyphs[0].start.imag), abs=0.05)


def test_the_letters_of_a_ligature_that_ghostscript_swapped_are_put_back():
    assert "informatie, heeft" == mend_text("informa琀椀e, hee昀琀")


def test_what_is_no_pdf_is_refused():
    with pytest.raises(UnreadableFileError):
        read_sheets(b"%PDF-1.7 stuk")
