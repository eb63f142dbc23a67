"""How each version of a form lies on its pages, kept for good: a print of an older version is read by its own layout.

``layouts/<family>.<form>.v<version>.<language>.json`` holds one line a page: its size in points, the words printed on
it with the point where each begins, and the box of each input, all from the page's top left.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen.formats.pdf.field_boxes import FieldBox, print_form
from docgen.formats.pdf.glyphs import find_words, read_sheets, spell
from docgen.model.form import Form, Identity

#: Where the layouts are kept.
LAYOUTS = Path(__file__).parent / "layouts"
#: Points: a layout drawn on another machine lies no further off than this.
_EVEN = 0.5


@dataclass(frozen=True)
class PrintedWord:
    """A word that every copy of the form prints, and where it begins on its line."""

    text: str
    start: complex


@dataclass(frozen=True)
class PrintedPage:
    """One page of a form: its size in points, its own words in the order in which they are drawn, and its inputs."""

    size: tuple[float, float]
    words: tuple[PrintedWord, ...]
    boxes: tuple[FieldBox, ...]


@dataclass(frozen=True)
class PrintLayout:
    """All pages of one version of a form in one language."""

    pages: tuple[PrintedPage, ...]

    def is_like(self, other: PrintLayout) -> bool:
        """Whether both print the same words and inputs at the same places."""
        pairs = zip(self.pages, other.pages, strict=False)
        return len(self.pages) == len(other.pages) and all(_is_like(*pair) for pair in pairs)


def draw_layout(form: Form) -> PrintLayout:
    """The layout of the form as it is drawn now."""
    printed = print_form(form)
    sheets = read_sheets(printed.pdf)
    return PrintLayout(
        tuple(
            PrintedPage(
                (_tenth(size[0]), _tenth(size[1])),
                tuple(PrintedWord(spell(word), _near(word[0].start)) for word in find_words(sheet.glyphs)),
                tuple(_rounded(box) for box in printed.boxes if box.page == number),
            )
            for number, (size, sheet) in enumerate(zip(printed.sizes, sheets, strict=True))
        )
    )


@lru_cache(maxsize=16)
def find_layout(identity: Identity) -> PrintLayout | None:
    """The layout that was kept of this version and language; None when there is none."""
    place = LAYOUTS / name_layout(identity)
    return parse_layout(place.read_text(encoding="utf-8")) if place.is_file() else None


def name_layout(identity: Identity) -> str:
    """The name of the file that keeps the layout."""
    return f"{identity.family}.{identity.form}.v{identity.version}.{identity.language}.json"


def keep_layout(form: Form, folder: Path = LAYOUTS) -> Path:
    """Write the layout of the form as it is drawn now, for good; ValueError where another one was kept before."""
    target, drawn = folder / name_layout(form.identity()), draw_layout(form)
    if not target.exists():
        target.write_text(spell_layout(drawn), encoding="utf-8")
    elif not parse_layout(target.read_text(encoding="utf-8")).is_like(drawn):
        message = f"{target.name} holds another layout: raise the version of {form.path}"
        raise ValueError(message)
    return target


def spell_layout(layout: PrintLayout) -> str:
    """The layout as its file spells it."""
    pages = [json.dumps(_plain(page), ensure_ascii=False, separators=(",", ":")) for page in layout.pages]
    return "[\n" + ",\n".join(pages) + "\n]\n"


def parse_layout(text: str) -> PrintLayout:
    """What `spell_layout` wrote."""
    return PrintLayout(tuple(_page(number, page) for number, page in enumerate(json.loads(text))))


def _plain(page: PrintedPage) -> dict[str, object]:
    return {
        "size": page.size,
        "words": [[word.text, word.start.real, word.start.imag] for word in page.words],
        "boxes": [[box.key, *box.box, *([box.state] if box.state else [])] for box in page.boxes],
    }


def _page(number: int, words: dict[str, list[list[str | float]]]) -> PrintedPage:
    width, height = words["size"]
    return PrintedPage(
        (float(width), float(height)),  # type: ignore[arg-type]
        tuple(PrintedWord(str(text), complex(float(x), float(y))) for text, x, y in words["words"]),
        tuple(_boxes(number, words["boxes"])),
    )


def _boxes(number: int, rows: list[list[str | float]]) -> Iterator[FieldBox]:
    for key, left, top, right, bottom, *state in rows:
        box = (float(left), float(top), float(right), float(bottom))
        yield FieldBox(str(key), number, box, str(state[0]) if state else None)


def _tenth(number: float) -> float:
    return round(number, 1)


def _near(point: complex) -> complex:
    return complex(_tenth(point.real), _tenth(point.imag))


def _rounded(box: FieldBox) -> FieldBox:
    left, top, right, bottom = map(_tenth, box.box)
    return FieldBox(box.key, box.page, (left, top, right, bottom), box.state)


def _is_like(one: PrintedPage, other: PrintedPage) -> bool:
    words = [word.text for word in one.words] == [word.text for word in other.words]
    inputs = [(box.key, box.state) for box in one.boxes] == [(box.key, box.state) for box in other.boxes]
    if not (words and inputs):
        return False
    offs = [
        *(abs(word.start - same.start) for word, same in zip(one.words, other.words, strict=True)),
        *(abs(a - b) for box, same in zip(one.boxes, other.boxes, strict=True)
          for a, b in zip(box.box, same.box, strict=True)),
        *(abs(a - b) for a, b in zip(one.size, other.size, strict=True)),
    ]  # fmt: skip
    return max(offs, default=0.0) <= _EVEN
