"""What of a drawing a PDF made without a word processor would lose, as clauses with a mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from docgen.formats.docx.pictures import ANCHOR, find_blip, find_shown, has_wrapped_text, is_decorative, read_alt
from docgen.formats.docx.relations import Relation
from docgen.formats.docx.supported import BOX, DRAWINGS, PICTURES

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_KNOWN_X = frozenset(("page", "margin", "column", "character"))
_KNOWN_Y = frozenset(("page", "margin", "paragraph", "line"))
_PLAIN = frozenset((f"{_A}xfrm", f"{_A}prstGeom", f"{_A}noFill", f"{_A}extLst"))
_OUTLINE, _NO_FILL = f"{_A}ln", f"{_A}noFill"


def find_in_drawing(drawing: etree._Element, relations: Mapping[str, Relation]) -> Iterator[str]:
    """What is lost of a ``w:drawing``; nothing for a plain picture with a description."""
    shown, blip = find_shown(drawing), find_blip(drawing)
    if shown is None or blip is None:
        kind = next((data.get("uri", "") for data in drawing.iter(f"{_A}graphicData")), "")
        yield DRAWINGS.get(kind.rpartition("/")[2], BOX)
        return
    about = shown.find(f"{_WP}docPr")
    if not is_decorative(about) and not read_alt(about):
        yield "een afbeelding heeft geen beschrijving; klik er in Word op en kies “Alternatieve tekst”"
    yield from _find_in_source(relations.get(blip.get(f"{_R}embed", "")))
    yield from _find_in_looks(drawing, blip)
    if shown.tag == ANCHOR:
        yield from _find_in_place(shown)


def _find_in_source(relation: Relation | None) -> Iterator[str]:
    if relation is None or relation.is_outside:
        yield "een afbeelding staat niet in het bestand zelf; voeg ze opnieuw in met Invoegen, Afbeelding"
        return
    kind = relation.target.rpartition(".")[2].lower()
    if kind not in PICTURES:
        yield f"een afbeelding van het soort {kind.upper()} staat niet in de PDF; voeg ze opnieuw in als PNG"


def _find_in_looks(drawing: etree._Element, blip: etree._Element) -> Iterator[str]:
    turned = next(drawing.iter(f"{_A}xfrm"), None)
    if turned is not None and any(turned.get(name, "0") not in ("0", "false") for name in ("rot", "flipH", "flipV")):
        yield "een gedraaide of gespiegelde afbeelding kan niet in de PDF; draai de foto zelf en voeg ze opnieuw in"
    form = next(drawing.iter(f"{_A}prstGeom"), None)
    shape = next(drawing.iter(f"{_PIC}spPr"), None)
    extras = [child for child in blip if child.tag != f"{_A}extLst"]
    extras += (
        [child for child in shape if child.tag not in _PLAIN and not _is_no_line(child)] if shape is not None else []
    )
    if extras or (form is not None and form.get("prst", "rect") != "rect"):
        yield "een rand, vorm of effect van een afbeelding staat niet in de PDF; haal het weg"


def _is_no_line(child: etree._Element) -> bool:
    return child.tag == _OUTLINE and (child.find(_NO_FILL) is not None or len(child) == 0)


def _find_in_place(shown: etree._Element) -> Iterator[str]:
    if has_wrapped_text(shown):
        yield (
            "tekst naast een afbeelding kan niet in de PDF; kies bij Tekstterugloop "
            "“In tekstregel”, “Boven en onder” of “Achter tekst”"
        )
    across, down = shown.find(f"{_WP}positionH"), shown.find(f"{_WP}positionV")
    if not (_is_known(across, _KNOWN_X) and _is_known(down, _KNOWN_Y)):
        yield (
            "de plaats van een afbeelding hangt af van iets dat de PDF niet kent; "
            "meet ze in Word vanaf de pagina, de marge, de kolom of de alinea"
        )


def _is_known(position: etree._Element | None, known: frozenset[str]) -> bool:
    if position is None or position.get("relativeFrom") not in known:
        return position is None
    return any(position.find(f"{_WP}{name}") is not None for name in ("posOffset", "align"))
