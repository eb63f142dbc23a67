"""Every form, in every language and format: what is filled in comes back as the same record."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.families.discover import find_families
from docgen.formats.blank import FormFormat, make_form
from docgen.formats.door import open_file
from docgen.model.record import Prefill, read_record, value_text
from docgen.model.value import RawForm
from records import filled, record_of

FORMS = [form for family in find_families().values() for form in family.forms if not form.is_list]
VARIANTS = [variant for form in FORMS for variant in form.variants]
CASES = [pytest.param(form, to, id=f"{form.path}.{form.language}.{to}") for form in VARIANTS for to in FormFormat]


def read_back(variant, to, data):
    """Read as a family does: by the Dutch form, whatever the language of the file."""
    content = open_file(f"formulier.{to}", data, FORMS)
    assert isinstance(content.found, RawForm), content.found
    return read_record(dutch(variant), content.found, content.name)


def dutch(variant):
    return next(form for form in FORMS if form.path == variant.path)


@pytest.mark.parametrize(("form", "to"), CASES)
def test_a_blank_form_comes_back_as_an_empty_record(form, to):
    reading = read_back(form, to, make_form(form, to))
    assert (reading.record, reading.problems, reading.identity) == (form.record(), (), form.identity())


@pytest.mark.parametrize(("form", "to"), CASES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_filled_form_comes_back_as_the_same_record(form, to, data):
    values = data.draw(filled(dutch(form)))
    reading = read_back(form, to, make_form(form, to, Prefill(values, locked=False)))
    assert reading.record == record_of(dutch(form), values)
    assert reading.problems == ()


@pytest.mark.parametrize(("form", "to"), CASES)
def test_a_prefilled_form_comes_back_with_its_reference_and_unchanged(form, to):
    question = next(question for question in form.single_questions if question.kind == "tekst")
    prefill = Prefill({question.key: "Ann-Sofie d’Hondt-Łukasiewicz"}, reference="REF 2025/01")
    reading = read_back(form, to, make_form(form, to, prefill))
    assert reading.identity == form.identity("REF 2025/01")
    assert reading.problems == ()
    assert getattr(reading.record, question.key) == "Ann-Sofie d’Hondt-Łukasiewicz"


@pytest.mark.parametrize(("form", "to"), CASES)
def test_every_filled_value_has_a_place(form, to):
    asked = {key: q for key, q in dutch(form).questions.items() if q.kind == "tekst" or q.choices}
    values = {key: q.choices[0] if q.choices else "x" for key, q in asked.items()}
    reading = read_back(form, to, make_form(form, to, Prefill(values, locked=False)))
    assert [key for key in values if not reading.place(key).spot] == []


@pytest.mark.parametrize(("form", "to"), CASES)
def test_the_same_form_is_the_same_bytes(form, to):
    key = form.single_questions[0].key
    prefill = Prefill({key: value_text("x")}, reference="R")
    assert make_form(form, to, prefill) == make_form(form, to, prefill)


@pytest.mark.parametrize(("form", "to"), CASES)
def test_what_one_form_was_filled_with_is_not_in_the_next(form, to):
    blank = make_form(form, to)
    values = {key: q.choices[0] if q.choices else "x" for key, q in dutch(form).questions.items() if q.kind != "datum"}
    assert blank != make_form(form, to, Prefill(values, reference="R"))
    assert blank == make_form(form, to)


@pytest.mark.parametrize("form", [pytest.param(form, id=form.path) for form in FORMS if "fr" in form.languages])
def test_a_french_form_says_nothing_in_dutch(form):
    french = form.in_language("fr")
    said = [
        [each for question in variant.questions.values() for each in (question.ask.section, question.ask.help) if each]
        for variant in (form, french)
    ]
    same = set(said[0]) & set(said[1])
    assert same <= {"Mentor"}
