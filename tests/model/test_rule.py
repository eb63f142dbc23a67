"""Rules, findings, decisions and the verdict over them."""

from datetime import date
from types import ModuleType

import pytest

from docgen.model.rule import (
    Decision,
    Observation,
    Severity,
    Verdict,
    check_rules,
    conclude,
    decide_findings,
    rule,
    rules_of,
)
from docgen.sources import handleiding

SOURCE = handleiding("7.1", "minimaal vier contactmomenten")
ON = date(2026, 7, 1)


@rule("blokkeert", Severity.BLOCKING, SOURCE, ruling="zo gelezen")
def blokkeert(subject):
    if subject == "slecht":
        yield Observation("Er ontbreekt iets.", key="naam")


@rule("vraagt-aandacht", Severity.ATTENTION, SOURCE)
def vraagt_aandacht(subject):
    if subject != "goed":
        yield Observation("Kijk dit na.")


@rule("meldt", Severity.INFO, None)
def meldt(_subject):
    yield Observation("Ter informatie.", severity=Severity.INFO)


def outcomes(subject):
    module = ModuleType("regels")
    vars(module).update(blokkeert=blokkeert, vraagt_aandacht=vraagt_aandacht, meldt=meldt)
    return check_rules(rules_of(module), subject)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [("goed", Verdict.COMPLETE), ("twijfel", Verdict.TO_REVIEW), ("slecht", Verdict.INCOMPLETE)],
)
def test_the_heaviest_open_finding_gives_the_verdict(subject, expected):
    assert conclude(outcomes(subject)) is expected


def test_a_dossier_without_a_readable_form_is_unreadable():
    assert conclude(outcomes("goed"), readable=False) is Verdict.UNREADABLE


def test_a_finding_carries_its_rule_sentence_and_ruling():
    finding = outcomes("slecht")[0].findings[0]
    assert (finding.rule, finding.severity, finding.source, finding.ruling, finding.key) == (
        "blokkeert", Severity.BLOCKING, SOURCE, "zo gelezen", "naam",
    )  # fmt: skip


def test_rules_that_only_inform_are_in_order():
    assert [outcome.in_order for outcome in outcomes("twijfel")] == [True, False, True]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision("blokkeert", "dossier-1", "bureau", date(2026, 6, 1), "gezien"), True),
        (Decision("blokkeert", "*", "bureau", date(2026, 6, 1), "gezien"), True),
        (Decision("blokkeert", "dossier-2", "bureau", date(2026, 6, 1), "gezien"), False),
        (Decision("blokkeert", "*", "bureau", date(2026, 6, 1), "gezien", until=date(2026, 6, 30)), False),
        (Decision("blokkeert", "*", "bureau", date(2026, 6, 1), "gezien", until=ON), True),
        (Decision("blokkeert", "*", "bureau", date(2026, 7, 2), "gezien"), False),
        (Decision("meldt", "*", "bureau", date(2026, 6, 1), "gezien"), False),
    ],
)
def test_a_decision_settles_its_rule_for_its_dossier_while_it_holds(decision, expected):
    settled = decide_findings(outcomes("slecht"), [decision], "dossier-1", ON)
    assert (settled[0].findings[0].decision == decision) is expected


def test_a_settled_finding_stays_printed_but_no_longer_counts():
    decision = Decision("vraagt-aandacht", "*", "bureau", ON, "gezien")
    settled = decide_findings(outcomes("twijfel"), [decision], "d", ON)
    assert conclude(settled) is Verdict.COMPLETE
    assert settled[1].findings[0].message == "Kijk dit na."


def test_a_fact_that_could_not_be_checked_gets_its_decision_too():
    decision = Decision("meldt", "*", "bureau", ON, "attest gezien op papier")
    assert decide_findings(outcomes("goed"), [decision], "d", ON)[2].findings[0].decision == decision
