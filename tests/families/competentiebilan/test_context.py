"""What the summary prints, for whom, and when it is not made."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bilan_dossiers import NAAM, PEILDATUM, SAMENVATTING_RECORD, case, form, request, summary
from docgen.families.competentiebilan.context import samenvatting
from docgen.families.competentiebilan.family import check
from docgen.families.competentiebilan.keuzes import JaNeen, Soort, Taal, Wijze
from docgen.families.competentiebilan.samenvatting import Competentie, Piste, Stap
from docgen.model.family import Issue, Paper
from docgen.model.rule import Decision
from docgen.settings import Organisatie, Settings

SETTINGS = Settings(organisatie=Organisatie(naam="Loopbaancentrum Proef", plaats="Proefstad", adres=("Straat 1",)))


def make(
    filled: Any, *, language: str = "nl", on: date = PEILDATUM, decided: tuple[str, ...] = (), **raw: Any
) -> Paper:
    decisions = tuple(Decision(rule, "*", "Veerle Voorbeeld", date(2026, 9, 1), "Nagekeken.") for rule in decided)
    report = check(case(form(filled, **{"reference": "CB-7", **raw}), decisions=decisions))
    (paper,) = samenvatting([report], Issue(on, language, SETTINGS))
    return paper


def test_it_prints_the_record_and_who_made_it():
    paper = make(summary())
    assert (NAAM, "Greet Staaltje", "CB-7") == tuple(
        paper.values[key] for key in ("deelnemer", "begeleider", "kenmerk")
    )
    assert ("1 juni 2026", "6 juli 2026", False) == tuple(
        paper.values[key] for key in ("instemming", "feedback", "feedback_gepland")
    )
    assert [{"periode": "2010 – 2026", "functie": "Dossierbeheerder", "taken": ""}] == paper.values["parcours"]
    assert [{"competentie": "Samenwerken", "wijze": "STAR-interview", "bevinding": ""}] == paper.values[
        "generieke_competenties"
    ]
    assert ("Loopbaancentrum Proef", ["Straat 1"]) == (
        paper.values["organisatie"]["naam"], paper.values["organisatie"]["adres"]
    )  # fmt: skip


def test_in_french_its_dates_and_words_are_french():
    values = make(summary(), language="fr").values
    assert ("6 juillet 2026", "15 septembre 2026") == (values["feedback"], values["datum"])
    assert "entretien STAR" == values["generieke_competenties"][0]["wijze"]


@pytest.mark.parametrize(
    ("expected", "taal", "form_language"),
    [("nl", None, "nl"), ("fr", None, "fr"), ("fr", Taal.FR, "nl"), ("nl", Taal.NL, "fr")],
)
def test_the_language_is_the_one_chosen_else_that_of_the_form(expected, taal, form_language):
    report = check(case(form(summary(taal=taal), language=form_language)))
    assert expected == samenvatting([report], Issue(PEILDATUM, "nl", SETTINGS))[0].language


def test_a_feedback_talk_after_the_day_of_the_document_is_planned():
    planned = summary(feedback=date(2026, 9, 16))
    assert make(planned).values["feedback_gepland"]
    assert not make(planned, on=date(2026, 9, 16)).values["feedback_gepland"]


@pytest.mark.parametrize(("there", "choice"), [(True, JaNeen.JA), (False, JaNeen.NEEN), (False, None)])
def test_the_zelfreflectie_goes_along_only_where_the_participant_wants_it(there, choice):
    paper = make(summary(zelfreflectie=choice, weten="Ik ken dat."))
    assert {"weten": "Ik ken dat." if there else "", "kunnen": "", "doen": ""} == paper.values["zelfreflectie"]
    assert there == ("Ik ken dat." in str(paper.record))


def test_competences_stand_by_their_kind_and_none_is_lost():
    rows = (
        Competentie(competentie="A", soort=Soort.TECHNISCH, wijze=Wijze.TEST, bevinding="a"),
        Competentie(),
        Competentie(competentie="B", soort=Soort.GENERIEK, wijze=Wijze.GESPREK),
        Competentie(bevinding="C"),
        Competentie(competentie="D", soort=Soort.TECHNISCH, wijze=Wijze.STAR),
    )
    values = make(summary(competenties=rows)).values
    groups = ("generieke_competenties", "technische_competenties", "digitale_competenties", "andere_competenties")
    found = [[row["competentie"] or row["bevinding"] for row in values[group]] for group in groups]
    assert [["B"], ["A", "D"], [], ["C"]] == found


def test_empty_rows_are_not_printed():
    values = make(
        summary(parcours=(Stap(), Stap(functie="x"), Stap()), ontwikkeling=(Piste(), Piste(piste="y")))
    ).values
    assert ([1, 1]) == [len(values["parcours"]), len(values["ontwikkeling"])]


def test_what_is_attached_is_what_the_page_says():
    paper = make(summary())
    assert {key: paper.values[key] for key in paper.record} == paper.record


REFUSED = [
    ("no consent", ("instemming",), summary(instemming=None), ()),
    ("nobody's consent, whatever is decided", ("instemming",), summary(deelnemer=None), ("instemming",)),
    ("no consent, whatever is decided", ("instemming",), summary(instemming=None), ("instemming",)),
    ("consent to come", ("instemming",), summary(instemming=date(2026, 9, 16)), ()),
    ("no parcours", ("drie-delen",), summary(parcours=()), ()),
    ("no competences, whatever is decided", ("drie-delen",), summary(competenties=()), ("drie-delen",)),
    ("no tracks", ("drie-delen",), summary(ontwikkeling=(), orientering=()), ()),
    ("feedback too early", ("feedbackgesprek",), summary(feedback=date(2026, 6, 21)), ()),
    ("no feedback", ("feedbackgesprek",), summary(feedback=None), ()),
    ("all of it", ("instemming", "drie-delen", "feedbackgesprek"),
     summary(instemming=None, parcours=(), feedback=None), ()),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "filled", "decided"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_it_is_refused_with_the_rules_that_stand_in_the_way(rules, filled, decided):
    paper = make(filled, decided=decided)
    assert paper.refusal
    assert rules == paper.rules


def test_a_decision_lets_a_feedback_talk_without_date_pass():
    assert make(summary(feedback=None), decided=("feedbackgesprek",)).refusal is None


def test_points_that_only_ask_attention_do_not_hold_it_up():
    assert make(summary(opleidingen=(), laatste_test=None)).refusal is None


def test_a_request_alone_gives_no_summary():
    paper = make(request())
    assert "Er is geen formulier van een samenvatting gelezen." == paper.refusal


def test_no_refusal_holds_what_was_filled_in():
    paper = make(SAMENVATTING_RECORD.model_copy(update={"deelnemer": "Qzx", "instemming": date(2031, 1, 1)}))
    assert paper.refusal
    assert "Qzx" not in paper.refusal
    assert "2031" not in paper.refusal


def test_it_has_no_place_for_an_employer_or_a_copy():
    names = str(sorted(make(summary()).values))
    assert [] == [word for word in ("werkgever", "employer", "kopie", "leidinggevende", "hr_") if word in names]
