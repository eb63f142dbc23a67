"""One organisation with all that the rules look at, and what is doubtful in how its list was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from docgen.families.certificeringsniveaus.besluit import find_inzet
from docgen.families.certificeringsniveaus.medewerkers import fold_name
from docgen.families.certificeringsniveaus.record import Medewerker, Niveau, Organisatie
from docgen.families.certificeringsniveaus.scores import parse_score
from docgen.families.certificeringsniveaus.voorwaarden import Toestand
from docgen.model.family import Case
from docgen.model.form import row_key
from docgen.model.record import Problem, Reading
from docgen.model.value import Place
from docgen.text import find_closest

_PEOPLE, _CHECKS = "medewerkers", "kwaliteitschecks"


@dataclass(frozen=True)
class Dossier:
    """What is known of one organisation on the day of the check."""

    name: str
    peildatum: date
    reading: Reading | None

    @property
    def record(self) -> Organisatie:
        """The organisation; an empty one when none was read."""
        record = self.reading.record if self.reading else None
        return record if isinstance(record, Organisatie) else Organisatie()

    @cached_property
    def toestand(self) -> Toestand:
        """Its conditions, weighed."""
        return Toestand(self.record, self.peildatum)

    @cached_property
    def inzet(self) -> Niveau:
        """The level at stake."""
        return find_inzet(self.record.huidig_niveau or Niveau.GEEN, self.record.gevraagd_niveau)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """How its values were read, with what only this family can see: scores and names."""
        read = self.reading.problems if self.reading else ()
        return (*read, *_find_scores(self), *_find_nameless(self), *_find_names(self), *_find_checks(self))

    @property
    def unreadable(self) -> frozenset[str]:
        """Keys where something stands that could not be read."""
        return self.reading.unreadable if self.reading else frozenset()

    def place(self, key: str) -> Place:
        """Where a key stands in the list."""
        return self.reading.place(key) if self.reading else Place(self.name)


def build_dossier(case: Case) -> Dossier:
    """The dossier of one organisation, from the record that the case brings."""
    readings = [each for each in case.records if isinstance(each, Reading) and isinstance(each.record, Organisatie)]
    return Dossier(case.name, case.peildatum, readings[0] if readings else None)


def _find_scores(dossier: Dossier) -> Iterator[Problem]:
    for row, check in enumerate(dossier.record.kwaliteitschecks, start=1):
        if check.score is not None and parse_score(check.score) is None:
            key = row_key(_CHECKS, row, "score")
            yield Problem(
                "onleesbaar-veld",
                key,
                dossier.place(key),
                f"De score op rij {row} van de Q-checks kan niet met zekerheid gelezen worden.",
                found=check.score,
                expected="een score op 100, bijvoorbeeld 82,5",
                remedy="Vul de score in als een getal op 100, bijvoorbeeld 82,5.",
                required=dossier.inzet is Niveau.KLANT,
            )


def _find_nameless(dossier: Dossier) -> Iterator[Problem]:
    for row, medewerker in enumerate(dossier.record.medewerkers, start=1):
        key = row_key(_PEOPLE, row, "naam")
        if medewerker.naam is None and medewerker != Medewerker() and key not in dossier.unreadable:
            yield Problem(
                "onzekere-lezing",
                key,
                dossier.place(key),
                f"Rij {row} van de medewerkers heeft geen naam; ze telt niet mee.",
                expected="een naam",
                remedy="Vul de naam in, of maak de rij leeg.",
            )


def _find_names(dossier: Dossier) -> Iterator[Problem]:
    for persoon in dossier.toestand.personen:
        if persoon.is_dubbel:
            key = row_key(_PEOPLE, persoon.rij, "naam")
            yield Problem(
                "onzekere-lezing",
                key,
                dossier.place(key),
                f"De naam op rij {persoon.rij} van de medewerkers staat er al een keer; hij telt één keer mee.",
                found=persoon.naam,
                expected="één rij per persoon",
                remedy="Gaat het om één persoon, zet dan alles op één rij. Zijn het er twee, maak de namen dan "
                "verschillend, ook bij de Q-checks.",
            )


def _find_checks(dossier: Dossier) -> Iterator[Problem]:
    names = {fold_name(persoon.naam): persoon.naam for persoon in dossier.toestand.personen}
    for row, check in enumerate(dossier.record.kwaliteitschecks, start=1):
        # Without a score it counts for nobody, whoever it is about.
        if check.score is None:
            continue
        if check.persoon is None:
            yield _unknown(dossier, row, None, None)
        elif fold_name(check.persoon) not in names:
            yield _unknown(dossier, row, check.persoon, find_closest(check.persoon, list(names.values())))
        elif check.afgesloten is None and row_key(_CHECKS, row, "afgesloten") not in dossier.unreadable:
            yield _unfinished(dossier, row)


def _unknown(dossier: Dossier, row: int, name: str | None, close: str | None) -> Problem:
    key = row_key(_CHECKS, row, "persoon")
    what = "heeft geen naam" if name is None else "heeft een naam die niet bij de medewerkers staat"
    return Problem(
        "onzekere-lezing",
        key,
        dossier.place(key),
        f"De Q-check op rij {row} {what}; hij telt niet mee.",
        found=name,
        expected=f"“{close}”?" if close else "een naam die bij de medewerkers staat",
        remedy="Schrijf de naam zoals op het blad Medewerkers, of zet de persoon daar bij.",
    )


def _unfinished(dossier: Dossier, row: int) -> Problem:
    key = row_key(_CHECKS, row, "afgesloten")
    return Problem(
        "onzekere-lezing",
        key,
        dossier.place(key),
        f"Bij de Q-check op rij {row} staat een score, maar niet of de selectie afgesloten is; hij telt niet mee.",
        expected="ja of neen",
        remedy="Vul in of de selectie afgesloten is.",
    )
