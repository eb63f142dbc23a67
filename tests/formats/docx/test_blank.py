import dataclasses
import re
from datetime import date

import pytest
from docx.text.paragraph import Paragraph
from lxml import etree

from docgen.errors import WrongUseError
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.docx.blank import make_blank
from docgen.formats.docx.controls import MAX_BOOKMARK, bookmark_name
from docgen.formats.docx.identity import CUSTOM_PART, read_identity
from docgen.formats.docx.inline import words_of
from docgen.formats.docx.package import Package, w
from docgen.model.form import Kind
from docgen.model.record import Prefill
from formats.docx.edit import control
from formats.docx.word import open_word

VALUES = {
    "naam_deelnemer": "Proef Persoon",
    "startdatum": date(2025, 9, 1),
    "traject": "een\ntwee",
    "contactmomenten__1__begeleider": "mentor",
}
BLANK = make_blank(FORM, Prefill())
LOCKED = make_blank(FORM, Prefill(VALUES, reference="R & <1>"))


def body(data: bytes) -> etree._Element:
    return Package(data).parse("word/document.xml")


def values_of(data: bytes, tag: str, attribute: str = "val") -> list[str]:
    return [element.get(w(attribute), "") for element in body(data).iter(w(tag))]


def lock_of(data: bytes, key: str) -> str:
    return control(body(data), key).find(f"{w('sdtPr')}/{w('lock')}").get(w("val"))


def test_every_question_has_a_control_a_bookmark_and_its_label_in_reading_order():
    assert list(FORM.questions) == values_of(BLANK, "tag")
    assert list(FORM.questions) == values_of(BLANK, "bookmarkStart", "name")
    assert [question.full_label for question in FORM.questions.values()] == values_of(BLANK, "alias")


def test_numbers_of_controls_and_bookmarks_are_unique():
    for tag, attribute in (("bookmarkStart", "id"), ("id", "val")):
        numbers = values_of(BLANK, tag, attribute)
        assert len(numbers) == len(set(numbers)) > len(FORM.questions) - 1


def test_a_bookmark_is_its_key_or_a_unique_name_that_word_does_not_cut():
    long = [f"contactmomenten_met_een_lange_naam__{row}__opmerkingen" for row in range(1, 30)]
    names = {bookmark_name(key) for key in long}
    assert (29, True) == (len(names), all(len(name) <= MAX_BOOKMARK for name in names))
    assert "contactmomenten__20__opmerkingen" == bookmark_name("contactmomenten__20__opmerkingen")


def test_each_kind_of_question_has_its_own_control():
    expected = {
        Kind.TEXT: "richText",
        Kind.LONG_TEXT: "richText",
        Kind.SIGNATURE: "richText",
        Kind.DATE: "date",
        Kind.CHOICE: "dropDownList",
        Kind.OPEN_CHOICE: "comboBox",
    }
    root = body(BLANK)
    for key, question in FORM.questions.items():
        assert control(root, key).find(f"{w('sdtPr')}/{w(expected[question.kind])}") is not None, key


def test_a_date_control_is_belgian_and_a_list_offers_the_choices():
    root = body(BLANK)
    picker = control(root, "startdatum").find(f"{w('sdtPr')}/{w('date')}")
    assert ["dd/MM/yyyy", "nl-BE"] == [picker.find(w(name)).get(w("val")) for name in ("dateFormat", "lid")]
    offered = control(root, "contactmomenten__5__thema").iter(w("listItem"))
    assert list(FORM.questions["contactmomenten__5__thema"].choices) == [item.get(w("displayText")) for item in offered]


def test_empty_controls_show_a_hint_and_filled_ones_none():
    filled = {"naam_deelnemer", "startdatum", "traject", "contactmomenten__1__begeleider"}
    printed = {f"contactmomenten__{row}__thema" for row in (2, 3, 4)}
    root = body(LOCKED)
    for key in FORM.questions:
        shows_hint = control(root, key).find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None
        assert (key not in filled | printed) == shows_hint, key


def test_prefilled_values_are_locked_and_all_else_can_be_filled_but_not_deleted():
    assert {"sdtContentLocked"} == {lock_of(LOCKED, key) for key in VALUES}
    assert {"sdtLocked"} == {lock_of(LOCKED, key) for key in set(FORM.questions) - set(VALUES)}
    assert "sdtLocked" == lock_of(make_blank(FORM, Prefill(VALUES, locked=False)), "naam_deelnemer")


def test_all_labels_stand_in_one_group_that_word_locks():
    root = body(BLANK)
    (group,) = [sdt for sdt in root.iter(w("sdt")) if sdt.find(f"{w('sdtPr')}/{w('group')}") is not None]
    assert [group, root[0][-1]] == list(root[0])
    assert w("sectPr") == root[0][-1].tag


def test_headings_tables_and_head_rows_are_real():
    document = open_word(BLANK)
    paragraphs = [(p.style.name, p.text) for p in map_paragraphs(BLANK) if p.style.name.startswith("Heading")]
    titles = [block.title for block in FORM.blocks]
    assert [("Heading 1", FORM.title), *(("Heading 2", title) for title in titles)] == paragraphs
    assert 2 == len(list(body(BLANK).iter(w("tblHeader"))))
    assert titles == values_of(BLANK, "tblCaption")
    assert (21.0, 29.7) == (round(document.sections[0].page_width.cm, 1), round(document.sections[0].page_height.cm, 1))


def map_paragraphs(data: bytes):
    """The paragraphs inside the group, which python-docx does not walk into by itself."""
    document = open_word(data)
    return [Paragraph(p, document._body) for p in document.element.body.iter(w("p"))]  # noqa: SLF001 - no other way in


def test_tables_are_as_wide_as_the_page_and_have_their_rows():
    root = body(BLANK)
    for table in root.iter(w("tbl")):
        assert 9638 >= sum(int(column.get(w("w"))) for column in table.iter(w("gridCol"))) > 9600
    assert [10, 21, 11, 1, 2] == [len(table.findall(w("tr"))) for table in root.iter(w("tbl"))]


def test_title_language_footer_and_intro_are_set():
    document = open_word(LOCKED)
    assert (FORM.title, "nl-BE") == (document.core_properties.title, document.core_properties.language)
    assert f"{FORM.title} – R & <1>\tbladzijde 1 van 1" == words_of(Package(LOCKED).parse("word/footer1.xml"))
    texts = [paragraph.text for paragraph in map_paragraphs(BLANK)]
    assert FORM.intro in texts
    assert "Naam deelnemer (verplicht)" in texts
    assert "Handtekening mentor" in texts


def test_a_form_without_intro_and_with_a_closing_sentence_prints_so():
    texts = [
        p.text for p in map_paragraphs(make_blank(dataclasses.replace(FORM, intro="", footer="Tot slot."), Prefill()))
    ]
    assert (True, "Tot slot.") == (FORM.intro not in texts, texts[-1])


def test_the_identity_and_the_locked_values_stand_in_pieces_that_word_keeps():
    values = {"naam_deelnemer": "é" * 300, "startdatum": date(2025, 9, 1)}
    data = make_blank(FORM, Prefill(values, reference="R-1"))
    identity, printed = read_identity(Package(data))
    assert FORM.identity("R-1") == identity
    assert {"naam_deelnemer": "é" * 300, "startdatum": "01/09/2025"} == printed
    pieces = re.findall(rb"<vt:lpwstr>([^<]*)</vt:lpwstr>", Package(data).read(CUSTOM_PART))
    assert all(len(piece.replace(b"&quot;", b'"')) <= 255 for piece in pieces)
    assert len(pieces) > 4


def test_the_same_form_is_the_same_bytes():
    assert make_blank(FORM, Prefill()) == BLANK
    assert make_blank(FORM, Prefill(VALUES, reference="R & <1>")) == LOCKED


@pytest.mark.parametrize("text", ["bel\a", "\x00", "\ud800", "\uffff"])
def test_a_character_that_word_cannot_hold_is_refused_with_its_key(text: str):
    with pytest.raises(WrongUseError, match="“scholengroep”") as caught:
        make_blank(FORM, Prefill({"scholengroep": f"geheim{text}"}))
    assert "geheim" not in str(caught.value)
    with pytest.raises(WrongUseError, match="“referentie”"):
        make_blank(FORM, Prefill(reference=text + "x"))


def test_a_value_of_white_space_is_an_empty_control():
    assert BLANK == make_blank(FORM, Prefill({"scholengroep": ""}))
