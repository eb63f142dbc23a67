"""The six conditions as rules (certificeringsniveaus, Individuele certificering and Klantcertificering).

Ruling on how much they weigh: a condition blocks only where the level at stake asks it. The level at stake is the
higher of the level that the organisation asks and the level that it has. A condition of a higher level is told as
information, so that the way up can be seen and nobody is held back by what nobody asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.families.certificeringsniveaus.dossier import Dossier
from docgen.families.certificeringsniveaus.kwaliteit import Uitkomst
from docgen.families.certificeringsniveaus.record import Niveau
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
    """At least one employee passed the certification trajectory AZ consultant."""
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
    """At least four certified people are in service."""
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
    """A certified consultant A tot Z in each language role."""
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
    """A certified consultant selectietests in each language role."""
    for each in _unmet(dossier, TESTS_TAALROL):
        yield _observe(
            dossier,
            each,
            Niveau.KLANT,
            f"Er is geen gecertificeerde consultant selectietests van de taalrol {each.taalrol}",
        )


@rule(PRO_PARTNER, Severity.BLOCKING, PARTNER_ZIN, when=has_reading)
def partner_is_named(dossier: Dossier) -> Iterator[Observation]:
    """A PRO Partner is named: a condition of klantcertificering, a duty that follows from individuele certificering."""
    for _ in _unmet(dossier, PRO_PARTNER):
        yield Observation(
            "Er is geen PRO Partner doorgegeven.",
            key="pro_partner",
            place=dossier.place("pro_partner"),
            expected="de naam van de PRO Partner",
            remedy="Vraag de naam van de PRO Partner aan de organisatie en vul die in.",
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
    """The mean score on the Q-checks is 80 per cent or more."""
    for each in _unmet(dossier, Q_CHECKS):
        yield _observe_score(dossier, each)


def _observe_score(dossier: Dossier, voorwaarde: Voorwaarde) -> Observation:
    kwaliteit = dossier.toestand.kwaliteit
    if kwaliteit.gemiddelde is None or kwaliteit.alle is None:
        message = "Er is nog geen score op een Q-check van een afgesloten selectie"
        return _observe(dossier, voorwaarde, Niveau.KLANT, message)
    mean, every = format_score(kwaliteit.gemiddelde), format_score(kwaliteit.alle)
    message = f"De gemiddelde score op de Q-checks is {mean} % (over alle Q-checks samen {every} %)"
    return _observe(dossier, voorwaarde, Niveau.KLANT, message, found=f"{mean} %")


def _unmet(dossier: Dossier, regel: str) -> list[Voorwaarde]:
    return [each for each in dossier.toestand.van(regel) if each.uitkomst is not Uitkomst.VOLDAAN]


def _observe(
    dossier: Dossier, voorwaarde: Voorwaarde, niveau: Niveau, message: str, found: str | None = None
) -> Observation:
    doubtful = f"; onzeker is {enumerate_words(voorwaarde.onzeker)}" if voorwaarde.onzeker else ""
    is_grensgeval = voorwaarde.uitkomst is Uitkomst.GRENSGEVAL
    return Observation(
        f"{message}{doubtful}{'. Dat is een grensgeval: het bureau beslist' if is_grensgeval else ''}.",
        place=dossier.place("naam"),
        found=found or enumerate_words(voorwaarde.wie) or "niemand",
        expected=_EXPECTED[voorwaarde.regel],
        remedy=_REMEDY_GRENSGEVAL if is_grensgeval else _REMEDY[voorwaarde.regel],
        severity=_weigh(dossier, niveau, voorwaarde.uitkomst),
    )


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
_REMEDY_GRENSGEVAL = (
    "Vul aan wat onzeker is, of beslis of de voorwaarde vervuld is en leg vast waarom (een vastgelegde beslissing "
    "geldt als vervuld)."
)
_REMEDY = {
    AZ_GESLAAGD: "Laat een medewerker het certificeringstraject volgen, of vul het certificaat aan in de lijst.",
    VIER: "Laat meer medewerkers een certificeringstraject volgen, of vul de certificaten aan in de lijst.",
    AZ_TAALROL: "Laat een medewerker van die taalrol het certificeringstraject volgen, of vul de lijst aan.",
    TESTS_TAALROL: "Laat een medewerker van die taalrol het certificeringstraject volgen, of vul de lijst aan.",
    Q_CHECKS: "Vul de scores van de afgesloten selecties aan als er ontbreken.",
}
