"""Write a zip whose bytes depend on its contents alone: one fixed date, one system, one order.

The records are written here rather than by `zipfile`: a member that stays the same from one document
to the next is deflated once.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: 1 January 1980, the first day that a zip can write.
_DATE, _TIME = 0x21, 0
#: The records of a zip: before each part, in the directory, and at its end (APPNOTE 4.3.7, 4.3.12 and 4.3.16).
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
#: What a reader must know (2.0 has deflate), that names are UTF-8, and how parts are packed (APPNOTE 4.4.3 to 4.4.5).
_VERSION, _UTF8, _DEFLATED = 20, 0x800, 8


@dataclass(frozen=True)
class Member:
    """One part of a zip, ready to be written: its name, checksum, size and deflated bytes."""

    name: str
    crc: int
    size: int
    deflated: bytes


def deflate(name: str, data: bytes) -> Member:
    """Compress one part."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(name, zlib.crc32(data), len(data), packer.compress(data) + packer.flush())


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """The bytes of a zip that holds `parts`, in their order."""
    return pack_members(deflate(name, data) for name, data in parts.items())


def pack_members(members: Iterable[Member]) -> bytes:
    """The bytes of a zip that holds `members`, in their order."""
    local, directory, offset, count = list[bytes](), list[bytes](), 0, 0
    for count, member in enumerate(members, start=1):  # noqa: B007 - the last count is the number of members
        name = member.name.encode()
        sizes = (member.crc, len(member.deflated), member.size, len(name))
        head = _LOCAL.pack(b"PK\x03\x04", _VERSION, _UTF8, _DEFLATED, _TIME, _DATE, *sizes, 0)
        entry = (b"PK\x01\x02", _VERSION, _VERSION, _UTF8, _DEFLATED, _TIME, _DATE, *sizes, 0, 0, 0, 0, 0, offset)
        local += head, name, member.deflated
        directory += _CENTRAL.pack(*entry), name
        offset += len(head) + len(name) + len(member.deflated)
    central = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), offset, 0)
    return b"".join([*local, central, end])
