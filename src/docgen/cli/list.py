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

    name = Column("naam", no_wrap=True, min_width=max(len(each.path) for each in offer))
    columns = (name, "wat", "formaten", "talen", Column("titel", overflow="fold"))
    table = Table(*columns, box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for each in offer:
        style = "bold" if each.kind == "family" else ""
        known = (" ".join(each.formats), " ".join(each.languages))
        table.add_row(Text(each.path), KINDS[each.kind], *known, Text(each.title), style=style)
    Console().print(table)
