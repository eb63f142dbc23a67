"""The parts of an Office file while it is changed: what is not touched goes back byte for byte as it came."""

from __future__ import annotations

from io import BytesIO
from posixpath import relpath
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from docgen.errors import UnreadableFileError
from docgen.formats.kind import check_zip
from docgen.formats.markup import ILLEGAL, check_amount
from docgen.formats.pack import pack_parts
from docgen.formats.part_names import relations_part, resolve_target

_TYPES = "[Content_Types].xml"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
#: What the kinds of relation begin with, in ordinary files and in those kept as "Strict Open XML".
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_DAMAGED = "is beschadigd; open het, bewaar het opnieuw en stuur het nog eens"


class OfficeParts:
    """The parts by name; a tree that was asked for is written back when the file is packed."""

    def __init__(self, data: bytes) -> None:
        """Unpack `data`; raises UnreadableFileError for a zip that is broken, locked or unsafe."""
        check_zip(data)
        try:
            with ZipFile(BytesIO(data)) as archive:
                self._parts = {
                    entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()
                }
        except (BadZipFile, EOFError, ValueError, RuntimeError) as error:
            raise UnreadableFileError(_DAMAGED) from error
        self._trees: dict[str, Any] = {}
        self._as_parsed: dict[str, bytes] = {}

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._parts)

    @property
    def is_signed(self) -> bool:
        """Whether the file carries a digital signature of Office, which any change would break."""
        return any(name.lower().startswith("_xmlsignatures/") for name in self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of one part as it came."""
        return self._parts[name]

    def tree(self, name: str) -> Any:  # noqa: ANN401 - lxml gives its elements no public type
        """The root of one part, to be read or changed."""
        if name not in self._trees:
            self._trees[name] = _parse(self._parts[name])
            self._as_parsed[name] = etree.tostring(self._trees[name])
        return self._trees[name]

    def put(self, name: str, data: bytes, content_type: str | None = None) -> None:
        """Set the bytes of a part; a new one needs a content type unless its suffix has one."""
        self._parts[name] = data
        self._trees.pop(name, None)
        if content_type is not None:
            types = self.tree(_TYPES)
            etree.SubElement(types, f"{{{_TYPES_NS}}}Override", PartName=f"/{name}", ContentType=content_type)

    def set_default(self, suffix: str, content_type: str) -> None:
        """Give every part with this suffix a content type, unless it has one."""
        types = self.tree(_TYPES)
        known = {item.get("Extension", "").lower() for item in types.iterchildren(f"{{{_TYPES_NS}}}Default")}
        if suffix not in known:
            types.insert(0, etree.Element(f"{{{_TYPES_NS}}}Default", Extension=suffix, ContentType=content_type))

    def free_name(self, pattern: str) -> str:
        """The first name of the pattern (``xl/comments{}.xml``) that no part has, counting from 1."""
        taken = {name.lower() for name in self._parts}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def related(self, part: str, kind: str) -> str | None:
        """The first part that `part` refers to as `kind` (the last word of the relation's type)."""
        folder = part.rpartition("/")[0]
        for item in self._relations(part):
            if (item.get("Type") or "").endswith(f"/{kind}") and item.get("TargetMode") != "External":
                return self._spelled(resolve_target(folder, item.get("Target") or ""))
        return None

    def relation_id(self, part: str, kind: str) -> str | None:
        """The id of the first relation of `part` of that kind."""
        found = (item for item in self._relations(part) if (item.get("Type") or "").endswith(f"/{kind}"))
        return next((item.get("Id") for item in found), None)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let `part` refer to `target`, and give the id of the relation."""
        name = relations_part(part)
        if name not in self._parts:
            self.set_default("rels", _RELATIONS_TYPE)
            self._parts[name] = f'<Relationships xmlns="{_RELATIONS_NS}"/>'.encode()
        root = self.tree(name)
        taken = {item.get("Id") for item in root}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        where = relpath(target, part.rpartition("/")[0] or ".")
        etree.SubElement(
            root,
            f"{{{_RELATIONS_NS}}}Relationship",
            Id=f"rId{number}",
            Type=f"{self.kinds}/{kind}",
            Target=where,
        )
        return f"rId{number}"

    @property
    def kinds(self) -> str:
        """What the kinds of relation begin with in this file."""
        return STRICT_KINDS if STRICT_KINDS.encode() in self._parts.get("_rels/.rels", b"") else KINDS

    def drop(self, name: str, referrer: str) -> None:
        """Take away a part, its content type and what `referrer` says of it."""
        self._parts.pop(name)
        self._trees.pop(name, None)
        types, folder = self.tree(_TYPES), referrer.rpartition("/")[0]
        for item in types.findall(f"{{{_TYPES_NS}}}Override"):
            if (item.get("PartName") or "").lower() == f"/{name}".lower():
                types.remove(item)
        relations = self._relations(referrer)
        for item in list(relations):
            if resolve_target(folder, item.get("Target") or "").lower() == name.lower():
                relations.remove(item)

    def pack(self) -> bytes:
        """The bytes of the file: untouched parts as they came, changed ones written again."""
        changed = {
            name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in self._trees.items()
            if etree.tostring(root) != self._as_parsed[name]  # a tree may have been asked for only to look
        }
        return pack_parts({**self._parts, **changed})

    def _relations(self, part: str) -> Any:  # noqa: ANN401 - as above
        name = relations_part(part)
        return self.tree(name) if name in self._parts else ()

    def _spelled(self, name: str) -> str | None:
        return next((own for own in self._parts if own.lower() == name.lower()), None)


def _parse(part: bytes) -> Any:  # noqa: ANN401 - as above
    check_amount(part)
    if b"<!DOCTYPE" in part:
        raise UnreadableFileError(_DAMAGED)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(_DAMAGED) from error


def legal(text: str) -> str:
    """The text with every character that XML cannot hold replaced by �: values in a remark may carry them."""
    return ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
