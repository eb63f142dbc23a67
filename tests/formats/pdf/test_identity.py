from __future__ import annotations

import pytest

from docgen.formats.pdf.identity import read_identity, write_identity
from docgen.formats.qr import draw_qr
from docgen.model.form import Identity

XMP = b"<x:xmpmeta><rdf:RDF></rdf:RDF></x:xmpmeta>"
OURS = Identity("jobtraining", "verantwoordingsdocument", 2, "A & B <1>")


def test_what_was_written_is_read():
    printed = {"naam_deelnemer": 'Łucja "Lu" <d’Hondt>\n& co'}
    assert read_identity(write_identity(XMP, OURS, printed)) == (OURS, printed)


@pytest.mark.parametrize(
    "xmp",
    [
        XMP,
        b'<r xmlns:docgen="urn:docgen:form#"/>',
        write_identity(XMP, OURS, {}).replace(b">2<", b">twee<"),
        write_identity(XMP, OURS, {}).replace(b">2<", b">123456<"),
        write_identity(XMP, OURS, {}).replace(b"jobtraining", b"Job Training"),
    ],
)
def test_properties_that_name_no_form_are_not_ours(xmp):
    assert read_identity(xmp) is None


@pytest.mark.parametrize("words", [b"geen json", b"[1, 2]"])
def test_damaged_locked_values_are_left_aside(words):
    xmp = write_identity(XMP, OURS, {"ambt": "x"}).replace(b'{"ambt": "x"}', words)
    assert read_identity(xmp) == (OURS, {})


def test_a_longer_reference_makes_a_larger_code():
    small, large = draw_qr("docgen:a/b v1"), draw_qr("docgen:a/b v1 " + "x" * 120)
    assert small[1] < large[1]


def test_a_code_is_drawn_in_runs_of_dark_modules_from_its_upper_left_corner():
    drawing, count = draw_qr("docgen:a/b v1")
    lines = drawing.decode().splitlines()
    assert ("0 g", f"0 {count - 1} 7 1 re", "f") == (lines[0], lines[1], lines[-1])
    assert draw_qr("docgen:a/b v1") == (drawing, count)
