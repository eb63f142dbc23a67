"""Append changed objects to a PDF, as its own format provides: the file before them stays byte for byte the same."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from pikepdf import Pdf


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


def append_objects(base: Base, objects: Mapping[int, bytes]) -> bytes:
    """The file with the objects (by number; numbers from `base.size` on are new) in their new form."""
    out = bytearray(base.file)
    out += b"\n"
    offsets = {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
    start, own = len(out), max(base.size, *objects) + 1 if objects else base.size
    offsets[own] = start
    entries = b"".join(b"\x01%b\x00\x00" % offset.to_bytes(4, "big") for _, offset in sorted(offsets.items()))
    index = b" ".join(b"%d 1" % number for number in sorted(offsets))
    second_id = hashlib.md5(out[len(base.file) :], usedforsecurity=False).digest()
    ids = b"/ID [<%b> <%b>]" % (base.first_id.hex().encode(), second_id.hex().encode())
    place = b"/Size %d /Index [%b] /Root %b /Prev %d" % (own + 1, index, base.root, base.previous)
    words = b"<< /Type /XRef /W [1 4 2] %b %b /Length %d >>" % (place, ids, len(entries))
    out += b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, words, entries, start)
    return bytes(out)


def stream_object(words: bytes, content: bytes) -> bytes:
    """A stream as the file spells it: its dictionary's words and its content."""
    if b"/Metadata" not in words:  # metadata stays plain, so that any program can find it
        words, content = words + b" /Filter /FlateDecode", zlib.compress(content)
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (words, len(content), content)
