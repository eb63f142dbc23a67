from __future__ import annotations

import io

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, String
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.lines import MAX_PAGES, read_lines
from docgen.model.value import Place
from pdf_forms import blank

PIL_IMAGE = pytest.importorskip("PIL.Image")


def draw(*pages):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def rl1(canvas):
    canvas.setFont("Helvetica", 10)
    canvas.drawString(50, 780, "Overzicht opdrachten")
    for row, cells in enumerate([("Ambt", "Begin", "Einde"), ("directeur", "01/09/2025", "30/06/2026")]):
        for column, cell in enumerate(cells):
            canvas.drawString(50 + 180 * column, 740 - 20 * row, cell)


def photo(canvas):
    canvas.drawImage(ImageReader(PIL_IMAGE.new("L", (60, 80), 200)), 0, 0, *A4)


def recognised(canvas):
    photo(canvas)
    words = canvas.beginText(50, 700)
    words.setTextRenderMode(3)
    words.textLine("Overzicht opdrachten")
    canvas.drawText(words)


def test_columns_that_stand_apart_are_parted_by_a_tab():
    lines = read_lines(draw(rl1), "rl1.pdf").lines
    assert [line.cells for line in lines] == [
        ("Overzicht opdrachten",),
        ("Ambt", "Begin", "Einde"),
        ("directeur", "01/09/2025", "30/06/2026"),
    ]


def test_every_line_has_its_page_and_number():
    text = read_lines(draw(rl1, rl1), "rl1.pdf")
    assert (text.lines[0].place, text.lines[4].place, text.pages) == (
        Place("rl1.pdf", "bladzijde 1, regel 1"),
        Place("rl1.pdf", "bladzijde 2, regel 2"),
        2,
    )


def test_turned_text_is_left_out_beside_ordinary_text_and_read_where_there_is_no_other():
    def in_the_margin(canvas):
        canvas.saveState()
        canvas.translate(300, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "KOPIE")
        canvas.restoreState()

    assert not any("KOPIE" in line.text for line in read_lines(draw(lambda c: (rl1(c), in_the_margin(c))), "x").lines)
    assert [line.text for line in read_lines(draw(in_the_margin), "x").lines] == ["KOPIE"]


def test_pages_beyond_the_limit_are_counted_and_not_read():
    text = read_lines(draw(*[rl1] * (MAX_PAGES + 3)), "lang.pdf")
    assert (text.pages, len(text.lines)) == (MAX_PAGES + 3, 3 * MAX_PAGES)


def heavy(canvas, times=800_000):
    canvas._code.append("0 0 m " * times)  # noqa: SLF001 - reportlab offers no other way to draw this much


def test_a_page_that_is_far_too_large_to_be_text_is_passed_over():
    assert len(read_lines(draw(rl1, heavy), "x").lines) == 3


def test_of_many_heavy_pages_only_the_first_are_read():
    def rl1_on_a_map(canvas):
        rl1(canvas)
        heavy(canvas, 120_000)

    assert {"bladzijde 1", "bladzijde 2"} == {
        line.place.spot.partition(",")[0] for line in read_lines(draw(*[rl1_on_a_map] * 9), "x").lines
    }


def test_the_filled_fields_of_a_foreign_form_are_lines_too():
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(draw(rl1))) as pdf:
        field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("Stamnummer"), V=String("Łu\n12")))
        empty = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("Leeg")))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field, empty]))
        pdf.save(out)
    last = read_lines(out.getvalue(), "x.pdf").lines[-1]
    assert (last.text, last.place) == ("Stamnummer\tŁu 12", Place("x.pdf", "veld Stamnummer"))


def print_form():
    """Our form as a printer or "Afdrukken naar PDF" leaves it: the same pages without fields or properties."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(blank())) as pdf:
        del pdf.Root.AcroForm, pdf.Root.Metadata
        for page in pdf.pages:
            del page.Annots
        pdf.save(out)
    return out.getvalue()


def test_the_fields_of_a_form_without_end_are_left_unread():
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(draw(rl1))) as pdf:
        fields = [pdf.make_indirect(Dictionary(FT=Name.Tx, T=String(f"veld{n}"), V=String("x"))) for n in range(20_001)]
        pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
        pdf.save(out)
    assert len(read_lines(out.getvalue(), "x").lines) == 3


def locked(password):
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(draw(rl1))) as pdf:
        pdf.save(out, encryption=Encryption(owner="eigenaar", user=password, R=4, aes=False, metadata=False))
    return out.getvalue()


def without_pages():
    out = io.BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Pages.Kids = Array([Stream(pdf, b"x")])
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (draw(photo), "is een scan of foto zonder tekst"),
        (draw(recognised), "is een scan waarvan een toestel de tekst herkende"),
        (draw(lambda _: None), "is een PDF-bestand zonder tekst"),
        (draw(heavy), "waarvan de bladzijden te zwaar zijn"),
        (print_form(), "is een afgedrukte kopie van ons formulier"),
        (locked("geheim"), "is met een wachtwoord beveiligd"),
        (b"%PDF-1.7\nrommel", "beschadigd of onveilig opgebouwd"),
        (draw(rl1)[:300], "beschadigd of onveilig opgebouwd"),
    ],
    ids=["photo", "recognised scan", "empty", "too heavy", "printed form", "password", "garbage", "truncated"],
)
def test_what_has_no_lines_is_named_in_one_sentence(data, words):
    with pytest.raises(UnreadableFileError) as refusal:
        read_lines(data, "x.pdf")
    assert words in str(refusal.value)


def test_a_file_with_only_an_owner_password_reads():
    assert len(read_lines(locked(""), "x.pdf").lines) == 3
