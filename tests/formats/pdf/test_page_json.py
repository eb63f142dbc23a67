"""What typst gets to read: little, and as a rule the same from letter to letter."""

from __future__ import annotations

import json
from typing import Any

import pytest

from docgen.formats.pdf.fonts import find_fonts
from docgen.formats.pdf.page_json import PageWriter
from docgen.model.page import (
    Block,
    Bookmark,
    Border,
    Borders,
    Cell,
    Content,
    Label,
    Mark,
    Paragraph,
    ParagraphLook,
    Row,
    Section,
    Table,
    Text,
    TextLook,
)

LETTERS = (TextLook("Carlito", 11), TextLook("Carlito", 11, underline="single"))
LOOKS = (ParagraphLook(line=1.15), ParagraphLook(left=20), ParagraphLook(shade="#eeeeee"))


def write(*blocks: Block) -> PageWriter:
    section = Section(595, 842, (72, 72, 72, 72), 36, 36, blocks)
    content = Content("Proef", "nl", "be", "Carlito", 36, LETTERS, LOOKS, (section,))
    return PageWriter(content, {}, lambda name: find_fonts()[name.casefold()])


def read_blocks(*blocks: Block) -> list[dict[str, Any]]:
    written: list[dict[str, Any]] = json.loads(write(*blocks).write_sections())[0]["blocks"]
    return written


@pytest.mark.parametrize(
    ("runs", "block", "why"),
    [
        ([[0, "Beste"]], Paragraph(0, (Text("Beste", 0),), 0), "letters and nothing else"),
        ([], Paragraph(0, (Text("Beste", 1),), 0), "a line under it must be drawn"),
        ([], Paragraph(0, (Text("Beste", 0, "https://voorbeeld.example"),), 0), "a link needs its own element"),
        ([], Paragraph(0, (Text("Beste", 0), Mark("tab", 0)), 0), "a tab must be measured"),
        ([], Paragraph(0, (Text("a" * 200, 0),), 0), "a word wider than the line must be broken"),
        ([[0, "aa " * 200]], Paragraph(0, (Text("aa " * 200, 0),), 0), "a long text of short words breaks by itself"),
        ([], Paragraph(1, (Text("Beste", 0),), 0), "an indent needs a box"),
        ([], Paragraph(2, (Text("Beste", 0),), 0), "so does a frame"),
        ([], Paragraph(0, (Text("Beste", 0),), 0, heading=1), "a heading has its own tag"),
        ([], Paragraph(0, (Text("Beste", 0),), 0, label=Label("1.", 0)), "so has an item of a list"),
        ([], Paragraph(0, (), 0), "an empty one has its height from its end"),
    ],
)
def test_only_paragraphs_of_mere_letters_take_the_short_way(runs: list[list[Any]], block: Paragraph, why: str) -> None:
    assert read_blocks(block)[0]["runs"] == runs, why


def test_a_bookmark_stands_in_the_file_once() -> None:
    twice = read_blocks(Paragraph(0, (Bookmark("hier"), Bookmark("hier")), 0))
    assert [it["kind"] for it in twice[0]["inlines"]] == ["bookmark", "bookmark-again"]


def test_letters_of_one_look_share_a_dress_and_cells_of_one_frame_a_look() -> None:
    line = Border("single", 0.5, "#000000")
    cells = tuple(Cell(at, (Paragraph(0, (Text(f"cel {at}", 0),), 0),), borders=Borders(top=line)) for at in range(3))
    looks = json.loads(_write_both(write(Table((100, 100, 100), (Row(cells), Row(())))))[1])
    assert (len(looks["dresses"]), len(looks["cell_looks"])) == (1, 1)


def test_the_looks_are_the_same_for_two_letters_that_differ_in_words() -> None:
    one, other = (write(Paragraph(0, (Text(name, 0),), 0)) for name in ("Roos", "Bo Uitgevonden"))
    assert _write_both(one)[1] == _write_both(other)[1]
    assert (one.texts, other.texts) == (["Roos"], ["Bo Uitgevonden"])


def _write_both(writer: PageWriter) -> tuple[bytes, bytes]:
    return writer.write_sections(), writer.write_looks()
