"""The invented organisations of the certification levels, and what a careful clerk concludes of each.

The clerk worked each case out by hand from the source; nothing here comes out of docgen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: A finding as the clerk writes it down: rule, severity, key.
Row = tuple[str, str, str | None]
BLOCKS, ASKS, INFORMS = "blokkerend", "aandacht", "info"
ON = date(2026, 9, 15)
PASSED = date(2024, 5, 17)
#: The columns of each certificate on the sheet with people, by a short name for here.
COLUMNS = {
    "AZ": "Consultant A tot Z",
    "ST": "Consultant selectietests",
    "IV": "Interviewvoorzitter",
    "AS": "Assessmenttechnieken",
}
#: What an organisation that has nothing yet is told of klantcertificering, when it does not ask for it.
ALL_KLANT = ("vier-gecertificeerden", "az-per-taalrol", "az-per-taalrol", "selectietests-per-taalrol",
             "selectietests-per-taalrol", "q-checks")  # fmt: skip


@dataclass(frozen=True)
class Someone:
    """One person: the certificates passed, and the last day in service."""

    naam: str
    rol: str | None
    held: str = ""
    until: date | None = None
    passed: date | None = PASSED


@dataclass(frozen=True)
class Check:
    """One Q-check; a score is a number or text, as it was typed."""

    persoon: str
    score: float | str | None
    closed: str | None = "ja"


@dataclass(frozen=True)
class Client:
    """One organisation as its line, people and Q-checks stand in the list, and the clerk's conclusion."""

    reference: str
    naam: str
    people: tuple[Someone, ...]
    checks: tuple[Check, ...]
    verdict: str
    rows: tuple[Row, ...] = ()
    current: str | None = None
    asked: str | None = None
    partner: str | None = "Polle Partner"
    roles: str | None = None
    language: str = "Nederlands"
    decided: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One sample: a list as it arrives."""

    name: str
    shows: str
    clients: tuple[Client, ...]
    to: str = "xlsx"


def team(prefix: str, fourth: Someone | None = None) -> tuple[Someone, ...]:
    """Four people: a consultant and a consultant selectietests in each language role."""
    return (
        Someone(f"{prefix} Aazet", "NL", "AZ"),
        Someone(f"{prefix} Azède", "FR", "AZ"),
        Someone(f"{prefix} Testmans", "NL", "ST"),
        fourth or Someone(f"{prefix} Letest", "FR", "ST"),
    )


def checks(prefix: str, dutch: float, french: float) -> tuple[Check, ...]:
    """One Q-check for each of the two consultants of a team."""
    return (Check(f"{prefix} Aazet", dutch), Check(f"{prefix} Azède", french))


def info(*rules: str) -> tuple[Row, ...]:
    """Conditions that are not at stake."""
    return tuple((rule, INFORMS, "pro_partner" if rule == "pro-partner" else None) for rule in rules)


KLANT, INDIVIDUEEL = "klantcertificering", "individuele certificering"


def thresholds() -> list[Case]:
    """At, just under and just over what klantcertificering asks."""
    three = (
        Someone("Drie Aazet", "NL", "AZ ST"),
        Someone("Drie Azède", "FR", "AZ ST"),
        Someone("Drie Voorzit", "NL", "IV"),
    )
    five = (*team("Vijf"), Someone("Vijf Voorzit", "FR", "IV"))
    gone = Someone("Gisteren Letest", "FR", "ST", until=date(2026, 9, 14))
    today = Someone("Vandaag Letest", "FR", "ST", until=ON)
    return [
        Case("op-de-drempel", "Vier gecertificeerden en precies 80 %: klantcertificering.", (
            Client("NV-01", "Federale Dienst Drempelzaken", team("Nel"), checks("Nel", 80, 80), "volledig", asked=KLANT, current=INDIVIDUEEL),)),
        Case("net-erboven", "Vijf gecertificeerden en 80,01 %.", (
            Client("NV-02", "Federaal Bureau voor Ruime Marges", five, checks("Vijf", "80,02", 80), "volledig", asked=KLANT),)),
        Case("drie-gecertificeerden", "Drie personen met vijf certificaten: personen tellen.", (
            Client("NV-03", "Dienst voor Dubbele Petten", three, (Check("Drie Aazet", 91), Check("Drie Azède", 89)), "onvolledig",
                   (("vier-gecertificeerden", BLOCKS, None),), asked=KLANT, current=INDIVIDUEEL),)),
        Case("score-net-eronder", "Een gemiddelde van 79,99 % is geen 80 %.", (
            Client("NV-04", "Rijksdienst voor Afronding", team("Bijna"), checks("Bijna", "79,98 %", 80), "onvolledig",
                   (("q-checks", BLOCKS, None),), asked=KLANT, current=INDIVIDUEEL),)),
        Case("uit-dienst", "De vierde is de dag voor de peildatum uit dienst, of op de peildatum zelf nog in dienst.", (
            Client("NV-05", "Federale Dienst Gisteren", team("Gisteren", gone), checks("Gisteren", 85, 85), "onvolledig",
                   (("vier-gecertificeerden", BLOCKS, None), ("selectietests-per-taalrol", BLOCKS, None)), asked=KLANT),
            Client("NV-06", "Federale Dienst Vandaag", team("Vandaag", today), checks("Vandaag", 85, 85), "volledig", asked=KLANT))),
        Case("geen-selectietests-fr", "Geen consultant selectietests van de Franse taalrol.", (
            Client("NV-07", "Dienst Halve Taalrollen", team("Half", Someone("Half Letest", "NL", "ST")), checks("Half", 84, 86),
                   "onvolledig", (("selectietests-per-taalrol", BLOCKS, None),), asked=KLANT),)),
    ]  # fmt: skip


def averages() -> list[Case]:
    """Q-checks: the two ways to average, what is missing, what cannot be read."""
    two_ways = (Check("Twee Aazet", 100), Check("Twee Azède", 62), Check("Twee Azède", 62))
    decided = (Check("Beslist Aazet", 70), Check("Beslist Azède", 89), Check("Beslist Azède", 89))
    lacking = (Check("Later Aazet", 83.5), Check("Later Azède", None, None), Check("Later Azède", 55, "neen"))
    odd = (Check("Vreemd Aazet", 0.85), Check("Vreemd Azèdde", 90), Check("Vreemd Azède", 88))
    double = (*team("Vreemd"), Someone("AAZET, Vreemd", "NL", "IV"))
    return [
        Case("grensgeval", "Gemiddelde van de personen 81 %, van alle Q-checks 74,6 %: een grensgeval.", (
            Client("NV-08", "Bureau voor Twee Lezingen", team("Twee"), two_ways, "na-te-kijken", (("q-checks", ASKS, None),), asked=KLANT, current=INDIVIDUEEL),)),
        Case("grensgeval-beslist", "Gemiddelde van de personen 79,5 %, van alle Q-checks 82,6 %; het bureau besliste.", (
            Client("NV-09", "Bureau voor Vaste Knopen", team("Beslist"), decided, "volledig", (("q-checks", ASKS, None),), asked=KLANT,
                   current=INDIVIDUEEL, decided=("q-checks",)),)),
        Case("q-check-ontbreekt", "Wie geen score heeft, telt niet mee in het gemiddelde; een lopende selectie ook niet.", (
            Client("NV-10", "Dienst van Later", team("Later"), lacking, "volledig", asked=KLANT, current=INDIVIDUEEL),)),
        Case("onleesbaar-en-onzeker", "Een score die een percentage kan zijn, een misspelde naam en twee keer dezelfde naam.", (
            Client("NV-11", "Dienst Vreemde Tekens", double, odd, "onvolledig",
                   (("onleesbaar-veld", BLOCKS, "kwaliteitschecks__1__score"), ("onzekere-lezing", ASKS, "kwaliteitschecks__2__persoon"),
                    ("onzekere-lezing", ASKS, "medewerkers__5__naam")), asked=KLANT),)),
    ]  # fmt: skip


def letters() -> list[Case]:
    """Each letter, each level, and both languages."""
    assessor = (*team("Vast"), Someone("Vast Assesseur", "FR", "AS"))
    lost = (
        Someone("Weg Aazet", "NL", "AZ"),
        Someone("Weg Azède", "FR", "AZ", until=date(2026, 3, 31)),
        Someone("Weg Testmans", "NL", "ST"),
        Someone("Weg Letest", "FR", "ST"),
        Someone("Weg Voorzit", "NL", "IV"),
    )
    fresh = (Someone("Fleur Débutante", "FR", "AZ"),)
    none = (Someone("Nog Niets", "NL"), Someone("Later Geslaagd", "NL", "AZ", passed=date(2026, 10, 1)))
    return [
        Case("individueel-frans", "Toekenning van individuele certificering in het Frans; de PRO Partner ontbreekt.", (
            Client("NV-12", "Service fédéral des Premiers Pas", fresh, (Check("Fleur Débutante", 76),), "na-te-kijken",
                   (("pro-partner", ASKS, "pro_partner"),
                    *info("vier-gecertificeerden", "az-per-taalrol", "selectietests-per-taalrol", "selectietests-per-taalrol", "q-checks")),
                   asked=INDIVIDUEEL, partner=None, language="Frans"),)),
        Case("weigering-individueel", "Nog niemand is op de peildatum geslaagd: weigering.", (
            Client("NV-13", "Dienst voor Goede Voornemens", none, (), "onvolledig",
                   (("az-geslaagd", BLOCKS, None), *info(*ALL_KLANT)), asked=INDIVIDUEEL),)),
        Case("intrekking", "Een organisatie verliest klantcertificering en houdt individuele certificering over.", (
            Client("NV-14", "Service fédéral des Départs", lost, (Check("Weg Aazet", 88), Check("Weg Azède", 92)), "onvolledig",
                   (("az-per-taalrol", BLOCKS, None),), current=KLANT, language="Frans"),)),
        Case("bevestiging-klant", "Jaarlijkse herziening van klantcertificering, met een gecertificeerde Assessmenttechnieken.", (
            Client("NV-15", "Federale Dienst Vaste Waarden", assessor, checks("Vast", 90, 85.5), "volledig", current=KLANT),)),
        Case("alleen-nederlands", "Alleen de Nederlandse taalrol is vereist.", (
            Client("NV-16", "Vlaams Agentschap Proefzaken", (
                Someone("Mono Aazet", "NL", "AZ"), Someone("Mono Testmans", "NL", "ST"), Someone("Mono Voorzit", "NL", "IV"),
                Someone("Mono Tweede", "NL", "AZ")), (Check("Mono Aazet", 81), Check("Mono Tweede", 82)), "volledig", asked=KLANT, roles="NL"),)),
        Case("lager-gevraagd", "De organisatie vraagt een lager niveau dan ze heeft: er is geen brief voor.", (
            Client("NV-17", "Dienst voor Kleinere Stappen", team("Klein"), checks("Klein", 90, 90), "volledig", current=KLANT, asked=INDIVIDUEEL),)),
        Case("json", "Een lijst als json.", (
            Client("NV-18", "Federaal Instituut voor Accolades", team("Acco"), checks("Acco", 82.5, 79), "volledig", asked=KLANT, current=INDIVIDUEEL),), to="json"),
        several(),
    ]  # fmt: skip


def several() -> Case:
    """One list with an organisation for each letter."""
    return Case("meer-organisaties", "Eén lijst, vier organisaties, vier brieven in twee talen.", (
        Client("NV-21", "Federale Dienst Nieuwkomers", team("Nieuw"), checks("Nieuw", 84, 83), "volledig", asked=KLANT),
        Client("NV-22", "Service fédéral des Attentes", (Someone("Attente Azède", "FR", "AZ"), Someone("Attente Letest", "FR", "ST")),
               (Check("Attente Azède", 71.5),), "onvolledig",
               (("vier-gecertificeerden", BLOCKS, None), ("az-per-taalrol", BLOCKS, None), ("selectietests-per-taalrol", BLOCKS, None),
                ("q-checks", BLOCKS, None)), current=INDIVIDUEEL, asked=KLANT, language="Frans"),
        Client("NV-23", "Service fédéral de la Constance", (Someone("Constance Azède", "FR", "AZ"), Someone("Constance Présidente", "FR", "IV")),
               (Check("Constance Azède", 80.5),), "volledig",
               info("vier-gecertificeerden", "az-per-taalrol", "selectietests-per-taalrol", "selectietests-per-taalrol"),
               current=INDIVIDUEEL, language="Frans"),
        Client("NV-24", "Federale Dienst Leegloop", (Someone("Leeg Aazet", "NL", "AZ", until=date(2026, 6, 30)),), (), "onvolledig",
               (("az-geslaagd", BLOCKS, None), *info(*ALL_KLANT)), current=INDIVIDUEEL),
        Client("NV-25", "Dienst zonder Niveau", (), (), "volledig", info("az-geslaagd", "pro-partner", *ALL_KLANT), partner=None),
    ))  # fmt: skip
