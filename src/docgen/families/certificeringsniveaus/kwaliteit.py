"""The mean score on the Q-checks of all certified consultants A tot Z together, and every other way to read it.

Source: certificeringsniveaus, § Klantcertificering: "de gemiddelde score op de Q-checks van alle A tot Z
gecertificeerden binnen jouw organisatie genomen (NL en FR samen)", on "de afgesloten selecties". Ruling: the mean of
the persons' means; where the mean of all checks, or a doubtful check, gives another answer, it is a grensgeval.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from docgen.families.certificeringsniveaus.medewerkers import Antwoord, Certificaat, Persoon, every, fold_name
from docgen.families.certificeringsniveaus.record import JaNeen, Kwaliteitscheck
from docgen.families.certificeringsniveaus.scores import VEREISTE_SCORE, average, parse_score


class Uitkomst(Enum):
    """Whether a condition is met; GRENSGEVAL where admissible readings disagree."""

    VOLDAAN = "voldaan"
    GRENSGEVAL = "grensgeval"
    NIET = "niet voldaan"


class Reden(Enum):
    """Why a Q-check is left out of "de afgesloten selecties" and "A tot Z gecertificeerden" (§ Klantcertificering)."""

    LOPEND = "de selectie is niet afgesloten"
    GEEN_SCORE = "er is nog geen score"
    GEEN_CONSULTANT = "geen gecertificeerde Consultant A tot Z in dienst"
    ONZEKER = "het is niet zeker dat deze Q-check meetelt"


@dataclass(frozen=True)
class Check:
    """One scored Q-check, under the name of its person; `zeker` is False where it may or may not count."""

    rij: int
    naam: str
    score: Decimal
    zeker: bool = True


@dataclass(frozen=True)
class Weggelaten:
    """A Q-check that does not count, and why."""

    rij: int
    naam: str
    reden: Reden


@dataclass(frozen=True)
class PersoonScore:
    """The mean of one person over `aantal` Q-checks."""

    naam: str
    gemiddelde: Fraction
    aantal: int


@dataclass(frozen=True)
class Kwaliteit:
    """The score of an organisation: `gemiddelde` by the ruling, `alle` over all checks; None without any score."""

    personen: tuple[PersoonScore, ...]
    zonder_score: tuple[str, ...]
    weggelaten: tuple[Weggelaten, ...]
    gemiddelde: Fraction | None
    alle: Fraction | None
    uitkomst: Uitkomst


def weigh_kwaliteit(checks: Sequence[Kwaliteitscheck], personen: Sequence[Persoon]) -> Kwaliteit:
    """Everything about the Q-checks of one organisation."""
    # Of two rows with one name the first stands for both: the second may be the same person.
    by_name = {fold_name(persoon.naam): persoon for persoon in reversed(personen)}
    sorted_out = list(_sort_out(checks, by_name))
    found = [each for each in sorted_out if isinstance(each, Check)]
    counted = [check for check in found if check.zeker]
    scored = {fold_name(check.naam) for check in counted}
    consultants = [each.naam for each in personen if each.heeft(Certificaat.CONSULTANT) is Antwoord.JA]
    return Kwaliteit(
        personen=tuple(_per_person(counted)),
        zonder_score=tuple(name for name in consultants if fold_name(name) not in scored),
        weggelaten=tuple(_left_out(sorted_out)),
        gemiddelde=_mean_of_persons(counted),
        alle=average(check.score for check in counted),
        uitkomst=_judge(counted, [check for check in found if not check.zeker]),
    )


def _sort_out(checks: Sequence[Kwaliteitscheck], by_name: dict[str, Persoon]) -> Iterator[Check | Weggelaten]:
    for rij, check in enumerate(checks, start=1):
        name = check.persoon or ""
        score = parse_score(check.score) if check.score else None
        if not name and check.score is None and check.selectie is None:
            continue
        persoon = by_name.get(fold_name(name))
        if check.afgesloten is JaNeen.NEEN:
            yield Weggelaten(rij, name, Reden.LOPEND)
        elif score is None:
            yield Weggelaten(rij, name, Reden.GEEN_SCORE)
        elif persoon is None:  # a name that is not on the list may be a misspelt one that is
            yield Check(rij, name, score, zeker=False)
        else:
            yield _weigh_check(Check(rij, persoon.naam, score), persoon, check.afgesloten)


def _weigh_check(check: Check, persoon: Persoon, afgesloten: JaNeen | None) -> Check | Weggelaten:
    closed = Antwoord.JA if afgesloten is JaNeen.JA else Antwoord.ONZEKER
    counts = every([closed, persoon.heeft(Certificaat.CONSULTANT)])
    if counts is Antwoord.NEE:
        return Weggelaten(check.rij, check.naam, Reden.GEEN_CONSULTANT)
    return Check(check.rij, check.naam, check.score, zeker=counts is Antwoord.JA)


def _left_out(sorted_out: Sequence[Check | Weggelaten]) -> Iterator[Weggelaten]:
    for each in sorted_out:
        if isinstance(each, Weggelaten):
            yield each
        elif not each.zeker:
            yield Weggelaten(each.rij, each.naam, Reden.ONZEKER)


def _scores_by_person(checks: Sequence[Check]) -> dict[str, list[Check]]:
    grouped: dict[str, list[Check]] = defaultdict(list)
    for check in checks:
        grouped[fold_name(check.naam)].append(check)
    return grouped


def _per_person(checks: Sequence[Check]) -> Iterator[PersoonScore]:
    for own in _scores_by_person(checks).values():
        mean = average(check.score for check in own)
        if mean is not None:
            yield PersoonScore(own[0].naam, mean, len(own))


def _mean_of_persons(checks: Sequence[Check]) -> Fraction | None:
    return average(each.gemiddelde for each in _per_person(checks))


def _judge(counted: Sequence[Check], doubtful: Sequence[Check]) -> Uitkomst:
    """Whether both means agree (ruling), whichever of the doubtful checks count."""
    highest = _find_highest(counted, doubtful)
    lowest = [-mean for mean in _find_highest(_turn(counted), _turn(doubtful))]
    may_pass = any(mean >= VEREISTE_SCORE for mean in highest)
    may_fail = not counted or any(mean < VEREISTE_SCORE for mean in lowest)
    if may_pass and may_fail:
        return Uitkomst.GRENSGEVAL
    return Uitkomst.VOLDAAN if may_pass else Uitkomst.NIET


def _turn(checks: Sequence[Check]) -> list[Check]:
    """The checks with what was lowest as the highest."""
    return [replace(check, score=-check.score) for check in checks]


def _find_highest(counted: Sequence[Check], doubtful: Sequence[Check]) -> list[Fraction]:
    """The mean of persons' means and the mean of all checks at their highest; none where there is no check."""
    sure, maybe = _scores_by_person(counted), _scores_by_person(doubtful)
    known = [_raise_mean(_scores(own), _scores(maybe.get(name, ()))) for name, own in sure.items()]
    others = [_raise_mean((), _scores(own)) for name, own in maybe.items() if name not in sure]
    persons = _raise_mean([mean for mean in known if mean is not None], [mean for mean in others if mean is not None])
    means = (persons, _raise_mean(_scores(counted), _scores(doubtful)))
    return [mean for mean in means if mean is not None]


def _scores(checks: Sequence[Check]) -> list[Fraction]:
    return [Fraction(check.score) for check in checks]


def _raise_mean(sure: Sequence[Fraction], doubtful: Sequence[Fraction]) -> Fraction | None:
    """The mean with those of the doubtful values that make it higher; None of nothing."""
    kept = list(sure)
    for value in sorted(doubtful, reverse=True):
        mean = average(kept)
        if mean is None or value > mean:
            kept.append(value)
    return average(kept)
