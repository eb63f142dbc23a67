"""What people and programs do to the form between sending and receiving."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from docgen.errors import UnreadableFileError
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.xlsx.blank import make_blank
from docgen.formats.xlsx.filled import read_filled
from docgen.model.record import Prefill, read_record
from workbooks import cell_of, change_part, drop_names, edit, fill, insert_row

BLANK = make_blank(FORM, Prefill())
VALUES = {
    "naam_deelnemer": "Ann Proef",
    "ambt": "directeur",
    "instelling": "Basisschool Proef",
    "mentor_naam": "Jan Test",
    "mentor_functie": "directeur",
    "startdatum": date(2025, 9, 1),
    "invuldatum": date(2026, 6, 30),
    "contactmomenten__1__datum": date(2025, 9, 7),
    "contactmomenten__1__thema": "school organisatorisch",
    "contactmomenten__3__datum": date(2025, 10, 7),
    "contactmomenten__3__thema": "eigen thema",
    "initiatieven__2__opmerkingen": "studiedag",
    "traject": "een lang traject",
    "handtekening_datum": date(2026, 6, 29),
    "handtekening_mentor": "J. Test",
}
PREFILL = Prefill(VALUES, reference="R-1")
FILLED = make_blank(FORM, PREFILL)


def read(data, form=FORM):
    raw = read_filled(data, "a.xlsx", [form])
    assert raw is not None
    return read_record(form, raw, "a.xlsx")


def rows_of(reading):
    return [(problem.rule, problem.key) for problem in reading.problems]


def row_of(data, key):
    return cell_of(openpyxl.load_workbook(io.BytesIO(data)), key).row


EXPECTED = read(FILLED).record


def test_a_row_inserted_inside_a_table_is_read_after_the_forms_own_rows():
    data = insert_row(FILLED, row_of(FILLED, "contactmomenten__3__datum"), {2: date(2025, 9, 20), 7: "tussenin"})
    reading = read(data)
    added = reading.record.contactmomenten[20]
    assert (date(2025, 9, 20), "tussenin") == (added.datum, added.opmerkingen)
    assert (EXPECTED.contactmomenten[:3], ()) == (reading.record.contactmomenten[:3], reading.problems)


def test_rows_added_below_a_table_are_read_up_to_the_next_heading():
    data = insert_row(FILLED, row_of(FILLED, "contactmomenten__20__datum") + 1, {2: "7/7/2026", 5: "extra"})
    data = insert_row(data, row_of(FILLED, "contactmomenten__20__datum") + 2, {5: "nog een"})
    reading = read(data)
    assert [(date(2026, 7, 7), "extra"), (None, "nog een")] == [
        (row.datum, row.thema) for row in reading.record.contactmomenten[20:]
    ]
    assert (EXPECTED.initiatieven, ()) == (reading.record.initiatieven, reading.problems)


def test_an_empty_inserted_row_changes_nothing():
    data = insert_row(FILLED, row_of(FILLED, "contactmomenten__3__datum"), {})
    assert (EXPECTED, ()) == (read(data).record, read(data).problems)


def test_a_moved_row_is_read_where_it_went():
    def move(workbook):
        sheet = workbook.worksheets[0]
        for column in ("datum", "thema"):
            cell = cell_of(workbook, f"contactmomenten__3__{column}")
            sheet.cell(80, cell.column).value, cell.value = cell.value, None
            sheet.cell(80, cell.column).number_format = cell.number_format
            name = workbook.defined_names[f"contactmomenten__3__{column}"]
            name.attr_text = name.attr_text.rpartition("$")[0] + "$80"

    reading = read(edit(FILLED, move))
    assert EXPECTED == reading.record
    assert "Verantwoordingsdocument!B80" == reading.place("contactmomenten__3__datum").spot


def test_a_renamed_sheet_and_extra_sheets_change_nothing():
    def rename(workbook):
        old, new = workbook.worksheets[0].title, "Ann's blad"
        workbook.worksheets[0].title = new
        for name in workbook.defined_names.values():
            name.attr_text = name.attr_text.replace(f"'{old}'", "'Ann''s blad'")
        workbook.create_sheet("Notities", 0)["A1"] = "Naam deelnemer"

    reading = read(edit(FILLED, rename))
    assert (EXPECTED, (), "Ann's blad!E5") == (reading.record, reading.problems, reading.place("naam_deelnemer").spot)


def test_pasted_over_cells_are_read_without_their_validation_and_format():
    def paste(workbook):
        workbook.worksheets[0].data_validations.dataValidation.clear()
        cell_of(workbook, "startdatum").number_format = "General"
        cell_of(workbook, "contactmomenten__1__begeleider").value = "Mentor "

    reading = read(edit(make_blank(FORM, replace(PREFILL, locked=False)), paste))
    assert ("mentor", date(2025, 9, 1)) == (reading.record.contactmomenten[0].begeleider, reading.record.startdatum)
    assert [("onzekere-lezing", "startdatum")] == rows_of(reading)


def test_placeholders_left_in_place_mean_empty():
    data = fill(BLANK, {"startdatum": "dd/mm/jjjj", "contactmomenten__9__aanwezigheid": "ja / neen"})
    assert (FORM.record(), ()) == (read(data).record, read(data).problems)


@pytest.mark.parametrize(
    "key",
    [
        "naam_deelnemer",
        "ambt",
        "mentor_functie",
        "startdatum",
        "invuldatum",
        "traject",
        "handtekening_datum",
        "handtekening_mentor",
        "contactmomenten__3__datum",
    ],
)
def test_a_lost_name_is_found_again_by_its_label_and_says_so(key):
    reading = read(drop_names(FILLED, key))
    assert EXPECTED == reading.record
    assert [("onzekere-lezing", key)] == rows_of(reading)
    assert "gevonden via" in reading.problems[0].message


def test_a_name_that_lost_its_cell_is_found_again_too():
    data = change_part(FILLED, "xl/workbook.xml", lambda part: part.replace(b"$E$5<", b"#REF!<"))
    assert (EXPECTED, [("onzekere-lezing", "naam_deelnemer")]) == (read(data).record, rows_of(read(data)))


def test_a_deleted_row_is_an_empty_row():
    names = [f"contactmomenten__3__{column.name}" for column in FORM.tables["contactmomenten"].columns]

    def delete(workbook):
        for name in names:
            cell_of(workbook, name).value = None
            workbook.defined_names[name].attr_text = "#REF!"

    reading = read(edit(make_blank(FORM, replace(PREFILL, locked=False)), delete))
    assert (1, ()) == (len(reading.record.contactmomenten), reading.problems)


def test_a_row_that_lost_all_its_names_keeps_its_number():
    names = [f"contactmomenten__3__{column.name}" for column in FORM.tables["contactmomenten"].columns]
    reading = read(drop_names(FILLED, *names))
    assert EXPECTED == reading.record
    assert {"onzekere-lezing"} == {problem.rule for problem in reading.problems}


def test_a_form_without_any_name_is_read_by_labels_and_headings():
    reading = read(drop_names(FILLED))
    assert EXPECTED == reading.record
    printed = "contactmomenten__1__thema"  # what the form prints itself is not doubted
    assert {("onzekere-lezing", key) for key in VALUES if key != printed} == set(rows_of(reading))


def test_a_form_without_its_hidden_sheet_is_recognised_by_its_names():
    def drop(workbook):
        del workbook["docgen"]

    raw = read_filled(edit(FILLED, drop), "a.xlsx", [FORM])
    assert (FORM.identity(), {}) == (raw.identity, raw.prefilled)
    assert ["a.xlsx zegt niet meer zelf welk formulier het is; het is herkend aan de namen van zijn cellen."] == [
        *raw.notes
    ]


def test_a_form_without_names_and_hidden_sheet_is_left_to_who_reads_plain_ones():
    def drop(workbook):
        del workbook["docgen"]

    assert read_filled(edit(drop_names(FILLED), drop), "a.xlsx", [FORM]) is None


def test_a_renamed_hidden_sheet_is_still_known():
    def rename(workbook):
        workbook["docgen"].title = "Blad3"
        workbook.defined_names["docgen_formulier"].attr_text = "Blad3!$A$1"

    assert ("R-1", ()) == (read(edit(FILLED, rename)).identity.reference, read(edit(FILLED, rename)).problems)


def test_damaged_prefill_is_said_and_the_rest_is_read():
    def damage(workbook):
        workbook["docgen"]["A2"] = "{kapot"

    reading = read(edit(FILLED, damage))
    assert EXPECTED == reading.record
    assert "is beschadigd en kan niet vergeleken worden" in reading.problems[0].message


def test_an_older_version_is_read_and_said():
    reading = read(FILLED, replace(FORM, version=2))
    assert EXPECTED == reading.record
    said = "Dit is een oudere versie van het formulier (versie 1; de huidige is versie 2); gebruik voortaan de nieuwe."
    assert [said] == [problem.message for problem in reading.problems]


def test_a_newer_version_is_refused_in_a_clause():
    data = make_blank(replace(FORM, version=2), Prefill())
    with pytest.raises(UnreadableFileError, match=r"^is een nieuwere versie .*versie 2.*; werk docgen bij"):
        read_filled(data, "a.xlsx", [FORM])


def test_a_form_that_is_not_known_here_is_refused_in_a_clause():
    data = make_blank(replace(FORM, family="anders"), Prefill())
    with pytest.raises(UnreadableFileError, match=r"niet gekend is \(anders/verantwoordingsdocument\)"):
        read_filled(data, "a.xlsx", [FORM])


def test_a_workbook_of_others_is_no_form():
    workbook = openpyxl.Workbook()
    workbook.active.append(["Naam", "Begindatum", "Einddatum"])
    target = io.BytesIO()
    workbook.save(target)
    assert read_filled(target.getvalue(), "rl1.xlsx", [FORM]) is None
