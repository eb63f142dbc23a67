"""Pictures in a Word file: their size, description and place, and the part that holds their bytes."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from docgen.formats.docx.relations import Relation
from docgen.model.page import Anchor, Picture

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
INLINE, ANCHOR, BLIP = f"{_WP}inline", f"{_WP}anchor", f"{_A}blip"
_EMU = 12700  # to the point
_NO_WRAP = (f"{_WP}wrapNone", f"{_WP}wrapTopAndBottom")
_FROM_X = {"page": "page", "column": "column", "character": "character"}
_FROM_Y = {"page": "page", "paragraph": "paragraph", "line": "line"}


def read_drawing(drawing: etree._Element, relations: Mapping[str, Relation], look: int, link: str) -> Picture | None:
    """The picture that a ``w:drawing`` shows; None when it shows something else, such as a shape."""
    shown, blip = find_shown(drawing), find_blip(drawing)
    if shown is None or blip is None:
        return None
    relation = relations.get(blip.get(f"{_R}embed", ""))
    extent, about = shown.find(f"{_WP}extent"), shown.find(f"{_WP}docPr")
    if relation is None or relation.is_outside or extent is None:
        return None
    return Picture(
        name=relation.target,
        width=_points(extent.get("cx")),
        height=_points(extent.get("cy")),
        alt=read_alt(about),
        decorative=is_decorative(about),
        anchor=_read_anchor(shown) if shown.tag == ANCHOR else None,
        crop=_read_crop(drawing),
        link=link or _read_link(about, relations),
        look=look,
    )


def find_shown(drawing: etree._Element) -> etree._Element | None:
    """What a drawing shows, in the line or beside it."""
    return next((child for child in drawing if child.tag in (INLINE, ANCHOR)), None)


def find_blip(drawing: etree._Element) -> etree._Element | None:
    """What names the bytes of a picture; None when the drawing is no picture, or a group of them."""
    picture = drawing.find(f"*/{_A}graphic/{_A}graphicData/{PICTURE}")
    return None if picture is None else next(picture.iter(BLIP), None)


def read_alt(about: etree._Element | None) -> str:
    """The description of a picture, else its title."""
    return "" if about is None else (about.get("descr") or about.get("title") or "").strip()


def is_decorative(about: etree._Element | None) -> bool:
    """Whether the picture is marked as mere decoration."""
    return about is not None and any(mark.get("val") in ("1", "true") for mark in about.iter(_DECORATIVE))


def has_wrapped_text(anchor: etree._Element) -> bool:
    """Whether text must run beside the picture."""
    return not any(anchor.find(kind) is not None for kind in _NO_WRAP)


def _read_link(about: etree._Element | None, relations: Mapping[str, Relation]) -> str:
    click = None if about is None else about.find(f"{_A}hlinkClick")
    relation = None if click is None else relations.get(click.get(f"{_R}id", ""))
    return relation.target if relation is not None and relation.is_outside else ""


def _read_anchor(shown: etree._Element) -> Anchor:
    from_x, align_x, x = _read_position(shown.find(f"{_WP}positionH"))
    from_y, align_y, y = _read_position(shown.find(f"{_WP}positionV"))
    return Anchor(
        from_x=_FROM_X.get(from_x, "margin"),
        from_y=_FROM_Y.get(from_y, "margin"),
        x=x,
        y=y,
        align_x={"inside": "left", "outside": "right"}.get(align_x, align_x),
        align_y={"inside": "top", "outside": "bottom"}.get(align_y, align_y),
        behind=shown.get("behindDoc") in ("1", "true"),
        clears=shown.find(_NO_WRAP[1]) is not None,
    )


def _read_position(position: etree._Element | None) -> tuple[str, str, float]:
    if position is None:
        return "", "", 0.0
    offset, align = position.find(f"{_WP}posOffset"), position.find(f"{_WP}align")
    return (
        position.get("relativeFrom", ""),
        (align.text or "") if align is not None else "",
        _points(offset.text) if offset is not None else 0.0,
    )


def _read_crop(drawing: etree._Element) -> tuple[float, float, float, float]:
    cut = next(drawing.iter(f"{_A}srcRect"), None)
    if cut is None:
        return 0, 0, 0, 0
    top, right, bottom, left = (int(cut.get(side, "0")) / 100_000 for side in ("t", "r", "b", "l"))
    return top, right, bottom, left


def _points(text: str | None) -> float:
    return round(int(text) / _EMU, 3) if text and text.lstrip("-").isdigit() else 0.0
