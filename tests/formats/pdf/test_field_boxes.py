"""Where the inputs of a printed form stand."""

from __future__ import annotations

import io

import pypdf
import pytest

from docgen.families.discover import find_families
from docgen.formats.pdf.controls import control_of, state_names
from docgen.formats.pdf.field_boxes import print_form
from docgen.model.form import Form

FORMS = [
    variant
    for family in find_families().values()
    for form in family.forms
    if not form.is_list
    for variant in form.variants
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.path}-{form.language}")
def test_every_question_has_its_place_on_the_print(form: Form) -> None:
    found = print_form(form)
    expected = {
        (key, state)
        for key, question in form.questions.items()
        for state in (state_names(question) if control_of(question) == "radio" else [None])
    }
    assert expected == {(box.key, box.state) for box in found.boxes}
    assert len(expected) == len(found.boxes)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.path}-{form.language}")
def test_a_box_lies_on_its_page_and_no_two_overlap(form: Form) -> None:
    found = print_form(form)
    for box in found.boxes:
        left, top, right, bottom = box.box
        width, height = found.sizes[box.page]
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
    for number in range(len(found.sizes)):
        here = [box.box for box in found.boxes if box.page == number]
        assert [
            (one, other) for at, one in enumerate(here) for other in here[at + 1 :] if _overlap(one, other) > 1
        ] == []


def test_the_boxes_are_those_that_another_library_finds() -> None:
    form = next(form for form in FORMS if form.path == "jobtraining/verantwoordingsdocument")
    found = print_form(form)
    expected = {}
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(found.pdf)).pages):
        for note in page["/Annots"]:
            widget = note.get_object()
            if "/T" in widget:
                left, _, _, top = map(float, widget["/Rect"])
                expected[widget["/T"]] = (number, round(left), round(float(page.mediabox.height) - top))
    read = {box.key: (box.page, round(box.box[0]), round(box.box[1])) for box in found.boxes if box.state is None}
    assert expected == read


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0) * max(height, 0)
