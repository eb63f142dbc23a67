"""The sheets of a form's workbook that are not read: a form of somebody else, or anything that a person put there.

Nothing is dropped in silence: a sheet that says something the form does not say is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from docgen.errors import UnreadableFileError
from docgen.formats.xlsx.found import At, Grids
from docgen.formats.xlsx.grid import Grid
from docgen.formats.xlsx.labels import fold_label, printed_words
from docgen.formats.xlsx.lines import cell_text
from docgen.formats.xlsx.stamp import own_sheets
from docgen.model.form import Form
from docgen.model.form_words import FORM_WORDS
from docgen.model.record import Prefill, start_values, value_text
from docgen.model.value import Place, Remark

#: Other sheets than these are counted only.
_MOST_SHEETS = 10
#: A copy of the form bears this part of its labels, in this corner of the sheet.
_ENOUGH, _MOST_ROWS, _MOST_COLUMNS = 0.5, 500, 60
#: A copy without labels has at least so many values in the cells of the form.
_LEAST_VALUES = 6
_DRAWING = re.compile(rb"<(?:\w+:)?drawing\b")
_APART = "Stuur elk formulier als apart bestand; is het blad een oude versie, verwijder het dan."
_SEND = (
    "Stuur wat erop staat als apart bestand als het bij het dossier hoort; anders bevestigt het bureau dat het blad "
    "niet nodig is."
)
Spot = tuple[int, int]


@dataclass(frozen=True)
class _Read:
    """The sheet that was read: its keys by cell, its words by cell, and all words that are nothing new."""

    form: Form
    title: str
    keys: Mapping[Spot, str]
    words: Mapping[Spot, str]
    known: frozenset[str]


def tell_other_sheets(form: Form, at: Mapping[str, At], grids: Grids) -> tuple[Remark, ...]:
    """A remark on every sheet that says something else than the form that was read."""
    package, added = grids.package, own_sheets(grids.package)
    sheets = [n for n, sheet in enumerate(package.sheets) if n not in added and sheet.target is not None]
    if len(sheets) < 2 or (home := _home(at, grids)) is None:
        return ()
    ours = {home, *(where.sheet for where in at.values() if where.doubt is None)}
    if not (others := [n for n in sheets if n not in ours]):
        return ()
    read = _what_was_read(form, at, grids, home)
    remarks = [remark for n in others[:_MOST_SHEETS] if (remark := _tell(read, n, grids)) is not None]
    if more := len(others[_MOST_SHEETS:]):
        sentence = f"Deze werkmap telt nog {more} andere bladen; die zijn niet gelezen."
        remarks.append(Remark(sentence, Place(package.name), _SEND))
    return tuple(remarks)


def _home(at: Mapping[str, At], grids: Grids) -> int | None:
    """The sheet on which most of the form stands."""
    sheets = Counter(where.sheet for where in at.values()).most_common(1)
    return sheets[0][0] if sheets else next(iter(grids.visible), None)


def _what_was_read(form: Form, at: Mapping[str, At], grids: Grids, home: int) -> _Read:
    words = dict(_words(grids[home]))
    keys = {(where.row, where.column): key for key, where in at.items() if where.sheet == home}
    return _Read(form, grids[home].title, keys, words, _form_words(form) | set(words.values()))


@lru_cache(maxsize=32)
def _form_words(form: Form) -> frozenset[str]:
    """What the form itself prints or offers to choose from."""
    words = {fold_label(choice) for question in form.questions.values() for choice in question.choices}
    hint = FORM_WORDS[form.language].date_hint
    return printed_words(form) | words | set(_printed(form).values()) | {fold_label(form.title), fold_label(hint)}


@lru_cache(maxsize=32)
def _printed(form: Form) -> Mapping[str, str]:
    """What a new form holds, by key."""
    return {key: fold_label(value_text(value)) for key, value in start_values(form, Prefill()).items()}


def _tell(read: _Read, number: int, grids: Grids) -> Remark | None:
    sheet = grids.package.sheets[number]
    try:
        grid = grids[number]
    except UnreadableFileError:
        return None if sheet.is_hidden else _unread(Place(grids.package.name, f"{sheet.title}!A1"), sheet.title)
    is_form = _is_form(read, grid)
    if sheet.is_hidden and not is_form:
        return None
    if (spot := _first_new(read, grid, is_form=is_form)) is None:
        return None
    place = Place(grids.package.name, grid.spot(*spot))
    return _differs(place, read, sheet.title, is_hidden=sheet.is_hidden) if is_form else _unread(place, sheet.title)


def _unread(place: Place, title: str) -> Remark:
    sentence = (
        f"Op het blad “{title}” van deze werkmap staat iets dat niet bij het formulier hoort; het is niet gelezen."
    )
    return Remark(sentence, place, _SEND)


def _differs(place: Place, read: _Read, title: str, *, is_hidden: bool) -> Remark:
    sheet = "verborgen blad" if is_hidden else "blad"
    sentence = (
        f"Het {sheet} “{title}” van deze werkmap is nog een exemplaar van dit formulier, dat anders ingevuld is; "
        f"alleen het blad “{read.title}” is gelezen."
    )
    return Remark(sentence, place, _APART)


def _is_form(read: _Read, grid: Grid) -> bool:
    """Whether a sheet bears half of the form's labels, or its values in the same cells and little else."""
    cells = {spot: word for spot, word in _words(grid) if spot[0] <= _MOST_ROWS and spot[1] <= _MOST_COLUMNS}
    labels = printed_words(read.form)
    if len(labels & set(cells.values())) >= _ENOUGH * len(labels):
        return True
    shared = len(read.keys.keys() & cells.keys())
    filled = len(read.keys.keys() & read.words.keys())
    return shared >= max(_LEAST_VALUES, _ENOUGH * filled, _ENOUGH * len(cells))


def _first_new(read: _Read, grid: Grid, *, is_form: bool) -> Spot | None:
    """The first cell that says something else; the formulas of a form only echo what was typed elsewhere."""
    is_alike = is_form and _lies_alike(read, grid)
    for spot, word in _words(grid):
        key = read.keys.get(spot)
        if is_form and key is None and spot in grid.formulas:
            continue
        if word not in read.known or (is_alike and key and _is_other(read, key, (word, read.words.get(spot)))):
            return spot
    return (1, 1) if not is_form and _DRAWING.search(grid.xml) else None


def _is_other(read: _Read, key: str, words: tuple[str, str | None]) -> bool:
    """Whether an answer of the copy is another one, and not what every new form holds there."""
    here, there = words
    return here not in (there, _printed(read.form).get(key))


def _lies_alike(read: _Read, grid: Grid) -> bool:
    """Whether the labels of the copy stand in the same cells."""
    labels = printed_words(read.form)
    places = [spot for spot, word in read.words.items() if word in labels]
    same = {spot for spot, word in _words(grid) if read.words.get(spot) == word}
    return sum(spot in same for spot in places) >= _ENOUGH * len(places)


def _words(grid: Grid) -> Iterator[tuple[Spot, str]]:
    """The cells in which letters or digits stand, with their folded words."""
    for row in grid.row_numbers:
        for column, value in grid.filled_cells(row):
            if word := fold_label(cell_text(value)):
                yield (row, column), word
