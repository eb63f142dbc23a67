"""Turns each drawn input of a form into a fillable field at the same place in page and structure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from docgen.formats.pdf.appearance import INK, OWN_FONT, VIEWER_FONT, draw_radio
from docgen.formats.pdf.controls import control_of, state_names
from docgen.formats.pdf.input_font import InputFont, embed_fonts, make_array
from docgen.model.form import Form, Kind, Question

_SCHEME = "docgen:"
#: Field flags of ISO 32000-1, tables 221, 226, 228 and 230.
READ_ONLY, _REQUIRED = 1 << 0, 1 << 1
_MULTILINE, _RADIO, _COMBO, _EDIT = 1 << 12, 1 << 15, 1 << 17, 1 << 18
#: Without it an annotation stays off the printed page (ISO 32000-1 § 12.5.3).
_PRINT = 4
SIZE, SIZE_IN_TABLE = 10.5, 9.0


@dataclass
class _Making:
    """One form while its links become fields: the file, the declared form, and the fields so far in reading order."""

    pdf: Pdf
    form: Form
    fields: list[Object] = field(default_factory=list)
    groups: dict[str, Object] = field(default_factory=dict)
    shared: dict[str, Object] = field(default_factory=dict)

    def share(self, name: str, make: Callable[[], Object]) -> Object:
        """One object for all fields that need the same: a smaller file, and quicker to read."""
        if name not in self.shared:
            self.shared[name] = self.pdf.make_indirect(make())
        return self.shared[name]


def add_widgets(pdf: Pdf, form: Form, font: InputFont) -> None:
    """Make the file fillable: every link to ``docgen:…`` becomes the field of that key."""
    making = _Making(pdf, form)
    elements = dict(_link_elements(pdf.Root.StructTreeRoot.K))
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            _convert(making, page, annotation, elements[annotation.objgen])
    own, simple = embed_fonts(pdf, font)
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(making.fields),
        NeedAppearances=False,
        DA=font_words(SIZE),
        DR=pdf.make_indirect(Dictionary(Font=Dictionary({f"/{VIEWER_FONT}": simple, f"/{OWN_FONT}": own}))),
    )


def field_size(question: Question) -> float:
    """The size of text in the question's input, in points."""
    return SIZE if question.row is None else SIZE_IN_TABLE


def wraps(question: Question) -> bool:
    """Whether the input takes several lines."""
    return question.kind is Kind.LONG_TEXT or (question.kind is Kind.TEXT and question.row is not None)


def font_words(size: float) -> bytes:
    """The ``/DA`` of a field: font, size and colour for viewers that draw it anew."""
    return f"/{VIEWER_FONT} {size:g} Tf {INK} rg".encode("ascii")


def tooltip(question: Question) -> str:
    """What a screen reader says of the input: the visible label first, then the help, then whether it is required."""
    words, printed = [question.full_label, question.ask.help.rstrip(".")], question.form_words
    if question.kind is Kind.DATE and printed.date_hint not in question.ask.help:
        words.append(printed.date_as.format(hint=printed.date_hint))
    if question.ask.required:
        words.append(printed.required_sentence)
    return " ".join(word if word.endswith("?") else f"{word}." for word in words if word)


def _link_elements(kids: Object) -> Iterator[tuple[tuple[int, int], Object]]:
    """The structure elements of links, by the annotation that each points at."""
    for element in kids if isinstance(kids, Array) else [kids]:
        if not isinstance(element, Dictionary) or "/K" not in element:
            continue
        if element.get("/S") == Name.Link:
            target = element.K[0] if isinstance(element.K, Array) else element.K
            yield target.Obj.objgen, element
        else:
            yield from _link_elements(element.K)


def _convert(making: _Making, page: Page, link: Object, element: Object) -> None:
    key, _, state = str(link.A.URI).removeprefix(_SCHEME).partition(":")
    question = making.form.questions[key]
    element.S = Name.Form  # PDF/UA-1 wants each widget within such an element (ISO 14289-1, 7.18.4)
    del link["/A"], link["/Border"], link["/Contents"]
    link.Subtype = Name.Widget
    link.Rect = make_array(round(float(side), 2) for side in link.Rect)
    link.P = page.obj
    link.F = _PRINT
    if state:
        _add_radio(making, link, question, state)
        element.Alt = String(f"{question.full_label}: {state_names(question)[state]}")
    else:
        for name, value in _field_words(making, question).items():
            link[name] = value
        making.fields.append(link)


def _field_words(making: _Making, question: Question) -> dict[str, object]:
    flags = (_REQUIRED if question.ask.required else 0) | (_MULTILINE if wraps(question) else 0)
    words: dict[str, object] = {
        "/T": String(question.key),
        "/TU": String(tooltip(question)),
        "/FT": Name.Tx,
        "/DA": font_words(field_size(question)),
    }
    if question.kind is Kind.SIGNATURE:
        words |= {"/FT": Name.Sig}
    elif control_of(question) == "combo":
        closed = question.kind is Kind.CHOICE
        flags |= _COMBO | (0 if closed else _EDIT)
        # an empty first choice is the only way back to empty in a list that takes no typing
        choices = ("", *question.choices) if closed else question.choices
        options = making.share(repr(choices), lambda: Array([String(choice) for choice in choices]))
        words |= {"/FT": Name.Ch, "/Opt": options}
    return words | ({"/Ff": flags} if flags else {})


def _add_radio(making: _Making, widget: Object, question: Question, state: str) -> None:
    """One button of a group; without the flag NoToggleToOff a second click leaves the group empty again."""
    group = making.groups.get(question.key)
    if group is None:
        flags = _RADIO | (_REQUIRED if question.ask.required else 0)
        words = {"/FT": Name.Btn, "/Ff": flags, "/T": String(question.key), "/TU": String(tooltip(question))}
        looks = b"/ZaDb 0 Tf " + f"{INK} rg".encode("ascii")
        group = making.pdf.make_indirect(Dictionary({**words, "/V": Name.Off, "/DA": looks, "/Kids": Array()}))
        making.groups[question.key] = group
        making.fields.append(group)
    side = float(widget.Rect[2]) - float(widget.Rect[0])
    widget.Parent = group
    widget.AS = Name.Off
    # Firefox reads the words out of the button itself, never out of its group
    widget.TU = String(f"{question.full_label}: {state_names(question)[state]}")
    colour = make_array(float(part) for part in INK.split())
    widget.MK = making.share("ring", lambda: Dictionary(CA=b"l", BC=colour))
    widget.BS = making.share("edge", lambda: Dictionary(S=Name.S, W=1))
    widget.AP = Dictionary(
        N=Dictionary({"/Off": _radio(making, side, on=False), f"/{state}": _radio(making, side, on=True)})
    )
    group.Kids.append(widget)


def _radio(making: _Making, side: float, *, on: bool) -> Object:
    def draw() -> Object:
        drawing = Stream(making.pdf, draw_radio(side, on=on))
        drawing.Type, drawing.Subtype, drawing.BBox = Name.XObject, Name.Form, make_array([0, 0, side, side])
        return drawing

    return making.share(f"radio {side:.2f} {on}", draw)
