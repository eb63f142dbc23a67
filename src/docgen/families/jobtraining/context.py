"""What the documents of jobtraining print: checked dossiers become papers, nothing is judged or computed twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from docgen.dates import format_date, format_date_words
from docgen.families.jobtraining.certificering import certificaat_subject, refuse_certificaat
from docgen.families.jobtraining.record import (
    VERANTWOORDINGSDOCUMENT,
    Contactmoment,
    Initiatief,
    Verantwoordingsdocument,
)
from docgen.model.family import Issue, Paper
from docgen.model.letterhead import day_values, sender_values
from docgen.model.record import flatten_record
from docgen.model.record_code import CODE_SIDE, pack_record
from docgen.model.report import DossierReport
from docgen.model.rich import Code
from docgen.model.rule import Finding, Severity
from docgen.text import fold

_NOT_READ = "Er is geen verantwoordingsdocument gelezen."


def certificaat(dossiers: Sequence[DossierReport], issue: Issue) -> Sequence[Paper]:
    """One certificate per dossier (§ 8), for the algemeen directeur to sign (§ 4.3)."""
    return [_certificaat(dossier, issue) for dossier in dossiers]


def _certificaat(dossier: DossierReport, issue: Issue) -> Paper:
    record = _record_of(dossier)
    certified = _certified(record, issue)
    values = {
        "organisatie": sender_values(issue),
        **certified,
        "startdatum_kort": _short(record.startdatum),
        "einddatum_kort": _short(record.einddatum),
        **day_values(issue),
    }
    refusal = refuse_certificaat(dossier, issue)
    return Paper(
        values=values,
        record=_as_record(record, issue),
        subject=certificaat_subject(record),
        refusal=refusal.sentence if refusal else None,
        rules=refusal.rules if refusal else (),
        about=dossier.name,
    )


def _certified(record: Verantwoordingsdocument, issue: Issue) -> dict[str, Any]:
    return {
        "nummer": issue.number or "",
        "trainee": {"naam": record.naam_deelnemer or ""},
        "ambt": record.ambt or "",
        "instelling": record.instelling or "",
        "scholengroep": record.scholengroep or "",
        "algemeen_directeur": record.algemeen_directeur or "",
        "mentor": {"naam": record.mentor_naam or "", "functie": record.mentor_functie or ""},
        "startdatum": _words(record.startdatum),
        "einddatum": _words(record.einddatum),
    }


def _as_record(record: Verantwoordingsdocument, issue: Issue) -> dict[str, Any]:
    """The facts that the certificate (§ 8) prints, dates as ISO: what travels inside the PDF."""
    return {
        **{key: value for key, value in _certified(record, issue).items() if key != "mentor"},
        "startdatum": record.startdatum.isoformat() if record.startdatum else "",
        "einddatum": record.einddatum.isoformat() if record.einddatum else "",
        "datum": issue.on.isoformat(),
        "plaats": issue.settings.organisatie.plaats,
        "organisatie": {"naam": issue.settings.organisatie.naam, "dienst": issue.settings.organisatie.dienst},
    }


def begeleidende_brief(dossiers: Sequence[DossierReport], issue: Issue) -> Sequence[Paper]:
    """One letter per scholengroep, to its algemeen directeur, listing the certificates enclosed (§ 4.3)."""
    groups: dict[str, list[Verantwoordingsdocument]] = defaultdict(list)
    for record in map(_record_of, dossiers):
        groups[fold(record.scholengroep or "")].append(record)
    return [_brief(group, records, issue) for group, records in sorted(groups.items())]


def _brief(group: str, records: Sequence[Verantwoordingsdocument], issue: Issue) -> Paper:
    numbered = [(issue.numbers("certificaat", certificaat_subject(record)), record) for record in records]
    enclosed = sorted(
        ({**_listed(record), "nummer": number} for number, record in numbered if number), key=lambda row: row["nummer"]
    )
    issued = [record for number, record in numbered if number]
    values: dict[str, Any] = {
        "organisatie": sender_values(issue),
        "scholengroep": _most_used([record.scholengroep for record in issued or records]),
        "algemeen_directeur": _most_used([record.algemeen_directeur for record in issued or records]),
        **day_values(issue),
        "certificaten": enclosed,
        "aantal": len(enclosed),
    }
    return Paper(
        values=values,
        record={"scholengroep": values["scholengroep"], "certificaten": enclosed, "datum": issue.on.isoformat()},
        subject=group,
        refusal=None if enclosed else _NO_CERTIFICATE if group else _NO_SCHOLENGROEP,
        notes=tuple(_say_left_out(len(records) - len(enclosed))) if enclosed else (),
        about=values["scholengroep"] or "zonder scholengroep",
        needless=not enclosed,
    )


_NO_CERTIFICATE = "Voor deze scholengroep is nog geen certificaat uitgereikt; maak eerst de certificaten."
_NO_SCHOLENGROEP = "Deze dossiers noemen geen scholengroep en hebben geen certificaat."


def _listed(record: Verantwoordingsdocument) -> dict[str, str]:
    return {
        "naam": record.naam_deelnemer or "",
        "ambt": record.ambt or "",
        "instelling": record.instelling or "",
        "startdatum": _words(record.startdatum),
        "einddatum": _words(record.einddatum),
    }


def _say_left_out(number: int) -> list[str]:
    if not number:
        return []
    if number == 1:
        return ["Eén dossier heeft nog geen certificaat en staat niet in de brief."]
    return [f"{number} dossiers hebben nog geen certificaat en staan niet in de brief."]


def verantwoordingsdocument(dossiers: Sequence[DossierReport], issue: Issue) -> Sequence[Paper]:
    """The record as a finished document, laid out as the sjabloon (§ 9); an empty field prints as nothing."""
    return [_verantwoordingsdocument(dossier, issue) for dossier in dossiers]


def _verantwoordingsdocument(dossier: DossierReport, issue: Issue) -> Paper:
    record = _record_of(dossier)
    fields = {
        name: _text(getattr(record, name))
        for name in type(record).model_fields
        if name not in ("contactmomenten", "initiatieven")
    }
    tables = {
        "contactmomenten": [_row(row) for row in record.contactmomenten],
        "initiatieven": [_row(row) for row in record.initiatieven],
    }
    refusal, rules = _refuse_verantwoordingsdocument(dossier)
    return Paper(
        values={
            **fields,
            **tables,
            "codes": _make_codes(dossier),
            "organisatie": sender_values(issue),
            **day_values(issue),
        },
        record={**fields, **tables},
        subject=_subject_of(dossier),
        refusal=refusal,
        rules=rules,
        about=dossier.name,
    )


def _refuse_verantwoordingsdocument(dossier: DossierReport) -> tuple[str | None, tuple[str, ...]]:
    """Why there is nothing to print, and the rule that says so too."""
    if dossier.record is None:
        return _NOT_READ, ("verantwoordingsdocument-aanwezig",)
    return (None, ()) if _record_of(dossier).naam_deelnemer else (_NAMELESS, ("algemene-informatie-ingevuld",))


#: A form on paper is read by a person alone, so that its record is empty: a blank sheet to sign is worse than none.
_NAMELESS = "Het verantwoordingsdocument noemt geen deelnemer: vul het aan, of neem over wat er op papier staat."


def _make_codes(dossier: DossierReport) -> list[Code]:
    """The codes that carry the whole record: one for most records, a few for a long one."""
    packed = pack_record(VERANTWOORDINGSDOCUMENT.identity(dossier.reference), flatten_record(_record_of(dossier)))
    return [
        Code(data, CODE_SIDE, f"QR-code met de gegevens van dit document, deel {number} van {len(packed)}")
        for number, data in enumerate(packed, start=1)
    ]


def _row(row: Contactmoment | Initiatief) -> dict[str, str]:
    return {name: _text(getattr(row, name)) for name in type(row).model_fields}


def ontbrekende_stukken(dossiers: Sequence[DossierReport], issue: Issue) -> Sequence[Paper]:
    """What is missing of § 4.3 to § 9 and how to mend it, for mentor and trainee; a complete dossier gets none."""
    return [_ontbrekende_stukken(dossier, issue) for dossier in dossiers]


def _ontbrekende_stukken(dossier: DossierReport, issue: Issue) -> Paper:
    record = _record_of(dossier)
    asked = [finding for finding in dossier.open_findings if not finding.for_desk]
    blocking = [_listed_finding(finding) for finding in asked if finding.severity is Severity.BLOCKING]
    attention = [_listed_finding(finding) for finding in asked if finding.severity is Severity.ATTENTION]
    own = dict.fromkeys(finding.message for finding in dossier.open_findings if finding.for_desk)
    values = {
        "organisatie": sender_values(issue),
        "trainee": {"naam": record.naam_deelnemer or ""},
        "mentor": {"naam": record.mentor_naam or ""},
        "scholengroep": record.scholengroep or "",
        "dossier": dossier.name,
        "bevindingen": blocking,
        "aandachtspunten": attention,
        "eigen_nazicht": list(own),
        "aantal": len(blocking) + len(attention),
        "peildatum": _words(dossier.checked_on or issue.on),
        **day_values(issue),
    }
    return Paper(
        values=values,
        record={key: value for key, value in values.items() if key not in ("organisatie", "datum_kort")},
        subject=_subject_of(dossier),
        refusal=None if asked else _ONLY_OURS if own else "Er ontbreekt niets: het dossier is volledig.",
        about=dossier.name,
        needless=not asked,
    )


_ONLY_OURS = "Trainee en mentor hoeven niets te doen: wat nog openstaat, kijkt het bureau zelf na."


def _listed_finding(finding: Finding) -> dict[str, str]:
    source = finding.source
    return {
        "melding": finding.message,
        "plaats": str(finding.place or ""),
        "gevonden": finding.found or "",
        "verwacht": finding.expected or "",
        "oplossing": finding.remedy or "",
        "bron": f"{source.document} § {source.section}{_AS_WE_READ_IT if finding.ruling else ''}" if source else "",
        "zin": source.sentence if source else "",
        "lezing": finding.ruling or "",
        "regel": finding.rule,
    }


#: A ruling of ours is never passed off as the source's word.
_AS_WE_READ_IT = ", zoals wij dat lezen"


def _record_of(dossier: DossierReport) -> Verantwoordingsdocument:
    record = dossier.record
    return record if isinstance(record, Verantwoordingsdocument) else Verantwoordingsdocument()


def _subject_of(dossier: DossierReport) -> str:
    return f"{fold(dossier.name)}|{certificaat_subject(_record_of(dossier))}"


def _most_used(names: Sequence[str | None]) -> str:
    """The spelling used most often; the first one where several are."""
    counted = Counter(name for name in names if name)
    return counted.most_common(1)[0][0] if counted else ""


def _text(value: object) -> str:
    return format_date(value) if isinstance(value, date) else str(value or "")


def _words(value: date | None) -> str:
    return format_date_words(value) if value else ""


def _short(value: date | None) -> str:
    return format_date(value) if value else ""


#: The contexts by the name that `document.toml` uses.
CONTEXTS: Mapping[str, Callable[[Sequence[DossierReport], Issue], Sequence[Paper]]] = MappingProxyType(
    {make.__name__: make for make in (certificaat, begeleidende_brief, verantwoordingsdocument, ontbrekende_stukken)}
)
