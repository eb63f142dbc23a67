"""What a reader of files hands over: values with their places, before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from docgen.model.form import Identity

#: What stands in a recognised text for a character of a number that is not sure: no number is read from it.
UNSURE = "\ufffd"


@dataclass(frozen=True)
class Place:
    """Where something stands: the file's name, and the spot in it as a person finds it.

    `spot` is ``Blad!C5`` in a workbook, ``bladzijde 2, veld Startdatum`` or ``bladzijde 1, regel 4`` in
    a PDF, ``tabel 2, rij 3`` or ``alinea 7`` in a Word file; empty for the file as a whole.
    """

    file: str
    spot: str = ""

    def __str__(self) -> str:
        return f"{self.file}, {self.spot}" if self.spot else self.file


@dataclass(frozen=True)
class Snippet:
    """A place in a file cut out as a picture (PNG) for a person to look at; `caption` says in Dutch what it shows."""

    png: bytes
    caption: str


class SignatureKind(StrEnum):
    """What stands in a place for a signature."""

    TYPED = "getypte naam"
    IMAGE = "afbeelding"
    INK = "inkt"
    DIGITAL = "digitale handtekening"
    DIGITAL_BROKEN = "ongeldige digitale handtekening"


#: How the doubt begins about a value that was found through a label or a heading.
SOUGHT = "gevonden via"


@dataclass(frozen=True)
class RawValue:
    """What stands in one place of a file, as the file library gives it; `doubt` says in Dutch why it may be misread.

    `picture` shows the place where a person has to look for himself. `through` is set on a value of a form that is not
    ours, found through what is printed beside it: it says in Dutch what is remarkable about that, if anything.
    """

    value: str | float | date | None
    place: Place
    doubt: str | None = None
    picture: Snippet | None = None
    through: str | None = None

    @property
    def is_sought(self) -> bool:
        """Whether it was found by the words printed beside it: to write it anew changes nothing about that."""
        return self.doubt is not None and self.doubt.startswith(SOUGHT)


@dataclass(frozen=True)
class ReadLine:
    """One line of a list of what was read, to be looked over as a whole.

    `label` is the question, or the row of a table; `shown` what was read there, and `how` what is remarkable about it.
    """

    label: str
    shown: str
    place: Place
    how: str = ""


@dataclass(frozen=True)
class Remark:
    """A whole Dutch sentence on a place of a file that a person has to look at, and what he should do about it."""

    sentence: str
    place: Place
    remedy: str | None = None
    picture: Snippet | None = None


@dataclass(frozen=True)
class OnPaper:
    """What is known of a form that came back on paper, as a scan or photos: nothing in it was read.

    `filled` are the keys in whose place something stands that a person has to read, `proposals` what may stand in some
    of them. `missing` holds the keys of each page, from 1, that did not come along; `pages` is how many the form has.
    """

    pages: int
    filled: frozenset[str] = frozenset()
    proposals: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    missing: Mapping[int, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def unread(self) -> frozenset[str]:
        """The keys of which nobody knows what stands there, so that they may not be called empty."""
        return self.filled.union(*self.missing.values())


@dataclass(frozen=True)
class RawForm:
    """A filled form before it is a record: values by key, and what the file says of itself.

    `values` holds only places where something stands; `unreadable` the places that hold something the
    library cannot give as a value, with a Dutch clause that says what stands there. `places` gives the
    spot of every other key that was found, so that a finding on an empty field can point at it too.
    `notes` are whole Dutch sentences on the file itself that make it at best `aandacht` (repaired,
    other version, flattened), `remarks` those on one place of it; `signatures` tells what stands in a signature's
    place. `pictures` are the places of a form filled in by hand, by key: they are shown, whatever was made of them.
    `origin` is the sentence on a form that is not ours: with it all values that were found `through` what is printed
    beside them are told.
    `on_paper` is there for a form that was printed and filled in. `gone` holds the keys of each page, from 1, that
    other forms lack.
    """

    identity: Identity
    values: Mapping[str, RawValue]
    places: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    unreadable: Mapping[str, RawValue] = field(default_factory=lambda: MappingProxyType({}))
    prefilled: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    signatures: Mapping[str, SignatureKind] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()
    pictures: Mapping[str, Snippet] = field(default_factory=lambda: MappingProxyType({}))
    remarks: tuple[Remark, ...] = ()
    origin: str | None = None
    on_paper: OnPaper | None = None
    gone: Mapping[int, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Line:
    """One line of text in a file; columns that stand apart on the page are parted by a tab.

    `certainty`, from 0 to 1, is that of a line recognised in a picture; None for one that was read as text.
    """

    text: str
    place: Place
    certainty: float | None = None
    picture: Snippet | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The line's columns, stripped."""
        return tuple(part.strip() for part in self.text.split("\t"))


@dataclass(frozen=True)
class Text:
    """The lines of a file that is no form of ours, page after page."""

    lines: tuple[Line, ...]
    pages: int = 1

    @property
    def is_recognised(self) -> bool:
        """Whether any of it was recognised in a picture: nothing in it is then more than likely."""
        return any(line.certainty is not None for line in self.lines)


@dataclass(frozen=True)
class Unread:
    """A file that gave nothing: `sentence` says in Dutch what it is, `remedy` what its sender should do about it.

    Without a `remedy` the sentence says that too.
    """

    sentence: str
    remedy: str = ""

    @property
    def whole(self) -> str:
        """What it is and what its sender should do."""
        return f"{self.sentence} {self.remedy}".strip()


@dataclass(frozen=True)
class Content:
    """One file of a dossier, opened: its name as given, its bytes' SHA-256, and what was found in it.

    A file that holds several documents gives one of these for each, `part` saying which pages it takes. Of photos of
    one document the first one holds the lines of all, and `next_pages` are the others, as they were opened.
    """

    name: str
    sha256: str
    found: RawForm | Text | Unread
    part: str = ""
    next_pages: tuple[Content, ...] = ()
