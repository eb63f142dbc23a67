"""A Word document becomes a PDF that a blind reader can use and an archive can keep, without a word processor."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from docgen.catalogue import find_documents
from docgen.errors import SetupError, WrongUseError
from docgen.families.discover import find_families
from docgen.formats.docx.page_tree import read_page_tree
from docgen.formats.docx.render import render_docx
from docgen.formats.pdf.page_pdf import render_page_tree
from docgen.formats.pdf.render import Imprint
from docgen.model.document import Document
from docgen.model.page import (
    Bookmark,
    Border,
    Borders,
    Cell,
    CheckBox,
    Content,
    Inline,
    Label,
    Mark,
    Note,
    PageBreak,
    PageTree,
    Paragraph,
    ParagraphLook,
    Row,
    Section,
    Strip,
    Table,
    TabStop,
    Text,
    TextLook,
)
from verapdf import assert_conforms

META = Imprint("Proef", "nl", date(2026, 7, 3), "Dienst Voorbeeld")
LETTERS = [
    document
    for document in find_documents().values()
    if not document.choices and document.template("nl", "typ") is None
]
LONG = "Maria-Magdalena Antoinette van der Voorbeeldenburg-Proefmans de Testere"
FILLED: Mapping[str, str | None] = {"as it stands": None, "long": LONG, "one word": LONG.replace(" ", ""), "empty": ""}
LINE = Border("single", 0.5, "#000000")


def change(value: Any, text: str | None) -> Any:
    if isinstance(value, Mapping):
        return {key: change(inner, text) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [change(inner, text) for inner in value]
    return text if isinstance(value, str) and text is not None else value


def render_letter(document: Document, text: str | None = None) -> bytes:
    values = change(copy.deepcopy(find_families()[document.family].samples[document.context]), text)
    template = document.template("nl", "docx")
    assert template is not None
    word = render_docx(template.read_bytes(), values, title=document.title["nl"], language="nl")
    return render_page_tree(read_page_tree(word), values, meta=META)


def say(text: str, look: int = 0, link: str = "") -> Text:
    return Text(text, look, link)


def paragraph(*inlines: Inline, look: int = 0, **how: Any) -> Paragraph:
    return Paragraph(look, inlines, 0, **how)


def make_tree(*blocks: Any, **how: Any) -> PageTree:
    looks = (
        TextLook("Carlito", 11),
        TextLook("Carlito", 16, bold=True),
        TextLook("Liberation Sans", 11, underline="double", strike="single", caps="small", highlight="#ffff00"),
        TextLook("Liberation Serif", 11, italic=True, position="super", language="fr"),
    )
    paragraphs = (
        ParagraphLook(line=1.15),
        ParagraphLook(left=36, first=-18),
        ParagraphLook(tabs=(TabStop(200, "center"), TabStop(450, "right", ".")), align="justify"),
        ParagraphLook(borders=Borders(LINE, LINE, LINE, LINE), shade="#eeeeee", page_break_before=True, keep_next=True),
        ParagraphLook(line_rule="exact", line=20, align="center", right=10, left=10),
    )
    section = Section(595.3, 841.9, (70.9, 70.9, 70.9, 70.9), 35.4, 35.4, blocks, **how)
    return PageTree(Content("Proef", "nl", "be", "Carlito", 36, looks, paragraphs, (section,)), {})


def render(*blocks: Any, **how: Any) -> bytes:
    return render_page_tree(make_tree(*blocks, **how), {"naam": "Roos"}, meta=META)


def read_tags(pdf: bytes) -> list[str]:
    """The names of all tags in reading order."""

    def walk(tag: Any) -> Iterator[str]:
        if isinstance(tag, pikepdf.Array):
            for inner in tag:
                yield from walk(inner)
        elif isinstance(tag, pikepdf.Dictionary):
            if "/S" in tag:
                yield str(tag.S).lstrip("/")
            if "/K" in tag:
                yield from walk(tag.K)

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return list(walk(opened.Root.StructTreeRoot.K))


def read_text(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def test_every_letter_conforms_whatever_it_holds(tmp_path: Path) -> None:
    paths = []
    for document in LETTERS:
        for name, text in FILLED.items():
            paths.append(tmp_path / f"{document.name} {name}.pdf")
            paths[-1].write_bytes(render_letter(document, text))
    assert_conforms(paths, ("ua1", "3a"))


@pytest.mark.parametrize("document", LETTERS, ids=lambda document: document.name)
def test_the_same_letter_gives_the_same_bytes(document: Document) -> None:
    assert render_letter(document) == render_letter(document)


def test_a_page_with_everything_conforms(tmp_path: Path) -> None:
    border = Borders(LINE, LINE, LINE, LINE)
    row = Row((Cell(0, (paragraph(say("een")),), borders=border), Cell(1, (paragraph(say("twee")),))), 40, "at-least")
    head = Row((Cell(0, (paragraph(say("Links")),), valign="center"), Cell(1, (paragraph(),))), header=True)
    wide = Row((Cell(0, (paragraph(say("breed")),), colspan=2, shade="#dddddd", below=4),), cant_split=True)
    note = Note((paragraph(Mark("note-number", 0), say(" De noot.")),), 3)
    label = Label("1.", 0)
    path = tmp_path / "alles.pdf"
    path.write_bytes(
        render(
            paragraph(Bookmark("begin"), say("Kop", 1), heading=1, before=12),
            paragraph(say("naar het begin", 0, "#begin"), say(" en naar buiten", 2, "https://voorbeeld.example"), note),
            paragraph(say("een"), look=1, label=label, above=4),
            paragraph(say("dieper"), look=1, label=Label("a)", 0, level=1)),
            paragraph(say("twee"), look=1, label=label, above=4),
            paragraph(say("links"), Mark("tab", 0), say("midden"), Mark("tab", 0), say("rechts"), look=2),
            Table((200, 150), (head, row, row, wide), above=8),
            paragraph(say("kader", 3), look=3),
            paragraph(say("nog"), Mark("line", 0), CheckBox(checked=True, look=0, sign="☒"), look=4),
            PageBreak(),
            paragraph(say("laatste")),
            header=Strip((paragraph(say("kop"), Mark("tab", 0), Mark("page-number", 0), look=2),)),
            footer=Strip((paragraph(say("van "), Mark("page-count", 0)),), 6),
        )
    )
    assert_conforms([path], ("ua1", "3a"))


def test_headings_lists_and_tables_are_tagged_as_such() -> None:
    head = Row((Cell(0, (paragraph(say("Links")),)),), header=True)
    row = Row((Cell(0, (paragraph(say("een")),)),))
    tags = read_tags(
        render(
            paragraph(say("Kop"), heading=1),
            paragraph(say("Onder"), heading=2),
            paragraph(say("punt"), look=1, label=Label("•", 0, bullet=True)),
            Table((200,), (head, row)),
        )
    )
    assert ["H1", "H2", "L", "LI", "Lbl", "LBody"] == [tag for tag in tags if tag[0] in "HL"]
    assert ["Table", "THead", "TR", "TH", "TBody", "TR", "TD"] == [tag for tag in tags if tag[0] == "T"]


def test_header_and_footer_are_no_part_of_what_is_read_aloud() -> None:
    tags = read_tags(render(paragraph(say("tekst")), footer=Strip((paragraph(say("voet")),))))
    assert 1 == tags.count("P")


def test_the_footer_counts_the_pages() -> None:
    footer = Strip((paragraph(Mark("page-number", 0), say(" van "), Mark("page-count", 0)),))
    pages = read_text(render(paragraph(say("een")), PageBreak(), paragraph(say("twee")), footer=footer))
    assert ["1 van 2", "2 van 2"] == [page.splitlines()[-1] for page in pages]


def test_the_first_page_has_its_own_header() -> None:
    first, other = Strip((paragraph(say("briefhoofd")),)), Strip((paragraph(say("vervolg")),))
    how = {"header": other, "first_header": first, "has_first": True}
    pages = read_text(render(paragraph(say("een")), PageBreak(), paragraph(say("twee")), **how))
    assert [True, False] == ["briefhoofd" in page for page in pages]
    assert [False, True] == ["vervolg" in page for page in pages]


def test_the_record_travels_along() -> None:
    attached = PdfReader(io.BytesIO(render(paragraph(say("Beste Roos"))))).attachments["gegevens.json"][0]
    assert {"naam": "Roos"} == json.loads(attached)


def test_a_letter_of_the_template_that_no_font_has_is_refused_by_its_sign_without_the_words_around_it() -> None:
    with pytest.raises(SetupError, match=r"“中” \(U\+4E2D\)") as caught:
        render(paragraph(say("Beste \u4e2d lezer")))
    assert "lezer" not in str(caught.value)


def test_a_value_with_a_letter_that_no_font_has_is_refused_by_its_key() -> None:
    tree = make_tree(paragraph(say("Beste Roos \u4e2d")))
    with pytest.raises(WrongUseError, match=r"“trainee\.naam”") as caught:
        render_page_tree(tree, {"trainee": {"naam": "Roos \u4e2d"}}, meta=META)
    assert "Roos" not in str(caught.value)


def test_a_font_that_is_not_there_is_refused_by_name() -> None:
    tree = make_tree(paragraph(say("tekst")))
    content = Content(
        "", "nl", "", "Papyrus", 36, (TextLook("Papyrus", 11),), (ParagraphLook(),), tree.content.sections
    )
    with pytest.raises(SetupError, match="“Papyrus” is er niet"):
        render_page_tree(PageTree(content, {}), {}, meta=META)
