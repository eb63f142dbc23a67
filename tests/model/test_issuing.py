"""What stands in the way of a document that certifies something."""

from datetime import date

import pytest

from docgen.model.issuing import holds, refuse_open, stands_open
from docgen.model.rule import Decision, Finding, Severity

ON = date(2026, 7, 3)


def decision(until=None):
    return Decision("regel", "*", "Nele Staal", date(2026, 7, 1), "Gezien.", until)


def finding(severity, decided=None, rule="regel"):
    return Finding(rule, severity, "Er is iets.", None, decision=decided)


@pytest.mark.parametrize(
    ("expected", "each"),
    [
        (True, finding(Severity.BLOCKING)),
        (True, finding(Severity.ATTENTION)),
        (False, finding(Severity.INFO)),
        (False, finding(Severity.BLOCKING, decision())),
        (False, finding(Severity.BLOCKING, decision(ON))),
        (True, finding(Severity.BLOCKING, decision(date(2026, 7, 2)))),
    ],
)
def test_a_finding_stands_until_a_decision_that_still_holds(expected, each):
    assert expected is stands_open(each, ON)


def test_no_decision_holds_nothing():
    assert not holds(None, ON)


def test_nothing_open_refuses_nothing():
    assert refuse_open([]) is None


@pytest.mark.parametrize(
    ("sentence", "severities"),
    [
        ("Er staat nog 1 bevinding open (1 blokkerend)", [Severity.BLOCKING]),
        ("Er staan nog 3 bevindingen open (1 blokkerend en 2 met aandacht)",
         [Severity.ATTENTION, Severity.BLOCKING, Severity.ATTENTION]),
    ],
)  # fmt: skip
def test_the_refusal_counts_what_is_open_and_names_each_rule_once(sentence, severities):
    refusal = refuse_open([finding(severity) for severity in severities])
    assert refusal is not None
    assert f"{sentence}; los op wat er staat of leg een beslissing vast." == refusal.sentence
    assert ("regel",) == refusal.rules
