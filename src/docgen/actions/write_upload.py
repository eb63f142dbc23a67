"""Write for each complete dossier the bundle that is ready for the upload step (handleiding § 4.3), with a receipt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.actions.collect_dossiers import Dossier
from docgen.actions.file_names import make_file_name, tell_apart
from docgen.actions.read_dossier import read_dossier
from docgen.actions.write_file import write_folder
from docgen.errors import DocgenError, SetupError
from docgen.families.discover import find_families
from docgen.formats.kind import FileKind, recognise_kind
from docgen.model.report import DossierReport, FileSeen, Report
from docgen.model.rule import Verdict
from docgen.reports.receipt import BundledFile, receipt_text
from docgen.text import fold_tight

RECEIPT = "ontvangstbewijs.txt"
_SUFFIXES = {FileKind.XLSX: "xlsx", FileKind.DOCX: "docx", FileKind.PDF: "pdf"}


@dataclass(frozen=True)
class Upload:
    """What was written, by dossier, and one sentence for each bundle that could not be."""

    bundles: Mapping[str, Path]
    faults: tuple[str, ...] = ()


def write_upload(report: Report, dossiers: Sequence[Dossier], folder: Path) -> Upload:
    """Write a bundle per complete dossier below `folder`; one that cannot be written does not stop the others.

    Only the families that have an upload step get bundles.
    """
    by_name = {dossier.name: dossier for dossier in dossiers}
    complete = [checked for checked in report.dossiers if checked.verdict is Verdict.COMPLETE and _is_uploaded(checked)]
    names = tell_apart(make_file_name([_without_suffix(checked.name)], "map") for checked in complete)
    bundles, faults = dict[str, Path](), list[str]()
    for checked, name in zip(complete, names, strict=True):
        try:
            files = _fill_bundle(checked, by_name[checked.name], report)
            bundles[checked.name] = write_folder(folder / name.removesuffix(".map"), files)
        except DocgenError as error:
            faults.append(str(error))
    return Upload(bundles, tuple(faults))


def _is_uploaded(checked: DossierReport) -> bool:
    return bool(find_families()[checked.family].upload)


def refuse_upload_place(folder: Path, paths: Sequence[Path]) -> None:
    """Raise SetupError when the bundles would land among the dossiers, or when a file stands in their place."""
    if folder.exists() and not folder.is_dir():
        message = f"{folder} is geen map; geef bij --upload een map op."
        raise SetupError(message)
    place = folder.resolve()
    if any(place.is_relative_to(path.resolve()) for path in paths):
        message = f"{folder} ligt tussen de dossiers die nagekeken worden; kies bij --upload een map daarbuiten."
        raise SetupError(message)


def _fill_bundle(checked: DossierReport, dossier: Dossier, report: Report) -> dict[str, bytes]:
    wanted = list(_choose(checked))
    data = {file.name: file.data for file in read_dossier(dossier) if file.data is not None}
    bundled, files = list[BundledFile](), dict[str, bytes]()
    for name, seen in wanted:
        original = data.get(seen.name)
        if original is None or hashlib.sha256(original).hexdigest() != seen.sha256:
            message = f"“{seen.name}” van dossier “{checked.name}” is sinds het nazicht gewijzigd; kijk het opnieuw na."
            raise SetupError(message)
        new_name = f"{name}.{_suffix(seen.name, original)}"
        bundled.append(BundledFile(new_name, seen.name, seen.kind, seen.sha256))
        files[new_name] = original
    files[RECEIPT] = receipt_text(checked, bundled, report.peildatum, report.version).encode()
    return files


def _choose(checked: DossierReport) -> Iterator[tuple[str, FileSeen]]:
    """The files of the bundle under their new names, without suffix: ``2-rl1``, or ``2-rl1-1`` where there are more."""
    for number, kind in enumerate(find_families()[checked.family].upload, start=1):
        found = _of_kind(checked, kind)
        for copy, seen in enumerate(found, start=1):
            yield f"{number}-{kind}" + (f"-{copy}" if len(found) > 1 else ""), seen


def _of_kind(checked: DossierReport, kind: str) -> list[FileSeen]:
    """The files of a kind, each content once; of a form that is there more than once only the one that was read."""
    of_kind = [file for file in checked.files if fold_tight(file.kind).startswith(fold_tight(kind))]
    unique = list({file.sha256: file for file in reversed(of_kind)}.values())[::-1]
    return [file for file in unique if file.name == checked.form] or unique


def _suffix(name: str, data: bytes) -> str:
    found = _SUFFIXES.get(recognise_kind(data))
    return found or make_file_name([name.rpartition(".")[2].lower()], "x").removesuffix(".x")


def _without_suffix(name: str) -> str:
    return name[:-4] if name.lower().endswith(".zip") else name
