"""Fill a Word template with plain values: the template is compiled once, each document costs only its values.

docxtpl brings the template's XML into Jinja's shape; the rendering is done here, because docxtpl drops text
at ``<`` and ``&`` unless told otherwise, mends broken XML in silence, and writes a zip of another day each time.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError, UndefinedError
from lxml import etree

from docgen.errors import SetupError, UnreadableFileError
from docgen.formats.docx.core import CORE_PART, DECLARATION, link_core, set_core, to_bytes
from docgen.formats.docx.package import Package, parse_xml
from docgen.formats.docx.sandbox import make_environment, plain_values
from docgen.formats.pack import Member, deflate, pack_members

#: Parts of a Word file that hold text, and so may hold tags; in the order in which faults are told.
TEXT_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_COLUMN_TAG, _TAG = re.compile(rb"\{[%{]tc\b"), re.compile(rb"<[^>]*>")
_SHAPE_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")\d+(")')
#: What a template's own expressions can make Python say, besides Jinja's errors.
_TEMPLATE_ERRORS = (TemplateError, ArithmeticError, TypeError, ValueError, LookupError)
_MISSING = re.compile(r"'([A-Za-z_]\w*)' is undefined|has no attribute '([A-Za-z_]\w*)'")


@dataclass(frozen=True)
class _TextPart:
    """One part with tags, compiled; `has_columns` when it makes table columns in a loop."""

    name: str
    template: Template
    has_columns: bool


@dataclass(frozen=True)
class CompiledTemplate:
    """A Word template ready to be filled any number of times."""

    texts: tuple[_TextPart, ...]
    fixed: tuple[Member, ...]
    core: bytes


@lru_cache(maxsize=16)
def compile_template(template: bytes) -> CompiledTemplate:
    """Compile a Word template; the same bytes are compiled once. Raises SetupError when it is at fault."""
    try:
        return _compile(Package(template))
    except UnreadableFileError as error:
        message = f"Het Word-sjabloon {error}."
        raise SetupError(message) from error
    except TemplateError as error:
        raise _at_fault(error) from error


def render_docx(template: bytes | CompiledTemplate, values: Mapping[str, Any], *, title: str, language: str) -> bytes:
    """The bytes of one Word document: the template with `values` in it, each value appearing literally.

    Line breaks in a value become line breaks on the page. Raises WrongUseError with the key of a value that holds
    characters Word cannot hold, and SetupError when the template is at fault or asks for a name that is not there.
    """
    ready = template if isinstance(template, CompiledTemplate) else compile_template(template)
    plain = plain_values(values)
    core = deflate(CORE_PART, set_core(ready.core, title=title, language=language))
    try:
        texts = [deflate(part.name, _render(part, plain)) for part in ready.texts]
    except _TEMPLATE_ERRORS as error:
        raise _at_fault(error) from error
    types, *rest = ready.fixed
    return pack_members([types, *texts, core, *rest])


def prepare_text(data: bytes) -> str:
    """One part's XML as Jinja source, after docxtpl has drawn the tags out of Word's runs."""
    source = etree.tostring(parse_xml(data), encoding="unicode")
    if "{" not in source:
        return source
    patched: str = DocxTemplate(io.BytesIO()).patch_xml(source)
    return patched.replace("{_{", "{{ '{{' }}").replace("}_}", "{{ '}}' }}")


def _compile(package: Package) -> CompiledTemplate:
    environment = make_environment()
    texts, fixed = [], []
    for name in sorted(package.names - {CORE_PART}, key=lambda name: (name != "[Content_Types].xml", name)):
        data = package.read(name)
        if TEXT_PART.fullmatch(name):
            source = prepare_text(data)
            texts.append(
                _TextPart(name, environment.from_string(source), _COLUMN_TAG.search(_TAG.sub(b"", data)) is not None)
            )
        elif not name.endswith("/"):
            fixed.append(deflate(name, link_core(name, data)))
    core = package.read(CORE_PART) if CORE_PART in package.names else b""
    return CompiledTemplate(tuple(texts), tuple(fixed), core)


def _render(part: _TextPart, values: Mapping[str, Any]) -> bytes:
    xml = part.template.render(values)
    if xml.count("<wp:docPr ") > 1:  # a picture in a loop: Word asks for a number of its own for each
        numbers = count(1001)
        xml = _SHAPE_ID.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", xml)
    try:
        tree = parse_xml(xml.encode())
    except UnreadableFileError as error:
        message = f"the tags of {part.name} cross its paragraphs or cells"
        raise TemplateError(message) from error
    if part.has_columns:
        tree = DocxTemplate(io.BytesIO()).fix_tables(xml)
        return to_bytes(tree)
    return DECLARATION + xml.encode()


def _at_fault(error: Exception) -> SetupError:
    """The error for the user: a missing name is told, all else is left to the check of the template."""
    found = _MISSING.search(str(error)) if isinstance(error, UndefinedError) else None
    fault = f"vraagt naar “{found[1] or found[2]}”, maar die naam bestaat niet" if found else "bevat een fout"
    return SetupError(f"Het Word-sjabloon {fault}; “docgen template check” toont alle fouten met hun plaats.")
