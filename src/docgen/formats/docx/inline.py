"""The words in a piece of a Word file as a person sees them: tracked changes applied, line breaks kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from docgen.formats.docx.package import w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_T, _P, _TBL, _SYM, _BR = w("t"), w("p"), w("tbl"), w("sym"), w("br")
_LITERAL = {
    _BR: "\n",
    w("cr"): "\n",
    w("tab"): "\t",
    w("ptab"): "\t",
    w("noBreakHyphen"): "-",
}
#: What is not on the page: deleted and moved-away text, properties, field codes, the copy for older programs.
_UNSEEN = frozenset(
    w(name) for name in ("del", "moveFrom", "sdtPr", "pPr", "rPr", "tblPr", "tcPr", "trPr", "instrText", "delText")
) | {f"{_MC}Fallback"}
#: Wrappers between a table and its rows, or a row and its cells.
_TRANSPARENT = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


def words_of(element: etree._Element, skip: Collection[etree._Element] = ()) -> str:
    """The text inside `element`, paragraphs parted by line breaks, without the elements in `skip`."""
    pieces: list[str] = []
    _collect(element, skip, pieces)
    return "".join(pieces).removesuffix("\n")


def find_inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The children with this tag, also those that a control or a tracked change wraps."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from find_inside(child, tag)


def find_blocks(element: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in reading order, whatever wraps them, not those inside tables."""
    for child in element:
        if child.tag in (_P, _TBL):
            yield child
        elif isinstance(child.tag, str):
            yield from find_blocks(child)


def _collect(element: etree._Element, skip: Collection[etree._Element], pieces: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag == _T:  # most of them, so first
            pieces.append(child.text or "")
        elif tag in _UNSEEN or child in skip:
            continue
        elif tag in _LITERAL:
            pieces.append(_LITERAL[tag])
        elif tag == _SYM:
            pieces.append(_symbol(child))
        else:
            _collect(child, skip, pieces)
            if tag == _P:
                pieces.append("\n")


def _symbol(element: etree._Element) -> str:
    try:
        return chr(int(element.get(w("char"), ""), 16))
    except (ValueError, OverflowError):
        return ""
