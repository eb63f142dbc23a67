"""Make the PDF of a form, blank or prefilled: laid out once per form, then only what changes is appended."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pikepdf import Dictionary, Object, ObjectStreamMode, Pdf, Stream

from docgen.errors import WrongUseError
from docgen.formats.pdf.appearance import draw_text, fit_text
from docgen.formats.pdf.controls import control_of, state_names
from docgen.formats.pdf.identity import write_identity
from docgen.formats.pdf.increment import Base, append_objects, read_base, stream_object
from docgen.formats.pdf.input_font import load_input_font
from docgen.formats.pdf.layout import QR_SIZE, draw_form
from docgen.formats.pdf.widgets import READ_ONLY, add_widgets, field_size, font_words, wraps
from docgen.formats.qr import draw_qr
from docgen.model.form import Form, Question
from docgen.model.record import Prefill, start_values, value_text

#: Where the QR code stands: its distance from the page's right and bottom edge, in points.
_QR_RIGHT, _QR_BOTTOM = 45.35, 14.2


@dataclass(frozen=True)
class _Spot:
    """One empty field of a layout: object number, dictionary without its end, size in points, and its radio buttons."""

    number: int
    words: bytes
    flags: int
    box: tuple[float, float] = (0.0, 0.0)
    buttons: Mapping[str, tuple[int, bytes]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Layout:
    """A form laid out: the file with empty fields, the fields by key, and the objects that differ per addressee.

    `packed` is all that a reader of the values looks at; it is appended together, so that reading stays quick.
    """

    base: Base
    spots: Mapping[str, _Spot]
    packed: Mapping[int, bytes]
    resources: int
    metadata: tuple[int, bytes]
    qr_code: int


def make_blank(form: Form, prefill: Prefill) -> bytes:
    """The fillable form (PDF/UA-1) with the prefilled values in it; the same input gives the same bytes.

    Raises WrongUseError for a value that no PDF can hold.
    """
    layout, identity, locked = _lay_out(form), form.identity(prefill.reference), prefill.printed
    number, xmp = layout.metadata
    streams = {
        number: stream_object(b"/Type /Metadata /Subtype /XML", write_identity(xmp, identity, locked)),
        layout.qr_code: _qr_object(str(identity)),
    }
    packed = dict(layout.packed)
    for key, value in start_values(form, prefill).items():
        if (question := form.questions.get(key)) is not None:
            drawing = layout.base.size + len(streams)
            for changed, content in _fill(layout, question, value_text(value), _Change(drawing, locked=key in locked)):
                (streams if changed == drawing else packed)[changed] = content
    return append_objects(layout.base, streams, packed)


@dataclass(frozen=True)
class _Change:
    """How one field changes: the number that a new drawing takes, and whether the value is protected."""

    drawing: int
    locked: bool


@lru_cache(maxsize=8)
def _lay_out(form: Form) -> _Layout:
    with Pdf.open(io.BytesIO(draw_form(form))) as pdf:
        add_widgets(pdf, form, load_input_font())
        _place_qr(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    with Pdf.open(out) as saved:
        root = saved.Root
        return _Layout(
            base=read_base(out.getvalue()),
            spots={str(spot.T): _read_spot(spot) for spot in root.AcroForm.Fields},
            packed=dict(_read_packed(root)),
            resources=root.AcroForm.DR.objgen[0],
            metadata=(root.Metadata.objgen[0], root.Metadata.read_bytes()),
            qr_code=root.AcroForm.DR.XObject.DocgenQr.objgen[0],
        )


def _place_qr(pdf: Pdf) -> None:
    """One drawing shared by all pages, marked as an artifact of their footers: screen readers pass it over."""
    code = pdf.make_indirect(Stream(pdf, b""))
    pdf.Root.AcroForm.DR.XObject = Dictionary(DocgenQr=code)
    for page in pdf.pages:
        left = float(page.MediaBox[2]) - _QR_RIGHT - QR_SIZE
        place = f"q {QR_SIZE:g} 0 0 {QR_SIZE:g} {left:.2f} {_QR_BOTTOM} cm /DocgenQr Do Q"
        page.contents_add(f"/Artifact <</Type /Pagination /Subtype /Footer>> BDC {place} EMC".encode("ascii"))
        page.Resources.XObject = Dictionary({**page.Resources.get("/XObject", {}), "/DocgenQr": code})


def _read_packed(root: Object) -> Iterator[tuple[int, bytes]]:
    """The objects between the catalog and the values: pages, widgets and fields."""
    pages = list(root.Pages.Kids)
    things = [root, root.Pages, root.AcroForm, *root.AcroForm.Fields, *pages]
    things += [spot.Opt for spot in root.AcroForm.Fields if "/Opt" in spot]
    things += [thing for page in pages for thing in (page.get("/Annots"), *page.get("/Annots", ()))]
    for thing in things:
        if thing is not None and thing.is_indirect:
            yield thing.objgen[0], thing.unparse(resolved=True)


def _read_spot(spot: Object) -> _Spot:
    flags = int(spot.get("/Ff", 0))
    if "/Kids" in spot:
        buttons = {_on_state(kid): (kid.objgen[0], _open_words(kid, "/AS")) for kid in spot.Kids}
        return _Spot(spot.objgen[0], _open_words(spot, "/Ff", "/V"), flags, buttons=buttons)
    left, bottom, right, top = (float(side) for side in spot.Rect)
    return _Spot(spot.objgen[0], _open_words(spot, "/Ff", "/DA"), flags, (right - left, top - bottom))


def _on_state(button: Object) -> str:
    return next(str(name)[1:] for name in button.AP.N.keys() if name != "/Off")  # noqa: SIM118 - a PDF object, no dict


def _open_words(thing: Object, *without: str) -> bytes:
    """The object's dictionary as the file spells it, without the keys that a value changes and without its end."""
    return Dictionary({key: value for key, value in thing.items() if key not in without}).unparse().removesuffix(b">>")


def _qr_object(text: str) -> bytes:
    drawing, count = draw_qr(text)
    words = (
        f"/Type /XObject /Subtype /Form /BBox [0 0 {count} {count}] /Matrix [{1 / count:.8f} 0 0 {1 / count:.8f} 0 0]"
    )
    return stream_object(words.encode("ascii"), drawing)


def _fill(layout: _Layout, question: Question, text: str, change: _Change) -> Iterator[tuple[int, bytes]]:
    """The objects of one field as they read with its value."""
    spot = layout.spots[question.key]
    flags = spot.flags | (READ_ONLY if change.locked else 0)
    if spot.buttons:
        yield from _choose(spot, question, text, flags)
        return
    spelled = _spell(text, question)
    words = b"/Ff %d /V %b" % (flags, spelled)
    if control_of(question) == "signature":
        yield spot.number, spot.words + words + b">>"
        return
    font, wrap = load_input_font(), wraps(question)
    size, lines = fit_text(font, text, spot.box, field_size(question), wrap=wrap)
    drawing = draw_text(font, lines, spot.box, size, wrap=wrap, arrow=control_of(question) == "combo")
    shape = b"/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources %d 0 R" % (*spot.box, layout.resources)
    yield change.drawing, stream_object(shape, drawing)
    # /DocgenV repeats the value that is drawn: another value under this drawing is noticed when the form comes back
    look = b" /DA (%b) /AP << /N %d 0 R >> /DocgenV %b >>" % (font_words(size), change.drawing, spelled)
    yield spot.number, spot.words + words + look


def _choose(spot: _Spot, question: Question, text: str, flags: int) -> Iterator[tuple[int, bytes]]:
    on = next((state for state, choice in state_names(question).items() if choice == text), "Off")
    yield spot.number, spot.words + b"/Ff %d /V /%b >>" % (flags, on.encode("ascii"))
    if on in spot.buttons:
        number, words = spot.buttons[on]
        yield number, words + b"/AS /%b >>" % on.encode("ascii")


def _spell(text: str, question: Question) -> bytes:
    """A text string as the file spells it: UTF-16 in hexadecimal, which needs no escapes (ISO 32000-1 § 7.9.2.2)."""
    try:
        return b"<feff%b>" % text.encode("utf-16-be").hex().encode("ascii")
    except UnicodeEncodeError as error:
        words = "bevat een teken dat geen enkel bestand kan bewaren; typ ze opnieuw."
        message = f"De waarde voor “{question.full_label}” {words}"
        raise WrongUseError(message) from error
