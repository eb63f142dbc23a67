import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from docgen.errors import SetupError, WrongUseError
from docgen.formats.docx.compiled import compile_template
from docgen.formats.docx.core import CORE_PART
from docgen.formats.docx.render import render_docx
from formats.docx.beside_docxtpl import make_template, read_parts
from formats.docx.word import make_word, open_word, save_word, text_of

HOSTILE = (
    "<b>",
    "Jansen & Zonen",
    "{{ x }}",
    "{% for a in b %}",
    "{_{ x }_}",
    "]]>",
    "<w:p/>",
    "&lt;",
    "'\"“”",
    "😀 ẞ Ł Ş ș",
    "שלום עולם",
    "a\u202eb",
    "{# geen #}",
    "\\n",
    "  twee  spaties  ",
)


def render(template: bytes, values: dict[str, object]) -> bytes:
    return render_docx(template, values, title="Brief", language="nl-BE")


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_appears_literally_in_body_table_header_and_footer(value: str):
    template = make_word(["Naam {{ trainee.naam }}."], [[["{{ trainee.naam }}"]]], "{{ trainee.naam }}")
    assert [value, f"Naam {value}.", value, value] == text_of(render(template, {"trainee": {"naam": value}}))


def test_line_breaks_and_tabs_in_a_value_become_those_of_word():
    assert ["x een\ntwee\tdrie\nvier y"] == [
        paragraph.text
        for paragraph in open_word(render(make_word(["x {{ a }} y"]), {"a": "een\r\ntwee\tdrie\rvier"})).paragraphs
    ]


def test_rows_loop_and_columns_are_mended():
    rows = [["{%tr for r in rijen %}", ""], ["{{ r.datum }}", "{{ r.thema }}"], ["{%tr endfor %}", ""]]
    out = render(
        make_word(tables=[rows]), {"rijen": [{"datum": date(2025, 9, 7), "thema": "a"}, {"datum": 2, "thema": None}]}
    )
    assert [["07/09/2025", "a"], ["2", ""]] == [[c.text for c in r.cells] for r in open_word(out).tables[0].rows]


def test_columns_loop_and_the_grid_grows_with_them():
    out = render(
        make_word(tables=[[["{%tc for k in kolommen %}", "{{ k }}", "{%tc endfor %}"]]]), {"kolommen": list("abcd")}
    )
    table = open_word(out).tables[0]
    assert ["a", "b", "c", "d"] == [cell.text for cell in table.rows[0].cells]
    assert 4 == len(table.columns)


def test_a_key_goes_before_a_method_of_the_same_name():
    assert ["drie"] == [
        p.text for p in open_word(render(make_word(["{{ x.items }}"]), {"x": {"items": "drie"}})).paragraphs
    ]


def test_the_same_values_give_the_same_bytes_and_other_values_others():
    template = make_word(["{{ a }}"])
    assert render(template, {"a": "1"}) == render(template, {"a": "1"})
    assert render(template, {"a": "1"}) != render(template, {"a": "2"})


def test_title_and_language_are_set_also_where_the_template_had_none():
    template = make_word(["x"])
    for data in (template, without_part(template, CORE_PART)):
        properties = open_word(render(data, {})).core_properties
        assert ("Brief", "nl-BE") == (properties.title, properties.language)


def test_a_template_with_a_part_twice_is_refused():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = with_extra_part(make_word(["x"]), "word/document.xml", b"<x/>")
    with pytest.raises(SetupError, match="onveilig"):
        render(data, {})


def test_no_part_comes_twice_and_the_zip_is_sound():
    with zipfile.ZipFile(io.BytesIO(render(make_word(["{{ a }}"], header="{{ a }}"), {"a": "x"}))) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_a_character_that_word_cannot_hold_is_refused_with_its_key():
    with pytest.raises(WrongUseError, match=r"“rijen\.2\.thema”.*U\+0007") as caught:
        render(make_word(["x"]), {"rijen": [{"thema": "a"}, {"thema": "geheim\a"}]})
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("value", ["\ud800", "\ufffe", "\x00", "\x0b"])
def test_lone_surrogates_and_controls_are_refused(value: str):
    with pytest.raises(WrongUseError, match="“a”"):
        render(make_word(["{{ a }}"]), {"a": value})


def test_an_object_does_not_go_into_a_template():
    with pytest.raises(TypeError, match="plain data"):
        render(make_word(["x"]), {"a": Path()})


@pytest.mark.parametrize(
    ("tag", "name"),
    [("{{ nam }}", "nam"), ("{{ trainee.nam }}", "nam"), ("{% if nam %}x{% endif %}", "nam")],
)
def test_a_missing_name_is_told_and_nothing_is_rendered(tag: str, name: str):
    with pytest.raises(SetupError, match=f"“{name}”"):
        render(make_word([tag]), {"trainee": {"naam": "x"}})


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ a|safe }}",
        "{{ 'a' * 1000000000 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ 9 ** 9999999 }}",
        "{{ a.format(1) }}",
        "{{ [1].append(2) }}",
        "{{ dag.__class__ }}",
        "{{ dag.replace(year=1) }}",
        "{{ range(1000000000)|length }}",
        "{{ lipsum() }}",
        "{{ self.__init__ }}",
        "{% include 'x' %}",
        "{{ 1 / 0 }}",
        "{{ a + 1 }}",
        "{% for x in a %}",
    ],
)
def test_a_template_cannot_run_code_or_grow_without_bound(tag: str):
    with pytest.raises(SetupError, match="Word-sjabloon"):
        render(make_word([tag]), {"a": "x", "dag": date(2025, 1, 1)})


def test_autoescape_cannot_be_turned_off():
    out = render(make_word(["{% autoescape false %}{{ a }}{% endautoescape %}"]), {"a": "<b>"})
    assert ["<b>"] == [p.text for p in open_word(out).paragraphs]


def test_numbers_booleans_and_dates_print_in_dutch_and_sums_work():
    out = render(make_word(["{{ 2 * n }} {{ ja }} {{ nee }} {{ dag|datum_voluit }} {{ dag.year }}"]), {
        "n": 3, "ja": True, "nee": False, "dag": date(2025, 9, 7),
    })  # fmt: skip
    assert ["6 ja neen 7 september 2025 2025"] == [p.text for p in open_word(out).paragraphs]


def test_tags_that_cross_cells_are_an_error_of_the_template():
    with pytest.raises(SetupError, match="bevat een fout"):
        render(make_word(["{% if a %}"], [[["{% endif %}"]]]), {"a": False})


def test_pictures_in_a_loop_get_numbers_of_their_own():
    document = open_word(make_word(["{%p for x in xs %}"]))
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d494844520000000100000001080000000"
        "03a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
    )
    document.add_picture(io.BytesIO(pixel))
    document.add_paragraph("{%p endfor %}")
    out = open_word(render(save_word(document), {"xs": [1, 2, 3]}))
    assert ["1001", "1002", "1003"] == [shape._inline.docPr.get("id") for shape in out.inline_shapes]  # noqa: SLF001


def test_a_compiled_template_can_be_filled_again():
    ready = compile_template(make_word(["{{ a }}"]))
    assert ["x", "y"] == [text_of(render_docx(ready, {"a": a}, title="t", language="nl"))[1] for a in "xy"]


@pytest.mark.parametrize("data", [b"", b"geen zip", make_word(["x"])[:900]])
def test_a_file_that_is_no_word_file_is_an_error_of_the_template(data: bytes):
    with pytest.raises(SetupError, match=r"^Het Word-sjabloon is"):
        compile_template(data)


def without_part(data: bytes, part: str) -> bytes:
    """A Word file without one part, and without the two mentions of it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(
                    name,
                    drop_mentions(old.read(name)) if name in ("[Content_Types].xml", "_rels/.rels") else old.read(name),
                )
    return buffer.getvalue()


def drop_mentions(xml: bytes) -> bytes:
    """XML without the elements that name the core properties."""
    return b"".join(b"<" + piece if n else piece for n, piece in enumerate(xml.split(b"<")) if b"core" not in piece)


def with_extra_part(data: bytes, part: str, content: bytes) -> bytes:
    """The same zip with one part more at its end."""
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(part, content)
    return buffer.getvalue()


def test_a_table_without_a_grid_is_filled_in_too():
    cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:tc>"
    template = make_template(f"<w:tbl><w:tblPr/><w:tr>{cell}</w:tr></w:tbl>")
    assert b"<w:t>x</w:t>" in read_parts(render(template, {"a": "x"}))["word/document.xml"].replace(
        b' xml:space="preserve"', b""
    )


def test_endnotes_are_filled_in_as_footnotes_are():
    note = make_template("<w:p/>", footnote="<w:p><w:r><w:t>Noot {{ a }}</w:t></w:r></w:p>")
    moved = read_parts(note)
    moved["word/endnotes.xml"] = moved.pop("word/footnotes.xml").replace(b"footnote", b"endnote")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in moved.items():
            archive.writestr(name, data)
    assert b"Noot x" in read_parts(render(buffer.getvalue(), {"a": "x"}))["word/endnotes.xml"]
