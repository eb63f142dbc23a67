"""Do the main job on the samples that come with docgen, and say where everything is."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.options import PATH
from docgen.cli.progress import show_progress


@click.command("demo")
@click.option("-o", "--output", type=PATH, default=Path("demo-uit"), metavar="DIR", help="Where to write; demo-uit.")
def command(output: Path) -> None:
    """Check the shipped samples, issue what is complete, make the blank forms, and say where everything is.

    The people in the samples are invented. The demo keeps a register of its own inside DIR, and only ever
    replaces a folder that an earlier demo made.
    """
    from docgen.actions.run_demo import run_demo  # noqa: PLC0415 - loads every family
    from docgen.cli.overview import print_overview  # noqa: PLC0415 - loads the reports

    click.echo("De voorbeelden worden nagekeken; met alle scans en foto’s duurt dat een paar minuten.")
    demo = run_demo(output, progress=show_progress())
    for family in demo.families:
        click.echo(f"{family.title}\n{'=' * len(family.title)}")
        print_overview(family.report)
        click.echo()
    click.echo("Waar alles staat:")
    for path, words in demo.places:
        click.echo(f"  {path}\n    {words}")
    for family in demo.families:
        for failure in family.report.failures:
            raise failure.error
