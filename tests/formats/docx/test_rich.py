"""What a family says of passages, pictures and listings: what docxtpl has no word for, and what is refused."""

import pytest

from docgen.errors import SetupError, WrongUseError
from docgen.formats.docx.render import render_docx
from docgen.model.rich import Listing, Passage, Picture, RichText
from formats.docx.beside_docxtpl import make_template, read_parts
from formats.docx.raw import DOT
from formats.docx.word import open_word

LINE = "<w:p><w:r><w:t>x {{ v }}</w:t></w:r></w:p>"
RUN = "<w:p><w:r><w:t>{{r v }}</w:t></w:r></w:p>"


def fill(body: str, value: object, *, footnote: str = "") -> bytes:
    return render_docx(make_template(body, footnote=footnote), {"v": value}, title="Brief", language="nl")


def test_a_picture_has_a_description():
    body = read_parts(fill(LINE, Picture(DOT, description='Logo "A & B"')))["word/document.xml"]
    assert b'descr="Logo &quot;A &amp; B&quot;"' in body
    assert 1 == len(open_word(fill(LINE, Picture(DOT, description="Logo"))).inline_shapes)


def test_a_picture_gives_the_same_bytes_each_time():
    assert fill(LINE, Picture(DOT, 20)) == fill(LINE, Picture(DOT, 20))


def test_a_picture_that_is_not_printed_leaves_no_trace():
    parts = read_parts(fill(LINE.replace("{{ v }}", "{{ 1 if v else 2 }}"), Picture(DOT)))
    assert not [name for name in parts if name.startswith("word/media/")]


def test_a_picture_in_a_footnote_is_a_fault_of_the_template():
    with pytest.raises(SetupError, match="bevat een fout"):
        fill("<w:p/>", Picture(DOT), footnote=LINE)


@pytest.mark.parametrize(
    "value",
    [Listing("a\x00"), RichText((Passage("a\x0b"),)), Picture(DOT, description="\ud800")],
)
def test_characters_that_word_cannot_hold_are_refused_with_their_key(value: object):
    with pytest.raises(WrongUseError, match="“v”"):
        fill(RUN, value)


def test_a_look_cannot_bring_xml_of_its_own():
    parts = read_parts(
        fill(RUN, RichText((Passage("a", style='x"/><w:b/>', color='"<', url="https://v.example/?a&b"),)))
    )
    assert b"<w:b/>" not in parts["word/document.xml"]
    assert b"https://v.example/?a&amp;b" in parts["word/_rels/document.xml.rels"]
