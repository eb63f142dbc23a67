"""Whether a template gives sound XML whatever its values, told from the template alone.

It does when each branch and each turn of a loop opens and closes its own elements: values are printed as text. A
template of which that cannot be told is looked at again in every document.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.parsers import expat

from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

from docgen.formats.docx.prepare import print_escapes

_PRINTED, _ESCAPES = "x", ("e", "escape")


def is_always_sound(source: str, environment: SandboxedEnvironment) -> bool:
    """Whether every document that this Jinja source gives is sound XML, as long as its values are plain."""
    template = environment.parse(source)
    if any(each.name in _ESCAPES for each in template.find_all(nodes.Filter)):
        return False  # a part of an escaped text, or its capitals, may be no XML
    whole = _skeleton(template.body)
    return whole is not None and is_sound(print_escapes(whole))


def is_sound(xml: str | bytes) -> bool:
    """Whether some XML is well formed, its prefixes declared."""
    try:
        expat.ParserCreate(None, " ").Parse(xml, True)  # noqa: FBT003 - expat's signature
    except expat.ExpatError:
        return False
    return True


def _skeleton(body: Sequence[nodes.Node]) -> str | None:
    """What the source prints outside its branches, each of them being sound; None when that cannot be told."""
    pieces = [_piece(node) for node in body]
    return None if None in pieces else "".join(piece or "" for piece in pieces)


def _piece(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Output):
        return "".join(each.data if isinstance(each, nodes.TemplateData) else _PRINTED for each in node.nodes)
    if isinstance(node, nodes.Assign):
        return ""
    if isinstance(node, nodes.If):
        choices = [_piece(other) for other in node.elif_]
        return "" if None not in choices and _is_whole(node.body) and _is_whole(node.else_) else None
    if isinstance(node, nodes.For) and not node.recursive:
        return "" if _is_whole(node.body) and _is_whole(node.else_) else None
    return None


def _is_whole(body: Sequence[nodes.Node]) -> bool:
    """Whether a branch closes what it opens; its prefixes are declared around it."""
    inside = _skeleton(body)
    if inside is None:
        return False
    try:
        expat.ParserCreate().Parse(f"<x>{print_escapes(inside)}</x>", True)  # noqa: FBT003 - expat's signature
    except expat.ExpatError:
        return False
    return True
