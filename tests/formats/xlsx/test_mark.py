"""The sender's own workbook with remarks: coloured, commented, listed, and otherwise as it came."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as SheetImage
from PIL import Image

from docgen.errors import UnreadableFileError
from docgen.formats.xlsx.mark import mark_workbook
from docgen.model.return_words import TODO_SHEETS
from docgen.model.value import Place, SignatureKind
from made_dossier import made_form
from returned import raw, remark, returned, said_of, text
from workbooks import cell_of, edit, fill, parts_of, zip_of

NAME = "formulier.xlsx"
SHEET = "Verantwoordingsdocument"
START, MOMENT = Place(NAME, f"{SHEET}!E12"), Place(NAME, f"{SHEET}!B21")


@pytest.fixture(scope="module")
def form():
    return made_form("Łucja Şahin")


@pytest.fixture(scope="module")
def marked(form):
    words = returned(
        remark("startdatum", START, message="De startdatum ligt na de einddatum."),
        remark("startdatum", START, blocking=False, message="De startdatum is niet zeker."),
        remark("contactmomenten__4__datum", MOMENT, blocking=False),
        remark(None, None, message="In het dossier zit geen RL1."),
    )
    return mark_workbook(form, NAME, words)


def load(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def test_a_cell_is_coloured_and_its_comment_says_what_to_do(marked):
    sheet = load(marked)[SHEET]
    assert sheet["E12"].comment.text == (
        "Nazicht:\n1. De startdatum ligt na de einddatum.\nWat te doen: Verbeter dit.\n\n"
        "2. De startdatum is niet zeker.\nWat te doen: Verbeter dit."
    )
    assert [sheet[cell].fill.fgColor.rgb for cell in ("E12", "B21", "E13")] == ["FFFFC8CD", "FFFFE9A8", "FFF7FAFC"]


def test_a_sheet_lists_what_to_do_with_a_link_to_each_cell_and_the_workbook_opens_on_it(marked):
    workbook = load(marked)
    assert workbook.active.title == TODO_SHEETS[0]
    rows = list(workbook[TODO_SHEETS[0]].iter_rows(min_row=5, values_only=True))
    assert [(row[0], row[2], row[4]) for row in rows] == [
        ("1", "De startdatum ligt na de einddatum.", "houdt het dossier tegen"),
        ("2", "De startdatum is niet zeker.", "vraagt aandacht"),
        ("3", "Dit klopt niet.", "vraagt aandacht"),
        ("4", "In het dossier zit geen RL1.", "houdt het dossier tegen"),
    ]
    links = {
        cell.coordinate: cell.hyperlink.location for row in workbook[TODO_SHEETS[0]] for cell in row if cell.hyperlink
    }
    assert workbook[TODO_SHEETS[0]]["B5"].value == f"{SHEET}, cel E12"
    assert links == {"B5": f"'{SHEET}'!E12", "B6": f"'{SHEET}'!E12", "B7": f"'{SHEET}'!B21"}


def test_no_two_sheets_are_selected_or_a_value_would_be_typed_in_both(marked):
    assert [sheet.title for sheet in load(marked) if sheet.sheet_view.tabSelected] == [TODO_SHEETS[0]]


def test_the_reader_finds_the_same_record_places_and_signatures(form, marked):
    assert said_of(form, NAME) == said_of(marked, NAME)


def test_names_drop_downs_protection_echoes_and_hidden_sheets_stay(form, marked):
    before, after = load(form), load(marked)
    assert {n: d.attr_text for n, d in before.defined_names.items()} == {
        n: d.attr_text for n, d in after.defined_names.items()
    }
    for sheet in before:
        same = after[sheet.title]
        assert sheet.sheet_state == same.sheet_state
        assert sheet.protection.sheet == same.protection.sheet
        assert [rule.sqref for rule in sheet.data_validations.dataValidation] == [
            rule.sqref for rule in same.data_validations.dataValidation
        ]
        assert [c.value for row in sheet for c in row] == [
            c.value for row in same for c in row if c.row <= sheet.max_row
        ]
        assert [c.protection.locked for row in sheet for c in row] == [c.protection.locked for row in same for c in row]


def test_parts_without_a_remark_stay_byte_for_byte(form, marked):
    before, after = parts_of(form), parts_of(marked)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
    }  # fmt: skip


def test_the_same_file_gives_the_same_bytes(form):
    words = returned(remark("startdatum", START))
    assert mark_workbook(form, NAME, words) == mark_workbook(form, NAME, words)


def test_it_can_be_filled_on_and_read(marked):
    mended = fill(marked, {"naam_deelnemer": "Łucja Şahin-Voorbeeld"})
    assert raw(mended, NAME).values["naam_deelnemer"].value == "Łucja Şahin-Voorbeeld"


def test_a_picture_of_a_signature_survives(form):
    picture = io.BytesIO()
    Image.new("RGB", (90, 30), "navy").save(picture, "PNG")

    def sign(workbook):
        cell = cell_of(workbook, "handtekening_mentor")
        cell.value = None
        workbook[SHEET].add_image(SheetImage(picture), cell.coordinate)

    signed = edit(form, sign)
    marked = mark_workbook(signed, NAME, returned(remark("startdatum", START)))
    assert raw(marked, NAME).signatures == {"handtekening_mentor": SignatureKind.IMAGE}
    assert parts_of(signed)["xl/media/image1.png"] == parts_of(marked)["xl/media/image1.png"]


def test_a_comment_of_the_senders_own_keeps_its_words_before_ours(form):
    def comment(workbook):
        workbook[SHEET]["E12"].comment = Comment("Klopt dit?", "Fientje")
        workbook[SHEET]["E14"].comment = Comment("Nog vragen.", "Fientje")

    marked = mark_workbook(edit(form, comment), NAME, returned(remark("startdatum", START), remark("x", MOMENT)))
    sheet = load(marked)[SHEET]
    assert [sheet[cell].comment.text for cell in ("E12", "E14")] == [
        "Klopt dit?\n\nNazicht:\n1. Dit klopt niet.\nWat te doen: Verbeter dit.",
        "Nog vragen.",
    ]


def test_a_next_round_takes_the_marks_of_the_one_before_away(form, marked):
    again = mark_workbook(marked, NAME, returned(remark("einddatum", Place(NAME, f"{SHEET}!E13"))))
    sheet = load(again)[SHEET]
    assert [
        (cell, sheet[cell].comment is not None, sheet[cell].fill.fgColor.rgb) for cell in ("E12", "E13", "B21")
    ] == [
        ("E12", False, "FFF7FAFC"),
        ("E13", True, "FFFFC8CD"),
        ("B21", False, "FFF7FAFC"),
    ]
    assert load(again).sheetnames == load(marked).sheetnames
    assert said_of(form, NAME) == said_of(again, NAME)


def test_a_next_round_leaves_the_senders_comment_as_he_wrote_it(form):
    commented = edit(
        form, lambda workbook: setattr(workbook[SHEET]["E12"], "comment", Comment("Klopt dit?", "Fientje"))
    )
    once = mark_workbook(commented, NAME, returned(remark("startdatum", START)))
    assert load(mark_workbook(once, NAME, returned(remark("x", MOMENT))))[SHEET]["E12"].comment.text == "Klopt dit?"


def test_a_cell_that_the_sheet_does_not_hold_is_made_in_its_place():
    workbook = openpyxl.Workbook()
    workbook.active["B3"] = "Begindatum"
    target = io.BytesIO()
    workbook.save(target)
    marked = mark_workbook(
        target.getvalue(),
        "rl1.xlsx",
        returned(remark(None, Place("rl1.xlsx", "Sheet!A3")), remark(None, Place("rl1.xlsx", "Sheet!D2"))),
    )
    assert [cell.coordinate for row in load(marked)["Sheet"] for cell in row if cell.comment] == ["D2", "A3"]
    assert [line.text for line in text(marked, "rl1.xlsx").lines] == ["Begindatum"], "the list is no part of the file"


def test_characters_that_xml_cannot_hold_do_not_break_the_file(form):
    marked = mark_workbook(form, NAME, returned(remark("x", START, message="Er staat \x01 & <b>.")))
    assert "Er staat � & <b>." in load(marked)[SHEET]["E12"].comment.text


def test_a_workbook_that_is_signed_is_not_touched(form):
    signed = zip_of({**parts_of(form), "_xmlsignatures/sig1.xml": b"<x/>"})
    with pytest.raises(UnreadableFileError, match="digitale handtekening van Office"):
        mark_workbook(signed, NAME, returned(remark("x", START)))


def test_macros_stay(form):
    with_macros = zip_of({**parts_of(form), "xl/vbaProject.bin": b"macros"})
    assert parts_of(mark_workbook(with_macros, NAME, returned(remark("x", START))))["xl/vbaProject.bin"] == b"macros"
