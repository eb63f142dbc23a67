"""Names of people: the same, similar, or another person (handleiding § 4.3, § 5.1)."""

import pytest

from docgen.families.jobtraining.namen import Likeness, best_likeness, compare_names, is_part, names_person

SAME, SIMILAR, OTHER = Likeness


@pytest.mark.parametrize(
    ("likeness", "one", "other", "why"),
    [
        (SAME, "Fientje Voorbeeld", "Fientje Voorbeeld", "equal"),
        (SAME, "Fientje Voorbeeld", "VOORBEELD Fientje", "order and capitals"),
        (SAME, "Fientje Voorbeeld", "Voorbeeld, Fientje", "order and comma"),
        (SAME, "Zoë Proëf-Müller", "proef muller zoe", "accents and hyphen"),
        (SAME, "Łucja Przykładowa", "Lucja Przykladowa", "Polish letters"),
        (SAME, "Caro Van den Proefdruk", "Vandenproefdruk Caro", "spacing of particles"),
        (SAME, "mevr. Fientje Voorbeeld", "Fientje Voorbeeld", "a title"),
        (SAME, "De heer Jan Proefman", "Jan Proefman", "a title of two words"),
        (SAME, "Jan De Heer", "De Heer Jan", "the same words as a surname"),
        (SAME, "Fientje Voorbeeld (29001011294)", "Fientje Voorbeeld", "a number beside the name"),
        (SIMILAR, "Fientje Voorbeeld", "Fientje Voorbeld", "one typing error"),
        (SIMILAR, "Fientje Voorbeeld", "Fintje Voorbeled", "two typing errors"),
        (SIMILAR, "Fientje Voorbeeld", "F. Voorbeeld", "an initial"),
        (SIMILAR, "Fientje Voorbeeld", "Fientje Voorbeeld-Proefstuk", "a maiden name more"),
        (SIMILAR, "Fientje Voorbeeld", "Fientje Maria Voorbeeld", "a first name more"),
        (SIMILAR, "Fientje Voorbeeld", "Voorbeeld", "the surname alone"),
        (SIMILAR, "An Proefman", "Ann Proefman", "a short name that begins alike"),
        (SIMILAR, "Caro Van den Proefdruk", "Caro Vandenproefdruck", "spacing and a typing error"),
        (OTHER, "Fientje Voorbeeld", "Gerda Iemandanders", "nothing in common"),
        (OTHER, "Fientje Voorbeeld", "Gerda Voorbeeld", "the same surname only"),
        (OTHER, "Fientje Voorbeeld", "Fientje Proefman", "the same first name only"),
        (OTHER, "Jan Proefman", "An Proefman", "short names that begin otherwise"),
        (OTHER, "Fientje Voorbeeld", "Fintje Vorbeld", "three typing errors"),
        (OTHER, "Fientje Voorbeeld", "F. V.", "initials alone"),
        (OTHER, "Fientje Voorbeeld", "", "no name"),
        (OTHER, "Fientje Voorbeeld", "123", "no words"),
    ],
)
def test_two_names_are_of_one_person_or_not(likeness, one, other, why):
    assert likeness is compare_names(one, other), why
    assert likeness is compare_names(other, one), why


def test_of_several_names_the_closest_decides():
    assert SAME is best_likeness("An Proefman", ("Jan Test", "Proefman An"))
    assert None is best_likeness("An Proefman", ())


@pytest.mark.parametrize(
    ("named", "text", "why"),
    [
        (True, "Jobtraining voorbeeld fientje 2026", "every word, in any order"),
        (True, "jobtraining FientjeVoor beeld", "broken up by a narrow column"),
        (False, "Jobtraining Fientje", "a word is missing"),
        (False, "", "no text"),
    ],
)
def test_a_text_names_a_person_when_it_holds_every_word(named, text, why):
    assert named == names_person(text, "Fientje Voorbeeld"), why


def test_no_name_is_named_nowhere():
    assert not names_person("Fientje Voorbeeld", "")


@pytest.mark.parametrize(
    ("part", "spelling"),
    [(True, "Voorbeel"), (True, "VOORBEELD Fient"), (False, "Fientje Maria Voorbeeld"), (False, "Iemand"), (False, "")],
)
def test_a_piece_of_a_name_is_what_a_narrow_column_leaves(part, spelling):
    assert part is is_part(spelling, "Fientje Voorbeeld")
