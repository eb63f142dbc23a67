"""Open the files of one dossier together: the pages of one paper of ours may lie in several of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.errors import UnreadableFileError
from docgen.formats.codeless import Heads, find_first_pages, name_codeless, read_harder
from docgen.formats.handwritten import find_handwritten
from docgen.formats.kind import MAX_BYTES, FileKind, recognise_kind
from docgen.formats.leaf import Leaf, open_leaves
from docgen.formats.paper import Paper, Redraw, find_papers
from docgen.formats.split_file import split_rest
from docgen.model.form import Form
from docgen.model.parts import KindOf, name_pages
from docgen.model.value import Content, RawForm, Text, Unread

if TYPE_CHECKING:
    from PIL import Image

#: A file's name and bytes, or what was already made of it.
Given = tuple[str, bytes] | Content
#: Bytes of scans that wait in memory until all files were seen; what comes after those is opened on its own.
_MOST_WAITING = 256 * 1024 * 1024


@dataclass(frozen=True)
class Opener:
    """How files are opened: the forms they may be in each of their languages, and how one is opened on its own."""

    forms: Sequence[Form]
    kind_of: KindOf
    redraw: Redraw | None
    open_alone: Callable[[str, bytes], tuple[Content, ...]]


@dataclass(frozen=True)
class _Waiting:
    """A file among whose pages a paper of ours may be."""

    name: str
    data: bytes
    leaves: tuple[Leaf, ...]


def open_together(files: Iterable[Given], opener: Opener) -> Iterator[tuple[Content, ...]]:
    """The documents of each file; a file that only holds pages of a paper in another one has none of its own."""
    seen, room = list[tuple[Content, ...] | _Waiting](), _MOST_WAITING
    for file in files:
        looked = (file,) if isinstance(file, Content) else _look(*file, opener)
        if isinstance(looked, _Waiting) and len(looked.data) > room:
            (looked,) = _finish([looked], opener)
        room -= len(looked.data) if isinstance(looked, _Waiting) else 0
        seen.append(looked)
    yield from _finish(seen, opener)


def _look(name: str, data: bytes, opener: Opener) -> tuple[Content, ...] | _Waiting:
    leaves = find_leaves(name, data, opener.forms)
    return _Waiting(name, data, leaves) if leaves else opener.open_alone(name, data)


def find_leaves(name: str, data: bytes, forms: Sequence[Form]) -> tuple[Leaf, ...]:
    """The pages that may be of a paper of ours; none of a form whose fields can be read."""
    if len(data) > MAX_BYTES:
        return ()
    try:
        kind = recognise_kind(data)
        if kind is FileKind.PDF:
            from docgen.formats.pdf.filled import read_filled  # noqa: PLC0415 - heavy library

            if read_filled(data, name, forms) is not None:
                return ()
        return open_leaves(name, data, kind, forms)
    except UnreadableFileError:  # whoever reads its words says what is wrong with it
        return ()


def _finish(seen: Sequence[tuple[Content, ...] | _Waiting], opener: Opener) -> Iterator[tuple[Content, ...]]:
    waiting = [each for each in seen if isinstance(each, _Waiting)]
    leaves = [leaf for file in waiting for leaf in file.leaves]
    papers = find_every_paper(leaves, opener.forms, opener.redraw)
    taken = {leaf for paper in papers for leaf in paper.leaves}
    parted = {id(file): _Parted(file, papers, taken & set(file.leaves), opener) for file in waiting}
    for each in seen:
        yield parted[id(each)].contents(parted.values()) if isinstance(each, _Waiting) else each


def find_every_paper(leaves: Sequence[Leaf], forms: Sequence[Form], redraw: Redraw | None = None) -> list[Paper]:
    """The papers of ours among these pages: signed copies with the record in their code, and forms filled by hand.

    Where a copy begins whose code was not read, codes are looked for once more; without any, it is named.
    """
    papers = [*find_papers(leaves, forms, redraw), *find_handwritten(leaves, forms, _propose)]
    firsts = find_first_pages(leaves, papers, Heads(forms, redraw))
    if not firsts:
        return papers
    again = read_harder(leaves, firsts)
    if any(leaf.codes and not known.codes for leaf, known in zip(again, leaves, strict=True)):
        papers = [*find_papers(again, forms, redraw), *find_handwritten(again, forms, _propose)]
    return name_codeless(again, papers, firsts)


def _propose(boxes: Mapping[str, Image.Image]) -> Mapping[str, str]:
    from docgen.formats.image.proposals import propose_words  # noqa: PLC0415 - heavy library

    return propose_words(boxes)


@dataclass(frozen=True)
class _Parted:
    """A file with the papers of the dossier, and which of its own pages they take."""

    file: _Waiting
    papers: Sequence[Paper]
    taken: frozenset[Leaf] | set[Leaf]
    opener: Opener

    def contents(self, files: Iterable[_Parted]) -> tuple[Content, ...]:
        """The papers that are at home in the file, and what stands on its other pages."""
        if not self.taken:
            return self.opener.open_alone(self.file.name, self.file.data)
        others = [file for file in files if file is not self]
        parts = [
            replace(
                self._name(paper.found, paper.leaves),
                next_pages=tuple(page for other in others for page in other.name_pages_of(paper)),
            )
            for paper in self.papers
            if paper.home in self.taken
        ]
        return tuple(sorted((*parts, *self._rest), key=_first_page))

    def name_pages_of(self, paper: Paper) -> Iterator[Content]:
        """The pages of the file that go with a paper that is at home in another one."""
        leaves = [leaf for leaf in paper.leaves if leaf in self.taken]
        if leaves:
            yield self._name(Text((), len(leaves)), leaves)

    def _name(self, found: RawForm | Unread | Text, leaves: Iterable[Leaf]) -> Content:
        own = sorted(leaf.number + 1 for leaf in leaves if leaf in self.taken)
        part = "" if len(self.taken) == len(own) and not self._rest else name_pages(tuple(own))
        return Content(self.file.name, self._sha256, found, part)

    @cached_property
    def _sha256(self) -> str:
        return hashlib.sha256(self.file.data).hexdigest()

    @cached_property
    def _rest(self) -> tuple[Content, ...]:
        blank = {leaf for leaf in self.file.leaves if leaf not in self.taken and _is_blank(leaf)}
        gone = [leaf.number + 1 for leaf in self.taken | blank]
        if len(gone) == len(self.file.leaves):
            return ()
        content = Content(self.file.name, self._sha256, Text(()))
        return split_rest(content, self.file.data, gone, self.opener.forms, self.opener.kind_of)


def _is_blank(leaf: Leaf) -> bool:
    """Whether it is the empty back of a scanned sheet."""
    from docgen.formats.image.darkness import is_empty, open_page  # noqa: PLC0415 - heavy library

    return is_empty(open_page(leaf.draw()))


def _first_page(content: Content) -> int:
    digits = re.search(r"\d+", content.part)
    return int(digits[0]) if digits else 0
