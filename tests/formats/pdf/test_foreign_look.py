"""Fields over which another program drew something else than they hold."""

from __future__ import annotations

import io
import sys

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from docgen.formats.pdf.foreign_look import find_other_look
from node_clients import FOLDER
from pdf_forms import blank, change, read, read_raw

sys.path.insert(0, str(FOLDER))
from fill_pdfium import fill

HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
COMPOSITE = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Helvetica)
#: A font of which the letters stand in places of their own.
SHUFFLED = Dictionary(
    Type=Name.Font,
    Subtype=Name.TrueType,
    BaseFont=Name("/ABCDEF+Carlito"),
    Encoding=Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=Array([50, Name.eight, Name.two])),
)
DRAWN = b"/Tx BMC q BT /F1 10 Tf %b ET Q EMC"


def other_look(content: bytes, value: str, font: Dictionary = HELVETICA) -> str | None:
    with Pdf.new() as pdf:
        drawing = Stream(pdf, DRAWN % content, Resources=Dictionary(Font=Dictionary(F1=font)))
        return find_other_look(Dictionary(AP=Dictionary(N=pdf.make_indirect(drawing))), value)


def test_a_date_that_shows_as_another_one_is_doubted():
    last, other = ({"einddatum": day} for day in ("30/06/2026", "28/02/2026"))
    shown = Pdf.open(io.BytesIO(fill(blank(), other)))
    look = next(field.AP for field in shown.Root.AcroForm.Fields if field.T == "einddatum")
    data = change(
        fill(blank(), last),
        lambda pdf, fields: fields["einddatum"].__setitem__("/AP", pdf.copy_foreign(shown.make_indirect(look))),
    )
    assert "op de bladzijde staat “28/02/2026”, maar in het veld zelf “30/06/2026”" == (
        read_raw(data).values["einddatum"].doubt
    )
    assert [("onzekere-lezing", "einddatum")] == [(problem.rule, problem.key) for problem in read(data).problems]


@pytest.mark.parametrize(
    ("expected", "content", "value"),
    [
        (None, b"(30/06/2026) Tj", "30/06/2026"),
        ("28/02/2026", b"(28/02/2026) Tj", "30/06/2026"),
        ("28/02/2026", b"<32382f30322f32303236> Tj", "30/06/2026"),
        (None, b"[(3) -20 (0/06) 5 (/2026)] TJ", "30/06/2026"),
        (None, b"(3) Tj (0) Tj (0) Tj (6) Tj", "30/06"),
        (None, b"(eerste regel) Tj 0 -12 Td (tweede \\(x\\) regel) Tj", "eerste regel\r\ntweede (x) regel"),
        (None, b"(eerste) Tj 0 -12 Td (met (haken) erin) Tj", "eerste met (haken) erin"),
        (None, b"(caf\\351) Tj", "café"),
        (None, b"(wat van een lange tekst nog) Tj", "Dit is wat van een lange tekst nog te zien is."),
        (None, b"/Fm0 Do (iets) Tj", "iets anders"),
        (None, b"", "30/06/2026"),
    ],
)
def test_only_what_surely_shows_as_something_else_is_told(expected, content, value):
    assert expected == other_look(content, value)


@pytest.mark.parametrize("font", [COMPOSITE, SHUFFLED], ids=["composite", "letters in other places"])
def test_letters_of_a_font_with_an_order_of_its_own_are_not_guessed(font):
    assert other_look(b"(28/02/2026) Tj", "30/06/2026", font) is None


@pytest.mark.parametrize("look", [Name.Off, Array([1]), Dictionary(), Dictionary(N=Name.Off)])
def test_a_field_without_a_drawing_shows_nothing_else(look):
    assert find_other_look(Dictionary(AP=look), "30/06/2026") is None


def test_a_damaged_drawing_takes_nothing_from_the_value():
    with Pdf.new() as pdf:
        drawing = Stream(pdf, b"no such thing", Filter=Name.FlateDecode)
        assert find_other_look(Dictionary(AP=Dictionary(N=pdf.make_indirect(drawing))), "30/06/2026") is None
