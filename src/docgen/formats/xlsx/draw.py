"""Draw an empty form as a workbook with openpyxl: one printable sheet that looks like the sjabloon, named cells.

Beside it a hidden sheet with the values of the drop-downs, and a very hidden one that says which form this is.
Drawing takes a tenth of a second: it is done once per form, and `blank` puts the values of each addressee in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen.formats.xlsx.archive import save_workbook
from docgen.formats.xlsx.cells import cell_name, column_letters
from docgen.formats.xlsx.echo import echo_formula
from docgen.formats.xlsx.layout import Area, Layout, lay_out
from docgen.formats.xlsx.paint import ROW_KEEPER, paint_echo, paint_input, paint_text
from docgen.formats.xlsx.stamp import STAMP_NAME, STAMP_SHEET
from docgen.formats.xlsx.text_cells import DATE_FORMAT, GENERAL_FORMAT, TEXT_FORMAT, put_text, sheet_title
from docgen.formats.xlsx.validation import ChoiceLists, add_validations
from docgen.model.form import Form, Kind, Question
from docgen.model.form_words import FORM_WORDS

SHEET_PART = "xl/worksheets/sheet1.xml"
_MARGIN, _MARGIN_BELOW = 0.4, 0.6  # inches

#: The number of an input's look, as a cell refers to it, by whether it is locked and by its number format.
Looks = Mapping[tuple[bool, str], int]


@dataclass(frozen=True)
class Drawing:
    """An empty form: its file, where everything stands on its sheet, and how each kind of input can look."""

    file: bytes
    stamp_part: str
    layout: Layout
    looks: Mapping[tuple[Kind, bool], Looks]

    def looks_of(self, question: Question) -> Looks:
        """How the question's input can look."""
        return self.looks[question.kind, bool(question.table)]


def draw_form(form: Form) -> Drawing:
    """Draw the form without any value, all inputs unlocked."""
    layout, workbook = lay_out(form), Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = sheet_title(form.title)
    _fill_sheet(sheet, layout)
    add_validations(sheet, ChoiceLists(workbook), ((i.question, i.area.cell) for i in layout.inputs))
    _name_cells(workbook, sheet, layout)
    _set_page(sheet, layout, form)
    _protect(sheet)
    _add_stamp(workbook, form)
    kinds = {(item.question.kind, bool(item.question.table)) for item in layout.inputs}
    looks = {(kind, in_table): _try_looks(workbook, kind, in_table=in_table) for kind, in_table in sorted(kinds)}
    tag = FORM_WORDS[form.language].tag
    file = save_workbook(workbook, form.title, {SHEET_PART: lambda part: _settle(part, layout)}, language=tag)
    return Drawing(file, f"xl/worksheets/sheet{len(workbook.worksheets)}.xml", layout, looks)


def input_format(kind: Kind) -> str:
    """The number format of an input: dates as dates, all else as it is typed."""
    return DATE_FORMAT if kind is Kind.DATE else TEXT_FORMAT


def _try_looks(workbook: Workbook, kind: Kind, *, in_table: bool) -> Looks:
    """Every look of one kind of input, tried out on a spare sheet: a workbook keeps the looks it has once seen."""
    spare, looks = workbook.create_sheet(), dict[tuple[bool, str], int]()
    for look in product((False, True), (input_format(kind), TEXT_FORMAT, GENERAL_FORMAT)):
        cell = spare.cell(1, len(looks) + 1)
        paint_input(spare, Area(1, cell.column, cell.column), kind, in_table=in_table, locked=look[0])
        cell.number_format = look[1]
        looks[look] = cell.style_id
    workbook.remove(spare)  # its looks stay in the workbook
    return looks


def _fill_sheet(sheet: Worksheet, layout: Layout) -> None:
    for text in layout.printed:
        put_text(sheet[text.area.cell], text.words, text.words)
        sheet[text.area.cell].number_format = GENERAL_FORMAT
        paint_text(sheet, text.area, text.role)
    for item in layout.inputs:
        kind, in_table = item.question.kind, bool(item.question.table)
        sheet[item.area.cell].number_format = input_format(kind)
        paint_input(sheet, item.area, kind, in_table=in_table, locked=False)
        if item.echo:
            sheet[item.echo.cell].value = echo_formula(item.area.cell, item.no_echo, item.question.language)
            paint_echo(sheet, item.echo, in_table=in_table)
    for row, height in layout.heights.items():
        sheet.row_dimensions[row].height = height
        if row in layout.growing:
            # A row that grows with its text would shrink below its height when empty: a high space keeps it open.
            sheet.cell(row, layout.last_column + 1, " ").font = ROW_KEEPER


def _name_cells(workbook: Workbook, sheet: Worksheet, layout: Layout) -> None:
    for item in layout.inputs:
        where = f"'{sheet.title}'!${column_letters(item.area.first)}${item.area.row}"
        workbook.defined_names[item.question.key] = DefinedName(item.question.key, attr_text=where)


def _set_page(sheet: Worksheet, layout: Layout, form: Form) -> None:
    for number, width in enumerate(layout.widths, start=1):
        sheet.column_dimensions[column_letters(number)].width = width + 0.71  # Excel counts 5 pixels of padding
    sheet.column_dimensions[column_letters(layout.last_column + 1)].width = 0.8
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.selection[0].activeCell = sheet.sheet_view.selection[0].sqref = layout.inputs[0].area.cell
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "portrait", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_area = f"A1:{cell_name(layout.last_row, layout.last_column)}"
    if len({tuple(column.label for column in table.columns) for table in form.tables.values()}) == 1:
        sheet.print_title_rows = f"{layout.heading_rows[0]}:{layout.heading_rows[0]}"
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = _MARGIN
    margins.bottom, margins.footer = _MARGIN_BELOW, 0.3
    sheet.print_options.horizontalCentered = True
    words = FORM_WORDS[form.language]
    title = f"{form.title}, {words.version.format(number=form.version)}".replace("&", "&&")
    pages = words.page_of.format(page="&P", pages="&N")
    sheet.oddFooter = HeaderFooterItem(left=_HeaderFooterPart(title, size=8), right=_HeaderFooterPart(pages, size=8))


def _protect(sheet: Worksheet) -> None:
    """Lock all but the inputs, without a password; rows may still be made higher or added, pictures placed."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatRows = protection.formatColumns = protection.insertRows = False  # False: not forbidden
    protection.objects = protection.scenarios = False


def _add_stamp(workbook: Workbook, form: Form) -> None:
    sheet = workbook.create_sheet(STAMP_SHEET)
    sheet.sheet_state = "veryHidden"
    put_text(sheet.cell(1, 1), str(form.identity()), "referentie")
    workbook.defined_names[STAMP_NAME] = DefinedName(STAMP_NAME, attr_text=f"{STAMP_SHEET}!$A$1", hidden=True)


def _settle(part: bytes, layout: Layout) -> bytes:
    """Store what the echoes show, and let the rows of tables grow with what is typed: openpyxl does neither."""
    shown = {item.echo.cell: item.no_echo for item in layout.inputs if item.echo}
    xml = re.sub(
        r'<c r="([A-Z]+\d+)"([^>]*)><f>(.*?)</f><v ?/?>(?:</v>)?</c>',
        lambda m: f'<c r="{m[1]}"{m[2]} t="str"><f>{m[3]}</f><v>{shown[m[1]]}</v></c>',
        part.decode("utf-8"),
    )
    for row in layout.growing:
        xml = re.sub(rf'(<row r="{row}"[^>]*?) customHeight="1"', r"\1", xml)
    return xml.encode("utf-8")
