"""Fill in one template with docgen and with docxtpl, and lay the parts of both files side by side."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from docgen.formats.docx.compiled import compile_template
from docgen.formats.docx.core import core_values
from docgen.formats.docx.render import Route, fill_template, render_docx
from formats.docx.raw import NAMES

#: What may differ: docxtpl numbers drawings from 1001 in the body only, and leaves the properties to python-docx.
_DRAWING_ID = re.compile(rb'(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")\d+')
_ASIDE = ("docProps/core.xml", "[Content_Types].xml")
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"header": "hdr", "footnotes": "footnotes", "styles": "styles"}
_SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'


def make_template(body: str, *, header: str = "", footnote: str = "") -> bytes:
    """A small Word file with this raw XML for its body, header and footnote."""
    inside = {
        "header": header,
        "footnotes": footnote and f'<w:footnote w:id="2">{footnote}</w:footnote>',
        "styles": " ",
    }
    parts = {kind: xml for kind, xml in inside.items() if xml}
    files = {f"word/{kind}.xml": _wrap(_ROOTS[kind], xml) for kind, xml in parts.items()}
    files["word/document.xml"] = _wrap("document", f"<w:body>{body}{_SECTION if header else ''}</w:body>")
    overrides = [f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for kind in parts]
    overrides.append(f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>')
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default '
        f'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{''.join(overrides)}</Types>"
    )
    files["_rels/.rels"] = _relate({"officeDocument": "word/document.xml"})
    files["word/_rels/document.xml.rels"] = _relate({kind: f"{kind}.xml" for kind in parts})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, xml)
    return buffer.getvalue()


def _wrap(name: str, inside: str) -> str:
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMES.items())
    return f"<w:{name}{declared}>{inside}</w:{name}>"


def _relate(targets: Mapping[str, str]) -> str:
    relations = [
        f'<Relationship Id="rId{number}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    ]
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'


def fill_with_docxtpl(
    template: bytes,
    make_values: Callable[[DocxTemplate], Mapping[str, Any]],
    environment: Environment | None = None,
) -> dict[str, bytes]:
    """The parts of docxtpl's file; `make_values` gets its template, which pictures and links need."""
    word = DocxTemplate(io.BytesIO(template))
    word.init_docx()
    word.render(dict(make_values(word)), environment, autoescape=True)
    buffer = io.BytesIO()
    word.save(buffer)
    return read_parts(buffer.getvalue())


def fill_with_docgen(template: bytes, values: Mapping[str, Any]) -> tuple[dict[str, bytes], Route]:
    """The parts of docgen's file, and the route it took."""
    about = core_values(title="", language="", author="", on=None)
    route = fill_template(compile_template(template), values, about).route
    return read_parts(render_docx(template, values, title="", language="")), route


def read_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def differing(ours: Mapping[str, bytes], theirs: Mapping[str, bytes]) -> list[str]:
    """The parts that are not the same; those with text must be so to the last blank."""
    names = (ours.keys() | theirs.keys()) - set(_ASIDE)
    return [name for name in sorted(names) if _canonical(name, ours.get(name)) != _canonical(name, theirs.get(name))]


def _canonical(name: str, data: bytes | None) -> object:
    if data is None or not name.endswith((".xml", ".rels")):
        return data
    if name.endswith(".rels"):
        relations = [sorted(relation.items()) for relation in etree.fromstring(data)]
        return sorted(relation for relation in relations if "core-properties" not in str(relation))
    has_blanks = name in ("word/document.xml", "word/footnotes.xml")  # python-docx drops those of other parts
    parser = etree.XMLParser(remove_blank_text=not has_blanks)
    return _DRAWING_ID.sub(rb"\1", etree.tostring(etree.fromstring(data, parser), method="c14n"))
