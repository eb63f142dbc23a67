"""Read a form from a file that is not our form: the plain sjabloon in Word, typed over in Excel, or as PDF with text.

Whatever the file, it comes as rows of texts side by side. Values are found through labels and table headings, and each
of them says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest

from docgen.formats.layout_row import Piece, Row
from docgen.formats.plain_labels import Labelled, find_labels, fold_part, is_empty, labels_of
from docgen.formats.plain_table import Heading, find_heading, is_rest_of_heading, place_pieces
from docgen.formats.plain_values import Joint, read_piece, split_joint
from docgen.model.form import Form, Kind, Question, Table, row_key
from docgen.model.value import Place, RawForm, RawValue, SignatureKind
from docgen.text import count_typos, fold_tight

#: A file is a form when it has this part of its labels, and at least so many of them.
_SHARE, _FEWEST_LABELS = 0.5, 4
#: Labels side by side are the columns of a list.
_MOST_BESIDE = 2
#: Of a table no more rows are read than anyone fills in.
_MOST_ROWS = 500
#: Below the place for a signature a picture this many rows further on is still the signature.
_SIGNED_WITHIN = 8
_ORIGIN = (
    "“{name}” is niet ons eigen formulier, maar een ander exemplaar van “{title}”; wat erin staat, is gelezen aan de "
    "opschriften."
)
_MISSPELT = "het opschrift is hier anders geschreven"
_UNKNOWN_COLUMN = "De kolom “{label}” hoort niet bij het formulier en is niet gelezen."


def read_plain(rows: Sequence[Row], name: str, forms: Sequence[Form]) -> RawForm | None:
    """The form of which the rows hold the most labels, read through them; None when they hold too few of any."""
    found = [(form, count) for form in forms if not form.is_list and (count := _count_labels(form, rows))]
    # In parts of what each form asks: a longer form has more labels in common with anything.
    best = max(found, key=lambda pair: pair[1] / len(labels_of(pair[0])), default=None)
    return _Reader(best[0], name).read(rows) if best else None


def _count_labels(form: Form, rows: Sequence[Row]) -> int:
    """How many of the form's questions outside tables are named; 0 when too few to tell, or too few are asked."""
    keys = {key for row in rows for found in _labels_in(form, row) for label in found for key in label.keys}
    asked = {question.key for question in form.single_questions if question.ask.required} or {
        question.key for question in form.single_questions
    }
    named = len(keys & asked)
    headed = any(find_heading(form, row) for row in rows) if named else False
    enough = named >= max(_FEWEST_LABELS, _SHARE * len(asked)) or (headed and named >= _FEWEST_LABELS - 1)
    return len(keys) if enough else 0


def _labels_in(form: Form, row: Row) -> tuple[tuple[Labelled, ...], ...]:
    """The labels in each piece of a row; none of a heading or of a row of columns of a list."""
    found = tuple(find_labels(form, piece.text) if piece.text else () for piece in row.pieces)
    return found if sum(map(bool, found)) <= _MOST_BESIDE else tuple(() for _ in found)


@dataclass
class _Reader:
    """What was read so far of one file."""

    form: Form
    name: str
    values: dict[str, RawValue] = field(default_factory=dict)
    unreadable: dict[str, RawValue] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    signatures: dict[str, SignatureKind] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    _table: Table | None = None
    _heading: Heading | None = None
    _begun: int = 0
    _last: dict[str, Piece] = field(default_factory=dict)
    _open: tuple[Labelled, Piece] | None = None
    _awaiting: tuple[str, int] | None = None
    _joint: tuple[Question, ...] = ()

    def read(self, rows: Sequence[Row]) -> RawForm:
        """All rows, top to bottom."""
        for number, row in enumerate(_join_labels(self.form, rows)):
            self._read_row(row, number)
        self._end_row()
        self._close()
        return RawForm(
            identity=self.form.identity(),
            values=self.values,
            places=self.places,
            unreadable=self.unreadable,
            signatures=self.signatures,
            notes=tuple(dict.fromkeys(self.notes)),
            origin=_ORIGIN.format(name=self.name, title=self.form.title),
        )

    def _read_row(self, row: Row, number: int) -> None:
        self._look_for_signature(row, number)
        title, heading = _find_title(self.form, row), find_heading(self.form, row)
        if title is not None or heading is not None:
            self._end_row()
            self._close()
        if heading is not None:
            self._begin_table(heading)
        elif title is not None:
            self._table, self._heading = title, None
        elif any(labels := _labels_in(self.form, row)):
            self._end_row()
            self._heading = None
            self._read_labels(row, labels, number)
        elif self._heading is not None:
            self._read_table_row(self._heading, row)
        elif not self._take_part(row.pieces):
            self._continue(row)

    def _take_part(self, pieces: Sequence[Piece]) -> bool:
        """Whether a row says, under one label for several inputs, which of them it fills in."""
        texts = [piece for piece in pieces if piece.text]
        part = fold_part(texts[0].text) if texts else ""
        named = (question for question in self._joint if fold_tight(question.ask.part or "") == part)
        asked = next(named, None) if part else None
        if asked is None:
            return False
        self._close()
        for piece in texts[1:2]:
            self._put(asked, read_piece(asked, piece.text, piece), piece)
        return True

    def _begin_table(self, heading: Heading) -> None:
        """The table that a title named last, else the first, and after that the next; a repeated heading goes on."""
        tables = [table for table in self.form.tables.values() if _same_columns(table, heading.table)]
        if self._table not in tables:
            self._table = tables[0]
        self._heading = replace(heading, table=self._table)
        self.notes += [_UNKNOWN_COLUMN.format(label=label) for label in heading.unknown]

    def _read_table_row(self, heading: Heading, row: Row) -> None:
        if not self._last and is_rest_of_heading(heading, row):
            return
        placed = dict(place_pieces(heading, row))
        if row.goes_on and self._last and _is_rest_of_row(heading.table, placed):
            for name, piece in placed.items():
                before = self._last.get(name)
                self._last[name] = replace(before, text=f"{before.text}\n{piece.text}") if before else piece
            return
        self._end_row()
        self._last = placed

    def _end_row(self) -> None:
        """Put the last row of a table among the values, unless nothing is filled in."""
        placed, self._last = self._last, {}
        if not placed or self._table is None:
            return
        table = self._table
        columns = {column.name: column for column in table.columns}
        read = {name: read_piece(columns[name], piece.text, piece) for name, piece in placed.items()}
        filled = {name: value for name, value in read.items() if value is not None}
        if not filled or _is_printed(table, filled):
            return
        number = self.counts[table.key] = self.counts.get(table.key, 0) + 1
        if number > _MOST_ROWS:
            return
        for name in placed:
            key, piece = row_key(table.key, number, name), placed[name]
            self.places[key] = piece.place
            if name in filled:
                self.values[key] = RawValue(filled[name], piece.place, None, piece.picture, "")
        for name in columns.keys() - placed.keys():
            self.places[row_key(table.key, number, name)] = next(iter(placed.values())).place

    def _read_labels(self, row: Row, labels: Sequence[tuple[Labelled, ...]], number: int) -> None:
        """Each label of a row with the text behind it, in the same piece or in those up to the next label."""
        self._close()
        for index, (piece, found) in enumerate(zip(row.pieces, labels, strict=True)):
            for label in found[:-1]:
                self._take(label, piece, label.rest)
            if not found:
                continue
            following = _until_label(row.pieces[index + 1 :], labels[index + 1 :])
            self._await(found[-1], number)
            self._joint = self._questions(found[-1])
            if self._take_part(following):
                continue
            if found[-1].rest or not following:
                self._open = (found[-1], piece)
                self._close_if_last(index, row)
            else:
                self._take(found[-1], following[0], "\n".join(each.text for each in following if each.text))
        if row.pieces and not row.goes_on and self._open and not row.pieces[-1].text:
            self._close()

    def _close_if_last(self, index: int, row: Row) -> None:
        """Only the last label of a row can go on below it."""
        if index < len(row.pieces) - 1:
            self._close()

    def _continue(self, row: Row) -> None:
        """A row that is no label and stands in no table: the rest of the last value, or its value below it."""
        if self._open is None:
            return
        label, piece = self._open
        text = "\n".join(each.text for each in row.pieces if each.text)
        # A paragraph of more than two lines is what the form explains, not what somebody filled in.
        if not text or not (row.goes_on or not label.rest) or len(text) > 200:
            self._close()
            return
        first = next(each for each in row.pieces if each.text)
        self._open = (replace(label, rest=f"{label.rest}\n{text}".strip()), piece if label.rest else first)

    def _close(self) -> None:
        if self._open is not None:
            (label, piece), self._open = self._open, None
            self._take(label, piece, label.rest)

    def _take(self, label: Labelled, piece: Piece, text: str) -> None:
        """The value of a label; one text for several inputs is split."""
        questions = list(self._questions(label))
        through = "" if label.exact else _MISSPELT
        typed = piece if text == piece.text else None
        if len(questions) == 1:
            self._put(questions[0], read_piece(questions[0], text, typed), piece, through)
            return
        is_blank = all(is_empty(question, text) for question in questions)
        joint = Joint((), "") if is_blank else split_joint(questions, text)
        if joint.is_split:
            through = "; ".join(filter(None, (through, joint.how)))
        for question, part in zip_longest(questions, joint.pieces):
            value = read_piece(question, part) if part is not None else None
            self._put(question, value, piece, through, None if joint.is_split else joint.how)

    def _questions(self, label: Labelled) -> tuple[Question, ...]:
        return tuple(question for key in label.keys if (question := self.form.question(key)))

    def _put(
        self,
        question: Question,
        value: str | float | date | None,
        piece: Piece,
        through: str = "",
        doubt: str | None = None,
    ) -> None:
        key, found = question.key, RawValue(value, piece.place, doubt, piece.picture, through)
        self.places.setdefault(key, piece.place)
        if value is None or key in self.unreadable:
            return
        before = self.values.get(key)
        if before is not None and before.value != found.value and not _is_common(self.form, question):
            both = f"{before.value} / {found.value}"
            self.unreadable[key] = RawValue(both, found.place, "het staat er tweemaal, met verschillende waarden")
            del self.values[key]
            return
        self.values[key], self.places[key] = found, found.place
        if question.kind is Kind.SIGNATURE:
            self.signatures[key] = SignatureKind.TYPED

    def _await(self, label: Labelled, number: int) -> None:
        question = self.form.question(label.keys[0])
        if question is not None and question.kind is Kind.SIGNATURE:
            self._awaiting = (question.key, number)

    def _look_for_signature(self, row: Row, number: int) -> None:
        """A picture in or below the place for a signature is taken for one."""
        if self._awaiting is None:
            labels = [label for found in _labels_in(self.form, row) for label in found]
            for label in labels:
                self._await(label, number)
        mark = next((piece.mark for piece in row.pieces if piece.mark), None)
        if self._awaiting is not None and mark is not None and number - self._awaiting[1] <= _SIGNED_WITHIN:
            self.signatures[self._awaiting[0]] = mark


def _until_label(pieces: Sequence[Piece], labels: Sequence[tuple[Labelled, ...]]) -> list[Piece]:
    taken = list[Piece]()
    for piece, found in zip(pieces, labels, strict=True):
        if found:
            break
        if piece.text or piece.value is not None:
            taken.append(piece)
    return taken


def _is_common(form: Form, question: Question) -> bool:
    """Whether the label is also a column's: it may stand anywhere, and the last one counts."""
    columns = {fold_tight(column.label) for table in form.tables.values() for column in table.columns}
    return fold_tight(question.label) in columns


def _is_printed(table: Table, filled: Mapping[str, object]) -> bool:
    """Whether a row holds nothing but what the sjabloon prints in one of its rows."""
    return all(
        any(fold_tight(str(value)) == fold_tight(printed) for printed in table.printed.get(name, ()))
        for name, value in filled.items()
    )


def _is_rest_of_row(table: Table, placed: dict[str, Piece]) -> bool:
    """Whether what stands here can only belong to the row above: it begins with no date and makes no choice."""
    columns = {column.name: column for column in table.columns}
    return not any(
        columns[name].kind is Kind.DATE and any(map(str.isdigit, piece.text)) for name, piece in placed.items()
    )


def _same_columns(one: Table, other: Table) -> bool:
    return [fold_tight(column.label) for column in one.columns] == [
        fold_tight(column.label) for column in other.columns
    ]


def _find_title(form: Form, row: Row) -> Table | None:
    """The table whose title a row is, or begins with."""
    texts = [piece.text for piece in row.pieces if piece.text]
    if len(texts) != 1:
        return None
    tight = fold_tight(texts[0])
    for table in form.tables.values():
        title = fold_tight(table.title)
        most = max(3, len(title) // 8)
        if tight and ((tight in title and len(tight) * 2 > len(title)) or count_typos(tight, title, most) is not None):
            return table
        if tight.startswith(title):
            return table
    return None


def _join_labels(form: Form, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, a label that breaks over two or three of them put together again."""
    index = 0
    while index < len(rows):
        # Three rows before two, or the first two could be taken for a label that is the beginning of a longer one.
        joined = next((found for count in (3, 2) if (found := _joined(form, rows[index : index + count]))), None)
        yield joined[0] if joined else rows[index]
        index += joined[1] if joined else 1


def _joined(form: Form, rows: Sequence[Row]) -> tuple[Row, int] | None:
    """Rows of one text each, or with a value beside the first, whose first texts are one label together."""
    if len(rows) < 2 or not all(row.goes_on for row in rows[1:]) or not all(row.pieces for row in rows):
        return None
    firsts = [row.pieces[0] for row in rows]
    if any(len(row.pieces) > 1 for row in rows[1:]) or find_labels(form, firsts[0].text):
        return None
    if any(find_labels(form, first.text) for first in firsts[1:]):
        return None
    text = " ".join(first.text for first in firsts)
    found = find_labels(form, text)
    if len(found) != 1 or not found[0].exact:
        return None
    first = replace(firsts[0], text=text, right=max(each.right for each in firsts))
    return replace(rows[0], pieces=(first, *rows[0].pieces[1:])), len(rows)
