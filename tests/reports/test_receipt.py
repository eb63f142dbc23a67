"""The receipt in a bundle."""

from __future__ import annotations

import pytest

from docgen.model.report import FileSeen
from docgen.reports.receipt import Bundled, BundledFile, receipt_text
from made_report import PEILDATUM, make_complete

SEEN = FileSeen("formulier.xlsx", "verantwoordingsdocument", "a" * 64)
FILES = (BundledFile("1-verantwoordingsdocument.xlsx", (SEEN,), "a" * 64),)


def test_it_says_what_was_taken_over_under_which_name_and_hash():
    text = receipt_text(make_complete(), FILES, PEILDATUM, "9.9.9")
    assert "1-verantwoordingsdocument.xlsx\n    verantwoordingsdocument, aangekomen als “formulier.xlsx”" in text
    assert f"SHA-256 {'a' * 64}" in text


_TOGETHER = (
    "verantwoordingsdocument (bladzijde 1) en RL1 (bladzijde 2): aangekomen als “alles.pdf”, ongewijzigd overgenomen "
    "omdat het niet gesplitst kan worden"
)


@pytest.mark.parametrize(
    ("said", "how", "sources"),
    [
        ("RL1: bladzijden 3-4 van “alles.pdf”, als apart bestand", Bundled.CUT,
         [("alles.pdf", "rl1", "bladzijden 3-4")]),
        ("RL1: “1.jpg” en “2.jpg” achter elkaar in één bestand", Bundled.JOINED,
         [("1.jpg", "rl1", ""), ("2.jpg", "rl1", "vervolg van “1.jpg”")]),
        (_TOGETHER, Bundled.TOGETHER,
         [("alles.pdf", "verantwoordingsdocument", "bladzijde 1"), ("alles.pdf", "rl1", "bladzijde 2")]),
    ],
)  # fmt: skip
def test_it_says_how_a_file_was_made_of_what_arrived(said, how, sources):
    seen = tuple(FileSeen(name, kind, "b" * 64, part) for name, kind, part in sources)
    text = receipt_text(make_complete(), [BundledFile("2-rl1.pdf", seen, "c" * 64, how)], PEILDATUM, "9.9.9")
    assert f"2-rl1.pdf\n    {said}\n    SHA-256 {'c' * 64}\n" in text
    assert (how is not Bundled.TOGETHER) is (f"    SHA-256 van “{seen[0].name}”: {'b' * 64}" in text)


def test_it_says_when_and_by_which_rules_with_their_sentences():
    text = receipt_text(make_complete(), FILES, PEILDATUM, "9.9.9")
    assert "3 november 2026 (peildatum), met docgen 9.9.9" in text
    assert (
        "Vier contactmomenten\n    5 contactmomenten tellen mee. (formulier.xlsx, Verantwoording!B20)\n"
        "    Handleiding § 7.1: “minimaal vier contactmomenten”" in text
    )
    assert "Leeswijze van docgen" in text


def test_it_names_the_decisions_that_were_needed():
    text = receipt_text(make_complete(), FILES, PEILDATUM, "9.9.9")
    assert "Beslissingen van de dienst" in text
    assert "Beslist door Ann Voorbeeld op 1 oktober 2026" in text
