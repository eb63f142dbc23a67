"""A whole record as the bytes of one or more QR codes, so that a scan of the printed paper gives it back exactly.

Each code holds ``DG1``, its number and how many there are (a byte each), the CRC-32 of the packed record, and its
share of it; the packed record is deflated JSON of the form's identity and its values by key.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from docgen.model.form import Form, Identity, Kind, parse_identity
from docgen.model.record import Value

MARK = b"DG1"
#: Bytes of a code that still reads from a poor scan when it is printed 45 mm wide.
MAX_BYTES = 650
#: A record that needs more codes than this is longer than any form of ours.
MAX_CODES = 40
#: Millimetres that a code is wide on paper, white border included: a normal record then reads from a poor scan.
CODE_SIDE = 46.0
#: Millimetres: the box to sign in stands left of the first code, so wide, with so much between them.
SIGNATURE_WIDTH, SIGNATURE_GAP = 80.0, 1.9
#: Longer records are no records: what a code unpacks to is bounded before it is unpacked.
_MAX_UNPACKED = 1024 * 1024
#: Nine bytes, the check last and its highest byte first.
_HEADER = struct.Struct(">3sBBI")


@dataclass(frozen=True)
class CodedRecord:
    """What the codes of one paper say: the form, and the values by key; dates as dates."""

    identity: Identity
    values: Mapping[str, Value]


@dataclass(frozen=True)
class MissingCodes:
    """Codes of a record of which not all were found: the numbers that are missing, of how many."""

    missing: tuple[int, ...]
    count: int


def pack_record(identity: Identity, values: Mapping[str, Value]) -> tuple[bytes, ...]:
    """The contents of the codes for a record, each at most `MAX_BYTES`; equal records give equal codes."""
    texts = {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}
    plain = json.dumps([str(identity), texts], ensure_ascii=False, separators=(",", ":")).encode()
    packed = zlib.compress(plain, 9, wbits=-zlib.MAX_WBITS)  # bare: the header has a check of its own
    room = MAX_BYTES - _HEADER.size
    count = -(-len(packed) // room)
    share = -(-len(packed) // count)  # even shares: the codes of a paper are all as fine, none harder to read
    shares = (packed[start : start + share] for start in range(0, len(packed), share))
    return tuple(
        _HEADER.pack(MARK, number, count, zlib.crc32(packed)) + piece for number, piece in enumerate(shares, start=1)
    )


def part_codes(codes: Iterable[bytes]) -> tuple[tuple[bytes, ...], ...]:
    """The codes of each paper together, other codes left out; papers in the order in which they are met."""
    papers: dict[tuple[int, int], dict[bytes, None]] = {}
    for code in codes:
        if (header := _read_header(code)) is not None:
            papers.setdefault(header[2:], {})[code] = None
    return tuple(map(tuple, papers.values()))


def unpack_record(codes: Iterable[bytes], forms: Iterable[Form]) -> CodedRecord | MissingCodes | None:
    """The record in the codes of one paper, whatever other codes stand between them.

    None when none of them is such a code, or they belong to several papers or to a form that is not known.
    """
    found = {(header[1], header[2], header[3]): code for code in codes if (header := _read_header(code)) is not None}
    records = {(count, check) for _, count, check in found}
    if len(records) != 1:
        return None
    ((count, check),) = records
    pieces = {number: code[_HEADER.size :] for (number, _, _), code in found.items()}
    if missing := [number for number in range(1, count + 1) if number not in pieces]:
        return MissingCodes(tuple(missing), count)
    return _unpack(b"".join(pieces[number] for number in range(1, count + 1)), check, forms)


def _read_header(code: bytes) -> tuple[bytes, int, int, int] | None:
    if not code.startswith(MARK) or len(code) <= _HEADER.size:
        return None
    mark, number, count, check = _HEADER.unpack_from(code)
    return (mark, number, count, check) if 1 <= number <= count <= MAX_CODES else None


def _unpack(packed: bytes, check: int, forms: Iterable[Form]) -> CodedRecord | None:
    if zlib.crc32(packed) != check:
        return None
    try:
        unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        written, texts = json.loads(unpacker.decompress(packed, _MAX_UNPACKED))
        identity = parse_identity(written)
    except (zlib.error, ValueError, TypeError, AttributeError):
        return None
    form = next((form for form in forms if identity and form.path == identity.path), None)
    if identity is None or form is None or not isinstance(texts, dict):
        return None
    return CodedRecord(identity, {key: _read_value(form, key, str(text)) for key, text in texts.items()})


def _read_value(form: Form, key: str, text: str) -> Value:
    question = form.question(key)
    try:
        return date.fromisoformat(text) if question and question.kind is Kind.DATE else text
    except ValueError:
        return text
