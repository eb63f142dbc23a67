"""Write what goes back to the sender of each dossier that is not complete: his files with remarks, and a letter.

A dossier's folder holds its files again, marked where there is something to say, so that they can be mended there and
checked anew: `nazicht.json` remembers what was found. A list of subjects goes back as one folder, marked as a whole.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from docgen.actions.collect_dossiers import Dossier
from docgen.actions.confidential import conceal_files
from docgen.actions.dossier_file import DossierFile
from docgen.actions.file_names import make_file_name, name_folders, tell_apart
from docgen.actions.read_dossier import read_documents, read_dossier
from docgen.actions.redraw_paper import make_redraw
from docgen.actions.remembered_check import MEMORY, OWN_FILES
from docgen.actions.returned_files import ReturnedFiles
from docgen.actions.write_file import write_folder
from docgen.dates import format_date_words
from docgen.errors import DocgenError, SetupError, UnreadableFileError
from docgen.families.discover import find_families
from docgen.formats.door import open_parts
from docgen.formats.kind import FileKind, recognise_kind
from docgen.model.form import Form
from docgen.model.form_words import DUTCH
from docgen.model.remark import Remark, Return
from docgen.model.report import DossierReport, Report
from docgen.model.rule import Verdict
from docgen.model.value import Content
from docgen.reports.in_order import name_in_order
from docgen.reports.json_report import report_json
from docgen.reports.letter import Letter, Sender, letter_html, letter_text
from docgen.reports.letter_words import LETTER_WORDS
from docgen.reports.printable import printable
from docgen.reports.remarks import Returning, desk_sentences, make_remarks
from docgen.settings import Organisatie, Settings

LETTER, LETTER_HTML = "brief.txt", "brief.html"
_OWN = (LETTER, LETTER_HTML, MEMORY)

_SUFFIXES = {FileKind.XLSX: "xlsx", FileKind.DOCX: "docx", FileKind.PDF: "pdf"}


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

    def list_of(self, sha256: str) -> DossierFile | None:
        """The list with these bytes."""
        return self._lists.get(sha256)

    @cached_property
    def _lists(self) -> dict[str, DossierFile]:
        files = (file for dossier in self._dossiers for file in read_documents(dossier) if file.data is not None)
        return {hashlib.sha256(file.data or b"").hexdigest(): file for file in files}

    @cached_property
    def _concealed(self) -> dict[frozenset[str], list[DossierFile]]:
        found = ([*filter(_is_document, conceal_files(read_dossier(dossier)))] for dossier in self._dossiers)
        return {frozenset(hashlib.sha256(file.data or b"").hexdigest() for file in files): files for files in found}


def _is_document(file: DossierFile) -> bool:
    return not (file.aside or file.is_letter)


def _is_confidential(checked: DossierReport) -> bool:
    family = find_families().get(checked.family)
    return family is not None and family.confidential


@dataclass(frozen=True)
class _Parcel:
    """What goes back together: one dossier, or all that is not complete in one list, with the files it came in."""

    name: str
    dossiers: tuple[DossierReport, ...]
    files: tuple[DossierFile, ...]
    listed: DossierFile | None = None

    @property
    def language(self) -> str:
        """That of its form; Dutch where nothing says otherwise."""
        language = self.dossiers[0].language or DUTCH
        return language if language in LETTER_WORDS else DUTCH

    @property
    def verdict(self) -> Verdict:
        """The one that asks most of the sender."""
        order = (Verdict.INCOMPLETE, Verdict.UNREADABLE, Verdict.TO_REVIEW)
        return min((checked.verdict for checked in self.dossiers), key=order.index)

    @property
    def what(self) -> str:
        """What came in, as the letter calls it."""
        words, checked = LETTER_WORDS[self.language], self.dossiers[0]
        if self.listed is not None:
            return printable(words.of_list.format(name=self.listed.name))
        form = words.of_person if checked.subject else words.of_reference
        return printable(form.format(name=checked.subject or checked.name))


@dataclass(frozen=True)
class _Desk:
    """What the office brings to every parcel."""

    report: Report
    settings: Settings

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form that a file may be."""
        return tuple(form for family in find_families().values() for form in family.forms if not form.is_list)

    def open(self, file: DossierFile) -> tuple[Content, ...]:
        """The documents in one file, as they were opened to be checked."""
        redraw = make_redraw(find_families(), self.settings, self.report.peildatum)
        return open_parts(file.name, file.data or b"", self.forms, redraw=redraw)


def write_corrections(report: Report, dossiers: Sequence[Dossier], folder: Path, settings: Settings) -> Corrections:
    """Write a folder per dossier that is not complete; one that cannot be written does not stop the others."""
    desk = _Desk(report, settings)
    parcels = list(_make_parcels(report, dossiers))
    names = name_folders(parcel.name for parcel in parcels)
    written, faults = dict[str, Path](), list[str]()
    for parcel, name in zip(parcels, names, strict=True):
        try:
            place = write_folder(folder / name, _fill_folder(parcel, desk))
        except DocgenError as error:
            faults.append(str(error))
        else:
            written.update((checked.name, place) for checked in parcel.dossiers)
    return Corrections(written, tuple(faults))


def _make_parcels(report: Report, dossiers: Sequence[Dossier]) -> Iterator[_Parcel]:
    find = _Finder(dossiers)
    failed = {failure.dossier for failure in report.failures}
    stray = {dossier.name for dossier in dossiers if dossier.loose}
    lists: dict[str, list[DossierReport]] = {}
    for checked in report.dossiers:
        if checked.verdict is Verdict.COMPLETE or checked.name in failed | stray:
            continue
        if checked.is_listed:
            lists.setdefault(checked.files[0].sha256, []).append(checked)
        else:
            yield _Parcel(checked.name, (checked,), tuple(find.files_of(checked)))
    for sha256, found in lists.items():
        if (listed := find.list_of(sha256)) is not None:
            yield _Parcel(Path(listed.name).stem, tuple(found), (listed,), listed)


def _fill_folder(parcel: _Parcel, desk: _Desk) -> dict[str, bytes]:
    for checked in parcel.dossiers:
        _refuse_changed(checked, parcel.files)
    names = dict(zip((file.name for file in parcel.files), _new_names(parcel), strict=True))
    opened = {file.name: desk.open(file) for file in parcel.files if file.name in _pointed_at(parcel)}
    how = Returning(names, parcel.language)
    remarks = tuple(_make_remarks(parcel, opened, desk, how))
    day = format_date_words(desk.report.peildatum, parcel.language)
    words, what = LETTER_WORDS[parcel.language], parcel.what
    around = Return(
        title=words.title.format(what=what.partition(" ")[2]),
        intro=(words.intro.format(day=day),),
        remarks=remarks,
        on=desk.report.peildatum,
        language=parcel.language,
    )
    filled = ReturnedFiles(around, desk.forms)
    for file in parcel.files:
        if parcel.listed is not None and opened.get(file.name):
            filled.add_list(file, names[file.name], opened[file.name][0])
        else:
            filled.add(file, names[file.name], opened.get(file.name, ()))
    letter = Letter(
        what=what,
        verdict=parcel.verdict,
        remarks=remarks,
        desk=_desk_sentences(parcel),
        files=filled.sentences,
        sender=_sender(desk.settings.organisatie.in_language(parcel.language)),
        on=desk.report.peildatum,
        in_order=() if parcel.listed else name_in_order(parcel.dossiers[0], parcel.language),
        language=parcel.language,
    )
    memory = json.dumps(_memory(desk.report, parcel, [*_OWN, *filled.own]), ensure_ascii=False, indent=1)
    return {
        LETTER: letter_text(letter).encode("utf-8", "replace"),
        LETTER_HTML: letter_html(letter).encode("utf-8", "xmlcharrefreplace"),
        MEMORY: memory.encode("utf-8", "backslashreplace"),
        **filled.files,
    }


def _pointed_at(parcel: _Parcel) -> frozenset[str]:
    """The files on which the sender has something to do: only these are opened again."""
    asked = (finding for checked in parcel.dossiers for finding in checked.open_findings if not finding.for_desk)
    return frozenset(finding.place.file for finding in asked if finding.place is not None)


def _make_remarks(
    parcel: _Parcel, opened: Mapping[str, Sequence[Content]], desk: _Desk, how: Returning
) -> Iterator[Remark]:
    """The remarks on all dossiers of the parcel, numbered through; those of a list say whose they are."""
    contents = [content for parts in opened.values() for content in parts]
    of_file = {content.name: name for name, parts in opened.items() for content in parts}
    found = [(c, remark) for c in parcel.dossiers for remark in make_remarks(c, contents, desk.forms, how)]
    ordered = sorted(found, key=lambda pair: not pair[1].blocking) if parcel.listed else found
    for number, (checked, remark) in enumerate(ordered, start=1):
        said = _say_whose(checked, remark.message) if parcel.listed else remark.message
        yield replace(_on_file(remark, of_file), number=number, message=said)


def _say_whose(checked: DossierReport, message: str) -> str:
    """Put the subject of a list before a sentence: ``Proefdienst: er is geen PRO Partner doorgegeven.``."""
    return f"{printable(checked.subject or checked.name)}: {message[:1].lower()}{message[1:]}"


def _desk_sentences(parcel: _Parcel) -> list[str]:
    said = [(checked, text) for checked in parcel.dossiers for text in desk_sentences(checked, parcel.language)]
    return [_say_whose(checked, text) if parcel.listed else text for checked, text in said]


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


def _new_names(parcel: _Parcel) -> Iterator[str]:
    """The names that the files have in their folder, apart from our own; of a confidential one its reference."""
    checked = parcel.dossiers[0]
    before = [checked.name] if _is_confidential(checked) else []
    names = tell_apart([*_OWN, *(_safe_name(file, before) for file in parcel.files)])
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


def _memory(report: Report, parcel: _Parcel, own: Sequence[str]) -> dict[str, Any]:
    """The part of the json report on what goes back, without its records."""
    kept = replace(report, dossiers=tuple(replace(checked, record=None) for checked in parcel.dossiers))
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
