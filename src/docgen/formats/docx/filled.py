"""Read a filled Word form: each key by its control's tag, else its bookmark, else its label or its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from docgen.formats.docx.anchors import Anchors, find_anchors, place_rows
from docgen.formats.docx.answer import Answer, find_picture, read_answer, read_text
from docgen.formats.docx.identity import read_identity
from docgen.formats.docx.inline import words_of
from docgen.formats.docx.labels import Found, find_by_head, find_by_label
from docgen.formats.docx.layout import Cell, Layout, read_layout
from docgen.formats.docx.package import Package, w
from docgen.formats.known_form import find_known, older_version
from docgen.model.form import Form, Identity, Kind, Question
from docgen.model.value import Place, RawForm, RawValue, SignatureKind

_APP_PART = "docProps/app.xml"
_P, _BOOKMARK_END = w("p"), w("bookmarkEnd")
#: From how many marks on a file without identity is taken for a form of ours.
_MIN_MARKS = 3


@dataclass
class _Gathered:
    """What the reading of one file has found so far."""

    file: str
    by_word: bool
    values: dict[str, RawValue] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    unreadable: dict[str, RawValue] = field(default_factory=dict)
    signatures: dict[str, SignatureKind] = field(default_factory=dict)


def read_filled(data: bytes, name: str, forms: Sequence[Form]) -> RawForm | None:
    """The values of a Word file that is one of `forms`, with their places; None when it is no form of ours.

    Raises UnreadableFileError for a file that cannot be opened, or a form of ours that is not known here.
    """
    package = Package(data)
    identity, printed = read_identity(package)
    form = find_known(forms, identity) if identity else None
    layout = read_layout(package.parse(package.find_document()))
    notes = list(_notes(package, identity, form, garbled=printed is None))
    if form is None:
        form, how = _recognise(layout, forms)
        if form is None:
            return None
        notes.append(how)
    gathered = _gather(layout, form, _Gathered(name, by_word=_is_saved_by_word(package)))
    return RawForm(
        identity=identity or form.identity(),
        values=gathered.values,
        places=gathered.places,
        unreadable=gathered.unreadable,
        prefilled=printed or {},
        signatures=gathered.signatures,
        notes=tuple(notes),
    )


def _notes(package: Package, identity: Identity | None, form: Form | None, *, garbled: bool) -> Iterator[str]:
    if identity and form and identity.version < form.version:
        yield older_version(identity, form)
    if garbled:
        yield "Wat vooraf was ingevuld, staat niet meer leesbaar in dit Word-bestand en is niet vergeleken."
    if any(part.startswith("_xmlsignatures/") for part in package.names):
        yield "Dit Word-bestand draagt een digitale handtekening van Office; docgen kijkt die niet na."


def _recognise(layout: Layout, forms: Sequence[Form]) -> tuple[Form | None, str]:
    """The form that a file without identity is, and the note on how that was seen."""
    marked = {form: len(find_anchors(layout, form).keys) for form in forms}
    form = max(marked, key=lambda form: marked[form], default=None)
    if form is not None and marked[form] >= _MIN_MARKS:
        return form, "Dit Word-bestand zegt niet meer welk formulier het is; het is herkend aan zijn invulvelden."
    return None, ""


def _is_saved_by_word(package: Package) -> bool:
    return _APP_PART in package.names and b"Microsoft" in package.read(_APP_PART)


def _gather(layout: Layout, form: Form, gathered: _Gathered) -> _Gathered:
    anchors = find_anchors(layout, form)
    for key, cells in _anchored(form, anchors).items():
        _read_cells(gathered, form, key, cells)
    for key, element in anchors.loose.items():
        if key not in gathered.places and (question := form.question(key)) is not None:
            _put(gathered, question, _read_loose(gathered, element, question), _spot_of(layout, element))
    missing = {question.key for question in form.single_questions} - set(gathered.places)
    lost = find_by_label(layout, form, missing) if missing else {}
    for key, found in {**lost, **find_by_head(layout, form, anchors)}.items():
        if (question := form.question(key)) is not None:
            _put(gathered, question, _read_found(form, found, question), found.spot)
    _look_for_pictures(gathered, form, anchors)
    return gathered


def _anchored(form: Form, anchors: Anchors) -> Mapping[str, list[Cell]]:
    placed: dict[str, list[Cell]] = {}
    for cell, key in anchors.cells.items():
        if "__" not in key:
            placed.setdefault(key, []).append(cell)
    for table in form.tables.values():
        placed |= {key: [cell] for key, cell in place_rows(table, anchors).items()}
    return placed


def _read_cells(gathered: _Gathered, form: Form, key: str, cells: list[Cell]) -> None:
    question = form.question(key)
    if question is None:
        return
    answers = [(read_answer(cell.element, question, by_word=gathered.by_word), cell.row.spot) for cell in cells]
    filled = [(answer, spot) for answer, spot in answers if answer.text or answer.picture]
    answer, spot = (filled or answers)[0]
    if len({other.text for other, _ in filled}) > 1:
        answer = Answer(
            answer.text, f"dit veld staat {len(filled)} keer in het bestand, telkens anders", answer.picture
        )
    _put(gathered, question, answer, spot)


def _read_found(form: Form, found: Found, question: Question) -> Answer:
    if found.cell is None or found.text is not None:
        return Answer(found.text or "", found.doubt)
    answer = read_answer(found.cell.element, question)
    printed = form.tables[question.key.partition("__")[0]].printed_value if question.row else None
    words = printed(question.row or 0, question.name) if printed is not None else None
    is_printed = words is not None and answer.text == question.show(words)
    return Answer(answer.text, None if is_printed else found.doubt, answer.picture)


def _read_loose(gathered: _Gathered, element: etree._Element, question: Question) -> Answer:
    """A control outside any table, or what stands between a bookmark's start and its end."""
    if element.tag == w("sdt"):
        return read_answer(element, question, by_word=gathered.by_word)
    pieces = []
    for sibling in element.itersiblings():
        if sibling.tag == _BOOKMARK_END and sibling.get(w("id")) == element.get(w("id")):
            break
        pieces.append(words_of(sibling))
    return read_text("".join(pieces), question)


def _spot_of(layout: Layout, element: etree._Element) -> str:
    around = {*element.iterancestors(_P), *element.iter(_P)}
    number = next((number for number, paragraph in layout.paragraphs if paragraph in around), None)
    return f"alinea {number}" if number else ""


def _put(gathered: _Gathered, question: Question, answer: Answer, spot: str) -> None:
    place = gathered.places[question.key] = Place(gathered.file, spot)
    if question.kind is Kind.SIGNATURE and (answer.picture or answer.text):
        gathered.signatures[question.key] = answer.picture or SignatureKind.TYPED
    if answer.text:
        gathered.values[question.key] = RawValue(answer.text, place, answer.doubt)
    elif answer.picture and question.kind is not Kind.SIGNATURE:
        gathered.unreadable[question.key] = RawValue(None, place, "er staat een afbeelding in plaats van tekst")


def _look_for_pictures(gathered: _Gathered, form: Form, anchors: Anchors) -> None:
    """A picture that floats beside its cell is anchored elsewhere: in the same table, or in the paragraphs below."""
    for question in form.single_questions:
        cell = next((cell for cell, key in anchors.cells.items() if key == question.key), None)
        if question.kind is not Kind.SIGNATURE or question.key in gathered.signatures or cell is None:
            continue
        table = next(cell.element.iterancestors(w("tbl")))
        below = (sibling for sibling in table.itersiblings() if sibling.tag == _P)
        found = next(filter(None, map(find_picture, (table, *below))), None)
        if found is not None:
            gathered.signatures[question.key] = found
