"""Every PDF form and document, in each language, is accessible; the documents are archivable too."""

from datetime import date

import pytest

from docgen.actions.render_papers import Layout, Sheet, render_paper
from docgen.catalogue import find_documents
from docgen.families.discover import find_families
from docgen.formats.blank import FormFormat, make_form
from verapdf import assert_conforms

ON = date(2026, 7, 3)
FORMS = [
    pytest.param(variant, id=f"{variant.path}.{variant.language}")
    for family in find_families().values()
    for form in family.forms
    if not form.is_list
    for variant in form.variants
]
DOCUMENTS = [
    pytest.param(document, language, id=f"{document.path}-{language}")
    for document in find_documents().values()
    for language in document.languages
    if not document.choices  # what chooses is printed by those it chooses from
]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_accessible(form, tmp_path):
    (tmp_path / "formulier.pdf").write_bytes(make_form(form, FormFormat.PDF))
    assert_conforms([tmp_path / "formulier.pdf"])


@pytest.mark.parametrize(("document", "language"), DOCUMENTS)
def test_every_document_is_accessible_and_archivable(document, language, tmp_path):
    values = find_families()[document.family].samples[document.context]
    layout = Layout(document.layouts(language), document.title[language], language)
    (tmp_path / "document.pdf").write_bytes(render_paper(layout, Sheet(values, {}, ON))["pdf"])
    assert_conforms([tmp_path / "document.pdf"], ("ua1", "3a"))
