"""Where words stand in our PDF against LibreOffice's PDF of the same Word file, by their baselines.

    python benchmarks/word_fidelity.py [FILE.docx…]

Without files: every shipped template with samples short, long and full, and the documents of `word_documents/`, that
no one tuned for, those that docgen refuses left out. A word is matched when both have it; its place is the origin of
its first letter. What leads from one tab to the next is no word.
"""

from __future__ import annotations

import copy
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from docgen.catalogue import find_documents
from docgen.external.libreoffice import convert_to_pdf
from docgen.families.discover import find_families
from docgen.formats.docx.inspect import find_unsupported
from docgen.formats.docx.page_tree import read_page_tree
from docgen.formats.docx.render import render_docx
from docgen.formats.pdf.page_pdf import render_page_tree
from docgen.formats.pdf.render import Imprint

NEAR = 2.0  # points
ROW = 3.0  # points within which words stand on one line
UNTUNED = Path(__file__).parent / "word_documents"
LEADER = re.compile(r"\.{4,}|_{3,}")
META = Imprint("Proef", "nl", date(2026, 7, 3), "Dienst Voorbeeld")
CHANGES: Mapping[str, str | None] = {
    "as it stands": None,
    "one word": "Proef",
    "two words": "Roos Voorbeeld",
    "long": "Maria-Magdalena Antoinette van der Voorbeeldenburg-Proefmans de Testere",
    "sentence": "De overeenkomst is getekend, maar de datum van het laatste gesprek ontbreekt nog.",
    "empty": "",
}


@dataclass(frozen=True)
class Word:
    """A word and where its first letter stands."""

    text: str
    page: int
    x: float
    y: float


@dataclass
class Score:
    """How many words both have, how many of them on another page, and how many near."""

    words: int = 0
    matched: int = 0
    moved: int = 0
    near: int = 0
    worst: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another document's words in."""
        self.words += other.words
        self.matched += other.matched
        self.moved += other.moved
        self.near += other.near

    def __str__(self) -> str:
        return (
            f"{self.words:6} words  {_part(self.matched, self.words):6.2f} % matched  {self.moved:3} on another page  "
            f"{_part(self.near, self.matched):6.2f} % within {NEAR:g} pt"
        )


def _part(some: int, every: int) -> float:
    return 100 * some / every if every else 100.0


def main(paths: Sequence[Path] = ()) -> dict[str, float]:
    """The shares over the shipped templates, and over the documents that are not ours."""
    if paths:
        print(compare({path.name: path.read_bytes() for path in paths}))
        return {}
    ours = compare(dict(make_samples()))
    print(f"shipped templates: {ours}")
    documents = {path.name: path.read_bytes() for path in sorted(UNTUNED.glob("*.docx"))}
    shown = {name: data for name, data in documents.items() if not find_unsupported(data)}
    untuned = compare(shown)
    print(f"documents that nobody tuned for: {untuned}")
    print(f"refused: {', '.join(documents.keys() - shown.keys())}")
    counts = {"word_untuned_documents": len(shown), "word_untuned_refused": len(documents) - len(shown)}
    return {**to_figures("word", ours), **to_figures("word_untuned", untuned), **counts}


def to_figures(name: str, score: Score) -> dict[str, float]:
    """The figures of a score."""
    return {
        f"{name}_matched_percent": round(_part(score.matched, score.words), 2),
        f"{name}_other_page": score.moved,
        f"{name}_within_2pt_percent": round(_part(score.near, score.matched), 2),
    }


def compare(documents: Mapping[str, bytes]) -> Score:
    """Our PDF of each document against that of LibreOffice, which makes them all in one run."""
    theirs = convert_to_pdf(list(documents.values()))
    whole = Score()
    for (name, data), other in zip(documents.items(), theirs, strict=True):
        if other is None:
            print(f"{name}: LibreOffice made nothing of it")
            continue
        mine = render_page_tree(read_page_tree(data), {}, meta=META)
        score = compare_words(list(read_words(mine)), list(read_words(other)))
        print(f"{name:45.45} {score}")
        for line in score.worst[:6]:
            print(f"      {line}")
        whole.add(score)
    return whole


def make_samples() -> Iterator[tuple[str, bytes]]:
    """Every shipped Word template with its example: as it stands, with other words, and with its tables longer."""
    for document in find_documents().values():
        template = document.template("nl", "docx")
        sample = find_families()[document.family].samples[document.context]
        if template is None:
            continue
        for name, text in CHANGES.items():
            for rows in (1, 9):
                values = _change(copy.deepcopy(sample), text, rows)
                yield (
                    f"{document.name}, {name}, {rows} ×",
                    render_docx(template.read_bytes(), values, title=document.title["nl"], language="nl"),
                )


def _change(value: Any, text: str | None, rows: int) -> Any:  # noqa: ANN401 - plain data
    if isinstance(value, Mapping):
        return {key: _change(inner, text, rows) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        many = rows if value and isinstance(value[0], Mapping) else 1
        return [_change(inner, text, rows) for inner in value] * many
    return text if isinstance(value, str) and text is not None else value


def read_words(pdf: bytes) -> Iterator[Word]:
    """The words on all pages, with the origin of their first letter from the page's top."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            height = page.get_height()
            text = page.get_textpage()
            letters: list[str] = []
            start = (0.0, 0.0)
            before: tuple[float, float] | None = None
            leaders = _find_leaders(text)
            for at in range(text.count_chars()):
                letter = _letter(text, at)
                is_gap = letter.isspace() or letter in "\ufffe\x02\xad\u200b" or at in leaders
                here = _origin(text, at)
                jump = before is not None and abs(here[1] - before[1]) > ROW
                if is_gap or jump:
                    if letters:
                        yield Word("".join(letters), number, start[0], height - start[1])
                    letters = []
                if not is_gap:
                    if not letters:
                        start = here
                    letters.append(letter)
                    before = here
            if letters:
                yield Word("".join(letters), number, start[0], height - start[1])


def _letter(text: pypdfium2.PdfTextPage, at: int) -> str:
    return chr(pdfium.FPDFText_GetUnicode(text, at)).replace("\uf0b7", "•")


def _find_leaders(text: pypdfium2.PdfTextPage) -> set[int]:
    """The places of the letters that lead from one tab to the next."""
    letters = "".join(_letter(text, at) for at in range(text.count_chars()))
    return {at for found in LEADER.finditer(letters) for at in range(*found.span())}


def _origin(text: pypdfium2.PdfTextPage, at: int) -> tuple[float, float]:
    x, y = pdfium.c_double(), pdfium.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    return x.value, y.value


def compare_words(mine: Sequence[Word], theirs: Sequence[Word]) -> Score:
    """Pair the words of the same text in reading order, or the nearest ones where one side has more."""
    ours, others = _by_text(mine), _by_text(theirs)
    score = Score(words=sum(len(found) for found in others.values()))
    far: Counter[str] = Counter()
    for text, there in others.items():
        pairs = _pair(ours.get(text, []), there)
        score.matched += len(pairs)
        for one, other in pairs:
            score.moved += one.page != other.page
            near = one.page == other.page and max(abs(one.x - other.x), abs(one.y - other.y)) <= NEAR
            score.near += near
            if not near:
                far[_tell(one, other)] += 1
        if len(pairs) < len(there):
            far[f"“{text}” {len(there) - len(pairs)} × missing at {there[0].x:.0f},{there[0].y:.0f}"] += 1
    score.worst = list(far)
    return score


def _tell(one: Word, other: Word) -> str:
    pages = f"p{other.page + 1}→{one.page + 1}"
    return f"“{other.text}” {pages} Δ {one.x - other.x:+.1f} {one.y - other.y:+.1f} at {other.x:.0f},{other.y:.0f}"


def _by_text(words: Sequence[Word]) -> dict[str, list[Word]]:
    found = defaultdict(list)
    for word in sorted(words, key=lambda word: (word.page, round(word.y / ROW), word.x)):
        if word.text.strip("._"):
            found[word.text].append(word)
    return found


def _pair(mine: list[Word], theirs: list[Word]) -> list[tuple[Word, Word]]:
    if len(mine) == len(theirs):
        return list(zip(mine, theirs, strict=True))
    pairs, left = [], list(mine)
    for other in theirs:
        if not left:
            break
        near = min(left, key=lambda one: (abs(one.page - other.page), abs(one.y - other.y) + abs(one.x - other.x)))
        left.remove(near)
        pairs.append((near, other))
    return pairs


if __name__ == "__main__":
    print(main([Path(name) for name in sys.argv[1:]]))
