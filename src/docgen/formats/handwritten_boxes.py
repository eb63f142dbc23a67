"""What stands in the boxes of a form on paper: whether there is ink in each, and a picture for a person to read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from docgen.formats.leaf import Leaf
from docgen.formats.pdf.controls import control_of, state_names
from docgen.formats.printed_blank import DPI, PrintedBlank, draw_blank, place_box
from docgen.model.form import Form, Kind, Question
from docgen.model.record import Prefill, Value, start_values
from docgen.model.value import OnPaper, Place, RawForm, RawValue, Remark, SignatureKind, Snippet

if TYPE_CHECKING:
    from PIL import Image

    from docgen.formats.image.ink import InkFinder
    from docgen.formats.image.page import Laid
    from docgen.formats.image.snippet import Box
    from docgen.formats.pdf.field_boxes import FieldBox

_MM = DPI / 25.4
#: Pixels shown beside and above a box; and how much further where the writing comes near its edge.
_BESIDE, _ABOVE, _FURTHER, _NEAR = round(1.5 * _MM), round(1 * _MM), round(5 * _MM), round(1.2 * _MM)
#: Pixels at a list's right end in which programs print a button, each in its own way.
_BUTTON = round(7.5 * _MM)
#: Pixels of a box that its frame takes.
_FRAME = 3
#: Pixels around a radio button that a pen's mark may take.
_AROUND = round(0.8 * _MM)
#: Pixels around the boxes in which writing still belongs to them.
_BELONGS = round(4 * _MM)
#: Printed words hold so much ink for each unit printed: less and they have gone, more and a pen went through them.
_STILL, _MORE = 0.4, 1.3
_STRAY = "Op dit blad is ook buiten de vakken iets geschreven, of er is een vlek."
_LOOK = "Kijk op de afbeelding of dat iets aan het formulier verandert."


#: Recognises what may stand in boxes, by key.
Propose = Callable[[Mapping[str, "Image.Image"]], Mapping[str, str]]


def read_boxes(form: Form, laid: Mapping[int, tuple[Leaf, Laid]], propose: Propose) -> RawForm:
    """The form on these pages: by page of the form, from 0, the scan of it and how the page lies there.

    Its identity is that of the blank form.
    """
    gathered = _Gathered(form, draw_blank(form), start_values(form, Prefill()))
    for page in sorted(laid):
        gathered.read_page(page, *laid[page])
    return gathered.as_form(laid.keys(), propose)


@dataclass
class _Gathered:
    """What the boxes of one form hold, page after page; `printed` are the words that the form itself prints in them."""

    form: Form
    blank: PrintedBlank
    printed: Mapping[str, Value]
    filled: set[str] = field(default_factory=set)
    signed: set[str] = field(default_factory=set)
    values: dict[str, RawValue] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    pictures: dict[str, Snippet] = field(default_factory=dict)
    proposals: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    boxes: dict[str, Image.Image] = field(default_factory=dict)

    def as_form(self, there: Collection[int], propose: Propose) -> RawForm:
        """All of it, with the keys of the pages that are not there, and what may stand in the boxes with words."""
        count = len(self.blank.pages)
        lacking = [page for page in range(count) if page not in there]
        missing = {page + 1: frozenset(box.key for box in self.blank.boxes if box.page == page) for page in lacking}
        return RawForm(
            identity=self.form.identity(),
            values=self.values,
            places=self.places,
            signatures=dict.fromkeys(sorted(self.signed), SignatureKind.INK),
            pictures=self.pictures,
            remarks=tuple(self.remarks),
            on_paper=OnPaper(count, frozenset(self.filled), {**self.proposals, **propose(self.boxes)}, missing),
        )

    def read_page(self, page: int, leaf: Leaf, laid: Laid) -> None:
        """Look in the boxes of one page, and beside them."""
        from docgen.formats.image.ink import InkFinder  # noqa: PLC0415 - heavy library

        view = _View(laid, InkFinder(laid.lying, laid.printed.sharp), leaf)
        boxes = [box for box in self.blank.boxes if box.page == page]
        for row, found in groupby(boxes, key=lambda box: box.key.rpartition("__")[0]):
            self._read_row(view, list(found), is_row=bool(row))
        if stray := view.find_stray([self.blank.code, *map(place_box, boxes)]):
            self.remarks.append(Remark(_STRAY, leaf.place(), _LOOK, laid.cut(stray, "naast de vakken")))

    def _read_row(self, view: _View, boxes: Sequence[FieldBox], *, is_row: bool) -> None:
        """The boxes of a row are shown together when anything stands in one of them."""
        parts = {key: [box for box in boxes if box.key == key] for key in dict.fromkeys(box.key for box in boxes)}
        inked = {key for key in parts if self._read_key(view, self.form.questions[key], parts[key])}
        for key, places in parts.items():
            question = self.form.questions[key]
            is_asked = not is_row and (question.ask.required or question.kind is Kind.SIGNATURE)
            if key in inked or (is_row and inked) or is_asked:
                self.pictures[key] = view.cut(places, question)

    def _read_key(self, view: _View, question: Question, boxes: Sequence[FieldBox]) -> bool:
        """Whether anything stands there that was not printed."""
        key = question.key
        place = self.places[key] = view.leaf.place(f"veld {question.full_label}")
        printed = self._printed_box(question, boxes)
        ink = view.compare_print(printed) if printed is not None else 0.0
        is_struck = ink > _MORE and boxes[0].state is None
        if is_struck or view.find_ink(boxes, question):
            (self.signed if question.kind is Kind.SIGNATURE else self.filled).add(key)
            if question.kind is not Kind.SIGNATURE and boxes[0].state is None:
                self.boxes[key] = view.straighten(boxes[0])
            if ink <= _STILL and (marked := view.find_mark(boxes, question)):
                self.proposals[key] = marked
            return True
        if ink > _STILL:
            self.values[key] = RawValue(str(self.printed[key]), place)
        return False

    def _printed_box(self, question: Question, boxes: Sequence[FieldBox]) -> FieldBox | None:
        """The box in which the form itself prints words, or marks a choice; None when it prints nothing there."""
        printed = self.printed.get(question.key)
        choices = state_names(question)
        shown = (box for box in boxes if box.state is None or choices.get(box.state) == printed)
        return next(shown, None) if printed is not None else None


@dataclass(frozen=True)
class _View:
    """One page of the form on one page of the file."""

    laid: Laid
    finder: InkFinder
    leaf: Leaf

    def find_ink(self, boxes: Sequence[FieldBox], question: Question) -> bool:
        """Whether anything stands in an input that was not printed; at a radio button also on its words."""
        find = self.finder.find if boxes[0].state is None else self.finder.find_mark
        return any(find(place) is not None for place in self._watched(boxes, question))

    def find_mark(self, boxes: Sequence[FieldBox], question: Question) -> str | None:
        """The choice whose button, or words, a pen plainly marked."""
        if boxes[0].state is None:
            return None
        from docgen.formats.image.ink import read_mark  # noqa: PLC0415 - heavy library

        found = zip(boxes, map(self.finder.find_mark, self._watched(boxes, question)), strict=True)
        marked = read_mark({box.state or "": ink.amount if ink else 0.0 for box, ink in found})
        return state_names(question).get(marked) if marked else None

    def _watched(self, boxes: Sequence[FieldBox], question: Question) -> list[Box]:
        """Where something may stand: of a list without its button, of a choice each button with its words."""
        if boxes[0].state is not None:
            return [self.finder.find_label(_widen(place_box(box), _AROUND, _AROUND)) for box in boxes]
        left, top, right, bottom = place_box(boxes[0])
        return [(left, top, right - _BUTTON if control_of(question) == "combo" else right, bottom)]

    def compare_print(self, box: FieldBox) -> float:
        """How much ink there is where the form prints words, per unit that it prints."""
        return self.finder.compare_print(place_box(box))

    def cut(self, boxes: Sequence[FieldBox], question: Question) -> Snippet:
        """The input with some paper around it, more of it where writing comes near its edge."""
        places = self._watched(boxes, question) if boxes[0].state is not None else [place_box(boxes[0])]
        sides = list(zip(*places, strict=True))
        box = (min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3]))
        left, top, right, bottom = _widen(box, _BESIDE, _ABOVE)
        ink = self.finder.find(box) if boxes[0].state is None else None
        if ink is not None:
            left -= _FURTHER * (ink.box[0] - box[0] < _NEAR)
            right += _FURTHER * (box[2] - ink.box[2] < _NEAR)
            top -= _FURTHER // 2 * (ink.box[1] - box[1] < _NEAR)
            bottom += _FURTHER // 2 * (box[3] - ink.box[3] < _NEAR)
        return self.laid.cut((left, top, right, bottom), question.full_label)

    def straighten(self, box: FieldBox) -> Image.Image:
        """An input without its frame, upright."""
        return self.laid.straighten(_widen(place_box(box), -_FRAME, -_FRAME))

    def find_stray(self, boxes: Sequence[Box]) -> Box | None:
        """A place with something that stands in or near none of the boxes, the code one of them; None without any."""
        from docgen.formats.image.changes import widen  # noqa: PLC0415 - heavy library

        near = [_widen(box, _BELONGS, _BELONGS) for box in boxes]
        added = [change.box for change in self.laid.find_changes(near) if not change.gone]
        return widen(added[0]) if added else None


def _widen(box: Box, beside: int, above: int) -> Box:
    return box[0] - beside, box[1] - above, box[2] + beside, box[3] + above
