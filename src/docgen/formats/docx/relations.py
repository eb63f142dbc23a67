"""What a part of a Word file points at: other parts by their name in the package, and addresses outside it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from docgen.formats.docx.package import Package, parse_xml


@dataclass(frozen=True)
class Relation:
    """One thing pointed at: its kind (``image``, ``header``, ``hyperlink`` …), and its part or address."""

    kind: str
    target: str
    is_outside: bool


def read_relations(package: Package, part: str) -> Mapping[str, Relation]:
    """The relations of a part by their id; none when it has no list of them."""
    folder, _, name = part.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels"
    return _parse(package.read_shared(listed), folder) if listed in package.names else {}


@lru_cache(maxsize=64)
def _parse(data: bytes, folder: str) -> Mapping[str, Relation]:
    return {entry.get("Id", ""): _relation(entry, folder) for entry in parse_xml(data)}


def _relation(entry: etree._Element, folder: str) -> Relation:
    kind, target = (entry.get("Type") or "").rpartition("/")[2], entry.get("Target") or ""
    if entry.get("TargetMode") == "External":
        return Relation(kind, target, is_outside=True)
    inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relation(kind, inside, is_outside=False)
