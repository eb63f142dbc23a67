"""Follow a remedy as its sender would: check a sample, take what goes back, do literally what it says, check again."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

import openpyxl

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.actions.previous_check import compare_report, leave_out_own_files, read_previous
from docgen.actions.read_desk import DeskFiles, read_desk
from docgen.actions.write_corrections import write_corrections
from docgen.catalogue import find_shipped
from docgen.families.discover import find_families
from docgen.model import reading_rules
from docgen.model.comparison import Comparison
from docgen.model.report import DossierReport, Report
from docgen.model.return_words import TODO_SHEETS
from docgen.model.rule import Decision, Finding, Severity, rules_of
from workbooks import cell_of, edit

SAMPLES = find_shipped("samples")
ON = date(2026, 9, 15)
_FORMS = (".xlsx", ".docx", ".pdf")


@dataclass
class Attempt:
    """One finding on its way to be mended: the folder that went back to its sender, and what the desk brings."""

    folder: Path
    dossier: DossierReport
    finding: Finding
    desk: Desk

    @property
    def file(self) -> Path:
        """The form, or list, in the folder; of several the one that was marked."""
        found = [path for path in sorted(self.folder.iterdir()) if path.suffix in _FORMS]
        return found[0] if len(found) == 1 else next(path for path in found if _is_marked(path))

    def marked(self) -> openpyxl.Workbook:
        """The workbook as it went back."""
        return openpyxl.load_workbook(io.BytesIO(self.file.read_bytes()))

    def change(self, change: Callable[[openpyxl.Workbook], object]) -> None:
        """Change the workbook and save it in its place."""
        self.file.write_bytes(edit(self.file.read_bytes(), change))


Step = Callable[[Attempt], None]


def _is_marked(path: Path) -> bool:
    return not set(TODO_SHEETS).isdisjoint(openpyxl.load_workbook(path).sheetnames)


def desk_of(family: str) -> Desk:
    """What the desk of the family's samples brings."""
    shared = SAMPLES / family
    names = ("docgen.toml", "inschrijvingen.xlsx", "beslissingen.xlsx")
    return read_desk(DeskFiles(*(path if (path := shared / name).is_file() else None for name in names)), ON)


def send_back(sample: str, root: Path, desk: Desk, broken: Mapping[str, object]) -> tuple[Path, Report]:
    """Check a copy of ``family/case`` and write its corrections: the folder that its sender gets, and the report.

    `broken` are values by key that are put in its workbook before it arrives.
    """
    source = root / "arrived"
    shutil.copytree(SAMPLES / sample / "input", source)
    if broken:
        (form,) = source.rglob("*.xlsx")
        form.write_bytes(edit(form.read_bytes(), lambda workbook: fill_cells(workbook, broken)))
    dossiers = collect_dossiers([source])
    report = check_dossiers(dossiers, desk)
    written = write_corrections(report, dossiers, root / "back", desk.settings)
    assert written.faults == ()
    return next(iter(written.folders.values())), report


def fill_cells(workbook: openpyxl.Workbook, values: Mapping[str, object]) -> None:
    """Put values in fields by key; in a list by sheet and cell, ``Medewerkers!D3``."""
    for key, value in values.items():
        title, _, cell = key.partition("!")
        (workbook[title][cell] if cell else cell_of(workbook, key)).value = value


def try_remedy(attempt: Attempt, step: Step) -> Comparison:
    """Do what the remedy says, check what is in the folder then, and compare."""
    step(attempt)
    dossiers = leave_out_own_files(collect_dossiers([attempt.folder]))
    before = read_previous(None, dossiers)
    reports = compare_report(check_dossiers(dossiers, attempt.desk), before).dossiers
    compared = reports[0] if len(reports) == 1 else next(r for r in reports if r.name == attempt.dossier.name)
    assert compared.comparison is not None, "the folder does not remember the check before"
    return compared.comparison


def pointed_cell(attempt: Attempt) -> tuple[str, str]:
    """Sheet and cell to which the list in the workbook leads for this finding: where its sender is sent to."""
    workbook = attempt.marked()
    listed = next(workbook[title] for title in TODO_SHEETS if title in workbook.sheetnames)
    said = {str(attempt.finding.message).casefold()}
    if attempt.finding.fr is not None:
        said.add(attempt.finding.fr.message.casefold())
    row = next(r for r in listed.iter_rows() if any(str(r[2].value or "").casefold().endswith(words) for words in said))
    title, _, cell = row[1].hyperlink.location.rpartition("!")
    return title.strip("'").replace("''", "'"), cell


def put(value: object) -> Step:
    """Fill in the cell that the remark points at."""

    def step(attempt: Attempt) -> None:
        title, cell = pointed_cell(attempt)
        attempt.change(lambda workbook: setattr(workbook[title][cell], "value", value))

    return step


def put_expected(attempt: Attempt) -> None:
    """Fill in what the finding says it expected."""
    put(attempt.finding.expected)(attempt)


def put_in(**values: object) -> Step:
    """Fill in fields that the remedy names."""

    return lambda attempt: attempt.change(lambda workbook: fill_cells(workbook, values))


def remove_file(attempt: Attempt) -> None:
    """Leave out the file that the finding names; of a confidential dossier it comes back under another name."""
    assert attempt.finding.place is not None
    name = attempt.finding.place.file.replace(" ", "-")
    (file,) = (path for path in attempt.folder.iterdir() if name in path.name)
    file.unlink()


def decide(attempt: Attempt) -> None:
    """The desk decides, and records why."""
    decision = Decision(attempt.finding.rule, "*", "Ann Voorbeeld", ON, "nagekeken")
    attempt.desk = replace(attempt.desk, decisions=(*attempt.desk.decisions, decision))


def both(*steps: Step) -> Step:
    """One deed after the other."""

    def step(attempt: Attempt) -> None:
        for each in steps:
            each(attempt)

    return step


#: Rules on how a file was read, whose French follows from the field.
READ = tuple(rule.id for rule in rules_of(reading_rules))
#: Sample, what is broken in it, rule, words of the remedy, and what they tell to do.
Row = tuple[str, Mapping[str, object], str, str, Step]


def row_id(row: Row) -> str:
    """``az-stappen-az-omgekeerd``, with the first key that was broken."""
    sample, broken, rule, *_ = row
    return "-".join((rule, sample, *list(broken)[:1]))


def follow(family: str, row: Row, root: Path) -> None:
    """Follow the remedy of the first finding of the row's rule; it must be gone then."""
    sample, broken, rule, words, step = row
    folder, report = send_back(f"{family}/{sample}", root, desk := desk_of(family), broken)
    every = [(dossier, found) for dossier in report.dossiers for found in dossier.open_findings]
    dossier, finding = next((d, f) for d, f in every if f.rule == rule and words in str(f.remedy))
    assert finding.fr or not _comes_in_french(family) or rule in READ, "a French sender would read this in Dutch"
    compared = try_remedy(Attempt(folder, dossier, finding, desk), step)
    left = [found for found in (*compared.still_open, *compared.new) if found.rule == rule]
    assert any(map(partial(_is_same, finding), compared.solved)) or any(
        map(partial(_is_left_to_desk, finding), left)
    ), f"followed to the letter, and still there: {'; '.join(found.message for found in left)}"


def _comes_in_french(family: str) -> bool:
    return any("fr" in form.languages for form in find_families()[family].forms)


def _is_same(one: Finding, other: Finding) -> bool:
    return (one.rule, one.key, one.message) == (other.rule, other.key, other.message)


def _is_left_to_desk(before: Finding, now: Finding) -> bool:
    """Whether what held the dossier up is now a grensgeval on the same field, as the remedy announced."""
    weaker = before.severity is Severity.BLOCKING and now.severity is Severity.ATTENTION
    return weaker and now.key == before.key and "beslist dan" in str(before.remedy)
