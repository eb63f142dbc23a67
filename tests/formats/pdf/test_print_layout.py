"""Each version of a form keeps the layout that it was first printed with."""

from __future__ import annotations

import dataclasses

import pytest

from docgen.families.discover import find_families
from docgen.formats.pdf.print_layout import (
    PrintLayout,
    draw_layout,
    find_layout,
    keep_layout,
    parse_layout,
    spell_layout,
)
from docgen.model.form import Form, Identity

FORMS = [
    variant
    for family in find_families().values()
    for form in family.forms
    if not form.is_list
    for variant in form.variants
]
ADVICE = (
    "the page of {path} v{version} ({language}) is no longer the one that was sent out. Prints of it are read by its "
    "kept layout: raise `version` in its declaration and run `make layouts`; never change what was kept"
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.path}-{form.language}")
def test_a_form_is_drawn_as_its_version_was_kept(form: Form) -> None:
    advice = ADVICE.format(path=form.path, version=form.version, language=form.language)
    kept = find_layout(form.identity())
    assert kept is not None, advice
    assert kept.is_like(draw_layout(form)), advice


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.path}-{form.language}")
def test_no_word_of_a_form_is_printed_within_an_input(form: Form) -> None:
    layout = find_layout(form.identity())
    assert layout is not None
    assert [] == [
        (word.text, box.key)
        for page in layout.pages
        for word in page.words
        for box in page.boxes
        if box.box[0] < word.start.real < box.box[2] and box.box[1] < word.start.imag < box.box[3]
    ]


def test_a_layout_comes_back_as_it_was_spelled() -> None:
    drawn = draw_layout(FORMS[0])
    assert drawn == parse_layout(spell_layout(drawn))


def test_nothing_is_known_of_a_version_that_was_never_kept() -> None:
    assert find_layout(Identity("jobtraining", "verantwoordingsdocument", 999)) is None


def test_a_layout_that_was_kept_is_never_written_over(tmp_path) -> None:
    target = keep_layout(FORMS[0], tmp_path)
    assert target == keep_layout(FORMS[0], tmp_path)
    first, *others = draw_layout(FORMS[0]).pages
    wider = spell_layout(PrintLayout((dataclasses.replace(first, size=(1000.0, 500.0)), *others)))
    target.write_text(wider, encoding="utf-8")
    with pytest.raises(ValueError, match="raise the version"):
        keep_layout(FORMS[0], tmp_path)
    assert wider == target.read_text(encoding="utf-8")
