"""Words folded to what they mean."""

import pytest

from docgen.text import bind_french_marks, count_typos, enumerate_words, find_closest, fold, fold_tight


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pedagogisch-Didactisch", "pedagogisch didactisch"),
        ("  ÉLÈVE  ç ", "eleve c"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("İnci ıŞık", "inci isik"),
        ("d’Hondt", "d hondt"),
        ("", ""),
    ],
)
def test_folding_keeps_letters_and_digits_only(text, expected):
    assert fold(text) == expected


def test_folding_tight_makes_spellings_with_and_without_space_one():
    assert fold_tight("les-bijwoning") == fold_tight("Les bijwoning") == "lesbijwoning"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qui ?", "Qui\xa0?"),
        ("le « niveau » : oui ; non !", "le «\xa0niveau\xa0»\xa0: oui\xa0; non\xa0!"),
        ("de 9:30 à 10:00", "de 9:30 à 10:00"),
    ],
)
def test_no_line_breaks_at_a_french_mark(text, expected):
    assert bind_french_marks(text) == expected


def test_a_swap_of_two_letters_is_one_typing_error():
    assert count_typos("persoon", "pesroon") == 1
    assert count_typos("persoon", "school") is None


def test_the_closest_word_is_found_unless_two_are_as_close():
    assert find_closest("metnor", ("mentor", "trainee")) == "mentor"
    assert find_closest("jb", ("ja", "jc")) is None
    assert find_closest("school", ("mentor",)) is None


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_words_are_enumerated_the_dutch_way(words, expected):
    assert enumerate_words(words) == expected
