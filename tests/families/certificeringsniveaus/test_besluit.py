"""Which level is reached, which letter follows, when it is looked at again, and what the desk decides."""

from datetime import date

import pytest

from docgen.families.certificeringsniveaus.besluit import Brief, choose_brief, decide, find_herziening, find_inzet
from organisations import GEEN, INDIVIDUEEL, KLANT, TEAM, person, qcheck, standing

TOEKENNING, WEIGERING, BEVESTIGING, INTREKKING = Brief
AN, BO, CAS, DE = TEAM


@pytest.mark.parametrize(
    ("expected", "huidig", "gevraagd", "bereikt"),
    [
        ((TOEKENNING, INDIVIDUEEL), GEEN, INDIVIDUEEL, INDIVIDUEEL),
        ((TOEKENNING, INDIVIDUEEL), GEEN, INDIVIDUEEL, KLANT),  # no more than was asked
        ((TOEKENNING, KLANT), GEEN, KLANT, KLANT),
        ((TOEKENNING, KLANT), INDIVIDUEEL, KLANT, KLANT),
        ((WEIGERING, GEEN), GEEN, INDIVIDUEEL, GEEN),
        ((WEIGERING, GEEN), GEEN, KLANT, INDIVIDUEEL),
        ((WEIGERING, INDIVIDUEEL), INDIVIDUEEL, KLANT, INDIVIDUEEL),
        ((BEVESTIGING, KLANT), KLANT, None, KLANT),
        ((BEVESTIGING, KLANT), KLANT, KLANT, KLANT),  # asked what it has
        ((BEVESTIGING, INDIVIDUEEL), INDIVIDUEEL, None, INDIVIDUEEL),
        ((BEVESTIGING, INDIVIDUEEL), INDIVIDUEEL, None, KLANT),  # nothing asked, nothing more given
        ((BEVESTIGING, GEEN), GEEN, None, GEEN),
        ((BEVESTIGING, GEEN), GEEN, None, INDIVIDUEEL),
        ((INTREKKING, INDIVIDUEEL), KLANT, None, INDIVIDUEEL),
        ((INTREKKING, GEEN), KLANT, None, GEEN),
        ((INTREKKING, GEEN), INDIVIDUEEL, None, GEEN),
        ((INTREKKING, GEEN), INDIVIDUEEL, KLANT, GEEN),  # losing goes before being refused
        ((INTREKKING, INDIVIDUEEL), KLANT, KLANT, INDIVIDUEEL),
        ((INTREKKING, INDIVIDUEEL), KLANT, INDIVIDUEEL, INDIVIDUEEL),
        ((None, KLANT), KLANT, INDIVIDUEEL, KLANT),  # asks less than it has: the source has no letter
        ((None, KLANT), KLANT, GEEN, KLANT),
    ],
)
def test_the_letter_follows_from_three_levels(expected, huidig, gevraagd, bereikt):
    said = choose_brief(huidig, gevraagd, bereikt)
    assert expected == (said.brief, said.niveau)


@pytest.mark.parametrize(
    ("expected", "huidig", "gevraagd"),
    [
        (GEEN, GEEN, None),
        (INDIVIDUEEL, GEEN, INDIVIDUEEL),
        (KLANT, INDIVIDUEEL, KLANT),
        (KLANT, KLANT, INDIVIDUEEL),
        (KLANT, KLANT, None),
    ],
)
def test_the_level_at_stake_is_the_higher_of_asked_and_current(expected, huidig, gevraagd):
    assert expected is find_inzet(huidig, gevraagd)


@pytest.mark.parametrize(
    ("expected", "toestand"),
    [
        (KLANT, standing()),
        (INDIVIDUEEL, standing(pro_partner=None)),
        (INDIVIDUEEL, standing([AN, BO, CAS])),
        (INDIVIDUEEL, standing([AN, CAS, DE, person("Flo", "NL", "AZ")])),
        (INDIVIDUEEL, standing([AN, BO, CAS, person("Flo", "NL", "ST")])),
        (INDIVIDUEEL, standing(checks=[qcheck("An Proef", "79,99")])),
        (INDIVIDUEEL, standing(checks=[])),
        (INDIVIDUEEL, standing([AN], pro_partner=None)),
        (GEEN, standing([CAS, DE])),
        (GEEN, standing([])),
    ],
)
def test_a_level_is_reached_when_all_its_conditions_are_met(expected, toestand):
    assert expected is decide(toestand).bereikt


DOUBTFUL = (qcheck("An Proef", "100"), qcheck("Bo Essai", "60"), qcheck("Bo Essai", "60"))


def test_a_grensgeval_leaves_the_outcome_open():
    besluit = decide(standing(checks=DOUBTFUL, gevraagd_niveau=KLANT))
    assert (True, ("q-checks",)) == (besluit.is_open, besluit.grensgevallen)
    assert (WEIGERING, TOEKENNING) == (besluit.uitspraak.brief, besluit.mogelijk.brief)


def test_a_grensgeval_that_changes_nothing_is_not_open():
    besluit = decide(standing(checks=DOUBTFUL, gevraagd_niveau=INDIVIDUEEL))
    assert (False, TOEKENNING) == (besluit.is_open, besluit.uitspraak.brief)


def test_what_the_desk_settled_counts_as_met():
    besluit = decide(standing(checks=DOUBTFUL, gevraagd_niveau=KLANT), {"q-checks"})
    assert (False, TOEKENNING, KLANT, ()) == (
        besluit.is_open, besluit.uitspraak.brief, besluit.bereikt, besluit.grensgevallen,
    )  # fmt: skip
    assert decide(standing([AN, BO, CAS], gevraagd_niveau=KLANT), {"vier-gecertificeerden"}).bereikt is INDIVIDUEEL


@pytest.mark.parametrize(
    ("expected", "peildatum"),
    [
        (date(2027, 7, 3), date(2026, 7, 3)),
        (date(2029, 2, 28), date(2028, 2, 29)),
        (date(2028, 2, 28), date(2027, 2, 28)),
    ],
)
def test_the_next_review_is_a_year_later(expected, peildatum):
    assert expected == find_herziening(peildatum)


def test_an_empty_current_level_means_none():
    assert decide(standing(huidig_niveau=None)).huidig is GEEN
