"""Go through the lines of an RL1 (§ 4.3) and gather what they state, label by label and row by row; all external."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from docgen.dates import is_open_end
from docgen.families.jobtraining.aanstelling import Aanstelling, Toestand, parse_toestand
from docgen.families.jobtraining.ambt import cut_ambt, is_leading, is_other_post
from docgen.families.jobtraining.rl1_woorden import (
    Veld,
    find_dates,
    find_volume,
    is_half_span,
    is_interruption,
    is_span,
    is_withdrawn,
    join_broken_span,
    label_of,
    says_open,
    split_labels,
    states_span,
    takes_back,
    without_dates,
)
from docgen.model.value import Line
from docgen.numbers import stamboeknummer

#: A head of a table names at least this many columns.
_FEWEST_COLUMNS = 3
_ELEVEN_DIGITS = re.compile(r"(?<!\d)[12](?:[\s.-]?\d){10}(?!\d)")
#: ``Naam`` may also stand above the name of the school.
_SCHOOL = re.compile(r"school|atheneum|lyceum|instituut|academie|college|\bGO!|\bcentrum\b", re.IGNORECASE)
#: More words than this are a sentence, no name.
_LONGEST_NAME = 8
#: In a sentence the person bears a title: "verklaart dat mevrouw Fientje Voorbeeld (stamboeknummer …)".
_TITLED = re.compile(
    r"\b(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]e heer|[Dd]hr\.?)\s+"
    r"((?:(?:van|de|den|der|het|ter|ten|te|’t|'t)\s+)*[^\W\d_a-z][\w’'.-]*"
    r"(?:\s+(?:(?:van|de|den|der|het|ter|ten|te|’t|'t)\s+)*[^\W\d_a-z][\w’'.-]*)+)"
)
#: A name that runs on over more lines than this allows is left as it is.
_MOST_SPELLINGS = 40
_BRACKETS = re.compile(r"\([^)]*\)")
_TEXT_CELL = re.compile(r"[^\W\d_]{2}")
_UNFINISHED = re.compile(r"(?:-|\b(?:tot|de|tot de|het|van|en|in|vast|administratieve|gewoon))$", re.IGNORECASE)
#: Labels whose value may run on below, in a narrow column.
_WRAPPING = (Veld.NAAM, Veld.AMBT, Veld.TOESTAND)
#: What belongs to the person or the school and goes on until it is said again; the rest is of one appointment.
_LASTING = (Veld.NAAM, Veld.FAMILIENAAM, Veld.VOORNAAM, Veld.STAMBOEK, Veld.INSTELLING, Veld.AMBT)
_PERSON = (Veld.NAAM, Veld.FAMILIENAAM)
_DATED = (Veld.BEGIN, Veld.PERIODE)
_DATE_COLUMNS = (Veld.BEGIN, Veld.EINDE, Veld.ANDERE_DATUM)

Values = dict[Veld, str]


@dataclass
class Lezer:
    """What was read so far, and what the labels above the current line say."""

    aanstellingen: list[Aanstelling] = field(default_factory=list)
    namen: list[tuple[str, ...]] = field(default_factory=list)
    stamboeknummers: list[str] = field(default_factory=list)
    onleesbaar: list[Line] = field(default_factory=list)
    onderbrekingen: list[Line] = field(default_factory=list)
    _known: Values = field(default_factory=dict)
    _block: Values = field(default_factory=dict)
    _block_line: Line | None = None
    _head: tuple[Veld | None, ...] = ()
    _wrapping: Veld | None = None
    _awaited: Veld | None = None
    _row_names: tuple[str, ...] = ()

    def read(self, lines: Sequence[Line]) -> None:
        """Read all lines, top to bottom."""
        for line in _unwrap(line for line in lines if any(line.cells)):
            if takes_back(line.text):
                self._withdraw(line.text)
            self._read_line(line)
        self._close_block()

    def _read_line(self, line: Line) -> None:
        cells = line.cells
        # What a label waits for holds for one line only: it is taken out before anything else is tried.
        wrapping, self._wrapping = self._wrapping, None
        awaited, self._awaited = self._awaited, _lone_label(cells)
        row_names, self._row_names = self._row_names, ()
        self._note_stamboek(line)
        if awaited and self._awaited is None and len(cells) == 1 and not split_labels(line.text):
            self._take(awaited, cells[0], line)
        elif head := _read_head(cells if line.certainty is None else _part_heads(cells)):
            self._close_block()
            self._head = head
        elif pairs := _read_pairs([cell for cell in cells if cell]):
            for veld, value in pairs:
                self._take(veld, value, line)
        elif find_dates(line.text):
            self._read_row(cells, line)
        elif wrapping and len(cells) == 1 and self._awaited is None and wrapping in self._block:
            self._block[wrapping] += f"\n{cells[0]}"
        elif len(cells) == len(self._head) and not any(veld in _DATED for veld in self._head):
            for column, cell in zip(self._head, cells, strict=True):
                self._take(column or Veld.ANDER, cell, line)
        elif row_names and not any(map(_ELEVEN_DIGITS.search, cells)):
            self._lengthen_name(row_names, cells)
        else:
            self._read_bare(cells)

    def _withdraw(self, text: str) -> None:
        """Words below a row, or in a block of labels, that take its appointment back."""
        if self._block:
            self._block[Veld.TOESTAND] = f"{self._block.get(Veld.TOESTAND, '')}\n{text}"
        elif self.aanstellingen:
            self.aanstellingen[-1] = replace(self.aanstellingen[-1], toestand=Toestand.ONBEKEND)

    def _note_stamboek(self, line: Line) -> None:
        found = _ELEVEN_DIGITS.search(without_dates(line.text))
        if found and (line.certainty is None or stamboeknummer.is_valid(found[0])):
            self.stamboeknummers.append(stamboeknummer.compact(found[0]))
            if titled := _TITLED.findall(line.text):
                self._known = {Veld.NAAM: titled[-1]}
                self._note_name(self._known)

    def _take(self, veld: Veld, value: str, line: Line) -> None:
        """Put a labelled value in the current block; a label that comes again begins a new block."""
        if veld in self._block or veld is Veld.OPDRACHT:
            self._close_block()
        if veld in (Veld.ANDER, Veld.OPDRACHT):
            return
        if (
            veld in _PERSON
            and any(key in self._known for key in _PERSON)
            and not any(k in self._block for k in _PERSON)
        ):
            self._close_block()
            self._known.clear()
        self._block[veld] = value
        if veld in _DATED or self._block_line is None:
            self._block_line = line
        self._wrapping = veld if veld in _WRAPPING else None

    def _close_block(self) -> None:
        """Make an appointment of the block when it has a begin date; else its values hold for what follows."""
        block, line = self._block, self._block_line
        self._block, self._block_line = {}, None
        if not block:
            return
        self._note_name(block)
        values = {**self._known, **block}
        if line is not None and _is_dated(block):
            self._add(values, _dates_of(block), line)
            block = {key: value for key, value in block.items() if key in _LASTING}
        elif line is not None and find_dates(block.get(Veld.EINDE, "")):
            self.onleesbaar.append(line)  # an end without a begin
        self._known.update(block)

    def _note_name(self, values: Values) -> None:
        spellings = _spellings(values)
        if spellings and spellings not in self.namen:
            self.namen.append(spellings)

    def _read_row(self, cells: tuple[str, ...], line: Line) -> None:
        """A line with dates: a row of a table, or a sentence."""
        self._close_block()
        values = _read_columns(cells, self._head) or _recognise_cells(cells, self._head)
        toestand = parse_toestand(values.get(Veld.TOESTAND) or line.text)
        if is_interruption(line.text) and toestand is Toestand.ONBEKEND:
            self.onderbrekingen.append(line)
        elif self._is_appointment(values, toestand, line):
            values.setdefault(Veld.TOESTAND, line.text if toestand is not Toestand.ONBEKEND else "")
            self._note_name(values)
            self._row_names = _spellings(values)
            numbered = Veld.NAAM in self._head or _ELEVEN_DIGITS.search(without_dates(line.text))
            if line.certainty is not None and numbered and not self._row_names:
                self.onleesbaar.append(line)  # whose row it is, was not seen
                return
            known = {key: value for key, value in self._known.items() if not values.get(key) and key not in self._head}
            self._add({**values, **known}, _dates_of(values) or _row_dates(line.text, self._head), line)
        elif is_half_span(line.text):
            self.onleesbaar.append(line)

    def _is_appointment(self, values: Values, toestand: Toestand, line: Line) -> bool:
        """Whether a line with dates is one: a row of the table, or its own words; the day of printing is none."""
        if self._is_table_row(line):
            return True
        ambt = values.get(Veld.AMBT, "")
        named = is_leading(ambt) or is_other_post(ambt)
        stated = toestand is not Toestand.ONBEKEND
        if named and (stated or is_span(line.text)):
            return True
        known = Veld.AMBT in self._known or Veld.TOESTAND in self._known
        return states_span(line.text) and (named or stated or (known and is_span(line.text)))

    def _is_table_row(self, line: Line) -> bool:
        columns = sum(veld is not None for veld in self._head)
        return any(veld in _DATED for veld in self._head) and 2 * sum(map(bool, line.cells)) > columns

    def _lengthen_name(self, names: tuple[str, ...], cells: tuple[str, ...]) -> None:
        """The name in a row may go on in one of the cells below it, after a space or in the middle of a word."""
        parts = [cell for cell in cells if _TEXT_CELL.search(cell)]
        longer = [f"{name}{glue}{part}" for name in names for part in parts for glue in ("", " ")]
        if not longer or len(names) + len(longer) > _MOST_SPELLINGS:
            return
        self._row_names = (*names, *longer)
        self.namen = [kept for kept in self.namen if kept not in (names, self._row_names)] + [self._row_names]
        if self.aanstellingen and self.aanstellingen[-1].naam == names[-1]:
            self.aanstellingen[-1] = replace(self.aanstellingen[-1], naam=longer[-1])

    def _read_bare(self, cells: tuple[str, ...]) -> None:
        """A name beside a stamboeknummer, without labels."""
        numbered = [cell for cell in cells if _ELEVEN_DIGITS.search(cell)]
        names = [cell for cell in cells if _TEXT_CELL.search(_ELEVEN_DIGITS.sub("", cell))]
        if numbered and names and not _TITLED.search(names[0]) and len(names[0].split()) <= _LONGEST_NAME:
            self._close_block()
            self._known = {Veld.NAAM: _ELEVEN_DIGITS.sub("", names[0]).strip()}
            self._note_name(self._known)

    def _add(self, values: Values, dates: Sequence[date | None], line: Line) -> None:
        first, last = (*dates, None, None)[:2]
        wrong = first is None or is_open_end(first) or None in dates[:2] or (last is not None and last < first)
        if first is None or wrong or self._may_lack_a_date(values, dates, line):
            self.onleesbaar.append(line)
            return
        spellings, toestand = _spellings(values), values.get(Veld.TOESTAND) or values.get(Veld.AMBT, "")
        self.aanstellingen.append(
            Aanstelling(
                first=first,
                last=None if is_open_end(last) else last,
                ambt=_flat(values.get(Veld.AMBT)),
                toestand=Toestand.ONBEKEND if is_withdrawn(line.text) else parse_toestand(toestand),
                volume=find_volume(values[Veld.VOLUME]) if Veld.VOLUME in values else find_volume(line.text),
                instelling=_flat(values.get(Veld.INSTELLING)),
                naam=spellings[0] if spellings else None,
                place=line.place,
            )
        )

    def _may_lack_a_date(self, values: Values, dates: Sequence[date | None], line: Line) -> bool:
        """Whether a date of a recognised line may not have been seen: one that is missing there is no open end."""
        if line.certainty is None:
            return False
        if len(dates) < 2:
            return not says_open(values.get(Veld.EINDE) or values.get(Veld.PERIODE) or line.text)
        asked = sum(veld in _DATE_COLUMNS for veld in self._head)
        return len(line.cells) > 2 and len(find_dates(line.text)) < asked


def _unwrap(lines: Iterable[Line]) -> list[Line]:
    """Join a table row with the line below it where one of its cells plainly goes on there."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and (dated := join_broken_span(last.text, line.text)):
            joined[-1] = replace(last, text=dated)
        elif last is not None and _goes_on(last, line):
            joined[-1] = replace(last, text=_append(last.text, line.text))
            joined += [line] if "\t" in line.text else []  # a second cell may be the rest of the name
        else:
            joined.append(line)
    return joined


def _goes_on(row: Line, below: Line) -> bool:
    cells = [cell for cell in below.cells if cell]
    return (
        bool(find_dates(row.text))
        and 0 < len(cells) < _FEWEST_COLUMNS
        and not find_dates(below.text)
        and not split_labels(below.text)
        and all(label_of(cell) is None for cell in cells)
        and any(_UNFINISHED.search(cell) for cell in row.cells)
    )


def _append(text: str, below: str) -> str:
    """Put what stands below behind the first cell that is unfinished."""
    cells, rest = text.split("\t"), [cell.strip() for cell in below.split("\t") if cell.strip()]
    for index, cell in enumerate(cells):
        if rest and _UNFINISHED.search(cell.strip()):
            glue = "" if cell.strip().endswith("-") else " "
            cells[index] = f"{cell.strip()}{glue}{rest.pop(0)}"
    return "\t".join([*cells, *rest])


def _read_head(cells: tuple[str, ...]) -> tuple[Veld | None, ...]:
    """The columns of a table head; empty when the line is none."""
    columns = tuple(label_of(cell) for cell in cells)
    named = sum(column is not None for column in columns)
    filled = sum(bool(cell) for cell in cells)
    if named == filled > 1 or (named >= _FEWEST_COLUMNS and named * 3 >= filled * 2):
        return columns
    return ()


def _part_heads(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells of a recognised head, two labels apart that stand so close that they were taken for one piece."""
    parted: list[str] = []
    for cell in cells:
        pairs = ((cell[:n], cell[n:]) for n in range(3, len(cell) - 2))
        whole = label_of(cell) is not None
        parted += next((pair for pair in pairs if not whole and all(map(label_of, pair))), (cell,))
    return tuple(parted)


def _lone_label(cells: tuple[str, ...]) -> Veld | None:
    """The label that stands alone on its line: its value may stand on the next one."""
    return label_of(cells[0].rstrip(": ")) if len(cells) == 1 else None


def _read_columns(cells: tuple[str, ...], head: tuple[Veld | None, ...]) -> Values:
    """The cells of a row by their column; empty where they do not stand under the head one by one."""
    if not head or len(cells) != len(head):
        return {}
    values = {veld: cell for veld, cell in zip(head, cells, strict=True) if veld is not None and cell}
    return values if any(find_dates(values.get(veld, "")) for veld in _DATED) else {}


def _row_dates(text: str, head: tuple[Veld | None, ...]) -> list[date | None]:
    """The dates of a row from left to right, without those of columns that come before its begin date."""
    kinds = [veld for veld in head if veld in (*_DATED, Veld.EINDE, Veld.ANDERE_DATUM)]
    before = next((n for n, veld in enumerate(kinds) if veld is not Veld.ANDERE_DATUM), 0)
    found = find_dates(text)[before:]
    ordered = [veld for veld in kinds if veld in (Veld.BEGIN, Veld.EINDE)]
    return found[1::-1] if ordered == [Veld.EINDE, Veld.BEGIN] and len(found) > 1 else found


def _read_pairs(cells: list[str]) -> list[tuple[Veld, str]]:
    """Labels with their values: ``label: value`` anywhere in the line, or a label's cell before a value's."""
    pairs = split_labels("\t".join(cells))
    if any(value for _, value in pairs):
        return pairs
    found = list[tuple[Veld, str]]()
    if not cells or label_of(cells[0].rstrip(": ")) is None:
        return found
    for cell, following in pairwise(cells):
        veld = label_of(cell.rstrip(": "))
        if veld is not None and label_of(following.rstrip(": ")) is None:
            found.append((veld, following))
    return found


def _recognise_cells(cells: tuple[str, ...], head: tuple[Veld | None, ...]) -> Values:
    """What each cell of a row is by what stands in it: rows lose empty cells, so columns cannot be counted."""
    values: Values = {}
    rest = []
    for cell in filter(None, cells):
        bare = without_dates(cell)
        if (is_leading(bare) or is_other_post(bare)) and Veld.AMBT not in values:
            values[Veld.AMBT] = cut_ambt(bare)
        elif parse_toestand(bare) is not Toestand.ONBEKEND and Veld.TOESTAND not in values:
            values[Veld.TOESTAND] = bare
        elif _TEXT_CELL.search(bare) and not find_volume(cell):
            rest.append(_ELEVEN_DIGITS.sub("", bare).strip())
    unnamed = [veld for veld in head if veld in (Veld.NAAM, Veld.INSTELLING, Veld.AMBT) and veld not in values]
    if len(unnamed) == len(rest):
        values.update(zip(unnamed, rest, strict=True))
    elif Veld.NAAM in unnamed and rest:
        values[Veld.NAAM] = rest[min(unnamed.index(Veld.NAAM), len(rest) - 1)]
    return values


def _is_dated(block: Values) -> bool:
    """Whether a labelled block is an appointment: a date under its begin, or an ambt or toestand beside that label."""
    begins = [block[key] for key in _DATED if key in block]
    return any(any(map(str.isdigit, begin)) for begin in begins) or bool(
        begins and (Veld.AMBT in block or Veld.TOESTAND in block)
    )


def _dates_of(values: Values) -> list[date | None]:
    """Begin and end as labels or columns give them; an empty end is no date at all."""
    if Veld.PERIODE in values:
        return find_dates(values[Veld.PERIODE])
    begin = find_dates(values.get(Veld.BEGIN, ""))
    end = values.get(Veld.EINDE, "")
    found = find_dates(end)
    broken: list[date | None] = [None] if any(c.isdigit() for c in end) and not found else []
    return [*begin[:1], *(found[:1] or broken)] if begin else []


def _spellings(values: Values) -> tuple[str, ...]:
    """The name as it may be read: a value that runs on below, with and without that part."""
    if Veld.FAMILIENAAM in values:
        return (_flat(f"{values.get(Veld.VOORNAAM, '')} {values[Veld.FAMILIENAAM]}") or "",)
    if Veld.NAAM not in values or _SCHOOL.search(values[Veld.NAAM]):
        return ()
    name = _BRACKETS.sub("", _ELEVEN_DIGITS.sub("", values[Veld.NAAM]))
    if Veld.VOORNAAM in values:
        name = f"{values[Veld.VOORNAAM]} {name}"
    return tuple(dict.fromkeys(filter(None, (_flat(name), _flat(name.partition("\n")[0])))))


def _flat(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
