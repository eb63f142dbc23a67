"""Tables: widths, rows and cells with their spans, and what their style says of each cell by where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from lxml import etree

from docgen.formats.docx.cell_borders import find_borders
from docgen.formats.docx.design import Design
from docgen.formats.docx.inline import find_inside
from docgen.formats.docx.package import w
from docgen.formats.docx.styles import Layer, Props
from docgen.formats.docx.table_grid import Draft, Grid, set_conditions
from docgen.formats.docx.table_properties import read_row_properties, read_table_properties, read_width
from docgen.model.page import Block, Cell, Row, Table

_TBL_PR, _GRID, _TR, _TC = w("tblPr"), w("tblGrid"), w("tr"), w("tc")
_TR_PR, _TC_PR, _EXCEPT = w("trPr"), w("tcPr"), w("tblPrEx")
#: Room left and right of a cell's text where nothing says so, in points.
_SIDE = 5.4
_INSETS = ("top", "right", "bottom", "left")
#: From this version on Word puts a table's edge, not its text, at the margin.
EDGE_AT_MARGIN = 15


class CellReader(Protocol):
    """Reads what stands in a cell; `width` is the room that it has."""

    width: float

    def read(self, elements: Iterable[etree._Element], layer: Layer, backdrop: str) -> tuple[tuple[Block, ...], float]:
        """The blocks, and the space after the last of them."""


class TableReader:
    """Reads tables; what stands in the cells is read by whoever reads the blocks around them."""

    def __init__(self, design: Design, cells: CellReader) -> None:
        """Nothing is read yet."""
        self._design, self._cells = design, cells

    def read(self, element: etree._Element, above: float) -> Table | None:
        """The table; None when it has no row left."""
        grid = self._read_grid(element)
        if not grid.drafts:
            return None
        widths = _find_widths(element, grid, self._cells.width)
        grid.columns = len(widths)
        set_conditions(grid)
        borders = find_borders(grid, self._design.styles)
        rows: list[list[Cell]] = [[] for _ in grid.rows]
        for draft in grid.drafts:
            rows[draft.row].append(self._read_cell(draft, grid, widths, borders[draft]))
        align = grid.props.get("align", "left")
        return Table(
            widths=tuple(widths),
            rows=tuple(_to_row(props, cells) for props, cells in zip(grid.rows, rows, strict=True)),
            indent=self._find_indent(grid) if align == "left" else 0,
            align=align,
            alt=grid.props.get("description") or grid.props.get("caption", ""),
            above=above,
        )

    def _read_grid(self, element: etree._Element) -> Grid:
        theme, styles = self._design.theme, self._design.styles
        direct = read_table_properties(element.find(_TBL_PR), theme)
        style = styles.find_id("table", direct.get("style", ""))
        grid = Grid(style, {**styles.table_of(style), **direct})
        opened: dict[int, Draft] = {}
        for row in find_inside(element, _TR):
            props = read_row_properties(row.find(_TR_PR))
            if props.get("deleted") or props.get("hidden"):
                continue
            except_props = read_table_properties(row.find(_EXCEPT), theme)
            column = props.get("gridBefore", 0)
            for cell in find_inside(row, _TC):
                said = {**except_props, **read_table_properties(cell.find(_TC_PR), theme)}
                draft = Draft(len(grid.rows), column, max(said.get("span", 1), 1), cell, said)
                column = draft.end
                _place(draft, opened, grid)
            grid.columns = max(grid.columns, column + props.get("gridAfter", 0))
            grid.rows.append(props)
        return grid

    def _read_cell(self, draft: Draft, grid: Grid, widths: Sequence[float], borders: Any) -> Cell:  # noqa: ANN401
        layer = self._design.styles.layer(grid.style, draft.conditions)
        said = {**grid.props, **layer.cell, **draft.props}
        inset = tuple(said.get(f"inset-{side}", _SIDE if side in ("left", "right") else 0) for side in _INSETS)
        shade = said.get("shade", "")
        outer, self._cells.width = self._cells.width, sum(widths[draft.column : draft.end]) - inset[1] - inset[3]
        blocks, below = self._cells.read(draft.element, layer, shade)
        self._cells.width = outer
        return Cell(
            column=draft.column,
            blocks=blocks,
            colspan=draft.colspan,
            rowspan=draft.rowspan,
            borders=borders,
            shade=shade,
            inset=inset,
            valign=said.get("valign", "top"),
            below=below,
            header="firstCol" in draft.conditions and "firstRow" not in draft.conditions,
        )

    def _find_indent(self, grid: Grid) -> float:
        indent: float = grid.props.get("indent", ("points", 0.0))[1]
        return indent if self._design.settings.mode >= EDGE_AT_MARGIN else indent - grid.props.get("inset-left", _SIDE)


def _place(draft: Draft, opened: dict[int, Draft], grid: Grid) -> None:
    """Put a cell into the grid, or let the cell above that it continues grow over it."""
    merge = draft.props.get("merge")
    above = opened.get(draft.column)
    if merge == "continue" and above is not None and above.row + above.rowspan == draft.row:
        above.rowspan += 1
        return
    opened[draft.column] = draft
    if merge is None:
        opened.pop(draft.column)
    grid.drafts.append(draft)


def _find_widths(element: etree._Element, grid: Grid, room: float) -> list[float]:
    """The widths of the columns: those of the grid, or in a fixed table those that a row without spans asks for."""
    listed = element.find(_GRID)
    widths = [read_width(column)[1] for column in (listed if listed is not None else ()) if column.tag == w("gridCol")]
    asked = _asked_widths(grid)
    if asked and (grid.props.get("fixed") or len(widths) < grid.columns or not all(widths)):
        widths = asked
    if missing := grid.columns - len(widths):
        # Columns that nothing gives a width share what is left, and get half an inch each where nothing is.
        widths = [*widths, *[max(room - sum(widths), missing * 36.0) / missing] * missing][: max(grid.columns, 1)]
    kind, value = grid.props.get("width", ("auto", 0.0))
    total = value * room if kind == "part" else 0
    if total and sum(widths):
        widths = [width * total / sum(widths) for width in widths]
    return [round(width, 3) for width in widths]


def _asked_widths(grid: Grid) -> list[float]:
    for row in range(len(grid.rows)):
        cells = [draft for draft in grid.drafts if draft.row == row]
        widths = [draft.props.get("width", ("auto", 0.0)) for draft in cells if draft.colspan == 1]
        if len(widths) == grid.columns and all(kind == "points" and value > 0 for kind, value in widths):
            return [value for _, value in widths]
    return []


def _to_row(props: Props, cells: list[Cell]) -> Row:
    return Row(
        cells=tuple(cells),
        height=props.get("height", 0),
        height_rule=props.get("height_rule", "auto") if props.get("height") else "auto",
        cant_split=props.get("cantSplit", False),
        header=props.get("tblHeader", False),
    )
