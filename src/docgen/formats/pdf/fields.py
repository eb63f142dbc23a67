"""Read the fields of a PDF form into plain values: any program may have filled and saved it in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from docgen.formats.pdf.appearance import OWN_FONT
from docgen.formats.pdf.foreign_look import find_other_look
from docgen.formats.pdf.opened import read_bounded

#: Limits on what is walked: ours has some 200 fields on 4 pages.
_MAX_NODES, _MAX_DEPTH, _MAX_PAGES = 20_000, 16, 500
#: Bytes of a long text that a file keeps as a stream.
_MAX_VALUE = 1024 * 1024
#: A push button (flag 17) has no value; a button that is not chosen is in the state Off (ISO 32000-1 § 12.7.4.2).
_PUSH_BUTTON, _RADIO_OFF = 1 << 16, "Off"
#: Fields that do not show their value as it is: a password, and a list of which all options show.
_PASSWORD, _COMBO = 1 << 13, 1 << 17
_DAMAGED = "de tekens zijn beschadigd"
#: The key on a page that docgen itself put before the sender's: it does not count as one.
ADDED_PAGE = "/DocgenNazicht"
#: Annotations by which people sign with a pen, a picture or typed words.
_MARKS = ("/Ink", "/Stamp", "/FreeText")


@dataclass(frozen=True)
class Mark:
    """Something drawn on a page by hand: its kind as the file names it, where, and the text in it."""

    kind: str
    page: int
    rect: tuple[float, float, float, float]
    text: str = ""


@dataclass(frozen=True)
class Signed:
    """The value of a signature field: the signature itself, and which bytes of the file it covers."""

    contents: bytes
    byte_range: tuple[int, ...]
    sort: str


class Field(NamedTuple):
    """One field: its value as text (None when empty), what a viewer shows when that is another, and its place.

    `broken` says why the value cannot be read at all; `rect` is known only on pages with marks.
    """

    name: str
    sort: str
    value: str | None = None
    shown: str | None = None
    broken: str | None = None
    page: int | None = None
    rect: tuple[float, float, float, float] | None = None
    signed: Signed | None = None


@dataclass(frozen=True)
class FormFile:
    """What a PDF form holds, apart from its looks."""

    fields: tuple[Field, ...]
    marks: tuple[Mark, ...] = ()
    has_xfa: bool = False
    needs_xfa: bool = False
    has_script: bool = False
    has_attachment: bool = False


def read_fields(pdf: Pdf) -> FormFile:
    """All fields of the file in its own order, duplicates included."""
    root = pdf.Root
    form = root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        return FormFile(())
    pages = _Pages(page_objects(root))
    # Firefox asks viewers to draw all fields anew (ISO 32000-1 § 12.7.2): drawings of other values then show nowhere.
    redrawn = bool(form.get("/NeedAppearances", False))
    above = _Node("", "", 0, 0, None, form, ())
    placed = [(node, pages.number(node.widgets[0])) for node in _walk(form.get("/Fields"), above, set())]
    filled_on = {page for _, page in placed}
    # Looking at each annotation and reading each place takes a fifth of the time; few files have a mark.
    inputs = sum(len(node.widgets) for node, _ in placed)
    marks = () if None not in filled_on and pages.count_annotations() == inputs else _read_marks(pages.objects)
    look = _Look(frozenset(mark.page for mark in marks), redrawn=redrawn)
    fields = tuple(_read_field(node, page, look) for node, page in placed)
    names = root["/Names"].keys() if isinstance(root.get("/Names"), Dictionary) else ()
    return FormFile(
        fields=fields,
        marks=tuple(mark for mark in marks if mark.page in filled_on),
        has_xfa="/XFA" in form,
        needs_xfa=bool(root.get("/NeedsRendering", False)),
        has_script="/JavaScript" in names or "/AA" in root or _is_script(root.get("/OpenAction")),
        has_attachment="/EmbeddedFiles" in names,
    )


def fingerprint(pdf: Pdf) -> tuple[object, ...]:
    """What a reader of the file sees: values, drawings on top, and page contents; two equal ones say the same."""
    found = read_fields(pdf)
    # A second person who signs fills a signature field and changes nothing else.
    values = sorted((field.name, field.value or "") for field in found.fields if field.sort != "/Sig")
    contents = [_raw_content(page) for page in page_objects(pdf.Root)]
    return values, found.marks, contents


class _Node(NamedTuple):
    """A field dictionary, and what it inherits from those above it."""

    name: str
    sort: str
    flags: int
    depth: int
    value: Object | None
    words: Object
    widgets: Sequence[Object]


def _walk(nodes: Object | None, above: _Node, seen: set[tuple[int, int]]) -> Iterator[_Node]:
    """The fields below, each with the widgets that show it; loops and endless trees stop at the limits."""
    if not isinstance(nodes, Array) or above.depth > _MAX_DEPTH:
        return
    for words in nodes:
        if not isinstance(words, Dictionary):
            continue
        # A field written in place has no number: it gets one that no object in the file can have.
        number = words.objgen if words.is_indirect else (-len(seen), 0)
        if number in seen or len(seen) > _MAX_NODES:
            continue
        seen.add(number)
        node = _inherit(words, above)
        # Kids with a name are fields of their own, those without are the widgets of this one (ISO 32000-1 § 12.7.3.2).
        kids = [kid for kid in words["/Kids"] if isinstance(kid, Dictionary)] if "/Kids" in node.words else []
        if kids and "/T" in kids[0]:
            yield from _walk(words["/Kids"], node, seen)
        else:
            yield node._replace(widgets=kids) if kids else node


def _inherit(words: Object, above: _Node) -> _Node:
    """A field with its own keys over those it inherits."""
    # Both get() of a key that is not there and keys(), which opens every value, are slow in pikepdf.
    # /FT, /Ff and /V are inherited, and names are joined by points (ISO 32000-1 § 12.7.3.1, § 12.7.3.2).
    name = (_text_of(words["/T"]) or "") if "/T" in words else ""
    return _Node(
        f"{above.name}.{name}".strip(".") if above.name else name,
        str(words["/FT"]) if "/FT" in words else above.sort,
        int(words["/Ff"]) if "/Ff" in words else above.flags,
        above.depth + 1,
        words["/V"] if "/V" in words else above.value,  # noqa: SIM401 - get() is slow
        words,
        (words,),
    )


@dataclass(frozen=True)
class _Look:
    """How the fields of one file show: which pages bear marks, and whether viewers draw the fields anew."""

    marked: frozenset[int]
    redrawn: bool


def _read_field(node: _Node, page: int | None, look: _Look) -> Field:
    rect = _rect_of(node.widgets[0]) if page in look.marked else None
    if node.sort == "/Sig" and isinstance(node.value, Dictionary):
        return Field(node.name, node.sort, page=page, rect=rect, signed=_read_signed(node.value))
    try:
        value, shown = _read_button(node) if node.sort == "/Btn" else _read_text(node, redrawn=look.redrawn)
    except UnicodeDecodeError:
        return Field(node.name, node.sort, broken=_DAMAGED, page=page, rect=rect)
    except _ManyChoicesError:
        return Field(node.name, node.sort, broken="er is meer dan een keuze aangeduid", page=page)
    broken = _DAMAGED if value is not None and "\ufffd" in value else None
    return Field(node.name, node.sort, value, shown, broken, page, rect)


def _read_text(node: _Node, *, redrawn: bool) -> tuple[str | None, str | None]:
    """The value of a field with text, and what the page shows when that is something else."""
    value = _read_value(node)
    if redrawn or (value is None and "/DocgenV" not in node.words):
        return value, None
    drawn = _text_of(node.words["/DocgenV"]) if "/DocgenV" in node.words else None
    if drawn is not None and (drawn == value or _same(drawn, value or "")):
        return value, None
    if drawn is not None and _is_our_drawing(node.words):
        return value, drawn
    is_hidden = node.flags & _PASSWORD or (node.sort == "/Ch" and not node.flags & _COMBO)
    spelled = _text_of(node.value) or ""
    return value, find_other_look(node.widgets[0], value, spelled) if value and not is_hidden else None


class _ManyChoicesError(Exception):
    """Several radio buttons of one group are on, and the group itself does not say which counts."""


def _read_value(node: _Node) -> str | None:
    """The text of a text, list or typed signature field; a list's label where its value is another word for it."""
    text = _text_of(node.value)
    if node.sort != "/Ch" or "/Opt" not in node.words:
        return text
    options = node.words["/Opt"]
    if text is None and "/I" in node.words and isinstance(options, Array):
        chosen = [int(number) for number in node.words.I]
        return ", ".join(_label_of(options[number]) for number in chosen if number < len(options)) or None
    if text is not None and isinstance(options, Array):
        pairs = (option for option in options if isinstance(option, Array) and len(option) == 2)
        return next((_label_of(pair) for pair in pairs if _text_of(pair[0]) == text), text)
    return text


def _label_of(option: Object) -> str:
    return _text_of(option[1] if isinstance(option, Array) else option) or ""


def _read_button(node: _Node) -> tuple[str | None, str | None]:
    """The chosen state of radio buttons or a check box, and the one that the page shows when it is another."""
    if node.flags & _PUSH_BUTTON:
        return None, None
    state = (_text_of(node.value) or "").removeprefix("/")  # pypdf writes the state's name as a string
    on = {str(widget["/AS"])[1:] for widget in node.widgets if "/AS" in widget} - {_RADIO_OFF}
    if state in ("", _RADIO_OFF):
        if len(on) > 1:
            raise _ManyChoicesError
        return next((_option_of(node, name) for name in on), None), None
    return _option_of(node, state), None if state in on or not on else _option_of(node, next(iter(on)))


def _option_of(node: _Node, state: str) -> str:
    """Buttons may carry their words in ``/Opt`` and be named by number (Acrobat does so)."""
    if not state.isdigit() or "/Opt" not in node.words:
        return state
    options = node.words["/Opt"]
    return _label_of(options[int(state)]) or state if int(state) < len(options) else state


def _is_our_drawing(widget: Object) -> bool:
    look = widget.get("/AP")
    drawing = look.get("/N") if isinstance(look, Dictionary) else None
    return isinstance(drawing, Stream) and OWN_FONT.encode() in read_bounded(drawing, _MAX_VALUE)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _text_of(value: Object | str | float | None) -> str | None:
    """A value as text: strings in any encoding, names, streams, numbers; several chosen ones joined by commas."""
    # pikepdf decodes strings: UTF-16 where they begin with its mark, else PDFDocEncoding (ISO 32000-1 § 7.9.2.2).
    if value is None or isinstance(value, String):
        return None if value is None else str(value)
    if isinstance(value, Array):
        return ", ".join(filter(None, (_text_of(part) for part in value))) or None
    if isinstance(value, Stream):
        return str(String(read_bounded(value, _MAX_VALUE)))
    if isinstance(value, Name):
        return str(value)[1:]
    return None if isinstance(value, Dictionary) else str(value)


def _read_signed(value: Dictionary) -> Signed:
    numbers = tuple(int(number) for number in value.get("/ByteRange", ()))
    return Signed(bytes(value.get("/Contents", b"")), numbers, str(value.get("/SubFilter", "")))


def _rect_of(thing: Object | None) -> tuple[float, float, float, float] | None:
    sides = thing.get("/Rect") if thing is not None else None
    if not isinstance(sides, Array) or len(sides) != 4:
        return None
    # Any two opposite corners will do (ISO 32000-1 § 7.9.5).
    left, bottom, right, top = (float(side) for side in sides)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _is_script(action: Object | None) -> bool:
    return isinstance(action, Dictionary) and str(action.get("/S", "")) in ("/JavaScript", "/Launch")


def page_objects(root: Object) -> list[Object]:
    """The sender's pages from first to last, up to a limit; a tree that loops or never ends stops."""
    found: list[Object] = []
    waiting, seen = [root.get("/Pages")], set[tuple[int, int]]()
    while waiting and len(found) < _MAX_PAGES and len(seen) < _MAX_NODES:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or node.objgen in seen:
            continue
        seen.add(node.objgen)
        kids = node.get("/Kids")
        if isinstance(kids, Array):
            waiting.extend(reversed(list(kids)))
        elif ADDED_PAGE not in node:
            found.append(node)
    return found


class _Pages:
    """The pages of the file, and on which of them a widget stands."""

    def __init__(self, objects: list[Object]) -> None:
        self.objects = objects
        self._numbers = {page.objgen: number for number, page in enumerate(objects, start=1)}

    def number(self, widget: Object) -> int | None:
        """The page that the widget names, else the one that lists it."""
        if "/P" in widget:
            return self._numbers.get(widget["/P"].objgen)
        return self._listed.get(widget.objgen)

    def count_annotations(self) -> int:
        """How many there are on all pages, inputs or not."""
        return sum(map(count_annotations, self.objects))

    @cached_property
    def _listed(self) -> dict[tuple[int, int], int]:
        return {
            annotation.objgen: number
            for number, page in enumerate(self.objects, start=1)
            for annotation in _annotations(page)
        }


def count_annotations(page: Object) -> int:
    """How many inputs, notes and links a page lists."""
    annotations = page.get("/Annots")
    return len(annotations) if isinstance(annotations, Array) else 0


def _annotations(page: Object) -> Iterator[Object]:
    annotations = page.get("/Annots")
    for annotation in annotations if isinstance(annotations, Array) else ():
        if isinstance(annotation, Dictionary):
            yield annotation


def _read_marks(pages: list[Object]) -> tuple[Mark, ...]:
    """What was drawn by hand."""
    found = ((number, annotation) for number, page in enumerate(pages, start=1) for annotation in _annotations(page))
    marks = (_read_mark(number, annotation) for number, annotation in found)
    return tuple(mark for mark in marks if mark is not None)


def _read_mark(number: int, annotation: Object) -> Mark | None:
    sort = str(annotation.get("/Subtype", ""))
    rect = _rect_of(annotation) if sort in _MARKS else None
    return Mark(sort, number, rect, _text_of(annotation.get("/Contents")) or "") if rect is not None else None


def _raw_content(page: Object) -> bytes:
    content = page.get("/Contents")
    parts = list(content) if isinstance(content, Array) else [content]
    return b"\n".join(part.read_raw_bytes() for part in parts if isinstance(part, Stream))
