"""Forms of any shape on a sheet: without tables, with several different ones, with long texts and two-part labels."""

import io
from datetime import date
from typing import Annotated

import openpyxl
import pytest
from pydantic import BaseModel

from docgen.formats.xlsx.blank import make_blank
from docgen.formats.xlsx.filled import read_filled
from docgen.formats.xlsx.layout import PAGE_WIDTH, Role, lay_out
from docgen.model.form import Ask, Form
from docgen.model.record import Prefill, flatten_record, read_record
from workbooks import drop_names


class Stap(BaseModel, frozen=True):
    wat: Annotated[str | None, Ask("Wat")] = None
    waar: Annotated[str | None, Ask("Waar", suggestions=("hier", "daar"))] = None
    wanneer: Annotated[date | None, Ask("Wanneer", required=True)] = None


class Bijlage(BaseModel, frozen=True):
    titel: Annotated[str | None, Ask("Titel van de bijlage")] = None


class Klein(BaseModel, frozen=True):
    naam: Annotated[str | None, Ask("Naam", required=True)] = None
    verslag: Annotated[str | None, Ask("Verslag", part="begin", long=True)] = None
    besluit: Annotated[str | None, Ask("Besluit", section="Besluit", long=True)] = None
    getekend: Annotated[str | None, Ask("Handtekening", signature=True)] = None


class Groot(BaseModel, frozen=True):
    stappen: Annotated[tuple[Stap, ...], Ask("Stappen", rows=3)] = ()
    bijlagen: Annotated[tuple[Bijlage, ...], Ask("Bijlagen", rows=2)] = ()
    datum: Annotated[date | None, Ask("Datum", section="Slot")] = None


FORMS = {
    "klein": Form("proef", "klein", 1, "Klein: [formulier]/proef", Klein, footer="Met dank."),
    "groot": Form("proef", "groot", 1, "Groot formulier", Groot, intro="Vul alles in."),
}
VALUES = {
    "klein": {"naam": "Ann", "verslag": "x\n" * 60, "besluit": "goed", "getekend": "A."},
    "groot": {
        "stappen__1__wat": "eerst",
        "stappen__2__wanneer": date(2025, 9, 1),
        "stappen__3__waar": "elders",
        "bijlagen__2__titel": "tweede",
        "datum": date(2025, 10, 1),
    },
}


@pytest.mark.parametrize("name", FORMS)
def test_every_question_has_one_place_and_none_overlap(name):
    layout = lay_out(FORMS[name])
    assert [*FORMS[name].questions] == [item.question.key for item in layout.inputs]
    areas = [text.area for text in layout.printed] + [item.area for item in layout.inputs]
    areas += [item.echo for item in layout.inputs if item.echo]
    cells = [(area.row, column) for area in areas for column in range(area.first, area.last + 1)]
    assert len(cells) == len(set(cells))
    assert max(column for _, column in cells) == layout.last_column


@pytest.mark.parametrize("name", FORMS)
def test_the_sheet_is_as_wide_as_the_page(name):
    assert PAGE_WIDTH <= sum(lay_out(FORMS[name]).widths) < PAGE_WIDTH * 1.3


def test_a_narrow_table_fills_the_width_with_its_last_column():
    layout = lay_out(FORMS["groot"])
    title = next(item.area for item in layout.inputs if item.question.key == "bijlagen__1__titel")
    assert (2, layout.last_column) == (title.first, title.last)


def test_a_footer_stands_below_everything():
    layout = lay_out(FORMS["klein"])
    assert ("Met dank.", Role.FOOTER, layout.last_row) == (
        layout.printed[-1].words, layout.printed[-1].role, layout.printed[-1].area.row,
    )  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_any_form_comes_back_as_it_was_filled_in(name):
    form, values = FORMS[name], VALUES[name]
    reading = read_record(form, read_filled(make_blank(form, Prefill(values)), "a.xlsx", [form]), "a.xlsx")
    expected = {key: value.strip() if isinstance(value, str) else value for key, value in values.items()}
    assert (expected, ()) == (flatten_record(reading.record), reading.problems)


@pytest.mark.parametrize("name", FORMS)
def test_any_form_is_found_again_by_its_labels(name):
    form, values = FORMS[name], VALUES[name]
    data = drop_names(make_blank(form, Prefill(values)))
    reading = read_record(form, read_filled(data, "a.xlsx", [form]), "a.xlsx")
    expected = {key: value.strip() if isinstance(value, str) else value for key, value in values.items()}
    assert expected == flatten_record(reading.record)


def test_a_sheet_takes_its_title_from_the_form_without_what_excel_forbids():
    assert (
        "Klein   formulier  proef"
        == openpyxl.load_workbook(io.BytesIO(make_blank(FORMS["klein"], Prefill()))).sheetnames[0]
    )


def test_no_row_is_higher_than_excel_takes():
    sheet = openpyxl.load_workbook(io.BytesIO(make_blank(FORMS["klein"], Prefill(VALUES["klein"])))).worksheets[0]
    assert 409 == max(dimension.height for dimension in sheet.row_dimensions.values())
