"""Which people count: in service on the peildatum, with which certificates; each answer is yes, no or doubtful.

Source: certificeringsniveaus, § Klantcertificering: "al minstens 4 PRO Academy gecertificeerden in dienst".
Rulings: persons count, not certificates; the peildatum decides who is in service and which certificates there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from docgen.dates import is_open_end
from docgen.families.certificeringsniveaus.record import JaNeen, Medewerker, Taalrol
from docgen.text import fold


class Certificaat(StrEnum):
    """The certificates that § Klantcertificering and the page on the trajectories name; ANDER is any other one."""

    CONSULTANT = "Consultant A tot Z"
    SELECTIETESTS = "Consultant selectietests"
    VOORZITTER = "Interviewvoorzitter"
    ASSESSMENT = "Assessmenttechnieken"
    ANDER = "ander certificaat"


class Antwoord(Enum):
    """Whether something holds; ONZEKER where what was filled in can be read both ways."""

    NEE = 0
    ONZEKER = 1
    JA = 2


def every(answers: Iterable[Antwoord]) -> Antwoord:
    """The weakest of the answers; JA of none."""
    return min(answers, key=lambda answer: answer.value, default=Antwoord.JA)


def some(answers: Iterable[Antwoord]) -> Antwoord:
    """The strongest of the answers; NEE of none."""
    return max(answers, key=lambda answer: answer.value, default=Antwoord.NEE)


@dataclass(frozen=True)
class Persoon:
    """One row of the people: `is_dubbel` when a row above has the same name, which may be the same person.

    `later` are the certificates passed after the peildatum.
    """

    rij: int
    naam: str
    taalrol: Taalrol | None
    in_dienst: Antwoord
    behaald: Mapping[Certificaat, Antwoord]
    ander: str | None = None
    dienst_tot: date | None = None
    is_dubbel: bool = False
    later: tuple[Certificaat, ...] = ()

    def heeft(self, certificaat: Certificaat, taalrol: Taalrol | None = None) -> Antwoord:
        """Whether the person counts for this certificate, in this language role when one is given."""
        return every([self.telt, self.behaald[certificaat], self._van(taalrol)])

    @property
    def telt(self) -> Antwoord:
        """Whether the person is in service, and is a person of his or her own."""
        return every([self.in_dienst, Antwoord.ONZEKER if self.is_dubbel else Antwoord.JA])

    @property
    def gecertificeerd(self) -> Antwoord:
        """Whether the person counts as one of the certified people, however many certificates there are (ruling)."""
        return every([self.telt, some(self.behaald.values())])

    def twijfels(self, certificaat: Certificaat | None, taalrol: Taalrol | None = None) -> list[str]:
        """What is not certain of the person where this certificate is asked, or any, in words."""
        asked = self.behaald.values() if certificaat is None else [self.behaald[certificaat]]
        found = {
            "deze naam staat er al een keer": self.is_dubbel,
            "de laatste dag in dienst ligt voor de eerste": self.in_dienst is Antwoord.ONZEKER,
            "de taalrol ontbreekt": self._van(taalrol) is Antwoord.ONZEKER,
            "van een certificaat ontbreekt de datum of het resultaat": some(asked) is Antwoord.ONZEKER,
        }
        return [words for words, is_so in found.items() if is_so]

    def _van(self, taalrol: Taalrol | None) -> Antwoord:
        if taalrol is None or self.taalrol is taalrol:
            return Antwoord.JA
        return Antwoord.ONZEKER if self.taalrol is None else Antwoord.NEE


def find_personen(medewerkers: Sequence[Medewerker], peildatum: date) -> tuple[Persoon, ...]:
    """Everyone with a name, in the order of the list, as they stand on the peildatum."""
    seen, personen = set[str](), list[Persoon]()
    for rij, medewerker in enumerate(medewerkers, start=1):
        if medewerker.naam is None:
            continue
        name = fold_name(medewerker.naam)
        personen.append(_persoon(rij, medewerker, peildatum, is_dubbel=name in seen))
        seen.add(name)
    return tuple(personen)


def fold_name(name: str) -> str:
    """The words of a name without case, accents and order: ``Proef, An`` and ``an proef`` are one."""
    return " ".join(sorted(fold(name).split()))


def _persoon(rij: int, medewerker: Medewerker, peildatum: date, *, is_dubbel: bool) -> Persoon:
    given = {
        Certificaat.CONSULTANT: (medewerker.consultant_geslaagd, medewerker.consultant_datum),
        Certificaat.SELECTIETESTS: (medewerker.selectietests_geslaagd, medewerker.selectietests_datum),
        Certificaat.VOORZITTER: (medewerker.voorzitter_geslaagd, medewerker.voorzitter_datum),
        Certificaat.ASSESSMENT: (medewerker.assessment_geslaagd, medewerker.assessment_datum),
        Certificaat.ANDER: (medewerker.ander_geslaagd, medewerker.ander_datum),
    }
    return Persoon(
        rij=rij,
        naam=medewerker.naam or "",
        taalrol=medewerker.taalrol,
        in_dienst=is_in_dienst(medewerker.dienst_van, medewerker.dienst_tot, peildatum),
        behaald={which: has_passed(*answer, peildatum) for which, answer in given.items()},
        ander=medewerker.ander_certificaat,
        dienst_tot=medewerker.dienst_tot,
        is_dubbel=is_dubbel,
        later=tuple(which for which, (passed, on) in given.items() if passed is JaNeen.JA and on and on > peildatum),
    )


def is_in_dienst(first: date | None, last: date | None, peildatum: date) -> Antwoord:
    """In service from the first up to and including the last day; nothing filled in means in service (ruling)."""
    # An end before the begin is a typing error in either: nobody can say which.
    if first is not None and not is_open_end(last) and last is not None and last < first:
        return Antwoord.ONZEKER
    starts_later = first is not None and first > peildatum
    is_over = not is_open_end(last) and last is not None and last < peildatum
    return Antwoord.NEE if starts_later or is_over else Antwoord.JA


def has_passed(passed: JaNeen | None, on: date | None, peildatum: date) -> Antwoord:
    """Passed on or before the peildatum; without a date, or with a date but no result, it is doubtful (ruling)."""
    if passed is JaNeen.NEEN or (on is not None and on > peildatum):
        return Antwoord.NEE
    if passed is JaNeen.JA:
        return Antwoord.JA if on is not None else Antwoord.ONZEKER
    return Antwoord.ONZEKER if on is not None else Antwoord.NEE
