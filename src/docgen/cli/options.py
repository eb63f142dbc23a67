"""Options that several commands share, each written once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from docgen.dates import parse_date


class BelgianDate(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic from click 8.2 on
    """A day as a Belgian writes it: ``1/9/2025``, ``2025-09-01``, ``1 september 2025``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's signature
        """Read the day; a date in doubt is refused, because a command can be typed again."""
        if isinstance(value, date):
            return value
        reading = parse_date(value)
        if reading.value is None or reading.doubt:
            self.fail("geen datum; schrijf bijvoorbeeld 01/09/2025 of 2025-09-01.", param, ctx)
        return reading.value


#: A path as it was typed; whether it is there is for the action to say, in its own sentence.
PATH = click.Path(path_type=Path)

on_option = click.option(
    "--on", "on", type=BelgianDate(), metavar="DATE", help="The day on which this is held to run; today when left out."
)
settings_option = click.option(
    "--settings",
    type=PATH,
    metavar="FILE",
    help="The docgen.toml of the organisation; else $DOCGEN_SETTINGS or ./docgen.toml.",
)
enrolments_option = click.option(
    "--enrolments",
    type=PATH,
    metavar="FILE",
    help="The enrolment list, as docgen roster jobtraining/inschrijving makes it.",
)
decisions_option = click.option(
    "--decisions", type=PATH, metavar="FILE", help="The desk's decisions on findings, never kept in a sender's dossier."
)
language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(["nl", "fr"]),
    default="nl",
    show_default=True,
    help="Language of the document.",
)
force_option = click.option(
    "--force", is_flag=True, help="Replace a file that already stands there with other contents."
)
