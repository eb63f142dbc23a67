"""The core properties of a Word file: its title and language, set whether or not the file had any."""

from __future__ import annotations

from lxml import etree

from docgen.formats.docx.package import parse_xml

CORE_PART = "docProps/core.xml"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_RELATION_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_EMPTY = (
    f'<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
).encode()
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def set_core(core: bytes, *, title: str, language: str) -> bytes:
    """The core properties with this title and language; `core` is the part as it was, or empty."""
    root = parse_xml(core or _EMPTY)
    for name, text in (("title", title), ("language", language)):
        element = root.find(f"{{{_DC}}}{name}")
        element = etree.SubElement(root, f"{{{_DC}}}{name}") if element is None else element
        element.text = text
    return to_bytes(root)


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
