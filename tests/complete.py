"""Complete dossiers of invented people, as the json report of a check: the shortest way to a certificate."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from docgen.families.jobtraining.certificering import FEITEN
from docgen.families.jobtraining.record import Contactmoment, Verantwoordingsdocument
from docgen.model.report import DossierReport, Report
from docgen.model.rule import Finding, Outcome, Severity, Verdict
from docgen.reports.json_report import report_json

ON = date(2026, 7, 3)


def make_record(name: str | None = "Fientje Voorbeeld", **changes: Any) -> Verantwoordingsdocument:
    """A record with every field of the algemene informatie filled in."""
    fields = {
        "naam_deelnemer": name,
        "scholengroep": "Scholengroep 99",
        "ambt": "directeur",
        "instelling": "De Proeftuin",
        "algemeen_directeur": "Joris Model",
        "mentor_naam": "Greet Staaltje",
        "mentor_functie": "coach",
        "startdatum": date(2025, 9, 1),
        "einddatum": date(2026, 6, 30),
        "invuldatum": date(2026, 7, 1),
        "contactmomenten": (Contactmoment(datum=date(2025, 10, 1), thema="personeelsgericht"),),
    }
    return Verantwoordingsdocument(**(fields | changes))


def make_dossier(record: Verantwoordingsdocument | None, name: str = "", *, blocked: bool = False) -> DossierReport:
    """A checked dossier: complete, or with one blocking finding."""
    finding = Finding("tien-maanden", Severity.BLOCKING, "Er ontbreken dagen.", None, remedy="Kijk de datums na.")
    outcomes = [Outcome(rule, ()) for rule in FEITEN] + ([Outcome("tien-maanden", (finding,))] if blocked else [])
    verdict = Verdict.INCOMPLETE if blocked else Verdict.COMPLETE
    shown = name or (record and record.naam_deelnemer) or "zonder naam"
    return DossierReport(shown, "jobtraining", verdict, tuple(outcomes), (), record=record, checked_on=ON)


def write_report(path: Path, dossiers: Iterable[DossierReport]) -> Path:
    """Write the dossiers as a check would report them."""
    report = Report("0", ON, tuple(dossiers))
    path.write_text(json.dumps(report_json(report), ensure_ascii=False), encoding="utf-8")
    return path
