"""The conditions of each level, weighed: what is required, what was found, and which people count.

Source: certificeringsniveaus, § Individuele certificering and § Klantcertificering. A PRO Partner adds nothing to the
four (ruling: "Hiervoor bestaat er geen certificaat").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from docgen.families.certificeringsniveaus.kwaliteit import Kwaliteit, Uitkomst, weigh_kwaliteit
from docgen.families.certificeringsniveaus.medewerkers import Antwoord, Certificaat, Persoon, find_personen
from docgen.families.certificeringsniveaus.record import Niveau, Organisatie, Taalrol, Taalrollen

AZ_GESLAAGD, PRO_PARTNER = "az-geslaagd", "pro-partner"
VIER, AZ_TAALROL, TESTS_TAALROL = "vier-gecertificeerden", "az-per-taalrol", "selectietests-per-taalrol"
Q_CHECKS = "q-checks"
#: "een team van minstens 4 gecertificeerde medewerkers", § Klantcertificering.
VEREISTE_MEDEWERKERS = 4
#: The rules that decide on each level. Who has one consultant "krijgt" the level, and "moet dan ook" name a PRO Partner
#: (§ Individuele certificering): a missing one does not stand in its way (ruling).
BESLISSEND = {
    Niveau.GEEN: (),
    Niveau.INDIVIDUEEL: (AZ_GESLAAGD,),
    Niveau.KLANT: (VIER, AZ_TAALROL, TESTS_TAALROL, PRO_PARTNER, Q_CHECKS),
}
#: The rules that a decision on each level shows: there the duty to name a PRO Partner stands too.
GETOOND = {**BESLISSEND, Niveau.INDIVIDUEEL: (AZ_GESLAAGD, PRO_PARTNER)}


@dataclass(frozen=True)
class Voorwaarde:
    """One condition, per language role where the source asks that: `vereist` and `gevonden` count people.

    For the Q-checks the figures stand in `Kwaliteit`. `wie` are the people that count, `onzeker` those who may.
    """

    regel: str
    uitkomst: Uitkomst
    vereist: int
    wie: tuple[str, ...] = ()
    onzeker: tuple[str, ...] = ()
    taalrol: Taalrol | None = None

    @property
    def gevonden(self) -> int:
        """How many count for certain."""
        return len(self.wie)

    @property
    def tekort(self) -> int:
        """How many are missing."""
        return max(0, self.vereist - self.gevonden)


@dataclass(frozen=True)
class Toestand:
    """One organisation as it stands on the peildatum; what follows from it is worked out once, on demand."""

    record: Organisatie
    peildatum: date

    @property
    def taalrollen(self) -> tuple[Taalrol, ...]:
        """The required language roles: NL and FR unless the organisation says otherwise (ruling)."""
        return (self.record.vereiste_taalrollen or Taalrollen.BEIDE).rollen

    @cached_property
    def personen(self) -> tuple[Persoon, ...]:
        """Its people."""
        return find_personen(self.record.medewerkers, self.peildatum)

    @cached_property
    def kwaliteit(self) -> Kwaliteit:
        """Its Q-checks."""
        return weigh_kwaliteit(self.record.kwaliteitschecks, self.personen)

    @cached_property
    def voorwaarden(self) -> tuple[Voorwaarde, ...]:
        """Every condition of every level, in the order of the source."""
        return tuple(_weigh(self))

    def van(self, regel: str) -> tuple[Voorwaarde, ...]:
        """The conditions of one rule: one, or one per language role."""
        return tuple(each for each in self.voorwaarden if each.regel == regel)

    def uitkomst(self, regel: str) -> Uitkomst:
        """The weakest outcome of the conditions of one rule."""
        order = (Uitkomst.NIET, Uitkomst.GRENSGEVAL, Uitkomst.VOLDAAN)  # from weak to strong
        return min((each.uitkomst for each in self.van(regel)), key=order.index)

    def houders(self, certificaat: Certificaat) -> tuple[str, ...]:
        """Who counts for a certificate, whatever the language role."""
        return tuple(each.naam for each in self.personen if each.heeft(certificaat) is Antwoord.JA)


def _weigh(toestand: Toestand) -> Iterator[Voorwaarde]:
    personen, rollen = toestand.personen, toestand.taalrollen
    yield _count(AZ_GESLAAGD, 1, [(p, p.heeft(Certificaat.CONSULTANT)) for p in personen])
    yield _count(VIER, VEREISTE_MEDEWERKERS, [(p, p.gecertificeerd) for p in personen])
    for regel, certificaat in ((AZ_TAALROL, Certificaat.CONSULTANT), (TESTS_TAALROL, Certificaat.SELECTIETESTS)):
        for rol in rollen:
            yield _count(regel, 1, [(p, p.heeft(certificaat, rol)) for p in personen], rol)
    partner = toestand.record.pro_partner
    yield Voorwaarde(PRO_PARTNER, Uitkomst.VOLDAAN if partner else Uitkomst.NIET, 1, (partner,) if partner else ())
    yield Voorwaarde(Q_CHECKS, toestand.kwaliteit.uitkomst, 1, tuple(each.naam for each in toestand.kwaliteit.personen))


def _count(
    regel: str, required: int, answers: Sequence[tuple[Persoon, Antwoord]], taalrol: Taalrol | None = None
) -> Voorwaarde:
    sure = tuple(persoon.naam for persoon, answer in answers if answer is Antwoord.JA)
    doubtful = tuple(persoon.naam for persoon, answer in answers if answer is Antwoord.ONZEKER)
    if len(sure) >= required:
        outcome = Uitkomst.VOLDAAN
    else:
        outcome = Uitkomst.GRENSGEVAL if len(sure) + len(doubtful) >= required else Uitkomst.NIET
    return Voorwaarde(regel, outcome, required, sure, doubtful, taalrol)
