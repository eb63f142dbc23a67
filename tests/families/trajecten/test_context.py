"""What the certificate prints in both languages, what travels with it, and when it is refused."""

from dataclasses import replace
from datetime import date

import pytest

from docgen.families.trajecten.context import certificaat
from docgen.families.trajecten.family import check
from docgen.families.trajecten.record import Interview
from docgen.model.family import Issue
from docgen.model.rule import Decision
from docgen.settings import Organisatie, Settings
from mentee_reports import AZ, CHAIR, PEILDATUM, TESTS, case, day, phases

SETTINGS = Settings(organisatie=Organisatie(naam="Voorbeelddienst", plaats="Proefdorp"))
SAME_DAY = CHAIR.model_copy(update={"fasen": phases(day(2, 1), day(2, 1), day(3, 1))})


def issue(language="nl", on=PEILDATUM):
    return Issue(on, language, SETTINGS, "OJT-2026-00001")


def paper(record, language="nl", on=PEILDATUM, **changes):
    (made,) = certificaat([check(case(record, **changes))], issue(language, on))
    return made


def steps_of(made):
    return [(step["wat"], step["wanneer"].replace("\u00a0", " ")) for step in made.values["stappen"]]


@pytest.mark.parametrize(
    ("traject", "steps", "record", "language"),
    [
        ("Interviewvoorzitter",
         [("De mentee als observator", "1 februari 2026"), ("De mentee als assessor", "1 maart 2026"),
          ("De mentee als interviewvoorzitter", "1 april 2026")], CHAIR, "nl"),
        ("Président d’entretien",
         [("Comme observateur", "1er février 2026"), ("Comme assesseur", "1er mars 2026"),
          ("Comme président d’entretien", "1er avril 2026")], CHAIR, "fr"),
        ("Consultant selectietests",
         [("Validatie van praktische cases", "van 5 januari 2026 tot en met 6 maart 2026"),
          ("Validatie van meerkeuzevragenlijsten", "van 7 april 2026 tot en met 8 juni 2026")], TESTS, "nl"),
        ("Consultant tests de sélection",
         [("Validation de cas pratiques", "du 5 janvier 2026 au 6 mars 2026"),
          ("Validation de questionnaires à choix multiples", "du 7 avril 2026 au 8 juin 2026")], TESTS, "fr"),
    ],
)  # fmt: skip
def test_it_names_the_certificate_and_every_step_in_its_language(traject, steps, record, language):
    made = paper(record, language)
    assert (traject, steps, None) == (made.values["traject"], steps_of(made), made.refusal)


def test_az_prints_both_selections_and_all_interviews_on_one_line():
    interviews = tuple(Interview(datum=day(month, 3)) for month in (5, 3, 4))
    found = steps_of(paper(AZ.model_copy(update={"interviews": interviews}), "fr"))
    assert ("Première sélection (PROEF-1) : préparation de la première réunion avec le client", "12 janvier 2026") == (
        found[0]
    )
    assert ("Accompagnement lors d’entretiens", "3 mars 2026, 3 avril 2026 et 3 mai 2026") == found[-1]
    assert 7 == len(found)


def test_of_a_phase_done_more_often_the_day_that_follows_is_printed():
    fasen = phases(day(2, 10), day(2, 5), day(4, 1), day(2, 1))
    assert [day for _, day in steps_of(paper(CHAIR.model_copy(update={"fasen": fasen})))] == [
        "1 februari 2026", "5 februari 2026", "1 april 2026",
    ]  # fmt: skip


def test_the_mentor_stands_on_it_unless_the_dienst_testing_guided():
    assert {"naam": "Maarten Staaltje", "keuze": "mentor du SPF BOSA (DG R&D)"} == paper(AZ, "fr").values["mentor"]
    assert ({"naam": "", "keuze": ""}, True) == (
        paper(TESTS).values["mentor"], paper(TESTS).values["dienst_testing"],
    )  # fmt: skip


def test_a_language_without_words_of_the_family_prints_the_dutch_ones():
    made = paper(CHAIR, "de")
    assert ("Interviewvoorzitter", "15 September 2026") == (made.values["traject"], made.values["datum"])


def test_the_attached_facts_give_every_day_as_iso():
    record = paper(TESTS).record
    assert [{"van": "2026-01-05", "tot": "2026-03-06"}] == record["stappen"][0]["wanneer"]
    assert ("2026-09-15", {"naam": "Voorbeelddienst", "dienst": ""}) == (record["datum"], record["organisatie"])


@pytest.mark.parametrize(
    ("start", "record", "on"),
    [
        ("Er staat nog 1 bevinding open (1 met aandacht)", SAME_DAY, PEILDATUM),
        ("Er staan nog 2 bevindingen open (2 blokkerend)",
         AZ.model_copy(update={"mentor_keuze": None, "mentor_naam": None}), PEILDATUM),
        ("De datum van uitreiking ligt voor de laatste begeleide stap", CHAIR, date(2026, 3, 31)),
    ],
)  # fmt: skip
def test_it_is_refused_in_one_sentence(start, record, on):
    assert str(paper(record, on=on).refusal).startswith(start)


def test_it_is_refused_when_no_form_was_read():
    report = replace(check(case(CHAIR)), record=None)
    assert "Er is geen begeleidingsverslag gelezen." == certificaat([report], issue())[0].refusal


def test_a_decision_lets_it_through_as_long_as_it_holds():
    decision = Decision("voorzitter-fasen", "*", "Nele Staal", day(9, 1), "Zo gezien.", until=PEILDATUM)
    assert paper(SAME_DAY, decisions=(decision,)).refusal is None
    assert paper(SAME_DAY, decisions=(decision,), on=date(2026, 9, 16)).refusal is not None


def test_a_decision_never_lets_a_certificate_without_a_name_through():
    decision = Decision("voorzitter-fasen", "*", "Nele Staal", day(9, 1), "Zo gezien.")
    nameless = CHAIR.model_copy(update={"naam_mentee": None})
    assert "de naam van de mentee" in str(paper(nameless, decisions=(decision,)).refusal)


def test_the_same_trajectory_keeps_its_subject_in_the_other_language_and_spelling():
    shouted = CHAIR.model_copy(update={"naam_mentee": "MENTIE voorbeeld"})
    assert paper(CHAIR).subject == paper(CHAIR, "fr").subject == paper(shouted).subject
    assert 3 == len({paper(record).subject for record in (AZ, CHAIR, TESTS)})
