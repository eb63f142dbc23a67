"""The Dutch sentences of a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.model.report import DossierReport, Report
from docgen.model.rule import Outcome, Verdict
from docgen.reports import words
from docgen.sources import handleiding, trajecten
from made_report import ATTENTION, BLOCKING, DECIDED, DECISION, PEILDATUM, make_complete, make_incomplete, make_report


def made(*verdicts: Verdict) -> Report:
    return Report("1", PEILDATUM, tuple(DossierReport(str(n), "x", v, (), ()) for n, v in enumerate(verdicts)))


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        ("Het dossier is na te kijken.", [Verdict.TO_REVIEW]),
        ("Alle 2 dossiers zijn volledig.", [Verdict.COMPLETE] * 2),
        ("Geen van de 2 dossiers is volledig; 2 onvolledig.", [Verdict.INCOMPLETE] * 2),
        ("1 van de 2 dossiers is volledig; 1 onleesbaar.", [Verdict.COMPLETE, Verdict.UNREADABLE]),
        ("2 van de 3 dossiers zijn volledig; 1 na te kijken.", [Verdict.COMPLETE, Verdict.COMPLETE, Verdict.TO_REVIEW]),
    ],
)
def test_the_summary_answers_how_many_are_complete_first(sentence, verdicts):
    assert sentence == words.summary_sentence(made(*verdicts))


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("Vier contactmomenten", "vier-contactmomenten"),
        ("RL1 dekt periode", "rl1-dekt-periode"),
        ("Alle velden leesbaar", "onleesbaar-veld"),
    ],
)
def test_a_rule_reads_as_a_heading(title, rule):
    assert title == words.rule_title(rule)


def test_a_source_is_quoted_with_its_section_or_its_heading():
    assert words.source_line(handleiding("7.1", "minimaal vier")) == "Handleiding § 7.1: “minimaal vier”"
    assert words.source_line(trajecten("Wie", "De keuze")) == "Trajecten onder “Wie”: “De keuze”"


def test_a_ruling_is_never_passed_off_as_the_source():
    assert words.ruling_line("Een periode telt.") == "Leeswijze van docgen: een periode telt."


def test_a_decision_says_who_when_why_and_until():
    assert words.decision_line(DECISION) == (
        "Beslist door Ann Voorbeeld op 1 oktober 2026 (geldig tot en met 31 december 2026): "
        "het oude ambt telt mee <volgens> de nota."
    )
    assert "geldig" not in words.decision_line(replace(DECISION, until=None))


def test_what_blocks_is_the_reason_and_attention_only_when_nothing_blocks():
    assert words.reasons(make_incomplete()) == (BLOCKING.message,)
    assert words.reasons(make_report().dossiers[2]) == (ATTENTION.message,)
    assert words.reasons(make_complete()) == ()


def test_of_an_unreadable_dossier_what_its_files_are_is_a_reason_too():
    outcomes = (Outcome("a", (ATTENTION,)), Outcome("b", (BLOCKING, BLOCKING)))
    dossier = DossierReport("x", "y", Verdict.UNREADABLE, outcomes, ())
    assert words.reasons(dossier) == (BLOCKING.message, ATTENTION.message)


def test_a_complete_dossier_says_so_and_names_how_many_points_were_decided():
    one = make_complete()
    two = replace(one, outcomes=(*one.outcomes, Outcome("rl1-ambt", (DECIDED,))))
    plain = replace(one, outcomes=())
    assert words.verdict_sentence(plain) == "Alles wat nodig is, is er en is in orde."
    assert words.verdict_sentence(one) == "Alles is in orde; over 1 punt heeft de dienst beslist."
    assert words.verdict_sentence(two) == "Alles is in orde; over 2 punten heeft de dienst beslist."


def test_a_dossier_is_named_with_its_person_where_known():
    assert words.who(make_complete()) == "voorbeeld-zoe (Zoë Voorbeeld-d’Hondt)"
    assert words.who(make_report().dossiers[3]) == "leeg"
    assert words.who(replace(make_complete(), subject="Voorbeeld Zoé")) == "voorbeeld-zoe"
