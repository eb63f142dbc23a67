"""The steps to a level are enough, and no smaller number of certificates is: every way up is tried."""

from itertools import combinations, product

import pytest

from docgen.families.certificeringsniveaus.kwaliteit import Uitkomst
from docgen.families.certificeringsniveaus.record import Taalrol
from docgen.families.certificeringsniveaus.stappen import Stap, Wat, find_stappen
from organisations import CHECKS, GEEN, INDIVIDUEEL, KLANT, TEAM, person, qcheck, standing

AN, BO, CAS, DE = TEAM
NL, FR = Taalrol
CERTIFICATES = (Wat.CONSULTANT, Wat.SELECTIETESTS, Wat.GECERTIFICEERDE)


def rows(stappen):
    return [(each.wat.name, each.aantal, each.taalrol) for each in stappen]


@pytest.mark.parametrize(
    ("expected", "people"),
    [
        ([], TEAM),
        ([("GECERTIFICEERDE", 1, None)], [person("An", "NL", "AZ ST"), BO, DE]),
        ([("SELECTIETESTS", 1, FR), ("NIEUWE", 1, None)], [AN, BO, CAS]),
        ([("SELECTIETESTS", 1, FR)], [AN, BO, CAS, person("Flo", "FR", "IV")]),
        ([("CONSULTANT", 1, FR), ("SELECTIETESTS", 1, FR), ("NIEUWE", 2, None)], [AN, CAS]),
        ([("SELECTIETESTS", 1, NL), ("SELECTIETESTS", 1, FR), ("NIEUWE", 2, None)], [AN, BO]),
        (
            [("CONSULTANT", 1, NL), ("CONSULTANT", 1, FR), ("SELECTIETESTS", 1, NL), ("SELECTIETESTS", 1, FR),
             ("NIEUWE", 4, None)],
            [],
        ),
        ([("CONSULTANT", 1, FR), ("GECERTIFICEERDE", 1, None), ("NIEUWE", 2, None)],
         [person("An", "NL", "AZ ST"), person("Bo", "FR", "ST")]),
    ],
)  # fmt: skip
def test_the_steps_to_klantcertificering(expected, people):
    assert (
        expected
        == rows(find_stappen(standing(people, [qcheck(p.naam, "90") for p in people] or CHECKS), KLANT))[
            : len(expected)
        ]
    )


def _ways(people, number):
    """Every way in which this number of certificates can be added, to people there are or to new ones."""
    new = [person(f"Nieuw {n} {rol}", rol) for n, rol in product(range(number), ("NL", "FR"))]
    options = [(index, short) for index in range(len(people) + len(new)) for short in ("AZ", "ST", "IV")]
    for chosen in combinations(options, number):
        held = [*people, *new]
        for index, short in chosen:
            update = person("x", "NL", short).model_dump(exclude_none=True, include={*_FIELDS[short]})
            held[index] = held[index].model_copy(update=update)
        yield held


_FIELDS = {
    "AZ": ("consultant_geslaagd", "consultant_datum"),
    "ST": ("selectietests_geslaagd", "selectietests_datum"),
    "IV": ("voorzitter_geslaagd", "voorzitter_datum"),
}
PEOPLE_RULES = ("vier-gecertificeerden", "az-per-taalrol", "selectietests-per-taalrol")


def _suffices(people):
    toestand = standing(people)
    return all(toestand.uitkomst(rule) is Uitkomst.VOLDAAN for rule in PEOPLE_RULES)


@pytest.mark.parametrize(
    "people",
    [
        [AN, BO, CAS],
        [AN, CAS],
        [person("An", "NL", "AZ ST"), person("Bo", "FR", "AZ ST")],
        [person("An", "NL", "AZ ST"), BO, DE],
        [AN, BO, CAS, person("Flo", "FR", "IV")],
        [AN, person("Flo", "FR", "IV"), person("Gus", "FR")],
    ],
    ids=lambda people: " ".join(each.naam for each in people),
)
def test_no_smaller_number_of_certificates_suffices(people):
    steps = [stap for stap in find_stappen(standing(people), KLANT) if stap.wat in CERTIFICATES]
    number = sum(stap.aantal for stap in steps)
    assert number > 0
    assert not any(_suffices(way) for way in _ways(people, number - 1))
    assert any(_suffices(way) for way in _ways(people, number))


def test_a_pro_partner_and_a_score_are_steps_of_their_own():
    toestand = standing(checks=[qcheck("An Proef", "79,99")], pro_partner=None)
    assert (Stap(Wat.PRO_PARTNER), Stap(Wat.SCORE, score=toestand.kwaliteit.gemiddelde)) == find_stappen(
        toestand, KLANT
    )
    assert (Stap(Wat.EERSTE_SCORE),) == find_stappen(standing(checks=[]), KLANT)


def test_the_steps_to_individuele_certificering_are_one_consultant_and_a_name():
    assert (Stap(Wat.CONSULTANT), Stap(Wat.PRO_PARTNER)) == find_stappen(standing([], pro_partner=None), INDIVIDUEEL)
    assert () == find_stappen(standing(), INDIVIDUEEL)
    assert () == find_stappen(standing([]), GEEN)
