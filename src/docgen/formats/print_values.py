"""The values of a form as its printed pages show them: text by its place, buttons and signatures by their ink."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.model.form import Form, Kind, Question
from docgen.model.value import Place, RawForm, RawValue, Remark, SignatureKind, Snippet

if TYPE_CHECKING:
    from docgen.formats.image.upright import Upright
    from docgen.formats.pdf.field_boxes import FieldBox
    from docgen.formats.pdf.fit_print import Fit
    from docgen.formats.pdf.glyphs import Box, Sheet
    from docgen.formats.pdf.print_layout import PrintedPage, PrintLayout
    from docgen.formats.pdf.printed_values import PrintedValue

#: Points by which a box may reach over the edge of the sheet.
_OFF = 1.0
#: More pieces of text beside the fields than this are shown as one picture of the page.
_MANY = 4
#: The points at the right of a list that its arrow takes, and the ink in pixels that makes a character.
_ARROW, _STROKES = 10.0, 20.0
#: Points right of a button in which enough of its words stands to know which it is.
_WORDS_BESIDE = 40.0
_DRAWN = "er staat iets getekend of geschreven dat geen tekst is"
_OFF_SHEET = "het vak valt buiten de bladzijde"
_PARTLY = "het vak valt voor een deel buiten de bladzijde"
_TWO_CHOSEN = "er is meer dan een keuze aangeduid"
_UNPLAIN = "op de bladzijde is niet duidelijk welke keuze aangeduid is"
_CUT_OFF = "Een rand van de bladzijden is afgesneden: niet alle vakken staan er volledig op."
_EMPTY = (
    "Nergens staat iets ingevuld. Kijk na of de velden mee afgedrukt zijn, en stuur anders het invulbare PDF-bestand."
)
_ADDED = "Hier staat tekst naast de vakken van het formulier; daar is geen rekening mee gehouden."
_LOOK = "Kijk op de afbeelding wat er bijgeschreven is. Moet het tellen, vul het dan in het vak zelf in."


@dataclass(frozen=True)
class FilledPage:
    """A page of the form, counted from 0, with the page of the file that shows it: its text, and how it looks."""

    number: int
    page: PrintedPage
    sheet: Sheet
    fit: Fit
    upright: Upright

    def holds(self, box: Box) -> bool:
        """Whether the whole box is on the sheet."""
        corners = [self.fit.place(complex(*corner)) for corner in ((box[0], box[1]), (box[2], box[3]))]
        return all(
            -_OFF <= corner.real <= self.sheet.size[0] + _OFF and -_OFF <= corner.imag <= self.sheet.size[1] + _OFF
            for corner in corners
        )


@dataclass
class _Read:
    """What was read so far."""

    name: str
    form: Form
    values: dict[str, RawValue] = field(default_factory=dict)
    unreadable: dict[str, RawValue] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    signatures: dict[str, SignatureKind] = field(default_factory=dict)
    pictures: dict[str, Snippet] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    is_cut_off: bool = False

    def place(self, key: str, page: FilledPage) -> Place:
        """Where an input stands in the file."""
        words = f"bladzijde {page.sheet.number + 1}, veld {self.form.questions[key].full_label}"
        return self.places.setdefault(key, Place(self.name, words))


def read_print(name: str, form: Form, pages: Sequence[FilledPage], layout: PrintLayout) -> RawForm:
    """What the pages show in each input of the form, and the inputs of the pages that are not there."""
    read = _Read(name, form)
    for page in pages:
        _read_page(read, page)
    notes = [_CUT_OFF] if read.is_cut_off else []
    notes += [] if read.values or read.unreadable or read.signatures else [_EMPTY]
    return RawForm(
        identity=form.identity(),
        values=read.values,
        places=read.places,
        unreadable=read.unreadable,
        signatures=read.signatures,
        notes=tuple(notes),
        pictures=read.pictures,
        remarks=tuple(read.remarks),
        gone=dict(_find_gone(form, {page.number for page in pages}, layout)),
    )


def _read_page(read: _Read, page: FilledPage) -> None:
    from docgen.formats.pdf.printed_values import read_texts  # noqa: PLC0415 - heavy library

    asked = [box for box in page.page.boxes if box.key in read.form.questions]
    several = [box.key for box in asked if _wraps(read.form.questions[box.key])]
    texts = read_texts(page.page, (page.sheet, page.fit), several, page.upright.shows)
    for box in (box for box in asked if box.state is None):
        _take_text(read, page, box, texts.values.get(box.key))
    buttons = [box for box in asked if box.state is not None]
    for key in dict.fromkeys(box.key for box in buttons):
        _take_choice(read, page, key, [box for box in buttons if box.key == key])
    read.remarks += _remark(read.name, page, texts.added)


def _wraps(question: Question) -> bool:
    from docgen.formats.pdf.widgets import wraps  # noqa: PLC0415 - heavy library

    return wraps(question) or question.kind is Kind.SIGNATURE


def _take_text(read: _Read, page: FilledPage, box: FieldBox, found: PrintedValue | None) -> None:
    question, place = read.form.questions[box.key], read.place(box.key, page)
    is_signature = question.kind is Kind.SIGNATURE
    whole = page.holds(box.box)
    read.is_cut_off = read.is_cut_off or not whole
    if not whole and not (found and all(map(page.holds, found.inks))):
        if found or question.ask.required or is_signature:
            read.unreadable[box.key] = RawValue(found.text if found else None, place, _OFF_SHEET)
        return
    if found is None:
        _take_drawing(read, page, box)
        return
    more = None if is_signature else _find_more(page, box, question, found.inks)
    picture = page.upright.cut(box.box, question.full_label) if found.fault or found.doubt or more else None
    if found.fault or more:
        read.unreadable[box.key] = RawValue(found.text or None, place, found.fault or more, picture)
        return
    doubt = found.doubt if whole else _PARTLY
    read.values[box.key] = RawValue(found.text, place, doubt, picture)
    if is_signature:
        read.signatures[box.key] = SignatureKind.TYPED


def _take_drawing(read: _Read, page: FilledPage, box: FieldBox) -> None:
    """What was drawn in an input that holds no text: a signature, or something that only a person can read."""
    question = read.form.questions[box.key]
    if question.kind is Kind.SIGNATURE:
        if page.upright.has_ink(box.box):
            read.signatures[box.key] = SignatureKind.IMAGE if page.sheet.pictured else SignatureKind.INK
            read.pictures[box.key] = page.upright.cut(box.box, "het vak voor de handtekening")
        return
    if more := _find_more(page, box, question, ()):
        picture = page.upright.cut(box.box, question.full_label)
        read.unreadable[box.key] = RawValue(None, read.place(box.key, page), more, picture)


def _find_more(page: FilledPage, box: FieldBox, question: Question, inks: Sequence[Box]) -> str | None:
    """What is drawn in an input beside its characters and its arrow: a drawing, or characters that are no text."""
    left, top, right, bottom = box.box
    arrow = _ARROW if question.choices else 0.0
    return _DRAWN if page.upright.has_ink((left, top, right - arrow, bottom), _STROKES, inks) else None


def _take_choice(read: _Read, page: FilledPage, key: str, buttons: Sequence[FieldBox]) -> None:
    from docgen.formats.pdf.controls import state_names  # noqa: PLC0415 - heavy library

    question, place = read.form.questions[key], read.place(key, page)
    around = _join(box.box for box in buttons)
    if not page.holds(around):
        read.is_cut_off = True
        if question.ask.required:
            read.unreadable[key] = RawValue(None, place, _OFF_SHEET)
        return
    chosen = [(box, page.upright.read_button(box.box)) for box in buttons]
    on = [box.state for box, is_on in chosen if is_on]
    if len(on) == 1 and all(is_on is not None for _, is_on in chosen):
        read.values[key] = RawValue(state_names(question).get(on[0] or "", on[0]), place)
    elif on or any(is_on is None for _, is_on in chosen):
        reason = _TWO_CHOSEN if len(on) > 1 else _UNPLAIN
        beside = (around[0], around[1], around[2] + _WORDS_BESIDE, around[3])
        read.unreadable[key] = RawValue(None, place, reason, page.upright.cut(beside, question.full_label))


def _join(boxes: Iterator[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _remark(name: str, page: FilledPage, added: Sequence[Box]) -> Iterator[Remark]:
    """Text between the form's own words and inputs; what a browser prints in the margins is left aside."""
    points = [word.start for word in page.page.words]
    inner = _join(
        iter([*(box.box for box in page.page.boxes), *((at.real, at.imag, at.real, at.imag) for at in points)])
    )
    inside = [box for box in added if inner[0] < box[2] and box[0] < inner[2] and inner[1] < box[3] < inner[3]]
    place = Place(name, f"bladzijde {page.sheet.number + 1}")
    for box in inside if len(inside) <= _MANY else [_join(iter(inside))]:
        yield Remark(_ADDED, place, _LOOK, page.upright.cut(box, "tekst naast de vakken"))


def _find_gone(form: Form, found: set[int], layout: PrintLayout) -> Iterator[tuple[int, frozenset[str]]]:
    """The pages that are not there, counted from 1, with the inputs on each."""
    for number, page in enumerate(layout.pages):
        if number not in found:
            yield number + 1, frozenset(box.key for box in page.boxes if box.key in form.questions)
