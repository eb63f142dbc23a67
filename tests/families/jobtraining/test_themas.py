"""The four required themes behind what people write (handleiding § 7.1; spellings are rulings)."""

import pytest

from docgen.families.jobtraining.record import Thema
from docgen.families.jobtraining.themas import Match, find_themas

SCHOOL, LEREN, PERSONEEL, LES = Thema


@pytest.mark.parametrize(
    ("themas", "text"),
    [
        *[({thema}, str(thema)) for thema in Thema],
        ({SCHOOL}, "School-Organisatorisch"),
        ({SCHOOL}, "SCHOOLORGANISATORISCH"),
        ({SCHOOL}, "een school organisatorisch thema"),
        ({SCHOOL}, "school organistorisch"),
        ({SCHOOL}, "schoolorganisatorische thema's"),
        ({LEREN}, "pedagogisch - didactisch"),
        ({LEREN}, "Pedagogisch/didactisch"),
        ({LEREN}, "pedagogisch en didactisch"),
        ({LEREN}, "didactisch-pedagogisch"),
        ({LEREN}, "pegagogisch-didaktisch"),
        ({PERSONEEL}, "personeels-gericht"),
        ({PERSONEEL}, "personeelgericht"),
        ({PERSONEEL}, "personeelsgerichte gesprekken"),
        ({LES}, "lesbezoek"),
        ({LES}, "Les-bezoek"),
        ({LES}, "lesbijwoning"),
        ({LES}, "lesbijwonig"),
        ({LES}, "lesbezoeken in het derde leerjaar"),
        ({LES}, "les bijwonen en bespreken"),
        ({LES}, "bijwonen en bespreken v.e. les"),
        ({LES}, "bijwonen en bespreken van een lse"),
        ({SCHOOL, PERSONEEL}, "school organisatorisch + personeelsgericht"),
        (set(Thema), "schoolorganisatorisch, pedagogisch-didactisch, personeelsgericht & lesbezoek"),
    ],
)  # fmt: skip
def test_spelling_variants_are_sure(themas, text):
    assert themas <= {thema for thema, match in find_themas(text).items() if match is Match.SURE}


@pytest.mark.parametrize(
    ("thema", "text"),
    [
        (SCHOOL, "organisatie van de school"),
        (LEREN, "pedagogie"),
        (LEREN, "didactische werkvormen"),
        (PERSONEEL, "personeel"),
        (PERSONEEL, "HR-gesprekken"),
        (LES, "klasbezoek"),
        (LES, "een les gezien"),
        (LES, "lesobservatie"),
        (LES, "geen lesbezoek"),
        (SCHOOL, "school organisatorisch kwam niet aan bod"),
    ],
)
def test_words_that_only_point_at_a_theme_are_doubtful(thema, text):
    assert find_themas(text).get(thema) is Match.DOUBTFUL


@pytest.mark.parametrize(
    "text", [None, "", "evaluatie van de werking", "lessenrooster", "schoolbezoek", "huisbezoek", "oudercontact"]
)
def test_other_words_name_no_theme(text):
    assert {} == find_themas(text)


def test_attending_something_else_is_no_lesson():
    assert LES not in find_themas("bijwonen van een vergadering")
