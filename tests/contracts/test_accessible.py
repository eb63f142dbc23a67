"""Every PDF form and document, in each language, is accessible; the documents are archivable too."""

from datetime import date

import pytest

from docgen.actions.render_papers import Layout, Sheet, render_paper
from docgen.catalogue import find_documents
from docgen.families.discover import find_families
from docgen.formats.blank import FormFormat, make_form
from verapdf import assert_conforms

FAMILIES = find_families()
ON = date(2026, 7, 3)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_form_is_accessible_in_each_language(family, tmp_path):
    forms = [variant for form in FAMILIES[family].forms if not form.is_list for variant in form.variants]
    for form in forms:
        (tmp_path / f"{form.name}-{form.language}.pdf").write_bytes(make_form(form, FormFormat.PDF))
    assert_conforms(sorted(tmp_path.glob("*.pdf")))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_document_is_accessible_and_archivable_in_each_language(family, tmp_path):
    for document in (each for each in find_documents().values() if each.family == family):
        values = FAMILIES[family].samples[document.context]
        for language in document.languages:
            layout = Layout(document.layouts(language), document.title[language], language)
            pdf = render_paper(layout, Sheet(values, {}, ON))["pdf"]
            (tmp_path / f"{document.name}-{language}.pdf").write_bytes(pdf)
    assert_conforms(sorted(tmp_path.glob("*.pdf")), ("ua1", "3a"))
