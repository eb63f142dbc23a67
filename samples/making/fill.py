"""Fill our blank forms as other programs do: openpyxl, pypdf, lxml, and saved again by LibreOffice."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lxml import etree
from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def fill_xlsx(blank: bytes, values: Mapping[str, object]) -> bytes:
    """Type the values into the named cells with openpyxl."""
    book = load_workbook(io.BytesIO(blank))
    for key, value in values.items():
        ((sheet, cell),) = book.defined_names[key].destinations
        book[sheet][cell.replace("$", "").split(":")[0]].value = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def fill_pdf(blank: bytes, values: Mapping[str, object]) -> bytes:
    """Fill the fields with pypdf; the signature is a typed note over its field."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(blank)))
    fields = writer.get_fields() or {}
    texts = {
        key: _button(fields[key], _text(value)) for key, value in values.items() if fields[key].get("/FT") != "/Sig"
    }
    for page in writer.pages:
        writer.update_page_form_field_values(page, texts, auto_regenerate=False)
    for key, value in values.items():
        if fields[key].get("/FT") == "/Sig":
            _write_over(writer, key, _text(value))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _button(field: Mapping[str, object], text: str) -> str:
    """A radio button is set by its state: the choice in plain letters, as the form names it."""
    return f"/{re.sub(r'[^a-z0-9]+', '_', text.lower()).strip('_')}" if field.get("/FT") == "/Btn" else text


def _write_over(writer: PdfWriter, key: str, text: str) -> None:
    for number, page in enumerate(writer.pages):
        for annotation in page.get("/Annots", ()):
            item = annotation.get_object()
            if item.get("/T") == key:
                note = FreeText(text=text, rect=tuple(float(side) for side in item["/Rect"]), font_size="11pt")
                writer.add_annotation(page_number=number, annotation=note)
                return


def fill_docx(blank: bytes, values: Mapping[str, object]) -> bytes:
    """Type the values into the tagged content controls."""
    source = zipfile.ZipFile(io.BytesIO(blank))
    document = etree.fromstring(source.read("word/document.xml"))
    for control in document.iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        if tag is not None and tag.get(f"{_W}val") in values:
            _type(control, _text(values[tag.get(f"{_W}val")]))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            changed = entry.filename == "word/document.xml"
            data = (
                etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)
                if changed
                else source.read(entry)
            )
            target.writestr(entry.filename, data)
    return buffer.getvalue()


def _type(control: etree._Element, text: str) -> None:
    properties = control.find(f"{_W}sdtPr")
    for mark in properties.findall(f"{_W}showingPlcHdr"):
        properties.remove(mark)
    runs = list(control.find(f"{_W}sdtContent").iter(f"{_W}r"))
    for run in runs[1:]:
        run.getparent().remove(run)
    for child in list(runs[0]):
        runs[0].remove(child)
    word = etree.SubElement(runs[0], f"{_W}t")
    word.text = text


def save_again(data: bytes, suffix: str) -> bytes:
    """Open the file in LibreOffice and save it in its own format, as a person who uses it would."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in" / f"formulier.{suffix}"
        source.parent.mkdir()
        source.write_bytes(data)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profiel", "--headless", "--convert-to", suffix,
                   "--outdir", folder, str(source)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - a fixed command
        return (Path(folder) / f"formulier.{suffix}").read_bytes()


def _text(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
