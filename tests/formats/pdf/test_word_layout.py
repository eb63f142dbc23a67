"""Words of a Word document stand in its PDF where a word processor puts them; LibreOffice 7.4 gave the figures."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.formats.docx.page_tree import read_page_tree
from docgen.formats.pdf.page_pdf import render_page_tree
from docgen.formats.pdf.render import Imprint
from formats.docx.raw import DOT, drawing, make_docx, paragraph, picture
from formats.pdf.places import count_lines, place_of, read_letters, read_pictures, read_words
from formats.pdf.test_page_pdf import read_tags

META = Imprint("Proef", "nl", date(2026, 7, 3), "")
LEFT, RIGHT = 72, 72 + 400  # points: the page is 544 wide
SIZE = '<w:pgSz w:w="10880" w:h="6000"/>'
MARGINS = '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="360" w:footer="360"/>'
FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/><w:lang w:val="nl-BE"/>'
STYLES = f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT}</w:rPr></w:rPrDefault></w:docDefaults>"
LONG = "woorden " * 30


def render(body: str, section: str = "", **parts: str) -> bytes:
    pictures = {"logo.png": DOT} if "r-logo" in body else {}
    body += f"<w:sectPr>{section}{SIZE}{MARGINS}</w:sectPr>"
    word = make_docx(body, parts={"styles": STYLES, **parts}, pictures=pictures)
    return render_page_tree(read_page_tree(word), {}, meta=META)


def tabbed(*pieces: str, stops: str = "", properties: str = "") -> str:
    runs = "<w:r><w:tab/></w:r>".join(f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces)
    return f"<w:p><w:pPr>{properties}<w:tabs>{stops}</w:tabs></w:pPr>{runs}</w:p>"


def stop(at: int, kind: str = "left", leader: str = "none") -> str:
    return f'<w:tab w:val="{kind}" w:pos="{at * 20}" w:leader="{leader}"/>'


def item(text: str, level: int, properties: str = "") -> str:
    return paragraph(text, f'{properties}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%{level + 1}."/>'
    f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    for level, kind in enumerate(("decimal", "lowerLetter", "lowerRoman"))
)
LISTS = (
    f'<w:abstractNum w:abstractNumId="1">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def test_long_text_after_a_tab_goes_on_below_it():
    hanging = '<w:ind w:left="2000" w:hanging="2000"/>'
    words = read_words(render(tabbed("Aanwezig:", LONG, stops=stop(100), properties=hanging)))
    assert {LEFT, LEFT + 100} == {round(word.x) for word in words if word.x < LEFT + 101}
    assert max(word.x for word in words) < RIGHT - 30


@pytest.mark.parametrize("kind", ["right", "left"])
def test_a_leader_to_a_stop_beyond_the_margin_stays_on_its_line(kind: str):
    body = tabbed("Naam", "", "", stops=stop(100) + stop(410, kind, "dot")) + paragraph("Adres")
    pdf = render(body)
    assert pytest.approx(11.5, abs=0.1) == place_of(pdf, "Adres")[2] - place_of(pdf, "Naam")[2]


def test_what_ends_at_a_stop_beyond_the_margin_hangs_out_of_the_line():
    pdf = render(tabbed("Naam", "blz.", stops=stop(420, "right")))
    assert (1, place_of(pdf, "Naam")[2]) == (place_of(pdf, "blz.")[0], place_of(pdf, "blz.")[2])
    assert RIGHT - 20 < place_of(pdf, "blz.")[1] < RIGHT + 20


@pytest.mark.parametrize(
    ("language", "wide", "narrow"),
    [("nl-BE", "1.204,5", "98,125"), ("fr-BE", "1.204,5", "98,125"), ("en-GB", "1,204.5", "98.125")],
)
def test_amounts_stand_with_their_decimal_sign_at_the_stop(language: str, wide: str, narrow: str):
    digit = 10 * 0.55615
    rows = "".join(tabbed("a", amount, stops=stop(200, "decimal")) for amount in (wide, narrow))
    pdf = render(rows.replace("<w:r><w:t", f'<w:r><w:rPr><w:lang w:val="{language}"/></w:rPr><w:t'))
    assert LEFT + 200 - 2 * digit == pytest.approx(place_of(pdf, narrow)[1], abs=0.2)
    assert LEFT + 200 - 4 * digit - 2.78 == pytest.approx(place_of(pdf, wide)[1], abs=0.2)


def test_a_heading_with_a_tab_is_a_heading():
    pdf = render(tabbed("1", "Inleiding", stops=stop(30), properties='<w:outlineLvl w:val="0"/>'))
    assert ["H1"] == [tag for tag in read_tags(pdf) if tag.startswith("H")]
    assert (1, LEFT + 30) == place_of(pdf, "Inleiding")[:2]


def test_columns_have_the_width_and_the_gap_that_the_section_asks_for():
    body = "".join(paragraph(f"{LONG} {at}") for at in range(6))
    words = read_words(render(body, '<w:cols w:num="2" w:space="1000"/>'))
    second = LEFT + (400 - 50) / 2 + 50
    assert [LEFT, second] == [round(min(word.x for word in words if word.x > edge)) for edge in (0, LEFT + 160)]
    assert not [word for word in words if LEFT + 175 < word.x < second - 0.5]


def test_a_list_that_begins_deep_comes_out_at_its_own_levels():
    body = item("een", 0) + paragraph("tussen") + item("diep", 1) + item("twee", 0) + item("dieper", 2)
    pdf = render(body, numbering=LISTS)
    assert [LEFT + 18, LEFT + 36, LEFT + 18, LEFT + 54] == [
        round(place_of(pdf, word)[1]) for word in ("een", "diep", "twee", "dieper")
    ]


def test_text_that_would_stand_beside_a_picture_without_wrapping_begins_below_it():
    anchor = (
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>508000</wp:posOffset></wp:positionV>'  # 40 points
        '<wp:extent cx="508000" cy="508000"/><wp:wrapTopAndBottom/>'
    )
    picture_on_page = f"<w:p>{drawing(picture(), frame='anchor', inside=anchor)}</w:p>"
    lower, plain = render(picture_on_page + paragraph("tekst")), render(paragraph() + paragraph("tekst"))
    assert pytest.approx(8, abs=0.2) == place_of(lower, "tekst")[2] - place_of(plain, "tekst")[2]


@pytest.mark.parametrize(("kern", "is_closer"), [("0", False), ("2", True), ("40", False)])
def test_pairs_are_set_closer_from_the_size_that_the_file_says(kern: str, is_closer: bool):  # noqa: FBT001 - a table
    end = place_of(render(paragraph("AVAVAVAV eind", run=f'<w:kern w:val="{kern}"/>')), "eind")[1]
    assert is_closer == (end < place_of(render(paragraph("AVAVAVAV eind")), "eind")[1] - 1)


@pytest.mark.parametrize(("position", "lift"), [("superscript", 10 * 0.42 * 0.905), ("subscript", -10 * 0.42 * 0.212)])
def test_raised_letters_reach_as_high_as_the_others_and_lowered_ones_as_deep(position: str, lift: float):
    body = (
        '<w:p><w:r><w:t xml:space="preserve">a </w:t></w:r>'
        f'<w:r><w:rPr><w:vertAlign w:val="{position}"/></w:rPr><w:t>b</w:t></w:r></w:p>'
    )
    pdf = render(body)
    assert lift == pytest.approx(place_of(pdf, "a")[2] - place_of(pdf, "b")[2], abs=0.1)


@pytest.mark.parametrize("word", ["overeenkomst", "MEMORANDUM", "illegitimiteit", "WWWWWW"])
@pytest.mark.parametrize("font", ["Arial", "Calibri", "Courier New"])
def test_no_word_leaves_its_cell(word: str, font: str):
    cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{wide}"/></w:tcPr>{{}}</w:tc>' for wide in (1200, 2000))
    run = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    fixed = '<w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr>'
    grid = f'{fixed}<w:tblGrid><w:gridCol w:w="1200"/><w:gridCol w:w="2000"/></w:tblGrid>'
    row = f"<w:tr>{cells.format(paragraph(word, run=run), paragraph('naast'))}</w:tr>"
    letters = read_letters(render(f"<w:tbl>{grid}{row}</w:tbl>"))
    assert word == "".join(letter for letter, _ in letters if letter in word)[: len(word)]
    assert max(end for letter, end in letters[: len(word)]) <= LEFT - 5.4 + 60 - 5.4 + 0.1


def anchor(across: str, down: str, wrap: str = "wrapNone") -> str:
    """A paragraph with the word "bij" and a picture of 40 points that stands beside the line."""
    places = f'<wp:positionH relativeFrom="{across}<wp:positionV relativeFrom="{down}'
    inside = f'{places}<wp:extent cx="508000" cy="508000"/><wp:{wrap}/>'
    return f"<w:p>{drawing(picture(), frame='anchor', inside=inside)}<w:r><w:t>bij</w:t></w:r></w:p>"


def at(points: int, side: str) -> str:
    return f"<wp:posOffset>{points * 12700}</wp:posOffset></wp:position{side}>"


HEADER = '<w:headerReference w:type="default" r:id="r-header1"/>'


@pytest.mark.parametrize(
    ("across", "down", "expected"),
    [
        (f'page">{at(100, "H")}', f'page">{at(150, "V")}', (100, 150)),
        ('page"><wp:align>right</wp:align></wp:positionH>', f'page">{at(150, "V")}', (504, 150)),
        ('margin"><wp:align>center</wp:align></wp:positionH>', f'margin">{at(10, "V")}', (252, 82)),
        (f'column">{at(20, "H")}', 'margin"><wp:align>bottom</wp:align></wp:positionV>', (92, 188)),
        (f'column">{at(20, "H")}', 'page"><wp:align>bottom</wp:align></wp:positionV>', (92, 260)),
        (f'column">{at(20, "H")}', f'paragraph">{at(-5, "V")}', (92, 67)),
    ],
)
@pytest.mark.parametrize("is_item", [False, True])
def test_a_picture_stands_where_it_is_anchored(
    across: str,
    down: str,
    expected: tuple[int, int],
    is_item: bool,  # noqa: FBT001 - a table
):
    body = anchor(across, down)
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    pdf = render(body.replace("<w:p>", f"<w:p>{numbered}", 1) if is_item else body, numbering=LISTS)
    assert [expected] == read_pictures(pdf)


def test_a_header_taller_than_its_margin_pushes_the_text_but_no_picture_that_stands_on_the_page():
    tall = "".join(paragraph(f"kop{number}") for number in range(8))
    pdf = render(anchor(f'page">{at(100, "H")}', f'page">{at(150, "V")}'), HEADER, header1=tall)
    assert place_of(pdf, "kop7")[2] < place_of(pdf, "bij")[2] < place_of(pdf, "kop7")[2] + 30
    assert [(100, 150)] == read_pictures(pdf)


def test_a_picture_below_its_paragraph_pushes_only_what_follows():
    body = anchor(f'column">{at(0, "H")}', f'paragraph">{at(15, "V")}', "wrapTopAndBottom")
    pdf = render(body + paragraph("erna"))
    assert pytest.approx(72 + 15 + 40, abs=12) == place_of(pdf, "erna")[2]
    assert pytest.approx(72, abs=12) == place_of(pdf, "bij")[2]


def test_a_column_break_begins_the_next_column():
    body = paragraph("links") + '<w:p><w:r><w:br w:type="column"/><w:t>rechts</w:t></w:r></w:p>'
    pdf = render(body, '<w:cols w:num="2" w:space="1000"/>')
    assert (1, LEFT, LEFT + 225) == (*place_of(pdf, "links")[:2], place_of(pdf, "rechts")[1])
    assert place_of(pdf, "links")[2] == place_of(pdf, "rechts")[2]


def test_an_item_stays_with_the_items_below_it():
    filled = "".join(paragraph(f"regel{number}") for number in range(12))
    keep = "<w:keepNext/>"
    pdf = render(filled + item("hoofd", 0, keep) + item("onder", 1, keep) + item("diep", 2), numbering=LISTS)
    assert [2, 2, 2] == [place_of(pdf, word)[0] for word in ("hoofd", "onder", "diep")]


def test_items_that_stay_together_are_not_divided():
    filled = "".join(paragraph(f"regel{number}") for number in range(12))
    items = [item(word, 0, "<w:keepNext/>" if word != "drie" else "") for word in ("een", "twee", "drie")]
    pdf = render(filled + "".join(items), numbering=LISTS)
    assert [2, 2, 2] == [place_of(pdf, word)[0] for word in ("een", "twee", "drie")]


def test_the_gap_after_a_list_at_a_pages_end_is_not_carried_over():
    gap = '<w:spacing w:after="1000"/>'
    filled = "".join(paragraph(f"regel{number}") for number in range(11))
    pdf = render(filled + item("laatste", 0, gap) + paragraph("volgende"), numbering=LISTS)
    assert (1, 2) == (place_of(pdf, "laatste")[0], place_of(pdf, "volgende")[0])
    assert place_of(pdf, "regel0")[2] == place_of(pdf, "volgende")[2]


def test_larger_letters_make_only_their_own_line_higher():
    run = '<w:r><w:rPr><w:sz w:val="{}"/></w:rPr><w:t xml:space="preserve">{} </w:t></w:r>'
    mixed = f"<w:p>{run.format(20, 'klein')}{run.format(40, 'groot')}{run.format(20, LONG + 'eind')}</w:p>"
    pdf = render(paragraph("eerst") + mixed)
    steps = [place_of(pdf, word)[2] for word in ("eerst", "klein", "eind")]
    assert place_of(pdf, "klein")[2] == place_of(pdf, "groot")[2]
    assert steps[1] - steps[0] == pytest.approx(20.6, abs=0.2)
    assert (steps[2] - steps[1] - 2.1) % 11.5 == pytest.approx(0.1, abs=0.2)


def test_boxes_to_tick_do_not_join_the_words_of_neighbouring_cells():
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("☐ ja", "☒ neen"))
    texts = [word.text for word in read_words(render(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))]
    assert ["☐", "ja", "☒", "neen"] == texts


@pytest.mark.parametrize(
    ("display", "expected"), [("allPages", [1, 1]), ("firstPage", [1, 0]), ("notFirstPage", [0, 1])]
)
def test_a_frame_stands_on_the_pages_that_it_is_asked_for(display: str, expected: list[int]):
    sides = "".join(f'<w:{side} w:val="single" w:sz="12" w:space="24"/>' for side in ("top", "left", "bottom", "right"))
    frame = f'<w:pgBorders w:display="{display}" w:offsetFrom="page">{sides}</w:pgBorders>'
    body = paragraph("een") + paragraph("twee", "<w:pageBreakBefore/>")
    assert expected == count_lines(render(body, frame))


def test_a_paragraph_in_a_cell_that_asks_for_a_new_page_stays_in_its_row():
    cell = paragraph("boven") + paragraph("onder", "<w:pageBreakBefore/>")
    pdf = render(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>")
    assert [1, 1] == [place_of(pdf, word)[0] for word in ("boven", "onder")]
