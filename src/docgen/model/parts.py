"""Several documents in one file, parted by page: consecutive pages of one kind belong together.

What kind a page is, only a family can say; it is asked through `KindOf`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from docgen.model.value import Line, Text

#: What a text is, in the words of a family; empty when nothing in it says so.
KindOf = Callable[[Text], str]
_PAGE = re.compile(r"^bladzijde (\d{1,5})\b")
_PAGES = re.compile(r"bladzijden? (\d{1,5}(?:-\d{1,5})?(?:, \d{1,5}(?:-\d{1,5})?)*)")
#: ``pagina 2 van 3``, ``2/3`` alone on its line: a page that says so goes on with the one before.
_MARK = re.compile(
    r"\b(?:blz|bladzijde|pagina|page|pag|p)\b\.?\s*(\d{1,3})(?:\s*(?:van|/|of|sur|-)\s*\d{1,3})?\b|^\s*(\d{1,3})\s*/\s*\d{1,3}\s*$",
    re.IGNORECASE,
)
#: A page without a title goes on with the one before when it has no more lines than this, or is for a third columns.
_FEW_LINES, _COLUMNS = 6, 1 / 3


@dataclass(frozen=True)
class Part:
    """One document of a file: the numbers of its pages, counted from 1, what stands on them, and what it is."""

    pages: tuple[int, ...]
    text: Text
    kind: str

    @property
    def is_empty(self) -> bool:
        """Whether nobody could read a word of it."""
        return not any(line.text for line in self.text.lines)

    @property
    def name(self) -> str:
        """``bladzijde 4``, ``bladzijden 1-3``."""
        return name_pages(self.pages)


def page_of(line: Line) -> int:
    """The page that a line stands on; 1 where its place does not say."""
    found = _PAGE.match(line.place.spot)
    return int(found[1]) if found else 1


def page_of_spot(spot: str) -> int | None:
    """The page that a spot names, or None."""
    found = _PAGE.match(spot)
    return int(found[1]) if found else None


def name_pages(pages: tuple[int, ...]) -> str:
    """The pages in words: ``bladzijde 4``, ``bladzijden 1-3``, ``bladzijden 2, 5-6``."""
    runs = list[list[int]]()
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    words = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"bladzijde {words}" if len(pages) == 1 else f"bladzijden {words}"


def read_pages(words: str) -> tuple[int, ...]:
    """The pages that `name_pages` put into words; none for words that name no pages."""
    found = _PAGES.fullmatch(words)
    runs = [run.partition("-") for run in found[1].split(", ")] if found else []
    return tuple(page for first, _, last in runs for page in range(int(first), int(last or first) + 1))


def split_text(text: Text, kind_of: KindOf) -> tuple[Part, ...]:
    """The documents of a text, in the order of their pages; one when no page says that it is something else."""
    parts = list[Part]()
    for number, lines in _by_page(text):
        page = Part((number,), Text(lines), kind_of(Text(lines)))
        if parts and _belongs(page, parts[-1]):
            parts[-1] = _joined(parts[-1], page)
        else:
            parts.append(page)
    return tuple(parts)


def _by_page(text: Text) -> list[tuple[int, tuple[Line, ...]]]:
    pages = dict[int, list[Line]]()
    for line in text.lines:
        pages.setdefault(page_of(line), []).append(line)
    return [(number, tuple(lines)) for number, lines in sorted(pages.items())]


def _belongs(page: Part, before: Part) -> bool:
    if page.is_empty or before.is_empty:
        return page.is_empty and before.is_empty
    if page.kind:
        return page.kind == before.kind
    return not before.kind or _goes_on(page.text.lines)


def _goes_on(lines: tuple[Line, ...]) -> bool:
    """Whether an untitled page plainly goes on: it says so, holds next to nothing, or is a table for a good part."""
    marks = [int(found[1] or found[2]) for line in lines if (found := _MARK.search(line.text))]
    columns = sum("\t" in line.text for line in lines)
    return max(marks, default=0) > 1 or len(lines) <= _FEW_LINES or columns >= _COLUMNS * len(lines)


def _joined(before: Part, page: Part) -> Part:
    pages = (*before.pages, *page.pages)
    return Part(pages, Text((*before.text.lines, *page.text.lines), len(pages)), before.kind)
