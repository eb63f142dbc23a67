"""Read a filled PDF form of ours back into raw values, whichever program filled it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pikepdf import Pdf, Stream

from docgen.errors import UnreadableFileError
from docgen.formats.known_form import find_known, older_version
from docgen.formats.pdf.controls import control_of, state_names
from docgen.formats.pdf.copies import holds_copies
from docgen.formats.pdf.fields import Field, FormFile, read_fields
from docgen.formats.pdf.identity import read_identity
from docgen.formats.pdf.opened import open_pdf, read_bounded
from docgen.formats.pdf.signatures import lies_over, read_signature
from docgen.model.form import Form, Identity, Kind, Question, find_variant
from docgen.model.value import Place, RawForm, RawValue, Remark, SignatureKind

#: Ours is some kilobytes, its locked values included; of a larger one no more than this is looked at.
_MAX_XMP = 1024 * 1024
#: A file without identity is one of ours when it has at least this part of the form's fields.
_ENOUGH_FIELDS = 0.5

_COPIES = (
    "bevat ons formulier meer dan één keer, samengevoegd in één PDF; bij het samenvoegen raken de antwoorden door "
    "elkaar of verloren, en daarom is er niets uit gelezen; stuur elk ingevuld formulier als apart bestand, zoals het "
    "was voor het samenvoegen"
)


@dataclass(frozen=True)
class _Opened:
    """All that one file says, as plain values."""

    file: FormFile
    identity: tuple[Identity, dict[str, str]] | None
    repaired: bool


def read_filled(data: bytes, name: str, forms: Sequence[Form]) -> RawForm | None:
    """The raw values of one of `forms`; None for a PDF that is no form of ours, or has no fields left.

    Raises UnreadableFileError for a file that cannot be opened or holds several copies of a form, and for a form of
    ours that is unknown or newer, or an XFA form.
    """
    with open_pdf(data) as pdf:
        identity = _read_own_identity(pdf)
        if holds_copies(pdf, forms, find_variant(forms, identity[0]) if identity else None):
            raise UnreadableFileError(_COPIES)
        opened = _Opened(read_fields(pdf), identity, repaired=bool(pdf.get_warnings()))
    if opened.file.needs_xfa and not opened.identity:
        message = "is een XFA-formulier, dat alleen Adobe Acrobat toont; druk het af naar een gewone PDF en stuur die"
        raise UnreadableFileError(message)
    form = _recognise(opened, forms)
    if form is None:
        return None
    return _read_form(opened, form, name, data)


def read_own_identity(data: bytes) -> tuple[Identity, dict[str, str]] | None:
    """What the file says of itself, and the values that were locked in it; None when it says nothing of ours.

    Raises UnreadableFileError for a file that cannot be opened.
    """
    with open_pdf(data) as pdf:
        return _read_own_identity(pdf)


def _read_own_identity(pdf: Pdf) -> tuple[Identity, dict[str, str]] | None:
    metadata = pdf.Root.get("/Metadata")
    return read_identity(read_bounded(metadata, _MAX_XMP)) if isinstance(metadata, Stream) else None


def _recognise(opened: _Opened, forms: Sequence[Form]) -> Form | None:
    if opened.identity is None:
        return _recognise_by_names(opened.file, forms)
    form = find_known(forms, opened.identity[0])
    return form if opened.file.fields else None


def _recognise_by_names(file: FormFile, forms: Sequence[Form]) -> Form | None:
    names = {field.name for field in file.fields}
    if not names:
        return None
    shares = [(len(names & form.questions.keys()) / len(form.questions), form) for form in forms if not form.is_list]
    share, form = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return form if share >= _ENOUGH_FIELDS else None


def _read_form(opened: _Opened, form: Form, name: str, data: bytes) -> RawForm:
    identity, printed = opened.identity or (form.identity(), {})
    values: dict[str, RawValue] = {}
    unreadable: dict[str, RawValue] = {}
    places: dict[str, Place] = {}
    spots = _spots(form)
    for field in opened.file.fields:
        spot = spots.get(field.name)
        if spot is None:
            continue
        place = Place(name, f"bladzijde {field.page}, {spot.words}" if field.page else spot.words)
        found = _read_value(field, spot, place)
        if field.name in places and _differs(field.name, found, values, unreadable):
            unreadable[field.name] = _twice(values.pop(field.name, None), found, place)
        elif found is not None and field.name not in unreadable:
            (unreadable if found.value is None else values)[field.name] = found
        places[field.name] = place
    signatures, signature_notes = _read_signatures(opened.file, form, data, values, places)
    return RawForm(
        identity=identity,
        values=values,
        places=places,
        unreadable=unreadable,
        prefilled=printed,
        signatures=signatures,
        notes=(*_notes(opened, form, places), *signature_notes),
        remarks=tuple(_tell_written_over(opened.file, form, places)),
    )


@dataclass(frozen=True)
class _Spot:
    """One question as a file names it: its words in a place, and its choices by the names of their buttons."""

    words: str
    choices: Mapping[str, str]


@lru_cache(maxsize=8)
def _spots(form: Form) -> Mapping[str, _Spot]:
    return {key: _Spot(f"veld {question.full_label}", _states(question)) for key, question in form.questions.items()}


def _states(question: Question) -> Mapping[str, str]:
    return state_names(question) if control_of(question) == "radio" else {}


def _read_value(field: Field, spot: _Spot, place: Place) -> RawValue | None:
    if field.broken:
        return RawValue(None, place, field.broken)
    if field.shown is not None:
        return _shown_otherwise(field, spot, place)
    if field.value is None or not field.value.strip():
        return None
    return RawValue(spot.choices.get(field.value, field.value), place)


def _shown_otherwise(field: Field, spot: _Spot, place: Place) -> RawValue:
    shown = spot.choices.get(field.shown or "", field.shown or "")
    value = spot.choices.get(field.value or "", field.value or "")
    return RawValue(value or None, place, f"op de bladzijde staat “{shown}”, maar in het veld zelf “{value}”")


def _differs(
    key: str, found: RawValue | None, values: Mapping[str, RawValue], unreadable: Mapping[str, RawValue]
) -> bool:
    before = values.get(key)
    return key not in unreadable and (before.value if before else None) != (found.value if found else None)


def _twice(before: RawValue | None, found: RawValue | None, place: Place) -> RawValue:
    both = " / ".join(str(value.value) if value else "(leeg)" for value in (before, found))
    return RawValue(both, place, "het veld staat tweemaal in het bestand, met verschillende waarden")


def _read_signatures(
    file: FormFile, form: Form, data: bytes, values: dict[str, RawValue], places: Mapping[str, Place]
) -> tuple[dict[str, SignatureKind], list[str]]:
    kinds: dict[str, SignatureKind] = {}
    notes: list[str] = []
    asked = [key for key, question in form.questions.items() if question.kind is Kind.SIGNATURE]
    for key in asked:
        found = read_signature(file, key, data, only=len(asked) == 1)
        if found is None:
            continue
        kinds[key] = found.kind
        if found.signer and key in places and key not in values:
            values[key] = RawValue(found.signer, places[key])
        if found.note:
            notes.append(found.note)
    return kinds, notes


def _tell_written_over(file: FormFile, form: Form, places: Mapping[str, Place]) -> Iterator[Remark]:
    """What was typed, drawn or stuck over a field that holds its own answer, other than a signature."""
    fields = [field for field in file.fields if field.name in places]
    signed = [field for field in fields if form.questions[field.name].kind is Kind.SIGNATURE]
    for mark in file.marks:
        under = next((field for field in fields if lies_over(mark, field)), None)
        if under is None or any(lies_over(mark, field) for field in signed) or mark.text.strip() == under.value:
            continue
        what = f"de tekst “{mark.text.strip()}”" if mark.text.strip() else "een tekening of stempel"
        yield Remark(
            f"Over “{form.questions[under.name].full_label}” is {what} gezet; gelezen is enkel wat in het veld zelf "
            "staat.",
            places[under.name],
            "Vul in het veld zelf in wat er hoort te staan; anders bevestigt het bureau wat er geldt.",
        )


def _notes(opened: _Opened, form: Form, places: Mapping[str, Place]) -> Iterator[str]:
    if opened.repaired:
        yield "Het bestand is beschadigd en bij het lezen hersteld; kijk na of alles gelezen is."
    if opened.identity is None:
        yield "De kenmerken van het formulier zijn verloren gegaan; het is herkend aan de namen van zijn velden."
    elif opened.identity[0].version < form.version:
        yield older_version(opened.identity[0], form)
    if opened.identity is None or opened.identity[0].version == form.version:
        yield from _missing(form, places)
    if opened.file.has_script:
        yield "In het bestand zit een script; het is niet uitgevoerd."
    if opened.file.has_attachment:
        yield "In het bestand zit een bijlage; ze is niet geopend."


def _missing(form: Form, places: Mapping[str, Place]) -> Iterator[str]:
    gone = [question.full_label for key, question in form.questions.items() if key not in places]
    if gone:
        shown = ", ".join(f"“{label}”" for label in gone[:3])
        rest = f" en {len(gone) - 3} andere" if len(gone) > 3 else ""
        yield f"Uit het bestand zijn velden verdwenen: {shown}{rest}."
