"""The lines of a letter on one organisation, in its language: conditions, reasons, who does not count, steps, tasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from docgen.dates import format_date_words
from docgen.families.certificeringsniveaus.besluit import Besluit
from docgen.families.certificeringsniveaus.frans import FRANS
from docgen.families.certificeringsniveaus.kwaliteit import Uitkomst
from docgen.families.certificeringsniveaus.medewerkers import Antwoord, Certificaat, Persoon
from docgen.families.certificeringsniveaus.nederlands import NEDERLANDS
from docgen.families.certificeringsniveaus.record import Niveau
from docgen.families.certificeringsniveaus.scores import VEREISTE_SCORE, format_score, format_shortfall
from docgen.families.certificeringsniveaus.stappen import Stap, Wat
from docgen.families.certificeringsniveaus.taken import TAKEN, list_bosa
from docgen.families.certificeringsniveaus.typografie import bind
from docgen.families.certificeringsniveaus.voorwaarden import (
    BESLISSEND,
    GETOOND,
    PRO_PARTNER,
    Q_CHECKS,
    VIER,
    Toestand,
    Voorwaarde,
)
from docgen.families.certificeringsniveaus.woorden import Woorden
from docgen.model.rule import Decision
from docgen.text import enumerate_words

#: By the code of the language.
WOORDEN: Mapping[str, Woorden] = {"nl": bind(NEDERLANDS), "fr": bind(FRANS)}


@dataclass(frozen=True)
class Weg:
    """The steps to one level, in words."""

    niveau: str
    lijst: list[str]


@dataclass(frozen=True)
class Teksten:
    """What there is to say about one organisation; `beslist` are the desk's decisions by rule."""

    toestand: Toestand
    besluit: Besluit
    taal: str
    beslist: dict[str, Decision]

    @property
    def woorden(self) -> Woorden:
        """The words of its language."""
        return WOORDEN[self.taal]

    @property
    def getoond(self) -> tuple[str, ...]:
        """The rules of the level at stake; of § Individuele certificering where none is (ruling)."""
        return GETOOND[self.besluit.inzet] or GETOOND[Niveau.INDIVIDUEEL]

    def som_op(self, namen: Sequence[str]) -> str:
        """Names one after the other."""
        return enumerate_words(tuple(namen), self.woorden.en)

    def dag(self, value: date) -> str:
        """A day in words."""
        return format_date_words(value, self.taal)

    def voorwaarden(self) -> list[dict[str, str]]:
        """A row per condition of the level at stake: required, found, who counts, and whether it is met."""
        return [self._row(each) for regel in self.getoond for each in self.toestand.van(regel)]

    def _row(self, each: Voorwaarde) -> dict[str, str]:
        words = self.woorden
        settled = each.uitkomst is not Uitkomst.VOLDAAN and each.regel in self.beslist
        return {
            "voorwaarde": self._fill(words.voorwaarde[each.regel], each),
            "vereist": words.vereist[each.regel],
            "gevonden": self._found(each),
            "wie": self._who(each) or "–",
            "oordeel": words.aanvaard if settled else words.oordeel[each.uitkomst],
        }

    def _fill(self, pattern: str, each: Voorwaarde) -> str:
        role = self.woorden.rol[each.taalrol] if each.taalrol else ""
        mean = self.toestand.kwaliteit.gemiddelde
        return pattern.format(rol=role, aantal=each.gevonden, score=format_score(mean) if mean is not None else "")

    def _found(self, each: Voorwaarde) -> str:
        words, mean = self.woorden, self.toestand.kwaliteit.gemiddelde
        if each.regel == Q_CHECKS:
            return words.score.format(score=format_score(mean)) if mean is not None else words.geen_score
        if each.regel == PRO_PARTNER:
            return words.genoemd[each.gevonden]
        return words.personen[min(each.gevonden, 2)].format(aantal=each.gevonden)

    def _who(self, each: Voorwaarde) -> str:
        if each.regel != Q_CHECKS:
            return ", ".join(each.wie)
        one, more = self.woorden.persoon_score
        return ", ".join(
            (one if p.aantal == 1 else more).format(naam=p.naam, score=format_score(p.gemiddelde), aantal=p.aantal)
            for p in self.toestand.kwaliteit.personen
        )

    def redenen(self) -> list[str]:
        """A sentence per deciding condition that is not met, and that the desk did not settle."""
        unmet = [
            each
            for regel in BESLISSEND[self.besluit.inzet]
            for each in self.toestand.van(regel)
            if each.uitkomst is not Uitkomst.VOLDAAN and regel not in self.beslist
        ]
        return [self._reason(each) for each in unmet]

    def _reason(self, each: Voorwaarde) -> str:
        words, kwaliteit = self.woorden, self.toestand.kwaliteit
        if each.regel != Q_CHECKS:
            return self._fill(words.reden[each.regel], each)
        if kwaliteit.gemiddelde is None:
            return words.reden_zonder_score
        # Not met though the mean is high enough: another way to count it gives less than 80.
        if kwaliteit.gemiddelde >= VEREISTE_SCORE:
            return words.reden_twee_wijzen
        return self._fill(words.reden[Q_CHECKS], each)

    def berekening(self) -> str:
        """How the score was worked out; nothing where it is not at stake or there is none."""
        mean = self.toestand.kwaliteit.alle
        if Q_CHECKS not in self.getoond or mean is None:
            return ""
        return self.woorden.alle.format(score=format_score(mean))

    def beslissingen(self) -> list[str]:
        """The desk's reason for each condition that it settled."""
        settled = [regel for regel in self.getoond if self.toestand.uitkomst(regel) is not Uitkomst.VOLDAAN]
        return [
            self.woorden.beslist.format(
                voorwaarde=self.woorden.voorwaarde_kort[regel],
                datum=self.dag(self.beslist[regel].when),
                waarom=self.beslist[regel].why,
            )
            for regel in settled
            if regel in self.beslist
        ]

    def niet_meegeteld(self) -> list[str]:
        """Certified people who do not count and why, and of the Q-checks who has no score and which are left out."""
        return list(dict.fromkeys([*self._left_people(), *self._left_checks()]))

    def _left_people(self) -> Iterator[str]:
        for persoon in self.toestand.personen:
            if any(answer is not Antwoord.NEE for answer in persoon.behaald.values()):
                yield from self._why_not(persoon)
            yield from self._passed_later(persoon)

    def _why_not(self, persoon: Persoon) -> Iterator[str]:
        words = self.woorden
        if persoon.in_dienst is Antwoord.NEE:
            left = persoon.dienst_tot if persoon.dienst_tot and persoon.dienst_tot < self.toestand.peildatum else None
            pattern = words.niet_meer if left else words.niet_in_dienst
            yield pattern.format(naam=persoon.naam, datum=self.dag(left) if left else "")
        elif persoon.gecertificeerd is Antwoord.ONZEKER:
            yield words.onzeker.format(naam=persoon.naam)

    def _passed_later(self, persoon: Persoon) -> Iterator[str]:
        for certificaat in persoon.later:
            yield self.woorden.later.format(naam=persoon.naam, certificaat=self._certificate(persoon, certificaat))

    def _certificate(self, persoon: Persoon, certificaat: Certificaat) -> str:
        own = persoon.ander if certificaat is Certificaat.ANDER else None
        return own or self.woorden.certificaat[certificaat]

    def _left_checks(self) -> Iterator[str]:
        if Q_CHECKS not in self.getoond:
            return
        kwaliteit, words = self.toestand.kwaliteit, self.woorden
        yield from (words.zonder_score.format(naam=naam) for naam in kwaliteit.zonder_score)
        for each in kwaliteit.weggelaten:
            yield words.weggelaten[each.reden].format(naam=each.naam or "?")

    def zinnen(self) -> list[str]:
        """The source's sentences behind the conditions, once each, and the one on the yearly review."""
        chosen = [self._sentence(regel) for regel in self.getoond]
        return [sentence for sentence in dict.fromkeys(chosen) if sentence]

    def _sentence(self, regel: str) -> str:
        first, *more = self.woorden.zin[regel]
        if regel == PRO_PARTNER and VIER in self.getoond:
            return more[0]
        return " ".join([first, *more]) if regel == Q_CHECKS else first

    def stappen(self) -> list[Weg]:
        """Per level above the one reached: its name and the smallest set of steps."""
        return [
            Weg(self.woorden.niveau[niveau], [self._step(stap, niveau) for stap in stappen])
            for niveau, stappen in self.besluit.stappen
            if stappen
        ]

    def _step(self, stap: Stap, niveau: Niveau) -> str:
        one, other = self.woorden.stap[stap.wat][0], self.woorden.stap[stap.wat][-1]
        if stap.wat is Wat.SCORE and stap.score is not None:
            pattern = one if stap.score < VEREISTE_SCORE else other
            return pattern.format(score=format_score(stap.score), tekort=format_shortfall(stap.score))
        is_other = stap.aantal > 1 or (stap.wat is Wat.CONSULTANT and niveau is Niveau.INDIVIDUEEL)
        role = self.woorden.rol[stap.taalrol] if stap.taalrol else ""
        return (other if is_other else one).format(rol=role, aantal=stap.aantal)

    def taken(self) -> dict[str, object]:
        """The tasks that follow from the level that the organisation has from now on; nothing is invented.

        Only § Klantcertificering has lists; for § Individuele certificering its sentence and the certified tasks.
        """
        niveau, taken = self.besluit.uitspraak.niveau, TAKEN[self.taal]
        is_klant = niveau is Niveau.KLANT
        assessors = self.toestand.houders(Certificaat.ASSESSMENT)
        bosa = list_bosa(taken, has_assessment=bool(assessors))
        own = self.woorden.taak_zonder_assessment.format(namen=self.som_op(assessors))
        return {
            "taken_organisatie": [vars(taak) for taak in taken.organisatie] if is_klant else [],
            "taken_bosa": [vars(taak) for taak in bosa] if is_klant else [],
            "taak_assessments": own if is_klant and assessors else "",
            "taken_zin": {Niveau.INDIVIDUEEL: taken.individueel, Niveau.GEEN: taken.geen}.get(niveau, ""),
            "taken_gecertificeerd": list(self._certified()) if niveau is Niveau.INDIVIDUEEL else [],
        }

    def _certified(self) -> Iterator[dict[str, str]]:
        """The certificates for which there are people, and those people."""
        for certificaat in Certificaat:
            holders = [p for p in self.toestand.personen if p.heeft(certificaat) is Antwoord.JA]
            if certificaat is not Certificaat.ANDER and holders:
                names = self.som_op([p.naam for p in holders])
                yield {"taak": self.woorden.certificaat[certificaat], "namen": names}
            elif certificaat is Certificaat.ANDER:
                yield from ({"taak": self._certificate(p, certificaat), "namen": p.naam} for p in holders)
