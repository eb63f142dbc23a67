import json
import subprocess
from collections.abc import Iterator

import pytest

from docgen.catalogue import find_documents
from docgen.families.discover import find_families
from docgen.formats.docx.inspect import find_unsupported
from docgen.formats.docx.lines import read_lines
from docgen.formats.docx.numbering import count_as
from docgen.formats.docx.page_tree import read_page_tree
from docgen.formats.docx.render import render_docx
from docgen.model.page import Block, Content, Mark, PageBreak, Paragraph, ParagraphLook, Table, Text, TextLook
from formats.docx.raw import DOT, drawing, make_docx, paragraph, picture
from programs import need

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>
  <w:lang w:val="nl-BE"/></w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:basedOn w:val="Normal"/>
  <w:pPr><w:keepNext/><w:spacing w:before="240" w:after="0"/><w:outlineLvl w:val="0"/></w:pPr>
  <w:rPr><w:b/><w:color w:val="2F5496"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading3"><w:basedOn w:val="Heading1"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="List"><w:basedOn w:val="Normal"/>
  <w:pPr><w:contextualSpacing/><w:spacing w:after="80"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>
"""


def content_of(body: str, **more) -> Content:
    more["parts"] = {"styles": STYLES, **more.get("parts", {})}
    return read_page_tree(make_docx(body, **more)).content


def blocks_of(body: str, **more) -> tuple[Block, ...]:
    return content_of(body, **more).sections[0].blocks


def look_of(run: str, properties: str = "", **more) -> TextLook:
    content = content_of(paragraph("x", properties, run), **more)
    return content.text_looks[content.sections[0].blocks[0].inlines[0].look]


def lie_of(properties: str, **more) -> ParagraphLook:
    content = content_of(paragraph("x", properties), **more)
    return content.paragraph_looks[content.sections[0].blocks[0].look]


def text_of(block: Block) -> str:
    return "".join(piece.text if isinstance(piece, Text) else f"<{piece.kind}>" for piece in block.inlines)


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("", {"font": "Carlito", "size": 11.0}),
        ('<w:rFonts w:ascii="Arial"/>', {"font": "Liberation Sans"}),
        ('<w:rFonts w:ascii="Times New Roman"/>', {"font": "Liberation Serif"}),
        ('<w:rFonts w:ascii="Cambria"/>', {"font": "Caladea"}),
        ('<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial"/>', {"font": "Liberation Sans"}),
        ('<w:sz w:val="19"/>', {"size": 9.5}),
        ("<w:b/><w:i/>", {"bold": True, "italic": True}),
        ('<w:b w:val="0"/>', {"bold": False}),
        ("<w:u/>", {"underline": "single"}),
        ('<w:u w:val="double" w:color="FF0000"/>', {"underline": "double", "underline_colour": "#ff0000"}),
        ('<w:u w:val="none"/>', {"underline": ""}),
        ("<w:strike/>", {"strike": "single"}),
        ("<w:dstrike/>", {"strike": "double"}),
        ("<w:caps/>", {"caps": "all"}),
        ("<w:smallCaps/>", {"caps": "small"}),
        ('<w:vertAlign w:val="superscript"/>', {"position": "super"}),
        ('<w:position w:val="6"/>', {"lift": 3.0}),
        ('<w:spacing w:val="20"/>', {"spacing": 1.0}),
        ('<w:w w:val="80"/>', {"stretch": 0.8}),
        ('<w:color w:val="C00000"/>', {"colour": "#c00000"}),
        ('<w:color w:val="auto"/>', {"colour": "#000000"}),
        ('<w:highlight w:val="yellow"/>', {"highlight": "#ffff00"}),
        ('<w:shd w:val="clear" w:fill="000000"/>', {"shade": "#000000", "colour": "#ffffff"}),
        ('<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>', {"shade": "#808080"}),
        ('<w:lang w:val="fr-FR"/>', {"language": "fr", "region": "fr"}),
        ('<w:rStyle w:val="Strong"/>', {"bold": True}),
    ],
)
def test_letters_look_as_their_run_says(run: str, expected: dict[str, object]):
    assert expected == {key: vars(look_of(run))[key] for key in expected}


def test_a_style_of_letters_puts_off_what_the_style_of_the_paragraph_put_on():
    assert look_of("", '<w:pStyle w:val="Heading1"/>').bold
    assert not look_of('<w:rStyle w:val="Strong"/>', '<w:pStyle w:val="Heading1"/>').bold
    assert look_of('<w:rStyle w:val="Strong"/><w:b/>', '<w:pStyle w:val="Heading1"/>').bold


def test_fonts_and_colours_come_from_the_theme():
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>'
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="4472C4"/></a:accent1>'
        '</a:clrScheme><a:fontScheme><a:minorFont><a:latin typeface="Cambria"/></a:minorFont></a:fontScheme>'
        "</a:themeElements></a:theme>"
    )
    look = look_of('<w:rFonts w:asciiTheme="minorHAnsi"/><w:color w:themeColor="accent1"/>', parts={"theme": theme})
    assert ("Caladea", "#4472c4") == (look.font, look.colour)
    shade = '<w:rFonts w:ascii="Arial"/><w:color w:themeColor="accent1" w:themeShade="BF"/>'
    assert "#2f5496" == look_of(shade, parts={"theme": theme}).colour
    tint = '<w:color w:themeColor="accent1" w:themeTint="66"/>'
    assert "#b4c7e7" == look_of(tint, parts={"theme": theme}).colour


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", {"align": "left", "line_rule": "multiple", "line": 1.08}),
        ('<w:jc w:val="both"/>', {"align": "justify"}),
        ('<w:jc w:val="end"/>', {"align": "right"}),
        ('<w:ind w:left="720" w:hanging="360" w:right="200"/>', {"left": 36.0, "first": -18.0, "right": 10.0}),
        ('<w:ind w:start="1cm" w:firstLine="284"/>', {"left": 28.346, "first": 14.2}),
        ('<w:spacing w:line="252"/>', {"line": 1.05}),
        ('<w:spacing w:line="266"/>', {"line": 1.1}),
        ('<w:spacing w:line="268"/>', {"line": 1.11}),
        ('<w:spacing w:line="269"/>', {"line": 1.12}),
        ('<w:spacing w:line="360"/>', {"line": 1.5}),
        ('<w:spacing w:line="240" w:lineRule="exact"/>', {"line_rule": "exact", "line": 12.0}),
        ('<w:spacing w:line="300" w:lineRule="atLeast"/>', {"line_rule": "at-least", "line": 15.0}),
        ("<w:keepNext/><w:keepLines/>", {"keep_next": True, "keep_lines": True}),
        ("<w:pageBreakBefore/>", {"page_break_before": True}),
        ('<w:widowControl w:val="0"/>', {"widow_control": False}),
        ('<w:shd w:val="clear" w:fill="EEEEEE"/>', {"shade": "#eeeeee"}),
    ],
)
def test_paragraphs_lie_as_their_properties_say(properties: str, expected: dict[str, object]):
    assert expected == {key: vars(lie_of(properties))[key] for key in expected}


def test_tab_stops_add_up_and_a_hanging_line_ends_at_one():
    look = lie_of(
        '<w:ind w:left="400" w:hanging="400"/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    )
    assert [(20.0, "left", ""), (450.0, "right", ".")] == [(stop.at, stop.kind, stop.leader) for stop in look.tabs]


def test_the_gap_between_paragraphs_is_the_larger_of_the_two_and_none_within_a_list():
    body = "".join(
        paragraph("x", f'<w:pStyle w:val="{style}"/>') for style in ("Normal", "Heading1", "List", "List", "Normal")
    )
    assert [0, 12.0, 0, 0, 4.0] == [block.above for block in blocks_of(body)]


def test_a_heading_is_never_more_than_one_level_below_the_one_before():
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="Heading{n}"/>') for n, text in ((3, "a"), (3, "b"), (1, ""), (1, "c"))
    )
    assert [1, 2, 0, 1] == [block.heading for block in blocks_of(body)]


def test_changes_are_accepted_and_what_is_hidden_is_left_out():
    run = "<w:r><w:t>{}</w:t></w:r>".format
    body = (
        f"<w:p>{run('a')}<w:del>{run('b')}</w:del><w:ins>{run('c')}</w:ins><w:moveFrom>{run('d')}</w:moveFrom>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>e</w:t></w:r><w:smartTag>{run('f')}</w:smartTag></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('g')}</w:p><w:p>{run('h')}</w:p>"
    )
    assert ["acf", "gh"] == [text_of(block) for block in blocks_of(body)]


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (FIELD.format("PAGE"), "<page-number>"),
        (FIELD.format("NUMPAGES \\* MERGEFORMAT"), "<page-count>"),
        (FIELD.format("REF punt \\h"), "9"),
        ('<w:fldSimple w:instr=" PAGE "><w:r><w:t>4</w:t></w:r></w:fldSimple>', "<page-number>"),
        ('<w:fldSimple w:instr="SEQ Tabel"><w:r><w:t>4</w:t></w:r></w:fldSimple>', "4"),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/></w:r>",
            "a<tab>b<line>\u2011\u00ad",
        ),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "→"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b7</w:t></w:r>', "•"),
        ("<w:r><w:t>☐ ja</w:t></w:r>", "<check-box> ja"),
        (
            (
                '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>'
                "<w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>"
            ),
            "<check-box>",
        ),
        (
            "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>vul in</w:t></w:r></w:sdtContent></w:sdt>",
            "vul in",
        ),
    ],
)
def test_what_stands_in_a_line_is_read(inside: str, expected: str):
    assert expected == text_of(blocks_of(f"<w:p>{inside}</w:p>")[0])


def test_links_lead_outside_and_to_places_inside():
    run = "<w:r><w:t>{}</w:t></w:r>".format
    body = (
        f'<w:p><w:hyperlink r:id="r-web">{run("a")}</w:hyperlink><w:hyperlink w:anchor="punt">{run("b")}</w:hyperlink>'
        f"{FIELD.format('HYPERLINK &quot;https://x.example&quot;')}"
        f'{FIELD.format("HYPERLINK " + chr(92) + "l &quot;punt&quot;")}<w:bookmarkStart w:id="1" w:name="punt"/></w:p>'
    )
    pieces = blocks_of(body)[0].inlines
    assert ["https://voorbeeld.example/", "#punt", "https://x.example", "#punt"] == [p.link for p in pieces[:-1]]
    assert "punt" == pieces[-1].name


def test_a_page_break_parts_a_paragraph_and_takes_its_end_along():
    run = '<w:r><w:t>a</w:t></w:r><w:r><w:br w:type="page"/></w:r>'
    kinds = [block.kind for block in blocks_of(f"<w:p>{run}</w:p><w:p>{run}<w:r><w:t>b</w:t></w:r></w:p>")]
    assert ["paragraph", "page-break", "paragraph", "page-break", "paragraph"] == kinds


NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="right"/>
  <w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>
  <w:suff w:val="space"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>
  <w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
"""


def test_items_are_counted_per_list_and_level():
    places = [(5, 0), (5, 1), (5, 1), (5, 2), (5, 0), (5, 1), (6, 0), (5, 0)]
    body = "".join(
        paragraph("x", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        for number, level in places
    )
    blocks = blocks_of(body, parts={"numbering": NUMBERING})
    assert ["1.", "1.c)", "1.d)", "•", "2.", "2.c)", "7.", "8."] == [block.label.text for block in blocks]
    assert ("right", "space") == (blocks[0].label.align, blocks[1].label.suffix)


def test_a_paragraph_of_its_own_says_more_than_its_list():
    both = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr><w:ind w:left="1000"/>'
    look = lie_of(both, parts={"numbering": NUMBERING})
    assert (50.0, -18.0) == (look.left, look.first)


TABLE = """<w:tbl><w:tblPr><w:tblStyle w:val="Raster"/><w:tblW w:w="0" w:type="auto"/>
<w:tblLook w:firstRow="1" w:noVBand="1" w:noHBand="0"/></w:tblPr>
<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>{}</w:tbl>"""
TABLE_STYLE = """<w:style w:type="table" w:styleId="Raster"><w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>
<w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="8"/><w:insideH w:val="single" w:sz="4"/></w:tblBorders>
<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:top w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>
<w:bottom w:val="double" w:sz="12"/></w:tcBorders>
<w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:fill="EEEEEE"/></w:tcPr></w:tblStylePr></w:style>"""


def cell(properties: str = "", text: str = "x") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table_of(rows: str, template: str = TABLE) -> tuple[Table, Content]:
    content = content_of(template.format(rows), parts={"styles": STYLES + TABLE_STYLE})
    return content.sections[0].blocks[0], content


def test_a_table_style_speaks_by_where_a_cell_stands():
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell()}{cell()}{cell()}</w:tr>"
    row = f"<w:tr>{cell()}{cell()}{cell()}</w:tr>"
    table, content = table_of(head + row + row)
    assert ["#1f3864", "", "#eeeeee"] == [each.cells[0].shade for each in table.rows]
    look = content.text_looks[table.rows[0].cells[0].blocks[0].inlines[0].look]
    assert (True, "#ffffff") == (look.bold, look.colour)
    assert (True, False) == (table.rows[0].header, table.rows[1].header)
    first, second, third = (each.cells[1].borders for each in table.rows)
    assert [1.0, 4.5, 0.5, 1.0] == [first.top.width, second.top.width, third.top.width, third.bottom.width]
    assert ("double", None) == (first.bottom.style, first.left)
    assert (2.0, 5.4, 0, 5.0) == table.rows[0].cells[0].inset


def test_the_first_column_and_bands_of_a_style_have_their_own_say():
    style = TABLE_STYLE.replace(
        '<w:tblStylePr w:type="band2Horz"><w:tcPr>',
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
        '<w:tblStylePr w:type="band2Horz"><w:tcPr><w:tcBorders><w:insideH w:val="nil"/></w:tcBorders>',
    )
    row = f"<w:tr>{cell()}{cell()}{cell()}</w:tr>"
    body = TABLE.replace('w:firstRow="1"', 'w:firstColumn="1"').format(row * 3)
    content = content_of(body, parts={"styles": STYLES + style})
    rows = content.sections[0].blocks[0].rows
    assert [True, False] == [each.header for each in rows[1].cells[:2]]
    assert [True, False] == [content.text_looks[c.blocks[0].inlines[0].look].bold for c in rows[1].cells[:2]]
    assert [1.0, 0.5, 0.5] == [each.cells[1].borders.top.width for each in rows]


def test_a_row_breaks_anywhere_as_word_has_it():
    table, content = table_of(f"<w:tr>{cell()}{cell()}{cell()}</w:tr>")
    assert not content.paragraph_looks[table.rows[0].cells[0].blocks[0].look].widow_control


def test_merged_cells_become_spans():
    start, wide, on = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>', "<w:vMerge/>"
    rows = f"<w:tr>{cell(start)}{cell(wide)}</w:tr><w:tr>{cell(on)}{cell()}{cell()}</w:tr>"
    table, _ = table_of(rows)
    assert [[(0, 1, 2), (1, 2, 1)], [(1, 1, 1), (2, 1, 1)]] == [
        [(each.column, each.colspan, each.rowspan) for each in row.cells] for row in table.rows
    ]


def test_pictures_are_carried_by_name():
    body = f"<w:p>{drawing(picture())}</w:p>"
    tree = read_page_tree(make_docx(body, pictures={"logo.png": DOT}))
    shown = tree.content.sections[0].blocks[0].inlines[0]
    assert ("word/media/logo.png", 72.0, 36.0, "Logo van de dienst") == (
        shown.name,
        shown.width,
        shown.height,
        shown.alt,
    )
    assert {"word/media/logo.png": DOT} == tree.pictures


PLACE = (
    '<wp:positionH relativeFrom="page"><wp:posOffset>127000</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="topMargin"><wp:align>inside</wp:align></wp:positionV><wp:wrapTopAndBottom/>'
)


def test_a_picture_beside_the_line_says_where_it_stands():
    about = 'title="Logo"><a:hlinkClick r:id="r-web"/></wp:docPr><wp:x '
    cut = picture().replace("</pic:blipFill>", '<a:srcRect l="25000" b="10000"/></pic:blipFill>')
    body = f"<w:p>{drawing(cut, about=about, frame='anchor', inside=PLACE)}</w:p>"
    shown = blocks_of(body, pictures={"logo.png": DOT})[0].inlines[0]
    assert ("Logo", "https://voorbeeld.example/", (0, 0, 0.1, 0.25)) == (shown.alt, shown.link, shown.crop)
    place = shown.anchor
    assert ("page", 10.0, "margin", "top", True) == (place.from_x, place.x, place.from_y, place.align_y, place.clears)


def test_what_is_no_picture_is_not_in_the_tree():
    body = f"<w:p>{drawing('<wps:wsp/>')}{drawing(picture('r-weg'))}</w:p>"
    assert () == blocks_of(body)[0].inlines


def test_the_fields_of_old_forms_show_their_state():
    begin = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lists = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="ja"/><w:listEntry w:val="nee"/></w:ddList>'
    forms = ("<w:checkBox><w:checked/></w:checkBox>", '<w:checkBox><w:default w:val="0"/></w:checkBox>', lists)
    body = f"<w:p>{''.join(begin.format(form) + end for form in forms)}</w:p>"
    ticked, empty, chosen = blocks_of(body)[0].inlines
    assert (True, False, "nee") == (ticked.checked, empty.checked, chosen.text)


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("decimal", "4"),
        ("decimalZero", "04"),
        ("lowerLetter", "d"),
        ("upperLetter", "D"),
        ("lowerRoman", "iv"),
        ("upperRoman", "IV"),
        ("ordinal", "4e"),
        ("none", ""),
    ],
)
def test_numbers_are_written_in_many_ways(how: str, expected: str):
    assert expected == count_as(4, how)


def test_letters_after_z_are_doubled_as_word_does():
    assert ["z", "aa", "bb"] == [count_as(number, "lowerLetter") for number in (26, 27, 28)]


def test_a_table_takes_the_part_of_the_room_that_it_asks_for():
    said = '<w:trPr><w:gridBefore w:val="1"/><w:trHeight w:val="400" w:hRule="exact"/></w:trPr>'
    rows = f"<w:tr>{said}{cell()}{cell()}</w:tr>"
    table, _ = table_of(rows, TABLE.replace('w:w="0" w:type="auto"', 'w:w="2500" w:type="pct"'))
    assert [112.825, 56.412, 56.412] == list(table.widths)
    assert ("exact", 20.0, 1) == (table.rows[0].height_rule, table.rows[0].height, table.rows[0].cells[0].column)


def test_a_fixed_table_is_as_wide_as_its_cells_ask():
    width = '<w:tcW w:w="{}" w:type="dxa"/>'.format
    rows = f"<w:tr>{cell(width(600))}{cell(width(800))}{cell(width(1000))}</w:tr>"
    table, _ = table_of(
        rows, TABLE.replace("<w:tblLook", '<w:tblLayout w:type="fixed"/><w:jc w:val="center"/><w:tblLook')
    )
    assert ((30.0, 40.0, 50.0), "center") == (table.widths, table.align)


def test_a_section_that_goes_on_is_part_of_the_one_before():
    goes_on = '<w:sectPr><w:type w:val="continuous"/>{}</w:sectPr>'.format
    body = (
        paragraph("een", "<w:sectPr/>") + paragraph("twee", goes_on("")) + goes_on('<w:cols w:num="2" w:space="400"/>')
    )
    first, second = content_of(body).sections
    assert ["een", "twee"] == [text_of(block) for block in first.blocks]
    assert (2, 20.0, "continuous") == (second.columns, second.column_gap, second.starts)


def test_lines_round_the_page_and_numbers_of_its_own():
    section = (
        '<w:sectPr><w:pgBorders w:offsetFrom="page" w:display="firstPage">'
        '<w:top w:val="single" w:sz="8"/></w:pgBorders>'
        '<w:pgNumType w:start="3" w:fmt="lowerRoman"/></w:sectPr>'
    )
    (page,) = content_of(paragraph() + section).sections
    assert (1.0, True, "first") == (page.frame.borders.top.width, page.frame.from_edge, page.frame.pages)
    assert (3, "i") == (page.first_number, page.number_format)


def test_headers_are_those_of_the_section_or_of_the_one_before():
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="r-header1"/>'
        '<w:footerReference w:type="first" r:id="r-footer1"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1000" w:bottom="1440" w:left="1000" w:gutter="100"/>'
        "<w:titlePg/></w:sectPr>"
    )
    body = f"{paragraph('een', section)}{paragraph('twee')}<w:sectPr><w:type w:val='nextPage'/></w:sectPr>"
    parts = {"header1": paragraph("kop"), "footer1": f"<w:p>{FIELD.format('PAGE')}</w:p>"}
    first, second = content_of(body, parts=parts).sections
    assert ("kop", "kop") == (text_of(first.header.blocks[0]), text_of(second.header.blocks[0]))
    assert "<page-number>" == text_of(first.first_footer.blocks[0])
    assert ((72.0, 50.0, 72.0, 55.0), True, False) == (first.margins, first.has_first, second.has_first)


def test_notes_stand_where_their_number_stands():
    body = '<w:p><w:r><w:t>x</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>noot</w:t></w:r></w:p></w:footnote>'
    note = blocks_of(body, parts={"footnotes": notes})[0].inlines[1]
    assert "<note-number>noot" == text_of(note.blocks[0])


def test_a_file_made_by_writer_is_read(tmp_path):
    page = tmp_path / "nota.html"
    page.write_text(
        "<html lang='nl'><h1>Nota</h1><p>Op <b>12 maart</b> zie <a href='https://voorbeeld.example/'>hier</a></p>"
        "<ol><li>een</li><li>twee</li></ol><table border='1'><tr><td>a</td><td>b</td></tr></table></html>",
        encoding="utf-8",
    )
    command = [need("soffice"), f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless", "--convert-to"]
    command += ["docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)", "--outdir", str(tmp_path), str(page)]
    subprocess.run(command, check=True, capture_output=True)
    data = (tmp_path / "nota.docx").read_bytes()
    blocks = read_page_tree(data).content.sections[0].blocks
    assert () == find_unsupported(data)
    assert [1, 0] == [block.heading for block in blocks[:2]]
    assert "https://voorbeeld.example/" in {piece.link for piece in blocks[1].inlines if isinstance(piece, Text)}
    assert ["1.", "2."] == [block.label.text for block in blocks if isinstance(block, Paragraph) and block.label]
    assert [["a", "b"]] == [
        [text_of(each.blocks[0]) for each in row.cells]
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def test_every_line_of_a_filled_template_is_in_the_tree():
    for document in (each for each in find_documents().values() if not each.choices):
        template, sample = document.template("nl", "docx"), find_families()[document.family].samples[document.context]
        data = render_docx(template.read_bytes(), sample, title="Proef", language="nl-BE")
        content = read_page_tree(data).content
        found = "".join(letters_of(content.sections[0].blocks)).split()
        lines = " ".join(line.text for line in read_lines(data, "x.docx").lines).split()
        assert lines == found
        assert ("Proef", "nl", "be") == (content.title, content.language, content.region)


def letters_of(blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (" ".join(letters_of(each.blocks)) + " " for row in block.rows for each in row.cells)
        elif isinstance(block, Paragraph):
            yield " ".join(piece.text if isinstance(piece, Text) else "" for piece in block.inlines) + " "


def test_the_whole_content_becomes_json():
    content = content_of(paragraph("x") + TABLE.format(f"<w:tr>{cell()}{cell()}{cell()}</w:tr>"))
    assert "table" == json.loads(json.dumps(content, default=vars))["sections"][0]["blocks"][1]["kind"]


def test_two_readings_give_the_same_tree():
    data = make_docx(paragraph("x", '<w:pStyle w:val="Heading1"/>'), parts={"styles": STYLES})
    assert read_page_tree(data) == read_page_tree(data)
    assert isinstance(read_page_tree(data).content.sections[0].blocks[0], Paragraph)
    assert PageBreak() != Mark("tab", 0)
