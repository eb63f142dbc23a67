"""What a letter names as in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.families.discover import find_families
from docgen.model.rule import Finding, Outcome, Severity
from docgen.reports.in_order import _GROUPS, name_in_order
from made_report import make_report

#: Rules on how a dossier was read or counted: there is nothing in them that a sender brought.
NOT_NAMED = {
    "onzekere-lezing", "voorinvulling-gewijzigd", "bestand-herkend", "dubbel-bestand", "tien-maanden-verklaard",
    "korte-waarneming",
}  # fmt: skip


def named(*outcomes, language="nl"):
    return name_in_order(replace(make_report().dossiers[0], outcomes=outcomes), language)


def found(rule, severity=Severity.INFO):
    return Outcome(rule, (Finding(rule, severity, "Er is iets.", None),))


def test_rules_that_belong_together_are_one_thing():
    rl1 = [Outcome(rule, ()) for rule in ("rl1-aanwezig", "rl1-leesbaar", "rl1-van-trainee")]
    assert named(*rl1, Outcome("tien-maanden", ())) == ("de tien maanden", "de RL1")
    assert named(*rl1, found("rl1-dekt-periode", Severity.ATTENTION)) == ()


def test_what_could_not_be_looked_at_is_not_called_in_order():
    assert named(found("zeven-jaar")) == (), "there was no date to count from"


def test_a_field_that_cannot_be_read_is_no_general_information_in_order():
    rules = (Outcome("algemene-informatie-ingevuld", ()), Outcome("datums-in-volgorde", ()))
    assert named(*rules, Outcome("onleesbaar-veld", ())) == ("de algemene informatie",)
    assert named(*rules, found("onleesbaar-veld", Severity.BLOCKING)) == ()
    assert named(Outcome("onleesbaar-veld", ())) == (), "of another family"


def test_it_is_named_in_french_for_a_french_sender():
    assert named(Outcome("mentor-gekozen", ()), language="fr") == ("le choix du mentor",)


@pytest.mark.parametrize("family", [f for f in find_families().values() if any(not x.is_list for x in f.forms)])
def test_every_rule_of_a_family_whose_dossiers_go_back_has_its_words(family):
    known = {rule for _, _, rules in _GROUPS for rule in rules}
    lists = {rule for rule in family.rules if family.name == "certificeringsniveaus"}
    assert set(family.rules) - known - NOT_NAMED - lists == set()
