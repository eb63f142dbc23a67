"""One ambt behind many spellings (handleiding § 4.2, § 4.3)."""

import pytest

from docgen.families.jobtraining.ambt import is_leading, is_outside, parse_ambt, same_ambt


@pytest.mark.parametrize(
    ("same", "one", "other", "why"),
    [
        (True, "directeur", "Directeur", "case"),
        (True, "directeur", "wnd. directeur basisonderwijs", "toestand and level beside it"),
        (True, "directeur", "directrice", "feminine"),
        (True, "directeur", "direkteur", "a typing error"),
        (True, "adjunct-directeur", "Adjunct directeur (SO)", "hyphen and level"),
        (True, "adjunct-directeur", "adj.-dir.", "abbreviated"),
        (True, "adjunct-directeur", "adjunctdirecteur", "one word"),
        (True, "coördinator", "coordinator CLB", "accent and level"),
        (True, "directeur SO", "directeur buitengewoon secundair onderwijs", "one group of levels"),
        (True, "beleidsondersteuner", "beleidsondersteunr", "an unknown ambt with a typing error"),
        (False, "directeur", "adjunct-directeur", "an adjunct is no directeur"),
        (False, "directeur", "algemeen directeur", "nor is an algemeen directeur"),
        (False, "directeur BaO", "directeur secundair onderwijs", "another level is another ambt"),
        (False, "directeur", "leraar", "a teacher"),
        (False, "directeur", "coördinator", "a coördinator"),
        (False, "coördinator CLB", "ICT-coördinator", "a post in a school"),
        (False, "coördinator CLB", "zorgcoördinator", "a post in a school, in one word"),
        (False, "directeur", None, "nothing"),
        (False, "adjunct-directeur en directeur", "directeur", "two ambten: not clear which"),
        (False, "leraar", "lerares", "short unknown words are not compared loosely"),
    ],
)
def test_two_texts_name_one_ambt_or_not(same, one, other, why):
    assert same == same_ambt(one, other), why
    assert same == same_ambt(other, one), why


def test_more_than_one_ambt_is_seen():
    assert parse_ambt("adjunct-directeur en directeur").meerdere


@pytest.mark.parametrize(
    ("leading", "text"),
    [(True, "wnd. adjunct-directeur"), (True, "technisch adviseur-coördinator"), (True, "directeur of coördinator"),
     (False, "leraar"), (False, ""), (False, None)],
)  # fmt: skip
def test_an_ambt_of_the_handleiding_is_recognised(leading, text):
    assert leading == is_leading(text)


@pytest.mark.parametrize(
    ("outside", "text"),
    [(True, "leraar secundair onderwijs"), (True, "Zorgcoördinator"), (True, "opvoeder"), (False, "directeur"),
     (False, "leraar, waarnemend directeur"), (False, "een onbekende functie"), (False, "")],
)  # fmt: skip
def test_a_post_that_no_reading_counts_is_told_apart(outside, text):
    assert outside is is_outside(text)
