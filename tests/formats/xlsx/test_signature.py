"""What people put in the place for a signature: a name, a picture over the cell or in it, pen strokes."""

import io
import re

import openpyxl
import pytest
from openpyxl.drawing.image import Image
from PIL import Image as Picture

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.xlsx.blank import make_blank
from docgen.formats.xlsx.filled import read_filled
from docgen.model.record import Prefill, read_record
from docgen.model.value import SignatureKind
from workbooks import cell_of, change_part, edit, fill, parts_of, zip_of

BLANK = make_blank(FORM, Prefill())
KEY = "handtekening_mentor"
ROW = cell_of(openpyxl.load_workbook(io.BytesIO(BLANK)), KEY).row


def read(data):
    raw = read_filled(data, "a.xlsx", [FORM])
    assert raw is not None
    return read_record(FORM, raw, "a.xlsx")


def with_picture(at):
    def put(workbook):
        target = io.BytesIO()
        Picture.new("RGB", (60, 30), "navy").save(target, "PNG")
        workbook.worksheets[0].add_image(Image(target), at)

    return edit(BLANK, put)


def test_an_empty_place_is_no_signature():
    assert ({}, None) == (dict(read(BLANK).signatures), read(BLANK).record.handtekening_mentor)


def test_a_typed_name_is_a_signature_and_a_value():
    reading = read(fill(BLANK, {KEY: "J. Test"}))
    assert ({KEY: SignatureKind.TYPED}, "J. Test") == (dict(reading.signatures), reading.record.handtekening_mentor)


@pytest.mark.parametrize("at", [f"E{ROW}", f"G{ROW}", f"C{ROW - 1}"])
def test_a_picture_over_the_place_is_a_signature(at):
    assert {KEY: SignatureKind.IMAGE} == read(with_picture(at)).signatures


def test_a_picture_elsewhere_is_none():
    assert {} == read(with_picture("A1")).signatures


def test_pen_strokes_over_the_place_are_ink():
    def draw(part):
        return re.sub(rb"<(?:xdr:)?pic>.*?</(?:xdr:)?pic>", b'<contentPart xmlns="urn:ink" id="rId1"/>', part)

    drawing = change_part(with_picture(f"E{ROW}"), "xl/drawings/drawing1.xml", draw)
    assert {KEY: SignatureKind.INK} == read(drawing).signatures


def test_a_shape_that_is_no_picture_is_none():
    def draw(part):
        return re.sub(rb"<(?:xdr:)?pic>.*?</(?:xdr:)?pic>", b'<sp xmlns="urn:shape"/>', part)

    assert {} == read(change_part(with_picture(f"E{ROW}"), "xl/drawings/drawing1.xml", draw)).signatures


@pytest.mark.parametrize("word", [b"geen getal", b""])
def test_an_anchor_without_numbers_is_none(word):
    def draw(part):
        return re.sub(rb"<((?:xdr:)?row)>\d+<", rb"<\1>" + word + b"<", part)

    assert {} == read(change_part(with_picture(f"E{ROW}"), "xl/drawings/drawing1.xml", draw)).signatures


def test_a_lost_drawing_part_is_none():
    parts = parts_of(with_picture(f"E{ROW}"))
    del parts["xl/drawings/drawing1.xml"]
    assert {} == read(zip_of(parts)).signatures


def test_a_picture_placed_in_the_cell_is_a_signature_and_no_error():
    def put(part):
        old = rf'<c r="E{ROW}"( s="\d+")[^>]*?></c>'
        return re.sub(old, rf'<c r="E{ROW}"\1 t="e" vm="1"><v>#VALUE!</v></c>', part.decode()).encode()

    reading = read(change_part(BLANK, "xl/worksheets/sheet1.xml", put))
    assert ({KEY: SignatureKind.IMAGE}, ()) == (dict(reading.signatures), reading.problems)


def test_a_signature_that_was_typed_and_drawn_is_a_picture_with_its_text():
    def put(workbook):
        cell_of(workbook, KEY).value = "J. Test"

    reading = read(edit(with_picture(f"E{ROW}"), put))
    assert ("J. Test", SignatureKind.IMAGE) == (reading.record.handtekening_mentor, reading.signatures[KEY])
