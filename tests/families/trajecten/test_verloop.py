"""How the days of successive phases lie, and which rows count."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.dates import Period
from docgen.families.trajecten.record import Fase, Selectie, Stap
from docgen.families.trajecten.verloop import (
    Bezwaar,
    Volgorde,
    find_deel,
    find_fase,
    find_interviews,
    find_reeks,
    find_stap,
    first_period,
    judge_volgorde,
    unnamed_rows,
)
from mentee_reports import AZ, CHAIR, PEILDATUM, TESTS, day, parts, steps

JUIST, GRENS, FOUT = Volgorde.JUIST, Volgorde.GRENSGEVAL, Volgorde.VERKEERD


def days(*numbers):
    return [day(3, number) for number in numbers]


@pytest.mark.parametrize(
    ("expected", "phases", "why"),
    [
        (JUIST, [days(1), days(2), days(3)], "one day after the other"),
        (JUIST, [days(1, 5), days(2), days(3)], "an earlier phase may come back later"),
        (JUIST, [days(1), days(2, 9), days(3)], "so may a middle one"),
        (GRENS, [days(1), days(1), days(2)], "two on one day"),
        (GRENS, [days(2), days(1, 3), days(4)], "assessor once before observator, and once after"),
        (GRENS, [days(1), days(2), days(1, 3)], "chair on the day of the first observation, and after"),
        (FOUT, [days(2), days(1), days(3)], "assessor only before observator"),
        (FOUT, [days(1), days(3), days(2)], "chair only before assessor"),
        (JUIST, [days(1)], "one phase is in order"),
    ],
)
def test_the_order_of_the_phases(expected, phases, why):
    assert expected is judge_volgorde(phases), why


@given(st.lists(st.lists(st.dates(date(2026, 1, 1), date(2026, 1, 9)), min_size=1, max_size=3), min_size=3, max_size=3))
def test_a_series_takes_one_day_of_each_phase_and_never_goes_back(phases):
    found = find_reeks(phases)
    if found is None:
        assert judge_volgorde(phases) is FOUT
        return
    assert list(found) == sorted(found)
    assert all(taken in phase for taken, phase in zip(found, phases, strict=True))


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 1, 9)), min_size=3, max_size=3))
def test_with_one_day_each_the_order_is_that_of_the_days(found):
    first, second, third = found
    expected = JUIST if first < second < third else GRENS if first <= second <= third else FOUT
    assert expected is judge_volgorde([[each] for each in found])


def test_a_step_gives_each_of_its_rows_with_the_objection():
    record = AZ.model_copy(update={"stappen": steps(r3={"einddatum": day(3, 1)})})
    (keer,) = find_stap(record, Selectie.EERSTE, Stap.ONDERSTEUNING, PEILDATUM)
    assert (3, Bezwaar.OMGEKEERD, None) == (keer.rij, keer.bezwaar, keer.period)
    (good,) = find_stap(record, Selectie.TWEEDE, Stap.ONDERSTEUNING, PEILDATUM)
    assert Period(day(6, 12), day(7, 20)) == good.period


def test_only_the_ondersteuning_needs_a_second_day():
    (keer,) = find_stap(AZ, Selectie.EERSTE, Stap.VERGADERING, PEILDATUM)
    assert Period(day(2, 12), day(2, 12)) == keer.period


def test_of_more_rows_the_first_that_counts_is_taken():
    record = TESTS.model_copy(update={"delen": parts((day(5, 1), None), (None, None), (day(4, 1), day(4, 9)))})
    found = find_deel(record, record.delen[0].deel, PEILDATUM)
    assert [(1, Bezwaar.GEEN_EINDE), (3, None)] == [(keer.rij, keer.bezwaar) for keer in found]
    assert Period(day(4, 1), day(4, 9)) == first_period(found)


def test_a_day_counts_from_the_day_itself_on():
    assert first_period(find_fase(CHAIR, Fase.VOORZITTER, day(4, 1)))
    assert first_period(find_fase(CHAIR, Fase.VOORZITTER, day(3, 31))) is None
    assert first_period(find_interviews(AZ, day(3, 2))) is None


def test_rows_without_a_day_are_no_rows():
    assert () == find_fase(CHAIR.model_copy(update={"fasen": ()}), Fase.OBSERVATOR, PEILDATUM)


def test_a_day_without_its_step_is_named_with_the_empty_column():
    rows = (*steps(r2={"stap": None}, r4={"selectie": None, "stap": None}), *steps()[:1])
    assert [(2, "stap"), (4, "selectie")] == list(unnamed_rows(rows, ("selectie", "stap"), ("datum",)))
