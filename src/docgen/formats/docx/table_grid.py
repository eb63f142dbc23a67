"""A table while it is being read: its cells by row and column, and which parts of its style hold for each."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from docgen.formats.docx.styles import Props


@dataclass(eq=False)
class Draft:
    """A cell that is being read; `conditions` are the parts of the table's style that hold for it."""

    row: int
    column: int
    colspan: int
    element: etree._Element
    props: Props
    conditions: tuple[str, ...] = ()
    rowspan: int = 1

    @property
    def end(self) -> int:
        """The column after its last."""
        return self.column + self.colspan


@dataclass(eq=False)
class Grid:
    """A table that is being read: what holds for all of it, its rows' properties, and its cells."""

    style: str
    props: Props
    rows: list[Props] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    columns: int = 0


def set_conditions(grid: Grid) -> None:
    """Say of each cell which parts of the table's style hold for it, the weakest first (ECMA-376 part 1, § 17.7.6)."""
    look = grid.props.get("look", {})
    rows, heads = len(grid.rows), 1 if look.get("firstRow") else 0
    left = 1 if look.get("firstColumn") else 0
    for draft in grid.drafts:
        first_row, first_column = heads > draft.row, left > draft.column
        last_row = bool(look.get("lastRow")) and draft.row + draft.rowspan == rows and not first_row
        last_column = bool(look.get("lastColumn")) and draft.end == grid.columns and not first_column
        names = []
        if not look.get("noVBand", True) and not first_column and not last_column:
            names.append(f"band{(draft.column - left) // grid.props.get('column-band', 1) % 2 + 1}Vert")
        if not look.get("noHBand", True) and not first_row and not last_row:
            names.append(f"band{(draft.row - heads) // grid.props.get('row-band', 1) % 2 + 1}Horz")
        names += ["firstCol"] * first_column + ["lastCol"] * last_column
        names += ["firstRow"] * first_row + ["lastRow"] * last_row
        corner = ("n" if first_row else "s" if last_row else "") + ("w" if first_column else "e" if last_column else "")
        draft.conditions = (*names, f"{corner}Cell") if len(corner) == len("nw") else tuple(names)
