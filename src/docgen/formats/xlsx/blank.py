"""Make a blank or prefilled form as a workbook: one printable sheet that looks like the sjabloon, named cells.

Beside it a hidden sheet with the values of the drop-downs, and a very hidden one that says which form this is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from xml.sax.saxutils import escape

from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen.errors import WrongUseError
from docgen.formats.xlsx.archive import save_workbook
from docgen.formats.xlsx.cells import cell_name, column_letters
from docgen.formats.xlsx.echo import echo_formula, echo_words
from docgen.formats.xlsx.layout import Input, Layout, lay_out, make_room
from docgen.formats.xlsx.paint import ROW_KEEPER, paint_echo, paint_input, paint_text
from docgen.formats.xlsx.stamp import STAMP_NAME, STAMP_SHEET, write_stamp
from docgen.formats.xlsx.text_cells import DATE_FORMAT, TEXT_FORMAT, check_text, put_date, put_text, sheet_title
from docgen.formats.xlsx.validation import ChoiceLists, add_validations
from docgen.model.form import Form, Kind
from docgen.model.record import Prefill, Value, start_values

_MARGIN, _MARGIN_BELOW = 0.4, 0.6  # inches


def make_blank(form: Form, prefill: Prefill) -> bytes:
    """The bytes of the form as a workbook; raises WrongUseError for a value that has no place in it."""
    values = start_values(form, prefill)
    _check_keys(form, values)
    layout, workbook = lay_out(form), Workbook()
    make_room(layout, values)
    sheet = workbook.worksheets[0]
    sheet.title = sheet_title(form.title)
    locked = set(prefill.values) if prefill.locked else set[str]()
    shown = _fill_sheet(sheet, layout, values, locked)
    add_validations(sheet, ChoiceLists(workbook), ((i.question, i.area.cell) for i in layout.inputs))
    _name_cells(workbook, sheet, layout)
    _set_page(sheet, layout, form, prefill)
    _protect(sheet)
    _add_stamp(workbook, form, prefill)
    edits = {"xl/worksheets/sheet1.xml": lambda part: _settle(part, shown, layout)}
    return save_workbook(workbook, form.title, edits)


def _check_keys(form: Form, values: Mapping[str, Value]) -> None:
    for key in values:
        if key not in form.questions:
            message = (
                f"Het formulier {form.path} heeft geen plaats voor “{key}”; kies een andere sleutel of minder rijen."
            )
            raise WrongUseError(message)


def _fill_sheet(sheet: Worksheet, layout: Layout, values: Mapping[str, Value], locked: set[str]) -> dict[str, str]:
    """Draw texts and inputs; returns what each echo shows, by its cell."""
    shown: dict[str, str] = {}
    for text in layout.printed:
        put_text(sheet[text.area.cell], text.words, text.words)
        sheet[text.area.cell].number_format = "General"
        paint_text(sheet, text.area, text.role)
    for item in layout.inputs:
        value = values.get(item.question.key)
        _fill_input(sheet, item, value, locked=item.question.key in locked)
        if item.echo:
            empty = "" if item.question.table else "dd/mm/jjjj"
            sheet[item.echo.cell].value = echo_formula(item.area.cell, empty)
            paint_echo(sheet, item.echo, in_table=bool(item.question.table))
            shown[item.echo.cell] = echo_words(value, empty)
    for row, height in layout.heights.items():
        sheet.row_dimensions[row].height = height
        if row in layout.growing:
            sheet.cell(row, layout.last_column + 1, " ").font = ROW_KEEPER
    return shown


def _fill_input(sheet: Worksheet, item: Input, value: Value | None, *, locked: bool) -> None:
    cell, question = sheet[item.area.cell], item.question
    cell.number_format = DATE_FORMAT if question.kind is Kind.DATE else TEXT_FORMAT
    if isinstance(value, date):
        put_date(cell, value)
    elif value is not None:
        put_text(cell, value, question.key)
    paint_input(sheet, item.area, question.kind, in_table=bool(question.table), locked=locked)


def _name_cells(workbook: Workbook, sheet: Worksheet, layout: Layout) -> None:
    for item in layout.inputs:
        where = f"'{sheet.title}'!${column_letters(item.area.first)}${item.area.row}"
        workbook.defined_names[item.question.key] = DefinedName(item.question.key, attr_text=where)


def _set_page(sheet: Worksheet, layout: Layout, form: Form, prefill: Prefill) -> None:
    for number, width in enumerate(layout.widths, start=1):
        sheet.column_dimensions[column_letters(number)].width = width + 0.71  # Excel counts 5 pixels of padding
    sheet.column_dimensions[column_letters(layout.last_column + 1)].width = 0.8
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.selection[0].activeCell = sheet.sheet_view.selection[0].sqref = layout.inputs[0].area.cell
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "portrait", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_area = f"A1:{cell_name(layout.last_row, layout.last_column)}"
    if layout.heading_rows:
        sheet.print_title_rows = f"{layout.heading_rows[0]}:{layout.heading_rows[0]}"
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = _MARGIN
    margins.bottom, margins.footer = _MARGIN_BELOW, 0.3
    sheet.print_options.horizontalCentered = True
    reference = f", {prefill.reference}" if prefill.reference else ""
    title = check_text(f"{form.title}, versie {form.version}{reference}", "referentie").replace("&", "&&")
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(title, size=8), right=_HeaderFooterPart("bladzijde &P van &N", size=8)
    )


def _protect(sheet: Worksheet) -> None:
    """Lock all but the inputs, without a password; rows may still be made higher or added, pictures placed."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatRows = protection.formatColumns = protection.insertRows = False  # False: not forbidden
    protection.objects = protection.scenarios = False


def _add_stamp(workbook: Workbook, form: Form, prefill: Prefill) -> None:
    sheet = workbook.create_sheet(STAMP_SHEET)
    sheet.sheet_state = "veryHidden"
    for row, text in enumerate(write_stamp(form.identity(prefill.reference), prefill.printed), start=1):
        put_text(sheet.cell(row, 1), text, "referentie")
    workbook.defined_names[STAMP_NAME] = DefinedName(STAMP_NAME, attr_text=f"{STAMP_SHEET}!$A$1", hidden=True)


def _settle(part: bytes, shown: Mapping[str, str], layout: Layout) -> bytes:
    """Store what the echoes show, and let the rows of tables grow with what is typed: openpyxl does neither."""
    xml = re.sub(
        r'<c r="([A-Z]+\d+)"([^>]*)><f>(.*?)</f><v ?/?>(?:</v>)?</c>',
        lambda m: f'<c r="{m[1]}"{m[2]} t="str"><f>{m[3]}</f><v>{escape(shown[m[1]])}</v></c>',
        part.decode("utf-8"),
    )
    for row in layout.growing:
        xml = re.sub(rf'(<row r="{row}"[^>]*?) customHeight="1"', r"\1", xml)
    return xml.encode("utf-8")
