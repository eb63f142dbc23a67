"""What goes back to the sender in one of his own files: remarks with their places, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from docgen.model.value import Place

#: Who every note and comment of ours says it is from: they are known by it when a file comes back.
AUTHOR = "Nazicht"
#: The sheet that lists what to do; readers pass it over, it is no part of what was handed in.
TODO_SHEET = "Wat te doen (nazicht)"
#: How the added first page of a PDF begins: readers pass it over too.
TODO_PAGE = "Overzicht van het nazicht"


@dataclass(frozen=True)
class Remark:
    """One finding as its sender gets it, in whole Dutch sentences.

    `number` is its number in the letter; `key` and `place` say where it stands; `where` says so in words; `why` quotes
    the sentence that asks for it, empty where no source does.
    """

    number: int
    message: str
    remedy: str | None
    blocking: bool
    where: str = ""
    why: str = ""
    key: str | None = None
    place: Place | None = None

    @property
    def text(self) -> str:
        """The remark as a note says it."""
        return f"{self.message}\nWat te doen: {self.remedy}" if self.remedy else self.message

    def spot_in(self, file: str) -> str | None:
        """Its spot in the file of that name, empty for the file as a whole; None when it stands elsewhere."""
        return self.place.spot if self.place is not None and self.place.file == file else None


@dataclass(frozen=True)
class Return:
    """All that one returned file says: the remarks on the whole dossier in order, and the words around them."""

    title: str
    intro: tuple[str, ...]
    remarks: tuple[Remark, ...]
    on: date

    def placed_in(self, file: str) -> tuple[Remark, ...]:
        """The remarks on the file of that name."""
        return tuple(remark for remark in self.remarks if remark.spot_in(file) is not None)
