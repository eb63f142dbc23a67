"""An e-mail (.eml) as the files it brings: its attachments, those of forwarded messages, and its own text."""

from __future__ import annotations

import binascii
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from docgen.errors import UnreadableFileError
from docgen.formats.inner_name import clean_name, number_name

if TYPE_CHECKING:
    from email.message import Message

#: An ordinary mail has ten parts; these bound what is taken apart at all.
MAX_PARTS, MAX_DEPTH = 200, 4
#: Counted before Python's parser begins: it holds each line that may end a part against every part that is open.
_MAX_MARKS, _MAX_MULTIPARTS = 20_000, 100
#: Programs begin a saved message with any of these; two of them, and nothing else before the first empty line.
_HEADS = re.compile(
    rb"^(?:received|return-path|mime-version|delivered-to|from|to|subject|date|message-id|reply-to|cc|content-type"
    rb"|dkim-signature|arc-seal|authentication-results|thread-topic|x-[a-z0-9-]+):",
    re.IGNORECASE | re.MULTILINE,
)
#: Lines that only a mail server or program writes, and writes first: one is enough.
_TRACES = (b"received:", b"return-path:", b"delivered-to:", b"mime-version:")
_HEAD_LINE = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:|[ \t]|>?From )")
_DAMAGED = "is een e-mailbericht dat beschadigd is; sla de bijlagen afzonderlijk op en stuur die"
_TOO_MANY = "is een e-mailbericht met te veel onderdelen en wordt uit voorzorg niet geopend; stuur de bijlagen zelf"
#: What mail programs add of their own, and what that is.
_ADDED = {
    "application/pkcs7-signature": "handtekening van het mailprogramma",
    "application/x-pkcs7-signature": "handtekening van het mailprogramma",
    "application/pgp-signature": "handtekening van het mailprogramma",
    "application/pgp-keys": "sleutel van het mailprogramma",
    "text/vcard": "visitekaartje",
    "text/x-vcard": "visitekaartje",
    "text/calendar": "agenda-item",
    "message/delivery-status": "leveringsbericht",
    "text/rfc822-headers": "leveringsbericht",
}
_LOGO = "logo uit de e-mail"
#: A picture in a signature is this low, or this small; a photo or screenshot pasted into a mail is neither.
_LOGO_HEIGHT, _LOGO_PIXELS, _LOGO_BYTES = 160, 120_000, 40_000
#: Names that programs give to the parts of a mail that have none.
_SUFFIXES = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/heic": ".heic"}


class Role(Enum):
    """What an enclosure is to the mail."""

    FILE = auto()
    LETTER = auto()
    ADDED = auto()


@dataclass(frozen=True)
class Enclosure:
    """One thing a mail brings: its name within the mail, its bytes, and for what a program added the word for it."""

    name: str
    data: bytes
    role: Role = Role.FILE
    word: str = ""


def is_mail(data: bytes) -> bool:
    """Whether the bytes are a saved message: lines of headers, at least two of them well known, then an empty one."""
    start = data[:65536].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    lines = head.splitlines()
    if not lines or not all(map(_HEAD_LINE.match, lines)):
        return False
    return head.lower().startswith(_TRACES) or len({found.lower() for found in _HEADS.findall(head)}) > 1


def read_mail(data: bytes) -> Iterator[Enclosure]:
    """What a mail brings, in its own order, its text last; raises UnreadableFileError when it cannot be taken apart."""
    lowered = data.lower()
    if data.count(b"\n--") > _MAX_MARKS or lowered.count(b"multipart/") > _MAX_MULTIPARTS:
        raise UnreadableFileError(_TOO_MANY)
    from email import policy  # noqa: PLC0415 - only dossiers with a mail in them need it
    from email.parser import BytesParser  # noqa: PLC0415 - as above

    try:
        # The newer policies take every header apart, and break off on one that is badly written.
        message = BytesParser(policy=policy.compat32).parsebytes(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
        yield from _number(_walk(message))
    except (ValueError, LookupError, TypeError, RecursionError, AttributeError, binascii.Error) as error:
        raise UnreadableFileError(_DAMAGED) from error


def _number(found: Iterator[Enclosure]) -> Iterator[Enclosure]:
    taken = set[str]()
    for count, enclosure in enumerate(found):
        if count == MAX_PARTS:
            raise UnreadableFileError(_TOO_MANY)
        name = number_name(enclosure.name, taken)
        taken.add(name)
        yield Enclosure(name, enclosure.data, enclosure.role, enclosure.word)


def _walk(message: Message, prefix: str = "", depth: int = 0) -> Iterator[Enclosure]:
    if depth > MAX_DEPTH:
        raise UnreadableFileError(_TOO_MANY)
    letter = list[str]()
    for part in _leaves(message):
        inner = _forwarded(part)
        if inner is not None:
            yield from _walk(inner, f"{prefix}doorgestuurd bericht/", depth + 1)
        elif _is_letter(part):
            letter.append(_text_of(part))
        else:
            yield _enclose(part, prefix)
    text = "\n".join(filter(None, map(str.strip, _spoken(letter))))
    if text:
        yield Enclosure(f"{prefix}bericht.txt", text.encode("utf-8", "replace"), Role.LETTER)


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that are not made of parts; of two ways to say the same, the plain one."""
    if not message.is_multipart() or message.get_content_maintype() == "message":
        yield message
        return
    parts = _inner(message)
    if message.get_content_subtype() == "alternative" and any(map(_is_plain, parts)):
        parts = [part for part in parts if part.get_content_type() != "text/html"]
    for part in parts:
        yield from _leaves(part)


def _inner(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if not isinstance(part, str)] if isinstance(payload, list) else []


def _forwarded(part: Message) -> Message | None:
    """The message that a part forwards, whether it is marked as one or attached as a file."""
    if part.get_content_type() == "message/rfc822":
        return next(iter(_inner(part)), None)
    name = part.get_filename() or ""
    if not name.lower().endswith(".eml") or not is_mail(data := _bytes_of(part)):
        return None
    from email.parser import BytesParser  # noqa: PLC0415 - only mails with a mail in them need it

    return BytesParser().parsebytes(data)


def _is_plain(part: Message) -> bool:
    return part.get_content_type() == "text/plain" and bool(_bytes_of(part).strip())


def _is_letter(part: Message) -> bool:
    shown = part.get_content_disposition() != "attachment" and not part.get_filename()
    return shown and part.get_content_type() in ("text/plain", "text/html")


def _enclose(part: Message, prefix: str) -> Enclosure:
    kind, data = part.get_content_type(), _bytes_of(part)
    name = prefix + (clean_name(_decoded_name(part)) or f"bijlage{_SUFFIXES.get(kind, '')}")
    word = _ADDED.get(kind) or _word_of_picture(part, data)
    return Enclosure(name, data, Role.ADDED, word) if word else Enclosure(name, data)


def _decoded_name(part: Message) -> str:
    from email.errors import HeaderParseError  # noqa: PLC0415 - as above
    from email.header import decode_header, make_header  # noqa: PLC0415 - as above

    name = part.get_filename() or ""
    try:
        return str(make_header(decode_header(name)))
    except (HeaderParseError, LookupError, ValueError):
        return name


def _bytes_of(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _word_of_picture(part: Message, data: bytes) -> str | None:
    """The word for a small picture that the text of the mail shows; None for any other part."""
    shown = part.get_content_disposition() == "inline" or "content-id" in part
    if part.get_content_maintype() != "image" or not shown:
        return None
    width, height = _size(data)
    small = width * height <= _LOGO_PIXELS and len(data) <= _LOGO_BYTES
    return _LOGO if width and (height <= _LOGO_HEIGHT or small) else None


def _size(data: bytes) -> tuple[int, int]:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - heavy library

    try:
        with Image.open(io.BytesIO(data)) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return (0, 0)


def _text_of(part: Message) -> str:
    data = _bytes_of(part)
    try:
        text = data.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    return _Words.read(text) if part.get_content_type() == "text/html" else text


def _spoken(letters: list[str]) -> Iterator[str]:
    for letter in letters:
        yield from letter.replace("\u00a0", " ").splitlines()


class _Words(HTMLParser):
    """The words of a web page, a line for each paragraph, row or line break."""

    _BREAKS = frozenset({"p", "br", "div", "tr", "li", "h1", "h2", "h3", "table"})

    @classmethod
    def read(cls, html: str) -> str:
        """The words of `html`."""
        parser = cls()
        parser.feed(html)
        parser.close()
        return "".join(parser._found)

    def __init__(self) -> None:
        super().__init__()
        self._found = list[str]()
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        """A block begins a line, a cell a column."""
        self._hidden += tag in ("style", "script", "head")
        self._found.append("\n" if tag in self._BREAKS else "\t" if tag in ("td", "th") else "")

    def handle_endtag(self, tag: str) -> None:
        """A hidden part ends."""
        self._hidden -= tag in ("style", "script", "head") and self._hidden > 0

    def handle_data(self, data: str) -> None:
        """Words, unless they style the page."""
        if not self._hidden:
            self._found.append(" ".join(data.split()) + " " if data.strip() else "")
