"""What the letters on the certification levels print: a checked organisation becomes one of four letters, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

from docgen.families.certificeringsniveaus.besluit import Besluit, Brief, decide
from docgen.families.certificeringsniveaus.record import Niveau, Organisatie
from docgen.families.certificeringsniveaus.teksten import WOORDEN, Teksten
from docgen.families.certificeringsniveaus.voorwaarden import Toestand
from docgen.model.family import Issue, Paper
from docgen.model.issuing import Refusal, holds, refuse_open, stands_open
from docgen.model.letterhead import day_values, sender_values
from docgen.model.report import DossierReport
from docgen.model.rule import Decision, Finding
from docgen.text import enumerate_words, fold

#: A letter does not rest on a value that was not read, or not for certain.
_READING_RULES = ("onleesbaar-veld", "onzekere-lezing", "bestand-herkend")


def beslissing(dossiers: Sequence[DossierReport], issue: Issue) -> Sequence[Paper]:
    """The letter that follows from the decision on each organisation, in the language of its addressee."""
    return [_write(dossier, issue, None) for dossier in dossiers]


def klantorganisatie(dossiers: Sequence[DossierReport], issue: Issue) -> Sequence[Paper]:
    """A letter to every organisation whatever its decision, with the same values: for letters of the desk's own."""
    return [_write_any(dossier, issue) for dossier in dossiers]


def _write_any(dossier: DossierReport, issue: Issue) -> Paper:
    refusal = _refuse_reading(dossier, issue, decide_dossier(dossier, issue)[1])
    sentence, rules = (refusal.sentence, refusal.rules) if refusal else (None, ())
    return replace(_write(dossier, issue, None), document=None, refusal=sentence, rules=rules)


def _named(brief: Brief, dossiers: Sequence[DossierReport], issue: Issue) -> Sequence[Paper]:
    return [_write(dossier, issue, brief) for dossier in dossiers]


def decide_dossier(dossier: DossierReport, issue: Issue | None = None) -> tuple[Toestand, Besluit, dict[str, Decision]]:
    """The decision on a checked organisation, on the day of its check, with the desk's decisions that still hold."""
    on = dossier.checked_on or (issue.on if issue else None)
    if on is None:
        message = "a dossier without a peildatum needs the day of issue"
        raise ValueError(message)
    settled = {
        finding.rule: finding.decision
        for finding in dossier.findings
        if finding.decision and holds(finding.decision, issue.on if issue else on)
    }
    toestand = Toestand(dossier.record if isinstance(dossier.record, Organisatie) else Organisatie(), on)
    return toestand, decide(toestand, settled.keys()), settled


def _write(dossier: DossierReport, issue: Issue, asked: Brief | None) -> Paper:
    toestand, besluit, settled = decide_dossier(dossier, issue)
    record = toestand.record
    language = record.taal.code if record.taal else None
    chosen = asked or besluit.uitspraak.brief
    values = _values(Teksten(toestand, besluit, _known(issue.language), settled), issue, chosen)
    refusal = _refuse(dossier, issue, besluit, asked)
    return Paper(
        values=values,
        record=_facts(values),
        subject=f"{fold(dossier.name)}|{fold(record.naam or '')}|{toestand.peildatum.isoformat()}",
        refusal=refusal.sentence if refusal else None,
        rules=refusal.rules if refusal else (),
        about=dossier.name,
        document=chosen.value if chosen and not asked else None,
        language=language,
    )


def _known(language: str) -> str:
    return language if language in WOORDEN else "nl"


def _values(teksten: Teksten, issue: Issue, brief: Brief | None) -> dict[str, Any]:
    record, besluit, words = teksten.toestand.record, teksten.besluit, teksten.woorden
    return {
        "organisatie": sender_values(issue),
        **day_values(issue),
        "klantorganisatie": _addressee(record),
        "brief": brief.value if brief else "",
        "peildatum": teksten.dag(teksten.toestand.peildatum),
        "herziening": teksten.dag(besluit.herziening),
        "huidig_niveau": words.niveau[besluit.huidig],
        "gevraagd_niveau": words.niveau[besluit.gevraagd] if besluit.gevraagd else "",
        "bereikt_niveau": words.niveau[besluit.bereikt],
        "niveau": words.niveau[besluit.uitspraak.niveau],
        "heeft_niveau": besluit.uitspraak.niveau is not Niveau.GEEN,
        "had_niveau": besluit.huidig is not Niveau.GEEN,
        "vraag_geweigerd": besluit.gevraagd is not None and besluit.gevraagd.rang > besluit.bereikt.rang,
        "bereikt_meer": besluit.bereikt.rang > besluit.uitspraak.niveau.rang,
        "voorwaarden": teksten.voorwaarden(),
        "redenen": teksten.redenen(),
        "berekening": teksten.berekening(),
        "beslissingen": teksten.beslissingen(),
        "niet_meegeteld": teksten.niet_meegeteld(),
        "zinnen": teksten.zinnen(),
        "zin_herziening": words.herziening,
        "stappen": [vars(weg) for weg in teksten.stappen()],
        # "Je organisatie moet dan ook een PRO Partner doorgeven" (§ Individuele certificering).
        "vraag_pro_partner": besluit.uitspraak.niveau is not Niveau.GEEN and not record.pro_partner,
        **teksten.taken(),
    }


def _addressee(record: Organisatie) -> dict[str, Any]:
    lines = [line.strip() for line in (record.adres or "").replace(";", "\n").splitlines()]
    return {
        "naam": record.naam or "",
        "geadresseerde": record.geadresseerde or "",
        "functie": record.functie or "",
        "adres": [line for line in lines if line],
    }


def _facts(values: Mapping[str, Any]) -> dict[str, Any]:
    """What travels inside the PDF: the decision and its figures, as the page prints them."""
    names = ("klantorganisatie", "brief", "niveau", "peildatum", "datum", "herziening", "voorwaarden")
    return {name: values[name] for name in names}


def _refuse(dossier: DossierReport, issue: Issue, besluit: Besluit, asked: Brief | None) -> Refusal | None:
    return _refuse_reading(dossier, issue, besluit) or _refuse_outcome(besluit, asked)


def _refuse_reading(dossier: DossierReport, issue: Issue, besluit: Besluit) -> Refusal | None:
    if not isinstance(dossier.record, Organisatie):
        return Refusal("Er is geen organisatie gelezen.", ("bestand-herkend",))
    doubtful = [f for f in dossier.findings if _matters(f, besluit) and stands_open(f, issue.on)]
    if doubtful:
        return refuse_open(doubtful)
    if not dossier.record.naam:
        return Refusal("De naam van de organisatie is niet ingevuld; vul die in de lijst in.")
    return None


def _matters(finding: Finding, besluit: Besluit) -> bool:
    """Whether a doubt touches the decision: the Q-checks decide on klantcertificering only."""
    is_check = (finding.key or "").startswith("kwaliteitschecks")
    return finding.rule in _READING_RULES and not (is_check and besluit.inzet is not Niveau.KLANT)


def _refuse_outcome(besluit: Besluit, asked: Brief | None) -> Refusal | None:
    fits = besluit.uitspraak.brief
    if fits is None:
        return Refusal(_LOWER)
    if asked is None and besluit.is_open:
        rules = enumerate_words(besluit.grensgevallen)
        return Refusal(_GRENSGEVAL.format(rules=rules, brief=fits), besluit.grensgevallen)
    if asked is not None and asked is not fits:
        return Refusal(_OTHER.format(asked=asked, brief=fits), besluit.grensgevallen)
    return None


_LOWER = (
    "De organisatie vraagt een lager niveau dan ze heeft en waarvan ze de voorwaarden vervult; de bron voorziet daar "
    "geen brief voor. Beslis zelf."
)
#: Only the desk may say that a doubtful condition is met; that it is not met, follows from asking for that letter.
_GRENSGEVAL = (
    "Een grensgeval bepaalt het niveau ({rules}). Vindt u de voorwaarde vervuld, leg die beslissing dan vast; zo niet, "
    "vraag dan de brief “{brief}” bij zijn naam."
)
_OTHER = (
    "De beslissing op deze organisatie is “{brief}”; een brief met de context “{asked}” past daar niet bij. Een eigen "
    "brief aan elke organisatie, wat de beslissing ook is, heeft de context “klantorganisatie”."
)

#: The contexts by the name that `document.toml` uses.
CONTEXTS: Mapping[str, Callable[[Sequence[DossierReport], Issue], Sequence[Paper]]] = MappingProxyType(
    {
        "beslissing": beslissing,
        "klantorganisatie": klantorganisatie,
        **{brief.value: partial(_named, brief) for brief in Brief},
    }
)
