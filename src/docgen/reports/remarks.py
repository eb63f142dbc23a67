"""Findings as the sender of a dossier gets them: what blocks first, each with its place in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from docgen.model.form import Form, find_variant
from docgen.model.remark import Remark
from docgen.model.report import DossierReport
from docgen.model.rule import Finding, Severity
from docgen.model.value import Content, Place, RawForm
from docgen.reports.printable import printable
from docgen.reports.words import source_line

_CELL = re.compile(r"(.+)!([A-Z]{1,3}\d+)")


def make_remarks(dossier: DossierReport, contents: Iterable[Content], forms: Sequence[Form]) -> tuple[Remark, ...]:
    """The open findings that the sender can do something about, numbered; `contents` are the dossier's files."""
    opened = {content.name: content.found for content in contents}
    variants = [variant for form in forms for variant in form.variants]
    told = [finding for finding in dossier.open_findings if not finding.for_desk]
    ordered = [f for severity in (Severity.BLOCKING, Severity.ATTENTION) for f in told if f.severity is severity]
    remarks = list[Remark]()
    for number, finding in enumerate(ordered, start=1):
        found = opened.get(finding.place.file) if finding.place else None
        form = find_variant(variants, found.identity) if isinstance(found, RawForm) else None
        located = _locate(finding, found, form) if isinstance(found, RawForm) and form else finding
        label = _label(form, finding.key, located.key) if form else ""
        remarks.append(_remark(number, located, label))
    return tuple(remarks)


def desk_findings(dossier: DossierReport) -> tuple[Finding, ...]:
    """The open findings that the desk settles itself."""
    return tuple(finding for finding in dossier.open_findings if finding.for_desk)


def _locate(finding: Finding, found: RawForm, form: Form) -> Finding:
    """The finding with the very input it is about, as far as the form shows it."""
    places: Mapping[str, Place] = {**found.places, **{key: value.place for key, value in found.values.items()}}
    key = finding.key
    if key is not None and key in form.tables:
        key = _first_free(form, key, found)
    elif key is None and finding.place is not None and finding.place.spot:
        key = next((known for known, place in places.items() if place == finding.place), None)
    place = finding.place
    if key is not None and key in places and (place is None or not place.spot):
        place = places[key]
    return replace(finding, key=key, place=place)


def _first_free(form: Form, table: str, found: RawForm) -> str:
    """The first input of the first row in which it is empty; of the first row when none is."""
    name = form.tables[table].columns[0].name
    keys = [form.tables[table].question(row, name).key for row in form.tables[table].row_numbers]
    taken = {*found.values, *found.unreadable}
    return next((key for key in keys if key not in taken), keys[0])


def _label(form: Form, asked: str | None, key: str | None) -> str:
    """What the form prints at an input; for a table as a whole its title, and the row that is free."""
    question = form.question(key) if key else None
    if question is None:
        return ""
    if asked in form.tables:
        return f"“{question.table}”, rij {question.row}"
    return f"“{question.full_label}”"


def _remark(number: int, finding: Finding, label: str) -> Remark:
    return Remark(
        number=number,
        message=printable(finding.message),
        remedy=printable(finding.remedy) if finding.remedy else None,
        blocking=finding.severity is Severity.BLOCKING,
        where=printable(_where(finding, label)),
        why=source_line(finding.source) if finding.source else "",
        key=finding.key,
        place=finding.place,
    )


def _where(finding: Finding, label: str) -> str:
    """``formulier.xlsx, “Startdatum jobtraining” (blad “Formulier”, cel E12)``; empty where the message says it."""
    place = finding.place
    if place is None or (not place.spot and not label and place.file in finding.message):
        return ""
    spot = _CELL.sub(r"blad “\1”, cel \2", place.spot)
    if not label or label.strip("“”") in spot:
        return f"{place.file}, {spot}" if spot else place.file
    return f"{place.file}, {label} ({spot})" if spot else f"{place.file}, {label}"
