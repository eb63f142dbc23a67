"""What the drawing of a field says that another program made, where its letters are surely known."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, PdfError, Stream

from docgen.formats.pdf.opened import read_bounded

#: Bytes of a drawing that are looked at.
_MOST = 64 * 1024
#: A part of a longer text that is so long is that text, scrolled or cut off at the edge of its box.
_PART = 20
_INNER = rb"[^\\()]|\\."
_STRING = rb"\((?:" + _INNER + rb"|\((?:" + _INNER + rb")*\))*\)|<[0-9A-Fa-f\s]*>"
_SHOWN = re.compile(rb"(?:" + _STRING + rb")\s*(?:Tj|'|\")|\[(?:[^\[\]()<>]|" + _STRING + rb")*\]\s*TJ", re.DOTALL)
_PIECE = re.compile(_STRING, re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
#: What shows text, or another drawing inside this one.
_SHOWS = re.compile(rb"T[jJ]\b|\bDo\b")
_FONT = re.compile(rb"/([^\s/<>\[\]()]+)\s+[\d.+-]+\s+Tf")
#: Only letters and digits that every encoding has in the same place are compared.
_PLAIN = re.compile(r"[0-9A-Za-z]")
_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding", "/PDFDocEncoding")
#: The fonts of every viewer, which need no encoding (ISO 32000-1 § 9.6.2.2).
_STANDARD = re.compile(r"/(?:Helvetica|Times|Courier|Arial)(?:[-,]?\w+)?$")
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def find_other_look(widget: Object, *meant: str) -> str | None:
    """The text that the widget shows, where that is surely another one than each way to put its value."""
    drawing = _get(_get(widget, "/AP"), "/N")
    if not isinstance(drawing, Stream):
        return None
    try:
        content = read_bounded(drawing, _MOST)
    except (zlib.error, PdfError):  # a drawing that nobody can see takes nothing from the value
        return None
    lines = [_spell(found.group()) for found in _SHOWN.finditer(content)]
    shown = _squeeze("".join(lines))
    if not shown or any(_may_be(shown, _squeeze(value)) for value in meant):
        return None
    is_whole = len(content) < _MOST and len(_SHOWS.findall(content)) <= len(lines)
    return " ".join(lines).strip() if is_whole and _is_plain(drawing, content) else None


def _get(thing: Object | None, key: str) -> Object | None:
    return thing.get(key) if isinstance(thing, Dictionary | Stream) else None


def _may_be(shown: str, meant: str) -> bool:
    return shown == meant or (len(shown) >= _PART and shown in meant)


def _squeeze(text: str) -> str:
    return "".join(_PLAIN.findall(text))


def _spell(shown: bytes) -> str:
    return "".join(_letters(piece) for piece in _PIECE.findall(shown)).replace("\x00", "")


def _letters(piece: bytes) -> str:
    if piece.startswith(b"<"):
        digits = b"".join(piece[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")).decode("cp1252", "replace")
    return _ESCAPE.sub(_unescape, piece[1:-1]).decode("cp1252", "replace")


def _unescape(found: re.Match[bytes]) -> bytes:
    said = found.group(1)
    if said[:1].isdigit():
        return bytes([int(said, 8) & 0xFF])
    return {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"", b"\r\n": b"", b"\n": b""}.get(said, said)


def _is_plain(drawing: Object, content: bytes) -> bool:
    """Whether each font that draws has the letters A to z and the digits in their usual places."""
    fonts = _get(_get(drawing, "/Resources"), "/Font")
    names = {f"/{name.decode('latin-1')}" for name in _FONT.findall(content)}
    return bool(names) and all(_is_usual(_get(fonts, name)) for name in names)


def _is_usual(font: Object | None) -> bool:
    if str(_get(font, "/Subtype")) not in ("/Type1", "/TrueType", "/MMType1"):
        return False
    encoding = _get(font, "/Encoding")
    if isinstance(encoding, Name):
        return str(encoding) in _ENCODINGS
    is_standard = _STANDARD.match(str(_get(font, "/BaseFont"))) is not None
    if not isinstance(encoding, Dictionary):
        return is_standard and _get(font, "/FontDescriptor") is None
    is_known = is_standard or str(_get(encoding, "/BaseEncoding")) in _ENCODINGS
    return is_known and all(_is_same(code, name) for code, name in _differences(encoding))


def _differences(encoding: Object) -> Iterator[tuple[int, str]]:
    code, found = 0, encoding.get("/Differences")
    for item in found if isinstance(found, Array) else ():
        if isinstance(item, int):
            code = item
            continue
        yield code, str(item)[1:]
        code += 1


def _is_same(code: int, name: str) -> bool:
    """Whether a letter or digit is where it always is, and nothing else is one."""
    letter = _DIGITS.index(name) if name in _DIGITS else name
    char = chr(code) if 0 <= code < 128 else ""
    return str(letter) == char if _PLAIN.fullmatch(char) else not _PLAIN.fullmatch(str(letter))
