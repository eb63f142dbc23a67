"""The pages of a scanned, photographed or printed file, each on its own: as pixels, with the codes on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.formats.kind import FileKind
from docgen.formats.poor_codes import read_poor_codes
from docgen.formats.qr import Code
from docgen.formats.raster import Raster
from docgen.formats.sheets import Sheets, open_sheets
from docgen.model.form import Form
from docgen.model.value import Place
from docgen.text import fold

if TYPE_CHECKING:
    from docgen.formats.image.page import Page


@dataclass(frozen=True)
class Leaf:
    """One page, counted from 0, of the file that its `sheets` are, with the codes on it that can be read.

    `has_poor_code` when a code is seen on it that cannot. A page is the same whatever was read on it.
    """

    file: str
    number: int
    sheets: Sheets = field(repr=False)
    codes: tuple[Code, ...] = field(default=(), compare=False)
    has_poor_code: bool = field(default=False, compare=False)

    @property
    def is_scan(self) -> bool:
        """Whether it is a picture, without text that can be read."""
        return not self.sheets.texts[self.number].strip()

    def bears(self, codes: Collection[bytes]) -> bool:
        """Whether any of these codes stands on it."""
        return any(code.data in codes for code in self.codes)

    def is_with(self, other: Leaf) -> bool:
        """Whether both are pages of one file."""
        return self.sheets is other.sheets

    def draw(self) -> Raster:
        """Its pixels."""
        return self.sheets.draw(self.number)

    def look(self) -> Page:
        """The page as a picture of which the resolution is known."""
        from docgen.formats.image.page import read_page  # noqa: PLC0415 - heavy library

        raster = self.draw()
        return read_page(raster, self.sheets.dpi(raster))

    def place(self, what: str = "") -> Place:
        """Where something on it stands."""
        spot = f"bladzijde {self.number + 1}"
        return Place(self.file, f"{spot}, {what}" if what else spot)


def open_leaves(name: str, data: bytes, kind: FileKind, forms: Sequence[Form]) -> tuple[Leaf, ...]:
    """The pages of a PDF or picture among which a paper of ours may be; raises UnreadableFileError for a damaged one.

    A file without a scan that does not name a form of ours has none: its pages are not drawn.
    """
    if kind not in (FileKind.PDF, FileKind.IMAGE):
        return ()
    sheets = open_sheets(data, kind)
    if not _may_be_paper(sheets, forms):
        return ()
    return tuple(_open_leaf(name, number, sheets) for number in range(sheets.count))


def _open_leaf(name: str, number: int, sheets: Sheets) -> Leaf:
    codes = read_poor_codes(sheets.draw(number))
    return Leaf(name, number, sheets, tuple(code for code in codes if code.data), not all(code.data for code in codes))


def _may_be_paper(sheets: Sheets, forms: Sequence[Form]) -> bool:
    """Whether any page is a scan, or names one of our forms."""
    titles = {fold(form.title) for form in forms}
    folded = (fold(" ".join(text.split())) for text in sheets.texts)
    return any(not text or any(title in text for title in titles) for text in folded)
