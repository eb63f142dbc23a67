"""Write for each complete dossier the bundle that is ready for the upload step (handleiding § 4.3), with a receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.actions.bundle_files import make_bundle
from docgen.actions.collect_dossiers import Dossier
from docgen.actions.file_names import name_folders
from docgen.actions.read_dossier import read_dossier
from docgen.actions.write_file import write_folder
from docgen.errors import DocgenError
from docgen.families.discover import find_families
from docgen.model.report import DossierReport, Report
from docgen.model.rule import Verdict
from docgen.reports.receipt import receipt_text

RECEIPT = "ontvangstbewijs.txt"


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
    names = name_folders(checked.name for checked in complete)
    bundles, faults = dict[str, Path](), list[str]()
    for checked, name in zip(complete, names, strict=True):
        try:
            files = _fill_bundle(checked, by_name[checked.name], report)
            bundles[checked.name] = write_folder(folder / name, files)
        except DocgenError as error:
            faults.append(str(error))
    return Upload(bundles, tuple(faults))


def _is_uploaded(checked: DossierReport) -> bool:
    return bool(find_families()[checked.family].upload)


def _fill_bundle(checked: DossierReport, dossier: Dossier, report: Report) -> dict[str, bytes]:
    data = {file.name: file.data for file in read_dossier(dossier) if file.data is not None}
    files, bundled = make_bundle(checked, data)
    return {**files, RECEIPT: receipt_text(checked, bundled, report.peildatum, report.version).encode()}
