"""Turn a page's marked links into empty signature fields, with their place in the structure tree.

The page says ``#link("docgen:KEY?Label", box(…))``. The change is appended to typst's file as an incremental update
(ISO 32000-1 § 7.5.6), which costs a twentieth of loading and saving the file in a library; both standards allow it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.errors import SetupError

_MARK = b"/URI(docgen:"
_LINK = re.compile(
    rb"<</Type/Annot/Subtype/Link/Rect(?P<rect>\[[-0-9. ]+\])/Border\[0 0 0\]"
    rb"/A<</Type/Action/S/URI/URI\(docgen:(?P<key>[a-z_]+)\?(?P<label>[ -'*-\[\]-~]+)\)>>"
    rb"/F 4/StructParent (?P<parent>\d+)"
)
_TRAILER = re.compile(rb"trailer\n<</Size (?P<size>\d+)/Root (?P<root>\d+) 0 R(?P<info>.*?)/ID\[(?P<id>\([^)]*\))")


@dataclass(frozen=True)
class _File:
    """A PDF as typst writes it: its bytes, its objects by number, and what its trailer says."""

    data: bytes
    objects: Mapping[int, bytes]
    xref: int
    size: int
    root: int
    info: bytes
    id: bytes


def add_signature_fields(pdf: bytes) -> bytes:
    """The same PDF with an empty signature field for each marked link; unchanged when there is none.

    Raises SetupError when the file is not laid out as expected: a mark that is no field is never left on a page.
    """
    if _MARK not in pdf:
        return pdf
    file = _read_file(pdf)
    changed: dict[int, bytes] = {}
    fields: list[bytes] = []
    for number, found in _find_links(file):
        appearance = file.size + len(fields)
        fields.append(b"%d 0 R" % number)
        changed |= _make_field(file, number, found, appearance)
    catalog = file.objects[file.root]
    changed[file.root] = _close(catalog) + b"/AcroForm<</Fields[%b]>>>>" % b" ".join(fields)
    return _append(file, changed)


def _read_file(pdf: bytes) -> _File:
    xref = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    trailer = _TRAILER.match(pdf, pdf.index(b"trailer", xref))
    if trailer is None:
        raise _unexpected()
    size = int(trailer["size"])
    entries = pdf[pdf.index(b"\n", pdf.index(b"\n", xref) + 1) + 1 :]
    # Each entry of the table takes twenty bytes, the first ten of them its offset (ISO 32000-1 § 7.5.4).
    offsets = [int(entries[20 * number : 20 * number + 10]) for number in range(1, size)]
    ends = dict(zip(ordered := sorted(offsets), [*ordered[1:], xref], strict=True))
    objects = {number: pdf[start : ends[start]] for number, start in enumerate(offsets, start=1)}
    return _File(pdf, objects, xref, size, int(trailer["root"]), trailer["info"], trailer["id"])


def _find_links(file: _File) -> Iterator[tuple[int, re.Match[bytes]]]:
    for number, content in file.objects.items():
        if _MARK in content and content.partition(b"obj\n")[2].startswith(b"<</Type/Annot"):
            found = _LINK.search(content)
            if found is None:
                raise _unexpected()
            yield number, found


def _make_field(file: _File, number: int, link: re.Match[bytes], appearance: int) -> dict[int, bytes]:
    """The three objects of one field: the widget in the link's place, its structure element, its empty appearance."""
    target = b"/Obj %d 0 R>>" % number
    element = next((key for key, content in file.objects.items() if target in content and b"/S/Link" in content), None)
    if element is None:
        raise _unexpected()
    structure = file.objects[element]
    page = structure.rpartition(target)[0].rpartition(b"/Pg ")[2]
    # PDF/A-3 wants an annotation to print (/F 4) and to have an appearance, be it empty (ISO 19005-3, 6.3.2 and 6.3.3).
    left, bottom, right, top = (float(edge) for edge in link["rect"][1:-1].split())
    return {
        number: b"<</Type/Annot/Subtype/Widget/FT/Sig/T(%b)/TU(%b)/Rect%b/F 4/P %b/StructParent %b/AP<</N %d 0 R>>>>"
        % (link["key"], link["label"], link["rect"], page, link["parent"], appearance),
        element: _close(structure).replace(b"/S/Link", b"/S/Form", 1) + b">>",
        appearance: b"<</Type/XObject/Subtype/Form/BBox[0 0 %.2f %.2f]/Resources<<>>/Length 0>>stream\n\nendstream"
        % (right - left, top - bottom),
    }


def _close(content: bytes) -> bytes:
    """A dictionary object without its number in front and its last ``>>`` behind."""
    return content.partition(b"obj\n")[2].rpartition(b">>")[0]


def _append(file: _File, changed: Mapping[int, bytes]) -> bytes:
    """The file with the changed objects, their cross-reference table and a trailer behind it."""
    out = bytearray(file.data if file.data.endswith(b"\n") else file.data + b"\n")
    table = bytearray(b"xref\n0 0\n")
    for number, content in sorted(changed.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    digest = hashlib.sha256(out).hexdigest()[:32].encode()
    size = max(file.size, *(number + 1 for number in changed))
    out += table + b"trailer\n<</Size %d/Root %d 0 R%b/Prev %d/ID[%b<%b>]>>\nstartxref\n%d\n%%%%EOF\n" % (
        *(size, file.root, file.info, file.xref),
        *(file.id, digest, start),
    )
    return bytes(out)


def _unexpected() -> SetupError:
    return SetupError("De plaats voor de handtekening kon niet gemaakt worden; installeer docgen opnieuw.")
