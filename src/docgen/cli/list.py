"""Say which families, forms and documents exist here."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.options import settings_option

if TYPE_CHECKING:
    from docgen.actions.list_offer import Offered

#: What each kind of thing is called, as the list prints it.
KINDS = {"family": "familie", "form": "formulier", "list": "lijst", "document": "document"}

#: A terminal that leaves less than this beside the longest name shows the rest in one column.
_REST = 66


@click.command("list")
@settings_option
def command(settings: Path | None) -> None:
    """List the families, forms, lists and documents that the other commands can be asked for.

    One line each: kind, name, formats and title, parted by tabs when the output is not a terminal.
    """
    from docgen.actions.list_offer import list_offer  # noqa: PLC0415 - loads every family
    from docgen.settings import read_settings  # noqa: PLC0415 - loads pydantic

    offer = list_offer(read_settings(settings).paden.sjablonen)
    if sys.stdout.isatty():
        _print_table(offer)
        return
    for each in offer:
        click.echo("\t".join((KINDS[each.kind], each.path, ",".join(each.formats), each.title)))


def _print_table(offer: tuple[Offered, ...]) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - only for a terminal
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Column, Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console, longest = Console(), max(len(each.path) for each in offer)
    is_wide = console.width >= longest + _REST
    name = Column("naam", no_wrap=True, min_width=longest)
    others = ("wat", "formaten", "talen") if is_wide else ()
    table = Table(name, *others, Column("titel", overflow="fold"), box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for each in offer:
        known = (KINDS[each.kind], " ".join(each.formats), " ".join(each.languages))
        title = each.title if is_wide else "\n".join((each.title, ", ".join(filter(None, known))))
        table.add_row(
            Text(each.path), *(known if is_wide else ()), Text(title), style="bold" if each.kind == "family" else ""
        )
    console.print(table)
