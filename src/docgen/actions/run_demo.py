"""The main job on the samples that come with docgen: check them, issue what is complete, make the blank forms."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from docgen.actions.check_dossiers import Desk, check_dossiers
from docgen.actions.collect_dossiers import collect_dossiers
from docgen.actions.find_form import find_forms
from docgen.actions.make_form import FormOrder, write_forms
from docgen.actions.make_roster import write_roster
from docgen.actions.read_desk import DeskFiles, read_desk
from docgen.actions.render_documents import Batched, Request, render_documents
from docgen.actions.write_file import write_file
from docgen.actions.write_reports import write_reports
from docgen.actions.write_upload import write_upload
from docgen.catalogue import find_documents
from docgen.errors import SetupError
from docgen.families.discover import find_families
from docgen.model.document import Document
from docgen.model.form import Form
from docgen.model.report import Report
from docgen.settings import SETTINGS_FILE
from docgen.shipped import find_shipped

#: Stands in a folder that a demo made, so that the next demo may make it anew.
MARK = ".docgen-demo"


@dataclass(frozen=True)
class FamilyDemo:
    """What the demo did for one family: its report, and the documents it made."""

    name: str
    title: str
    report: Report
    batches: tuple[Batched, ...]


@dataclass(frozen=True)
class Demo:
    """Everything the demo did, and where it stands: a sentence for each place."""

    families: tuple[FamilyDemo, ...]
    places: tuple[tuple[Path, str], ...]


def run_demo(
    output: Path, samples: Path | None = None, progress: Callable[[int, int], object] = lambda *_: None
) -> Demo:
    """Do the main job on the samples, those that docgen comes with, into `output`, with a register of its own there.

    `progress` hears how many of how many dossiers are done, family by family. Raises SetupError when `output` holds
    anything that no demo made.
    """
    samples = samples or find_shipped("samples")
    _clear(output)
    folders = [folder for folder in sorted(samples.iterdir()) if any(folder.glob("*/input"))]
    families = tuple(_run_family(folder, output / folder.name, progress) for folder in folders)
    for form in find_forms():
        _make_blanks(form, output / form.family)
    return Demo(families, tuple(_places(output, families)))


def _clear(output: Path) -> None:
    if output.exists() and not (output / MARK).is_file() and (not output.is_dir() or any(output.iterdir())):
        message = f"{output} bestaat al en is niet door de demo gemaakt; kies met -o een andere map."
        raise SetupError(message)
    try:
        if output.exists():
            shutil.rmtree(output)
    except OSError as error:
        message = f"{output} kan niet opnieuw gemaakt worden; sluit wat erin openstaat of kies met -o een andere map."
        raise SetupError(message) from error
    write_file(output / MARK, b"Deze map is door docgen demo gemaakt en wordt bij de volgende demo vervangen.\n")


def _run_family(samples: Path, output: Path, progress: Callable[[int, int], object]) -> FamilyDemo:
    desk = _read_desk(samples, output)
    dossiers, done = collect_dossiers(_find_inputs(samples)), count(1)
    report = check_dossiers(dossiers, desk, lambda _: progress(next(done), len(dossiers)))
    reports = [output / f"verslag.{suffix}" for suffix in ("html", "xlsx", "json")]
    write_reports(report, reports)
    write_upload(report, dossiers, output / "upload")
    sources = _sources(samples, reports[-1])
    own = (
        document
        for document in find_documents(desk.settings.paden.sjablonen).values()
        if document.family == samples.name
    )
    documents = [document for document in own if not document.chosen_for]  # another one makes these where they fit
    documents.sort(key=lambda document: not document.numbered)  # a letter lists what was issued before it
    batches = (batch for each in documents for batch in _render(each, sources, output / "documenten", desk))
    return FamilyDemo(samples.name, find_families()[samples.name].title, report, tuple(batches))


def _find_inputs(samples: Path) -> list[Path]:
    """What arrived in each sample, those aside that only an extra of docgen can read."""
    return [path for path in sorted(samples.glob("*/input")) if "needs" not in _read_clerk(path.parent)]


def _read_clerk(sample: Path) -> dict[str, Any]:
    concluded = sample / "expected.json"
    found: dict[str, Any] = json.loads(concluded.read_bytes()) if concluded.is_file() else {}
    return found


def _sources(samples: Path, report: Path) -> tuple[Path, ...]:
    """The report of the check, which holds every record; that of a confidential family does not."""
    is_confidential = find_families()[samples.name].confidential
    return tuple(_find_inputs(samples)) if is_confidential else (report,)


def _render(document: Document, sources: tuple[Path, ...], output: Path, desk: Desk) -> Iterator[Batched]:
    """The document for every dossier, in its addressee's language; then in each language in which there is none yet."""
    request = Request(document.path, sources, output / document.name)
    first = render_documents(request, desk)
    yield first
    made = {each.language for each in first.made}
    for language in document.languages if made else ():
        if language not in made:
            folder = output / f"{document.name}-{language}"
            yield render_documents(replace(request, output=folder, language=language), desk)


def _read_desk(samples: Path, output: Path) -> Desk:
    """The invented desk of the samples, on the day that they were written for, with its register in the demo."""
    files = DeskFiles(
        *(path if (path := samples / name).is_file() else None for name in (SETTINGS_FILE, *_LISTS)),
    )
    desk = read_desk(files, _read_day(samples))
    paths = desk.settings.paden.model_copy(update={"certificaatregister": output / "register.sqlite"})
    return replace(desk, settings=desk.settings.model_copy(update={"paden": paths}))


_LISTS = ("inschrijvingen.xlsx", "beslissingen.xlsx")


def _read_day(samples: Path) -> date | None:
    days = (json.loads(path.read_bytes()).get("peildatum") for path in sorted(samples.glob("*/expected.json")))
    return next((date.fromisoformat(day) for day in days if day), None)


def _make_blanks(form: Form, output: Path) -> None:
    write_roster(form.path, output / "lijsten" / f"{form.name}.xlsx")
    for language in () if form.is_list else form.languages:
        write_forms(FormOrder(form.path, output / "formulieren", language=language))


def _places(output: Path, families: tuple[FamilyDemo, ...]) -> Iterator[tuple[Path, str]]:
    """Every place that the demo filled; a family without forms or uploads has no folder for them."""
    for family in families:
        folder = output / family.name
        yield folder / "verslag.html", "het verslag van het nazicht, om te lezen of te mailen (ook als .xlsx en .json)"
        for batch in family.batches:
            made = len(batch.made)
            title = batch.document.title.get("nl", batch.document.name)
            yield batch.output, f"{title}: {made} gemaakt, {len(batch.refused)} geweigerd"
        yield from ((folder / name, words) for name, words in _FOLDERS.items() if (folder / name).is_dir())


_FOLDERS = {
    "upload": "per volledig dossier de bundel voor de upload, met ontvangstbewijs",
    "formulieren": "de lege formulieren in Excel, pdf en Word, in elke taal",
    "lijsten": "lege invullijsten, ook voor de inschrijvingen",
}
