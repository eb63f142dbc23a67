"""What a Word form says of itself, in its custom properties: which form it is, and what was prefilled and locked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape

from docgen.formats.docx.core import DECLARATION
from docgen.formats.docx.package import Package, check_characters
from docgen.model.form import Identity, parse_identity

CUSTOM_PART = "docProps/custom.xml"
_NAME, _PREFILLED = "docgen", "docgen-voorinvulling"
#: Word keeps no more than 255 characters of a property, so the prefilled values go in pieces.
_PIECE = 200
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def identity_xml(identity: Identity, printed: Mapping[str, str]) -> bytes:
    """The custom properties of a form with this identity and these locked values."""
    properties = {_NAME: check_characters(str(identity), "referentie")}
    if printed:
        text = json.dumps(printed, sort_keys=True)
        pieces = (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
        properties |= {f"{_PREFILLED}-{number}": piece for number, piece in enumerate(pieces, start=1)}
    body = "".join(_property_xml(pid, name, value) for pid, (name, value) in enumerate(properties.items(), start=2))
    return DECLARATION + f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}">{body}</Properties>'.encode()


def read_identity(package: Package) -> tuple[Identity | None, dict[str, str] | None]:
    """What a Word file says it is, or None, and its locked values by key; None for these when they are garbled."""
    properties = _read_properties(package)
    identity = parse_identity(properties.get(_NAME, ""))
    pieces = [properties.get(f"{_PREFILLED}-{number}", "") for number in range(1, len(properties) + 1)]
    return identity, _parse_printed("".join(pieces))


def _property_xml(pid: int, name: str, value: str) -> str:
    return f'<property fmtid="{_FORMAT_ID}" pid="{pid}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'


def _read_properties(package: Package) -> dict[str, str]:
    if CUSTOM_PART not in package.names:
        return {}
    root = package.parse(CUSTOM_PART)
    return {item.get("name", ""): "".join(map(str, item.itertext())) for item in root.iterchildren("{*}property")}


def _parse_printed(text: str) -> dict[str, str] | None:
    if not text:
        return {}
    try:
        printed = json.loads(text)
    except ValueError:
        return None
    if isinstance(printed, dict) and all(isinstance(value, str) for value in printed.values()):
        return printed
    return None
