"""Read filled forms, in Excel, Word or PDF, into records."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.options import PATH, settings_option


@click.command("read")
@click.argument("files", nargs=-1, required=True, type=PATH)
@click.option(
    "-o",
    "--output",
    type=PATH,
    metavar="FILE",
    help="Write .jsonl, .json, .csv or .xlsx; else jsonl is printed.",
)
@settings_option
def command(files: tuple[Path, ...], output: Path | None, settings: Path | None) -> int:
    """Read FILES, filled forms in any mix of formats, into records with the place of every value.

    A folder, zip or e-mail stands for all files in it, and a PDF may hold more than a form. A scan of a paper of ours
    is compared with that paper as it is printed under the settings.

    Exit code 0 when all were read without a problem, 1 when some were not, 3 when nothing could be read.
    """
    from docgen.actions.read_forms import conclude_reading, read_forms  # noqa: PLC0415 - loads every family
    from docgen.actions.write_records import check_suffix, make_json_line, write_records  # noqa: PLC0415
    from docgen.settings import read_settings  # noqa: PLC0415 - keeps --help instant

    if output is not None:
        check_suffix(output)
    results = []
    for result in read_forms(files, read_settings(settings)):
        results.append(result)
        if output is None:
            click.echo(make_json_line(result))
        if result.sentence:
            click.echo(result.sentence, err=True)
    if output is not None:
        click.echo(write_records(results, output))
    for result in results:
        if result.fault:
            raise result.fault
    return conclude_reading(results)
