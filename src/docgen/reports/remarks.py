"""Findings as the sender of a dossier gets them: what blocks first, each with its place in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from docgen.model.form import Form, find_variant
from docgen.model.form_words import DUTCH
from docgen.model.remark import Remark
from docgen.model.report import DossierReport
from docgen.model.rule import Finding, Severity
from docgen.model.value import Content, Place, RawForm
from docgen.reports.french import say_in_french, source_in_french
from docgen.reports.printable import printable
from docgen.reports.words import source_line

_CELL = re.compile(r"(.+)!([A-Z]{1,3}\d+)")
_CELL_WORDS = {DUTCH: r"blad “\1”, cel \2", "fr": r"feuille « \1 », cellule \2"}


@dataclass(frozen=True)
class Returning:
    """How findings are told to a sender: the names his files have when they come back, and his language."""

    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    language: str = DUTCH


def make_remarks(
    dossier: DossierReport, contents: Iterable[Content], forms: Sequence[Form], how: Returning | None = None
) -> tuple[Remark, ...]:
    """The open findings that the sender can do something about, numbered; `contents` are the dossier's files."""
    opened = _forms_of(contents)
    variants = [variant for form in forms for variant in form.variants]
    told = [finding for finding in dossier.open_findings if not finding.for_desk]
    ordered = [f for severity in (Severity.BLOCKING, Severity.ATTENTION) for f in told if f.severity is severity]
    remarks = list[Remark]()
    for number, finding in enumerate(ordered, start=1):
        found = opened.get(finding.place.file) if finding.place else None
        form = find_variant(variants, found.identity) if found is not None else None
        located = _locate(finding, found, form) if found is not None and form else finding
        remarks.append(_remark(number, located, (finding.key, form), how or Returning()))
    return tuple(remarks)


def desk_sentences(dossier: DossierReport, language: str = DUTCH) -> tuple[str, ...]:
    """What the desk settles itself; many values of one file that were not read with certainty are one sentence."""
    own = [finding for finding in dossier.open_findings if finding.for_desk]
    doubted = Counter(_doubted_file(finding) for finding in own)
    said = list[str]()
    for finding in own:
        file = _doubted_file(finding)
        many = file is not None and doubted[file] >= _MANY
        said.append(_MANY_WORDS[language].format(file=file, count=doubted[file]) if many else _say(finding, language))
    return tuple(dict.fromkeys(said))


#: From so many values of one file on, they are told in one sentence.
_MANY = 3
_MANY_WORDS = {
    DUTCH: "In “{file}” zijn {count} waarden niet met zekerheid gelezen; wij vergelijken ze met het stuk.",
    "fr": "Dans « {file} », {count} valeurs n’ont pas été lues avec certitude ; nous les comparons à la pièce.",
}


def _forms_of(contents: Iterable[Content]) -> Mapping[str, RawForm]:
    """The form in each file that holds one."""
    return {content.name: content.found for content in contents if isinstance(content.found, RawForm)}


def _doubted_file(finding: Finding) -> str | None:
    return finding.place.file if finding.rule == "onzekere-lezing" and finding.place else None


def _say(finding: Finding, language: str) -> str:
    return finding.message if language == DUTCH else say_in_french(finding, None).message


def _locate(finding: Finding, found: RawForm, form: Form) -> Finding:
    """The finding with the very input it is about, as far as the form shows it."""
    places: Mapping[str, Place] = {**found.places, **{key: value.place for key, value in found.values.items()}}
    key = finding.key
    if key is not None and key in form.tables:
        key = _row_of(finding.place, places, key) or _first_free(form, key, found)
    elif key is None and finding.place is not None and finding.place.spot:
        there = [known for known, place in places.items() if place == finding.place]
        key = there[0] if len(there) == 1 else None
    place = finding.place
    if key is not None and key in places and (place is None or not place.spot):
        place = places[key]
    return replace(finding, key=key, place=place)


def _row_of(place: Place | None, places: Mapping[str, Place], table: str) -> str | None:
    """The input of the table that stands at the place of the finding, where it names a spot."""
    if place is None or not place.spot:
        return None
    return next((key for key, there in places.items() if there == place and key.startswith(f"{table}__")), None)


def _first_free(form: Form, table: str, found: RawForm) -> str:
    """The first input of the first row in which it is empty; of the first row when none is."""
    name = form.tables[table].columns[0].name
    keys = [form.tables[table].question(row, name).key for row in form.tables[table].row_numbers]
    taken = {*found.values, *found.unreadable, *found.pictures}
    return next((key for key in keys if key not in taken), keys[0])


def _label(form: Form, asked: str | None, key: str | None) -> str:
    """What the form prints at an input; for a table as a whole its title, and the row that is free."""
    question = form.question(key) if key else None
    if question is None:
        return ""
    if asked in form.tables:
        return f"“{question.table}”, rij {question.row}"
    return f"“{question.full_label}”"


def _remark(number: int, finding: Finding, asked: tuple[str | None, Form | None], how: Returning) -> Remark:
    key, form = asked
    label = _label(form, key, finding.key) if form else ""
    message, remedy = finding.message, finding.remedy
    if how.language != DUTCH:
        question = form.question(finding.key) if form and finding.key else None
        saying = say_in_french(finding, question)
        message, remedy = saying.message, saying.remedy
    return Remark(
        number=number,
        message=printable(message),
        remedy=printable(remedy) if remedy else None,
        blocking=finding.severity is Severity.BLOCKING,
        where=printable(_where(finding, label, how)),
        why=_why(finding, how.language),
        key=finding.key,
        place=finding.place,
    )


def _why(finding: Finding, language: str) -> str:
    if finding.source is None:
        return ""
    return source_line(finding.source) if language == DUTCH else source_in_french(finding.source)


def _where(finding: Finding, label: str, how: Returning) -> str:
    """``formulier.xlsx, “Startdatum jobtraining” (blad “Formulier”, cel E12)``; empty where the message says it."""
    place = finding.place
    if place is None or (not place.spot and not label and place.file in finding.message):
        return ""
    spot, file = _CELL.sub(_CELL_WORDS[how.language], place.spot), how.names.get(place.file, place.file)
    if how.language != DUTCH:
        spot, label = _spot_in_french(spot), _spot_in_french(label).replace("“", "« ").replace("”", " »")
    if not label or label.strip("“”« »") in spot or _title_of(label) in spot:
        return f"{file}, {spot}" if spot else file
    return f"{file}, {label} ({spot})" if spot else f"{file}, {label}"


def _title_of(label: str) -> str:
    """What stands between the quotation marks: the title of a table whose row is named behind it."""
    return re.sub(r"^[“« ]+|[”»].*$", "", label).strip()


def _spot_in_french(spot: str) -> str:
    """``page 2, ligne 3``: the places that readers name."""
    for dutch, french in _PLACES:
        spot = spot.replace(dutch, french)
    return spot


_PLACES = (
    ("bladzijde ", "page "), ("tabel ", "tableau "), ("rij ", "ligne "), ("alinea ", "paragraphe "),
    ("regel ", "ligne "), ("veld ", "champ "),
)  # fmt: skip
