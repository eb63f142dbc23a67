"""Several documents in one file are parted by page."""

from __future__ import annotations

import pytest

from docgen.model.parts import name_pages, read_pages, split_text
from docgen.model.value import Line, Place, Text


def text(*pages: str) -> Text:
    lines = [
        Line(words, Place("a.pdf", f"bladzijde {page}, regel {number}"))
        for page, shown in enumerate(pages, start=1)
        for number, words in enumerate(shown.split("\n"), start=1)
    ]
    return Text(tuple(lines), len(pages))


def kind_of(page: Text) -> str:
    return next((kind for kind in ("FORM", "RL1", "PAY") if any(kind in line.text for line in page.lines)), "")


PROSE = "\n".join(["Beste lezer, dit is een brief over iets anders."] * 9)
TABLE = "\n".join(["01/09/2025\tdirecteur\twaarnemend"] * 9)


@pytest.mark.parametrize(
    ("expected", "pages", "why"),
    [
        ([("RL1", (1,))], ("RL1",), "one page"),
        ([("FORM", (1, 2)), ("RL1", (3,)), ("PAY", (4,))], ("FORM", "FORM", "RL1", "PAY"), "three documents"),
        ([("RL1", (1, 2))], ("RL1", TABLE), "a table that goes on"),
        ([("FORM", (1, 2))], ("FORM", "Handtekening"), "a few lines"),
        ([("PAY", (1, 2))], ("PAY", f"{PROSE}\npagina 2 van 2"), "a page that says it is the second"),
        ([("RL1", (1,)), ("", (2,))], ("RL1", PROSE), "a letter behind it"),
        ([("", (1,)), ("RL1", (2,))], (PROSE, "RL1"), "a letter before it"),
        ([("", (1, 2))], (PROSE, PROSE), "nothing known"),
        ([("RL1", (1,)), ("PAY", (2,)), ("RL1", (3,))], ("RL1", "PAY", "RL1"), "in between"),
        ([("RL1", (1,)), ("PAY", (2,))], ("RL1\npagina 1 van 2", "PAY\npagina 2 van 2"), "printed as one"),
    ],
)
def test_consecutive_pages_of_one_kind_are_one_document(expected, pages, why):
    assert expected == [(part.kind, part.pages) for part in split_text(text(*pages), kind_of)], why


def test_lines_keep_the_pages_they_stand_on():
    parts = split_text(text("FORM", "RL1"), kind_of)
    assert ["bladzijde 2, regel 1"] == [line.place.spot for line in parts[1].text.lines]
    assert "bladzijde 2" == parts[1].name


@pytest.mark.parametrize(
    ("expected", "pages"),
    [
        ("bladzijde 4", (4,)),
        ("bladzijden 1-3", (1, 2, 3)),
        ("bladzijden 1, 3-4", (1, 3, 4)),
        ("bladzijden 1, 3", (3, 1)),
    ],
)
def test_pages_are_named_as_a_person_does(expected, pages):
    assert expected == name_pages(pages)


@pytest.mark.parametrize("pages", [(1,), (4,), (1, 2, 3), (2, 5, 6), (1, 3, 5), (1, 2, 4, 5, 9)])
def test_the_words_for_pages_give_the_pages_again(pages):
    assert pages == read_pages(name_pages(pages))


@pytest.mark.parametrize("words", ["", "vervolg van “bladzijde 1”", "bladzijde", "bladzijden 1-", "blad 3"])
def test_other_words_give_no_pages(words):
    assert () == read_pages(words)
