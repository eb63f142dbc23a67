"""Say of a document whether it is one that we issued, and whether it is unchanged since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from docgen.actions.manifest import hash_bytes
from docgen.actions.read_dossier import read_regular_file
from docgen.actions.register import Copy, Register, open_register
from docgen.dates import format_date_words
from docgen.errors import SetupError, UnreadableFileError
from docgen.settings import Settings

_END = b"%%EOF"
#: A PDF that was signed or annotated this often is no certificate any more.
MOST_REVISIONS = 20


class Standing(StrEnum):
    """What a document is to the register."""

    OURS = "ongewijzigd"
    REPLACED = "vervangen"
    EXTENDED = "aangevuld"
    CHANGED = "gewijzigd"
    UNKNOWN = "onbekend"
    UNREAD = "onleesbaar"


@dataclass(frozen=True)
class Verified:
    """One file: its name, what it is to the register, and that in one sentence."""

    name: str
    standing: Standing
    sentence: str


def verify_documents(paths: Sequence[Path], settings: Settings) -> tuple[Verified, ...]:
    """Each file compared with the register; raises SetupError when there is no register to compare with."""
    register = open_register(settings, dry=True)
    if not register.path.is_file():
        message = (
            f"Er is nog geen certificaatregister op {register.path}; "
            "noem de plaats in de instellingen (paden.certificaatregister)."
        )
        raise SetupError(message)
    return tuple(_verify(path, register) for path in paths)


def _verify(path: Path, register: Register) -> Verified:
    try:
        data = read_regular_file(path)
    except UnreadableFileError as error:
        return Verified(path.name, Standing.UNREAD, f"“{path.name}” {error}.")
    if copies := register.find_copies(hash_bytes(data)):
        return _say_ours(path.name, copies[0], register)
    for revision in _revisions(data):
        if copies := register.find_copies(hash_bytes(revision)):
            return _say(path.name, Standing.EXTENDED, _title(copies[0].number, register), _EXTENDED)
    return _say_strange(path.name, data, register)


_EXTENDED = (
    "is aangevuld nadat het uitgereikt werd, bijvoorbeeld met een handtekening; kijk in een PDF-lezer na wat erbij kwam"
)
_CHANGED = "maar de inhoud is niet die van het document dat wij uitreikten; vraag het origineel of reik het opnieuw uit"


def _say_ours(name: str, copy: Copy, register: Register) -> Verified:
    newest = register.newest_copy(copy.number, copy.format)
    title = _title(copy.number, register)
    if newest is not None and newest.sha256 != copy.sha256:
        return _say(name, Standing.REPLACED, title, "is ongewijzigd, maar is later door een nieuwe versie vervangen")
    return _say(name, Standing.OURS, title, "is door ons uitgereikt en ongewijzigd")


def _say_strange(name: str, data: bytes, register: Register) -> Verified:
    number = _number_in(data)
    if number is not None and register.find_number(number):
        sentence = f"“{name}” draagt het nummer {number} uit ons register, {_CHANGED}."
        return Verified(name, Standing.CHANGED, sentence)
    return Verified(
        name, Standing.UNKNOWN, f"“{name}” staat niet in dit certificaatregister; wij reikten het niet uit."
    )


def _say(name: str, standing: Standing, title: str, clause: str) -> Verified:
    return Verified(name, standing, f"“{name}” ({title}) {clause}.")


def _title(number: str, register: Register) -> str:
    entry = register.find_number(number)
    return f"{number} van {format_date_words(entry.issued)}" if entry else number


def _number_in(data: bytes) -> str | None:
    if not data.startswith(b"%PDF"):
        return None
    from docgen.formats.pdf.attached import read_attached  # noqa: PLC0415 - heavy library

    number = (read_attached(data) or {}).get("nummer")
    return number if isinstance(number, str) else None


def _revisions(data: bytes) -> Iterator[bytes]:
    """A PDF as it was before each addition to it: signing and annotating append to a file."""
    end = len(data)
    for _ in range(MOST_REVISIONS):
        end = data.rfind(_END, 0, end)
        if end <= 0:
            return
        after = end + len(_END)
        yield from (data[: after + tail] for tail in (0, 1, 2) if after + tail < len(data))
