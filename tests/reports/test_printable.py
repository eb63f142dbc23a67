"""Text of unknown origin, made fit to print."""

from __future__ import annotations

import pytest

from docgen.reports.printable import printable


@pytest.mark.parametrize(
    ("shown", "text", "why"),
    [
        ("Zoë d’Hondt-Łuczak €", "Zoë d’Hondt-Łuczak €", "ordinary text stays"),
        ("twee\nregels\tmet tab", "twee\r\nregels\tmet tab", "line ends and tabs stay"),
        ("hard\u00a0wit", "hard\u00a0wit", "so does a hard space"),
        ("rood �[31m", "rood \x1b[31m", "an escape would steer the terminal"),
        ("factuur�fdp.exe", "factuur\u202efdp.exe", "a name must not read backwards"),
        ("half � teken", "half \ud83d teken", "half a character breaks every file"),
        ("�", "\0", "nothing is no character"),
        ("\u200bx", "\u200bx", "an invisible space does no harm"),
    ],
)
def test_only_what_steers_is_replaced(shown, text, why):
    assert printable(text) == shown, why


def test_a_text_without_end_is_cut():
    assert len(printable("x" * 50_000)) < 32_767
