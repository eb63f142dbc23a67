"""Photos of one document are joined where that is certain, and nowhere else."""

from __future__ import annotations

import hashlib

import pytest

from docgen.model.joined_pictures import each_file, join_pictures
from docgen.model.value import UNSURE, Content, Line, Place, Text, Unread

RL1 = "RL1\nNaam\tFientje Voorbeeld\nStamboeknummer\t29001011294\n01/09/2025\tdirecteur\twaarnemend"
FIRST = f"{RL1}\nPagina 1 van 2"
ROWS = "01/01/2026\tdirecteur\twaarnemend\n01/02/2026\t\tdirecteur\twaarnemend"
MORE = "Stamboeknummer\t29001011294\nAmbt\tdirecteur"
OTHERS = "Stamboeknummer\t19002022255\nAmbt\tdirecteur"
UNCLEAR = f"Stamboeknummer\t2900101129{UNSURE}\nAmbt\tdirecteur"
LETTER = "Beste\nin bijlage het stuk van 29001011294\nmet vriendelijke groet"
PAYMENT = "PAY\nBedrag\t50,00 EUR"


def picture(name: str, text: str, certainty: float | None = 0.99) -> Content:
    lines = (
        Line(words, Place(name, f"bladzijde 1, regel {number}"), certainty)
        for number, words in enumerate(text.splitlines(), start=1)
    )
    return Content(name, hashlib.sha256(text.encode()).hexdigest(), Text(tuple(lines)))


def kind_of(text: Text) -> str:
    return next((kind for kind in ("RL1", "PAY") if text.lines and text.lines[0].text == kind), "")


def names(*files: Content) -> list[list[str]]:
    return [[content.name, *(page.name for page in content.next_pages)] for content in join_pictures(files, kind_of)]


def pages(*texts: str) -> list[int]:
    """How many pictures each document takes, of pictures that follow each other."""
    files = [picture(f"IMG_{number}.jpg", text) for number, text in enumerate(texts, start=1)]
    return [len(found) for found in names(*files)]


@pytest.mark.parametrize(
    ("expected", "texts", "why"),
    [
        ([2], (RL1, ROWS), "only rows of the table"),
        ([2], (RL1, f"{ROWS}\nblz. 2/2"), "rows and the number of the page"),
        ([2], (RL1, f"Naam\tFientje Voorbeeld\n{ROWS}"), "rows below a name that stood on the page before"),
        ([3], (RL1, ROWS, f"03/03/2026\tdirecteur\twaarnemend\n{ROWS}"), "three pages"),
        ([2], (RL1, MORE), "the same stamboeknummer"),
        ([2], (FIRST, "Voor akkoord\nPagina 2 van 2"), "a page that says it is the second"),
        ([2], (FIRST, f"{RL1}\nPagina 2 van 2"), "the same, with its title again"),
        ([1, 2], (PAYMENT, RL1, ROWS), "behind another document"),
        ([2, 1], (RL1, ROWS, PAYMENT), "before another document"),
        ([1, 1], (RL1, OTHERS), "another stamboeknummer"),
        ([1, 1], (RL1, UNCLEAR), "a number that is not sure"),
        ([1, 1], (RL1, f"{ROWS}\nNaam\tJoris Model"), "a name that did not stand there before"),
        ([1, 1], (RL1, LETTER), "a letter that bears the same number"),
        ([1, 1], (RL1, "Smakelijk"), "some words"),
        ([1, 1], (RL1, "Voor akkoord\nPagina 2 van 2"), "the page before has no number"),
        ([1, 1], (FIRST, "Voor akkoord\nPagina 2 van 4"), "a page of something longer"),
        ([1, 1], (FIRST, f"{ROWS}\nPagina 3 van 3"), "a page is lacking"),
        ([1, 1], (f"{RL1}\nPagina 1 van 1", ROWS), "the document is complete"),
        ([1, 1], (RL1, RL1 + "\n" + ROWS), "two of one kind"),
        ([1, 1], (PAYMENT, ROWS), "no table to go on with"),
        ([1, 1], (ROWS, RL1), "the other way round"),
        ([1, 1, 1], (RL1, PAYMENT, ROWS), "not the page before it"),
        ([1, 1, 1], (RL1, FIRST, ROWS), "it may be of either"),
        ([1, 1, 1], (RL1, "Smakelijk", ROWS), "what is in between is not known"),
    ],
)  # fmt: skip
def test_a_picture_is_joined_only_where_it_certainly_goes_on(expected, texts, why):
    assert expected == pages(*texts), why


@pytest.mark.parametrize(
    ("expected", "first", "second"),
    [
        (2, "IMG_9.jpg", "IMG_10.jpg"),
        (2, "RL1.jpg", "RL1 (2).heic"),
        (2, "RL1-1.jpg", "rl1-2.JPG"),
        (2, "foto's/1.jpg", "foto's/2.jpg"),
        (1, "IMG_10.jpg", "IMG_9.jpg"),
        (1, "rl1.jpg", "vakantie.jpg"),
        (1, "jan/1.jpg", "piet/2.jpg"),
    ],
)
def test_pictures_follow_each_other_by_the_numbers_in_their_names(expected, first, second):
    (found, *_) = [found for found in names(picture(second, ROWS), picture(first, RL1)) if found[0] == first]
    assert expected == len(found)


def test_what_is_no_picture_of_one_page_is_not_joined():
    rl1, rows = picture("1.pdf", RL1), picture("2.pdf", ROWS)
    for other in (
        picture("2.pdf", ROWS, certainty=None),
        Content("2.pdf", "b", Text(rows.found.lines, pages=2)),
        Content("2.pdf", "b", rows.found, part="bladzijde 2"),
    ):
        assert [["1.pdf"], ["2.pdf"]] == names(rl1, other)


def test_a_picture_that_could_not_be_read_parts_those_around_it():
    unread = Content("IMG_2.jpg", "b", Unread("“IMG_2.jpg” is onscherp."))
    files = picture("IMG_1.jpg", RL1), unread, picture("IMG_3.jpg", ROWS)
    assert [["IMG_1.jpg"], ["IMG_2.jpg"], ["IMG_3.jpg"]] == names(*files)


def test_a_copy_stays_on_its_own_and_stands_in_nobodys_way():
    files = [picture("1.jpg", RL1), picture("1 (1).jpg", RL1), picture("2.jpg", ROWS), picture("3.jpg", ROWS)]
    assert [["1.jpg", "2.jpg"], ["1 (1).jpg"], ["3.jpg"]] == names(*files)


def test_without_kinds_nothing_is_joined():
    files = (picture("1.jpg", RL1), picture("2.jpg", ROWS))
    assert files == join_pictures(files, lambda _text: "")


def test_each_line_keeps_its_own_file_and_each_file_its_own_bytes():
    first, second = picture("1.jpg", RL1), picture("2.jpg", ROWS)
    (content,) = join_pictures([first, second], kind_of)
    assert [*first.found.lines, *second.found.lines] == list(content.found.lines)
    assert 2 == content.found.pages
    assert [(first.sha256, ""), (second.sha256, "vervolg van “1.jpg”")] == [
        (page.sha256, part) for page, part in each_file(content)
    ]
