"""The letter that goes back with an incomplete dossier, as plain text and as html to paste in a mail.

It names nobody as the sender: trainee and mentor may both send a dossier (handleiding § 4.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from textwrap import wrap

from docgen.dates import format_date_words
from docgen.model.form_words import DUTCH
from docgen.model.remark import Remark
from docgen.model.return_words import RETURN_WORDS
from docgen.model.rule import Verdict
from docgen.reports.letter_words import LETTER_WORDS, LetterWords
from docgen.reports.printable import printable
from docgen.text import enumerate_words

_WIDTH = 78  # characters: mail programs break plain text a little further on
_NO_BREAK = "\u00a0"
_BEFORE = re.compile(r" ([»:;?!])")


@dataclass(frozen=True)
class Sender:
    """Who writes: the lines under the greeting, and how to reach the office; all may be empty."""

    lines: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()


@dataclass(frozen=True)
class Letter:
    """All that one letter says; `files` and `desk` are whole sentences, `in_order` names what nobody has to mend.

    `what` is what came in, in words that follow "thank you for": ``het dossier van Anna Proefsteen``.
    """

    what: str
    verdict: Verdict
    remarks: Sequence[Remark]
    desk: Sequence[str]
    files: Sequence[str]
    sender: Sender
    on: date
    in_order: Sequence[str] = ()
    language: str = DUTCH

    @property
    def words(self) -> LetterWords:
        """The words of its language."""
        return LETTER_WORDS[self.language]

    @property
    def subject(self) -> str:
        """The line above the letter, and of the mail."""
        state = self.words.to_review if self.verdict is Verdict.TO_REVIEW else self.words.to_complete
        what = self.what.partition(" ")[2]
        return printable(f"{what[:1].upper()}{what[1:]}{_colon(self.language)} {state}")


@dataclass(frozen=True)
class _Part:
    """A heading with paragraphs below it, and numbered remarks."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    points: tuple[str, ...] = ()


def letter_text(letter: Letter) -> str:
    """The letter as plain text, in lines that fit a mail."""
    words = letter.words
    lines = [words.subject.format(subject=letter.subject), "", words.greeting, "", *_wrap(_opening(letter))]
    for part in _parts(letter):
        lines += ["", part.heading.upper(), ""]
        for paragraph in part.paragraphs:
            lines += _wrap(paragraph)
        for remark in part.remarks:
            lines += [*_remark_lines(remark, words), ""]
        for point in part.points:
            lines += _wrap(point, "- ", "  ")
        while lines[-1] == "":
            lines.pop()
    return "\n".join([*lines, "", words.closing, *letter.sender.lines]) + "\n"


def letter_html(letter: Letter) -> str:
    """The letter as one html page without anything from outside, to open and paste in a mail."""
    words, subject = letter.words, _escape(letter.subject)
    body = f"<p>{_escape(words.greeting)}</p>\n<p>{_escape(_opening(letter))}</p>\n"
    body += "".join(_part_html(part, words) for part in _parts(letter))
    closing = "<br>".join(map(_escape, (words.closing, *letter.sender.lines)))
    style = "font-family: Calibri, Arial, sans-serif; font-size: 11pt; line-height: 1.35; max-width: 42em; margin: 2em"
    tag = RETURN_WORDS[letter.language].tag
    return (
        f'<!doctype html>\n<html lang="{tag}"><head><meta charset="utf-8"><title>{subject}</title></head>\n'
        f'<body style="{style}">\n{body}<p>{closing}</p>\n</body></html>\n'
    )


def _wrap(text: str, first: str = "", further: str = "") -> list[str]:
    """Lines that break neither a date nor a number; a mail has no other spaces than plain ones."""
    wrapped = wrap(_bind(text), _WIDTH, initial_indent=first, subsequent_indent=further, break_on_hyphens=False)
    return [line.replace(_NO_BREAK, " ") for line in wrapped]


def _bind(text: str) -> str:
    """The text with what French parts from its words by a space bound to them."""
    return _BEFORE.sub(f"{_NO_BREAK}\\1", text.replace("« ", f"«{_NO_BREAK}"))


def _escape(text: str) -> str:
    return escape(_bind(text))


def _whole(text: str) -> str:
    """The text in one piece: it is not broken over lines."""
    return text.replace(" ", _NO_BREAK)


def _colon(language: str) -> str:
    return ":" if language == DUTCH else f"{_NO_BREAK}:"


def _opening(letter: Letter) -> str:
    words, day = letter.words, _whole(format_date_words(letter.on, letter.language))
    seen = printable(words.thanks.format(what=letter.what, day=day))
    if letter.verdict is Verdict.UNREADABLE:
        return f"{seen} {words.unreadable}"
    if letter.verdict is Verdict.INCOMPLETE:
        return f"{seen} {words.incomplete}"
    return f"{seen} {words.to_confirm if letter.remarks else words.for_us}"


def _parts(letter: Letter) -> Iterator[_Part]:
    words = letter.words
    needed = tuple(remark for remark in letter.remarks if remark.blocking)
    asked = tuple(remark for remark in letter.remarks if not remark.blocking)
    if needed:
        yield _Part(words.head_needed, remarks=needed)
    if asked:
        yield _Part(words.head_asked, remarks=asked)
    if letter.desk:
        yield _Part(words.head_desk, (words.desk_intro,), points=tuple(map(printable, letter.desk)))
    if letter.in_order:
        rules = enumerate_words(list(letter.in_order), words.both)
        yield _Part(words.head_in_order, (printable(words.in_order.format(rules=rules)),))
    if letter.files and letter.remarks:
        yield _Part(words.head_files, points=tuple(map(printable, letter.files)))
    if letter.remarks:
        yield _Part(words.head_next, (_how_on(letter),))


def _how_on(letter: Letter) -> str:
    words, contact = letter.words, letter.words.contact_or.join(map(_whole, letter.sender.contact))
    return f"{words.next_steps} {words.contact.format(contact=contact)}" if contact else words.next_steps


def _remark_lines(remark: Remark, words: LetterWords) -> Iterator[str]:
    start = f"{remark.number}. "
    indent = " " * len(start)
    yield from _wrap(remark.message, start, indent)
    for line in _details(remark, words):
        yield from _wrap(line, indent, indent)


def _details(remark: Remark, words: LetterWords) -> Iterator[str]:
    if remark.remedy:
        yield words.to_do.format(remedy=remark.remedy)
    if remark.where:
        yield words.where.format(where=remark.where)
    if remark.why:
        yield words.why.format(why=remark.why)


def _part_html(part: _Part, words: LetterWords) -> str:
    html = f'<h2 style="font-size: 12pt; margin: 1.4em 0 0.4em">{_escape(part.heading)}</h2>\n'
    html += "".join(f"<p>{_escape(paragraph)}</p>\n" for paragraph in part.paragraphs)
    if part.remarks:
        items = "".join(_remark_html(remark, words) for remark in part.remarks)
        html += f'<ol start="{part.remarks[0].number}">\n{items}</ol>\n'
    if part.points:
        html += "<ul>\n" + "".join(f"<li>{_escape(point)}</li>\n" for point in part.points) + "</ul>\n"
    return html


def _remark_html(remark: Remark, words: LetterWords) -> str:
    details = "".join(f"<br>{_escape(line)}" for line in _details(remark, words))
    return f'<li style="margin-bottom: 0.7em"><b>{_escape(remark.message)}</b>{details}</li>\n'
