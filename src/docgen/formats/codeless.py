"""Pages of our own paper whose code is missing or cannot be read: known by their head, and said so to the sender."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.formats.leaf import Leaf
from docgen.formats.paper import RESCAN, Paper, Redraw
from docgen.formats.poor_codes import read_whole
from docgen.formats.printed_paper import open_printed
from docgen.model.form import Form
from docgen.model.record_code import CodedRecord
from docgen.model.value import RawForm, Unread

if TYPE_CHECKING:
    from docgen.formats.image.page import Page

#: Of a dossier so many scans are looked at: each takes half a second.
_MOST = 8
#: The head of a paper takes this part of its first page: the title, and nothing of what was filled in.
_HEAD = 0.165


@dataclass(frozen=True)
class Heads:
    """How the papers of these forms begin; they are drawn when the first page is compared with them."""

    forms: Sequence[Form]
    redraw: Redraw | None

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The first page of each form that is printed to be signed, without answers."""
        return tuple(self._draw()) if self.redraw else ()

    def _draw(self) -> Iterator[Page]:
        for form in self.forms:
            printed = open_printed(self.redraw(CodedRecord(form.identity(), {})) if self.redraw else None)
            if any(page.codes for page in printed.pages):
                yield printed.pages[0].page

    def are_on(self, leaf: Leaf) -> bool:
        """Whether the page begins as one of the papers does."""
        from docgen.formats.image.page import shows_head  # noqa: PLC0415 - heavy library

        return bool(self.pages) and any(shows_head(leaf.look(), head, _HEAD) for head in self.pages)


def find_first_pages(leaves: Sequence[Leaf], papers: Sequence[Paper], heads: Heads) -> tuple[Leaf, ...]:
    """The scans without a code that are the first page of a paper of ours, unless one was read whole from its codes."""
    if any(isinstance(paper.found, RawForm) and not paper.found.notes for paper in papers):
        return ()
    taken = {leaf for paper in papers for leaf in paper.leaves}
    free = [leaf for leaf in leaves if leaf.is_scan and not leaf.codes and leaf not in taken]
    return tuple(leaf for leaf in free[:_MOST] if heads.are_on(leaf))


def read_harder(leaves: Sequence[Leaf], firsts: Sequence[Leaf]) -> tuple[Leaf, ...]:
    """The pages, the scans without a code beside the first page of a paper looked at once more, enlarged."""
    free = [leaf for leaf in leaves if leaf.is_scan and not leaf.codes and leaf not in firsts][:_MOST]
    return tuple(_read_harder(leaf) if leaf in free else leaf for leaf in leaves)


def _read_harder(leaf: Leaf) -> Leaf:
    codes = read_whole(leaf.draw())
    return replace(leaf, codes=codes, has_poor_code=False) if codes else leaf


def name_codeless(leaves: Sequence[Leaf], papers: Sequence[Paper], firsts: Sequence[Leaf]) -> list[Paper]:
    """The papers, with those that have only a first page, and the pages before a code that lacks its others."""
    named, taken = list(papers), {leaf for paper in papers for leaf in paper.leaves}
    for first in (leaf for leaf in firsts if leaf not in taken):
        at = leaves.index(first)
        behind = [leaf for leaf in leaves[at:] if leaf.is_with(first)]
        lame = next((paper for paper in named if isinstance(paper.found, Unread) and paper.home in behind), None)
        poor = next((leaf for leaf in (*behind, *leaves) if leaf.has_poor_code and not leaf.codes), None)
        if lame is not None:
            pages = (*behind[: behind.index(lame.home)], *lame.leaves)
            named[named.index(lame)] = replace(lame, leaves=tuple(dict.fromkeys(pages)))
        elif poor is not None:
            pages = tuple(behind[: behind.index(poor) + 1]) if poor in behind else (first, poor)
            sentence = _POOR.format(name=poor.file, page=poor.number + 1)
            named.append(Paper(Unread(sentence, RESCAN), pages, first))
        else:
            is_read = any(isinstance(paper.found, RawForm) for paper in papers)
            sentence = (_BESIDE if is_read else _UNSIGNED).format(name=first.file, page=first.number + 1)
            named.append(Paper(Unread(sentence, RESCAN), (first,), first))
    return named


_UNSIGNED = (
    "“{name}”, bladzijde {page}, is het eerste blad van de afdruk om te tekenen van ons formulier; het blad met de "
    "handtekening en de QR-code, dat de gegevens draagt, ontbreekt."
)
_BESIDE = (
    "“{name}”, bladzijde {page}, is het eerste blad van een afdruk om te tekenen van ons formulier, maar toont niet "
    "wat er stond op de afdruk waarvan de QR-code gelezen is, of is te onscherp om dat te zien."
)
_POOR = (
    "“{name}” is een scan van de afdruk om te tekenen van ons formulier, maar de QR-code op bladzijde {page} is niet "
    "te lezen: er ligt een vlek of een streep op, of de scan is te grof of te wazig."
)
