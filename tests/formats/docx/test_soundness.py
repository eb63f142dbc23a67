"""Whether a template always gives sound XML is told from the template; where it is not, each document is looked at."""

import pytest

from docgen.errors import SetupError
from docgen.formats.docx.compiled import compile_template
from docgen.formats.docx.render import render_docx
from docgen.formats.docx.sandbox import make_environment
from docgen.formats.docx.soundness import is_always_sound, is_sound
from docgen.model.rich import Listing
from formats.docx.beside_docxtpl import make_template
from formats.docx.word import make_word


@pytest.mark.parametrize(
    ("expected", "source", "why"),
    [
        (True, "<a>{{ x }}</a>", "a value is text"),
        (True, "<a b='{{ x }}'/>", "and so it is in an attribute"),
        (True, "<a>{% if x %}<b/>{% elif y %}c{% else %}<d>{{ x }}</d>{% endif %}</a>", "each branch is whole"),
        (True, "<a>{% for x in y %}<b>{% if x %}<c/>{% endif %}</b>{% endfor %}</a>", "each turn is whole"),
        (True, "<a b='{% if x %}c{% else %}d{% endif %}'/>", "a branch of text in an attribute"),
        (True, "<a>{% set x = 1 %}{{ x }}{# b #}</a>", "a name prints nothing"),
        (True, "<a xmlns:n='n'>{% if x %}<n:b/>{% endif %}</a>", "a prefix that is declared around the branch"),
        (False, "<a>{% if x %}</a><a>{% endif %}</a>", "a branch that closes what it did not open"),
        (False, "<a>{% if x %}<b>{% endif %}{% if x %}</b>{% endif %}</a>", "two branches that need each other"),
        (False, "<a>{% for x in y %}<b>{% else %}</b>{% endfor %}</a>", "a turn that is not whole"),
        (False, "<a>{% if x %}{% if y %}<b>{% endif %}</b>{% endif %}</a>", "a branch in a branch that is not whole"),
        (False, "<a>{% if x %}b{% elif y %}<b>{% endif %}</a>", "another choice that is not whole"),
        (False, "<a>{{ x }}", "what is not sound to begin with"),
        (False, "<n:a>{{ x }}</n:a>", "a prefix that is not declared"),
        (False, "<a>{% macro m() %}<b/>{% endmacro %}{{ m() }}</a>", "what a macro prints is not looked at"),
        (False, "<a>{% set x %}<b/>{% endset %}{{ x }}</a>", "nor what a name holds"),
        (False, "<a>{{ (x|e)[:2] }}</a>", "nor a part of an escaped text"),
        (False, "<a>{% for x in y recursive %}{{ loop(x) }}{% endfor %}</a>", "nor a loop in itself"),
    ],
)
def test_only_a_template_whose_branches_are_whole_is_always_sound(*, expected: bool, source: str, why: str):
    assert expected is is_always_sound(source, make_environment()), why


@pytest.mark.parametrize(("expected", "xml"), [(True, "<a/>"), (False, "<a>"), (False, "<n:a/>"), (False, "")])
def test_xml_is_sound_when_it_is_well_formed_and_its_prefixes_are_declared(*, expected: bool, xml: str):
    assert expected is is_sound(xml)


def test_a_template_that_may_cross_is_refused_only_where_it_does():
    template = make_word(["{% if a %}"], [[["x{% endif %}"]]])
    assert not compile_template(template).texts[0].is_sound
    with pytest.raises(SetupError, match="bevat een fout"):
        render_docx(template, {"a": False}, title="t", language="nl")
    assert render_docx(template, {"a": True}, title="t", language="nl")


def test_a_listing_that_breaks_its_surroundings_is_refused():
    link = "<w:p><w:hyperlink w:anchor='x'><w:r><w:t>{{ a }}</w:t></w:r></w:hyperlink></w:p>"
    template = make_template(link)
    assert compile_template(template).texts[0].is_sound
    with pytest.raises(SetupError, match="bevat een fout"):
        render_docx(template, {"a": Listing("x\ay")}, title="t", language="nl")


def test_a_part_of_an_escaped_text_that_is_no_xml_is_refused():
    template = make_template("<w:p><w:r><w:t>{{ (a|e)[:2] }}</w:t></w:r></w:p>")
    assert render_docx(template, {"a": "xy&"}, title="t", language="nl")
    with pytest.raises(SetupError, match="bevat een fout"):
        render_docx(template, {"a": "&x"}, title="t", language="nl")
