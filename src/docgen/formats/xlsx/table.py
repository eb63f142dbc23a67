"""Tables to workbooks and back: rosters to fill in, records and reports to keep.

Strings are written as strings, whatever they look like; the same table always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen.formats.xlsx.archive import save_workbook
from docgen.formats.xlsx.cells import cell_name, column_letters
from docgen.formats.xlsx.grid import Grid, read_grid
from docgen.formats.xlsx.layout import height_of
from docgen.formats.xlsx.package import open_package
from docgen.formats.xlsx.text_cells import DATE_FORMAT, TEXT_FORMAT, put_date, put_text, sheet_title
from docgen.formats.xlsx.validation import ChoiceLists, make_column_validation
from docgen.model.sheet import Cell, Column, Sheet

#: Rows below the headings that a list offers help and drop-downs for.
_ROWS_TO_FILL = 2_000
_HEADING_HEIGHT = 31  # points: two lines, and room for the arrow of the filter
_HEADING_FONT = Font(name="Calibri", size=10, bold=True, color="FF1F2933")
_HEADING_FILL = PatternFill("solid", fgColor="FFE4ECF4")
_HEADING_BORDER = Border(bottom=Side("medium", "FF1F4E79"))
_INTRO_FONT = Font(name="Calibri", size=10, italic=True, color="FF52606D")
_CELL_FONT = Font(name="Calibri", size=10)
_CELL_ALIGNMENT = Alignment(vertical="top", wrap_text=True)


def write_workbook(sheets: Sequence[Sheet], *, title: str) -> bytes:
    """The bytes of a workbook with these sheets; raises WrongUseError for a text that no workbook can hold."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    pairs = [(workbook.create_sheet(sheet_title(sheet.title, workbook.sheetnames)), sheet) for sheet in sheets]
    lists = ChoiceLists(workbook)
    for drawn, sheet in pairs:
        _write_sheet(drawn, sheet, lists)
    return save_workbook(workbook, title)


def read_workbook(data: bytes) -> tuple[tuple[str, list[list[Cell]]], ...]:
    """Title and rows of each visible sheet, from its first row on.

    Raises UnreadableFileError with a clause that follows the file's name: “is een beschadigde …”.
    """
    package = open_package(data, "")
    visible = [number for number, sheet in enumerate(package.sheets) if not sheet.is_hidden]
    return tuple((package.sheets[number].title, _rows_of(read_grid(package, number))) for number in visible)


def _write_sheet(drawn: Worksheet, sheet: Sheet, lists: ChoiceLists) -> None:
    top = 2 if sheet.intro else 1
    if sheet.intro:
        put_text(drawn["A1"], sheet.intro, "uitleg")
        drawn["A1"].font, drawn["A1"].number_format = _INTRO_FONT, "General"
    for number, column in enumerate(sheet.columns, start=1):
        _write_heading(drawn, top, number, column)
    for row, cells in enumerate(sheet.rows, start=top + 1):
        for number, (column, value) in enumerate(zip(sheet.columns, cells, strict=True), start=1):
            _write_cell(drawn, row, number, value, column.title)
        _make_room(drawn, row, sheet, cells)
    last = top + max(len(sheet.rows), 1)
    drawn.row_dimensions[top].height = _HEADING_HEIGHT
    drawn.freeze_panes = f"A{top + 1}"
    drawn.auto_filter.ref = f"A{top}:{cell_name(last, len(sheet.columns))}"
    _add_help(drawn, sheet, lists, top)
    _set_page(drawn, sheet, top)


def _make_room(drawn: Worksheet, row: int, sheet: Sheet, cells: Sequence[Cell]) -> None:
    """Make the row as high as its longest text; LibreOffice leaves a row without a height at one line."""
    texts = [
        (value, column.width) for column, value in zip(sheet.columns, cells, strict=True) if isinstance(value, str)
    ]
    height = max((height_of(text, width) for text, width in texts), default=0)
    if height > height_of("", 1):
        drawn.row_dimensions[row].height = height


def _write_heading(drawn: Worksheet, row: int, number: int, column: Column) -> None:
    cell = drawn.cell(row, number)
    put_text(cell, column.title, "opschrift")
    cell.font, cell.fill, cell.border = _HEADING_FONT, _HEADING_FILL, _HEADING_BORDER
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    dimension = drawn.column_dimensions[column_letters(number)]
    dimension.width = column.width
    dimension.number_format = DATE_FORMAT if column.is_date else TEXT_FORMAT
    dimension.font, dimension.alignment = _CELL_FONT, _CELL_ALIGNMENT


def _write_cell(drawn: Worksheet, row: int, column: int, value: Cell, what: str) -> None:
    if value is None:
        return
    cell = drawn.cell(row, column)
    if isinstance(value, date):
        put_date(cell, value)
    elif isinstance(value, str):
        put_text(cell, value, what)
    else:
        cell.value = value
    cell.font, cell.alignment = _CELL_FONT, _CELL_ALIGNMENT


def _add_help(drawn: Worksheet, sheet: Sheet, lists: ChoiceLists, top: int) -> None:
    last = top + max(len(sheet.rows), _ROWS_TO_FILL)
    for number, column in enumerate(sheet.columns, start=1):
        if (validation := make_column_validation(column, lists)) is not None:
            letters = column_letters(number)
            validation.add(f"{letters}{top + 1}:{letters}{last}")
            drawn.add_data_validation(validation)


def _set_page(drawn: Worksheet, sheet: Sheet, top: int) -> None:
    drawn.page_setup.orientation, drawn.page_setup.paperSize = "landscape", 9  # A4
    drawn.page_setup.fitToWidth, drawn.page_setup.fitToHeight = 1, 0
    drawn.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    drawn.print_title_rows = f"{top}:{top}"
    # In a footer & begins a code (&P is the page), so one that is meant is doubled.
    drawn.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(sheet.title.replace("&", "&&"), size=8),
        right=_HeaderFooterPart("bladzijde &P van &N", size=8),
    )


def _rows_of(grid: Grid) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[] for _ in range(1, grid.first_row)]
    before: list[Cell] = [None] * (grid.first_column - 1)
    return rows + [before + [_plain(value) for value in row] for row in grid.rows]


def _plain(value: Any) -> Cell:  # noqa: ANN401 - whatever a cell can hold
    if value == "" or value is None:
        return None
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | float | date) else str(value)
