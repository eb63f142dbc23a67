"""How far a sheet reaches, before it is laid out: one cell at XFD1048576 would take all memory at once.

Nearly every sheet writes its cells one way, and a single look tells that all lie near. Any other sheet is read through
a parser, its cells are given their addresses, and those that lie absurdly far out are left away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from docgen.formats.xlsx.cells import cell_name, parse_cell
from docgen.formats.xlsx.package import parse_part

#: More cells than this are never laid out; a sheet that asks for it is cut to these rows and columns.
_MOST_CELLS, _MOST_ROWS, _MOST_COLUMNS = 4_000_000, 20_000, 200
#: A cell that is not written as ``<c r="A1"``, or that lies past column CZ or row 9,999.
_UNUSUAL = re.compile(rb'<c(?=[\s/>])(?! r="[A-C]?[A-Z][1-9][0-9]{0,3}"[\s/>])')
_PREFIXED = re.compile(rb":c[\s/>]")


def is_near(xml: bytes) -> bool:
    """Whether all cells are written the usual way and lie near: true for nearly every sheet there is."""
    return _UNUSUAL.search(xml) is None and _PREFIXED.search(xml) is None


def bring_near(xml: bytes) -> bytes:
    """The sheet with every cell's address written out, without the cells that lie absurdly far from the others."""
    root = parse_part(xml)
    cells = [(cell, *at) for cell, at in _cells(root)]
    reach = max((row for _, row, _ in cells), default=0) * max((column for _, _, column in cells), default=0)
    for cell, row, column in cells:
        if reach > _MOST_CELLS and (row > _MOST_ROWS or column > _MOST_COLUMNS):
            cell.getparent().remove(cell)
        else:
            cell.set("r", cell_name(row, column))
    return etree.tostring(root)


def _cells(root: Any) -> Iterator[tuple[Any, tuple[int, int]]]:  # noqa: ANN401 - lxml gives its elements no public type
    """Each cell with its row and column: as it says, else the next after the one before."""
    row = 0
    for line in root.iterfind("{*}sheetData/{*}row"):
        said = line.get("r", "")
        row = int(said) if said.isdecimal() and len(said) < 8 else row + 1
        column = 0
        for cell in line.iterfind("{*}c"):
            at = parse_cell(cell.get("r", "")) or (row, column + 1)
            column = at[1]
            yield cell, at
