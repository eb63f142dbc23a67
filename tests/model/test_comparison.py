"""What became of the findings since the previous check."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.model.comparison import Change, compare_findings
from docgen.model.rule import Decision, Finding, Severity
from docgen.model.value import Place


def found(rule="contactmoment-telt", key=None, value=None, spot="", severity=Severity.ATTENTION):
    return Finding(rule, severity, "Dit klopt niet.", None, key=key, found=value, place=Place("formulier.xlsx", spot))


def row(number, value, spot=None):
    return found(key=f"contactmomenten__{number}__datum", value=value, spot=spot or f"Blad!B{17 + number}")


ROW_3 = row(3, "03/03/2020, personeelsgericht")


@pytest.mark.parametrize(
    ("before", "now", "expected", "why"),
    [
        ([ROW_3], [ROW_3], (0, 1, 0), "nothing changed"),
        ([ROW_3], [], (1, 0, 0), "it is gone"),
        ([], [ROW_3], (0, 0, 1), "it was not there"),
        ([ROW_3], [row(4, "03/03/2020, personeelsgericht")], (0, 1, 0), "a row was inserted above it"),
        ([ROW_3], [row(3, "04/03/2020, personeelsgericht")], (0, 1, 0), "another value, still wrong"),
        ([ROW_3], [row(5, "01/01/2019")], (1, 0, 1), "another row with another value"),
        ([ROW_3, row(4, "x")], [row(4, "03/03/2020, personeelsgericht"), row(5, "x")], (0, 2, 0), "both moved down"),
        (
            [ROW_3],
            [row(4, "03/03/2020, personeelsgericht"), row(3, "y")],
            (0, 1, 1),
            "it moved, another took its place",
        ),
        (
            [found("tien-maanden", value="280 dagen")],
            [found("tien-maanden", value="290 dagen")],
            (0, 1, 0),
            "fewer days",
        ),
        ([found("rl1-aanwezig")], [found("rl1-leesbaar")], (1, 0, 1), "another rule"),
        (
            [
                found("rl1-dekt-periode", value="een gat van 5 dagen"),
                found("rl1-dekt-periode", value="een gat van 9 dagen"),
            ],
            [found("rl1-dekt-periode", value="een gat van 9 dagen")],
            (1, 1, 0),
            "one of two gaps is closed",
        ),
        ([found("a", severity=Severity.BLOCKING)], [found("a")], (0, 1, 0), "it weighs less, but is still open"),
        ([found("a", severity=Severity.INFO)], [], (0, 0, 0), "what is only told is not compared"),
    ],
)
def test_findings_are_matched_by_rule_key_and_place(before, now, expected, why):
    compared = compare_findings(before, now)
    assert expected == (len(compared.solved), len(compared.still_open), len(compared.new)), why


def test_each_finding_of_now_knows_what_became_of_it():
    other = found("rl1-aanwezig")
    compared = compare_findings([ROW_3], [ROW_3, other])
    assert [compared.change_of(finding) for finding in (ROW_3, other, found("a", severity=Severity.INFO))] == [
        Change.STILL_OPEN, Change.NEW, None,
    ]  # fmt: skip


def test_what_the_desk_decided_since_counts_as_solved():
    decided = Finding(
        "contactmoment-telt", Severity.ATTENTION, "Dit klopt niet.", None,
        decision=Decision("contactmoment-telt", "*", "Ann Voorbeeld", date(2026, 1, 1), "het mag"),
    )  # fmt: skip
    assert len(compare_findings([found()], [decided]).solved) == 1
