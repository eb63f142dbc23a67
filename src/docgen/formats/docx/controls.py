"""Word's content controls: one for each question, tagged with its key and bookmarked under it.

LibreOffice Writer drops the tags on saving and keeps the bookmarks, so each control has both.
"""

from __future__ import annotations

import zlib
from datetime import date
from html import escape

from docgen.formats.docx.package import check_characters
from docgen.model.form import Kind, Question
from docgen.model.form_words import FORM_WORDS, FormWords
from docgen.model.record import Value, value_text

#: Word cuts longer bookmark names.
MAX_BOOKMARK = 40
#: What stands in an empty control when the sjabloon prints nothing short there: the name of a word in `FormWords`.
_HINTS = {
    Kind.TEXT: "type_here",
    Kind.LONG_TEXT: "type_here",
    Kind.DATE: "date_hint",
    Kind.CHOICE: "choose",
    Kind.OPEN_CHOICE: "choose_or_type",
    Kind.SIGNATURE: "signature",
}
#: A longer placeholder would widen its column.
_MAX_HINT = 14
#: Numbers of controls are unique in a file: ours follow that of the group around them.
_FIRST_ID = 710_000_000


def bookmark_name(key: str) -> str:
    """The bookmark of a key: the key itself, or its start and a checksum when Word would cut it."""
    return key if len(key) <= MAX_BOOKMARK else f"{key[:31]}_{zlib.crc32(key.encode()):08x}"


def hint_text(question: Question) -> str:
    """What stands in the empty control, and counts as empty when it comes back."""
    printed = question.ask.placeholder
    return printed if printed and len(printed) <= _MAX_HINT else _hint(question.kind, question.form_words)


def other_hints(question: Question) -> frozenset[str]:
    """The hints of the form's other languages, and of older versions that asked it otherwise: they are empty too."""
    kinds = (question.kind, *(kind for kind in _HINTS if kind is not Kind.SIGNATURE))
    return frozenset(_hint(kind, words) for words in FORM_WORDS.values() for kind in kinds)


def _hint(kind: Kind, words: FormWords) -> str:
    return str(getattr(words, _HINTS[kind]))


def control_xml(question: Question, value: Value | None, *, number: int, locked: bool) -> str:
    """The content control of one question between its bookmark, as the XML of a paragraph.

    Raises WrongUseError with the key of a value that holds characters Word cannot hold.
    """
    name = bookmark_name(question.key)
    lock = "sdtContentLocked" if locked and value is not None else "sdtLocked"
    empty = "<w:showingPlcHdr/>" if value is None else ""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(question.full_label)}"/><w:tag w:val="{question.key}"/>'
        f'<w:id w:val="{_FIRST_ID + number}"/><w:lock w:val="{lock}"/>{empty}{_type_xml(question, value)}</w:sdtPr>'
        f"<w:sdtContent>{_content_xml(question, value)}</w:sdtContent></w:sdt>"
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def run_xml(text: str, style: str = "") -> str:
    """A run of text as Word's XML, with its line breaks and tabs; `style` names a character style."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    open_text, close_text = '<w:t xml:space="preserve">', "</w:t>"
    inner = escape(text, quote=False).replace("\r\n", "\n").replace("\r", "\n")
    inner = inner.replace("\n", f"{close_text}<w:br/>{open_text}").replace("\t", f"{close_text}<w:tab/>{open_text}")
    return f"<w:r>{properties}{open_text}{inner}{close_text}</w:r>"


def _content_xml(question: Question, value: Value | None) -> str:
    if value is None:
        return run_xml(hint_text(question), "PlaceholderText")
    return run_xml(check_characters(value_text(value), question.key))


def _type_xml(question: Question, value: Value | None) -> str:
    if question.kind is Kind.DATE:
        full = f' w:fullDate="{value:%Y-%m-%d}T00:00:00Z"' if isinstance(value, date) else ""
        return (
            f'<w:date{full}><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="{question.form_words.tag}"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
    if question.kind is Kind.CHOICE:
        none = f'<w:listItem w:displayText="{question.form_words.choose}" w:value=""/>'
        return f"<w:dropDownList>{none}{_items(question)}</w:dropDownList>"
    if question.kind is Kind.OPEN_CHOICE:
        return f"<w:comboBox>{_items(question)}</w:comboBox>"
    return "<w:richText/>"  # of plain text controls Writer 7.4 loses the hint and the place of line breaks


def _items(question: Question) -> str:
    words = (escape(choice) for choice in question.choices)
    return "".join(f'<w:listItem w:displayText="{word}" w:value="{word}"/>' for word in words)
