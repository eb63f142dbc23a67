import copy
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.errors import UnreadableFileError
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.docx.blank import make_blank
from docgen.formats.docx.controls import hint_text
from docgen.formats.docx.filled import read_filled
from docgen.formats.docx.identity import CUSTOM_PART
from docgen.formats.docx.package import W, w
from docgen.formats.known_form import older_version
from docgen.model.form import Kind
from docgen.model.record import Prefill, Reading, flatten_record, read_record, value_text
from docgen.model.value import RawForm, SignatureKind
from formats.docx.edit import (
    DOCUMENT,
    Change,
    cell_of,
    control,
    drop,
    edit,
    fill,
    parse,
    put,
    rewrite_parts,
    row_of,
    unwrap_controls,
)
from formats.docx.word import make_word
from records import filled, record_of

VALUES = {
    "naam_deelnemer": "Şebnem van den Łoś-D’Hoore",
    "scholengroep": "Scholengroep <Proef> & Zonen",
    "startdatum": date(2025, 9, 1),
    "contactmomenten__1__datum": date(2025, 9, 7),
    "contactmomenten__1__begeleider": "begeleider schoolontwikkeling",
    "contactmomenten__1__thema": "school organisatorisch",
    "contactmomenten__1__aanwezigheid": "ja",
    "contactmomenten__1__opmerkingen": "een\ntwee\tdrie",
    "initiatieven__10__opmerkingen": "laatste rij",
    "traject": "{{ x }} ]]> <w:p/>",
}
BOTH_VERSIONS = (
    "<mc:AlternateContent><mc:Choice Requires='x'><w:r><w:t>a</w:t></w:r></mc:Choice>"
    "<mc:Fallback><w:r><w:t>a</w:t></w:r></mc:Fallback></mc:AlternateContent>"
)
BLANK = make_blank(FORM, Prefill())
FILLED = make_blank(FORM, Prefill(VALUES, locked=False))


def raw(data: bytes) -> RawForm:
    found = read_filled(data, "a.docx", [FORM])
    assert found is not None
    return found


def read(data: bytes) -> Reading:
    return read_record(FORM, raw(data), "a.docx")


def record(data: bytes) -> dict[str, object]:
    return flatten_record(read(data).record)


def doubts(data: bytes) -> list[tuple[str | None, str]]:
    return [(problem.key, problem.message) for problem in read(data).problems]


def changed(change: Change) -> bytes:
    return edit(BLANK, change)


def test_what_was_prefilled_is_read_back_with_its_reference():
    reading = read(make_blank(FORM, Prefill(VALUES, reference="R-1")))
    assert VALUES == flatten_record(reading.record)
    assert ((), "R-1") == (reading.problems, reading.identity.reference)


def test_a_blank_form_is_an_empty_record_with_a_place_for_every_key():
    reading = read(BLANK)
    assert ({}, ()) == (flatten_record(reading.record), reading.problems)
    assert set(FORM.questions) == set(reading.places)
    assert ["tabel 1, rij 1", "tabel 2, rij 3", "tabel 5, rij 2"] == [
        reading.place(key).spot for key in ("naam_deelnemer", "contactmomenten__3__datum", "handtekening_mentor")
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_record_that_is_typed_into_the_controls_comes_back(data: st.DataObject):
    values = data.draw(filled(FORM, signatures=True))

    def type_in(root: etree._Element) -> None:
        fill({f"contactmomenten__{row}__thema": "kies of typ" for row in (1, 2, 3, 4)})(root)
        for key, value in values.items():
            put(control(root, key), "<w:r><w:t xml:space='preserve'></w:t></w:r>")
            control(root, key).find(f".//{w('t')}").text = value_text(value)

    reading = read(changed(type_in))
    assert record_of(FORM, values) == reading.record
    assert () == reading.problems


@pytest.mark.parametrize("key", ["naam_deelnemer", "startdatum", "contactmomenten__9__thema", "handtekening_mentor"])
@pytest.mark.parametrize("text", [None, "", "  ", "Klik of tik om tekst in te voeren.", "Choose an item."])
def test_a_hint_or_what_word_puts_in_its_place_is_empty(key: str, text: str | None):
    shown = hint_text(FORM.questions[key]) if text is None else text
    assert {} == record(changed(fill({key: shown})))


def marked(text: str) -> Change:
    """Text that still carries the mark and the style of a hint, as Writer 7.4 leaves it."""

    def change(root: etree._Element) -> None:
        run = f"<w:r><w:rPr><w:rStyle w:val='PlaceholderText'/></w:rPr><w:t>{text}</w:t></w:r>"
        put(control(root, "scholengroep"), run, keep_mark=True)

    return change


def test_typed_text_is_read_though_writer_left_the_mark_and_style_of_a_hint_on_it():
    data = changed(marked("Groep 1"))
    assert ({"scholengroep": "Groep 1"}, []) == (record(data), doubts(data))


def test_in_a_file_saved_by_word_other_words_under_the_mark_are_doubted():
    app = {"docProps/app.xml": lambda _: b"<Properties><Application>Microsoft Office Word</Application></Properties>"}
    data = rewrite_parts(changed(marked("Haga clic para escribir")), app)
    assert {"scholengroep": "Haga clic para escribir"} == record(data)
    assert "nog als leeg gemerkt" in doubts(data)[0][1]
    assert [] == doubts(rewrite_parts(BLANK, app))


@pytest.mark.parametrize("text", ["Groep 1typ hier", "typ hierGroep 1"])
def test_what_is_typed_beside_a_hint_that_stayed_is_read_with_a_doubt(text: str):
    data = changed(marked(text))
    assert {"scholengroep": "Groep 1"} == record(data)
    assert "het voorbeeld “typ hier” stond er nog bij" in doubts(data)[0][1]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t></w:r>", "een\ntwee"),
        ("<w:r><w:t>een</w:t><w:cr/><w:t>twee</w:t><w:tab/><w:t>drie</w:t></w:r>", "een\ntwee\tdrie"),
        ("<w:p><w:r><w:t>een</w:t></w:r></w:p><w:p><w:r><w:t>twee</w:t></w:r></w:p>", "een\ntwee"),
        ("<w:r><w:t>oud</w:t><w:noBreakHyphen/><w:t>leerling</w:t><w:softHyphen/></w:r>", "oud-leerling"),
        ("<w:r><w:sym w:font='Wingdings' w:char='0041'/><w:sym w:char='zz'/></w:r>", "A"),
        ("<w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del>", "nieuw"),
        ("<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>hier</w:t></w:r></w:moveTo>", "hier"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>x@y.be</w:t></w:r></w:hyperlink>", "x@y.be"),
        (BOTH_VERSIONS, "a"),
        ("<w:r><w:t>Łódź </w:t></w:r><w:r><w:t>&amp; &lt;b&gt; ]]&gt;</w:t></w:r>", "Łódź & <b> ]]>"),
    ],
)
def test_text_is_read_as_it_shows_on_the_page(xml: str, expected: str):
    assert {"traject": expected} == record(changed(lambda root: put(control(root, "traject"), xml)))


def test_a_date_that_shows_another_day_than_it_keeps_is_doubted():
    def keep(day: str) -> Change:
        def change(root: etree._Element) -> None:
            put(control(root, "startdatum"), "<w:r><w:t>1 september 2025</w:t></w:r>")
            root.find(f".//{w('tag')}[@{w('val')}='startdatum']/../{w('date')}").set(w("fullDate"), f"{day}T00:00:00Z")

        return change

    assert ({"startdatum": date(2025, 9, 1)}, []) == (
        record(changed(keep("2025-09-01"))),
        doubts(changed(keep("2025-09-01"))),
    )
    assert {"startdatum": date(2025, 9, 1)} == record(changed(keep("2025-01-09")))
    ((key, message),) = doubts(changed(keep("2025-01-09")))
    assert ("startdatum", True) == (key, "bewaart 09/01/2025" in message)


def test_text_beside_an_empty_control_is_the_answer_and_beside_a_filled_one_a_doubt():
    def beside(root: etree._Element) -> None:
        cell_of(root, "scholengroep").append(parse("<w:p><w:r><w:t>Groep 1</w:t></w:r></w:p>")[0])
        put(control(root, "naam_deelnemer"), "<w:r><w:t>Proef</w:t></w:r>")
        cell_of(root, "naam_deelnemer").append(parse("<w:p><w:r><w:t>Persoon</w:t></w:r></w:p>")[0])

    data = changed(beside)
    assert {"naam_deelnemer": "Proef\nPersoon", "scholengroep": "Groep 1"} == record(data)
    assert ["naam_deelnemer"] == [key for key, _ in doubts(data)]


@pytest.mark.parametrize(
    "change",
    [drop("tag"), drop("bookmarkStart", "bookmarkEnd"), unwrap_controls],
    ids=["tags", "bookmarks", "controls"],
)
def test_tags_or_bookmarks_alone_are_enough(change: Change):
    data = edit(FILLED, change)
    assert (VALUES, []) == (record(data), doubts(data))


def test_without_tags_and_bookmarks_the_labels_and_heads_are_read_with_doubt():
    data = edit(FILLED, unwrap_controls, drop("bookmarkStart", "bookmarkEnd"))
    assert VALUES == record(data)
    assert set(VALUES) - {"contactmomenten__1__thema"} == {key for key, _ in doubts(data)}, "a printed theme is certain"
    messages = dict(doubts(data))
    assert "gevonden via het label “Naam deelnemer”" in messages["naam_deelnemer"]
    assert "gevonden via de kolomkop “Begeleider”" in messages["contactmomenten__1__begeleider"]


def without_identity(data: bytes) -> bytes:
    return rewrite_parts(data, {CUSTOM_PART: lambda _: None})


def test_a_form_without_identity_is_recognised_by_its_marks_and_says_so():
    found = raw(without_identity(FILLED))
    assert (FORM.identity(), 1) == (found.identity, len(found.notes))
    assert "invulvelden" in found.notes[0]
    assert VALUES == record(without_identity(FILLED))


def test_without_identity_and_marks_a_form_is_left_to_who_reads_plain_ones():
    stripped = edit(FILLED, unwrap_controls, drop("bookmarkStart", "bookmarkEnd"))
    assert read_filled(without_identity(stripped), "a.docx", [FORM]) is None


def test_a_foreign_word_file_is_no_form():
    assert read_filled(make_word(["Beste, hierbij de brief."], [[["Naam", "Proef"]]]), "a.docx", [FORM]) is None


ROW = {"contactmomenten__6__datum": "08/09/2025", "contactmomenten__6__opmerkingen": "twee"}


def test_a_copied_row_gets_the_number_after_the_last():
    def copy_row(root: etree._Element) -> None:
        fill(ROW)(root)
        row = row_of(root, "contactmomenten__6__datum")
        row.addnext(copy.deepcopy(row))

    values = record(changed(copy_row))
    assert {"twee"} == {v for k, v in values.items() if k.endswith("opmerkingen")}
    assert {6, 21} == {int(key.split("__")[1]) for key in values}
    assert [] == doubts(changed(copy_row))
    assert "tabel 2, rij 7" == read(changed(copy_row)).place("contactmomenten__21__datum").spot


def test_an_inserted_row_without_marks_is_read_by_the_heads_and_an_empty_one_is_not_counted():
    def insert_rows(root: etree._Element) -> None:
        row = row_of(root, "contactmomenten__20__datum")
        texts = ("09/09/2025", "mentor", "van alles", "ja", "bij")
        cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in texts)
        row.addnext(parse(f"<w:tr>{cells}</w:tr>")[0])
        row.addnext(parse(f"<w:tr>{'<w:tc><w:p/></w:tc>' * 5}</w:tr>")[0])

    assert {
        "contactmomenten__21__datum": date(2025, 9, 9),
        "contactmomenten__21__begeleider": "mentor",
        "contactmomenten__21__thema": "van alles",
        "contactmomenten__21__aanwezigheid": "ja",
        "contactmomenten__21__opmerkingen": "bij",
    } == record(changed(insert_rows))
    assert [] == doubts(changed(insert_rows))


def test_removed_and_moved_rows_keep_the_numbers_of_the_others():
    def move(root: etree._Element) -> None:
        fill(ROW)(root)
        first = row_of(root, "contactmomenten__1__datum")
        first.addprevious(row_of(root, "contactmomenten__6__datum"))
        first.getparent().remove(first)

    assert {"contactmomenten__6__datum": date(2025, 9, 8), "contactmomenten__6__opmerkingen": "twee"} == record(
        changed(move)
    )
    assert "tabel 2, rij 1" == read(changed(move)).place("contactmomenten__6__datum").spot


def test_a_row_that_a_tracked_change_deleted_is_gone():
    def delete(root: etree._Element) -> None:
        fill(ROW)(root)
        row_of(root, "contactmomenten__6__datum").find(w("trPr")).append(parse("<w:del/>")[0])

    assert {} == record(changed(delete))


def test_a_cell_that_lost_its_marks_is_read_by_the_head_above_it():
    def strip(root: etree._Element) -> None:
        cell = cell_of(root, "contactmomenten__6__opmerkingen")
        cell[:] = parse("<w:p><w:r><w:t>los getypt</w:t></w:r></w:p>")

    assert {"contactmomenten__6__opmerkingen": "los getypt"} == record(changed(strip))


def test_without_heads_a_cell_is_read_by_its_place_in_the_row():
    def strip(root: etree._Element) -> None:
        for head in list(root.iter(w("tblHeader"))):
            row = next(head.iterancestors(w("tr")))
            row.getparent().remove(row)
        cell_of(root, "contactmomenten__6__opmerkingen")[:] = parse("<w:p><w:r><w:t>x</w:t></w:r></w:p>")

    assert {"contactmomenten__6__opmerkingen": "x"} == record(changed(strip))


def test_a_key_that_stands_twice_with_other_words_is_doubted():
    def twice(root: etree._Element) -> None:
        table = next(root.iter(w("tbl")))
        fill({"scholengroep": "een"})(root)
        again = copy.deepcopy(table)
        table.addnext(again)
        fill({"scholengroep": "twee"})(again)

    data = changed(twice)
    assert {"scholengroep": "een"} == record(data)
    assert "dit veld staat 2 keer in het bestand, telkens anders" in doubts(data)[0][1]


def test_controls_and_bookmarks_outside_tables_are_read_too():
    def loosen(root: etree._Element) -> None:
        fill({"naam_deelnemer": "Proef Persoon", "scholengroep": "Groep 1"})(root)
        table = next(root.iter(w("tbl")))
        for key in ("naam_deelnemer", "scholengroep"):
            paragraph = next(control(root, key).iterancestors(w("p")))
            table.addprevious(paragraph)
        unwrap_one(control(root, "scholengroep"))
        table.getparent().remove(table)

    def unwrap_one(sdt: etree._Element) -> None:
        for child in list(sdt.find(w("sdtContent"))):
            sdt.addprevious(child)
        sdt.getparent().remove(sdt)

    reading = read(changed(loosen))
    assert {"naam_deelnemer": "Proef Persoon", "scholengroep": "Groep 1"} == flatten_record(reading.record)
    assert ["alinea 4", "alinea 5"] == [reading.place(key).spot for key in ("naam_deelnemer", "scholengroep")]


PICTURE = "<w:r><w:drawing/></w:r>"
INK = (
    "<mc:AlternateContent><mc:Choice Requires='wpi'><w:r><w:drawing><w14:contentPart/></w:drawing></w:r></mc:Choice>"
    "<mc:Fallback><w:r><w:pict/></w:r></mc:Fallback></mc:AlternateContent>"
)
LINE = "<w:r><w:pict><v:shape><o:signatureline issignatureline='t'/></v:shape></w:pict></w:r>"


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:r><w:t>Mevrouw Mentor</w:t></w:r>", SignatureKind.TYPED),
        (PICTURE, SignatureKind.IMAGE),
        ("<w:r><w:pict/></w:r>", SignatureKind.IMAGE),
        (INK, SignatureKind.INK),
        (PICTURE + "<w:r><w:t>Mevrouw Mentor</w:t></w:r>", SignatureKind.IMAGE),
        (LINE, None),
        ("<w:r><w:t>handtekening</w:t></w:r>", None),
    ],
)
def test_what_stands_in_the_signatures_place_is_told(xml: str, expected: SignatureKind | None):
    found = raw(changed(lambda root: put(control(root, "handtekening_mentor"), xml)))
    assert expected == found.signatures.get("handtekening_mentor")


def test_a_picture_over_the_hint_is_a_signature_too():
    def paste(root: etree._Element) -> None:
        control(root, "handtekening_mentor").find(w("sdtContent")).extend(parse(PICTURE))

    assert SignatureKind.IMAGE is raw(changed(paste)).signatures["handtekening_mentor"]


def test_a_picture_that_floats_from_below_the_table_is_a_signature():
    def float_below(root: etree._Element) -> None:
        table = next(control(root, "handtekening_mentor").iterancestors(w("tbl")))
        table.getnext().extend(parse(PICTURE))

    def elsewhere(root: etree._Element) -> None:
        next(root.iter(w("p"))).extend(parse(PICTURE))

    assert {"handtekening_mentor": SignatureKind.IMAGE} == raw(changed(float_below)).signatures
    assert {} == raw(changed(elsewhere)).signatures


def test_a_picture_instead_of_text_cannot_be_read():
    data = changed(lambda root: put(control(root, "naam_deelnemer"), PICTURE))
    assert ["onleesbaar-veld"] == [problem.rule for problem in read(data).problems]
    assert "afbeelding" in doubts(data)[0][1]


def test_a_locked_value_that_came_back_changed_is_told():
    data = make_blank(FORM, Prefill({"scholengroep": "Groep 1 \r\n"}))
    assert [] == doubts(data)
    (problem,) = read(edit(data, fill({"scholengroep": "Groep 2"}))).problems
    assert ("voorinvulling-gewijzigd", "Groep 2", "Groep 1") == (problem.rule, problem.found, problem.expected)


def test_garbled_prefill_an_office_signature_and_an_older_version_are_noted():
    locked = make_blank(FORM, Prefill({"scholengroep": "Groep 1"}))
    for wrong in (b"{&quot;scho", json.dumps(["x"]).encode(), b'{"a": 1}'):
        garbled = rewrite_parts(locked, {CUSTOM_PART: lambda xml, wrong=wrong: xml.replace(quoted("Groep 1"), wrong)})
        assert "niet meer leesbaar" in raw(garbled).notes[0]
    signed = rewrite_parts(BLANK, {"_xmlsignatures/sig1.xml": lambda _: b"<x/>"})
    assert "digitale handtekening van Office" in raw(signed).notes[0]
    newer = replace(FORM, version=2)
    older = read_filled(BLANK, "a.docx", [newer])
    assert older is not None
    assert older.notes == (older_version(FORM.identity(), newer),)


def quoted(value: str) -> bytes:
    return json.dumps({"scholengroep": value}).replace('"', "&quot;").encode()


def test_a_newer_or_unknown_form_of_ours_is_refused_with_what_to_do():
    newer = make_blank(replace(FORM, version=9), Prefill())
    with pytest.raises(UnreadableFileError, match=r"^is een nieuwere versie .*versie 9.*; werk docgen bij"):
        read_filled(newer, "a.docx", [FORM])
    other = make_blank(replace(FORM, name="iets-anders"), Prefill())
    with pytest.raises(UnreadableFileError, match=r"niet gekend is \(jobtraining/iets-anders\)"):
        read_filled(other, "a.docx", [FORM])


@pytest.mark.parametrize(
    ("xml", "sentence"),
    [
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "onveilig"),
        (b"<x>&onbekend;</x>", "beschadigd"),
        (b"<x", "beschadigd"),
        (b"", "beschadigd"),
        ("<x/>".encode("utf-16"), "onveilig"),
        (b"<a>" * 10_000, "beschadigd"),
    ],
)
def test_hostile_or_broken_xml_is_refused_in_a_sentence(xml: bytes, sentence: str):
    for part in (DOCUMENT, CUSTOM_PART, "_rels/.rels"):
        with pytest.raises(UnreadableFileError, match=sentence):
            read_filled(rewrite_parts(BLANK, {part: lambda _: xml}), "a.docx", [FORM])


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", BLANK[:2000], b"%PDF-1.7"])
def test_what_is_no_whole_zip_is_refused(data: bytes):
    with pytest.raises(UnreadableFileError):
        read_filled(data, "a.docx", [FORM])


def test_a_part_with_a_wrong_checksum_is_refused():
    at = BLANK.index(b"word/document.xml") + 200
    with pytest.raises(UnreadableFileError, match="beschadigd"):
        read_filled(BLANK[:at] + bytes([BLANK[at] ^ 0xFF]) + BLANK[at + 1 :], "a.docx", [FORM])


def test_a_zip_without_a_document_is_no_word_file():
    with pytest.raises(UnreadableFileError, match="geen Word-bestand"):
        read_filled(rewrite_parts(BLANK, {DOCUMENT: lambda _: None}), "a.docx", [FORM])


def test_a_document_under_another_name_or_without_relations_is_found():
    other = {"_rels/.rels": lambda xml: xml.replace(b"word/document.xml", b"/word/document2.xml")}
    moved = rewrite_parts(
        FILLED, {**other, DOCUMENT: lambda _: None, "word/document2.xml": lambda _: document_of(FILLED)}
    )
    bare = rewrite_parts(FILLED, {"_rels/.rels": lambda _: None})
    assert (VALUES, VALUES) == (record(moved), record(bare))


def document_of(data: bytes) -> bytes:
    kept: list[bytes] = []
    rewrite_parts(data, {DOCUMENT: kept.append})
    return kept[0]


def test_strict_open_xml_is_read_as_well():
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert VALUES == record(rewrite_parts(FILLED, {DOCUMENT: lambda xml: xml.replace(W.encode(), strict)}))


def test_a_table_of_thousands_of_rows_and_a_row_number_of_millions_do_not_exhaust_the_machine():
    def many(root: etree._Element) -> None:
        row = row_of(root, "contactmomenten__6__datum")
        row.getparent().extend(parse("<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>" * 600))

    def huge(root: etree._Element) -> None:
        tag = control(root, "contactmomenten__6__datum").find(f"{w('sdtPr')}/{w('tag')}")
        tag.set(w("val"), "contactmomenten__900000000__datum")

    for change in ([many], [many, unwrap_controls, drop("bookmarkStart")]):
        with pytest.raises(UnreadableFileError, match=r"heeft 6\d\d rijen in één tabel"):
            read_filled(edit(BLANK, *change), "a.docx", [FORM])
    assert {} == record(changed(huge))


def test_every_kind_of_question_has_a_hint_that_reads_as_empty():
    assert {question.kind for question in FORM.questions.values()} == set(Kind)
