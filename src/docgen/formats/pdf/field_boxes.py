"""Where the inputs of a form stand on its printed pages: to read them from a print, a flattened copy or a scan."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pikepdf import Object, Pdf

from docgen.formats.pdf.blank import make_blank
from docgen.model.form import Form
from docgen.model.record import Prefill


@dataclass(frozen=True)
class FieldBox:
    """One input on a page counted from 0; `box` is left, top, right and bottom in points from the page's top left.

    `state` is the name of the choice that a radio button stands for, None for every other input.
    """

    key: str
    page: int
    box: tuple[float, float, float, float]
    state: str | None = None


@dataclass(frozen=True)
class PrintedForm:
    """A blank form as it is printed: the PDF, the size of each page in points, and its inputs in reading order."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    boxes: tuple[FieldBox, ...]


@lru_cache(maxsize=4)
def print_form(form: Form) -> PrintedForm:
    """The blank form of this version and language, and where each question is answered on it."""
    data = make_blank(form, Prefill())
    with Pdf.open(io.BytesIO(data)) as pdf:
        sizes = tuple((float(page.MediaBox[2]), float(page.MediaBox[3])) for page in pdf.pages)
        boxes = tuple(box for number, page in enumerate(pdf.pages) for box in _read_boxes(number, page.obj))
    return PrintedForm(data, sizes, boxes)


def _read_boxes(number: int, page: Object) -> Iterator[FieldBox]:
    height = float(page.MediaBox[3])
    for widget in page.get("/Annots", ()):
        left, bottom, right, top = (float(side) for side in widget.Rect)
        box = (left, height - top, right, height - bottom)
        if "/T" in widget:
            yield FieldBox(str(widget.T), number, box)
        else:
            yield FieldBox(str(widget.Parent.T), number, box, _state_of(widget))


def _state_of(widget: Object) -> str:
    return next(str(name)[1:] for name in widget.AP.N.keys() if str(name) != "/Off")  # noqa: SIM118 - a PDF dictionary
