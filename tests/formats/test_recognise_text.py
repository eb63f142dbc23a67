"""Pictures and pages that are pictures are recognised; where nothing can do that, a sentence says what to install."""

import io
import os
import subprocess
import sys

import pytest
from pypdf import PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docgen.formats.door import open_file
from docgen.model.value import Text, Unread
from scans import as_file, draw_page, need_ocr

ONE, TWO = "Naam\tFientje Voorbeeld", "Begindatum\t01/09/2025"
SPOTS = ["bladzijde 1, regel 1", "bladzijde 2, regel 1"]


def pages():
    return [draw_page(text, size=(1240, 400)) for text in (ONE, TWO)]


def printed(text, mode=0):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for row, line in enumerate(text.splitlines()):
        shown = canvas.beginText(60, 780 - 20 * row)
        shown.setTextRenderMode(mode)
        shown.textLine(line)
        canvas.drawText(shown)
    canvas.save()
    return out.getvalue()


def joined(*files):
    writer, out = PdfWriter(), io.BytesIO()
    for data in files:
        writer.append(io.BytesIO(data))
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["TIFF", "PDF"])
def test_every_page_of_a_scan_is_recognised(kind):
    need_ocr()
    found = open_file("scan", as_file(pages(), kind), []).found
    assert isinstance(found, Text)
    assert ([ONE, TWO], SPOTS) == ([line.text for line in found.lines], [line.place.spot for line in found.lines])
    assert (True, 2) == (found.is_recognised, found.pages)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_recognised(kind):
    need_ocr()
    assert [ONE] == [line.text for line in open_file("foto", as_file(pages()[0], kind), []).found.lines]


def test_of_a_mixed_file_only_the_pages_that_are_pictures_are_recognised():
    need_ocr()
    data = joined(printed("Overzicht opdrachten\nAmbt directeur"), as_file(pages()[1], "PDF"))
    found = open_file("bundel.pdf", data, []).found
    assert [(True, "Overzicht opdrachten"), (True, "Ambt directeur"), (False, TWO)] == [
        (line.certainty is None, line.text) for line in found.lines
    ]


def test_what_a_scanner_laid_under_its_picture_is_not_trusted():
    need_ocr()
    picture, layer = PdfWriter(clone_from=io.BytesIO(as_file(pages()[0], "PDF"))), printed("Naam Iemand Anders", mode=3)
    picture.pages[0].merge_page(PdfWriter(clone_from=io.BytesIO(layer)).pages[0])
    out = io.BytesIO()
    picture.write(out)
    assert [ONE] == [line.text for line in open_file("scan.pdf", out.getvalue(), []).found.lines]


def test_a_picture_without_text_says_so():
    need_ocr()
    found = open_file("foto.png", as_file(draw_page("", size=(600, 800))), []).found
    assert isinstance(found, Unread)
    assert "waarop geen tekst te herkennen is" in found.sentence


def full_page():
    """A page of eight hundred numbers."""
    text = "\n".join("\t".join(str(10 + row * column % 89) for column in range(20)) for row in range(40))
    return draw_page(text, size=(1654, 2339), columns=75)


@pytest.mark.parametrize("kind", ["PNG", "PDF"])
def test_a_page_too_full_to_recognise_says_so_instead_of_being_read_in_part(kind):
    need_ocr()
    found = open_file("lijst", as_file(full_page(), kind), []).found
    assert isinstance(found, Unread)
    assert "staat te vol" in found.sentence


def test_of_several_pages_the_one_that_is_too_full_is_left_to_a_person():
    need_ocr()
    found = open_file("lijst.tif", as_file([pages()[0], full_page()], "TIFF"), []).found
    assert [(ONE, False), ("", True)] == [(line.text, line.certainty == 0.0) for line in found.lines]


HIDDEN = """
import importlib.util, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name in ("rapidocr", "onnxruntime") else find(name, *rest)
from docgen.formats.door import open_file
found = open_file(sys.argv[1], open(sys.argv[1], "rb").read(), []).found
print(getattr(found, "sentence", "") or [(line.text, line.certainty) for line in found.lines])
"""


def open_without_engine(path, data):
    path.write_bytes(data)
    bare = {name: value for name, value in os.environ.items() if name != "PATH"}
    order = [sys.executable, "-c", HIDDEN, path.name]
    return subprocess.run(order, capture_output=True, text=True, check=True, cwd=path.parent, env=bare).stdout


def test_without_an_engine_a_scan_says_what_to_install(tmp_path):
    for kind in ("PNG", "PDF"):
        assert "installeer docgen[ocr] of tesseract" in open_without_engine(tmp_path / "a", as_file(pages()[0], kind))


def test_without_an_engine_the_text_of_a_mixed_file_is_read_and_the_scanned_page_is_named(tmp_path):
    data = joined(printed("Overzicht opdrachten\nAmbt directeur"), as_file(pages()[1], "PDF"))
    found = open_without_engine(tmp_path / "a.pdf", data)
    assert "[('Overzicht opdrachten', None), ('Ambt directeur', None), ('', 0.0)]" in found
