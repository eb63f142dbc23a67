"""Which rows count as a contactmoment and why not (rulings on handleiding § 7.1 and § 8)."""

from datetime import date

import pytest

from docgen.families.jobtraining.contactmomenten import Duur, find_thema, judge_rows
from docgen.families.jobtraining.record import Begeleider, Contactmoment, JaNeen, Thema
from docgen.families.jobtraining.themas import Match
from trainee_dossiers import MOMENTEN

DUUR = Duur(date(2025, 9, 1), date(2026, 6, 30))
ROW = MOMENTEN[0]


def judged(unread=frozenset(), duur=DUUR, **changes):
    return judge_rows((ROW.model_copy(update=changes),), duur, frozenset(unread))


@pytest.mark.parametrize(
    ("fields", "changes", "why"),
    [
        ([], {}, "a readable date in the period, and present"),
        ([], {"datum": date(2025, 9, 1)}, "the startdatum is included"),
        ([], {"datum": date(2026, 6, 30)}, "the einddatum is included"),
        (["datum"], {"datum": date(2025, 8, 31)}, "a day before"),
        (["datum"], {"datum": date(2026, 7, 1)}, "a day after"),
        (["datum"], {"datum": None}, "no date"),
        (["aanwezigheid"], {"aanwezigheid": JaNeen.NEEN}, "absent"),
        (["aanwezigheid"], {"aanwezigheid": None}, "not said"),
        (["datum", "aanwezigheid"], {"datum": None, "aanwezigheid": JaNeen.NEEN}, "both reasons"),
        ([], {"begeleider": Begeleider.SCHOOLONTWIKKELING}, "a begeleider may lead it"),
        ([], {"begeleider": None, "thema": None}, "leader and theme do not decide"),
    ],
)
def test_a_row_counts_or_says_why_not(fields, changes, why):
    (rij,) = judged(**changes)
    assert (fields, not fields) == ([bezwaar.veld for bezwaar in rij.bezwaren], rij.telt), why


def test_an_unreadable_date_has_a_rule_of_its_own_but_the_row_does_not_count():
    (rij,) = judged({"contactmomenten__1__datum"}, datum=None)
    assert ((), False) == (rij.bezwaren, rij.telt)


def test_an_unreadable_remark_does_not_matter():
    (rij,) = judged({"contactmomenten__1__opmerkingen"})
    assert rij.telt


def test_a_row_with_nothing_but_an_unreadable_value_is_a_filled_row():
    rows = judge_rows((Contactmoment(),), DUUR, frozenset({"contactmomenten__1__aanwezigheid"}))
    assert ["datum"] == [bezwaar.veld for bezwaar in rows[0].bezwaren]


def test_empty_rows_are_left_out_and_the_others_keep_their_number():
    assert [2] == [rij.nummer for rij in judge_rows((Contactmoment(), ROW), DUUR)]


def test_unknown_bounds_do_not_judge_a_date():
    (rij,) = judged(duur=Duur(), datum=date(1999, 1, 1))
    assert rij.telt


def test_a_theme_is_named_as_surely_as_its_best_row():
    rows = judge_rows(
        tuple(ROW.model_copy(update={"thema": text}) for text in ("personeel", "personeelsgericht")), DUUR
    )
    assert (Match.SURE, [2]) == _found(rows, Thema.PERSONEELSGERICHT)
    assert (Match.DOUBTFUL, [1]) == _found(rows[:1], Thema.PERSONEELSGERICHT)
    assert (Match.NONE, []) == _found(rows, Thema.LESBIJWONING)


def _found(rows, thema):
    match, rijen = find_thema(rows, thema)
    return match, [rij.nummer for rij in rijen]
