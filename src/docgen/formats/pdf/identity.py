"""What a PDF form says of itself: written into its XMP and read from it again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from xml.sax.saxutils import escape

from docgen.model.form import Identity
from docgen.model.form_words import DUTCH

_NAMESPACE = "urn:docgen:form#"
_END = b"</rdf:RDF>"
#: The prefix under which the properties stand: programs that write XMP anew choose their own.
_PREFIX = re.compile(rb"""xmlns:([\w.-]{1,40})\s*=\s*["']urn:docgen:form#["']""")
#: A property as we wrote it (an element), or as other programs write it back (an attribute).
_PROPERTY = (
    rb"""(?<![/\w:])%b:(family|form|version|language|reference|prefilled)"""
    rb"""(?:\s*=\s*(?:"([^"]*)"|'([^']*)')|\s*>([^<]*)<)"""
)
_WORD = re.compile(r"[a-z][a-z-]*")


def write_identity(xmp: bytes, identity: Identity, printed: Mapping[str, str]) -> bytes:
    """The XMP packet with the form's identity and its locked values added."""
    words = {"family": identity.family, "form": identity.form, "version": str(identity.version)}
    if identity.language != DUTCH:
        words["language"] = identity.language
    if identity.reference:
        words["reference"] = identity.reference
    if printed:
        words["prefilled"] = json.dumps(dict(printed))
    inner = "".join(f"<docgen:{name}>{escape(word)}</docgen:{name}>" for name, word in words.items())
    block = f'<rdf:Description rdf:about="" xmlns:docgen="{_NAMESPACE}">{inner}</rdf:Description>'
    return xmp.replace(_END, block.encode("utf-8") + _END)


def read_identity(xmp: bytes) -> tuple[Identity, dict[str, str]] | None:
    """The identity and the locked values that the XMP names; None when it is not ours."""
    prefix = _PREFIX.search(xmp)
    if prefix is None:
        return None
    found = re.findall(_PROPERTY % re.escape(prefix[1]), xmp)
    words = {name.decode(): _decode(double or single or inner) for name, double, single, inner in found}
    family, form, version = words.get("family", ""), words.get("form", ""), words.get("version", "")
    if not (_WORD.fullmatch(family) and _WORD.fullmatch(form) and version.isdigit() and len(version) <= 4):
        return None
    identity = Identity(family, form, int(version), words.get("reference"), words.get("language", DUTCH))
    return identity, _read_printed(words.get("prefilled"))


def _decode(word: bytes) -> str:
    return unescape(word.decode("utf-8", "replace")).strip()


def _read_printed(text: str | None) -> dict[str, str]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
