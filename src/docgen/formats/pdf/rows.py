"""The pages of a PDF as rows of texts side by side, cells of drawn tables together, for forms that are not ours."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from docgen.formats.layout_row import Piece, Row
from docgen.formats.pdf.pages import count_added, open_pages
from docgen.formats.pdf.ruled import Box, Rules, find_rules
from docgen.model.value import Place, SignatureKind

#: Of a longer document only these pages are read, and of each only so many letters.
MAX_PAGES, _MOST_LETTERS = 30, 20_000
#: Parts of a letter's height: a gap that parts words, one that parts columns, and lines of one text.
_WORD_GAP, _COLUMN_GAP, _NEXT_LINE = 0.22, 1.3, 2.3
#: Cells whose sides differ by no more than this stand in one row of a table. Points.
_SAME_ROW = 3.0
#: A picture of this many points across and high may be a signature; a page-wide one is a scan or background.
_PICTURE, _PAGE_SHARE = 15.0, 0.6


@dataclass(frozen=True)
class _Letter:
    text: str
    left: float
    bottom: float
    right: float
    top: float
    after_space: bool

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


@dataclass(frozen=True)
class _Run:
    """Letters of one line that stand together, and the number of that line on its page."""

    text: str
    box: Box
    line: int
    mark: SignatureKind | None = None

    @property
    def middle(self) -> tuple[float, float]:
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def read_rows(data: bytes, name: str, pages: Collection[int] | None = None) -> tuple[Row, ...]:
    """The rows of the pages with these numbers, counted from 1, or of the first `MAX_PAGES`.

    Raises UnreadableFileError for a file that pdfium cannot open.
    """
    rows = list[Row]()
    with open_pages(data) as document:
        added = count_added(document)
        wanted = range(1, len(document) + 1) if pages is None else sorted(pages)
        for number in [page for page in wanted if 0 < page <= len(document) - added][:MAX_PAGES]:
            rows += _read_page(document[number + added - 1], number, name)
    return tuple(rows)


def _read_page(page: object, number: int, name: str) -> Iterator[Row]:
    rules = find_rules(page)
    runs = [run for line, letters in enumerate(_lines(_letters(page)), start=1) for run in _runs(letters, line, rules)]
    celled, free = list[tuple[Box, _Run]](), list[_Run]()
    for run in (*runs, *_pictures(page)):
        cell = rules.cell(*run.middle)
        if cell is None:
            free.append(run)
        else:
            celled.append((cell, run))
    found = [*_table_rows(celled, number, name), *_free_rows(free, number, name)]
    yield from (row for _, row in sorted(found, key=lambda pair: -pair[0]))


def _letters(page: object) -> list[_Letter]:
    text_page = page.get_textpage()  # type: ignore[attr-defined]
    count = min(text_page.count_chars(), _MOST_LETTERS)
    letters, space = list[_Letter](), False
    text = text_page.get_text_range(0, count) if count else ""
    # Where the text is not one letter for each glyph, each is asked for by itself, which is far slower.
    single = len(text) == count
    for index in range(count):
        character = text[index] if single else text_page.get_text_range(index, 1)
        if not character.strip() or character in "\ufffe\uffff":
            space = True
            continue
        # Loose boxes are as high as the font: the letters of a line then share one middle.
        left, bottom, right, top = text_page.get_charbox(index, loose=True)
        # U+0002 is pdfium's sign for the hyphen at the end of a line.
        if right > left and top > bottom:
            letters.append(_Letter("-" if character == "\u0002" else character, left, bottom, right, top, space))
        space = False
    return letters


def _lines(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Letters whose middles lie on one height, from top to bottom, each from left to right."""
    line, height = list[_Letter](), 0.0
    for letter in sorted(letters, key=lambda letter: -letter.middle):
        if line and height - letter.middle > 0.4 * min(letter.top - letter.bottom, line[0].top - line[0].bottom):
            yield sorted(line, key=lambda each: each.left)
            line = []
        if not line:
            height = letter.middle
        line.append(letter)
    if line:
        yield sorted(line, key=lambda each: each.left)


def _runs(letters: list[_Letter], line: int, rules: Rules) -> Iterator[_Run]:
    kept, words = [letters[0]], [letters[0].text]
    for before, letter in pairwise(letters):
        gap, size = letter.left - before.right, letter.top - letter.bottom
        if gap > _COLUMN_GAP * size or rules.part(before.right, letter.left, letter.middle):
            yield _run(kept, words, line)
            kept, words = [], []
        elif letter.after_space or gap > _WORD_GAP * size:
            words.append(" ")
        kept.append(letter)
        words.append(letter.text)
    yield _run(kept, words, line)


def _run(letters: list[_Letter], words: list[str], line: int) -> _Run:
    box = (
        min(letter.left for letter in letters),
        min(letter.bottom for letter in letters),
        max(letter.right for letter in letters),
        max(letter.top for letter in letters),
    )
    return _Run(" ".join("".join(words).split()), box, line)


def _pictures(page: object) -> Iterator[_Run]:
    """Pictures of the size of a signature."""
    from pypdfium2 import raw  # noqa: PLC0415 - heavy library

    width, height = page.get_size()  # type: ignore[attr-defined]
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):  # type: ignore[attr-defined]
        left, bottom, right, top = drawn.get_bounds()
        if _PICTURE < right - left < _PAGE_SHARE * width and top - bottom > _PICTURE / 2:
            yield _Run("", (left, bottom, right, min(top, height)), 0, SignatureKind.IMAGE)


def _table_rows(celled: list[tuple[Box, _Run]], page: int, name: str) -> Iterator[tuple[float, Row]]:
    """The cells of drawn tables as rows, each with the height of its top."""
    cells = dict[Box, list[_Run]]()
    for cell, run in celled:
        cells.setdefault(cell, []).append(run)
    ordered = sorted(cells, key=lambda cell: (-cell[3], cell[1], cell[0]))
    for _, same in groupby(_by_row(ordered), key=lambda pair: pair[0]):
        row = [cell for _, cell in same]
        pieces = tuple(_piece(cells[cell], cell, page, name) for cell in sorted(row))
        yield row[0][3], Row(pieces, page)


def _by_row(cells: Iterable[Box]) -> Iterator[tuple[int, Box]]:
    """The cells with the number of their row: cells of one top and bottom stand in one."""
    number, first = -1, None
    for cell in cells:
        if first is None or abs(cell[3] - first[3]) > _SAME_ROW or abs(cell[1] - first[1]) > _SAME_ROW:
            number, first = number + 1, cell
        yield number, cell


def _piece(runs: list[_Run], box: Box, page: int, name: str) -> Piece:
    by_line = [sorted(same, key=lambda run: run.box[0]) for _, same in groupby(runs, key=lambda run: run.line)]
    text = "\n".join(" ".join(run.text for run in line if run.text) for line in by_line).strip()
    mark = next((run.mark for run in runs if run.mark), None)
    return Piece(text, box[0], box[2], _place(name, page, runs[0].line), mark=mark)


def _free_rows(runs: list[_Run], page: int, name: str) -> Iterator[tuple[float, Row]]:
    """What stands in no table, line by line."""
    last: Box | None = None
    for line, same in groupby(runs, key=lambda run: run.line or id(run)):
        found = list(same)
        box = found[0].box
        goes_on = last is not None and bool(found[0].line) and last[3] - box[3] < _NEXT_LINE * (box[3] - box[1])
        pieces = tuple(
            Piece(run.text, run.box[0], run.box[2], _place(name, page, run.line), mark=run.mark) for run in found
        )
        yield box[3], Row(pieces, page, goes_on)
        last = box if line else last


def _place(name: str, page: int, line: int) -> Place:
    return Place(name, f"bladzijde {page}, regel {line}" if line else f"bladzijde {page}")
