"""What a person put in one cell: the text, whether it is still the hint, and what kind of signature it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from docgen.dates import format_date, parse_date
from docgen.formats.docx.controls import hint_text, other_hints
from docgen.formats.docx.inline import words_of
from docgen.formats.docx.package import w
from docgen.model.form import Kind, Question
from docgen.model.value import SignatureKind
from docgen.text import fold

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_SDT = w("sdt")
_MARKED = "het invulveld is nog als leeg gemerkt"
_SHOWS_HINT = f"{w('sdtPr')}/{w('showingPlcHdr')}"
_FULL_DATE = f"{w('sdtPr')}/{w('date')}"
_PICTURES, _INK = (w("drawing"), w("pict"), w("object")), f"{{{_W14}}}contentPart"
#: What Word itself puts in an emptied control, folded: Dutch, English, French, German.
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
    "klicken oder tippen sie hier um text einzugeben",
    "klicken oder tippen sie um ein datum einzugeben",
    "wahlen sie ein element aus",
)


@dataclass(frozen=True)
class Answer:
    """The text in a place, empty when nothing was filled in; `picture` when a picture or ink stands there."""

    text: str
    doubt: str | None = None
    picture: SignatureKind | None = None


def read_answer(element: etree._Element, question: Question, *, by_word: bool = False) -> Answer:
    """What stands in a cell, control or paragraph for this question, hints left out.

    The words decide: Writer 7.4 leaves the mark and the style of a hint on what is typed over it. Only in a file
    that Word saved (`by_word`) does the mark on other words raise a doubt: Word may have put a hint of its own there.
    """
    picture, shown = find_picture(element), words_of(element).strip()
    if _is_hint_text(shown, question):
        return Answer("", picture=picture)
    controls = [element] if element.tag == _SDT else list(element.iter(_SDT))
    hints = [control for control in controls if _is_hint_text(words_of(control), question)]
    text = words_of(element, hints).strip() if hints else shown
    filled = [control for control in controls if control not in hints]
    marked = [control for control in filled if control.find(_SHOWS_HINT) is not None]
    doubt = next(_doubts(element, question, filled, text), None)
    if marked and (rest := _without_hint(text, question)) != text:
        return Answer(rest, f"het voorbeeld “{hint_text(question)}” stond er nog bij", picture)
    return Answer(text, doubt or (_MARKED if marked and by_word else None), picture)


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
    for control in filled:
        inside = words_of(control).strip()
        if control is not element and inside != text:
            yield "er staat ook tekst naast het invulveld"
        if question.kind is Kind.DATE and (hidden := _other_date(control, inside)) is not None:
            yield f"op de pagina staat {inside}, maar het datumveld bewaart {format_date(hidden)}"


def _without_hint(text: str, question: Question) -> str:
    """What was typed before or after a hint that was left in place."""
    hint = hint_text(question)
    return text.removesuffix(hint).removeprefix(hint).strip()


def _is_hint_text(text: str, question: Question) -> bool:
    # Folded: Word makes three dots one sign, and a person may retype a hint with other capitals.
    words = fold(text)
    hints = {fold(hint) for hint in (hint_text(question), *other_hints(question))}
    return not text.strip() or words in hints or words in _WORDS_OWN


def _other_date(control: etree._Element, shown: str) -> date | None:
    """The date that a date control keeps, when it is another than the one shown."""
    element = control.find(_FULL_DATE)
    # The date is kept with a time, which Word writes as midnight of no zone in particular.
    kept = parse_date((element.get(w("fullDate")) or "")[:10]).value if element is not None else None
    read = parse_date(shown).value
    return kept if kept is not None and read is not None and kept != read else None
