"""Append changed objects to a PDF (ISO 32000-1 § 7.5.6): the file before them stays byte for byte the same."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from pikepdf import Pdf

#: Half the time of the usual level, for a file that is one percent larger.
_LEVEL = 3


@dataclass(frozen=True)
class Base:
    """A file that is appended to: its bytes, and what the next section of its cross-reference must repeat."""

    file: bytes
    size: int
    previous: int
    root: bytes
    first_id: bytes


def read_base(file: bytes) -> Base:
    """What `append_objects` must know of a file that docgen saved."""
    with Pdf.open(io.BytesIO(file)) as pdf:
        size, root = int(pdf.trailer.Size), pdf.Root.objgen[0]
        first_id = bytes(pdf.trailer.ID[0])
    previous = int(file[file.rindex(b"startxref") + 9 :].split()[0])
    return Base(file, size, previous, b"%d 0 R" % root, first_id)


def append_objects(base: Base, streams: Mapping[int, bytes], packed: Mapping[int, bytes]) -> bytes:
    """The file with objects (by number; numbers from `base.size` on are new) in their new form.

    `packed` are dictionaries and arrays: they go into one object stream, which a reader unpacks at one go.
    """
    pack = max((base.size - 1, *streams)) + 1
    index = pack + 1
    out = bytearray(base.file + b"\n")
    offsets = {}
    for number, content in sorted({**streams, pack: _pack(packed)}.items()):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    offsets[index] = start = len(out)
    # An entry is a byte for its kind, four for where and two for which (/W below): 1 is an offset in the file, 2 the
    # number of an object stream and the place in it (ISO 32000-1 § 7.5.8.3).
    entries = {number: b"\x01%b\0\0" % offset.to_bytes(4, "big") for number, offset in offsets.items()}
    for place, number in enumerate(sorted(packed)):
        entries[number] = b"\x02%b%b" % (pack.to_bytes(4, "big"), place.to_bytes(2, "big"))
    # The first half of the identifier stays that of the file, the second is that of this version (ISO 32000-1 § 14.4).
    second_id = hashlib.md5(out[len(base.file) :], usedforsecurity=False).hexdigest().encode("ascii")
    words = b"/Type /XRef /W [1 4 2] /Size %d /Index [%b] /Root %b /Prev %d /ID [<%b> <%b>]" % (
        index + 1,
        b" ".join(b"%d 1" % number for number in sorted(entries)),
        base.root,
        base.previous,
        base.first_id.hex().encode("ascii"),
        second_id,
    )
    table = stream_object(words, b"".join(entry for _, entry in sorted(entries.items())))
    out += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (index, table, start)
    return bytes(out)


def _pack(objects: Mapping[int, bytes]) -> bytes:
    """An object stream (ISO 32000-1 § 7.5.7): numbers and offsets first, then the objects one after the other."""
    heads, body = [], bytearray()
    for number, content in sorted(objects.items()):
        heads.append(b"%d %d" % (number, len(body)))
        body += content + b"\n"
    head = b" ".join(heads) + b"\n"
    return stream_object(b"/Type /ObjStm /N %d /First %d" % (len(objects), len(head)), head + bytes(body))


def stream_object(words: bytes, content: bytes) -> bytes:
    """A stream as the file spells it: its dictionary's words and its content."""
    if b"/Metadata" not in words:  # metadata stays plain, so that any program can find it
        words, content = words + b" /Filter /FlateDecode", zlib.compress(content, _LEVEL)
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (words, len(content), content)
