"""Each condition at its threshold, just under and just over it."""

from datetime import date

import pytest

from docgen.families.certificeringsniveaus.kwaliteit import Uitkomst
from docgen.families.certificeringsniveaus.record import Taalrollen
from organisations import JA, TEAM, person, standing

MET, GRENS, NOT = Uitkomst.VOLDAAN, Uitkomst.GRENSGEVAL, Uitkomst.NIET
LEFT = {"dienst_tot": date(2026, 7, 2)}
AN, BO, CAS, DE = TEAM


@pytest.mark.parametrize(
    ("expected", "people"),
    [
        (NOT, [AN, BO, CAS]),
        (MET, TEAM),
        (MET, [*TEAM, person("Flo", "NL", "IV")]),
        (NOT, [person("An", "NL", "AZ ST IV AS"), BO, CAS]),  # persons count, not certificates
        (NOT, [AN, BO, CAS, person("Dé", "FR", "ST", **LEFT)]),
        (NOT, [AN, BO, CAS, person("Dé", "FR")]),
        (MET, [AN, BO, CAS, person("Dé", "FR", "X", ander_certificaat="Proefkunde")]),
        (GRENS, [AN, BO, CAS, person("Dé", "FR", selectietests_geslaagd=JA)]),
        (GRENS, [AN, BO, CAS, person("an proef", "NL", "AZ")]),
        (NOT, [AN, BO, person("an proef", "NL", "AZ")]),
    ],
)
def test_four_people_are_needed(expected, people):
    assert expected is standing(people).uitkomst("vier-gecertificeerden")


def test_a_pro_partner_adds_nothing_to_the_four():
    assert standing([AN, BO, CAS], pro_partner="Wie Ook").uitkomst("vier-gecertificeerden") is NOT


@pytest.mark.parametrize(
    ("expected", "people", "roles"),
    [
        ((MET, MET), TEAM, None),
        ((MET, NOT), [AN, CAS, DE], None),
        ((NOT, MET), [BO, CAS, DE], Taalrollen.BEIDE),
        ((MET,), [AN, CAS], Taalrollen.NL),
        ((NOT,), [AN, CAS], Taalrollen.FR),
        ((MET, GRENS), [AN, person("Bo", None, "AZ")], None),
        ((MET, NOT), [AN, person("Bo", "FR", "AZ", **LEFT)], None),
    ],
)
def test_each_language_role_needs_its_own_consultant(expected, people, roles):
    conditions = standing(people, vereiste_taalrollen=roles).van("az-per-taalrol")
    assert expected == tuple(each.uitkomst for each in conditions)


@pytest.mark.parametrize(
    ("expected", "people"),
    [
        ((MET, MET), TEAM),
        ((MET, NOT), [AN, BO, CAS]),
        ((NOT, NOT), [AN, BO]),
        ((MET, MET), [person("An", "NL", "AZ ST"), person("Bo", "FR", "AZ ST")]),
    ],
)
def test_each_language_role_needs_its_own_consultant_selectietests(expected, people):
    assert expected == tuple(each.uitkomst for each in standing(people).van("selectietests-per-taalrol"))


@pytest.mark.parametrize(
    ("expected", "people"),
    [
        (MET, [AN]),
        (NOT, [CAS]),
        (NOT, []),
        (NOT, [person("An", "NL", "AZ", **LEFT)]),
        (GRENS, [person("An", "NL", consultant_geslaagd=JA)]),
    ],
)
def test_one_consultant_is_enough_for_individuele_certificering(expected, people):
    assert expected is standing(people).uitkomst("az-geslaagd")


@pytest.mark.parametrize(("expected", "partner"), [(MET, "Wie Ook"), (NOT, None)])
def test_a_name_is_enough_for_a_pro_partner(expected, partner):
    assert expected is standing(pro_partner=partner).uitkomst("pro-partner")


def test_a_condition_names_who_counts_and_who_may():
    four = standing([AN, BO, person("Dé", "FR", selectietests_geslaagd=JA)]).van("vier-gecertificeerden")[0]
    assert (("An Proef", "Bo Essai"), ("Dé",), 4, 2, 2) == (
        four.wie,
        four.onzeker,
        four.vereist,
        four.gevonden,
        four.tekort,
    )
