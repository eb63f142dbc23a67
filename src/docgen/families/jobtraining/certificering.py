"""Whether a checked dossier may get its certificate on a given day, and if not, why (handleiding § 4.1, § 4.3, § 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.dates import add_months
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT, Inschrijving, Verantwoordingsdocument
from docgen.families.jobtraining.zevenjaar import WAARSCHUWING, find_last_good_day
from docgen.model.family import Issue
from docgen.model.issuing import Refusal, holds, refuse_open, stands_open
from docgen.model.report import DossierReport
from docgen.model.rule import Finding, Severity
from docgen.text import enumerate_words, fold

#: Facts that must be known or answered for by the desk before a certificate is issued (§ 4.1, § 8).
FEITEN = ("vormingsattest-vanaf-2013", "vormingsattest-voor-start", "zeven-jaar")
#: What the page prints (§ 8 and § 4.3 give no model of it): a certificate with a hole in it is no certificate.
AFGEDRUKT = (
    "naam_deelnemer", "scholengroep", "ambt", "instelling", "algemeen_directeur", "startdatum", "einddatum",
)  # fmt: skip


def refuse_certificaat(dossier: DossierReport, issue: Issue) -> Refusal | None:
    """The first reason not to issue the certificate of this dossier on the day of issue, or None."""
    if not isinstance(dossier.record, Verantwoordingsdocument):
        return Refusal("Er is geen verantwoordingsdocument gelezen.", ("verantwoordingsdocument-aanwezig",))
    return next(_find_reasons(dossier, dossier.record, issue.on), None)


def certificaat_subject(record: Verantwoordingsdocument) -> str:
    """What one certificate certifies, folded: the same jobtraining has the same subject however it is typed."""
    words = (record.naam_deelnemer, record.scholengroep, record.ambt, record.startdatum, record.einddatum)
    return "|".join(fold(str(word or "")) for word in words)


def _find_reasons(dossier: DossierReport, record: Verantwoordingsdocument, on: date) -> Iterator[Refusal]:
    if refusal := refuse_open([finding for finding in dossier.findings if _stands(finding, dossier, on)]):
        yield refusal
    if unknown := [rule for rule in FEITEN if not _is_known(dossier, rule, on)]:
        yield Refusal(_UNKNOWN, tuple(unknown))
    if empty := [key for key in AFGEDRUKT if not getattr(record, key)]:
        yield Refusal(_say_empty(empty), ("algemene-informatie-ingevuld",))
    if on < max(filter(None, (record.startdatum, record.einddatum, record.invuldatum)), default=on):
        yield Refusal(
            "De datum van uitreiking ligt voor het einde van de jobtraining of voor het invullen van het "
            "verantwoordingsdocument; kies een latere datum met --on.",
            ("datums-in-volgorde",),
        )
    if (late := _say_late(dossier, record, on)) is not None:
        yield Refusal(late, ("zeven-jaar",))


_UNKNOWN = (
    "Niet alles over het vormingsattest is gekend; geef de inschrijvingslijst mee (--enrolments) "
    "of leg een beslissing vast (--decisions)."
)


def _stands(finding: Finding, dossier: DossierReport, on: date) -> bool:
    """Whether a finding stands in the way; the seven years are applied again where the enrolment is known."""
    if not stands_open(finding, on):
        return False
    return finding.rule != "zeven-jaar" or dossier.enrolment is None or dossier.checked_on == on


def _is_known(dossier: DossierReport, rule: str, on: date) -> bool:
    """Whether the rule could look; its `info` says "niet te controleren" unless the desk answers for the fact."""
    outcome = next((outcome for outcome in dossier.outcomes if outcome.rule == rule), None)
    if outcome is None:
        return False
    return all(f.severity is not Severity.INFO or holds(f.decision, on) for f in outcome.findings)


def _say_late(dossier: DossierReport, record: Verantwoordingsdocument, on: date) -> str | None:
    """Apply the seven years again on the day of issue (§ 8; ruling 8); None when in time or decided."""
    findings = [finding for finding in dossier.findings if finding.rule == "zeven-jaar"]
    if any(holds(finding.decision, on) for finding in findings) or dossier.checked_on == on:
        return None
    line = dossier.enrolment
    last = find_last_good_day(line.vormingsattest, line.hervalidering) if isinstance(line, Inschrijving) else None
    if last is None:
        # In order on a day means in time for six months more: in the last six months the rule asks attention.
        checked = dossier.checked_on
        in_time = checked is not None and not findings and on <= add_months(checked, WAARSCHUWING)
        return None if in_time else _OTHER_DAY
    if on <= last:
        return None
    ended = record.einddatum is not None and record.einddatum <= last
    tail = "beslis of het certificaat toch uitgereikt wordt" if ended else "alleen een jury kan het attest herstellen"
    return f"De zeven jaar na het vormingsattest zijn op die dag verlopen; {tail}."


_OTHER_DAY = "Het dossier werd op een andere dag nagekeken; controleer het op de dag van uitreiking."


def _say_empty(keys: list[str]) -> str:
    questions = [VERANTWOORDINGSDOCUMENT.questions[key] for key in keys]
    labels = enumerate_words([f"“{question.full_label}”" for question in questions])
    return f"Het certificaat drukt {labels} af, en dat is leeg; vul het aan in het verantwoordingsdocument."
