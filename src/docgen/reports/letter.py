"""The letter that goes back with an incomplete dossier, as plain text and as html to paste in a mail.

It names nobody as the sender: trainee and mentor may both send a dossier (handleiding § 4.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from textwrap import wrap

from docgen.dates import format_date_words
from docgen.model.remark import Remark
from docgen.model.report import DossierReport
from docgen.model.rule import Verdict
from docgen.reports.printable import printable

_WIDTH = 78  # characters: mail programs break plain text a little further on
_NEEDED = "Nodig om verder te kunnen"
_ASKED = "Ook na te kijken"
_DESK = "Dit kijken wij zelf na"
_FILES = "Uw bestanden"
_NEXT = "Hoe nu verder"


@dataclass(frozen=True)
class Sender:
    """Who writes: the lines under the greeting, and how to reach the office; all may be empty."""

    lines: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()


@dataclass(frozen=True)
class Letter:
    """All that one letter says; `files` are whole sentences, one a file."""

    dossier: DossierReport
    remarks: Sequence[Remark]
    desk: Sequence[str]
    files: Sequence[str]
    sender: Sender
    on: date

    @property
    def subject(self) -> str:
        """The line above the letter, and of the mail."""
        what = "nog na te kijken" if self.dossier.verdict is Verdict.TO_REVIEW else "nog aan te vullen"
        return printable(f"Dossier van {self.dossier.subject or self.dossier.name}: {what}")


@dataclass(frozen=True)
class _Part:
    """A heading with paragraphs below it, and numbered remarks."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    points: tuple[str, ...] = ()


def letter_text(letter: Letter) -> str:
    """The letter as plain text, in lines that fit a mail."""
    lines = [f"Onderwerp: {letter.subject}", "", "Geachte", ""]
    lines += wrap(_opening(letter), _WIDTH)
    for part in _parts(letter):
        lines += ["", part.heading.upper(), ""]
        for paragraph in part.paragraphs:
            lines += wrap(paragraph, _WIDTH)
        for remark in part.remarks:
            lines += [*_remark_lines(remark), ""]
        for point in part.points:
            lines += wrap(point, _WIDTH, initial_indent="- ", subsequent_indent="  ")
        while lines[-1] == "":
            lines.pop()
    return "\n".join([*lines, "", "Met vriendelijke groeten", *letter.sender.lines]) + "\n"


def letter_html(letter: Letter) -> str:
    """The letter as one html page without anything from outside, to open and paste in a mail."""
    body = f"<p>Geachte</p>\n<p>{escape(_opening(letter))}</p>\n"
    body += "".join(_part_html(part) for part in _parts(letter))
    closing = "<br>".join(map(escape, ("Met vriendelijke groeten", *letter.sender.lines)))
    style = "font-family: Calibri, Arial, sans-serif; font-size: 11pt; max-width: 42em; margin: 2em"
    return (
        f'<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>{escape(letter.subject)}</title></head>\n'
        f'<body style="{style}">\n{body}<p>{closing}</p>\n</body></html>\n'
    )


def _opening(letter: Letter) -> str:
    who = letter.dossier.subject or letter.dossier.name
    seen = printable(f"Bedankt voor het dossier van {who}. Wij keken het na op {format_date_words(letter.on)}.")
    if letter.dossier.verdict is Verdict.UNREADABLE:
        return f"{seen} Wij konden er geen formulier in lezen; hieronder staat wat daarvoor nodig is."
    if letter.dossier.verdict is Verdict.INCOMPLETE:
        return f"{seen} Het is nog niet volledig. Hieronder staat wat nog nodig is; wat het dossier tegenhoudt eerst."
    if letter.remarks:
        return f"{seen} Er ontbreekt niets, maar hieronder staat wat nog nagekeken of bevestigd moet worden."
    return f"{seen} Er ontbreekt niets. Onze dienst moet nog iets nakijken; u hoeft nu niets te doen."


def _parts(letter: Letter) -> Iterator[_Part]:
    needed = tuple(remark for remark in letter.remarks if remark.blocking)
    asked = tuple(remark for remark in letter.remarks if not remark.blocking)
    if needed:
        yield _Part(_NEEDED, remarks=needed)
    if asked:
        yield _Part(_ASKED, remarks=asked)
    if letter.desk:
        yield _Part(_DESK, ("Hiervoor hoeft u niets te doen.",), points=tuple(map(printable, letter.desk)))
    if letter.files and letter.remarks:
        yield _Part(_FILES, points=tuple(map(printable, letter.files)))
    if letter.remarks:
        yield _Part(_NEXT, (_how_on(letter),))


def _how_on(letter: Letter) -> str:
    contact = letter.sender.contact
    ask = f" Hebt u een vraag? U bereikt ons via {' of '.join(contact)}." if contact else ""
    return (
        "Verbeter de bestanden, voeg toe wat ontbreekt en bezorg ons daarna het hele dossier opnieuw. De opmerkingen "
        f"mogen in de bestanden blijven staan: ze storen niet bij het volgende nazicht.{ask}"
    )


def _remark_lines(remark: Remark) -> Iterator[str]:
    start = f"{remark.number}. "
    indent = " " * len(start)
    yield from wrap(remark.message, _WIDTH, initial_indent=start, subsequent_indent=indent)
    for line in _details(remark):
        yield from wrap(line, _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _details(remark: Remark) -> Iterator[str]:
    if remark.remedy:
        yield f"Wat te doen: {remark.remedy}"
    if remark.where:
        yield f"Waar: {remark.where}"
    if remark.why:
        yield f"Waarom: {remark.why}"


def _part_html(part: _Part) -> str:
    html = f'<h2 style="font-size: 12pt; margin: 1.4em 0 0.4em">{escape(part.heading)}</h2>\n'
    html += "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in part.paragraphs)
    if part.remarks:
        items = "".join(map(_remark_html, part.remarks))
        html += f'<ol start="{part.remarks[0].number}">\n{items}</ol>\n'
    if part.points:
        html += "<ul>\n" + "".join(f"<li>{escape(point)}</li>\n" for point in part.points) + "</ul>\n"
    return html


def _remark_html(remark: Remark) -> str:
    details = "".join(f"<br>{escape(line)}" for line in _details(remark))
    return f'<li style="margin-bottom: 0.7em"><b>{escape(remark.message)}</b>{details}</li>\n'
