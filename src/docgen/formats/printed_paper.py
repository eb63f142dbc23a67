"""A paper of ours as it was printed, page by page, laid over the scans and photos that may show it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.formats.leaf import Leaf
from docgen.formats.qr import Code, Point, count_modules, read_codes
from docgen.model.record_code import SIGNATURE_GAP, SIGNATURE_WIDTH, part_codes
from docgen.model.value import Remark

if TYPE_CHECKING:
    from docgen.formats.image.page import Laid, Page

#: The resolution at which pages are compared.
DPI = 150
MM = DPI / 25.4
#: Modules of white round a code.
QUIET = 4
#: A page is looked for among so many pages of its own file, and of other files.
_MOST_NEAR, _MOST_FAR = 4, 6
#: More changes than this on a page are shown as one picture of the page.
_MAX_CHANGES = 6


@dataclass(frozen=True)
class PrintedPage:
    """One page as it was printed, and the codes on it."""

    page: Page
    codes: tuple[Code, ...]


@dataclass
class PrintedPaper:
    """The pages as they were printed, and by leaf what was laid over it so far."""

    pages: tuple[PrintedPage, ...] = ()
    laid: dict[Leaf, Laid] = field(default_factory=dict)
    found: set[int] = field(default_factory=set)

    def find_coded(self, leaves: Sequence[Leaf]) -> None:
        """Lay the pages that bear a code over each leaf with that code."""
        for number, printed in enumerate(self.pages):
            for leaf in leaves:
                if leaf not in self.laid and leaf.bears([code.data for code in printed.codes]):
                    self._lay(number, leaf)

    def find_near(self, coded: Sequence[Leaf], free: Collection[Leaf]) -> None:
        """Look for the other pages among the free leaves of the same file, those nearest to their place first."""
        first = coded[0]
        bearing = (number for number, printed in enumerate(self.pages) if printed.codes)
        offset = first.number - next(bearing, 0)
        own = [leaf for leaf in free if leaf.is_with(first)]
        self._find(lambda number: sorted(own, key=lambda leaf: abs(leaf.number - number - offset))[:_MOST_NEAR])

    def find_far(self, leaves: Sequence[Leaf], first: Leaf, free: Collection[Leaf]) -> None:
        """Look for the pages still missing among the free leaves of other files, those nearest to this one first."""
        at = leaves.index(first)
        far = [
            number for number, leaf in enumerate(leaves) if leaf in free and leaf.is_scan and not leaf.is_with(first)
        ]
        near = [leaves[number] for number in sorted(far, key=lambda number: abs(number - at))]
        self._find(lambda _: near[:_MOST_FAR])

    def _find(self, candidates: Callable[[int], Sequence[Leaf]]) -> None:
        for number in range(len(self.pages)):
            if number not in self.found and not self.pages[number].codes:
                next(filter(None, (self._lay(number, leaf) for leaf in candidates(number) if leaf not in self.laid)), 0)

    def _lay(self, number: int, leaf: Leaf) -> bool:
        from docgen.formats.image.page import lay  # noqa: PLC0415 - heavy library

        printed = self.pages[number]
        laid = lay(leaf.look(), printed.page, _pair(printed.codes, leaf.codes))
        if laid.is_found:
            self.laid[leaf] = laid
            self.found.add(number)
        return laid.is_found

    def compare(self, leaf: Leaf) -> Iterator[Remark]:
        """What the leaf shows that was not printed, or no longer shows."""
        from docgen.formats.image.changes import widen  # noqa: PLC0415 - heavy library

        laid = self.laid[leaf]
        codes = next(printed.codes for printed in self.pages if printed.page is laid.printed)
        changes = laid.find_changes(list(_spare(codes)))
        if len(changes) > _MAX_CHANGES:
            height, width = laid.printed.sharp.shape
            yield Remark(_MANY, leaf.place(), _LOOK, laid.cut((0, 0, width, height), leaf.place().spot))
            return
        for change in changes:
            picture = laid.cut(widen(change.box), "wat er op papier staat")
            sentence = _OTHER if change.other else _GONE if change.gone else _ADDED
            yield Remark(sentence, leaf.place(), _LOOK, picture)


_ADDED = "Op papier staat hier iets dat niet in de code zit: er is met de hand iets bijgeschreven of doorgehaald."
_GONE = "Wat hier afgedrukt werd, is op papier niet meer te zien."
_OTHER = "Op papier is hier iets anders afgedrukt dan in de code zit."
_MANY = "Op deze bladzijde staat op veel plaatsen iets anders dan afgedrukt werd."
_LOOK = (
    "Kijk op de afbeelding wat er gewijzigd is. Moet dat tellen, laat het document dan opnieuw maken met de juiste "
    "gegevens en opnieuw ondertekenen."
)


def open_printed(pdf: bytes | None) -> PrintedPaper:
    """The paper of that PDF; one without pages where it could not be made again."""
    if pdf is None:
        return PrintedPaper()
    from docgen.formats.image.page import read_page  # noqa: PLC0415 - heavy library
    from docgen.formats.pdf.raster import draw_pages  # noqa: PLC0415 - heavy library

    pages = (PrintedPage(read_page(raster, DPI), read_codes(raster)) for raster in draw_pages(pdf, DPI))
    return PrintedPaper(tuple(pages))


def _pair(printed: Sequence[Code], seen: Sequence[Code]) -> list[tuple[Point, Point]]:
    """The corners of the codes that are on both."""
    by_data = {code.data: code.corners for code in seen}
    pairs = [(code.corners, by_data[code.data]) for code in printed if code.data in by_data]
    return [pair for known, found in pairs for pair in zip(known, found, strict=True)]


def _spare(codes: Sequence[Code]) -> Iterator[tuple[int, int, int, int]]:
    """What is not compared: the codes, which read or do not, and the box to sign in."""
    for code in codes:
        if not part_codes([code.data]):
            continue
        (left, top), _, (right, bottom), _ = code.corners
        modules = count_modules(code.data)
        edge = (right - left) / modules * QUIET
        yield round(left - edge), round(top - edge), round(right + edge), round(bottom + edge)
        if code.data[3] == 1:
            frame = 1.5 * MM
            start = left - edge - (SIGNATURE_GAP + SIGNATURE_WIDTH) * MM
            yield round(start - frame), round(top - edge - 2 * frame), round(left), round(bottom + edge + 2 * frame)
