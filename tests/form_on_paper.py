"""Print a form of ours and fill it in with a pen, box by box, for tests."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable

from PIL import Image

from docgen.formats.blank import FormFormat, make_form
from docgen.formats.pdf.field_boxes import FieldBox, print_form
from docgen.model.form import Form
from docgen.model.record import Prefill
from paper_scans import draw, write

DPI = 150
_MM = 72 / 25.4
Strokes = list[list[tuple[float, float]]]


@functools.cache
def print_pages(form: Form, reference: str | None = None) -> tuple[Image.Image, ...]:
    """The pages of the blank form on paper."""
    return tuple(draw(make_form(form, FormFormat.PDF, Prefill(reference=reference)), DPI))


def box_of(form: Form, key: str, state: str | None = None) -> FieldBox:
    """Where a question is answered; of a choice the button with that name."""
    return next(box for box in print_form(form).boxes if box.key == key and state in (None, box.state))


def fill(form: Form, keys: Iterable[str], reference: str | None = None) -> list[Image.Image]:
    """The pages with something written in each of these boxes; ``key:state`` crosses a button."""
    pages = list(print_pages(form, reference))
    for each in keys:
        key, _, state = each.partition(":")
        box = box_of(form, key, state or None)
        pages[box.page] = write(pages[box.page], cross(box) if state else word(box), DPI)
    return pages


def word(box: FieldBox) -> Strokes:
    """Something like a word of four millimetres high, from the left of the box."""
    left, top, right, bottom = (side / _MM for side in box.box)
    middle, width = (top + bottom) / 2, min(25.0, right - left - 4)
    return [[(left + 2 + step * 0.4, middle + 2 * math.sin(step * 1.3)) for step in range(int(width / 0.4))]]


def cross(box: FieldBox) -> Strokes:
    """A cross over the whole box."""
    left, top, right, bottom = (side / _MM for side in box.box)
    return [[(left, top), (right, bottom)], [(left, bottom), (right, top)]]
