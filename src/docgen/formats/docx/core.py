"""The core properties of a Word file: its title, language, author and day, whether or not the template had any.

What the template's maker left there does not travel along: neither a name, nor when it was made or printed. A property
that holds tags is filled in as docxtpl does.
"""

from __future__ import annotations

import re
from datetime import date

from lxml import etree

from docgen.formats.docx.package import parse_xml
from docgen.formats.docx.prepare import patch_text

CORE_PART = "docProps/core.xml"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_RELATION_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_EMPTY = (
    f'<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}" xmlns:dcterms="{_TERMS}" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
).encode()
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: What docgen knows better than the template, unless the template has tags there.
_OURS = {f"{{{_DC}}}title": "titel", f"{{{_DC}}}creator": "auteur", f"{{{_DC}}}language": "taal"}
_ALWAYS_OURS = {f"{{{_CP}}}lastModifiedBy": "auteur"}
_DAYS = (f"{{{_TERMS}}}created", f"{{{_TERMS}}}modified")
#: The other properties in which docxtpl fills in tags.
_FILLED = tuple(f"{{{_DC}}}{name}" for name in ("description", "identifier", "subject"))
_DAY = re.compile(r"[\d:TZ.+-]*")


def core_values(*, title: str, language: str, author: str, on: date | None) -> dict[str, str]:
    """The names that the source of the core properties asks for."""
    day = f"{on.isoformat()}T00:00:00Z" if on else ""
    return {"_docgen_titel": title, "_docgen_taal": language, "_docgen_auteur": author, "_docgen_dag": day}


def set_core(core: bytes, *, title: str, language: str) -> bytes:
    """The core properties with this title and language; `core` is the part as it was, or empty."""
    root = parse_xml(core or _EMPTY)
    for name, text in (("title", title), ("language", language)):
        element = root.find(f"{{{_DC}}}{name}")
        element = etree.SubElement(root, f"{{{_DC}}}{name}") if element is None else element
        element.text = text
    return to_bytes(root)


def make_core_source(core: bytes) -> str:
    """The core properties as Jinja source; `core` is the part as the template has it, or empty."""
    root = parse_xml(core or _EMPTY, keep_blanks=False)
    for name in _OURS:
        if root.find(name) is None:
            etree.SubElement(root, name)
    for element in list(root):
        _prepare(element, root)
    return patch_text(etree.tostring(root, encoding="unicode"))


def _prepare(element: etree._Element, root: etree._Element) -> None:
    name, text = str(element.tag), element.text or ""
    if name in _ALWAYS_OURS or (name in _OURS and "{" not in text):
        element.text = f"{{{{ _docgen_{_OURS.get(name) or _ALWAYS_OURS[name]} }}}}"
    elif name in _DAYS and _DAY.fullmatch(text):
        element.text = f"{{{{ _docgen_dag or '{text}' }}}}"
    elif name == f"{{{_CP}}}lastPrinted":
        root.remove(element)
    elif "{" in text and name not in (*_OURS, *_FILLED):
        element.text = f"{{% raw %}}{text}{{% endraw %}}"


def link_core(name: str, data: bytes) -> bytes:
    """The part `name`, naming the core properties when it is one of the two that must."""
    if name == "[Content_Types].xml" and CORE_PART.encode() not in data:
        root = parse_xml(data)
        attributes = {"PartName": f"/{CORE_PART}", "ContentType": _CONTENT_TYPE}
        etree.SubElement(root, f"{{{root.nsmap[None]}}}Override", attributes)
        return to_bytes(root)
    if name == "_rels/.rels" and b"core-properties" not in data:
        root = parse_xml(data)
        attributes = {"Id": "rIdCore", "Type": _RELATION_TYPE, "Target": CORE_PART}
        etree.SubElement(root, f"{{{root.nsmap[None]}}}Relationship", attributes)
        return to_bytes(root)
    return data


def to_bytes(root: etree._Element) -> bytes:
    """The bytes of an XML part."""
    return DECLARATION + etree.tostring(root, encoding="UTF-8")
