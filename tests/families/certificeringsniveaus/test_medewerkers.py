"""Who is in service, who passed what, and who counts: at, just before and just after each date."""

from datetime import date

import pytest

from docgen.families.certificeringsniveaus.medewerkers import (
    Antwoord,
    Certificaat,
    find_personen,
    fold_name,
    has_passed,
    is_in_dienst,
)
from docgen.families.certificeringsniveaus.record import Taalrol
from organisations import JA, NEEN, ON, PASSED, person

EVE, NEXT = date(2026, 7, 2), date(2026, 7, 4)
YES, MAYBE, NO = Antwoord.JA, Antwoord.ONZEKER, Antwoord.NEE


@pytest.mark.parametrize(
    ("expected", "first", "last"),
    [
        (YES, None, None),
        (YES, ON, None),  # starts on the peildatum
        (NO, NEXT, None),
        (YES, None, ON),  # the last day still counts
        (NO, None, EVE),
        (YES, None, date(2999, 12, 31)),  # far future: still in service
        (MAYBE, NEXT, EVE),  # ends before it starts
    ],
)
def test_the_peildatum_decides_who_is_in_service(expected, first, last):
    assert expected is is_in_dienst(first, last, ON)


@pytest.mark.parametrize(
    ("expected", "passed", "on"),
    [
        (YES, JA, ON),
        (YES, JA, EVE),
        (NO, JA, NEXT),  # passed after the peildatum
        (MAYBE, JA, None),  # no date
        (MAYBE, None, EVE),  # a date, but no result
        (NO, None, None),
        (NO, NEEN, EVE),
        (NO, NEEN, None),
    ],
)
def test_a_certificate_counts_from_the_day_it_was_passed(expected, passed, on):
    assert expected is has_passed(passed, on, ON)


@pytest.mark.parametrize(
    ("expected", "someone"),
    [
        (YES, person("An", "NL", "AZ")),
        (NO, person("An", "FR", "AZ")),
        (MAYBE, person("An", None, "AZ")),
        (NO, person("An", "NL", "ST")),
        (NO, person("An", "NL", "AZ", dienst_tot=EVE)),
        (MAYBE, person("An", "NL", consultant_geslaagd=JA)),
    ],
)
def test_a_certificate_counts_in_ones_own_language_role(expected, someone):
    assert expected is find_personen([someone], ON)[0].heeft(Certificaat.CONSULTANT, Taalrol.NL)


@pytest.mark.parametrize(
    ("expected", "someone"),
    [
        (YES, person("An", "NL", "AZ ST IV")),
        (YES, person("An", None, "X")),
        (NO, person("An", "NL")),
        (MAYBE, person("An", "NL", consultant_geslaagd=JA)),
        (YES, person("An", "NL", "IV", consultant_geslaagd=JA)),
        (NO, person("An", "NL", "AZ", dienst_van=NEXT)),
    ],
)
def test_one_certificate_is_enough_to_be_certified(expected, someone):
    assert expected is find_personen([someone], ON)[0].gecertificeerd


def test_a_second_row_with_the_same_name_may_be_the_same_person():
    people = find_personen([person("An Proef", "NL", "AZ"), person("proef, AN", "FR", "AZ"), person(None)], ON)
    assert [YES, MAYBE] == [each.gecertificeerd for each in people]
    assert [False, True] == [each.is_dubbel for each in people]


def test_rows_keep_their_number():
    assert [1, 3] == [each.rij for each in find_personen([person("An"), person(None), person("Bo")], ON)]


def test_what_is_passed_later_is_known():
    someone = person("An", "NL", "IV", consultant_geslaagd=JA, consultant_datum=NEXT)
    assert (Certificaat.CONSULTANT,) == find_personen([someone], ON)[0].later
    assert () == find_personen([person("An", "NL", "IV", voorzitter_datum=PASSED)], ON)[0].later


def test_names_are_the_same_whatever_the_order_case_and_accents():
    assert fold_name("Dé  Essai") == fold_name("ESSAI, de")
    assert fold_name("An Proef") != fold_name("Ans Proef")
