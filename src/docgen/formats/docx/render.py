"""Fill a Word template with values: the template is compiled once, each document costs only its values.

The result is docxtpl's, but for what docxtpl does wrong: it drops text at ``<`` and ``&`` unless told otherwise,
prints nothing for a name that is not there, takes ``{_{`` in a value for braces, mends broken XML in silence, and
writes a zip of another day each time. What is no construct of a template stays docxtpl's own: ``replace_pic``,
``replace_media``, ``replace_embedded`` and ``replace_zipname`` are calls of a program on a made file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from jinja2 import TemplateError

from docgen.formats.docx.compiled import CompiledTemplate, TextPart, blame_template, compile_template
from docgen.formats.docx.core import CORE_PART, DECLARATION, core_values, link_core
from docgen.formats.docx.mend import (
    has_break,
    has_empty_table,
    mend_grid,
    number_drawings,
    resolve_breaks,
)
from docgen.formats.docx.placed import LINE_END, add_pictures
from docgen.formats.docx.prepare import print_escapes
from docgen.formats.docx.rich import Workshop
from docgen.formats.docx.sandbox import plain_values
from docgen.formats.docx.soundness import is_sound
from docgen.formats.pack import Member, deflate, pack_members

#: What a template's own expressions can make Python say, besides Jinja's errors.
_TEMPLATE_ERRORS = (TemplateError, ArithmeticError, TypeError, ValueError, LookupError)
_TYPES = "[Content_Types].xml"


class Route(Enum):
    """How a document was made: by Jinja alone, also with pictures, mended as docxtpl does, or with parts it put in."""

    PLAIN = 1
    PICTURED = 2
    MENDED = 3
    REBUILT = 4


@dataclass(frozen=True)
class Filled:
    """The texts of one document by part, what the rest of its zip holds, and how it was made."""

    texts: Mapping[str, bytes]
    fixed: tuple[Member, ...]
    route: Route


def render_docx(
    template: bytes | CompiledTemplate,
    values: Mapping[str, Any],
    *,
    title: str,
    language: str,
    author: str = "",
    on: date | None = None,
) -> bytes:
    """The bytes of one Word document: the template with `values` in it, each value appearing literally.

    Line breaks in a value become line breaks on the page; `author` and the day it was made (`on`) go into its
    properties. Raises WrongUseError with the key of a value that holds characters Word cannot hold, and SetupError
    when the template is at fault or asks for a name that is not there.
    """
    ready = template if isinstance(template, CompiledTemplate) else compile_template(template)
    about = core_values(title=title, language=language, author=author, on=on)
    filled = fill_template(ready, values, about)
    types, *rest = filled.fixed
    return pack_members([types, *(deflate(name, data) for name, data in filled.texts.items()), *rest])


def fill_template(ready: CompiledTemplate, values: Mapping[str, Any], about: Mapping[str, str]) -> Filled:
    """Every text of the template filled in; `about` are the names that only its properties print."""
    workshop = Workshop(ready.original)
    plain = plain_values(values, workshop)
    try:
        made = {part.name: _render(part, plain, workshop) for part in ready.texts}
        workshop.turn_to(CORE_PART)
        core = {CORE_PART: DECLARATION + ready.core.template.render(plain | plain_values(about, workshop)).encode()}
    except _TEMPLATE_ERRORS as error:
        raise blame_template(error) from error
    texts = {name: data for name, (data, _) in made.items()} | core
    if workshop.is_open:
        return Filled(texts, _rebuild(workshop, texts), Route.REBUILT)
    printed = workshop.placer.printed
    route = Route.PICTURED if printed else Route.PLAIN
    is_mended = any(was_mended for _, was_mended in made.values())
    fixed = add_pictures(ready.original, ready.fixed, printed) if printed else ready.fixed
    return Filled(texts, fixed, Route.MENDED if is_mended else route)


def _render(part: TextPart, values: Mapping[str, Any], workshop: Workshop) -> tuple[bytes, bool]:
    """One part filled in, and whether it had to be mended."""
    workshop.turn_to(part.name)
    xml = part.template.render(values)
    if part.has_escapes:
        xml = print_escapes(xml)
    breaks = has_break(xml)
    has_pictures = workshop.placer.has_printed(part.name)
    if has_pictures:  # their own line ends, which are no breaks of a value
        xml = xml.replace(LINE_END, "\n")
    if breaks:
        xml = resolve_breaks(xml)
    xml = number_drawings(xml)
    data = DECLARATION + xml.encode()
    if not (part.is_sound and not breaks and not has_pictures and workshop.is_plain) and not is_sound(data):
        message = f"the tags of {part.name} cross its paragraphs or cells"
        raise TemplateError(message)  # docxtpl would leave things out
    if part.mends_grid or (part.is_body and has_empty_table(xml)):
        return mend_grid(xml), True
    return data, breaks


def _rebuild(workshop: Workshop, texts: Mapping[str, bytes]) -> tuple[Member, ...]:
    """All parts but the texts, after pictures, links or documents came in; the types first, as Word asks."""
    parts = workshop.save()
    names = sorted(parts.keys() - texts.keys(), key=lambda name: (name != _TYPES, name))
    return tuple(deflate(name, link_core(name, parts[name])) for name in names)
