"""Mark the sender's own PDF: a frame and a note at each field or place, and a first page that says it all.

The fields keep working: a frame lies below them and takes no clicks, a note covers no more than a corner. The page that
is put before the others does not count as one: readers pass it over, and viewers number the sender's own pages from 1.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from docgen.errors import UnreadableFileError
from docgen.formats.pdf.fields import ADDED_PAGE
from docgen.formats.pdf.find_text import find_text
from docgen.formats.pdf.lines import BROKEN
from docgen.formats.pdf.overview_page import COLOURS, make_overview
from docgen.model.remark import Remark, Return

_SIGNED = "draagt een digitale handtekening, die bij elke wijziging vervalt"
_LOCKED = "is met een wachtwoord beveiligd"
_PICTURE = "is een scan of foto zonder tekst"
_DAMAGED = "is beschadigd of onveilig opgebouwd"
#: How the names of our annotations begin: by them they are known, and taken away in a next round.
_NAME = "docgen-nazicht-"
_PAGE_OF_SPOT = re.compile(r"bladzijde (\d+)")
#: An annotation is printed, and neither zooms nor turns; a frame takes no clicks either (ISO 32000-1 § 12.5.3).
_NOTE_FLAGS, _FRAME_FLAGS = 4 | 8 | 16, 4 | 64 | 128
_ICON, _GAP, _EDGE = 11.0, 1.5, 18.0  # points
#: A field of this width keeps enough of itself to click on when a note stands in its corner.
_ROOMY = 40.0
#: Names within names of a field, and pages without a word after which a file counts as a scan.
_MAX_DEPTH, _PAGES_TO_LOOK_AT = 16, 5

Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Spot:
    """A place on a page, numbered from 0; no rectangle where only the page is known."""

    page: int
    rect: Rect | None = None


def mark_pdf(data: bytes, name: str, words: Return) -> bytes:
    """The PDF with its remarks; raises UnreadableFileError for one that cannot be marked, a signed one above all."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFileError(_LOCKED)
        if _is_signed(reader):
            raise UnreadableFileError(_SIGNED)
        if _is_picture(reader):
            raise UnreadableFileError(_PICTURE)
        writer = PdfWriter(clone_from=reader)
        if _drop_earlier(writer):
            data = _bytes_of(writer)
            writer = PdfWriter(clone_from=io.BytesIO(data))  # leaves behind what nothing refers to any more
        writer.pdf_header = reader.pdf_header  # pypdf 7.1 calls every copy PDF 1.3
        _mark_places(writer, data, name, words)
        _put_first(writer, words.own.author.lower(), PdfReader(io.BytesIO(make_overview(words))))
        return _bytes_of(writer)
    except BROKEN as error:
        raise UnreadableFileError(_DAMAGED) from error


def _bytes_of(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _is_signed(reader: PdfReader) -> bool:
    # The flag alone is no proof: a signed field is looked for. /Perms stands for the whole file (ISO 32000-1 § 12.8.4).
    form = reader.root_object.get("/AcroForm")
    flags = form.get_object().get("/SigFlags", 0) if form is not None else 0
    fields = (reader.get_fields() or {}).values() if form is not None else ()
    return bool(int(flags) & 1 and any(field.get("/FT") == "/Sig" and field.get("/V") for field in fields)) or (
        "/Perms" in reader.root_object
    )


def _is_picture(reader: PdfReader) -> bool:
    """Whether there is neither a field nor a word on the first pages."""
    if "/AcroForm" in reader.root_object:
        return False
    return not any(page.extract_text().strip() for page in reader.pages[:_PAGES_TO_LOOK_AT])


def _drop_earlier(writer: PdfWriter) -> bool:
    """Take away the page and the notes of an earlier round; whether there was such a page."""
    count = len(writer.pages)
    for number in reversed(range(len(writer.pages))):
        page = writer.pages[number]
        if ADDED_PAGE in page:
            writer.remove_page(number)
            continue
        kept = [item for item in page.get("/Annots", ()) if not _is_ours(item.get_object())]
        if "/Annots" in page:
            page[NameObject("/Annots")] = ArrayObject(kept)
    return len(writer.pages) < count


def _is_ours(annotation: Any) -> bool:  # noqa: ANN401 - pypdf gives plain objects
    return isinstance(annotation, DictionaryObject) and str(annotation.get("/NM", "")).startswith(_NAME)


def _mark_places(writer: PdfWriter, data: bytes, name: str, words: Return) -> None:
    fields = dict(_find_fields(writer))
    loose: dict[int, int] = {}
    for remark in words.placed_in(name):
        spot = _find_spot(remark, fields, data)
        if spot is None or spot.page >= len(writer.pages):
            continue
        page = writer.pages[spot.page]
        if spot.rect is not None:
            _add(writer, page, _frame(writer, spot.rect, remark), below=True)
            icon = _beside(spot.rect, page, is_field=remark.key in fields)
        else:
            loose[spot.page] = loose.get(spot.page, 0) + 1
            icon = _in_margin(page, loose[spot.page])
        _add(writer, page, _note(writer, icon, remark, words), below=False)


def _find_spot(remark: Remark, fields: Mapping[str, _Spot], data: bytes) -> _Spot | None:
    """Its field, else the line of text it was read from, else the page it names."""
    if remark.key and remark.key in fields:
        return fields[remark.key]
    place = remark.place.spot if remark.place else ""
    found = _PAGE_OF_SPOT.search(place)
    if found is None:
        return None if place else _Spot(0)
    page = int(found[1]) - 1
    return _Spot(page, find_text(data, place)) if "regel" in place else _Spot(page)


def _find_fields(writer: PdfWriter) -> Iterator[tuple[str, _Spot]]:
    """Every field by its full name, the first page it stands on, and the rectangle round its widgets there."""
    spots: dict[str, _Spot] = {}
    for number, page in enumerate(writer.pages):
        for item in page.get("/Annots", ()):
            widget = item.get_object()
            if widget.get("/Subtype") != "/Widget" or "/Rect" not in widget:
                continue
            name, rect = _full_name(widget), _rect_of(widget)
            known = spots.get(name)
            if known is None:
                spots[name] = _Spot(number, rect)
            elif known.page == number and known.rect is not None:
                spots[name] = _Spot(number, _around(known.rect, rect))
    yield from spots.items()


def _full_name(widget: Any) -> str:  # noqa: ANN401 - as above
    names, node = list[str](), widget
    for _ in range(_MAX_DEPTH):
        if "/T" in node:
            names.append(str(node["/T"]))
        if "/Parent" not in node:
            break
        node = node["/Parent"].get_object()
    return ".".join(reversed(names))


def _rect_of(widget: Any) -> Rect:  # noqa: ANN401 - as above
    left, bottom, right, top = (float(side) for side in widget["/Rect"])
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _around(one: Rect, other: Rect) -> Rect:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _beside(spot: Rect, page: PageObject, *, is_field: bool) -> Rect:
    """A small square in the corner of a field that has room for it, else just right of the place, within the page."""
    inside = is_field and spot[2] - spot[0] >= _ROOMY
    right = spot[2] if inside else min(spot[2] + _GAP + _ICON, float(page.mediabox.right) - _GAP)
    top = spot[3] if inside else min(spot[3] + _GAP, float(page.mediabox.top) - _GAP)
    return right - _ICON, top - _ICON, right, top


def _in_margin(page: PageObject, number: int) -> Rect:
    """A small square in the right margin, below those that are there."""
    right, top = float(page.mediabox.right) - _EDGE, float(page.mediabox.top) - _EDGE - number * (_ICON + 6)
    return right - _ICON, top - _ICON, right, top


def _frame(writer: PdfWriter, rect: Rect, remark: Remark) -> DictionaryObject:
    """A frame round a place; without words of its own, so that no viewer makes it something to click on."""
    outer = (rect[0] - _GAP, rect[1] - _GAP, rect[2] + _GAP, rect[3] + _GAP)
    wide, high = outer[2] - outer[0], outer[3] - outer[1]
    drawing = f"{_rgb(remark)} RG 1.5 w 0.75 0.75 {wide - 1.5:.2f} {high - 1.5:.2f} re S"
    frame = _annotation("/Square", outer, f"kader-{remark.number}", _FRAME_FLAGS)
    frame[NameObject("/C")] = _colour(remark)
    frame[NameObject("/AP")] = _look(writer, drawing, wide, high)
    return frame


def _note(writer: PdfWriter, icon: Rect, remark: Remark, words: Return) -> DictionaryObject:
    size = 8 if remark.number < 10 else 6
    # A digit of Helvetica-Bold is 0.556 of its size wide and 0.72 high: half of that centres the number.
    drawing = (
        f"{_rgb(remark)} rg 0 0 {_ICON:g} {_ICON:g} re f BT 1 1 1 rg /Helv {size} Tf "
        f"{_ICON / 2 - 0.278 * size * len(str(remark.number)):.2f} {_ICON / 2 - 0.36 * size:.2f} Td "
        f"({remark.number}) Tj ET"
    )
    note = _annotation("/Text", icon, str(remark.number), _NOTE_FLAGS)
    note[NameObject("/Contents")] = TextStringObject(f"{remark.number}. {words.text_of(remark)}")
    note[NameObject("/T")] = TextStringObject(words.own.author)
    note[NameObject("/M")] = TextStringObject(f"D:{words.on:%Y%m%d}")
    note[NameObject("/Name")] = NameObject("/Comment")
    note[NameObject("/Open")] = BooleanObject(value=False)
    note[NameObject("/C")] = _colour(remark)
    note[NameObject("/AP")] = _look(writer, drawing, _ICON, _ICON)
    return note


def _annotation(sort: str, rect: Rect, name: str, flags: int) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(sort),
            NameObject("/Rect"): ArrayObject(FloatObject(round(side, 2)) for side in rect),
            NameObject("/NM"): TextStringObject(f"{_NAME}{name}"),
            NameObject("/F"): NumberObject(flags),
        }
    )


def _look(writer: PdfWriter, drawing: str, wide: float, high: float) -> DictionaryObject:
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica-Bold"),
        }
    )
    look = StreamObject()
    look.set_data(drawing.encode("ascii"))
    look[NameObject("/Type")] = NameObject("/XObject")
    look[NameObject("/Subtype")] = NameObject("/Form")
    look[NameObject("/BBox")] = ArrayObject(FloatObject(round(side, 2)) for side in (0, 0, wide, high))
    fonts = DictionaryObject({NameObject("/Helv"): writer._add_object(font)})  # noqa: SLF001 - pypdf has no other way
    look[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    return DictionaryObject({NameObject("/N"): writer._add_object(look)})  # noqa: SLF001 - as above


def _add(writer: PdfWriter, page: PageObject, annotation: DictionaryObject, *, below: bool) -> None:
    """Put an annotation on the page: below all others, or on top."""
    reference = writer._add_object(annotation)  # noqa: SLF001 - as above
    present = page.get("/Annots")
    listed = list(present.get_object()) if present is not None else []
    page[NameObject("/Annots")] = ArrayObject([reference, *listed] if below else [*listed, reference])


def _put_first(writer: PdfWriter, label: str, overview: PdfReader) -> None:
    """Put the overview before the sender's pages, which keep their numbers in every viewer."""
    count = len(overview.pages)
    for number, page in enumerate(overview.pages):
        added = writer.insert_page(page, number)
        added[NameObject(ADDED_PAGE)] = BooleanObject(value=True)
    # Two ranges: ours have a word for a number, the second one counts from 1 again (ISO 32000-1 § 12.4.2).
    labels = ArrayObject(
        [
            NumberObject(0),
            DictionaryObject({NameObject("/P"): TextStringObject(label)}),
            NumberObject(count),
            DictionaryObject({NameObject("/S"): NameObject("/D")}),
        ]
    )
    writer.root_object[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): labels})


def _colour(remark: Remark) -> ArrayObject:
    return ArrayObject(FloatObject(part) for part in _rgb(remark).split())


def _rgb(remark: Remark) -> str:
    digits = COLOURS[remark.blocking].lstrip("#")
    return " ".join(f"{int(digits[at : at + 2], 16) / 255:.3f}" for at in (0, 2, 4))
