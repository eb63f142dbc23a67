"""What the summary prints (§ Feedbackfase): the counsellor's record in the language of the participant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from docgen.dates import format_date_words
from docgen.families.competentiebilan.delen import filled_rows
from docgen.families.competentiebilan.keuzes import WIJZE_FR, JaNeen, Soort
from docgen.families.competentiebilan.samenvatting import Competentie, Samenvatting
from docgen.families.competentiebilan.weigeren import find_refusals, refuse_samenvatting
from docgen.model.family import Issue, Paper
from docgen.model.letterhead import day_values, sender_values
from docgen.model.report import DossierReport

#: "(weten)", "(kunnen)" and "(doen)": the parts of the zelfreflectie (§ Verkennende fase).
_REFLECTION = ("weten", "kunnen", "doen")
#: The days of § Onthaalfase, § Verkennende fase and § Feedbackfase that the page prints.
_PHASES = ("onthaal", "instemming", "gesprek", "laatste_test", "feedback")


def samenvatting(dossiers: Sequence[DossierReport], issue: Issue) -> Sequence[Paper]:
    """One summary per dossier, for the participant, who alone shares it "op eigen initiatief" (§ Feedbackfase)."""
    return [_samenvatting(dossier, issue) for dossier in dossiers]


def _samenvatting(dossier: DossierReport, issue: Issue) -> Paper:
    record = dossier.record if isinstance(dossier.record, Samenvatting) else Samenvatting()
    facts = {"kenmerk": dossier.reference or "", **_facts(record, issue)}
    refusal = refuse_samenvatting(dossier, issue.on)
    return Paper(
        values={
            **facts,
            "feedback_gepland": record.feedback is not None and record.feedback > issue.on,
            "organisatie": sender_values(issue),
            **day_values(issue),
        },
        record=facts,
        subject=dossier.name,
        refusal=refusal,
        rules=find_refusals(dossier, issue.on) if refusal else (),
        about=dossier.name,
        language=record.taal.code if record.taal else dossier.language,
    )


def _facts(record: Samenvatting, issue: Issue) -> dict[str, Any]:
    """All that the record says on the page, as it says it there."""
    wanted = record.zelfreflectie is JaNeen.JA
    return {
        "deelnemer": record.deelnemer or "",
        "begeleider": record.begeleider or "",
        **{name: _words(getattr(record, name), issue.language) for name in _PHASES},
        "parcours": _rows(record.parcours),
        "opleidingen": _rows(record.opleidingen),
        "generieke_competenties": _examined(record, Soort.GENERIEK, issue.language),
        "technische_competenties": _examined(record, Soort.TECHNISCH, issue.language),
        "digitale_competenties": _examined(record, Soort.DIGITAAL, issue.language),
        "andere_competenties": _examined(record, None, issue.language),
        "zelfreflectie": {name: (getattr(record, name) if wanted else None) or "" for name in _REFLECTION},
        "ontwikkeling": _rows(record.ontwikkeling),
        "orientering": _rows(record.orientering),
    }


def _rows(rows: Sequence[Any]) -> list[dict[str, str]]:
    return [{name: getattr(row, name) or "" for name in type(row).model_fields} for _, row in filled_rows(rows)]


def _examined(record: Samenvatting, soort: Soort | None, language: str) -> list[dict[str, str]]:
    rows = [row for _, row in filled_rows(record.competenties) if isinstance(row, Competentie) and row.soort is soort]
    return [
        {"competentie": row.competentie or "", "wijze": _how(row, language), "bevinding": row.bevinding or ""}
        for row in rows
    ]


def _how(row: Competentie, language: str) -> str:
    if row.wijze is None:
        return ""
    return WIJZE_FR[row.wijze] if language == "fr" else str(row.wijze)


def _words(value: date | None, language: str) -> str:
    return format_date_words(value, language) if value else ""


#: The contexts by the name that `document.toml` uses.
CONTEXTS: Mapping[str, Callable[[Sequence[DossierReport], Issue], Sequence[Paper]]] = MappingProxyType(
    {"samenvatting": samenvatting}
)
