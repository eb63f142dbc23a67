"""Make a blank or prefilled form as a workbook: drawn once per form, then only what differs is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from xml.sax.saxutils import escape

from docgen.errors import WrongUseError
from docgen.formats.pack import Member, deflate, pack_members
from docgen.formats.xlsx.archive import read_parts
from docgen.formats.xlsx.draw import SHEET_PART, Drawing, draw_form
from docgen.formats.xlsx.echo import echo_words
from docgen.formats.xlsx.layout import Input, height_of
from docgen.formats.xlsx.pieces import Pieces, cut_sheet
from docgen.formats.xlsx.stamp import write_stamp
from docgen.formats.xlsx.text_cells import (
    DATE_FORMAT,
    GENERAL_FORMAT,
    TEXT_FORMAT,
    check_text,
    day_number,
    stored_text,
)
from docgen.model.form import Form
from docgen.model.record import Prefill, Value, start_values, value_text


@dataclass(frozen=True)
class _Blank:
    """A form drawn once: the parts of its zip, and the two sheets that differ per addressee in pieces."""

    drawing: Drawing
    members: Mapping[str, Member]
    inputs: Mapping[str, Input]
    sheet: Pieces
    stamp: Pieces


def make_blank(form: Form, prefill: Prefill) -> bytes:
    """The bytes of the form as a workbook; raises WrongUseError for a value that has no place in it."""
    blank, values = _draw_once(form), start_values(form, prefill)
    _check_keys(form, values)
    locked = set(prefill.values) if prefill.locked else set[str]()
    changes = dict(_footer(blank.sheet, prefill.reference))
    for key, value in values.items():
        changes.update(_fill(blank, blank.inputs[key], value, locked=key in locked))
    changes.update(_make_room(blank, values))
    stamp = _stamp_cells(blank.stamp, write_stamp(form.identity(prefill.reference), prefill.printed))
    changed = (
        deflate(SHEET_PART, blank.sheet.put_together(changes)),
        deflate(blank.drawing.stamp_part, blank.stamp.put_together(stamp)),
    )
    return pack_members({**blank.members, **{member.name: member for member in changed}}.values())


@lru_cache(maxsize=8)
def _draw_once(form: Form) -> _Blank:
    drawing = draw_form(form)
    parts = read_parts(drawing.file)
    return _Blank(
        drawing=drawing,
        members={name: deflate(name, part) for name, part in parts.items()},
        inputs={item.question.key: item for item in drawing.layout.inputs},
        sheet=cut_sheet(parts[SHEET_PART]),
        stamp=cut_sheet(parts[drawing.stamp_part]),
    )


def _check_keys(form: Form, values: Mapping[str, Value]) -> None:
    for key in values:
        if key not in form.questions:
            message = (
                f"Het formulier {form.path} heeft geen plaats voor “{key}”; kies een andere sleutel of minder rijen."
            )
            raise WrongUseError(message)


def _footer(sheet: Pieces, reference: str | None) -> Iterator[tuple[str, str]]:
    """The footer with the reference behind the title, which stands left of the page numbers."""
    if reference:
        title, right, numbers = sheet["oddFooter"].rpartition("&amp;R")
        words = check_text(reference, "referentie").replace("&", "&&").replace("\n", " ")
        yield "oddFooter", f"{title}, {escape(words)}{right}{numbers}"


def _fill(blank: _Blank, item: Input, value: Value, *, locked: bool) -> Iterator[tuple[str, str]]:
    """The cells of one input as they are with its value."""
    looks, (first, *others) = blank.drawing.looks_of(item.question), item.area.each_cell
    if isinstance(value, date) and (number := day_number(value)) is not None:
        yield first, f'<c r="{first}" s="{looks[locked, DATE_FORMAT]}"><v>{number}</v></c>'
    else:
        yield first, _text_cell(first, looks[locked, TEXT_FORMAT], stored_text(value_text(value), item.question.key))
    for cell in others:
        yield cell, f'<c r="{cell}" s="{looks[locked, GENERAL_FORMAT]}"/>'
    if item.echo:
        formula = blank.sheet[item.echo.cell].rpartition("<v>")[0]
        yield (
            item.echo.cell,
            f"{formula}<v>{escape(echo_words(value or None, item.no_echo, item.question.language))}</v></c>",
        )


def _text_cell(cell: str, look: int | str, text: str) -> str:
    start = f'<c r="{cell}" s="{look}"'
    return f'{start} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>' if text else f"{start}/>"


def _make_room(blank: _Blank, values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """The rows that must be higher to show their values."""
    layout, needed = blank.drawing.layout, defaultdict[int, float](float)
    for key, value in values.items():
        if isinstance(value, str):
            area = blank.inputs[key].area
            needed[area.row] = max(needed[area.row], height_of(value, layout.width(area)))
    for row, height in needed.items():
        if height > layout.heights[row]:
            yield str(row), re.sub(r'ht="[^"]*"', f'ht="{height:g}"', blank.sheet[str(row)])


def _stamp_cells(stamp: Pieces, texts: Iterable[str]) -> dict[str, str]:
    """The very hidden sheet with one row a text."""
    look = re.findall(r's="(\d+)"', stamp["A1"])[0]
    cells = [_text_cell(f"A{row}", look, stored_text(text, "referentie")) for row, text in enumerate(texts, start=1)]
    rows = "".join(f'</row><row r="{row}">{cell}' for row, cell in enumerate(cells[1:], start=2))
    return {"dimension": f'<dimension ref="A1:A{len(cells)}"/>', "A1": cells[0] + rows}
