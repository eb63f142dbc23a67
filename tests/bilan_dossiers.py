"""Build competentiebilan cases for tests in memory: a request and a summary in order, and changes to them; invented."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from docgen.families.competentiebilan.aanvraag import AANVRAAG, Aanvraag, Afwezigheid
from docgen.families.competentiebilan.keuzes import Indiener, JaNeen, Reden, Situatie, Soort, Wijze
from docgen.families.competentiebilan.samenvatting import (
    SAMENVATTING,
    Competentie,
    Opleiding,
    Piste,
    Samenvatting,
    Stap,
)
from docgen.model.family import Case
from docgen.model.form import Form
from docgen.model.record import flatten_record
from docgen.model.rule import Decision
from docgen.model.value import Content, Place, RawForm, RawValue, Text, Unread
from docgen.settings import Settings

PEILDATUM = date(2026, 9, 15)
NAAM = "Fientje Voorbeeld"
AANVRAAG_RECORD = Aanvraag(
    ingediend_door=Indiener.ORGANISATIE,
    organisatie="Federale Dienst Proefmeting",
    contact_naam="Joris Model",
    contact_functie="hr-adviseur",
    medewerker_naam=NAAM,
    situatie=Situatie.RE_INTEGRATIE,
)
SAMENVATTING_RECORD = Samenvatting(
    deelnemer=NAAM,
    begeleider="Greet Staaltje",
    onthaal=date(2026, 6, 1),
    instemming=date(2026, 6, 1),
    gesprek=date(2026, 6, 15),
    laatste_test=date(2026, 6, 22),
    feedback=date(2026, 7, 6),
    parcours=(Stap(periode="2010 – 2026", functie="Dossierbeheerder"),),
    opleidingen=(Opleiding(jaar="2008", opleiding="Secretariaat en talen"),),
    competenties=(
        Competentie(competentie="Samenwerken", soort=Soort.GENERIEK, wijze=Wijze.STAR),
        Competentie(competentie="Rekenbladen", soort=Soort.DIGITAAL, wijze=Wijze.TEST),
    ),
    ontwikkeling=(Piste(piste="Leren werken met gegevens"),),
    orientering=(Piste(piste="Nieuwe collega’s begeleiden"),),
)


def request(**changes: Any) -> Aanvraag:
    """The request in order, with some fields changed."""
    return AANVRAAG_RECORD.model_copy(update=changes)


def summary(**changes: Any) -> Samenvatting:
    """The summary in order, with some fields changed."""
    return SAMENVATTING_RECORD.model_copy(update=changes)


def absence(first: date | None, last: date | None, reden: Reden | None = Reden.ZIEKTE) -> Afwezigheid:
    """One row of absences."""
    return Afwezigheid(eerste_dag=first, laatste_dag=last, reden=reden)


def back_after(
    situatie: Situatie, *rows: Afwezigheid, returns: JaNeen | None = JaNeen.NEEN, **changes: Any
) -> Aanvraag:
    """A request for somebody who comes back after these absences."""
    return request(situatie=situatie, afwezigheden=rows, terugkeer_functie=returns, **changes)


def file(name: str, found: RawForm | Text | Unread, data: str | None = None) -> Content:
    """One opened file; its SHA-256 follows from `data`, else from its name."""
    return Content(name, hashlib.sha256((data or name).encode()).hexdigest(), found)


def form(filled: Aanvraag | Samenvatting, name: str | None = None, **raw: Any) -> Content:
    """The form as a reader of files gives it; `language` and `reference` are those of the file."""
    declared: Form = AANVRAAG if isinstance(filled, Aanvraag) else SAMENVATTING
    named = name or f"{declared.name}.xlsx"
    values = {key: RawValue(value, Place(named, key)) for key, value in flatten_record(filled).items()}
    identity = declared.in_language(raw.pop("language", "nl")).identity(raw.pop("reference", None))
    data = raw.pop("data", None)
    return file(named, RawForm(identity, values | raw.pop("values", {}), **raw), data)


def case(*contents: Content, decisions: tuple[Decision, ...] = (), records: tuple[Any, ...] = ()) -> Case:
    """One dossier on the day of the tests."""
    return Case("dossier-7", contents, PEILDATUM, Settings(), decisions=decisions, records=records)
