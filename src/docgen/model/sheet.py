"""A table that leaves or enters docgen as a workbook or csv: columns and rows, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None


@dataclass(frozen=True)
class Column:
    """One column: its heading, width in characters, help for whoever fills it in, and a drop-down if any."""

    title: str
    width: int = 18
    help: str = ""
    choices: tuple[str, ...] = ()
    is_date: bool = False
    open_choice: bool = False


@dataclass(frozen=True)
class Sheet:
    """One sheet: a title of at most 31 characters, columns, and rows as wide as the columns."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]] = ()
    intro: str = ""
