"""What a part of a Word file points at: other parts by their name in the package, and addresses outside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from docgen.formats.docx.package import Package, parse_xml
from docgen.formats.part_names import relations_part, resolve_target


@dataclass(frozen=True)
class Relation:
    """One thing pointed at: its kind (``image``, ``header``, ``hyperlink`` …), and its part or address."""

    kind: str
    target: str
    is_outside: bool


def read_relations(package: Package, part: str) -> Mapping[str, Relation]:
    """The relations of a part by their id; none when it has no list of them."""
    listed = relations_part(part)
    return _parse(package.read_shared(listed), part.rpartition("/")[0]) if listed in package.names else {}


@lru_cache(maxsize=64)
def _parse(data: bytes, folder: str) -> Mapping[str, Relation]:
    return {entry.get("Id", ""): _relation(entry, folder) for entry in parse_xml(data)}


def _relation(entry: etree._Element, folder: str) -> Relation:
    kind, target = (entry.get("Type") or "").rpartition("/")[2], entry.get("Target") or ""
    if entry.get("TargetMode") == "External":
        return Relation(kind, target, is_outside=True)
    return Relation(kind, resolve_target(folder, target), is_outside=False)
