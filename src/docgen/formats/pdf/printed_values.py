"""What a page of ours that was printed to PDF shows as text in each of its inputs, and why that may not be all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from docgen.formats.pdf.field_boxes import FieldBox
from docgen.formats.pdf.fit_print import Fit
from docgen.formats.pdf.glyphs import Box, Glyph, Sheet, is_swapped, mend_text
from docgen.formats.pdf.print_layout import PrintedPage

#: Whether ink stands in a box of the printed page.
Shows = Callable[[Box], bool]
#: A character's middle stands so far above its line, as a part of the line's height.
_MIDDLE = 0.25
#: Two pieces of text that follow each other so closely, as a part of the height, were typed as one.
_TIGHT = 0.06
#: What was drawn in one go may still stand in two inputs (cairo joins them): no space is as wide as this part of it.
_JUMP = 0.8
#: Points by which a character may reach over the edge of its box: pens are thick, and fits are rounded.
_EDGE, _EDGE_BELOW = 0.8, 2.0
#: Lines of one text stand no further apart than this, as a rule than that, and a space takes so much: parts of the
#: height.
_LEADING, _CLOSE, _SPACE = 2.0, 1.25, 0.22
#: Two characters of which so much of the smaller one lies on the other were not meant to be read.
_OVER = 0.4
#: A line so long, as a part of its box, was followed by another if there was more.
_FILLED = 0.7
#: Viewers keep this much of a box free at its sides, in points.
_PADDING = 2.0
#: Drawn for a character that a font lacks.
_LACKING = "□\ufffd\ufffe\uffff"
_LIGATURES = str.maketrans({0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"})

_HIDDEN = "op de bladzijde is niet alles te zien van wat er getypt werd"
_SPILLS = "de tekst loopt buiten het vak"
_CUT = "de tekst is aan de rand van het vak afgebroken"
_OVERLAID = "er staat tekst over tekst"
_UNKNOWN = "een of meer tekens zijn in het bestand verloren gegaan"
_LINES = "er staan meer regels dan in het vak passen"
_SPILLED = "de tekst van een ander vak loopt hier door"
_UNSEEN = "er staat tekst die op de bladzijde niet te zien is"
_BROKEN_OFF = "een woord is op het einde van een regel afgebroken, en het is niet zeker of het één woord is"
_FULL = "het vak is helemaal vol, en het is niet zeker of alles erop staat wat er getypt werd"
_MENDED = "een programma heeft letters in het bestand verwisseld"
_BACKWARDS = "er staat schrift in dat van rechts naar links loopt"


@dataclass(frozen=True)
class PrintedValue:
    """What stands in one input, and the box round the ink of each of its characters.

    `doubt` says why it may be misread, `fault` why it cannot be taken for the value.
    """

    text: str
    inks: tuple[Box, ...]
    doubt: str | None = None
    fault: str | None = None


@dataclass(frozen=True)
class PrintedTexts:
    """The inputs that hold text, by key, and the boxes of other text that somebody added to the page."""

    values: Mapping[str, PrintedValue]
    added: tuple[Box, ...]


@dataclass(frozen=True)
class _Letter:
    """A character in points of our page: its ink, and the ends of its place on the line."""

    glyph: Glyph
    ink: Box
    start: complex
    end: complex
    height: float
    is_seen: bool

    @property
    def middle(self) -> complex:
        """A point in the heart of the character."""
        return (self.start + self.end) / 2 - 1j * _MIDDLE * self.height


@dataclass
class _Run:
    """Characters typed in one go on one line; `home` is the input that it begins in, as far as one can see."""

    letters: list[_Letter]
    home: str | None = None

    @property
    def inked(self) -> list[_Letter]:
        """Its characters without the spaces."""
        return [letter for letter in self.letters if not letter.glyph.char.isspace()]

    @property
    def line(self) -> float:
        """How far below the top of the page its line stands."""
        return self.inked[0].start.imag

    @property
    def height(self) -> float:
        """The height of its line."""
        return max(letter.height for letter in self.inked)


@dataclass
class _Spot:
    """One input while its text is gathered."""

    box: FieldBox
    wraps: bool
    runs: list[_Run] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read_texts(page: PrintedPage, found: tuple[Sheet, Fit], wrapping: Iterable[str], shows: Shows) -> PrintedTexts:
    """The text in each input of a page; `wrapping` are the keys of inputs that take several lines."""
    several = frozenset(wrapping)
    spots = {box.key: _Spot(box, box.key in several) for box in page.boxes if box.state is None}
    runs = list(_find_runs(_letters(*found, shows)))
    for run in runs:
        _settle(run, spots)
    _settle_unseen(runs, spots)
    added = [_round(run.inked) for run in runs if run.home is None and any(letter.is_seen for letter in run.inked)]
    values = {key: _read(spot) for key, spot in spots.items() if spot.runs or spot.faults}
    return PrintedTexts(values, tuple(added))


def _letters(sheet: Sheet, fit: Fit, shows: Shows) -> Iterator[_Letter]:
    scale = abs(fit.turn)
    for number, glyph in enumerate(sheet.glyphs):
        if number in fit.own:
            continue
        left, top, right, bottom = glyph.box
        one, other = fit.find(complex(left, top)), fit.find(complex(right, bottom))
        ink = (
            min(one.real, other.real), min(one.imag, other.imag), max(one.real, other.real), max(one.imag, other.imag)
        )  # fmt: skip
        is_seen = glyph.char.isspace() or ink[2] - ink[0] <= 0 or shows(ink)
        yield _Letter(glyph, ink, fit.find(glyph.start), fit.find(glyph.end), glyph.height / scale, is_seen)


def _find_runs(letters: Iterable[_Letter]) -> Iterator[_Run]:
    run = list[_Letter]()
    for letter in letters:
        if run and not _goes_on(run[-1], letter):
            yield from _as_run(run)
            run = []
        run.append(letter)
    yield from _as_run(run)


def _as_run(letters: list[_Letter]) -> Iterator[_Run]:
    if any(not letter.glyph.char.isspace() for letter in letters):
        yield _Run(letters)


def _goes_on(before: _Letter, letter: _Letter) -> bool:
    if letter.glyph.drawn == before.glyph.drawn:
        step = letter.start - before.end
        return abs(step.imag) < _MIDDLE * before.height and abs(step.real) < _JUMP * before.height
    return letter.glyph.follows(before.glyph) and abs(letter.start - before.end) <= _TIGHT * before.height


def _settle(run: _Run, spots: Mapping[str, _Spot]) -> None:
    """Give a run to the input in which it is first seen, and mark the others that it spills into."""
    where = [(letter, _find_spot(letter.middle, spots)) for letter in run.inked]
    run.home = next((key for letter, key in where if key and letter.is_seen), None)
    if run.home is None:
        return
    home = spots[run.home]
    home.runs.append(run)
    outside = [(letter, key) for letter, key in where if key != run.home]
    if any(not letter.is_seen for letter in run.inked):
        home.doubts.append(_HIDDEN)
    elif outside:
        home.doubts.append(_SPILLS)
    for letter, key in outside:
        if key and letter.is_seen:
            spots[key].faults.append(_SPILLED)


def _find_spot(point: complex, spots: Mapping[str, _Spot]) -> str | None:
    for key, spot in spots.items():
        left, top, right, bottom = spot.box.box
        if left <= point.real <= right and top <= point.imag <= bottom:
            return key
    return None


def _settle_unseen(runs: Sequence[_Run], spots: Mapping[str, _Spot]) -> None:
    """Text that nothing shows belongs to the input whose lines it goes on with, else it taints where it lies."""
    for order in (runs, runs[::-1]):
        for before, run in pairwise(order):
            if before.home and before.home != run.home and _is_next_line(before, run, spots[before.home]):
                _take_along(before.home, run, spots)
    for run in runs:
        lies_in = _find_spot(run.inked[0].middle, spots)
        if run.home is None and lies_in and not run.inked[0].is_seen:
            spots[lies_in].faults.append(_UNSEEN)


def _is_next_line(before: _Run, run: _Run, spot: _Spot) -> bool:
    """Whether a run outside an input goes on where the text in it stops, or stops where that starts."""
    hidden = not any(letter.is_seen for letter in run.inked)
    near = abs(run.line - before.line) <= (_LEADING if hidden else _CLOSE) * before.height
    beside = abs(run.inked[0].start.real - before.inked[0].start.real) <= _PADDING
    return spot.wraps and near and abs(run.line - before.line) > before.height / 2 and (hidden or beside)


def _take_along(home: str, run: _Run, spots: Mapping[str, _Spot]) -> None:
    """Give a line that is hidden, or lies in the next input by chance, to the input that it was typed in."""
    spots[home].doubts.append(_HIDDEN)
    if run.home is None:
        run.home = home
        spots[home].runs.append(run)
    else:
        spots[run.home].faults.append(_SPILLED)


def _read(spot: _Spot) -> PrintedValue:
    lines = _part_lines(spot.runs)
    text, doubts = _join(lines, spot)
    letters = [letter for run in spot.runs for letter in run.inked]
    faults = [*spot.faults, *_find_faults(letters, lines, spot)]
    if len(lines) > 1 and _may_go_on(lines[-1], text, spot):
        doubts.append(_FULL)
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        doubts.append(_BACKWARDS)
    if any(is_swapped(letter.glyph.char) for letter in letters):
        doubts.append(_MENDED)
    if _OVERLAID in faults:
        text = ""  # its letters are those of two texts
    said, told = dict.fromkeys((*spot.doubts, *doubts)), dict.fromkeys(faults)
    inks = tuple(letter.ink for letter in letters)
    return PrintedValue(text, inks, "; ".join(said) or None, "; ".join(told) or None)


def _may_go_on(last: _Run, text: str, spot: _Spot) -> bool:
    """Whether a text that fills its box may have had more lines: cairo leaves out those that would not show."""
    left, _, right, bottom = spot.box.box
    is_full = last.line + last.height > bottom
    return is_full and ("\n" in text or last.inked[-1].end.real - left > _FILLED * (right - left))


def _find_faults(letters: Sequence[_Letter], lines: Sequence[_Run], spot: _Spot) -> Iterator[str]:
    if any(letter.glyph.broken or is_lost(letter.glyph.char) for letter in letters):
        yield _UNKNOWN
    if any(_lies_over(one, other) for at, one in enumerate(letters) for other in letters[at + 1 :]):
        yield _OVERLAID
    if len(lines) > 1 and not spot.wraps:
        yield _LINES
    left, _, right, bottom = spot.box.box
    if any(run.inked[0].ink[0] < left - _EDGE or run.inked[-1].ink[2] > right + _EDGE for run in lines):
        ends = [letter for run in lines for letter in (run.inked[0], run.inked[-1])]
        if all(left <= letter.middle.real <= right for letter in ends):
            yield _CUT
    if any(letter.is_seen and letter.ink[3] > bottom + _EDGE_BELOW for letter in letters):
        yield _CUT


def is_lost(char: str) -> bool:
    """Whether a character is surely not the one that was typed: a font lacked it, or a program lost it."""
    return char in _LACKING or unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn", "Cs")


def _lies_over(one: _Letter, other: _Letter) -> bool:
    if one.glyph.drawn == other.glyph.drawn:
        return False
    width = min(one.ink[2], other.ink[2]) - max(one.ink[0], other.ink[0])
    height = min(one.ink[3], other.ink[3]) - max(one.ink[1], other.ink[1])
    smaller = min((ink[2] - ink[0]) * (ink[3] - ink[1]) for ink in (one.ink, other.ink))
    return width > 0 and height > 0 and width * height > _OVER * smaller


def _part_lines(runs: Iterable[_Run]) -> list[_Run]:
    """The runs of one input as lines from top to bottom."""
    lines = list[_Run]()
    for run in sorted(runs, key=lambda run: (run.line, run.inked[0].start.real)):
        if lines and abs(run.line - lines[-1].line) < run.height / 2:
            letters = sorted((*lines[-1].letters, *run.letters), key=lambda letter: letter.start.real)
            lines[-1] = replace(lines[-1], letters=letters)
        else:
            lines.append(_Run(run.letters, run.home))
    return lines


def _join(lines: Sequence[_Run], spot: _Spot) -> tuple[str, list[str]]:
    """The lines as one text: a line end that was typed stays one, one that came of the width is a space."""
    text, doubts, before = "", list[str](), None
    for line in lines:
        words = _spell_line(line)
        if before is not None:
            joint, doubt = _joint(before, line, spot)
            text, doubts = text.rstrip() + joint, [*doubts, *doubt]
        text, before = text + words, line
    return " ".join(text.split(" ")).strip(), doubts


def _joint(before: _Run, line: _Run, spot: _Spot) -> tuple[str, list[str]]:
    said, last = _spell_line(before), before.inked[-1]
    first = next(iter(_first_word(line)))
    room = spot.box.box[2] - _PADDING - last.end.real
    if first.real + _SPACE * before.height < room - _EDGE:
        return "\n", []
    if said.endswith("-") and not said.endswith(" -"):
        return "", [_BROKEN_OFF]
    whole = " " not in said.strip() and room < first.imag + _EDGE
    return (" ", [_BROKEN_OFF]) if whole else (" ", [])


def _first_word(line: _Run) -> Iterator[complex]:
    """The width of the first word of a line, and as imaginary part that of its first character."""
    inked = line.inked
    end = next(
        (one for one, other in pairwise(line.letters) if other.glyph.char.isspace() or other.glyph.is_apart(one.glyph)),
        line.letters[-1],
    )
    yield complex(end.end.real - inked[0].start.real, inked[0].end.real - inked[0].start.real)


def _spell_line(line: _Run) -> str:
    parts = list[str]()
    for at, letter in enumerate(line.letters):
        before = line.letters[at - 1] if at else None
        apart = before and (
            letter.glyph.is_apart(before.glyph) or letter.start.real - before.end.real > _SPACE * letter.height
        )
        parts += [" "] if apart else []
        parts.append(letter.glyph.char)
    return mend_text("".join(parts)).translate(_LIGATURES).replace("\u00a0", " ").replace("\t", " ")


def _round(letters: Sequence[_Letter]) -> Box:
    lefts, tops, rights, bottoms = zip(*(letter.ink for letter in letters), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
