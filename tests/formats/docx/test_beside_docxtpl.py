"""Every construct that docxtpl documents gives the XML that docxtpl gives, and takes the route it should."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from jinja2 import Environment
from PIL import Image

from docgen.catalogue import find_documents
from docgen.dates import format_date, format_date_words
from docgen.families.discover import find_families
from docgen.formats.docx.package import parse_xml
from docgen.formats.docx.render import Route, render_docx
from docgen.model import rich
from docgen.model.letterhead import EXAMPLE_LOGO
from docgen.model.rich import Code
from formats.docx.beside_docxtpl import differing, fill_with_docgen, fill_with_docxtpl, make_template, read_parts
from formats.docx.raw import DOT, drawing, make_docx, picture
from formats.docx.word import make_word, open_word, save_word

PLAIN, PICTURED, MENDED, REBUILT = Route
Values = Mapping[str, Any]


def draw(color: str, kind: str) -> bytes:
    """A small picture in one colour."""
    data = io.BytesIO()
    Image.new("RGB", (6, 4), color).save(data, kind, dpi=(300, 300))
    return data.getvalue()


GREY, JPEG = draw("grey", "PNG"), draw("navy", "JPEG")
ROWS = [{"dag": "2 maart", "thema": "Start & bezoek"}, {"dag": "9 maart", "thema": "<slot>"}]
VALUES: Values = {"a": "An & Bo", "ja": True, "nee": False, "rijen": ROWS, "kolommen": list("abc"), "leeg": [], "n": 3}


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that is no XML yet becomes a bold one."""
    made = (text if text.startswith("<") else f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>" for text in runs)
    return f"<w:p>{properties}{''.join(made)}</w:p>"


def lines(*texts: str) -> str:
    return "".join(map(p, texts))


def table(*rows: tuple[str, ...], width: int = 0) -> str:
    """A table with cells of raw XML or of text."""
    grid = "".join(f'<w:gridCol w:w="{1000 + at}"/>' for at in range(width or len(rows[0])))
    cells = ["".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in row) for row in rows]
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def tc(text: str, properties: str = '<w:tcW w:w="1000" w:type="dxa"/>') -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


LOOP = table(("Dag", "Thema"), ("{%tr for r in rijen %}", ""), ("{{ r.dag }}", "{{ r.thema }}"), ("{%tr endfor %}", ""))
SPLIT = p("Naam: {", "<w:proofErr w:type='spellStart'/>", "{ a", "<w:bookmarkStart w:id='0' w:name='x'/>", " }", "}.")
BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='v'><w:pict><v:shape><v:textbox><w:txbxContent>"
    "<w:p><w:r><w:t>Vak {{ a }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Choice>"
    "</mc:AlternateContent></w:r></w:p>"
)
DRAWING = (
    "<w:p><w:r><w:drawing><wp:inline >"
    "<wp:extent cx='1' cy='1'/><wp:docPr id='1' name='x'/></wp:inline></w:drawing></w:r></w:p>"
)
VERTICAL = table(
    ("{%tr for r in rijen %}", ""), (tc("{% vm %}Samen", "<w:shd/>"), "{{ r.dag }}"), ("{%tr endfor %}", "")
)
TEXTS: list[tuple[str, str, Route]] = [
    ("a value", p("Naam: {{ a }}."), PLAIN),
    ("a value in a link", "<w:p><w:hyperlink w:anchor='x'>" + p("{{ a }}")[5:-6] + "</w:hyperlink></w:p>", PLAIN),
    ("a value in a content control", f"<w:sdt><w:sdtPr/><w:sdtContent>{p('{{ a }}')}</w:sdtContent></w:sdt>", PLAIN),
    ("a value in a text box", BOX, PLAIN),
    ("a value in an attribute", "<w:p><w:bookmarkStart w:id='0' w:name='{{ a }}'/></w:p>", PLAIN),
    ("a tag in pieces", SPLIT, PLAIN),
    ("a tag without blanks", p("{{a}} {%if ja%}x{%endif%}"), PLAIN),
    ("blanks around a value", p(" x {{ a }} y "), PLAIN),
    ("a blank of its own", "<w:p><w:r><w:t>x</w:t></w:r><w:r><w:t xml:space='preserve'> </w:t></w:r></w:p>", PLAIN),
    ("text without tags", p("één ‘ “ ” { } % &lt; &amp; ẞ"), PLAIN),
    ("a choice", p("{% if ja %}ja{% elif a %}a{% else %}nee{% endif %} {{ 'x' if nee else 'y' }}"), PLAIN),
    ("a loop", p("{% for r in rijen %}{{ loop.index }} {{ r.dag }}{{ ', ' if not loop.last }}{% endfor %}"), PLAIN),
    ("a choice of paragraphs", lines("{%p if ja %}", "x {{ a }}", "{%p else %}", "y", "{%p endif %}"), PLAIN),
    ("a loop of paragraphs", p("{%p for r in rijen %}") + p("{{ r.thema }}") + p("{%p endfor %}"), PLAIN),
    ("a choice of runs", p("x", "{%r if nee %}", " y", "{%r else %}", " z", "{%r endif %}", " slot"), PLAIN),
    ("a loop of rows", LOOP, PLAIN),
    ("a loop of no rows", LOOP.replace("rijen", "leeg"), PLAIN),
    ("a table that loses all rows", table(("{%tr for r in leeg %}",), ("x",), ("{%tr endfor %}",)), MENDED),
    ("a row on condition", table(("{%tr if nee %}", ""), ("a", "b"), ("{%tr endif %}", ""), ("c", "d")), PLAIN),
    ("a loop of columns", table(("{%tc for k in kolommen %}", "{{ k }}", "{%tc endfor %}")), MENDED),
    ("a choice of columns", table(("x", "{%tc if nee %}", "{{ a }}", "{%tc endif %}"), width=4), MENDED),
    ("a loop of rows and columns", table(
        ("{%tr for r in rijen %}", "", ""), ("{%tc for k in kolommen %}", "{{ k }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    ), MENDED),
    ("a grid wider than its rows", table(("a", "{{ a }}"), width=4), MENDED),
    ("a tag over two cells", table(("a {% if nee %}", "b", "{% endif %} c")), MENDED),
    ("a table in a table", table(("x", f"<w:tc><w:tcPr/>{LOOP}{p('')}</w:tc>")), PLAIN),
    ("a narrow table in a wide one", table(("x", "y", f"<w:tc><w:tcPr/>{LOOP}{p('')}</w:tc>")), MENDED),
    ("merged cells", table(("x", "y"), (tc("{{ a }}", "<w:gridSpan w:val='2'/>"),)), PLAIN),
    ("a span", table(("x", "y", "z"), (tc("{% colspan n %}{{ a }}"),)), MENDED),
    ("a colour", table((tc("{% cellbg 'FF' ~ '0000' %}{{ a }}"), "x")), PLAIN),
    ("cells merged downwards", VERTICAL, PLAIN),
    ("cells merged sideways", table(("{%tc for k in kolommen %}", "{% hm %}Kop {{ a }}", "{%tc endfor %}")), MENDED),
    ("spans merged sideways", table((
        "{%tc for k in kolommen %}", tc("{% hm %}Kop", "<w:gridSpan w:val='2'/>"), "{%tc endfor %}",
    )), MENDED),
    ("a comment", p("x{# stil #}y"), PLAIN),
    ("comments of a paragraph, row and cell", p("{#p stil #}") + table(("{#tr stil #}",), ("x",)), PLAIN),
    ("a comment of a cell", table(("{#tc stil #}", "x"), width=1), MENDED),
    ("tags that eat what is before and after", lines("Ik", "{%- if ja -%}", " hier", "{%- endif -%}", " x"), PLAIN),
    ("tags that eat lines", p("Ik<w:br/>{%- if ja -%}<w:br/>hier{%- endif -%}<w:br/> graag"), PLAIN),
    ("braces that are no tag", p("{_{ x }_} {_% y %_} {{ a }}"), PLAIN),
    ("curly quotes in a tag", p("{{ ‘x’ ~ “y” }} {% if a == ‘x’ %}x{% endif %}"), PLAIN),
    ("signs of XML in a tag", p("{% if n &gt; 2 and n &lt; 4 %}{{ a }}{% endif %}"), PLAIN),
    ("a name that is set", p("{% set b = n + 1 %}{{ b }} {% set c %}x{{ a }}{% endset %}{{ c }}"), PLAIN),
    ("a macro", p("{% macro groet(wie) %}dag {{ wie }}{% endmacro %}{{ groet(a) }} {{ groet(n) }}"), PLAIN),
    ("raw text", p("{% raw %}{{ a }}{% endraw %}"), PLAIN),
    ("filters of Jinja", p("{{ a|upper }} {{ rijen|map(attribute='dag')|join(', ') }} {{ n|default(1) }}"), PLAIN),
    ("a value that is escaped", p("{{ a|e }} {{ a|escape }}"), PLAIN),
    ("drawings in a loop", p("{%p for r in rijen %}") + DRAWING + p("{%p endfor %}"), PLAIN),
    ("a template laid out in lines", "\n  " + LOOP.replace("><", ">\n  <") + "\n", PLAIN),
    ("lines and tabs typed in a text", p("een\ntwee\tdrie {{ a }}"), MENDED),
]  # fmt: skip


@pytest.mark.parametrize(("body", "route"), [pytest.param(body, route, id=name) for name, body, route in TEXTS])
def test_a_construct_gives_the_same_in_body_header_and_footnote(body: str, route: Route):
    template = make_template(body, header=body, footnote=p("Noot {{ a }}"))
    ours, taken = fill_with_docgen(template, VALUES)
    assert [] == differing(ours, fill_with_docxtpl(template, lambda _: VALUES))
    assert route is taken


@pytest.mark.parametrize("value", ["één\ntwee", "een\ttwee", "\n", "a\n\n\tb <&>", " x "])
@pytest.mark.parametrize("place", [p("x {{ a }} y"), table(("{{ a }}", "y")), p("<w:r><w:t>{{ a }}</w:t></w:r>")])
def test_lines_and_tabs_in_a_value_are_those_of_docxtpl(value: str, place: str):
    template = make_template(place, header=p("{{ a }}", properties="<w:pPr><w:jc w:val='right'/></w:pPr>"))
    ours, route = fill_with_docgen(template, {"a": value})
    assert [] == differing(ours, fill_with_docxtpl(template, lambda _: {"a": value}))
    assert route is (PLAIN if value == " x " else MENDED)


LOOK = {"style": "Nadruk", "color": "FF0000", "highlight": "FFFF00", "size": 20, "bold": True, "italic": True}
MORE = {"underline": "wave", "strike": True, "font": "eastAsia:Carlito", "lang": "nl-BE", "rtl": True}


def their_link(word: DocxTemplate) -> RichText:
    text = RichText("Zie ")
    text.add("de site", url_id=word.build_url_id("https://voorbeeld.example/?a=1&b=2"), **LOOK)
    return text


def their_passages(*passages: tuple[str, Mapping[str, Any]]) -> RichText:
    text = RichText()
    for words, look in passages:
        text.add(words, **look)
    return text


def their_paragraphs(_word: DocxTemplate) -> RichTextParagraph:
    paragraphs = RichTextParagraph()
    paragraphs.add(RichText("een", bold=True), parastyle="Kop1")
    paragraphs.add("twee & drie")
    return paragraphs


def our_text(*passages: tuple[str, Mapping[str, Any]]) -> rich.RichText:
    return rich.RichText(tuple(rich.Passage(words, **look) for words, look in passages))


SUB = make_word(["Onderdeel & <slot>"], [[["cel"]]])
PASSAGES = [
    ("één <&> ", LOOK), ("twee\nregels\ten een tab", MORE), ("2", {"superscript": True}), ("x", {"subscript": True}),
]  # fmt: skip
Make = Callable[[DocxTemplate], object]
RICH: list[tuple[str, str, object, Make, Route]] = [
    ("passages", p("x {{r v }} y"), our_text(*PASSAGES), lambda _: their_passages(*PASSAGES), MENDED),
    ("one passage", p("{{r v }}"), our_text(("x", LOOK)), lambda _: RichText("x", **LOOK), PLAIN),
    ("no passage", p("x {{r v }}"), our_text(), lambda _: RichText(), PLAIN),
    ("a passage over pages", p("{{r v }}"), our_text(("a\ab\fc", {})), lambda _: RichText("a\ab\fc"), MENDED),
    ("a link", p("x {{r v }}"), our_text(
        ("Zie ", {}), ("de site", {**LOOK, "url": "https://voorbeeld.example/?a=1&b=2"}),
    ), their_link, REBUILT),
    ("whole paragraphs", p("{{p v }}") + p("slot"), rich.RichParagraphs((
        rich.RichParagraph(our_text(("een", {"bold": True})), "Kop1"),
        rich.RichParagraph(our_text(("twee & drie", {}))),
    )), their_paragraphs, PLAIN),
    ("a listing", p("{{ v }}", properties="<w:pPr><w:jc w:val='right'/></w:pPr>"), rich.Listing("a <&>\nb\tc\ad\fe"),
     lambda _: Listing("a <&>\nb\tc\ad\fe"), MENDED),
    ("a listing in a cell", table(("{{ v }}", "x")), rich.Listing("a\ab"), lambda _: Listing("a\ab"), MENDED),
    ("a picture", p("x {{ v }} y"), rich.Picture(DOT), lambda word: InlineImage(word, io.BytesIO(DOT)), PICTURED),
    ("a picture of a size", p("{{ v }}"), rich.Picture(DOT, 20, 10),
     lambda word: InlineImage(word, io.BytesIO(DOT), Mm(20), Mm(10)), PICTURED),
    ("a picture with a link", p("{{ v }}"), rich.Picture(DOT, height=10, url="https://voorbeeld.example/"),
     lambda word: InlineImage(word, io.BytesIO(DOT), None, Mm(10), "https://voorbeeld.example/"), REBUILT),
    ("pictures in a loop", p("{%p for x in [1, 2] %}") + p("{{ v }}") + p("{%p endfor %}"), rich.Picture(DOT),
     lambda word: InlineImage(word, io.BytesIO(DOT)), PICTURED),
    ("a picture beside a text in two lines", p("{{ v }} {{ 'a\nb' }}"), rich.Picture(DOT),
     lambda word: InlineImage(word, io.BytesIO(DOT)), MENDED),
    ("a JPEG", p("{{ v }}"), rich.Picture(JPEG), lambda word: InlineImage(word, io.BytesIO(JPEG)), PICTURED),
    ("a picture in a growing table", table(("{%tc for x in [1, 2] %}", "{{ v }}", "{%tc endfor %}")), rich.Picture(DOT),
     lambda word: InlineImage(word, io.BytesIO(DOT)), MENDED),
    ("another document", p("{{p v }}"), rich.Subdocument(SUB), lambda word: word.new_subdoc(io.BytesIO(SUB)), REBUILT),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "ours", "theirs", "route"), [pytest.param(*case, id=name) for name, *case in RICH]
)  # fmt: skip
def test_a_rich_value_gives_what_docxtpl_makes_of_it(body: str, ours: object, theirs: Make, route: Route):
    template = make_template(body, header=p("Kop {{ a }}"))
    filled, taken = fill_with_docgen(template, {"a": "&", "v": ours})
    assert [] == differing(filled, fill_with_docxtpl(template, lambda word: {"a": "&", "v": theirs(word)}))
    assert route is taken


def test_a_picture_in_a_header_gives_what_docxtpl_makes_of_it():
    template = make_template(p("{{ v }}"), header=p("Logo {{ v }}"))
    ours, route = fill_with_docgen(template, {"v": rich.Picture(DOT)})
    theirs = fill_with_docxtpl(template, lambda word: {"v": InlineImage(word, io.BytesIO(DOT))})
    assert [] == differing(ours, theirs)
    assert route is PICTURED


@pytest.mark.parametrize("held", [DOT, JPEG], ids=["that the template holds", "beside another in the template"])
def test_a_picture_gives_what_docxtpl_makes_of_it(held: bytes):
    template = make_docx(
        p("{{ v }} {{ v }} {{ w }}") + f"<w:p>{drawing(picture('r-image1'))}</w:p>", pictures={"image1.png": held}
    )
    other = fill_with_docgen(template, {"v": rich.Picture(DOT), "w": rich.Picture(GREY)})
    theirs = fill_with_docxtpl(
        template, lambda word: {n: InlineImage(word, io.BytesIO(d)) for n, d in (("v", DOT), ("w", GREY))}
    )
    assert ([], PICTURED) == (differing(other[0], theirs), other[1])


def test_a_link_beside_a_picture_gives_what_docxtpl_makes_of_both():
    template = make_template(p("{{ v }}") + p("{{r w }}"))
    values = {"v": rich.Picture(DOT), "w": our_text(("site", {"url": "https://voorbeeld.example/"}))}

    def make(word: DocxTemplate) -> dict[str, object]:
        link = RichText()
        link.add("site", url_id=word.build_url_id("https://voorbeeld.example/"))
        return {"v": InlineImage(word, io.BytesIO(DOT)), "w": link}

    ours, route = fill_with_docgen(template, values)
    assert ([], REBUILT) == (differing(ours, fill_with_docxtpl(template, make)), route)


def test_a_filter_of_the_house_gives_what_docxtpl_makes_of_it():
    template = make_template(p("{{ dag|datum_voluit }}"))
    values = {"dag": date(2025, 9, 7)}
    house = Environment(autoescape=True)
    house.filters["datum_voluit"] = format_date_words
    theirs = fill_with_docxtpl(template, lambda _: values, house)
    assert [] == differing(fill_with_docgen(template, values)[0], theirs)


def bare(value: Any) -> Any:
    """The sample without what docxtpl has no word for: descriptions of pictures, and codes, which become words."""
    if isinstance(value, Mapping):
        return {name: bare(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [bare(inner) for inner in value]
    if isinstance(value, Code):
        return value.description
    return replace(value, description="") if isinstance(value, rich.Picture) else value


def with_pictures(value: Any, word: DocxTemplate) -> Any:
    """The sample with its pictures as docxtpl has them."""
    if isinstance(value, Mapping):
        return {name: with_pictures(inner, word) for name, inner in value.items()}
    if isinstance(value, rich.Picture):
        return InlineImage(word, io.BytesIO(value.data), Mm(value.width), Mm(value.height))
    return value


WORD = [
    pytest.param(
        template.read_bytes(),
        bare(find_families()[document.family].samples[document.context]),
        id=f"{document.path}-{language}",
    )
    for document in find_documents().values()
    for language in document.languages
    if (template := document.template(language, "docx")) is not None
]


def say_as_the_house(value: object) -> object:
    """What docgen prints for a value that is no text, where docxtpl prints Python's word for it."""
    words = {None: "", True: "ja", False: "neen"}
    if value is None or isinstance(value, bool):
        return words[value]
    return format_date(value) if isinstance(value, date) else value


@pytest.mark.parametrize(("template", "sample"), WORD)
def test_every_shipped_template_gives_the_same_with_its_sample(template: bytes, sample: Values):
    ours, route = fill_with_docgen(template, sample)
    house = Environment(autoescape=True, finalize=say_as_the_house)
    house.filters |= {"datum": format_date, "datum_voluit": format_date_words}
    assert [] == differing(ours, fill_with_docxtpl(template, lambda word: with_pictures(sample, word), house))
    assert route is not REBUILT
    assert [EXAMPLE_LOGO.data] * (b"organisatie.logo" in prepared(template)) == [
        data for name, data in ours.items() if name.startswith("word/media/")
    ]


def prepared(template: bytes) -> bytes:
    """All text of a template."""
    return b"".join(data for name, data in read_parts(template).items() if name.startswith("word/"))


def test_tags_in_the_properties_are_filled_in_as_docxtpl_does():
    word = open_word(make_word(["x"]))
    names = ("author", "title", "subject", "comments", "identifier")
    for name in names:
        setattr(word.core_properties, name, f"{name} {{{{ a|upper }}}}{{% if n > 2 %}}!{{% endif %}}")
    template, values = save_word(word), {"a": "an", "n": 3}
    theirs = parse_xml(fill_with_docxtpl(template, lambda _: values)["docProps/core.xml"])
    made = render_docx(template, values, title="Brief", language="nl", author="Dienst")
    wanted = {element.tag: element.text for element in theirs if str(element.text).endswith("AN!")}
    ours = parse_xml(read_parts(made)["docProps/core.xml"])
    assert len(names) == len(wanted)
    assert wanted == {tag: ours.findtext(tag) for tag in wanted}


def test_another_text_is_seen_as_a_difference():
    template = make_template(p("{{ a }}"))
    ours, _ = fill_with_docgen(template, {"a": "x "})
    assert ["word/document.xml"] == differing(ours, fill_with_docxtpl(template, lambda _: {"a": "x"}))
