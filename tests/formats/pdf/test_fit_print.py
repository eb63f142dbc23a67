"""How a page of ours lies on another."""

from __future__ import annotations

import cmath

import pytest

from docgen.formats.pdf.fit_print import fit_page
from docgen.formats.pdf.glyphs import Glyph, Sheet
from docgen.formats.pdf.print_layout import PrintedPage, PrintedWord

WORDS = ("naam", "school", "ambt", "datum", "mentor", "thema", "traject", "jaar", "plaats", "handtekening")
PAGE = PrintedPage(
    (600.0, 800.0),
    tuple(PrintedWord(word, complex(50 + 37 * number, 60 + 70 * number)) for number, word in enumerate(WORDS)),
    (),
)


def sheet(turn: complex, shift: complex, words=PAGE.words, size=(600.0, 800.0)) -> Sheet:
    glyphs = [
        Glyph(char, (0, 0, 1, 1), start, start + 5 * turn, 10, number, spaced=at == 0)
        for number, word in enumerate(words)
        for at, char in enumerate(word.text)
        for start in [turn * (word.start + 5 * at) + shift]
    ]
    return Sheet(0, size, tuple(glyphs))


@pytest.mark.parametrize(
    ("turn", "shift", "size"),
    [
        (1, 0, (600.0, 800.0)),
        (1, 5 - 7j, (600.0, 800.0)),
        (0.94, 20 + 30j, (612.0, 792.0)),
        (1j, 800, (800.0, 600.0)),
        (-1, 600 + 800j, (600.0, 800.0)),
    ],
)
def test_a_page_is_found_however_it_was_printed(turn, shift, size):
    fit = fit_page(PAGE, sheet(turn, shift, size=size))
    assert fit.is_good
    assert (turn, shift) == (pytest.approx(fit.turn, abs=0.001), pytest.approx(fit.shift, abs=0.5))
    assert 100 + 200j == pytest.approx(fit.find(fit.place(100 + 200j)))


def test_the_words_of_the_form_itself_are_told_from_others():
    more = (*PAGE.words, PrintedWord("Abel", 300 + 100j))
    fit = fit_page(PAGE, sheet(1, 0, more))
    assert sum(len(word.text) for word in PAGE.words) == len(fit.own)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(sheet(cmath.exp(0.07j), 0), id="askew"),
        pytest.param(sheet(0.4, 0), id="too small"),
        pytest.param(sheet(1, 0, PAGE.words[:7]), id="half of it"),
        pytest.param(sheet(1, 0, ()), id="empty"),
        pytest.param(sheet(1, 0, [PrintedWord(w.text, w.start * 1j * n) for n, w in enumerate(PAGE.words)]), id="else"),
    ],
)
def test_what_does_not_fit_is_not_made_to_fit(other):
    assert not fit_page(PAGE, other).is_good
