"""What a person put in one cell: the text, whether it is still the hint, and what kind of signature it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from docgen.dates import format_date, parse_date
from docgen.formats.docx.controls import hint_text
from docgen.formats.docx.inline import words_of
from docgen.formats.docx.package import w
from docgen.model.form import Kind, Question
from docgen.model.value import SignatureKind
from docgen.text import fold

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_SDT, _RUN, _T = w("sdt"), w("r"), w("t")
_SHOWS_HINT = f"{w('sdtPr')}/{w('showingPlcHdr')}"
_FULL_DATE = f"{w('sdtPr')}/{w('date')}"
_STYLE = f"{w('rPr')}/{w('rStyle')}"
_PICTURES, _INK = (w("drawing"), w("pict"), w("object")), f"{{{_W14}}}contentPart"
#: What Word itself puts in an emptied control, folded: Dutch, English, French.
_WORDS_OWN = (
    "klik of tik om tekst in te voeren",
    "klik of tik om een datum in te voeren",
    "klik hier om tekst in te voeren",
    "klik hier als u tekst wilt invoeren",
    "klik hier als u een datum wilt invoeren",
    "kies een item",
    "click or tap here to enter text",
    "click or tap to enter a date",
    "click here to enter text",
    "click here to enter a date",
    "choose an item",
    "cliquez ou appuyez ici pour entrer du texte",
    "cliquez ou appuyez ici pour entrer une date",
    "choisissez un element",
)


@dataclass(frozen=True)
class Answer:
    """The text in a place, empty when nothing was filled in; `picture` when a picture or ink stands there."""

    text: str
    doubt: str | None = None
    picture: SignatureKind | None = None


def read_answer(element: etree._Element, question: Question) -> Answer:
    """What stands in a cell, control or paragraph for this question, hints left out."""
    picture, shown = find_picture(element), words_of(element).strip()
    if _is_hint_text(shown, question):
        return Answer("", picture=picture)
    controls = [element] if element.tag == _SDT else list(element.iter(_SDT))
    hints = [control for control in controls if _is_hint(control, question)]
    text = shown if not hints else "" if element in hints else words_of(element, hints).strip()
    filled = [control for control in controls if control not in hints]
    return Answer(text, next(_doubts(element, question, filled, text), None), picture)


def read_text(text: str, question: Question) -> Answer:
    """A text without a control of its own, empty when it is the hint."""
    return Answer("" if _is_hint_text(text, question) else text.strip())


def find_picture(element: etree._Element) -> SignatureKind | None:
    """Ink or a picture inside `element`; a signature line that nobody signed is neither."""
    found = None
    for inside in element.iter(*_PICTURES, _INK):
        if inside.tag == _INK:
            return SignatureKind.INK
        if next(inside.iter("{*}signatureline"), None) is None:
            found = SignatureKind.IMAGE
    return found


def _doubts(element: etree._Element, question: Question, filled: list[etree._Element], text: str) -> Iterator[str]:
    if not text:
        return
    for control in filled:
        inside = words_of(control).strip()
        if control is not element and inside and inside != text:
            yield "er staat ook tekst naast het invulveld"
        if control.find(_SHOWS_HINT) is not None and inside:
            yield "het invulveld is nog als leeg gemerkt"
        if question.kind is Kind.DATE and (hidden := _other_date(control, inside)) is not None:
            yield f"op de pagina staat {inside}, maar het datumveld bewaart {format_date(hidden)}"


def _is_hint(control: etree._Element, question: Question) -> bool:
    """Whether a control shows only its hint: the same words, or what Word marks and styles as one."""
    if _is_hint_text(words_of(control), question):
        return True
    if control.find(_SHOWS_HINT) is None:
        return False
    runs = [run for run in control.iter(_RUN) if run.find(_T) is not None]
    return all(_is_hint_style(run) for run in runs)


def _is_hint_style(run: etree._Element) -> bool:
    style = run.find(_STYLE)
    return style is not None and style.get(w("val"), "").casefold() in (
        "placeholdertext",
        "tekstvantijdelijkeaanduiding",
    )


def _is_hint_text(text: str, question: Question) -> bool:
    words = fold(text)
    return not text.strip() or words == fold(hint_text(question)) or words in _WORDS_OWN


def _other_date(control: etree._Element, shown: str) -> date | None:
    """The date that a date control keeps, when it is another than the one shown."""
    element = control.find(_FULL_DATE)
    kept = parse_date((element.get(w("fullDate")) or "")[:10]).value if element is not None else None
    read = parse_date(shown).value
    return kept if kept is not None and read is not None and kept != read else None
