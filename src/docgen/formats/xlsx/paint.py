"""How a form looks in Excel: fonts, lines and fills by role, restrained enough to print in black and white."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from docgen.formats.xlsx.layout import Area, Role
from docgen.model.form import Kind

_FONT = "Calibri"
_INK, _SOFT, _ACCENT = "FF1F2933", "FF52606D", "FF1F4E79"
_HAIR, _RULE = Side("thin", "FFB8C2CC"), Side("medium", _ACCENT)
_BOX = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
_INPUT_FILL = PatternFill("solid", fgColor="FFF7FAFC")
_HEADING_FILL = PatternFill("solid", fgColor="FFE4ECF4")
_UNLOCKED = Protection(locked=False)
#: A row adapts to its tallest font: this one, in a column outside the print, keeps empty rows writable by hand.
ROW_KEEPER = Font(name=_FONT, size=23)

_FONTS = {
    Role.TITLE: Font(name=_FONT, size=18, bold=True, color=_ACCENT),
    Role.INTRO: Font(name=_FONT, size=10, color=_SOFT),
    Role.SECTION: Font(name=_FONT, size=12, bold=True, color=_ACCENT),
    Role.LABEL: Font(name=_FONT, size=10, color=_INK),
    Role.PART: Font(name=_FONT, size=10, color=_SOFT),
    Role.HEADING: Font(name=_FONT, size=9, bold=True, color=_INK),
    Role.NUMBER: Font(name=_FONT, size=8, color=_SOFT),
    Role.FOOTER: Font(name=_FONT, size=9, color=_SOFT),
}
_ALIGNMENTS = {
    Role.HEADING: Alignment(vertical="center", wrap_text=True),
    Role.NUMBER: Alignment(horizontal="center", vertical="center"),
    Role.INTRO: Alignment(vertical="top", wrap_text=True),
    Role.PART: Alignment(horizontal="right", vertical="center", wrap_text=True, indent=1),
}
_PLAIN_ALIGNMENT = Alignment(vertical="center", wrap_text=True)


def paint_text(sheet: Worksheet, area: Area, role: Role) -> None:
    """Give a printed text its looks."""
    _merge(sheet, area)
    for column in range(area.first, area.last + 1):
        cell = sheet.cell(area.row, column)
        cell.font, cell.alignment = _FONTS[role], _ALIGNMENTS.get(role, _PLAIN_ALIGNMENT)
        if role is Role.HEADING:
            cell.fill, cell.border = _HEADING_FILL, _BOX
        elif role is Role.NUMBER:
            cell.border = _BOX
        elif role is Role.SECTION:
            cell.border = Border(bottom=_RULE)


def paint_input(sheet: Worksheet, area: Area, kind: Kind, *, in_table: bool, locked: bool) -> None:
    """Give an input its looks; a locked one stands on white and cannot be changed."""
    _merge(sheet, area)
    top = kind is Kind.LONG_TEXT and not in_table
    for column in range(area.first, area.last + 1):
        cell = sheet.cell(area.row, column)
        cell.font = Font(name=_FONT, size=9 if in_table else 10, color=_INK)
        place = "top" if top else "center"
        cell.alignment = Alignment(horizontal="left", vertical=place, wrap_text=True, indent=0 if in_table else 1)
        cell.border = _BOX
        if not locked:
            cell.fill, cell.protection = _INPUT_FILL, _UNLOCKED


def paint_echo(sheet: Worksheet, area: Area, *, in_table: bool) -> None:
    """Give the words beside a date their looks."""
    _merge(sheet, area)
    for column in range(area.first, area.last + 1):
        cell = sheet.cell(area.row, column)
        cell.font = Font(name=_FONT, size=8 if in_table else 9, italic=True, color=_SOFT)
        cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=0 if in_table else 1)
        if in_table:
            cell.border = _BOX


def _merge(sheet: Worksheet, area: Area) -> None:
    if area.last > area.first:
        sheet.merge_cells(area.cells)
