"""Every rule of the trajectories broken, and just in order: findings as rows (rule, severity, key)."""

from datetime import date

import pytest

from docgen.families.trajecten.family import check
from docgen.families.trajecten.record import BegeleidDeel, BegeleideFase, BegeleideStap, Fase, Interview, Selectie, Stap
from mentee_reports import AZ, CHAIR, PEILDATUM, TESTS, case, day, form, parts, phases, rows, steps

BLOCKS, ASKS = "blokkerend", "aandacht"
TOMORROW = date(2026, 9, 16)
AGAIN = BegeleideStap(selectie=Selectie.EERSTE, stap=Stap.VERGADERING, datum=day(2, 13))


def az(**changes):
    return AZ.model_copy(update=changes)


def chair(*days):
    return CHAIR.model_copy(update={"fasen": phases(*days)})


def guided(*spans):
    return TESTS.model_copy(update={"delen": parts(*spans)})


#: What the trajectory Consultant A tot Z says, and the keys that az-stappen names with their severity.
AZ_ROWS = [
    ("all is there", [], AZ),
    ("no interview", [(BLOCKS, "interviews__1__datum")], az(interviews=())),
    ("an interview without a date", [(BLOCKS, "interviews__1__datum")], az(interviews=(Interview(fase="observator"),))),
    ("an interview on the peildatum", [], az(interviews=(Interview(datum=PEILDATUM),))),
    ("an interview after it", [(BLOCKS, "interviews__1__datum")], az(interviews=(Interview(datum=TOMORROW),))),
    ("one of two interviews after it", [], az(interviews=(Interview(datum=TOMORROW), Interview(datum=day(2, 2))))),
    ("nothing of the second selection", [(BLOCKS, "stappen__4__datum")], az(stappen=steps()[:3])),
    ("no step at all", [(BLOCKS, "stappen__1__datum"), (BLOCKS, "stappen__4__datum")], az(stappen=())),
    ("one step missing", [(BLOCKS, "stappen__2__datum")], az(stappen=steps(r2={"datum": None}))),
    ("two steps missing", [(BLOCKS, "stappen__4__datum"), (BLOCKS, "stappen__5__datum")],
     az(stappen=steps(r4={"datum": None}, r5={"datum": None}))),
    ("support without an end", [(BLOCKS, "stappen__3__einddatum")], az(stappen=steps(r3={"einddatum": None}))),
    ("support without a begin", [(BLOCKS, "stappen__3__datum")], az(stappen=steps(r3={"datum": None}))),
    ("support of one day", [], az(stappen=steps(r3={"einddatum": day(3, 12)}))),
    ("support that ends a day early", [(BLOCKS, "stappen__3__einddatum")],
     az(stappen=steps(r3={"einddatum": day(3, 11)}))),
    ("support that ends on the peildatum", [], az(stappen=steps(r6={"einddatum": PEILDATUM}))),
    ("support that ends a day later", [(BLOCKS, "stappen__6__einddatum")],
     az(stappen=steps(r6={"einddatum": TOMORROW}))),
    ("support still to come without an end", [(BLOCKS, "stappen__6__datum")],
     az(stappen=steps(r6={"datum": TOMORROW, "einddatum": None}))),
    ("a step again in an empty row", [], az(stappen=(*steps(r2={"datum": None}), AGAIN))),
    ("a step wrong and again right", [], az(stappen=(*steps(r2={"datum": TOMORROW}), AGAIN))),
    ("a date of nothing", [(ASKS, "stappen__7__selectie")], az(stappen=(*steps(), BegeleideStap(datum=day(1, 1))))),
    ("a date of no step", [(ASKS, "stappen__7__stap")],
     az(stappen=(*steps(), BegeleideStap(selectie=Selectie.EERSTE, datum=day(1, 1))))),
    ("one selection twice", [(ASKS, "tweede_selectie")], az(tweede_selectie="proef 1")),
    ("selections without a name", [], az(eerste_selectie=None, tweede_selectie=None)),
    ("nobody's", [(BLOCKS, "naam_mentee")], az(naam_mentee=None)),
]  # fmt: skip
CHAIR_ROWS = [
    ("three days on end", [], chair(day(2, 1), day(2, 2), day(2, 3))),
    ("assessor a day early", [(BLOCKS, "fasen__2__datum")], chair(day(2, 1), day(1, 31), day(2, 3))),
    ("chair a day early", [(BLOCKS, "fasen__3__datum")], chair(day(2, 1), day(2, 2), day(2, 1))),
    ("all turned round", [(BLOCKS, "fasen__2__datum")], chair(day(2, 3), day(2, 2), day(2, 1))),
    ("two on one day", [(ASKS, "fasen__2__datum")], chair(day(2, 1), day(2, 1), day(2, 3))),
    ("chair on the day of assessor", [(ASKS, "fasen__3__datum")], chair(day(2, 1), day(2, 2), day(2, 2))),
    ("observer again later", [], chair(day(2, 1), day(2, 2), day(2, 3), day(3, 1))),
    ("observer on one day and before", [], chair(day(2, 2), day(2, 2), day(2, 3), day(2, 1))),
    ("chair on the peildatum", [], chair(day(2, 1), day(2, 2), PEILDATUM)),
    ("chair a day later", [(BLOCKS, "fasen__3__datum")], chair(day(2, 1), day(2, 2), TOMORROW)),
    ("no observer", [(BLOCKS, "fasen__1__datum")], chair(None, day(2, 2), day(2, 3))),
    ("nothing", [(BLOCKS, f"fasen__{n}__datum") for n in (1, 2, 3)], CHAIR.model_copy(update={"fasen": ()})),
    ("a date of no phase", [(ASKS, "fasen__4__fase")],
     CHAIR.model_copy(update={"fasen": (*CHAIR.fasen, BegeleideFase(datum=day(1, 1)))})),
    ("nobody's", [(BLOCKS, "naam_mentee")], CHAIR.model_copy(update={"naam_mentee": None})),
]  # fmt: skip
GOOD = (day(4, 7), day(6, 8))
TEST_ROWS = [
    ("both parts", [], TESTS),
    ("a part of two days on end", [], guided((day(1, 5), day(1, 6)), GOOD)),
    ("a part of one day", [(ASKS, "delen__1__finale_versie")], guided((day(1, 5), day(1, 5)), GOOD)),
    ("a part of one day and again of more", [], guided((day(1, 5), day(1, 5)), GOOD, (day(1, 5), day(2, 5)))),
    ("turned round by a day", [(BLOCKS, "delen__1__finale_versie")], guided((day(1, 5), day(1, 4)), GOOD)),
    ("no final version", [(BLOCKS, "delen__1__finale_versie")], guided((day(1, 5), None), GOOD)),
    ("no first phase", [(BLOCKS, "delen__2__kwaliteitsanalyse")], guided(GOOD, (None, day(6, 8)))),
    ("a final version on the peildatum", [], guided(GOOD, (day(4, 7), PEILDATUM))),
    ("a final version a day later", [(BLOCKS, "delen__2__finale_versie")], guided(GOOD, (day(4, 7), TOMORROW))),
    ("one part only", [(BLOCKS, "delen__2__kwaliteitsanalyse")], TESTS.model_copy(update={"delen": TESTS.delen[:1]})),
    ("no part", [(BLOCKS, "delen__1__kwaliteitsanalyse"), (BLOCKS, "delen__2__kwaliteitsanalyse")],
     TESTS.model_copy(update={"delen": ()})),
    ("dates of no part", [(ASKS, "delen__3__deel")],
     TESTS.model_copy(update={"delen": (*TESTS.delen, BegeleidDeel(finale_versie=day(1, 1)))})),
    ("nobody's", [(BLOCKS, "naam_mentee")], TESTS.model_copy(update={"naam_mentee": None})),
]  # fmt: skip


def named(table):
    return [pytest.param(*rest, id=name) for name, *rest in table]


@pytest.mark.parametrize(("expected", "record"), named(AZ_ROWS))
def test_az_stappen(expected, record):
    assert [("az-stappen", *row) for row in expected] == rows(check(case(record)))


@pytest.mark.parametrize(("expected", "record"), named(CHAIR_ROWS))
def test_voorzitter_fasen(expected, record):
    assert [("voorzitter-fasen", *row) for row in expected] == rows(check(case(record)))


@pytest.mark.parametrize(("expected", "record"), named(TEST_ROWS))
def test_selectietests_delen(expected, record):
    assert [("selectietests-delen", *row) for row in expected] == rows(check(case(record)))


@pytest.mark.parametrize("record", [AZ, CHAIR])
@pytest.mark.parametrize("empty", [(), ("mentor_keuze",), ("mentor_naam",), ("mentor_keuze", "mentor_naam")])
def test_the_choice_and_the_name_of_the_mentor_are_both_needed(record, empty):
    changed = record.model_copy(update=dict.fromkeys(empty))
    assert [("mentor-gekozen", BLOCKS, key) for key in empty] == rows(check(case(changed)))


def test_the_dienst_testing_needs_no_mentor():
    assert "mentor-gekozen" not in {outcome.rule for outcome in check(case(TESTS)).outcomes}


#: A value that cannot be read, in which form, and how its own rule weighs it.
UNREADABLE = [
    ("stappen__2__datum", ASKS, az(stappen=steps(r2={"datum": None}))),
    ("stappen__3__einddatum", ASKS, az(stappen=steps(r3={"einddatum": None}))),
    ("stappen__2__stap", ASKS, az(stappen=steps(r2={"stap": None}))),
    ("interviews__1__datum", ASKS, az(interviews=())),
    ("mentor_keuze", BLOCKS, az(mentor_keuze=None)),
    ("fasen__3__datum", ASKS, chair(day(2, 1), day(2, 2), None)),
    ("delen__1__kwaliteitsanalyse", ASKS, guided((None, day(3, 6)), GOOD)),
    ("delen__2__deel", ASKS, TESTS.model_copy(
        update={"delen": (TESTS.delen[0], BegeleidDeel(kwaliteitsanalyse=day(4, 7), finale_versie=day(6, 8)))})),
]  # fmt: skip


@pytest.mark.parametrize(("key", "severity", "record"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_an_unreadable_value_stands_in_for_the_rule_on_an_empty_one(key, severity, record):
    assert [("onleesbaar-veld", severity, key)] == rows(check(case(form(record, values={key: "ergens in mei"}))))


@pytest.mark.parametrize("record", [record for _, expected, record in AZ_ROWS + CHAIR_ROWS + TEST_ROWS if expected])
def test_every_finding_is_a_whole_sentence_that_says_how_to_mend_it(record):
    for finding in check(case(record)).findings:
        assert finding.message[0].isupper()
        assert finding.message.endswith(".")
        assert finding.remedy is not None
        assert finding.remedy.endswith(".")
        assert finding.expected
        assert str(finding.place).startswith("verslag.xlsx")
        assert "None" not in f"{finding.message}{finding.remedy}{finding.found or ''}{finding.expected}"


@pytest.mark.parametrize(
    ("message", "record"),
    [
        ("Grensgeval: de fase “de mentee als assessor” valt op dezelfde dag als de vorige fase.",
         chair(day(2, 1), day(2, 1), day(2, 3))),
        ("Grensgeval: de fase “de mentee als interviewvoorzitter” valt op dezelfde dag als de vorige fase.",
         chair(day(2, 1), day(2, 2), day(2, 2))),
        ("Grensgeval: de fase “de mentee als assessor” begon al voor de vorige fase.",
         CHAIR.model_copy(update={"fasen": (*phases(day(2, 2), day(2, 1), day(2, 5)),
                                            BegeleideFase(fase=Fase.ASSESSOR, datum=day(2, 3)))})),
        ("De fase “de mentee als assessor” komt niet na de vorige fase.", chair(day(2, 2), day(2, 1), day(2, 3))),
    ],
)  # fmt: skip
def test_a_doubtful_order_says_which_phase_and_why(message, record):
    assert [message] == [finding.message for finding in check(case(record)).findings]
