"""Which level an organisation reaches, and which of the four letters says so.

Source: certificeringsniveaus, § Klantcertificering, "Elk jaar gaan we na of je organisatie aan de voorwaarden blijft
voldoen." The source knows no letters: they are rulings, and so is their order. Reached ≥ asked > current is a
toekenning, asked > reached a weigering, nothing asked and reached ≥ current a bevestiging; who no longer meets the
conditions of the level it has, gets an intrekking, also when it asked for a level.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from docgen.dates import add_years
from docgen.families.certificeringsniveaus.kwaliteit import Uitkomst
from docgen.families.certificeringsniveaus.record import Niveau
from docgen.families.certificeringsniveaus.stappen import Stap, find_stappen
from docgen.families.certificeringsniveaus.voorwaarden import BESLISSEND, Toestand


class Brief(StrEnum):
    """The four letters; a letter's name is that of its document."""

    TOEKENNING = "toekenning"
    WEIGERING = "weigering"
    BEVESTIGING = "bevestiging"
    INTREKKING = "intrekking"


@dataclass(frozen=True)
class Uitspraak:
    """A letter and the level that the organisation has from then on; no letter where the source has none."""

    brief: Brief | None
    niveau: Niveau


@dataclass(frozen=True)
class Besluit:
    """The whole decision: `uitspraak` by what is certain, `mogelijk` if every grensgeval is taken as met.

    `inzet` is the level at stake: the higher of the level asked and the level it has. `grensgevallen` are the rules on
    which the two differ, undecided by the desk. `herziening` is the next review date.
    """

    huidig: Niveau
    gevraagd: Niveau | None
    bereikt: Niveau
    inzet: Niveau
    uitspraak: Uitspraak
    mogelijk: Uitspraak
    grensgevallen: tuple[str, ...]
    herziening: date
    stappen: tuple[tuple[Niveau, tuple[Stap, ...]], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether a grensgeval changes the outcome: then the desk decides first."""
        return self.uitspraak != self.mogelijk


def decide(toestand: Toestand, aanvaard: AbstractSet[str] = frozenset()) -> Besluit:
    """The decision on one organisation; `aanvaard` are the rules that the desk settled, which count as met."""
    record = toestand.record
    huidig = record.huidig_niveau or Niveau.GEEN
    bereikt = find_bereikt(toestand, {Uitkomst.VOLDAAN}, aanvaard)
    hoogst = find_bereikt(toestand, {Uitkomst.VOLDAAN, Uitkomst.GRENSGEVAL}, aanvaard)
    return Besluit(
        huidig=huidig,
        gevraagd=record.gevraagd_niveau,
        bereikt=bereikt,
        inzet=find_inzet(huidig, record.gevraagd_niveau),
        uitspraak=choose_brief(huidig, record.gevraagd_niveau, bereikt),
        mogelijk=choose_brief(huidig, record.gevraagd_niveau, hoogst),
        grensgevallen=_grensgevallen(toestand, aanvaard) if hoogst is not bereikt else (),
        herziening=find_herziening(toestand.peildatum),
        stappen=tuple((niveau, find_stappen(toestand, niveau)) for niveau in Niveau if niveau.rang > bereikt.rang),
    )


def find_bereikt(toestand: Toestand, good: AbstractSet[Uitkomst], aanvaard: AbstractSet[str]) -> Niveau:
    """The highest level of which every deciding condition is met, or settled by the desk."""
    reached = [
        niveau
        for niveau in Niveau
        if all(regel in aanvaard or toestand.uitkomst(regel) in good for regel in BESLISSEND[niveau])
    ]
    return max(reached, key=lambda niveau: niveau.rang)


def find_inzet(huidig: Niveau, gevraagd: Niveau | None) -> Niveau:
    """The level at stake: the conditions of a higher one block nothing (ruling)."""
    return max(huidig, gevraagd or huidig, key=lambda niveau: niveau.rang)


def choose_brief(huidig: Niveau, gevraagd: Niveau | None, bereikt: Niveau) -> Uitspraak:
    """The letter that follows (ruling); no letter for who asks a lower level than it has and keeps."""
    # First: who loses a level must know that before anything is said of another one (ruling).
    if bereikt.rang < huidig.rang:
        return Uitspraak(Brief.INTREKKING, bereikt)
    # Asking for the level that it has is taken as asking for nothing (ruling).
    if gevraagd is None or gevraagd is huidig:
        return Uitspraak(Brief.BEVESTIGING, huidig)
    if gevraagd.rang < huidig.rang:
        return Uitspraak(None, huidig)
    if bereikt.rang >= gevraagd.rang:
        return Uitspraak(Brief.TOEKENNING, gevraagd)
    return Uitspraak(Brief.WEIGERING, huidig)


def find_herziening(peildatum: date) -> date:
    """One year later ("Elk jaar", § Klantcertificering); 29 February becomes 28 February (ruling)."""
    return add_years(peildatum, 1)


def _grensgevallen(toestand: Toestand, aanvaard: AbstractSet[str]) -> tuple[str, ...]:
    rules = dict.fromkeys(regel for regels in BESLISSEND.values() for regel in regels)
    return tuple(regel for regel in rules if regel not in aanvaard and toestand.uitkomst(regel) is Uitkomst.GRENSGEVAL)
