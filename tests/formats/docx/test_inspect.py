import pytest

from docgen.formats.docx.inspect import find_unsupported
from docgen.formats.docx.supported import DRAWINGS, FIELDS, NAMED, SWITCHES, VALUES
from docgen.shipped import find_shipped
from formats.docx.raw import DOT, drawing, make_docx, paragraph, picture

SHAPE = "<wps:wsp><wps:txbx><w:txbxContent><w:p/></w:txbxContent></wps:txbx></wps:wsp>"
RUN = "<w:r><w:rPr>{}</w:rPr><w:t>woord</w:t></w:r>"
PLACE = (
    '<wp:positionH relativeFrom="{}"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
)
SECTION = "<w:sectPr>{}</w:sectPr>"


def messages_of(body: str, **more) -> list[str]:
    more.setdefault("parts", {"styles": "<w:docDefaults/>"})
    more.setdefault("pictures", {"logo.png": DOT, "beeld.emf": DOT})
    return [found.message for found in find_unsupported(make_docx(body, **more))]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:pict><v:shape/></w:pict></w:r>", "een oude tekening (VML"),
        ("<w:r><w:object><o:OLEObject/></w:object></w:r>", "een ingesloten bestand"),
        ("<m:oMath><m:r/></m:oMath>", "een vergelijking"),
        ("<m:oMathPara/>", "een vergelijking"),
        (drawing(SHAPE), "een tekstvak of vorm"),
        (
            f"<w:r><mc:AlternateContent><mc:Choice>{drawing(SHAPE)[5:-6]}</mc:Choice></mc:AlternateContent></w:r>",
            "een tekstvak",
        ),
        (drawing("<c:chart/>").replace("<a:graphicData>", '<a:graphicData uri="x/chart">'), "een grafiek"),
        (drawing("<dgm:relIds/>").replace("<a:graphicData>", '<a:graphicData uri="x/diagram">'), "een SmartArt"),
        (drawing(picture(), about=""), "een afbeelding heeft geen beschrijving"),
        (drawing(picture("r-beeld")), "een afbeelding van het soort EMF"),
        (drawing(picture("r-weg")), "een afbeelding staat niet in het bestand zelf"),
        (drawing(picture().replace("</pic:pic>", '<pic:spPr><a:xfrm rot="9"/></pic:spPr></pic:pic>')), "een gedraaide"),
        (
            drawing(picture().replace("</pic:pic>", "<pic:spPr><a:ln><a:solidFill/></a:ln></pic:spPr></pic:pic>")),
            "een rand",
        ),
        (
            drawing(picture(), frame="anchor", inside=f"{PLACE.format('page')}<wp:wrapSquare/>"),
            "tekst naast een afbeelding",
        ),
        (drawing(picture(), frame="anchor", inside=f"{PLACE.format('leftMargin')}<wp:wrapNone/>"), "de plaats van een"),
        ('<w:r><w:ptab w:alignment="right"/></w:r>', "een uitgelijnde tab"),
        ('<w:r><w:endnoteReference w:id="2"/></w:r>', "eindnoten"),
        ("<w:r><w:ruby/></w:r>", "tekst boven de regel"),
        (RUN.format("<w:emboss/>"), "een teksteffect"),
        (RUN.format("<w14:glow/>"), "een teksteffect"),
        (RUN.format('<w:effect w:val="lights"/>'), "een teksteffect"),
        (RUN.format("<w:rtl/>"), "tekst van rechts naar links"),
        (RUN.format('<w:rFonts w:ascii="Comic Sans MS"/>'), "het lettertype “Comic Sans MS”"),
        (RUN.format('<w:rFonts w:ascii="Wingdings"/>'), "een teken van Wingdings"),
        ('<w:r><w:sym w:font="Webdings" w:char="F04A"/></w:r>', "een teken van Webdings"),
        ("<w:pPr><w:framePr/></w:pPr>", "een kader om een alinea"),
        ("<w:r><w:nieuw/></w:r>", "het onderdeel “nieuw”"),
        ('<w:r><x:los xmlns:x="urn:x"/></w:r>', "het onderdeel “los”"),
        ('<w:fldSimple w:instr="STYLEREF 1"/>', "het veld STYLEREF"),
        ('<w:fldSimple w:instr="PAGE \\* ROMAN"/>', "het veld PAGE kan hier geen eigen getaltype"),
        (
            (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            "het veld TOC heeft nog geen uitkomst",
        ),
    ],
)
def test_what_a_line_would_lose_is_told(inside: str, expected: str):
    (message,) = messages_of(f"<w:p>{inside}</w:p>")
    assert message.startswith(expected), message


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:altChunk/>", "een ingevoegd bestand"),
        ("<w:tbl><w:tblPr><w:tblpPr/></w:tblPr></w:tbl>", "een tabel met tekst ernaast"),
        (paragraph("a", '<w:pBdr><w:top w:val="double" w:sz="6"/></w:pBdr>'), "een dubbele of versierde lijn"),
        (paragraph("a", '<w:pBdr><w:top w:val="wave" w:sz="4"/></w:pBdr>'), "een dubbele of versierde lijn"),
        ('<w:tbl><w:tblPr><w:tblCellSpacing w:w="20"/></w:tblPr></w:tbl>', "ruimte tussen de cellen"),
        (
            '<w:tbl><w:tr><w:tc><w:tcPr><w:textDirection w:val="btLr"/></w:tcPr></w:tc></w:tr></w:tbl>',
            "gedraaide tekst",
        ),
        (SECTION.format('<w:cols w:num="2"><w:col w:w="1"/><w:col w:w="2"/></w:cols>'), "kolommen van ongelijke"),
        (SECTION.format('<w:cols w:num="2" w:sep="1"/>'), "een lijn tussen kolommen"),
        (SECTION.format('<w:type w:val="nextColumn"/>'), "een sectie die in de volgende kolom"),
        (SECTION.format('<w:vAlign w:val="both"/>'), "tekst die verticaal"),
        (SECTION.format('<w:docGrid w:type="lines"/>'), "een documentraster"),
        (SECTION.format('<w:pgBorders><w:top w:val="apples"/></w:pgBorders>'), "een paginarand met figuren"),
        (SECTION.format('<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'), "voetnoten met een eigen"),
        (SECTION.format("<w:lnNumType/>"), "regelnummers"),
        (
            paragraph("a", SECTION.format("")) + SECTION.format('<w:type w:val="continuous"/><w:cols w:num="2"/>'),
            "andere kolommen of marges midden op",
        ),
        (
            f"<mc:AlternateContent><mc:Choice>{paragraph()}</mc:Choice></mc:AlternateContent>",
            "een onderdeel in twee versies",
        ),
        (paragraph("a", '<w:outlineLvl w:val="1"/>'), "een kop van niveau 2 als eerste kop"),
    ],
)
def test_what_the_text_would_lose_is_told(body: str, expected: str):
    (message,) = messages_of(body)
    assert message.startswith(expected), message


@pytest.mark.parametrize(
    "inside",
    [
        RUN.format('<w:b/><w:kern w:val="28"/><w:szCs w:val="20"/><w14:ligatures w14:val="standard"/>'),
        '<w:pPr><w:pBdr><w:top w:val="double" w:sz="2"/><w:left w:val="single" w:sz="12"/></w:pBdr></w:pPr>',
        RUN.format('<w:emboss w:val="0"/><w:rtl w:val="0"/><w:effect w:val="none"/>'),
        drawing(picture()),
        drawing(picture(), frame="anchor", inside=f"{PLACE.format('page')}<wp:wrapNone/>"),
        "<w:proofErr/><w:commentRangeStart/><w:ins><w:r><w:t>x</w:t></w:r></w:ins><w:del><w:r><w:pict/></w:r></w:del>",
        '<w:fldSimple w:instr="PAGE \\* MERGEFORMAT"/>',
        '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic"/></w:rPr><w:t>☐</w:t></w:r>',
        '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b7</w:t></w:r>',
    ],
)
def test_what_can_be_shown_is_not_told(inside: str):
    assert [] == messages_of(f"<w:p>{inside}</w:p>")


def element(name: str, attributes: str = "") -> str:
    """An element of the tables in `supported`; those without prefix are Word's own."""
    return f"<{name if ':' in name else f'w:{name}'} {attributes}/>"


EVERY = [
    *((element(name), told) for name, told in NAMED.items()),
    *((element(name), told) for name, told in SWITCHES.items()),
    *((element(name, 'w:val="iets" w:w="iets"'), told) for name, (_, told) in VALUES.items()),
    *((f'<w:fldSimple w:instr="{name}"/>', told) for name, told in FIELDS.items()),
    *(
        (drawing("").replace("<a:graphicData>", f'<a:graphicData uri="x/{name}">'), told)
        for name, told in DRAWINGS.items()
    ),
]


@pytest.mark.parametrize(("xml", "told"), EVERY, ids=[xml[:40] for xml, _ in EVERY])
@pytest.mark.parametrize("part", ["tekst", "kopregel"])
def test_whatever_the_pdf_cannot_show_is_told_with_part_paragraph_and_words(xml: str, told: str, part: str):
    body = f"{paragraph('eerst')}<w:p><w:r><w:t>rond</w:t></w:r>{xml}<w:r><w:t>om</w:t></w:r></w:p>"
    data = make_docx(paragraph(), parts={"header1": body}) if part == "kopregel" else make_docx(body)
    found = [
        (fault.part, fault.paragraph, fault.words.replace(" ", ""), fault.message) for fault in find_unsupported(data)
    ]
    assert (part, 2, "rondom", told) in found


def test_each_finding_has_its_place_and_the_words_around_it():
    body = paragraph("een") + f"<w:p><w:r><w:t>voor het vak</w:t></w:r>{drawing(SHAPE)}<w:r><w:t>erna</w:t></w:r></w:p>"
    header = f"<w:p><w:r><w:t>Dienst</w:t></w:r>{drawing(SHAPE)}</w:p>"
    found = find_unsupported(make_docx(body, parts={"header1": header}))
    assert [("tekst", 2, "voor het vakerna"), ("kopregel", 1, "Dienst")] == [
        (each.part, each.paragraph, each.words) for each in found
    ]


@pytest.mark.parametrize("kind", ["page", "column"])
def test_a_break_inside_a_cell_is_told(kind: str):
    body = f'<w:p><w:r><w:t>a</w:t><w:br w:type="{kind}"/></w:r></w:p>'
    (message,) = messages_of(f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>")
    assert message.startswith("een einde van bladzijde of kolom in een cel")
    assert [] == messages_of(body)


def test_a_style_is_told_once_with_its_name():
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Adres"/><w:pPr><w:framePr/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    body = paragraph("x", '<w:pStyle w:val="B"/>') * 2
    (message,) = messages_of(body, parts={"styles": styles})
    assert message.startswith("stijl “Adres”: een kader om een alinea")


@pytest.mark.parametrize(
    ("look", "expected"), [("", 0), ('<w:tblLook w:lastRow="0"/>', 0), ('<w:tblLook w:lastRow="1"/>', 1)]
)
def test_a_part_of_a_tables_style_is_told_only_where_it_holds(look: str, expected: int):
    line = '<w:tcPr><w:tcBorders><w:top w:val="double" w:sz="12"/></w:tcBorders></w:tcPr>'
    styles = f'<w:style w:type="table" w:styleId="G"><w:tblStylePr w:type="lastRow">{line}</w:tblStylePr></w:style>'
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="G"/>{look}</w:tblPr><w:tr><w:tc>{paragraph("a")}</w:tc></w:tr></w:tbl>'
    told = messages_of(table + paragraph("b") + table, parts={"styles": styles})
    assert ["stijl “G”: een dubbele "] * expected == [message[:23] for message in told]


def test_a_font_of_the_users_own_is_known():
    data = make_docx(paragraph("x", run='<w:rFonts w:ascii="Eigen"/>'))
    assert 1 == len(find_unsupported(data))
    assert () == find_unsupported(data, own_fonts=("eigen",))


def test_settings_that_change_the_page_are_told():
    (found,) = find_unsupported(make_docx(paragraph(), parts={"settings": "<w:mirrorMargins/>"}))
    assert ("instellingen", True) == (found.part, found.message.startswith("gespiegelde marges"))


def test_a_list_that_counts_in_another_way_is_told():
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="hebrew1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = paragraph("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    (message,) = messages_of(body, parts={"numbering": numbering})
    assert message.startswith("deze manier van nummeren")


SHIPPED = sorted((find_shipped("templates") / "jobtraining").glob("*/nl.docx"))


@pytest.mark.parametrize("template", [path for path in SHIPPED if not path.with_suffix(".typ").exists()], ids=str)
def test_the_shipped_templates_lose_nothing(template):
    assert () == find_unsupported(template.read_bytes())
