"""The task lists are the source's, literally and in its order; the French has the same tasks."""

from pathlib import Path

import pytest

from docgen.families.certificeringsniveaus.taken import FRANS, NEDERLANDS, list_bosa

TEXT = " ".join(
    (Path(__file__).parents[2] / "data" / "bronnen" / "certificeringsniveaus.txt").read_text(encoding="utf-8").split()
)


@pytest.mark.parametrize(
    ("heading", "after", "tasks"),
    [
        ("Taken voor jouw organisatie:", "Taken voor DG R&O:", NEDERLANDS.organisatie),
        ("Taken voor DG R&O:", "De voordelen", NEDERLANDS.bosa),
    ],
)
def test_a_list_is_all_that_stands_between_its_heading_and_the_next(heading, after, tasks):
    wanted = TEXT.partition(heading)[2].partition(after)[0]
    printed = " ".join(f"{taak.naam} {' '.join(taak.omschrijving.split())}" for taak in tasks)
    assert wanted.strip() == printed


@pytest.mark.parametrize("sentence", [NEDERLANDS.individueel, NEDERLANDS.geen])
def test_the_sentence_of_the_other_levels_is_literal(sentence):
    assert sentence in TEXT


def test_the_assessments_are_left_to_an_organisation_with_its_own_certified_person():
    kept = [taak.naam for taak in list_bosa(NEDERLANDS, has_assessment=False)]
    left = [taak.naam for taak in list_bosa(NEDERLANDS, has_assessment=True)]
    assert "Assessments" in kept
    assert [name for name in kept if name != "Assessments"] == left


def test_both_languages_have_the_same_tasks():
    for dutch, french in ((NEDERLANDS.organisatie, FRANS.organisatie), (NEDERLANDS.bosa, FRANS.bosa)):
        assert len(dutch) == len(french)
        assert [t.omschrijving.count("\n") for t in dutch] == [t.omschrijving.count("\n") for t in french]
    assert len(list_bosa(FRANS, has_assessment=True)) == len(FRANS.bosa) - 1
