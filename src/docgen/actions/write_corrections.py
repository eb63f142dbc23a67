"""Write what goes back to the sender of each dossier that is not complete: his files with remarks, and a letter.

A dossier's folder holds its files again, marked where there is something to say, so that they can be mended there and
checked anew: `nazicht.json` remembers what was found.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from docgen.actions.collect_dossiers import Dossier
from docgen.actions.confidential import conceal_files
from docgen.actions.dossier_file import DossierFile
from docgen.actions.file_names import make_file_name, name_folders, tell_apart
from docgen.actions.read_dossier import read_documents, read_dossier
from docgen.actions.remembered_check import MEMORY, OWN_FILES
from docgen.actions.write_file import write_folder
from docgen.dates import format_date_words
from docgen.errors import DocgenError, SetupError, UnreadableFileError
from docgen.families.discover import find_families
from docgen.formats.door import open_parts
from docgen.formats.kind import FileKind, recognise_kind
from docgen.formats.mark import make_remarks_pdf, mark_file
from docgen.model.form import Form
from docgen.model.remark import TODO_SHEET, Remark, Return
from docgen.model.report import DossierReport, Report
from docgen.model.rule import Verdict
from docgen.model.value import Content, RawForm, Unread
from docgen.reports.json_report import report_json
from docgen.reports.letter import Letter, Sender, letter_html, letter_text
from docgen.reports.printable import printable
from docgen.reports.remarks import desk_findings, make_remarks
from docgen.settings import Organisatie

LETTER, LETTER_HTML = "brief.txt", "brief.html"
_OWN = (LETTER, LETTER_HTML, MEMORY)

_SUFFIXES = {FileKind.XLSX: "xlsx", FileKind.DOCX: "docx", FileKind.PDF: "pdf"}
_MARKED = {
    FileKind.XLSX: f"met gekleurde cellen, een opmerking bij elke cel en een blad “{TODO_SHEET}” dat alles opsomt",
    FileKind.PDF: "met een notitie bij elke plaats en vooraan een blad dat alles opsomt",
    FileKind.DOCX: "met een opmerking bij elke plaats",
}
#: What stands above the remarks in every file.
_INTRO = (
    "Dit is toegevoegd bij het nazicht van {day}; uw eigen gegevens zijn niet gewijzigd. Verbeter wat hieronder staat, "
    "bewaar het bestand en bezorg ons het hele dossier opnieuw. De opmerkingen mogen blijven staan."
)


@dataclass(frozen=True)
class Corrections:
    """What was written, by dossier, and one sentence for each dossier for which it could not be."""

    folders: Mapping[str, Path]
    faults: tuple[str, ...] = ()


class _Finder:
    """Finds the files of a checked dossier again: by its name, those of a confidential one by what they hold."""

    def __init__(self, dossiers: Sequence[Dossier]) -> None:
        self._dossiers = dossiers
        self._by_name = {dossier.name: dossier for dossier in dossiers}

    def files_of(self, checked: DossierReport) -> list[DossierFile]:
        """Its files under the names that the report gives them; none for a record of a list."""
        if _is_confidential(checked):
            return self._concealed.get(frozenset(file.sha256 for file in checked.files), [])
        dossier = self._by_name.get(checked.name)
        return [*read_documents(dossier)] if dossier else []

    @cached_property
    def _concealed(self) -> dict[frozenset[str], list[DossierFile]]:
        found = ([*filter(_is_document, conceal_files(read_dossier(dossier)))] for dossier in self._dossiers)
        return {frozenset(hashlib.sha256(file.data or b"").hexdigest() for file in files): files for files in found}


def _is_document(file: DossierFile) -> bool:
    return not (file.aside or file.is_letter)


def _is_confidential(checked: DossierReport) -> bool:
    family = find_families().get(checked.family)
    return family is not None and family.confidential


@dataclass
class _Folder:
    """The folder of one dossier while it is filled: its files, and the sentence on each."""

    files: dict[str, bytes] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=lambda: list(_OWN))


def write_corrections(
    report: Report, dossiers: Sequence[Dossier], folder: Path, organisation: Organisatie
) -> Corrections:
    """Write a folder per dossier that is not complete; one that cannot be written does not stop the others."""
    find = _Finder(dossiers)
    failed = {failure.dossier for failure in report.failures}
    stray = {dossier.name for dossier in dossiers if dossier.loose}
    sent = [
        checked
        for checked in report.dossiers
        if checked.verdict is not Verdict.COMPLETE and checked.name not in failed | stray
    ]
    names = name_folders(checked.name for checked in sent)
    written, faults = dict[str, Path](), list[str]()
    for checked, name in zip(sent, names, strict=True):
        try:
            files = _fill_folder(checked, find.files_of(checked), report, organisation)
            written[checked.name] = write_folder(folder / name, files)
        except DocgenError as error:
            faults.append(str(error))
    return Corrections(written, tuple(faults))


def _fill_folder(
    checked: DossierReport, files: Sequence[DossierFile], report: Report, organisation: Organisatie
) -> dict[str, bytes]:
    forms = [form for family in find_families().values() for form in family.forms if not form.is_list]
    opened = {file.name: _open(file, forms) for file in files if file.data is not None}
    _refuse_changed(checked, files)
    contents = [content for parts in opened.values() for content in parts]
    of_file = {content.name: name for name, parts in opened.items() for content in parts}
    remarks = tuple(_on_file(remark, of_file) for remark in make_remarks(checked, contents, forms))
    words = _words(checked, remarks, report)
    filled = _Folder()
    for file, name in zip(files, _new_names(checked, files), strict=True):
        _add_file(filled, file, name, words, (opened.get(file.name, ()), forms))
    letter = Letter(
        dossier=checked,
        remarks=remarks,
        desk=[finding.message for finding in desk_findings(checked)],
        files=filled.sentences,
        sender=_sender(organisation),
        on=report.peildatum,
    )
    memory = json.dumps(_memory(report, checked, filled.own), ensure_ascii=False, indent=1)
    return {
        LETTER: letter_text(letter).encode("utf-8", "replace"),
        LETTER_HTML: letter_html(letter).encode("utf-8", "xmlcharrefreplace"),
        MEMORY: memory.encode("utf-8", "backslashreplace"),
        **filled.files,
    }


def _open(file: DossierFile, forms: Sequence[Form]) -> tuple[Content, ...]:
    return open_parts(file.name, file.data or b"", forms)


def _refuse_changed(checked: DossierReport, files: Sequence[DossierFile]) -> None:
    seen = {file.sha256 for file in checked.files}
    for file in files:
        if file.data is not None and seen and hashlib.sha256(file.data).hexdigest() not in seen:
            message = f"“{file.name}” van dossier “{checked.name}” is sinds het nazicht gewijzigd; kijk het opnieuw na."
            raise SetupError(message)


def _on_file(remark: Remark, of_file: Mapping[str, str]) -> Remark:
    """The remark on the file itself, where it was found in one of several documents in it."""
    place = remark.place
    if place is None or place.file not in of_file or of_file[place.file] == place.file:
        return remark
    return replace(remark, place=replace(place, file=of_file[place.file]))


def _words(checked: DossierReport, remarks: tuple[Remark, ...], report: Report) -> Return:
    return Return(
        title=printable(f"Wat te doen: dossier van {checked.subject or checked.name}"),
        intro=(_INTRO.format(day=format_date_words(report.peildatum)),),
        remarks=remarks,
        on=report.peildatum,
    )


def _add_file(
    folder: _Folder, file: DossierFile, name: str, words: Return, opened: tuple[Sequence[Content], Sequence[Form]]
) -> None:
    """Add one file: marked, or as it came, with the sentence that says which."""
    contents, forms = opened
    if file.data is None or not contents:
        folder.sentences.append(f"“{file.name}”: dit bestand konden wij niet openen.")
        return
    content = replace(contents[0], name=file.name)
    folder.files[name] = file.data
    if not words.placed_in(file.name):
        folder.sentences.append(f"“{name}”{_as_arrived(file.name, name)}: ongewijzigd, zonder opmerkingen.")
        return
    if not _is_worth_marking(content, words):
        folder.sentences.append(f"“{name}”{_as_arrived(file.name, name)}: ongewijzigd; de opmerking staat hierboven.")
        return
    try:
        folder.files[name] = mark_file(file.data, content, words, forms)
    except UnreadableFileError as error:
        folder.sentences.append(_beside(folder, content, name, words, str(error)))
    else:
        kind, mend = _MARKED[recognise_kind(file.data)], " Verbeter in dit bestand zelf."
        own = isinstance(content.found, RawForm)
        folder.sentences.append(
            f"“{name}”{_as_arrived(file.name, name)}: uw eigen bestand, {kind}.{mend if own else ''}"
        )


def _is_worth_marking(content: Content, words: Return) -> bool:
    """A form, a file with a place to point at, or what may be a copy of a form that lost its fields."""
    if isinstance(content.found, RawForm | Unread):
        return True
    return any(remark.spot_in(content.name) for remark in words.remarks)


def _beside(folder: _Folder, content: Content, name: str, words: Return, reason: str) -> str:
    """A form of ours that must not be touched gets its remarks in a PDF beside it; other files in the letter only."""
    if not isinstance(content.found, RawForm):
        return f"“{name}”: hierin konden wij geen opmerkingen zetten, want het {reason}; ze staan hierboven."
    notes = make_file_name([name.rpartition(".")[0], "opmerkingen"], "pdf")
    folder.files[notes] = make_remarks_pdf(words)
    folder.own.append(notes)
    return (
        f"“{name}”: dit bestand {reason}. Wij hebben het niet aangeraakt; de opmerkingen staan in “{notes}”. "
        "Na een verbetering moet het opnieuw ondertekend worden."
    )


def _as_arrived(original: str, name: str) -> str:
    """The name that its sender gave a file, where he would not know it again."""
    return "" if original.replace(" ", "-") in name else f" (aangekomen als “{original}”)"


def _new_names(checked: DossierReport, files: Sequence[DossierFile]) -> Iterator[str]:
    """The names that the files have in their folder, apart from our own; of a confidential one its reference."""
    before = [checked.name] if _is_confidential(checked) else []
    names = tell_apart([*_OWN, *(_safe_name(file, before) for file in files)])
    return (name for number, name in enumerate(names) if number >= len(_OWN))


def _safe_name(file: DossierFile, before: Sequence[str]) -> str:
    stem, _, suffix = file.name.rpartition(".")
    plain = re.sub(r"[^A-Za-z0-9]", "", suffix)[:5]
    if not stem or not plain:
        stem, plain = file.name, _SUFFIXES.get(_kind_of(file), "bin")
    return make_file_name([*before, stem], plain)


def _kind_of(file: DossierFile) -> FileKind:
    try:
        return recognise_kind(file.data or b"")
    except UnreadableFileError:
        return FileKind.UNKNOWN


def _memory(report: Report, checked: DossierReport, own: Sequence[str]) -> dict[str, Any]:
    """The dossier's part of the json report, without its record."""
    kept = replace(report, dossiers=(replace(checked, record=None),))
    return {**report_json(kept), OWN_FILES: [name for name in own if name != MEMORY]}


def _sender(organisation: Organisatie) -> Sender:
    lines = (
        organisation.ondertekenaar,
        organisation.ondertekenaar_functie,
        organisation.dienst,
        organisation.naam,
    )
    contact = (organisation.email, organisation.telefoon)
    return Sender(tuple(filter(None, lines)), tuple(filter(None, contact)))
