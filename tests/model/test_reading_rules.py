"""The rules of every family on how files were read, and rules that find nothing to look at."""

from dataclasses import dataclass

from docgen.model import reading_rules
from docgen.model.reading_rules import FileTrouble, tell_unread
from docgen.model.record import Problem
from docgen.model.rule import Observation, Severity, all_findings, check_rules, rule, rules_of
from docgen.model.value import Place, Unread

PLACE = Place("formulier.xlsx", "Blad1!C5")


@dataclass(frozen=True)
class Read:
    problems: tuple = ()
    unrecognised: tuple = ()
    doubles: tuple = ()


def rows(read):
    outcomes = check_rules(rules_of(reading_rules), read)
    return [(f.rule, f.severity.value, f.key, str(f.place)) for f in all_findings(outcomes)]


def problem(rule_id, *, required=False):
    return Problem(rule_id, "startdatum", PLACE, "Er staat iets.", found="32/1/2026", required=required)


def test_nothing_to_say_is_in_order():
    outcomes = check_rules(rules_of(reading_rules), Read())
    assert [
        "onleesbaar-veld", "onzekere-lezing", "voorinvulling-gewijzigd", "bestand-herkend", "dubbel-bestand",
    ] == [outcome.rule for outcome in outcomes if outcome.in_order]  # fmt: skip


def test_an_unreadable_value_blocks_only_in_a_required_field():
    read = Read(problems=(problem("onleesbaar-veld", required=True), problem("onleesbaar-veld")))
    spot = ("startdatum", "formulier.xlsx, Blad1!C5")
    assert [("onleesbaar-veld", "blokkerend", *spot), ("onleesbaar-veld", "aandacht", *spot)] == rows(read)


def test_doubt_and_a_changed_prefill_ask_attention():
    read = Read(problems=(problem("voorinvulling-gewijzigd"), problem("onzekere-lezing")))
    assert [("onzekere-lezing", "aandacht"), ("voorinvulling-gewijzigd", "aandacht")] == [row[:2] for row in rows(read)]


def test_files_are_named():
    read = Read(unrecognised=(FileTrouble("scan.pdf", "Een scan."),), doubles=(FileTrouble("kopie.pdf", "Hetzelfde."),))
    assert [
        ("bestand-herkend", "aandacht", None, "scan.pdf"),
        ("dubbel-bestand", "info", None, "kopie.pdf"),
    ] == rows(read)


@rule("alleen-met-iets", Severity.BLOCKING, None, when=bool)
def only_with_something(_subject):
    yield Observation("Er is iets.")


def test_a_rule_without_anything_to_look_at_is_neither_broken_nor_in_order():
    assert () == check_rules([only_with_something], "")
    assert ["alleen-met-iets"] == [outcome.rule for outcome in check_rules([only_with_something], "iets")]


def test_an_unread_file_says_why_in_its_own_words_and_else_in_plain_ones():
    assert "“a.pdf” is leeg." == tell_unread("a.pdf", Unread("“a.pdf” is leeg.")).message
    assert "“a.pdf” kan niet gelezen worden." == tell_unread("a.pdf", Unread("")).message
