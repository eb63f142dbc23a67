"""Check dossiers: who is complete, who is not, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.options import PATH, decisions_option, enrolments_option, on_option, settings_option
from docgen.cli.progress import show_progress
from docgen.errors import ExitCode, SetupError

if TYPE_CHECKING:
    from docgen.actions.check_dossiers import Desk
    from docgen.actions.collect_dossiers import Dossier
    from docgen.model.report import Report


@click.command()
@click.argument("paths", nargs=-1, required=True, type=PATH, metavar="PATH...")
@enrolments_option
@decisions_option
@on_option
@settings_option
@click.option(
    "--report",
    "reports",
    multiple=True,
    type=PATH,
    metavar="FILE",
    help="Write the report to this .json, .html or .xlsx file; may be given several times.",
)
@click.option(
    "--upload",
    type=PATH,
    metavar="DIR",
    help="Write a bundle that is ready for the upload step for each complete dossier.",
)
@click.option(
    "--corrections",
    type=PATH,
    metavar="DIR",
    help="Write for each dossier that is not complete its files with remarks in them, and a letter to its sender.",
)
@click.option(
    "--previous",
    type=PATH,
    metavar="FILE|DIR",
    help="Say of each finding whether it is solved, still open or new since this json report or these corrections.",
)
def command(
    paths: tuple[Path, ...],
    on: date | None,
    reports: tuple[Path, ...],
    upload: Path | None,
    corrections: Path | None,
    previous: Path | None,
    **desk_files: Path | None,
) -> int:
    """Check dossiers: who is complete, who is not, and why.

    PATH is a dossier (a folder or zip with the files of one person), a folder of dossiers, or a list that holds the
    subjects itself (workbook, csv, json, jsonl), each record of which is a dossier.

    With --corrections, DIR/<dossier>/ gets the dossier's files again: an Excel form with coloured cells, comments and a
    sheet that lists what to do, a PDF with notes and a first page, a Word form with comments, and brief.txt and
    brief.html to mail, in the language of the form; a list goes back marked as a whole. The sender's own files and
    values stay as they are. Mend the files there and check that folder again, or check a new dossier with --previous:
    the report then says of each finding whether it is solved, still open or new.

    \b
    The decisions are a workbook, csv or json with one decision a row, in these columns:
      regel    the rule, as the report names it
      dossier  the dossier, as the report names it, or * for all
      wie, wanneer, waarom   who decided, when and why
      tot      the last day on which it holds; empty for good
    """  # noqa: D301 - click wants the backspace itself, to keep the lines apart
    from docgen.actions.check_dossiers import check_dossiers, is_form  # noqa: PLC0415 - keeps --help instant
    from docgen.actions.collect_dossiers import collect_dossiers  # noqa: PLC0415 - keeps --help instant
    from docgen.actions.previous_check import (  # noqa: PLC0415 - keeps --help instant
        compare_report,
        leave_out_own_files,
        read_previous,
    )
    from docgen.actions.read_desk import DeskFiles, read_desk  # noqa: PLC0415 - keeps --help instant
    from docgen.actions.write_file import refuse_folder_among  # noqa: PLC0415 - keeps --help instant
    from docgen.actions.write_reports import refuse_report_paths  # noqa: PLC0415 - keeps --help instant
    from docgen.cli.overview import print_overview  # noqa: PLC0415 - keeps --help instant

    files = DeskFiles(**desk_files)
    dossiers = leave_out_own_files(collect_dossiers(paths, (*files.paths, *reports), is_form))
    refuse_report_paths(reports, files.paths, dossiers)
    for option, folder in (("--upload", upload), ("--corrections", corrections)):
        if folder:
            refuse_folder_among(folder, paths, option)
    before = read_previous(previous, dossiers)
    desk = read_desk(files, on)
    _say(desk.notes)
    show, done = show_progress(), count(1)
    report = compare_report(check_dossiers(dossiers, desk, lambda _: show(next(done), len(dossiers))), before)
    _say(report.notes)
    print_overview(report)
    faults = (
        *_write_reports(report, reports),
        *(_write_bundles(report, dossiers, upload) if upload else ()),
        *(_write_corrections(report, dossiers, corrections, desk) if corrections else ()),
    )
    return _conclude(report, faults)


def _write_reports(report: Report, paths: tuple[Path, ...]) -> Iterator[str]:
    """Write every report that can be written; yields a sentence for each that cannot."""
    from docgen.actions.write_reports import write_reports  # noqa: PLC0415 - keeps --help instant

    for path in paths:
        try:
            write_reports(report, [path])
        except SetupError as error:
            yield str(error)
        else:
            click.echo(f"Verslag: {path}")


def _write_bundles(report: Report, dossiers: Sequence[Dossier], folder: Path) -> tuple[str, ...]:
    from docgen.actions.write_upload import write_upload  # noqa: PLC0415 - keeps --help instant

    written = write_upload(report, dossiers, folder)
    count = len(written.bundles)
    click.echo(f"Klaar om op te laden: {count} {'bundel' if count == 1 else 'bundels'} in {folder}")
    return written.faults


def _write_corrections(report: Report, dossiers: Sequence[Dossier], folder: Path, desk: Desk) -> tuple[str, ...]:
    from docgen.actions.write_corrections import write_corrections  # noqa: PLC0415 - keeps --help instant

    written = write_corrections(report, dossiers, folder, desk.settings)
    count = len(written.folders)
    click.echo(f"Terug te sturen: {count} {'dossier' if count == 1 else 'dossiers'} in {folder}")
    return written.faults


def _say(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        click.echo(sentence, err=True)


def _conclude(report: Report, faults: tuple[str, ...]) -> int:
    """Say what went wrong on our side, and give the exit code; a fault of docgen itself is raised once all is done."""
    _say(faults)
    if report.failures:
        names = ", ".join(f"“{failure.dossier}”" for failure in report.failures)
        _say([f"Niet nagekeken door een fout in docgen zelf: {names}; de andere dossiers wel."])
        raise report.failures[0].error
    return ExitCode.SETUP if faults else report_exit_code(report)


def report_exit_code(report: Report) -> ExitCode:
    """0 when every dossier is complete, 3 when no form could be read in any of them, else 1."""
    from docgen.model.rule import Verdict  # noqa: PLC0415 - keeps --help instant

    verdicts = {dossier.verdict for dossier in report.dossiers}
    if verdicts == {Verdict.COMPLETE}:
        return ExitCode.DONE
    return ExitCode.NOTHING_READ if verdicts == {Verdict.UNREADABLE} else ExitCode.NOT_COMPLETE
