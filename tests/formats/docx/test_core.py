"""The properties of a made Word file tell of the document and of who issued it, and of nobody else."""

from datetime import date

import pytest

from docgen.errors import WrongUseError
from docgen.formats.docx.core import CORE_PART
from docgen.formats.docx.package import parse_xml
from docgen.formats.docx.render import render_docx
from formats.docx.beside_docxtpl import read_parts
from formats.docx.edit import rewrite_parts
from formats.docx.word import make_word

ON = date(2026, 7, 3)
#: The properties as Word leaves them after someone worked on the template.
BY_A_PERSON = b"""<?xml version="1.0"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <dc:title>Kladversie</dc:title><dc:subject>Onderwerp</dc:subject><dc:creator>Wout Sjabloonmaker</dc:creator>
  <dc:description>Wenk &amp; {n}</dc:description><cp:category>{{ naam }}</cp:category>
  <cp:lastModifiedBy>Wout Sjabloonmaker</cp:lastModifiedBy><cp:lastPrinted>2020-01-02T00:00:00Z</cp:lastPrinted>
  <dcterms:created xsi:type="dcterms:W3CDTF">2020-01-02T00:00:00Z</dcterms:created>
  <dcterms:modified xsi:type="dcterms:W3CDTF">2020-01-02T00:00:00Z</dcterms:modified>
</cp:coreProperties>"""


def template(core: bytes | None = BY_A_PERSON) -> bytes:
    return rewrite_parts(make_word(["{{ naam }}"]), {CORE_PART: lambda _: core})


def read_core(made: bytes) -> dict[str, str]:
    root = parse_xml(read_parts(made)[CORE_PART])
    return {str(element.tag).rpartition("}")[2]: element.text or "" for element in root}


def properties(
    core: bytes | None = BY_A_PERSON, *, on: date | None = ON, author: str = "Dienst & Co"
) -> dict[str, str]:
    made = render_docx(template(core), {"naam": "An"}, title="Brief <1>", language="nl-BE", author=author, on=on)
    return read_core(made)


def test_the_document_its_issuer_and_its_day_go_in_and_what_the_template_says_of_its_content_stays():
    assert {
        "title": "Brief <1>",
        "subject": "Onderwerp",
        "creator": "Dienst & Co",
        "description": "Wenk & {n}",
        "category": "{{ naam }}",
        "lastModifiedBy": "Dienst & Co",
        "created": "2026-07-03T00:00:00Z",
        "modified": "2026-07-03T00:00:00Z",
        "language": "nl-BE",
    } == properties()


def test_without_an_issuer_the_maker_of_the_template_does_not_travel_along_either():
    about = properties(author="")
    assert ("", "") == (about["creator"], about["lastModifiedBy"])


def test_without_a_day_the_days_of_the_template_stay():
    about = properties(on=None)
    assert about["created"] == about["modified"] == "2020-01-02T00:00:00Z"


def test_a_title_with_tags_is_filled_in_and_goes_before_the_title_of_the_document():
    assert "Brief voor An" == properties(BY_A_PERSON.replace(b"Kladversie", b"Brief voor {{ naam }}"))["title"]


def test_a_template_without_properties_gets_them():
    made = render_docx(
        rewrite_parts(
            template(None),
            {
                "_rels/.rels": lambda data: data.replace(b"core-properties", b"other"),
                "[Content_Types].xml": lambda data: data.replace(b"/docProps/core.xml", b"/docProps/other.xml"),
            },
        ),
        {"naam": "An"},
        title="Brief",
        language="nl",
        author="Dienst",
    )
    assert {"title": "Brief", "creator": "Dienst", "language": "nl"} == read_core(made)


def test_the_same_document_on_the_same_day_has_the_same_bytes_and_on_another_day_others():
    made = [
        render_docx(template(), {"naam": "An"}, title="B", language="nl", author="D", on=on)
        for on in (ON, ON, date(2026, 7, 4))
    ]
    assert [True, False] == [made[0] == other for other in made[1:]]


def test_an_issuer_that_word_cannot_hold_is_refused():
    with pytest.raises(WrongUseError, match="auteur"):
        properties(author="Dienst\a")
