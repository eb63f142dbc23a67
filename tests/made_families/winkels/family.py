"""Shops in a list: one is in order when it sells something; its letter says so in the language of the shop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel

from docgen.model.family import Case, Family, Issue, Paper
from docgen.model.form import Ask, Form
from docgen.model.report import DossierReport
from docgen.model.rule import Observation, Severity, check_rules, conclude, decide_findings, rule
from docgen.model.sheet import Column, Sheet


class Taal(StrEnum):
    """The language that a shop is written to in."""

    NL = "NL"
    FR = "FR"


class Verkoper(BaseModel, frozen=True, extra="forbid"):
    """Somebody who sells."""

    naam: Annotated[str | None, Ask("Naam van de verkoper")] = None
    afdeling: Annotated[str | None, Ask("Afdeling")] = None


class Winkel(BaseModel, frozen=True, extra="forbid"):
    """One shop."""

    winkel: Annotated[str | None, Ask("Naam van de winkel", required=True, section="De winkel")] = None
    gemeente: Annotated[str | None, Ask("Gemeente")] = None
    taal: Annotated[Taal | None, Ask("Taal van de brief")] = None
    verkopers: Annotated[tuple[Verkoper, ...], Ask("Verkopers", rows=5)] = ()


WINKEL = Form("winkels", "winkel", 1, "Winkels", Winkel, is_list=True)


@rule("heeft-verkoper", Severity.BLOCKING, None, ruling="Een winkel zonder verkoper verkoopt niets.")
def _heeft_verkoper(record: Winkel) -> Iterator[Observation]:
    if not record.verkopers:
        yield Observation("De winkel heeft geen verkoper.", key="verkopers", remedy="Vul een verkoper in.")


def check(case: Case) -> DossierReport:
    """In order when there is a seller."""
    record = case.records[0].record if case.records else None
    if case.name == "STUK":
        message = "a fault on purpose"
        raise RuntimeError(message)
    outcomes = check_rules((_heeft_verkoper,), record) if record else ()
    outcomes = decide_findings(outcomes, case.decisions, case.name, case.peildatum)
    verdict = conclude(outcomes, readable=record is not None)
    return DossierReport(case.name, "winkels", verdict, outcomes, (), record, subject=record and record.winkel)


def _brief(dossiers: Sequence[DossierReport], _: Issue) -> tuple[Paper, ...]:
    return tuple(map(_paper, dossiers))


def _paper(dossier: DossierReport) -> Paper:
    record = dossier.record or Winkel()
    values = {"winkel": record.winkel or "", "kenmerk": dossier.name}
    return Paper(
        values,
        values,
        dossier.name,
        refusal=None if record.taal or record.verkopers else "Van deze winkel is niets geweten.",
        about=dossier.name,
        document="goedkeuring" if record.verkopers else "afkeuring",
        language=record.taal.value.lower() if record.taal else None,
    )


def _overview(dossiers: Sequence[DossierReport]) -> tuple[Sheet, ...]:
    rows = [(dossier.name, len(dossier.record.verkopers)) for dossier in dossiers if dossier.record]
    return (Sheet("Winkels", (Column("Winkel", 20), Column("Verkopers", 12)), rows),)


FAMILY = Family(
    name="winkels",
    title="Winkels",
    forms=(WINKEL,),
    check=check,
    recognises=lambda _: False,
    contexts=MappingProxyType({"brief": _brief}),
    samples=MappingProxyType({"brief": {"winkel": "De Voorbeeldwinkel", "kenmerk": "W-1"}}),
    rules=("heeft-verkoper",),
    overview=_overview,
)
