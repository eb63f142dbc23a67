"""Invented organisations of the certification levels: people, Q-checks and whole records, in one line each."""

from datetime import date

from docgen.families.certificeringsniveaus.record import (
    ORGANISATIE,
    JaNeen,
    Kwaliteitscheck,
    Medewerker,
    Niveau,
    Organisatie,
    Taal,
    Taalrol,
)
from docgen.families.certificeringsniveaus.voorwaarden import Toestand
from docgen.model.family import Case
from docgen.model.record import Reading
from docgen.settings import Settings

ON = date(2026, 7, 3)
PASSED = date(2024, 3, 1)
JA, NEEN = JaNeen.JA, JaNeen.NEEN
GEEN, INDIVIDUEEL, KLANT = Niveau
_FIELDS = {"AZ": "consultant", "ST": "selectietests", "IV": "voorzitter", "AS": "assessment", "X": "ander"}


def person(naam, rol="NL", certificates="", **fields):
    """Someone in service with these certificates, such as ``AZ ST``, all passed in 2024."""
    held = {}
    for short in certificates.split():
        held[f"{_FIELDS[short]}_geslaagd"], held[f"{_FIELDS[short]}_datum"] = JA, PASSED
    return Medewerker(**{"naam": naam, "taalrol": Taalrol(rol) if rol else None, **held, **fields})


def qcheck(persoon, score, afgesloten=JA):
    """One Q-check."""
    return Kwaliteitscheck(persoon=persoon, selectie="PROEF 1", afgesloten=afgesloten, score=score)


TEAM = (
    person("An Proef", "NL", "AZ"),
    person("Bo Essai", "FR", "AZ"),
    person("Cas Proef", "NL", "ST"),
    person("Dé Essai", "FR", "ST"),
)
CHECKS = (qcheck("An Proef", "80"), qcheck("Bo Essai", "80"))


def organisation(people=TEAM, checks=CHECKS, **fields):
    """An organisation that meets every condition at its threshold, but for what is given."""
    own = {"naam": "Proefdienst", "pro_partner": "Eef Proef", "taal": Taal.NEDERLANDS, **fields}
    return Organisatie(medewerkers=tuple(people), kwaliteitschecks=tuple(checks), **own)


def standing(people=TEAM, checks=CHECKS, on=ON, **fields):
    """That organisation with its conditions weighed."""
    return Toestand(organisation(people, checks, **fields), on)


def case(record=None, decisions=(), name="PD-1", **given):
    """The case of one organisation, as a list of records brings it."""
    reading = Reading(
        ORGANISATIE, organisation() if record is None else record, ORGANISATIE.identity(name), "lijst.xlsx"
    )
    return Case(name, (), ON, Settings(), tuple(decisions), records=(reading,), **given)
