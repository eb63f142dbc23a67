"""What goes back to the sender in one of his own files: remarks with their places, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from docgen.model.form_words import DUTCH
from docgen.model.return_words import RETURN_WORDS, ReturnWords
from docgen.model.value import Place


@dataclass(frozen=True)
class Remark:
    """One finding as its sender gets it, in whole sentences in his language.

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

    def spot_in(self, file: str) -> str | None:
        """Its spot in the file of that name, empty for the file as a whole; None when it stands elsewhere."""
        return self.place.spot if self.place is not None and self.place.file == file else None


@dataclass(frozen=True)
class Return:
    """All that one returned file says: the remarks on the whole dossier in order, and the words around them.

    `language` is that of its sender: docgen's own words around the remarks are in it.
    """

    title: str
    intro: tuple[str, ...]
    remarks: tuple[Remark, ...]
    on: date
    language: str = DUTCH

    @property
    def own(self) -> ReturnWords:
        """What docgen adds itself, in the language of the sender."""
        return RETURN_WORDS[self.language]

    def text_of(self, remark: Remark) -> str:
        """A remark as a note says it, without its number."""
        return f"{remark.message}\n{self.own.to_do.format(remedy=remark.remedy)}" if remark.remedy else remark.message

    def placed_in(self, file: str) -> tuple[Remark, ...]:
        """The remarks on the file of that name."""
        return tuple(remark for remark in self.remarks if remark.spot_in(file) is not None)
