"""The score on the Q-checks: whose checks count, the ruling's mean, and where the other readings disagree."""

from datetime import date
from fractions import Fraction
from itertools import combinations
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.families.certificeringsniveaus.kwaliteit import Reden, Uitkomst, weigh_kwaliteit
from docgen.families.certificeringsniveaus.medewerkers import find_personen
from organisations import JA, NEEN, ON, person, qcheck

PEOPLE = find_personen(
    [
        person("An Proef", "NL", "AZ"),
        person("Bo Essai", "FR", "AZ"),
        person("Cas Proef", "NL", "ST"),
        person("Dé Essai", "FR", "AZ", dienst_tot=date(2026, 7, 2)),
        person("Eef Proef", "NL", consultant_geslaagd=JA),
    ],
    ON,
)
MET, GRENS, NOT = Uitkomst.VOLDAAN, Uitkomst.GRENSGEVAL, Uitkomst.NIET


def weigh(*checks):
    return weigh_kwaliteit([qcheck(*check) for check in checks], PEOPLE)


@pytest.mark.parametrize(
    ("expected", "checks"),
    [
        (MET, [("An Proef", "80"), ("Bo Essai", "80")]),
        (MET, [("An Proef", "80,01"), ("Bo Essai", "80")]),
        (NOT, [("An Proef", "79,99"), ("Bo Essai", "80")]),  # 79.995 would round to 80.0
        (NOT, [("An Proef", "79,99")]),
        (NOT, []),
        (MET, [("proef an", "90"), ("Bo Essai", "70")]),
        # Persons' means: (100 + 60) / 2 = 80; all checks: (100 + 60 + 60) / 3 = 73.3.
        (GRENS, [("An Proef", "100"), ("Bo Essai", "60"), ("Bo Essai", "60")]),
        # Persons' means: (60 + 90) / 2 = 75; all checks: (60 + 90 + 90) / 3 = 80.
        (GRENS, [("An Proef", "60"), ("Bo Essai", "90"), ("Bo Essai", "90")]),
        # Who is no certified consultant in service, and what is not finished, does not count.
        (MET, [("An Proef", "80"), ("Cas Proef", "10")]),
        (MET, [("An Proef", "80"), ("Dé Essai", "10")]),
        (MET, [("An Proef", "80"), ("Bo Essai", "10", NEEN)]),
        (MET, [("An Proef", "80"), ("Bo Essai", None)]),
        # Doubtful checks: an unknown name, a consultant without a date, finished or not.
        (GRENS, [("An Proef", "80"), ("Wie Dan", "10")]),
        (MET, [("An Proef", "80"), ("Wie Dan", "90")]),
        (GRENS, [("An Proef", "80"), ("Eef Proef", "10")]),
        (GRENS, [("An Proef", "80"), ("Bo Essai", "10", None)]),
        (GRENS, [("Eef Proef", "80")]),
        # Neither alone nor all together, but two of the three lift the mean: (79 + 80.5 + 80.5) / 3 = 80.
        (GRENS, [("An Proef", "79"), ("Wie Dan", "80,5"), ("Wie Nog", "80,5"), ("Wie Ook", "20")]),
        # The best of what may count for one person stands for him: (80 + 80) / 2.
        (GRENS, [("An Proef", "79"), ("An Proef", "81", None), ("An Proef", "10", None)]),
        (NOT, [("An Proef", "79"), ("Wie Dan", "79,9"), ("Wie Nog", "20")]),
    ],
)
def test_the_score_is_met_not_met_or_a_grensgeval(expected, checks):
    assert expected is weigh(*checks).uitkomst


def test_the_means_are_exact():
    kwaliteit = weigh(("An Proef", "100"), ("Bo Essai", "60"), ("Bo Essai", "61"))
    assert (Fraction("80.25"), Fraction(221, 3)) == (kwaliteit.gemiddelde, kwaliteit.alle)
    assert [("An Proef", 100, 1), ("Bo Essai", Fraction("60.5"), 2)] == [
        (each.naam, each.gemiddelde, each.aantal) for each in kwaliteit.personen
    ]


def test_a_consultant_without_a_score_is_left_out_and_named():
    assert ("Bo Essai",) == weigh(("An Proef", "80"), ("Bo Essai", None)).zonder_score
    assert ("An Proef", "Bo Essai") == weigh().zonder_score


def test_every_check_that_does_not_count_is_named_with_the_reason():
    kwaliteit = weigh(
        ("An Proef", "80"),
        ("Cas Proef", "10"),
        ("Bo Essai", "10", NEEN),
        ("Bo Essai", None),
        ("Wie Dan", "90"),
        (None, "5"),
    )
    assert [
        (2, "Cas Proef", Reden.GEEN_CONSULTANT),
        (3, "Bo Essai", Reden.LOPEND),
        (4, "Bo Essai", Reden.GEEN_SCORE),
        (5, "Wie Dan", Reden.ONZEKER),
        (6, "", Reden.ONZEKER),
    ] == [(each.rij, each.naam, each.reden) for each in kwaliteit.weggelaten]


@given(
    st.lists(st.tuples(st.sampled_from(["An Proef", "Bo Essai"]), st.integers(76, 84)), max_size=4),
    st.lists(st.tuples(st.sampled_from(["An Proef", "Wie Dan", "Wie Nog"]), st.integers(76, 84)), max_size=4),
)
def test_it_is_what_trying_every_set_of_doubtful_checks_gives(sure, doubtful):
    answers = {
        answer
        for size in range(len(doubtful) + 1)
        for chosen in combinations(doubtful, size)
        for answer in both_answers([*sure, *chosen])
    }
    expected = GRENS if len(answers) > 1 else MET if answers == {True} else NOT
    checks = [(name, str(score)) for name, score in sure] + [(name, str(score), None) for name, score in doubtful]
    assert expected is weigh(*checks).uitkomst


def both_answers(scored):
    """Whether the mean of persons' means and the mean of all checks reach 80."""
    names = {name for name, _ in scored}
    persons = [Fraction(mean([Fraction(score) for name, score in scored if name == one])) for one in names]
    means = [mean(persons), mean([Fraction(score) for _, score in scored])] if scored else [0]
    return [each >= 80 for each in means]
