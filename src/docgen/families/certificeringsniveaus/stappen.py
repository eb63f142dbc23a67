"""The smallest set of steps to a level: how many certificates, in which language role, and by how many new people.

Nothing in the source says how to get there: the count follows from the conditions of § Individuele certificering and
§ Klantcertificering, and persons count, not certificates (ruling).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from docgen.families.certificeringsniveaus.kwaliteit import Uitkomst
from docgen.families.certificeringsniveaus.record import Niveau, Taalrol
from docgen.families.certificeringsniveaus.voorwaarden import (
    AZ_GESLAAGD,
    AZ_TAALROL,
    PRO_PARTNER,
    Q_CHECKS,
    TESTS_TAALROL,
    VIER,
    Toestand,
    Voorwaarde,
)


class Wat(Enum):
    """What has to happen."""

    CONSULTANT = "slaagt voor Consultant A tot Z"
    SELECTIETESTS = "slaagt voor Consultant selectietests"
    GECERTIFICEERDE = "behaalt een certificaat naar keuze"
    NIEUWE = "heeft nog geen certificaat"
    PRO_PARTNER = "wordt als PRO Partner doorgegeven"
    SCORE = "de gemiddelde score stijgt"
    EERSTE_SCORE = "er komt een score"


@dataclass(frozen=True)
class Stap:
    """One step: `aantal` people, of `taalrol` where that matters; `score` is the mean that has to rise to 80.

    NIEUWE is no step of its own: it says how many of the people above it must not have a certificate yet.
    """

    wat: Wat
    aantal: int = 1
    taalrol: Taalrol | None = None
    score: Fraction | None = None


def find_stappen(toestand: Toestand, niveau: Niveau) -> tuple[Stap, ...]:
    """The steps from what was found to this level; none when its conditions are met."""
    if niveau is Niveau.KLANT:
        return tuple(_to_klant(toestand))
    return tuple(_to_individueel(toestand)) if niveau is Niveau.INDIVIDUEEL else ()


def _to_individueel(toestand: Toestand) -> Iterator[Stap]:
    if _unmet(toestand, AZ_GESLAAGD):
        yield Stap(Wat.CONSULTANT)
    if _unmet(toestand, PRO_PARTNER):
        yield Stap(Wat.PRO_PARTNER)


def _to_klant(toestand: Toestand) -> Iterator[Stap]:
    certificates = [
        *(Stap(Wat.CONSULTANT, taalrol=each.taalrol) for each in _unmet(toestand, AZ_TAALROL)),
        *(Stap(Wat.SELECTIETESTS, taalrol=each.taalrol) for each in _unmet(toestand, TESTS_TAALROL)),
    ]
    yield from certificates
    # Whoever takes a certificate that is asked for in a language role also counts as one of the four.
    shortage = sum(each.tekort for each in _unmet(toestand, VIER))
    if shortage > len(certificates):
        yield Stap(Wat.GECERTIFICEERDE, shortage - len(certificates))
    if shortage and certificates:
        yield Stap(Wat.NIEUWE, shortage)
    if _unmet(toestand, PRO_PARTNER):
        yield Stap(Wat.PRO_PARTNER)
    if _unmet(toestand, Q_CHECKS):
        mean = toestand.kwaliteit.gemiddelde
        yield Stap(Wat.EERSTE_SCORE) if mean is None else Stap(Wat.SCORE, score=mean)


def _unmet(toestand: Toestand, regel: str) -> tuple[Voorwaarde, ...]:
    return tuple(each for each in toestand.van(regel) if each.uitkomst is not Uitkomst.VOLDAAN)
