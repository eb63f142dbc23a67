"""What the certificate prints: a checked begeleidingsverslag becomes a paper, nothing is judged twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from docgen.dates import Period, format_date_words
from docgen.families.trajecten.certificering import certificaat_subject, refuse_certificaat
from docgen.families.trajecten.formulieren import AZ
from docgen.families.trajecten.record import VerslagAz, VerslagSelectietests, VerslagVoorzitter
from docgen.families.trajecten.stappen import Gedaan, list_gedaan
from docgen.model.family import Issue, Paper
from docgen.model.form_words import DUTCH
from docgen.model.letterhead import day_values, sender_values
from docgen.model.report import DossierReport
from docgen.text import enumerate_words

#: The name of each certificate, the headings of the source (§ Consultant A tot Z and the two below it); the French is
#: docgen's own.
_TRAJECTEN: Mapping[type, Mapping[str, str]] = {
    VerslagAz: {"nl": "Consultant A tot Z", "fr": "Consultant de A à Z"},
    VerslagVoorzitter: {"nl": "Interviewvoorzitter", "fr": "Président d’entretien"},
    VerslagSelectietests: {"nl": "Consultant selectietests", "fr": "Consultant tests de sélection"},
}
_NO_BREAK = "\u00a0"
_AND = {"nl": "en", "fr": "et"}
_UNTIL = {"nl": "van {first} tot en met {last}", "fr": "du {first} au {last}"}


def certificaat(dossiers: Sequence[DossierReport], issue: Issue) -> Sequence[Paper]:
    """One certificate per dossier, in the language of its form unless another is asked for."""
    return [_certificaat(dossier, issue) for dossier in dossiers]


def _certificaat(dossier: DossierReport, issue: Issue) -> Paper:
    record = dossier.record if type(dossier.record) in _TRAJECTEN else VerslagAz()
    gedaan = list_gedaan(record, dossier.checked_on or issue.on, _words_of(issue))
    facts = _facts(record, issue)
    refusal = refuse_certificaat(dossier, gedaan, issue.on)
    return Paper(
        values={
            "organisatie": sender_values(issue),
            **facts,
            "dienst_testing": isinstance(record, VerslagSelectietests),
            "stappen": [{"wat": each.wat, "wanneer": _say_days(each, _words_of(issue))} for each in gedaan],
            **day_values(issue),
        },
        record=_as_record(facts, gedaan, issue),
        subject=certificaat_subject(record, gedaan),
        refusal=refusal.sentence if refusal else None,
        rules=refusal.rules if refusal else (),
        about=dossier.name,
        language=dossier.language,
    )


def _facts(record: Any, issue: Issue) -> dict[str, Any]:  # noqa: ANN401 - any of the three verslagen
    keuze, naam = getattr(record, "mentor_keuze", None), getattr(record, "mentor_naam", None)
    return {
        "nummer": issue.number or "",
        "mentee": {"naam": record.naam_mentee or ""},
        "klantenorganisatie": record.klantenorganisatie or "",
        "traject": _TRAJECTEN[type(record)][_words_of(issue)],
        "mentor": {"naam": naam or "", "keuze": _show_keuze(str(keuze), _words_of(issue)) if naam and keuze else ""},
    }


def _words_of(issue: Issue) -> str:
    """The language of the family's own words: that of the document, or Dutch where they do not exist in it."""
    return issue.language if issue.language in AZ.languages else DUTCH


def _show_keuze(keuze: str, language: str) -> str:
    return AZ.in_language(language).questions["mentor_keuze"].show(keuze)


def _as_record(facts: Mapping[str, Any], gedaan: Sequence[Gedaan], issue: Issue) -> dict[str, Any]:
    """The facts that the certificate prints, dates as ISO: what travels inside the PDF."""
    organisatie = issue.settings.organisatie.in_language(issue.language)
    return {
        **facts,
        "stappen": [{"wat": each.wat, "wanneer": [_as_iso(period) for period in each.periods]} for each in gedaan],
        "datum": issue.on.isoformat(),
        "plaats": organisatie.plaats,
        "organisatie": {"naam": organisatie.naam, "dienst": organisatie.dienst},
    }


def _as_iso(period: Period) -> dict[str, str]:
    return {"van": period.first.isoformat(), "tot": period.last.isoformat()}


def _say_days(gedaan: Gedaan, language: str) -> str:
    return enumerate_words([_say_period(period, language) for period in gedaan.periods], _AND[language])


def _say_period(period: Period, language: str) -> str:
    first, last = (format_date_words(day, language).replace(" ", _NO_BREAK) for day in (period.first, period.last))
    return first if first == last else _UNTIL[language].format(first=first, last=last)


#: The contexts by the name that `document.toml` uses.
CONTEXTS: Mapping[str, Callable[[Sequence[DossierReport], Issue], Sequence[Paper]]] = MappingProxyType(
    {certificaat.__name__: certificaat}
)
