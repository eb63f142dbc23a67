"""Several copies of our form in one PDF, however they were joined: nothing of them is ever taken for one form."""

from __future__ import annotations

import io
import subprocess
import warnings
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.filled import read_filled
from pdf_forms import FORM, blank, change, read_raw
from programs import need

ANNA = blank({"naam_deelnemer": "Anna Eenling", "scholengroep": "Scholengroep 98"}, reference=None)
BOB = blank({"naam_deelnemer": "Bob Tweeling", "startdatum": "08/09/2025"}, reference=None)


def by_pypdf(one: bytes, other: bytes) -> bytes:
    """All fields are kept, those of the same name beside each other."""
    return write(pypdf.PdfWriter(), lambda writer: [writer.append(io.BytesIO(data)) for data in (one, other)])


def by_adding_pages(one: bytes, other: bytes) -> bytes:
    """The fields of the first file stay, the pages of the second bring inputs without a field."""

    def add(writer: pypdf.PdfWriter) -> None:
        for page in pypdf.PdfReader(io.BytesIO(other)).pages:
            writer.add_page(page)

    return write(pypdf.PdfWriter(clone_from=io.BytesIO(one)), add)


def write(writer: pypdf.PdfWriter, action: Callable[[pypdf.PdfWriter], object]) -> bytes:
    action(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def by_pikepdf(one: bytes, other: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(other)) as second, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return change(one, lambda pdf, _: pdf.pages.extend(second.pages))


def by_pdfium(one: bytes, other: bytes) -> bytes:
    """Chrome's library: no field is left, the inputs stand on the pages."""
    document, buffer = pypdfium2.PdfDocument.new(), io.BytesIO()
    for data in (one, other):
        document.import_pages(pypdfium2.PdfDocument(data))
    document.save(buffer)
    return buffer.getvalue()


def by_qpdf(one: bytes, other: bytes, tmp_path: Path) -> bytes:
    """The fields of the second file get other names."""
    for name, data in (("a", one), ("b", other)):
        (tmp_path / f"{name}.pdf").write_bytes(data)
    command = [need("qpdf"), "a.pdf", "--pages", "a.pdf", "b.pdf", "--", "out.pdf"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    return (tmp_path / "out.pdf").read_bytes()


def by_acrobat(one: bytes, other: bytes) -> bytes:
    """As Acrobat joins: fields of the same name become one field on several pages, with the first value."""
    inputs: dict[str, list[pikepdf.Object]] = {}

    def unite(pdf: pikepdf.Pdf, _: object) -> None:
        for page in pdf.pages:
            for widget in page.get("/Annots", ()):
                if "/T" in widget:
                    inputs.setdefault(str(widget.T), []).append(widget)
        pdf.Root.AcroForm.Fields = Array([pdf.make_indirect(_unite(name, found)) for name, found in inputs.items()])

    return change(by_pikepdf(one, other), unite)


def _unite(name: str, widgets: list[pikepdf.Object]) -> Dictionary:
    value = widgets[0].get("/V", String(""))
    field = Dictionary(T=String(name), FT=Name.Tx, V=value, Kids=Array(widgets))
    for widget in widgets:
        del widget["/T"]
    return field


@pytest.mark.parametrize("join", [by_pypdf, by_adding_pages, by_pikepdf, by_pdfium, by_acrobat])
@pytest.mark.parametrize("forms", [(ANNA, BOB), (BOB, ANNA)], ids=["Anna first", "Bob first"])
def test_forms_joined_in_one_file_are_not_read_as_one(join, forms):
    with pytest.raises(UnreadableFileError, match=r"meer dan één keer.*stuur elk ingevuld formulier als apart bestand"):
        read_filled(join(*forms), "samen.pdf", (FORM,))


def test_forms_joined_by_qpdf_under_other_names_are_not_read_as_one(tmp_path):
    with pytest.raises(UnreadableFileError, match="meer dan één keer"):
        read_filled(by_qpdf(ANNA, BOB, tmp_path), "samen.pdf", (FORM,))


def test_a_single_page_of_another_copy_is_enough():
    def add(writer: pypdf.PdfWriter) -> None:
        writer.add_page(pypdf.PdfReader(io.BytesIO(BOB)).pages[0])

    joined = write(pypdf.PdfWriter(clone_from=io.BytesIO(ANNA)), add)
    with pytest.raises(UnreadableFileError, match="meer dan één keer"):
        read_filled(joined, "samen.pdf", (FORM,))


def test_the_first_pages_of_two_copies_are_not_one():
    """Together they have no more inputs than one whole form."""
    halves = [pypdf.PdfWriter(clone_from=io.BytesIO(data)) for data in (ANNA, BOB)]
    for half in halves:
        while len(half.pages) > 1:
            half.remove_page(len(half.pages) - 1)
    anna, bob = (write(half, lambda _: None) for half in halves)
    with pytest.raises(UnreadableFileError, match="meer dan één keer"):
        read_filled(by_adding_pages(anna, bob), "samen.pdf", (FORM,))


def test_one_form_with_other_pages_is_one_form():
    def add(writer: pypdf.PdfWriter) -> None:
        writer.append(io.BytesIO(ANNA))
        writer.add_blank_page()

    assert "Anna Eenling" == read_raw(write(pypdf.PdfWriter(), add)).values["naam_deelnemer"].value
