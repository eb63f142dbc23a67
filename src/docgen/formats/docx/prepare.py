"""A part's XML brought into Jinja's shape by docxtpl, which draws the tags out of Word's runs, rows and cells."""

from __future__ import annotations

import io

from lxml import etree

from docgen.formats.docx.package import parse_xml

#: docxtpl prints braces that are no tag from these; the stand-ins are letters that no value and no XML can hold.
_ESCAPES = {"{_{": "\x01", "}_}": "\x02", "{_%": "\x03", "%_}": "\x04"}
_PRINTED = {"\x01": "{{", "\x02": "}}", "\x03": "{%", "\x04": "%}"}


def prepare_text(data: bytes, *, keep_blanks: bool = False) -> str:
    """One part's XML as Jinja source; white space between the elements goes, unless `keep_blanks`."""
    source = etree.tostring(parse_xml(data, keep_blanks=keep_blanks), encoding="unicode")
    return patch_text(source) if "{" in source else source


def patch_text(xml: str) -> str:
    """XML with tags as Jinja source."""
    from docxtpl import DocxTemplate  # noqa: PLC0415 - takes a while to load, and a kept template does without

    source: str = DocxTemplate(io.BytesIO()).patch_xml(xml)
    for written, stand_in in _ESCAPES.items():
        source = source.replace(written, stand_in)
    return source


def has_escape(source: str) -> bool:
    """Whether the source prints braces that are no tag."""
    return any(stand_in in source for stand_in in _PRINTED)


def print_escapes(xml: str) -> str:
    """The rendered XML with those braces in it."""
    for stand_in, printed in _PRINTED.items():
        xml = xml.replace(stand_in, printed)
    return xml
