"""Let the programs that people have fill, save, flatten and print our forms."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pypdfium2
from fill import _write_over
from people import Answers
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from pydantic import create_model
from pypdf import PdfReader, PdfWriter

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT, Verantwoordingsdocument
from docgen.formats.blank import FormFormat, make_form
from docgen.model.record import Prefill

_ROOT = Path(__file__).resolve().parents[3]
_CLIENTS = _ROOT / "tests" / "clients"
sys.path.append(str(_CLIENTS))


def blank_form(form: str = "pdf") -> bytes:
    """Our blank form."""
    return make_form(VERANTWOORDINGSDOCUMENT, FormFormat(form), Prefill())


def older_form(form: str) -> bytes:
    """A blank form as an earlier version would be: without the place for the traject."""
    hints = get_type_hints(Verantwoordingsdocument, include_extras=True)
    fields = {name: (hints[name], field.default) for name, field in Verantwoordingsdocument.model_fields.items()}
    record = create_model("Eerder", **{name: field for name, field in fields.items() if name != "traject"})
    older = replace(VERANTWOORDINGSDOCUMENT, version=VERANTWOORDINGSDOCUMENT.version - 1, record=record)
    return make_form(older, FormFormat(form), Prefill())


def texts(answers: Answers) -> dict[str, str]:
    """The answers as a person types them in the fields of a PDF; the signature is no text field."""
    values = answers.values()
    values.pop("handtekening_mentor", None)
    return {key: f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value) for key, value in values.items()}


def with_typed_signature(form: bytes, name: str | None) -> bytes:
    """The form with a typed note over the signature field, as a PDF viewer adds it."""
    if name is None:
        return form
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(form)))
    _write_over(writer, "handtekening_mentor", name)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def with_looks(form: bytes) -> bytes:
    """The form with its typed notes as a viewer leaves them: drawn, and meant to be printed."""
    with Pdf.open(io.BytesIO(form)) as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        for page in pdf.pages:
            for note in page.get("/Annots", ()):
                if note.get("/Subtype") == Name.FreeText and "/AP" not in note:
                    _draw_note(pdf, note, font)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _draw_note(pdf: Pdf, note: Object, font: Dictionary) -> None:
    left, bottom, right, top = (float(side) for side in note.Rect)
    words = str(note.Contents).encode("cp1252")
    escaped = words.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    look = Stream(pdf, b"BT /Helv 11 Tf 0 g 4 %.1f Td (%b) Tj ET" % (top - bottom - 16, escaped))
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, right - left, top - bottom])
    look.Resources = Dictionary(Font=Dictionary(Helv=font))
    note.AP, note.F = Dictionary(N=look), 4


def ready(answers: Answers) -> tuple[bytes, dict[str, str]]:
    """A blank PDF with the mentor's typed signature, and what to type in its fields."""
    name = answers.values().get("handtekening_mentor")
    return with_typed_signature(blank_form(), str(name) if name else None), texts(answers)


def by_pdfium(answers: Answers) -> bytes:
    """Filled by clicking and typing in pdfium, which is Chrome's and Edge's viewer."""
    from fill_pdfium import fill  # noqa: PLC0415 - lies with the clients of the tests

    return fill(*ready(answers))


def by_node(script: str, answers: Answers) -> bytes:
    """Filled by an npm program of ``tests/clients``: pdf-lib (web applications) or pdf.js (Firefox)."""
    form, values = ready(answers)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.pdf").write_bytes(form)
        (folder / "values.json").write_text(json.dumps(values), encoding="utf-8")
        _run("node", _CLIENTS / script, folder / "in.pdf", folder / "values.json", folder / "out.pdf")
        return (folder / "out.pdf").read_bytes()


def through(command: str, data: bytes) -> bytes:
    """The PDF as a program writes it anew, its fields turned into ink: cairo, Ghostscript or qpdf."""
    with tempfile.TemporaryDirectory() as name:
        source, target = Path(name) / "in.pdf", Path(name) / "out.pdf"
        source.write_bytes(data)
        _run(*[str({"IN": source, "OUT": target}.get(word, word)) for word in _FLATTEN[command]])
        return target.read_bytes()


_FLATTEN: Mapping[str, list[str]] = {
    "cairo": ["pdftocairo", "-pdf", "IN", "OUT"],
    "ghostscript": ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-dShowAcroForm=true",
                    "-dPreserveAnnots=false", "-o", "OUT", "IN"],
    "qpdf": ["qpdf", "--generate-appearances", "--flatten-annotations=all", "--deterministic-id", "IN", "OUT"],
}  # fmt: skip


def printed_by_chrome(data: bytes) -> bytes:
    """The PDF as Chrome's "Save as PDF" gives it: pdfium draws the fields into the pages."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    for number in range(len(document)):
        document[number].flatten(pypdfium2.raw.FLAT_PRINT)
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def converted(data: bytes, suffix: str, target: str) -> bytes:
    """The file as LibreOffice saves it in another kind: ods, xls, pdf, docx."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in" / f"bestand.{suffix}"
        source.parent.mkdir()
        source.write_bytes(data)
        _run("soffice", f"-env:UserInstallation=file://{folder}/profiel", "--headless", "--convert-to", target,
             "--outdir", folder, source)  # fmt: skip
        return (Path(folder) / f"bestand.{target}").read_bytes()


def screenshot(html: str, size: tuple[int, int] = (390, 720)) -> bytes:
    """A page as a phone shows it, by Chromium: a PNG at twice the size."""
    with tempfile.TemporaryDirectory() as folder:
        page, target = Path(folder) / "scherm.html", Path(folder) / "scherm.png"
        page.write_text(html, encoding="utf-8")
        _run("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2",
             f"--user-data-dir={folder}/profiel", f"--window-size={size[0]},{size[1]}", f"--screenshot={target}", page.as_uri())  # fmt: skip
        return target.read_bytes()


def joined(*documents: bytes) -> bytes:
    """Several PDFs in one, in this order, with their fields."""
    writer = PdfWriter()
    for data in documents:
        writer.append(io.BytesIO(data))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def locked(data: bytes, password: str) -> bytes:
    """The PDF behind a password."""
    with tempfile.TemporaryDirectory() as name:
        source, target = Path(name) / "in.pdf", Path(name) / "out.pdf"
        source.write_bytes(data)
        _run("qpdf", "--encrypt", password, password, "256", "--", source, target)
        return target.read_bytes()


def _run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=120)  # noqa: S603 - fixed
