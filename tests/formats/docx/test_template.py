from collections.abc import Sequence

import pytest

from docgen.errors import SetupError
from docgen.formats.docx.template import check_template
from docgen.model.rich import Listing, Passage, Picture, RichParagraphs, RichText
from formats.docx.raw import DOT
from formats.docx.word import make_word

KNOWN = {
    "trainee": {"naam": "Proef Persoon", "ambt": "directeur"},
    "rijen": [{"datum": "07/09/2025"}, {"datum": "08/09/2025", "thema": "a"}],
    "titels": ["een"],
    "leeg": [],
    "niets": None,
    "aantal": 3,
}


def rows_of(
    *paragraphs: str, tables: Sequence[Sequence[Sequence[str]]] = (), header: str = ""
) -> list[tuple[str, int, str]]:
    return [(f.part, f.paragraph, f.message) for f in check_template(make_word(paragraphs, tables, header), KNOWN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ trainee.nam }}", "de naam “trainee.nam” bestaat niet; bedoelt u “trainee.naam”?"),
        ("{{ trainee['nam'] }}", "de naam “trainee.nam” bestaat niet; bedoelt u “trainee.naam”?"),
        ("{{ train.naam }}", "de naam “train” bestaat niet; bedoelt u “trainee”?"),
        ("{{ naam }}", "de naam “naam” bestaat niet; bedoelt u “trainee.naam”?"),
        (
            "{{ xyzzy }}",
            "de naam “xyzzy” bestaat niet; hier bestaan: aantal, leeg, niets, rijen, titels, trainee",
        ),
        ("{% if trainee.amt %}x{% endif %}", "de naam “trainee.amt” bestaat niet; bedoelt u “trainee.ambt”?"),
        (
            "{% if aantal %}x{% elif aantl %}y{% else %}z{% endif %}",
            "de naam “aantl” bestaat niet; bedoelt u “aantal”?",
        ),
        ("{% for r in rijn %}x{% endfor %}", "de naam “rijn” bestaat niet; bedoelt u “rijen”?"),
        ("{% for r in rijen %}{{ r.them }}{% endfor %}", "de naam “r.them” bestaat niet; bedoelt u “r.thema”?"),
        ("{% for r in rijen|sort %}{{ r.dat }}{% endfor %}", "de naam “r.dat” bestaat niet; bedoelt u “r.datum”?"),
        ("{% for r in rijen if r.dat %}x{% endfor %}", "de naam “r.dat” bestaat niet; bedoelt u “r.datum”?"),
        ("{{ (rijen|first).dat }}", "de naam “….dat” bestaat niet; bedoelt u “….datum”?"),
        ("{{ rijen[0].dat }}", "de naam “rijen[…].dat” bestaat niet; bedoelt u “rijen[…].datum”?"),
        ("{% set a = trainee %}{{ a.nam }}", "de naam “a.nam” bestaat niet; bedoelt u “a.naam”?"),
        ("{{ (trainee if aantal else trainee).nam }}", "de naam “….nam” bestaat niet; bedoelt u “….naam”?"),
        ("{{ rijen.thema }}", "“rijen” is een lijst en heeft geen “thema”; zet er {% for %} omheen"),
        ("{{ trainee.naam.voor }}", "“trainee.naam” is een gewone waarde en heeft geen “voor”"),
        ("{{ niets.naam }}", "“niets” is een gewone waarde en heeft geen “naam”"),
        ("{{ trainee.naam|uper }}", "de filter “uper” bestaat niet; bedoelt u “upper”?"),
        ("{% if aantal is evn %}x{% endif %}", "de toets “is evn” bestaat niet; bedoelt u “even”?"),
        ("hallo {{ trainee.naam", "“{{” wordt in deze alinea niet gesloten met “}}”"),
        ("{{ trainee.naam {{ aantal }}", "“{{” wordt in deze alinea niet gesloten met “}}”"),
        ("{% if aantal }}x", "“{%” wordt in deze alinea niet gesloten met “%}”"),
        ("trainee.naam }} x", "hier sluit “}}” iets dat niet geopend is"),
        (
            "{% if trainee.naam == “x” %}a{% endif %}",
            "gekrulde aanhalingstekens in een tag; typ rechte aanhalingstekens (\" of ')",
        ),
        ("{{ trainee naam }}", "de schrijfwijze klopt niet bij “naam”"),
        ("{{ }}", "de schrijfwijze klopt niet bij “end of print statement”"),
        ("{% if aantal %}x", "“if” wordt nergens gesloten met “endif”"),
        ("x{% endif %}", "“endif” sluit een “if” die niet geopend is"),
        ("{% else %}", "“else” staat niet binnen een “if”"),
        ("{% p if aantal %}", "schrijf “{%p” aan elkaar, zonder spatie"),
        ("{% include 'x' %}", "“include” kan niet in een sjabloon; gebruik for, if of set"),
        ("{{r trainee.naam }}", "“{{r” is voor opgemaakte stukken; schrijf “{{ trainee.naam }}”"),
        ("{trainee.naam}", "enkele accolades worden niet ingevuld; bedoelt u “{{ trainee.naam }}”?"),
        ("{%tr for r in rijen %}", "“{%tr” staat niet in een rij van een tabel"),
    ],
)
def test_each_fault_is_told_with_a_suggestion(text: str, expected: str):
    assert ("tekst", 1, expected) in rows_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ trainee.naam }} {{ trainee['naam'] }} {{ rijen[1].thema }} {{ titels|join(', ') }}",
        "{% for r in rijen %}{{ loop.index }} {{ r.datum }}{% else %}geen{% endfor %}",
        "{% for naam, waarde in trainee.items() %}{{ naam }}: {{ waarde }}{% endfor %}",
        "{% for x in leeg %}{{ x.wat.dan.ook }}{% endfor %}",
        "{% for t in titels %}{{ t.upper() }}{% endfor %}",
        "{% set a = trainee.naam %}{{ a }}",
        "{% if aantal > 2 and trainee.naam is defined %}x{% elif not aantal %}y{% endif %}",
        "{{ trainee.naam if aantal else '' }} {{ range(3)|length }} {{ trainee.get('x') or 'geen' }}",
        "{# een opmerking met }} en “krullen” #}",
        "{wat dan ook} en een losse #}",
        "{%- if aantal -%}x{%- endif -%}",
    ],
)
def test_a_sound_template_has_no_faults(text: str):
    assert [] == rows_of(text)


def test_all_faults_of_all_parts_are_told_at_once():
    assert [
        ("tekst", 1, "de naam “nam” bestaat niet; bedoelt u “trainee.naam”?"),
        ("tekst", 3, "“if” wordt nergens gesloten met “endif”"),
        ("voetregel", 1, "de naam “anders” bestaat niet; hier bestaan: aantal, leeg, niets, rijen, titels, trainee"),
        ("kopregel", 1, "de naam “anders” bestaat niet; hier bestaan: aantal, leeg, niets, rijen, titels, trainee"),
    ] == rows_of("{{ nam }}", "{{ aantal }}", "{% if aantal %}", header="{{ anders }}")


def test_a_row_loop_knows_its_variable_and_is_compared_cell_by_cell():
    rows = [["{%tr for r in rijen %}", ""], ["{{ r.datum }}", "{{ r.tema }}"], ["{%tr endfor %}", ""]]
    assert [("tekst", 4, "de naam “r.tema” bestaat niet; bedoelt u “r.thema”?")] == rows_of(tables=[rows])


def test_columns_paragraphs_and_cell_tags_are_sound():
    cells = [
        ["{%tc for t in titels %}", "{{ t }}", "{%tc endfor %}"],
        ["{% colspan aantal %}", "{% cellbg titels[0] %}", "x"],
    ]
    assert [] == rows_of("{%p for t in titels %}", "{{ t }}", "{%p endfor %}", tables=[cells[:1]])
    assert [("tekst", 4, "de naam “aantl” bestaat niet; bedoelt u “aantal”?")] == rows_of(
        tables=[[cells[0], ["{% colspan aantl %}", "{% vm %}", ""]]]
    )


def test_tags_that_cross_are_told_with_what_they_belong_to():
    assert [
        ("tekst", 1, "“if” kruist met “for”: hij wordt niet met “endif” gesloten vóór “endfor”"),
        ("tekst", 1, "“endif” sluit een “if” die niet geopend is"),
    ] == rows_of("{% for a in rijen %}{% if aantal %}{% endfor %}{% endif %}")
    assert [("tekst", 3, "hoort bij “{%p for r in rijen %}”; schrijf ook hier “{%p”")] == rows_of(
        "{%p for r in rijen %}", "{{ r.thema }}", "{% endfor %}"
    )
    assert [("tekst", 2, "hoort bij “{% if aantal %}”; schrijf ook daar “{%p”")] == rows_of(
        "{% if aantal %}", "{%p endif %}"
    )
    assert [
        (
            "tekst",
            2,
            "hoort bij “{% for r in rijen %}”, maar staat in een andere cel of tabel; gebruik “{%tr” of “{%tc”",
        )
    ] == rows_of(tables=[[["{% for r in rijen %}", "{% endfor %}"]]])


def test_text_beside_a_tag_that_takes_its_paragraph_is_told():
    assert [("tekst", 1, "“{%p” neemt de hele alinea weg, en daarin staat nog iets anders")] == rows_of(
        "{%p if aantal %} dit verdwijnt", "{%p endif %}"
    )


def test_the_words_around_a_fault_are_shown_and_cut():
    (fault,) = check_template(make_word(["a " * 40 + "{{ fout }}" + " b" * 40]), KNOWN)
    assert "…" + "a " * 15 + "{{ fout }}" + " b" * 15 + "…" == fault.words


def test_what_only_shows_when_filled_is_a_fault_too():
    (fault,) = check_template(make_word(["{{ trainee.naam + aantal }}"]), KNOWN)
    assert ("tekst", 0) == (fault.part, fault.paragraph)
    assert "kan niet ingevuld worden" in fault.message


def test_a_file_that_is_no_word_file_is_an_error():
    with pytest.raises(SetupError, match=r"^Het Word-sjabloon is"):
        check_template(b"PK geen zip", KNOWN)


RICH = {"brief": RichText((Passage("x"),)), "bijlage": RichParagraphs(()), "lijst": Listing("a"), "logo": Picture(DOT)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x {{r brief }} y", []),
        ("{{p bijlage }}", []),
        ("{{ lijst }} {{ logo }}", []),
        ("{{ brief }}", ["“brief” is een opgemaakt stuk; schrijf “{{r brief }}”"]),
        ("{{ bijlage }}", ["“bijlage” is een opgemaakt stuk; schrijf “{{p bijlage }}”"]),
        ("{{p bijlage }} x", ["“{{p” neemt de hele alinea weg, en daarin staat nog iets anders"]),
        ("{{r lijst }}", ["“{{r” is voor opgemaakte stukken; schrijf “{{ lijst }}”"]),
        ("{{r breif }}", ["de naam “breif” bestaat niet; bedoelt u “brief”?"]),
    ],
)
def test_a_rich_value_asks_for_its_own_prefix(text: str, expected: list[str]):
    assert expected == [fault.message for fault in check_template(make_word([text]), RICH)]
