"""Fill a form as Chrome's PDF viewer does: by clicking and typing in pdfium, then saving its copy."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Mapping

import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Pdf


def fill(data: bytes, values: Mapping[str, str]) -> bytes:
    """The form with these values, as pdfium writes it."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    for number, page_values in _by_page(data, values).items():
        page = document[number]
        pdfium.FORM_OnAfterLoadPage(page, document.formenv)
        for spot, value in page_values:
            _click(document.formenv, page, *spot)
            if isinstance(value, int):
                pdfium.FORM_SetIndexSelected(document.formenv, page, value, True)  # noqa: FBT003 - C has no keywords
            elif value is not None:
                _type(document.formenv, page, value)
        pdfium.FORM_ForceToKillFocus(document.formenv)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def _by_page(data: bytes, values: Mapping[str, str]) -> dict[int, list[tuple[tuple[float, float], str | int | None]]]:
    """Where to click on each page, and what to type or choose there (None for a radio button)."""
    found: dict[int, list[tuple[tuple[float, float], str | int | None]]] = {}
    with Pdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for widget in page.get("/Annots", ()):
                if widget.Subtype != "/Widget":
                    continue
                key = str(widget.Parent.T if "/Parent" in widget else widget.T)
                if key not in values:
                    continue
                left, bottom, right, top = (float(side) for side in widget.Rect)
                middle = ((left + right) / 2, (bottom + top) / 2)
                if "/Parent" not in widget:
                    options = [str(option) for option in widget.get("/Opt", ())]
                    value = options.index(values[key]) if values[key] in options else values[key]
                    found.setdefault(number, []).append(((left + 5, middle[1]), value))
                elif f"/{values[key].replace(' ', '_')}" in widget.AP.N:
                    found.setdefault(number, []).append((middle, None))
    return found


def _click(form: object, page: object, x: float, y: float) -> None:
    pdfium.FORM_OnMouseMove(form, page, 0, x, y)
    pdfium.FORM_OnLButtonDown(form, page, 0, x, y)
    pdfium.FORM_OnLButtonUp(form, page, 0, x, y)


def _type(form: object, page: object, words: str) -> None:
    text = words.replace("\n", "\r").encode("utf-16-le") + b"\0\0"
    buffer = (ctypes.c_ushort * (len(text) // 2)).from_buffer_copy(text)
    pdfium.FORM_SelectAllText(form, page)
    pdfium.FORM_ReplaceSelection(form, page, buffer)
