"""The sender's own Word file with comments, and otherwise as it came."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from docgen.errors import UnreadableFileError
from docgen.formats.blank import FormFormat
from docgen.formats.docx.mark import mark_word
from docgen.formats.docx.package import w
from docgen.model.value import Place
from made_dossier import made_form
from returned import FORM, raw, remark, returned, said_of

NAME = "formulier.docx"
UNCHANGED = "Uw eigen gegevens zijn niet gewijzigd."


@pytest.fixture(scope="module")
def form():
    return made_form("Łucja Şahin", FormFormat.DOCX)


def place_of(form, key):
    return raw(form, NAME).places[key]


@pytest.fixture(scope="module")
def marked(form):
    words = returned(
        remark("startdatum", place_of(form, "startdatum"), message="De startdatum ligt na de einddatum."),
        remark("contactmomenten__4__datum", place_of(form, "contactmomenten__4__datum")),
        remark(None, None, message="In het dossier zit geen RL1."),
    )
    return mark_word(form, NAME, words, FORM)


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(data):
    """Each comment's text, with the words between its start and its end."""
    found = parts(data)
    if "word/comments.xml" not in found:
        return {}
    root, document = etree.fromstring(found["word/comments.xml"]), etree.fromstring(found["word/document.xml"])
    texts = {c.get(w("id")): "\n".join("".join(p.itertext()) for p in c.iter(w("p"))) for c in root}
    return {text: anchored(document, number) for number, text in texts.items()}


def anchored(document, number):
    start = next(item for item in document.iter(w("commentRangeStart")) if item.get(w("id")) == number)
    return "".join(t.text or "" for t in start.getparent().iter(w("t")))


def test_each_comment_stands_on_its_field_and_one_at_the_top_tells_the_rest(marked):
    assert comments(marked) == {
        "1. De startdatum ligt na de einddatum.\nWat te doen: Verbeter dit.": "01/09/2025",
        "2. Dit klopt niet.\nWat te doen: Verbeter dit.": "08/02/2026",
        f"{UNCHANGED}\n3. In het dossier zit geen RL1.\nWat te doen: Verbeter dit.": FORM.intro,
    }


def test_the_reader_finds_the_same_record_and_places(form, marked):
    assert said_of(form, NAME) == said_of(marked, NAME)


def test_only_the_document_and_its_lists_of_parts_change(form, marked):
    before, after = parts(form), parts(marked)
    assert {name for name in before if before[name] != after[name]} == {
        "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
    }  # fmt: skip
    assert set(after) - set(before) == {"word/comments.xml"}


def test_the_same_file_gives_the_same_bytes_also_in_a_next_round(form, marked):
    words = returned(remark("startdatum", place_of(form, "startdatum")))
    assert mark_word(marked, NAME, words, FORM) == mark_word(mark_word(form, NAME, words, FORM), NAME, words, FORM)


def test_a_next_round_takes_our_comments_away_and_leaves_the_senders(form):
    own = f'<w:comment xmlns:w="{w("")[1:-1]}" w:id="5" w:author="Fientje"><w:p><w:r><w:t>Klopt dit?</w:t></w:r></w:p>'
    first = mark_word(form, NAME, returned(remark("startdatum", place_of(form, "startdatum"))), FORM)
    found = parts(first)
    document = found["word/document.xml"].replace(
        b"<w:body>", b'<w:body><w:p><w:commentRangeStart w:id="5"/><w:r><w:t>x</w:t></w:r></w:p>'
    )
    found["word/document.xml"] = document
    theirs = etree.fromstring(f"{own}</w:comment>")
    root = etree.fromstring(found["word/comments.xml"])
    root.append(theirs)
    found["word/comments.xml"] = etree.tostring(root)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in found.items():
            archive.writestr(name, part)
    again = mark_word(target.getvalue(), NAME, returned(remark("einddatum", place_of(form, "einddatum"))), FORM)
    assert comments(again) == {"Klopt dit?": "x", "1. Dit klopt niet.\nWat te doen: Verbeter dit.": "30/06/2026"}


def test_a_text_that_is_no_form_gets_its_comments_by_row_and_paragraph():
    row = "<w:tr><w:tc><w:p><w:r><w:t>Van</w:t></w:r></w:p></w:tc></w:tr>"
    body = f"<w:p><w:r><w:t>RL1</w:t></w:r></w:p><w:tbl>{row}</w:tbl>"
    data = made_form("x", FormFormat.DOCX)
    found = parts(data)
    root = f'<w:document xmlns:w="{w("")[1:-1]}"><w:body>{body}</w:body></w:document>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in {**found, "word/document.xml": root.encode()}.items():
            archive.writestr(name, part)
    places = [Place("rl1.docx", spot) for spot in ("tabel 1, rij 1", "alinea 1")]
    marked = mark_word(target.getvalue(), "rl1.docx", returned(*(remark(None, place) for place in places)), None)
    assert list(comments(marked).values()) == ["Van", "RL1"]


def test_a_field_whose_marks_are_lost_is_commented_by_its_row(form):
    """The reader finds it through its label; the comment stands on that row."""
    words = returned(remark("startdatum", Place(NAME, "tabel 1, rij 8")))
    found = parts(form)
    found["word/document.xml"] = (
        found["word/document.xml"]
        .replace(b'w:val="startdatum"', b'w:val="x"')
        .replace(b'w:name="startdatum"', b'w:name="x"')
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in found.items():
            archive.writestr(name, part)
    assert list(comments(mark_word(target.getvalue(), NAME, words, FORM)).values()) == ["01/09/2025"]


def test_a_file_that_is_signed_is_not_touched(form):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in {**parts(form), "_xmlsignatures/sig1.xml": b"<x/>"}.items():
            archive.writestr(name, part)
    with pytest.raises(UnreadableFileError, match="digitale handtekening van Office"):
        mark_word(target.getvalue(), NAME, returned(), FORM)
