import io
import json
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import WrongUseError
from docgen.families.competentiebilan.aanvraag import AANVRAAG
from docgen.families.competentiebilan.samenvatting import SAMENVATTING
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.xlsx.blank import make_blank
from docgen.formats.xlsx.text_cells import sheet_title, stored_text
from docgen.model.form import Kind
from docgen.model.record import Prefill, start_values, value_text
from records import filled
from workbooks import cell_of, parts_of

BLANK = make_blank(FORM, Prefill())
PREFILL = Prefill(
    {
        "naam_deelnemer": '=HYPERLINK("http://example.invalid","klik")',
        "scholengroep": "Proef & <Zonen>",
        "startdatum": date(2011, 9, 7),
        "contactmomenten__2__opmerkingen": "Een lange opmerking. " * 30,
    },
    reference="R&1",
)
PREFILLED = make_blank(FORM, PREFILL)


@pytest.fixture(scope="module")
def blank():
    return openpyxl.load_workbook(io.BytesIO(BLANK))


@pytest.fixture(scope="module")
def prefilled():
    return openpyxl.load_workbook(io.BytesIO(PREFILLED))


def validation_of(workbook, key):
    cell = cell_of(workbook, key)
    found = [v for v in cell.parent.data_validations.dataValidation if cell.coordinate in v.sqref]
    assert len(found) == 1
    return found[0]


def test_every_question_has_its_name_in_the_workbook(blank):
    assert set(FORM.questions) <= set(blank.defined_names)


def test_a_person_sees_one_sheet(blank):
    assert [("Verantwoordingsdocument", "visible"), ("Keuzelijsten", "hidden"), ("docgen", "veryHidden")] == [
        (sheet.title, sheet.sheet_state) for sheet in blank
    ]


def test_the_printed_labels_stand_in_the_order_of_the_form(blank):
    texts = [cell.value for row in blank.worksheets[0] for cell in row if isinstance(cell.value, str)]
    labels = [question.label for question in FORM.single_questions]
    places = [next(n for n, text in enumerate(texts) if text.startswith(label)) for label in labels[:-2]]
    assert places == sorted(places)
    assert {block.title for block in FORM.blocks} <= set(texts)


def test_only_inputs_are_unlocked_and_there_is_no_password(blank):
    sheet = blank.worksheets[0]
    unlocked = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    inputs = {cell_of(blank, key).coordinate for key in FORM.questions}
    merged = {sheet.cell(*at).coordinate for area in sheet.merged_cells for row in area.rows for at in row}
    assert inputs <= unlocked <= inputs | merged
    assert (True, None) == (sheet.protection.sheet, sheet.protection.password)


def test_inputs_follow_each_other_as_the_tab_key_goes(blank):
    places = [(cell_of(blank, key).row, cell_of(blank, key).column) for key in FORM.questions]
    assert places == sorted(places)


def test_locked_values_cannot_be_changed_and_unlocked_ones_can(prefilled):
    assert cell_of(prefilled, "naam_deelnemer").protection.locked
    assert not cell_of(prefilled, "ambt").protection.locked
    free = openpyxl.load_workbook(io.BytesIO(make_blank(FORM, replace(PREFILL, locked=False))))
    assert not cell_of(free, "naam_deelnemer").protection.locked


def test_every_input_has_help(blank):
    helped = {key: validation_of(blank, key) for key in FORM.questions}
    assert all(v.showInputMessage and v.prompt and v.promptTitle for v in helped.values())
    assert all(len(v.prompt) <= 225 and len(v.promptTitle) <= 32 for v in helped.values())


def test_required_inputs_say_so_in_words(blank):
    sheet = blank.worksheets[0]
    for question in FORM.single_questions:
        row = cell_of(blank, question.key).row
        words = " ".join(str(cell.value) for cell in sheet[row] if cell.value)
        assert question.ask.required == ("verplicht" in words)


def test_drop_downs_take_their_values_from_the_hidden_sheet(blank):
    for key, question in FORM.questions.items():
        if question.choices:
            validation = validation_of(blank, key)
            title, _, area = validation.formula1.partition("!")
            offered = [row[0].value for row in blank[title][area.replace("$", "")]]
            assert list(question.choices) == offered
            assert validation.showErrorMessage == (question.kind is Kind.CHOICE)


def test_dates_are_limited_and_the_error_is_in_dutch(blank):
    validation = validation_of(blank, "contactmomenten__20__datum")
    assert ("date", True) == (validation.type, validation.showErrorMessage)
    assert "dd/mm/jjjj" in validation.error
    assert "dd/mm/yyyy" == cell_of(blank, "startdatum").number_format


def test_texts_are_kept_as_text_by_the_cell(blank):
    assert {"@"} == {cell_of(blank, key).number_format for key, q in FORM.questions.items() if q.kind is not Kind.DATE}


def test_a_prefilled_value_is_never_a_formula(prefilled):
    cell = cell_of(prefilled, "naam_deelnemer")
    assert ("s", PREFILL.values["naam_deelnemer"]) == (cell.data_type, cell.value)


def test_a_date_is_echoed_in_words_also_for_viewers_that_do_not_calculate():
    shown = openpyxl.load_workbook(io.BytesIO(PREFILLED), data_only=True)
    cell = cell_of(shown, "startdatum")
    assert ("7 september 2011", date(2011, 9, 7)) == (cell.offset(0, 1).value, cell.value.date())


def test_a_long_remark_gets_a_higher_row(blank, prefilled):
    row = cell_of(blank, "contactmomenten__2__opmerkingen").row
    assert blank.worksheets[0].row_dimensions[row].height * 3 < prefilled.worksheets[0].row_dimensions[row].height


def test_a_heading_is_repeated_only_where_it_fits_every_table_of_the_form():
    titles = {
        form.path: openpyxl.load_workbook(io.BytesIO(make_blank(form, Prefill()))).worksheets[0].print_title_rows
        for form in (FORM, AANVRAAG, SAMENVATTING)
    }
    assert [True, True, False] == [bool(rows) for rows in titles.values()]


def test_rows_of_tables_grow_with_what_is_typed_and_others_keep_their_height():
    sheet = parts_of(BLANK)["xl/worksheets/sheet1.xml"].decode()
    rows = {line.split('"')[1]: "customHeight" in line.partition(">")[0] for line in sheet.split("<row ")[1:]}
    workbook = openpyxl.load_workbook(io.BytesIO(BLANK))
    assert not rows[str(cell_of(workbook, "contactmomenten__1__datum").row)]
    assert rows[str(cell_of(workbook, "handtekening_mentor").row)]


def test_the_page_is_a4_as_wide_as_the_sheet_with_numbered_pages_and_repeated_headings(blank):
    sheet = blank.worksheets[0]
    setup = sheet.page_setup
    assert ("portrait", 9, 1, 0) == (setup.orientation, int(setup.paperSize), setup.fitToWidth, setup.fitToHeight)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "&P" in sheet.oddFooter.right.text
    heading = cell_of(blank, "contactmomenten__1__datum").row - 1
    assert f"${heading}:${heading}" == sheet.print_title_rows
    assert sheet.print_area.startswith("'Verantwoordingsdocument'!$A$1:")


def test_the_file_says_its_title_and_language(blank):
    assert (FORM.title, "nl-BE") == (blank.properties.title, blank.properties.language)


def test_the_same_form_gives_the_same_bytes():
    assert (BLANK, PREFILLED) == (make_blank(FORM, Prefill()), make_blank(FORM, PREFILL))


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "\ud800", "\ufffe"])
def test_a_value_that_no_workbook_can_hold_is_refused_by_its_key(text):
    with pytest.raises(WrongUseError, match="naam_deelnemer"):
        make_blank(FORM, Prefill({"naam_deelnemer": text}))


def test_a_value_longer_than_a_cell_is_refused_by_its_key():
    with pytest.raises(WrongUseError, match="traject"):
        make_blank(FORM, Prefill({"traject": "x" * 32_768}))


@pytest.mark.parametrize("key", ["onbekend", "contactmomenten__21__datum"])
def test_a_key_that_has_no_place_is_refused(key):
    with pytest.raises(WrongUseError, match=key):
        make_blank(FORM, Prefill({key: "x"}))


def test_a_date_before_excels_calendar_is_kept_as_text():
    workbook = openpyxl.load_workbook(io.BytesIO(make_blank(FORM, Prefill({"startdatum": date(1900, 1, 31)}))))
    assert "31/01/1900" == cell_of(workbook, "startdatum").value


def looks_of(workbook):
    cells = [cell for row in workbook.worksheets[0] for cell in row]
    return [(c.coordinate, c.number_format, repr(c.font), repr(c.border), repr(c.alignment)) for c in cells]


def typed(value):
    return value_text(value.date() if isinstance(value, datetime) else value)


@settings(max_examples=15, deadline=None)
@given(values=filled(FORM), locked=st.booleans())
def test_any_prefilled_form_looks_as_the_blank_one_but_for_its_values_and_their_locks(values, locked):
    prefill = Prefill(values, locked=locked)
    full, empty = (openpyxl.load_workbook(io.BytesIO(data)) for data in (make_blank(FORM, prefill), BLANK))
    cells = {key: cell_of(full, key) for key in FORM.questions}
    expected = {key: stored_text(value_text(value), key) for key, value in start_values(FORM, prefill).items()}
    assert expected == {key: typed(cell.value) for key, cell in cells.items() if cell.value is not None}
    assert (set(values) if locked else set()) == {key for key, cell in cells.items() if cell.protection.locked}
    assert looks_of(empty) == looks_of(full)


def test_a_locked_input_is_locked_and_white_over_all_the_cells_it_spans(prefilled):
    sheet, first = prefilled.worksheets[0], cell_of(prefilled, "naam_deelnemer")
    area = next(area for area in sheet.merged_cells.ranges if first.coordinate in area)
    spanned = [sheet.cell(*at) for at in area.cells]
    assert [(True, None)] * len(spanned) == [(cell.protection.locked, cell.fill.fill_type) for cell in spanned]


def test_an_empty_value_leaves_its_input_empty():
    workbook = openpyxl.load_workbook(
        io.BytesIO(make_blank(FORM, Prefill({"startdatum": "", "ambt": ""}))), data_only=True
    )
    assert (None, None) == (cell_of(workbook, "startdatum").value, cell_of(workbook, "ambt").value)
    assert "dd/mm/jjjj" == cell_of(workbook, "startdatum").offset(0, 1).value


def test_the_reference_stands_at_the_foot_of_each_page():
    title = "Verantwoordingsdocument jobtraining, versie 1"
    blank, prefilled = (parts_of(data)["xl/worksheets/sheet1.xml"].decode() for data in (BLANK, PREFILLED))
    assert f"&amp;8 {title}&amp;R" in blank
    assert f"&amp;8 {title}, R&amp;&amp;1&amp;R" in prefilled


def test_many_locked_values_stand_in_several_cells_of_the_hidden_sheet():
    values = {f"contactmomenten__{row}__opmerkingen": "x" * 9_000 for row in range(1, 6)}
    workbook = openpyxl.load_workbook(io.BytesIO(make_blank(FORM, Prefill(values))))
    sheet = workbook["docgen"]
    texts = [cell.value for row in sheet for cell in row]
    assert (str(FORM.identity()), 3) == (texts[0], len(texts))
    assert values == json.loads("".join(texts[1:]))


@pytest.mark.parametrize(
    ("title", "tab"),
    [
        ("Aanvraag van een competentiebilan", "Aanvraag"),
        ("Synthèse d’un bilan de compétences : formulaire", "Synthèse d’un bilan"),
        ("Begeleidingsverslag Consultant A tot Z", "Begeleidingsverslag Consultant"),
        ("Wat u nog van mij krijgt: de", "Wat u nog van mij krijgt  de"),
    ],
)
def test_a_tab_with_a_cut_title_does_not_end_on_a_small_word(title, tab):
    assert tab == sheet_title(title)
