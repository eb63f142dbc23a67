"""The receipt in a bundle."""

from __future__ import annotations

from docgen.reports.receipt import BundledFile, receipt_text
from made_report import PEILDATUM, make_complete

FILES = (BundledFile("1-verantwoordingsdocument.xlsx", "formulier.xlsx", "verantwoordingsdocument", "a" * 64),)


def test_it_says_what_was_taken_over_under_which_name_and_hash():
    text = receipt_text(make_complete(), FILES, PEILDATUM, "9.9.9")
    assert "1-verantwoordingsdocument.xlsx\n    verantwoordingsdocument, aangekomen als “formulier.xlsx”" in text
    assert f"SHA-256 {'a' * 64}" in text


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
