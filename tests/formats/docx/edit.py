"""Change a Word form as people and programs do: fill its controls, strip its marks, rewrite its parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

from docgen.formats.docx.package import w

DOCUMENT = "word/document.xml"
Change = Callable[[etree._Element], None]  # noqa: SLF001 - lxml's name for an element


def edit(data: bytes, *changes: Change, part: str = DOCUMENT) -> bytes:
    """The file with one XML part changed."""

    def rewrite(old: bytes) -> bytes:
        root = etree.fromstring(old)
        for change in changes:
            change(root)
        return etree.tostring(root)

    return rewrite_parts(data, {part: rewrite})


def rewrite_parts(data: bytes, changes: Mapping[str, Callable[[bytes], bytes | None]]) -> bytes:
    """The file with parts rewritten, added, or dropped where the change gives None."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        names = old.namelist()
        for name in [*names, *(set(changes) - set(names))]:
            content = old.read(name) if name in names else b""
            content = changes[name](content) if name in changes else content
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def control(root: etree._Element, key: str) -> etree._Element:
    """The content control of a key, by its tag."""
    return next(s for s in root.iter(w("sdt")) if s.find(f"{w('sdtPr')}/{w('tag')}[@{w('val')}='{key}']") is not None)


def fill(values: Mapping[str, str]) -> Change:
    """Type into controls as Word does: the hint and its mark go, the text stands in a plain run."""

    def change(root: etree._Element) -> None:
        for key, text in values.items():
            put(control(root, key), f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")

    return change


def put(sdt: etree._Element, xml: str, *, keep_mark: bool = False) -> None:
    """Put this XML into a control."""
    properties, content = sdt.find(w("sdtPr")), sdt.find(w("sdtContent"))
    mark = properties.find(w("showingPlcHdr"))
    if mark is not None and not keep_mark:
        properties.remove(mark)
    content[:] = parse(xml)


def parse(xml: str) -> list[etree._Element]:
    """Elements of Word's usual namespaces."""
    names = {
        "w": w("")[1:-1],
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    return list(etree.fromstring(f"<x {declared}>{xml}</x>"))


def cell_of(root: etree._Element, key: str) -> etree._Element:
    """The table cell of a key's control."""
    return next(control(root, key).iterancestors(w("tc")))


def row_of(root: etree._Element, key: str) -> etree._Element:
    """The table row of a key's control."""
    return next(control(root, key).iterancestors(w("tr")))


def drop(*names: str) -> Change:
    """Take elements out, and what is in them."""

    def change(root: etree._Element) -> None:
        for element in list(root.iter(*map(w, names))):
            element.getparent().remove(element)

    return change


def unwrap_controls(root: etree._Element) -> None:
    """Take every control away and leave its text, as programs without content controls do."""
    for sdt in reversed(list(root.iter(w("sdt")))):
        parent, content = sdt.getparent(), sdt.find(w("sdtContent"))
        for child in list(content):
            sdt.addprevious(child)
        parent.remove(sdt)
