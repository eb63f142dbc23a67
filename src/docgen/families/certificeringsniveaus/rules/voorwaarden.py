"""The six conditions as rules (certificeringsniveaus, § Individuele certificering and § Klantcertificering).

Ruling on how much they weigh: a condition blocks only where the level at stake asks it. The level at stake is the
higher of the level that the organisation asks and the level that it has. A condition of a higher level is told as
information, so that the way up can be seen and nobody is held back by what nobody asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.families.certificeringsniveaus.dossier import Dossier
from docgen.families.certificeringsniveaus.kwaliteit import Reden, Uitkomst
from docgen.families.certificeringsniveaus.medewerkers import Certificaat
from docgen.families.certificeringsniveaus.record import Niveau, Taalrol
from docgen.families.certificeringsniveaus.rules.bronnen import (
    AZ_TAALROL_ZIN,
    AZ_ZIN,
    PARTNER_ZIN,
    SCORE_ZIN,
    TESTS_TAALROL_ZIN,
    VIER_ZIN,
)
from docgen.families.certificeringsniveaus.scores import format_score
from docgen.families.certificeringsniveaus.voorwaarden import (
    AZ_GESLAAGD,
    AZ_TAALROL,
    PRO_PARTNER,
    Q_CHECKS,
    TESTS_TAALROL,
    VIER,
    Voorwaarde,
)
from docgen.model.rule import Observation, Severity, rule
from docgen.text import enumerate_words


def has_reading(dossier: Dossier) -> bool:
    """Whether an organisation was read at all."""
    return dossier.reading is not None


@rule(
    AZ_GESLAAGD,
    Severity.BLOCKING,
    AZ_ZIN,
    ruling="De medewerker is op de peildatum in dienst en is ten laatste op die dag geslaagd.",
    when=has_reading,
)
def one_consultant(dossier: Dossier) -> Iterator[Observation]:
    """At least one employee passed the certification trajectory AZ consultant (§ Individuele certificering)."""
    for each in _unmet(dossier, AZ_GESLAAGD):
        yield _observe(
            dossier,
            each,
            Niveau.INDIVIDUEEL,
            "Er is geen medewerker in dienst die voor het certificeringstraject AZ consultant geslaagd is",
        )


@rule(
    VIER,
    Severity.BLOCKING,
    VIER_ZIN,
    ruling="Personen tellen, geen certificaten; de peildatum bepaalt wie in dienst is; een PRO Partner telt niet mee.",
    when=has_reading,
)
def four_certified(dossier: Dossier) -> Iterator[Observation]:
    """At least four certified people are in service (§ Klantcertificering)."""
    for each in _unmet(dossier, VIER):
        message = f"Het aantal gecertificeerde medewerkers in dienst is {each.gevonden}; er zijn er 4 nodig"
        yield _observe(dossier, each, Niveau.KLANT, message)


@rule(
    AZ_TAALROL,
    Severity.BLOCKING,
    AZ_TAALROL_ZIN,
    ruling="De taalrollen zijn NL en FR, tenzij de lijst iets anders zegt.",
    when=has_reading,
)
def consultant_per_role(dossier: Dossier) -> Iterator[Observation]:
    """A certified consultant A tot Z in each language role (§ Klantcertificering)."""
    for each in _unmet(dossier, AZ_TAALROL):
        yield _observe(
            dossier, each, Niveau.KLANT, f"Er is geen gecertificeerde Consultant A tot Z van de taalrol {each.taalrol}"
        )


@rule(
    TESTS_TAALROL,
    Severity.BLOCKING,
    TESTS_TAALROL_ZIN,
    ruling="De taalrollen zijn NL en FR, tenzij de lijst iets anders zegt.",
    when=has_reading,
)
def selectietests_per_role(dossier: Dossier) -> Iterator[Observation]:
    """A certified consultant selectietests in each language role (§ Klantcertificering)."""
    for each in _unmet(dossier, TESTS_TAALROL):
        yield _observe(
            dossier,
            each,
            Niveau.KLANT,
            f"Er is geen gecertificeerde consultant selectietests van de taalrol {each.taalrol}",
        )


@rule(PRO_PARTNER, Severity.BLOCKING, PARTNER_ZIN, when=has_reading)
def partner_is_named(dossier: Dossier) -> Iterator[Observation]:
    """A PRO Partner is named: a condition in § Klantcertificering, a duty in § Individuele certificering."""
    for _ in _unmet(dossier, PRO_PARTNER):
        yield Observation(
            "Er is geen PRO Partner doorgegeven.",
            key="pro_partner",
            place=dossier.place("pro_partner"),
            expected="de naam van de PRO Partner",
            remedy="Vraag de naam van de PRO Partner aan de organisatie en vul die op het blad Organisaties in.",
            severity=_PARTNER[dossier.inzet],
        )


#: Without a level nobody has to name a PRO Partner; on the first it is a duty that follows, on the second a condition.
_PARTNER = {
    Niveau.GEEN: Severity.INFO,
    Niveau.INDIVIDUEEL: Severity.ATTENTION,
    Niveau.KLANT: Severity.BLOCKING,
}


@rule(
    Q_CHECKS,
    Severity.BLOCKING,
    SCORE_ZIN,
    ruling="Het gemiddelde is dat van de gemiddelden per persoon, onafgerond vergeleken; geeft het gemiddelde van alle "
    "Q-checks een ander antwoord, dan is het een grensgeval. Wie geen score heeft, telt niet mee.",
    when=has_reading,
)
def score_is_reached(dossier: Dossier) -> Iterator[Observation]:
    """The mean score on the Q-checks is 80 per cent or more (§ Klantcertificering)."""
    for each in _unmet(dossier, Q_CHECKS):
        yield _observe_score(dossier, each)


def _observe_score(dossier: Dossier, voorwaarde: Voorwaarde) -> Observation:
    kwaliteit = dossier.toestand.kwaliteit
    doubt = _say_doubtful_checks(dossier)
    if kwaliteit.gemiddelde is None or kwaliteit.alle is None:
        message = f"Er is nog geen score op een Q-check van een afgesloten selectie die zeker meetelt{doubt}"
        return _observe(dossier, voorwaarde, Niveau.KLANT, message)
    mean, every = (f"{format_score(each)}{_NO_BREAK}%" for each in (kwaliteit.gemiddelde, kwaliteit.alle))
    message = f"De gemiddelde score op de Q-checks is {mean} (over alle Q-checks samen {every}){doubt}"
    return _observe(dossier, voorwaarde, Niveau.KLANT, message, found=f"{format_score(kwaliteit.gemiddelde)} %")


def _say_doubtful_checks(dossier: Dossier) -> str:
    """Why the score may be another one: the Q-checks of which it is not certain that they count."""
    rows = [each for each in dossier.toestand.kwaliteit.weggelaten if each.reden is Reden.ONZEKER]
    if not rows:
        return ""
    names = _name_doubtful(
        dossier, dict.fromkeys(each.naam or f"rij {each.rij}" for each in rows), Certificaat.CONSULTANT
    )
    one = len(rows) == 1
    return f"; het is niet zeker of de Q-check{'' if one else 's'} van {names} meetel{'t' if one else 'len'}"


def _unmet(dossier: Dossier, regel: str) -> list[Voorwaarde]:
    return [each for each in dossier.toestand.van(regel) if each.uitkomst is not Uitkomst.VOLDAAN]


def _observe(
    dossier: Dossier, voorwaarde: Voorwaarde, niveau: Niveau, message: str, found: str | None = None
) -> Observation:
    asked = _CERTIFICAAT.get(voorwaarde.regel)
    names = _name_doubtful(dossier, voorwaarde.onzeker, asked, voorwaarde.taalrol)
    doubtful = f"; onzeker is {names}" if names else ""
    is_grensgeval = voorwaarde.uitkomst is Uitkomst.GRENSGEVAL
    can_mend = bool(voorwaarde.onzeker) or _has_doubtful_checks(dossier, voorwaarde)
    return Observation(
        f"{message}{doubtful}{'. Dat is een grensgeval: het bureau beslist' if is_grensgeval else ''}.",
        place=dossier.place("naam"),
        found=found or enumerate_words(voorwaarde.wie) or "niemand",
        expected=_EXPECTED[voorwaarde.regel],
        remedy=(_MEND_GRENSGEVAL if can_mend else _DECIDE_GRENSGEVAL) if is_grensgeval else _REMEDY[voorwaarde.regel],
        severity=_weigh(dossier, niveau, voorwaarde.uitkomst),
        for_desk=is_grensgeval and not can_mend,
    )


def _name_doubtful(
    dossier: Dossier, names: Iterable[str], asked: Certificaat | None, taalrol: Taalrol | None = None
) -> str:
    """Each person who may count, with what is not certain: ``An Proef (de taalrol ontbreekt)``."""
    why = {each.naam: enumerate_words(each.twijfels(asked, taalrol)) for each in dossier.toestand.personen}
    return enumerate_words([f"{naam} ({why[naam]})" if why.get(naam) else naam for naam in names])


def _has_doubtful_checks(dossier: Dossier, voorwaarde: Voorwaarde) -> bool:
    left_out = dossier.toestand.kwaliteit.weggelaten
    return voorwaarde.regel == Q_CHECKS and any(each.reden is Reden.ONZEKER for each in left_out)


def _weigh(dossier: Dossier, niveau: Niveau, uitkomst: Uitkomst) -> Severity:
    """How much an unmet condition of a level weighs for what is at stake (see the ruling above)."""
    if niveau.rang > dossier.inzet.rang:
        return Severity.INFO
    return Severity.ATTENTION if uitkomst is Uitkomst.GRENSGEVAL else Severity.BLOCKING


_EXPECTED = {
    AZ_GESLAAGD: "minstens 1 medewerker",
    VIER: "minstens 4 medewerkers",
    AZ_TAALROL: "minstens 1 medewerker",
    TESTS_TAALROL: "minstens 1 medewerker",
    Q_CHECKS: "80 % of meer",
}
_DECIDED = "(een vastgelegde beslissing geldt als vervuld)"
_DECIDE_GRENSGEVAL = f"Het bureau beslist of de voorwaarde vervuld is en legt vast waarom {_DECIDED}."
_MEND_GRENSGEVAL = (
    "Vul in de lijst aan wat onzeker is; kan dat niet, dan beslist het bureau of de voorwaarde vervuld is en legt het "
    f"vast waarom {_DECIDED}."
)
_MISSING = "Staat een certificaat nog niet op het blad Medewerkers, vul het daar dan aan met “ja” en de datum; anders"
_REMEDY = {
    AZ_GESLAAGD: f"{_MISSING} moet een medewerker eerst het certificeringstraject AZ consultant volgen.",
    VIER: f"{_MISSING} moeten eerst meer medewerkers een certificeringstraject volgen.",
    AZ_TAALROL: f"{_MISSING} moet een medewerker van die taalrol eerst het certificeringstraject volgen.",
    TESTS_TAALROL: f"{_MISSING} moet een medewerker van die taalrol eerst het certificeringstraject volgen.",
    Q_CHECKS: "Vul op het blad Kwaliteitschecks de scores aan van afgesloten selecties die er nog niet staan; "
    "ontbreekt er geen, dan is het gemiddelde te laag voor dit niveau.",
}
#: The certificate that a condition is about; the four may hold any.
_CERTIFICAAT = {
    AZ_GESLAAGD: Certificaat.CONSULTANT,
    AZ_TAALROL: Certificaat.CONSULTANT,
    TESTS_TAALROL: Certificaat.SELECTIETESTS,
}
_NO_BREAK = "\u00a0"
