"""Whether a zip is what its directory says: a directory that lies about sizes gets past every limit on them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

#: The ways of packing that Office, Windows and macOS use; others cannot be unpacked up to a limit.
_USUAL = (ZIP_STORED, ZIP_DEFLATED)
#: Deflated bytes give at most some thousand times as many: fewer than these, in all, can do no harm.
_HARMLESS = 100 * 1024
#: A local header: this long, then a name and an extra field whose lengths stand at byte 26.
_HEADER, _LENGTHS_AT = 30, 26


def is_usual(entries: Sequence[ZipInfo]) -> bool:
    """Whether all entries are packed in one of the ways that ordinary programs use."""
    return all(entry.compress_type in _USUAL for entry in entries)


def is_true(data: bytes, entries: Sequence[ZipInfo]) -> bool:
    """Whether the entries lie apart, and none unpacks to more than the directory says; of a small zip it is assumed."""
    if sum(entry.compress_size for entry in entries) <= _HARMLESS:
        return True
    places = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    if any(start + _HEADER + size > following for (start, size), (following, _) in pairwise(places)):
        return False
    return all(_unpacks_to_its_size(data, entry) for entry in entries if entry.compress_type == ZIP_DEFLATED)


def _unpacks_to_its_size(data: bytes, entry: ZipInfo) -> bool:
    start = entry.header_offset
    try:
        lengths = struct.unpack_from("<HH", data, start + _LENGTHS_AT)
        packed = memoryview(data)[start + _HEADER + sum(lengths) :][: entry.compress_size]
        return len(zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.file_size + 1)) <= entry.file_size
    except (struct.error, zlib.error):  # damaged: whoever reads it will say so
        return True
