"""Build trajecten cases for tests in memory: each form in order in every way, and changes to it; all invented."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from pydantic import BaseModel

from docgen.families.trajecten.formulieren import FORMS
from docgen.families.trajecten.record import (
    BegeleidDeel,
    BegeleideFase,
    BegeleideStap,
    Deel,
    Fase,
    Interview,
    MentorKeuze,
    Selectie,
    Stap,
    VerslagAz,
    VerslagSelectietests,
    VerslagVoorzitter,
)
from docgen.model.family import Case
from docgen.model.record import flatten_record
from docgen.model.value import Content, Place, RawForm, RawValue
from docgen.settings import Settings

PEILDATUM = date(2026, 9, 15)
NAAM, MENTOR = "Mentie Voorbeeld", "Maarten Staaltje"


def day(month: int, number: int) -> date:
    """A day in the year of the tests."""
    return date(2026, month, number)


def steps(**by_row: dict[str, Any]) -> tuple[BegeleideStap, ...]:
    """The six printed steps with their days, and fields of some rows changed: ``steps(r3={"einddatum": None})``."""
    rows = [(selectie, stap) for selectie in Selectie for stap in Stap]
    return tuple(
        BegeleideStap(
            selectie=selectie,
            stap=stap,
            datum=day(number, 12),
            einddatum=day(number + 1, 20) if stap is Stap.ONDERSTEUNING else None,
        ).model_copy(update=by_row.get(f"r{number}", {}))
        for number, (selectie, stap) in enumerate(rows, start=1)
    )


def phases(*days: date | None) -> tuple[BegeleideFase, ...]:
    """The three printed phases with these days; further days are of the phase observator."""
    names = [*Fase, *[Fase.OBSERVATOR] * (len(days) - 3)]
    return tuple(BegeleideFase(fase=fase, datum=each) for fase, each in zip(names, days, strict=True))


def parts(*spans: tuple[date | None, date | None]) -> tuple[BegeleidDeel, ...]:
    """The two printed parts with the days of their first and last phase; further spans are of the first part."""
    names = [*Deel, *[Deel.CASES] * (len(spans) - 2)]
    return tuple(
        BegeleidDeel(deel=deel, kwaliteitsanalyse=first, finale_versie=last)
        for deel, (first, last) in zip(names, spans, strict=True)
    )


_MENTORED = {"naam_mentee": NAAM, "mentor_keuze": MentorKeuze.BOSA, "mentor_naam": MENTOR}
AZ = VerslagAz(
    **_MENTORED,
    klantenorganisatie="FOD Proefneming",
    eerste_selectie="PROEF-1",
    tweede_selectie="PROEF-2",
    stappen=steps(),
    interviews=(Interview(datum=day(3, 3)),),
)
CHAIR = VerslagVoorzitter(**_MENTORED, fasen=phases(day(2, 1), day(3, 1), day(4, 1)))
TESTS = VerslagSelectietests(naam_mentee=NAAM, delen=parts((day(1, 5), day(3, 6)), (day(4, 7), day(6, 8))))


def form(filled: BaseModel, name: str = "verslag.xlsx", **raw: Any) -> Content:
    """The form as a reader of files gives it; `values` lie over those of the record."""
    declared = next(form for form in FORMS if isinstance(filled, form.record))
    values = {key: RawValue(value, Place(name, key)) for key, value in flatten_record(filled).items()}
    odd = {key: RawValue(value, Place(name, key)) for key, value in raw.pop("values", {}).items()}
    data = raw.pop("data", name)
    return Content(name, _digest(data), RawForm(declared.identity(), values | odd, **raw))


def other_file(name: str, found: Any) -> Content:
    """A file that is no form."""
    return Content(name, _digest(name), found)


def _digest(data: str) -> str:
    return hashlib.sha256(data.encode()).hexdigest()


def case(*files: BaseModel | Content, **changes: Any) -> Case:
    """A dossier of these records or files."""
    contents = tuple(file if isinstance(file, Content) else form(file) for file in files)
    given = {"peildatum": PEILDATUM, "settings": Settings()}
    return Case("Mentie-Voorbeeld", contents, **(given | changes))


def rows(report: Any) -> list[tuple[str, str, str | None]]:
    """The findings as rows: rule, severity, key."""
    return [(finding.rule, finding.severity.value, finding.key) for finding in report.findings]
