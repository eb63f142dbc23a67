"""Write a report to files: json, html or xlsx, told by the suffix."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from docgen.actions.collect_dossiers import Dossier
from docgen.actions.write_file import write_file
from docgen.errors import SetupError, WrongUseError
from docgen.model.report import Report


def write_reports(report: Report, paths: Sequence[Path]) -> None:
    """Write the report to each path; raises SetupError for the first place that cannot be written."""
    for path in paths:
        write_file(path, _WRITERS[path.suffix.lower()](report))


def refuse_report_paths(paths: Sequence[Path], inputs: Sequence[Path], dossiers: Sequence[Dossier]) -> None:
    """Raise an error for a report of an unknown kind, or one that would land on or in what is read."""
    read = {path.resolve() for path in inputs} | {dossier.path.resolve() for dossier in dossiers if not dossier.loose}
    for path in paths:
        if path.suffix.lower() not in _WRITERS:
            message = f"Het verslag “{path}” moet eindigen op {', '.join(_WRITERS)}; pas de naam bij --report aan."
            raise WrongUseError(message)
        if not read.isdisjoint((path.resolve(), *path.resolve().parents)):
            message = (
                f"Het verslag “{path}” zou tussen of over stukken komen die gelezen worden; kies een andere plaats."
            )
            raise SetupError(message)


def _json(report: Report) -> bytes:
    from docgen.reports.json_report import report_json  # noqa: PLC0415 - only what is asked for is loaded

    return (json.dumps(report_json(report), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _html(report: Report) -> bytes:
    from docgen.reports.html import report_html  # noqa: PLC0415 - loads the template engine

    return report_html(report).encode("utf-8", "xmlcharrefreplace")


def _xlsx(report: Report) -> bytes:
    from docgen.formats.xlsx.table import write_workbook  # noqa: PLC0415 - heavy library
    from docgen.reports.rows import report_sheets  # noqa: PLC0415 - only for a workbook

    return write_workbook(report_sheets(report), title="Nazicht van dossiers")


_WRITERS: Mapping[str, Callable[[Report], bytes]] = {".json": _json, ".html": _html, ".xlsx": _xlsx}
