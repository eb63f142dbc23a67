"""The copy to sign, as docgen makes it, printed: signed, corrected or spoilt with a pen, or a blank form filled by hand."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import zxingcpp
from aankomst.camera import Picture, draw
from aankomst.clients import blank_form, texts
from aankomst.pen import Box, Pen, sign, strike, write
from click.testing import CliRunner
from fill import fill_xlsx
from people import Answers
from pikepdf import Pdf

from docgen.cli import main

_SETTINGS = Path(__file__).resolve().parents[2] / "jobtraining" / "docgen.toml"
_POINTS = 72
SIGNED = "handtekening_mentor"


def copy_to_sign(answers: Answers) -> bytes:
    """What ``docgen render jobtraining/verantwoordingsdocument --to pdf`` makes of these answers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        (folder / "in" / "formulier.xlsx").write_bytes(fill_xlsx(blank_form("xlsx"), answers.values()))
        command = ["render", "jobtraining/verantwoordingsdocument", folder / "in", "--to", "pdf", "-o", folder / "uit",
                   "--on", "2026-07-03", "--settings", _SETTINGS]  # fmt: skip
        done = CliRunner().invoke(main, list(map(str, command)))
        made = list((folder / "uit").rglob("*.pdf"))
        if len(made) != 1:
            raise RuntimeError(done.output)
        return made[0].read_bytes()


def printed(answers: Answers, dpi: int, *, pen: Pen | None = Pen()) -> list[Picture]:  # noqa: B008 - frozen
    """The pages of the copy to sign on paper, signed with this pen; without one, unsigned."""
    pages = draw(copy_to_sign(answers), dpi)
    if pen is not None:
        for page in pages:
            if (box := signature_box(page)) is not None:
                sign(page, box, Pen(pen.ink, max(1, dpi // 75), pen.seed))
                break
    return pages


def signature_box(page: Picture) -> Box | None:
    """Where to sign: left of the first code, 64 by 40 millimetres or so; None on a page without a code."""
    codes = sorted(zxingcpp.read_barcodes(page), key=lambda code: code.position.top_left.y)
    if not codes:
        return None
    place = codes[0].position
    side = place.bottom_left.y - place.top_left.y
    return (
        place.top_left.x - side * 1.75,
        place.top_left.y + side * 0.1,
        place.top_left.x - side * 0.25,
        place.top_left.y + side * 0.9,
    )


def correct(pages: list[Picture], pdf: bytes, printed_text: str, written: str, dpi: int) -> None:
    """Strike out a printed text and write another beside it, above the line."""
    for page, box in zip(pages, find_text(pdf, printed_text, dpi), strict=True):
        if box is not None:
            strike(page, box, Pen(width=2))
            left, top, right, bottom = box
            write(page, written, (left, top - (bottom - top) * 1.3, right + 12, top + 3), Pen(width=2, seed=5))


def spoil_codes(page: Picture) -> None:
    """Coffee over every code of a page."""
    for code in zxingcpp.read_barcodes(page):
        place = code.position
        middle = ((place.top_left.x + place.bottom_right.x) // 2, (place.top_left.y + place.bottom_right.y) // 2)
        side = place.bottom_left.y - place.top_left.y
        cv2.circle(page, middle, int(side * 0.45), (120, 84, 52), -1, cv2.LINE_AA)


def find_text(pdf: bytes, text: str, dpi: int) -> list[Box | None]:
    """Where a text stands on each page, in pixels from the top left."""
    document = pypdfium2.PdfDocument(pdf)
    boxes: list[Box | None] = []
    for page in document:
        words = page.get_textpage()
        found = words.search(text).get_next()
        if found is None:
            boxes.append(None)
            continue
        left, bottom, right, top = np.array([words.get_charbox(n) for n in range(found[0], sum(found))]).T
        scale, height = dpi / _POINTS, page.get_height()
        boxes.append(
            (left.min() * scale, (height - top.max()) * scale, right.max() * scale, (height - bottom.min()) * scale)
        )
    document.close()
    return boxes


def filled_by_hand(answers: Answers, dpi: int, *, blank: bytes | None = None, signed: bool = True) -> list[Picture]:
    """Our PDF form, printed and filled with a pen, box by box, and signed; what is printed in a box is left alone."""
    form = blank or blank_form()
    pages = draw(form, dpi)
    with Pdf.open(io.BytesIO(form)) as pdf:
        printed = {str(field.T): str(field.get("/V", "")) for field in pdf.Root.AcroForm.Fields}
        values = {key: text for key, text in texts(answers).items() if text != printed.get(key)}
        for page, sheet in zip(pages, pdf.pages, strict=True):
            height = float(sheet.MediaBox[3])
            for widget in sheet.get("/Annots", ()):
                if signed or str(widget.get("/T", "")) != SIGNED:
                    _fill_box(page, widget, values, (dpi / _POINTS, height))
    return pages


def sign_form(pages: list[Picture], dpi: int) -> list[Picture]:
    """The pages of our PDF form, printed, with a signature in its box."""
    with Pdf.open(io.BytesIO(blank_form())) as pdf:
        for page, sheet in zip(pages, pdf.pages, strict=True):
            height = float(sheet.MediaBox[3])
            for widget in sheet.get("/Annots", ()):
                if str(widget.get("/T", "")) == SIGNED:
                    _fill_box(page, widget, {}, (dpi / _POINTS, height))
    return pages


def _fill_box(
    page: Picture, widget: Mapping[str, object], values: Mapping[str, str], measure: tuple[float, float]
) -> None:
    key = str(widget.Parent.T if "/Parent" in widget else widget.get("/T", ""))
    scale, height = measure
    left, bottom, right, top = (float(side) * scale for side in widget.Rect)
    box = (left, height * scale - top, right, height * scale - bottom)
    if key == SIGNED:
        sign(page, box)
    elif key in values and "/Parent" not in widget:
        write(page, values[key], box, Pen(seed=len(key)))
    elif key in values and f"/{values[key].replace(' ', '_')}" in widget.AP.N:
        strike(page, (box[0], box[1], box[2], box[3]), Pen(width=3))
