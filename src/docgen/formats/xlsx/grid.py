"""The cells of one sheet as a reader wants them: a value by row and column, and what a value alone does not tell.

calamine gives an empty string for an empty cell, an error value and a formula without a stored result alike: the
sheet's XML tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from python_calamine import CalamineError

from docgen.formats.xlsx.cells import cell_name, column_number
from docgen.formats.xlsx.extent import bring_near, is_near
from docgen.formats.xlsx.package import Package, broken, open_values
from docgen.formats.xlsx.strings import check_text

#: What stands for a picture that Excel 365 placed in the cell itself: it stores an error value there.
PICTURE_IN_CELL = "afbeelding in de cel"
# A tag holds no angle bracket, so none of these can run on through a hostile part.
_ROOT = re.compile(rb"<(\w+:)?worksheet\b")
#: A cell of type e holds an error (ECMA-376 part 1, § 18.18.11); with ``vm`` its true value, a picture, lies elsewhere.
_ERROR = re.compile(rb'<(?:\w+:)?c\b([^<>]*\bt="e"[^<>]*)>')
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,20})<")
_ADDRESS = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')


@dataclass(frozen=True)
class Grid:
    """One sheet; rows and columns count from 1."""

    title: str
    part: str
    xml: bytes
    rows: list[list[Any]]
    first_row: int
    first_column: int

    def value(self, row: int, column: int) -> Any | None:  # noqa: ANN401 - whatever a cell can hold
        """What stands in a cell, None when nothing does."""
        y, x = row - self.first_row, column - self.first_column
        if 0 <= y < len(self.rows) and 0 <= x < len(self.rows[y]):
            found = self.rows[y][x]
            return None if found == "" else found
        return None

    def filled_cells(self, row: int) -> Iterator[tuple[int, Any]]:
        """Column and value of the cells of a row in which something stands."""
        y = row - self.first_row
        if 0 <= y < len(self.rows):
            for x, found in enumerate(self.rows[y]):
                if found != "":
                    yield x + self.first_column, found

    @property
    def row_numbers(self) -> range:
        """The rows in which something stands, first to last."""
        return range(self.first_row, self.first_row + len(self.rows))

    def spot(self, row: int, column: int) -> str:
        """The cell as a person finds it: ``Blad1!C5``."""
        return f"{self.title}!{cell_name(row, column)}"

    @cached_property
    def formulas(self) -> frozenset[tuple[int, int]]:
        """Row and column of the cells that hold a formula."""
        return frozenset(_formulas(self.xml))

    @cached_property
    def errors(self) -> dict[tuple[int, int], str]:
        """Error values (``#N/A``) by row and column; a picture placed in a cell is one of them, and named so."""
        return dict(_errors(self.xml)) if b't="e"' in self.xml else {}

    @cached_property
    def only_look_empty(self) -> frozenset[tuple[int, int]]:
        """Where an empty value does not mean that nothing stands there."""
        return self.formulas | self.errors.keys()


def read_grid(package: Package, index: int) -> Grid:
    """One sheet of the workbook; raises UnreadableFileError when it cannot be read."""
    sheet = package.sheets[index]
    if sheet.target is None:  # a chart on a sheet of its own
        return Grid(sheet.title, "", b"", [], 1, 1)
    xml = package.part(sheet.target)
    if xml is None:
        raise broken()
    check_text(package, xml)
    workbook = package.workbook
    if not is_near(xml):
        xml = bring_near(xml)
        workbook = open_values(_with_part(package, sheet.target, xml))
    try:
        values = workbook.get_sheet_by_name(sheet.title)
        rows = values.to_python()
    except (CalamineError, ValueError) as error:
        raise broken() from error
    row, column = values.start or (0, 0)  # calamine leaves out empty rows and columns before the first value
    return Grid(sheet.title, sheet.target, xml, rows, row + 1, column + 1)


def _formulas(xml: bytes) -> Iterator[tuple[int, int]]:
    """Every cell before an ``<f>``: looking for that is ten times faster than matching every cell."""
    root = _ROOT.search(xml)
    prefix = (root[1] or b"") if root else b""
    for mark in (b"<" + prefix + b"f>", b"<" + prefix + b"f "):
        at = xml.find(mark)
        while at >= 0:
            start = xml.rfind(b"<" + prefix + b"c ", 0, at)
            if address := _ADDRESS.search(xml, max(start, 0), at):
                yield int(address[2]), column_number(address[1].decode())
            at = xml.find(mark, at + 1)


def _errors(xml: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for tag in _ERROR.finditer(xml):
        end = tag.end() if tag[1].endswith(b"/") else xml.find(b"c>", tag.end())
        address, value = _ADDRESS.search(tag[1]), _VALUE.search(xml, tag.end(), max(end, 0))
        if address:
            is_picture = b" vm=" in tag[1]
            words = value[1].decode("utf-8", "replace") if value else "#?"
            yield (int(address[2]), column_number(address[1].decode())), PICTURE_IN_CELL if is_picture else words


def _with_part(package: Package, part: str, content: bytes) -> bytes:
    """The workbook with one part replaced."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name in package.archive.namelist():
            archive.writestr(name, content if name.lower() == part.lower() else package.archive.read(name))
    return target.getvalue()
