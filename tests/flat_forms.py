"""Our PDF forms as programs make them flat, and pages moved as printers move them."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2
from pikepdf import Dictionary, Name, Pdf
from pypdf import PageObject, PdfReader, PdfWriter, Transformation

from docgen.formats.pdf.field_boxes import FieldBox, print_form
from docgen.model.form import Form
from programs import need

#: How each program is asked for a flat copy of IN in OUT.
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "pdftocairo": ("-pdf", "IN", "OUT"),
    "gs": ("-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-dPreserveAnnots=false", "-o", "OUT", "IN"),
    "qpdf": ("--generate-appearances", "--flatten-annotations=all", "--deterministic-id", "IN", "OUT"),
}


def flatten(data: bytes, program: str = "pdfium") -> bytes:
    """The form with its fields as ink: by pdfium, as Chrome's “Save as PDF” does, or by another program."""
    return _by_pdfium(data) if program == "pdfium" else _through(data, program)


def _by_pdfium(data: bytes) -> bytes:
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    for number in range(len(document)):
        page = document[number]
        page.flatten(pypdfium2.raw.FLAT_PRINT)
        page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def _through(data: bytes, program: str) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        source, target = Path(name) / "in.pdf", Path(name) / "out.pdf"
        source.write_bytes(data)
        words = [str({"IN": source, "OUT": target}.get(word, word)) for word in COMMANDS[program]]
        subprocess.run([need(program), *words], check=True, capture_output=True, timeout=120)
        return target.read_bytes()


def repage(data: bytes, action: Callable[[list[PageObject]], list[PageObject]]) -> bytes:
    """The pages after `action` on their list, written anew by pypdf: identity and fields are lost."""
    writer = PdfWriter()
    for page in action(list(PdfReader(io.BytesIO(data)).pages)):
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def on_paper(page: PageObject, size: tuple[float, float], how: Transformation) -> PageObject:
    """The page drawn on another sheet."""
    sheet = PageObject.create_blank_page(width=size[0], height=size[1])
    sheet.merge_transformed_page(page, how)
    return sheet


def find_box(form: Form, key: str, state: str | None = None) -> FieldBox:
    """Where an input stands on the form."""
    return next(box for box in print_form(form).boxes if (box.key, box.state) == (key, state))


def draw_over(data: bytes, form: Form, box: FieldBox, *, whole: bool = False) -> bytes:
    """The file with a thick line through the middle of a box, or the whole box black."""
    left, top, right, bottom = box.box
    height = print_form(form).sizes[box.page][1]
    thick = bottom - top if whole else 2.0
    line = f"q 0 G {thick} w {left + 3} {height - (top + bottom) / 2} m {right - 3} {height - (top + bottom) / 2} l S Q"
    return _add(data, box.page, line)


def write_on(data: bytes, page: int, words: str, at: tuple[float, float]) -> bytes:
    """The file with words on a page, `at` points from its bottom left."""
    return draw_text(data, page, f"1 0 0 1 {at[0]} {at[1]} Tm ({words}) Tj")


def draw_text(data: bytes, page: int, drawing: str) -> bytes:
    """The file with text drawn on a page, in Helvetica 11."""
    return _add(data, page, f"BT /Added 11 Tf 0 g {drawing} ET")


def _add(data: bytes, number: int, drawing: str) -> bytes:
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[number]
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        resources = page.get("/Resources", Dictionary())
        fonts = Dictionary({**resources.get("/Font", {}), "/Added": font})
        page.Resources = Dictionary({**resources, "/Font": fonts})
        page.contents_add(b"q", prepend=True)
        page.contents_add(f"Q {drawing}".encode("cp1252"))
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def flatten_page(data: bytes, number: int) -> bytes:
    """The form with the fields of one page as ink, and all others alive."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    page = document[number]
    page.flatten(pypdfium2.raw.FLAT_PRINT)
    page.close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    saved = io.BytesIO()
    with Pdf.open(out) as pdf:
        alive = {note.objgen for page in pdf.pages for note in page.get("/Annots", ())}
        fields = pdf.Root.AcroForm.Fields
        pdf.Root.AcroForm.Fields = [
            field for field in fields if {field.objgen, *(kid.objgen for kid in field.get("/Kids", ()))} & alive
        ]
        pdf.save(saved, deterministic_id=True)
    return saved.getvalue()
