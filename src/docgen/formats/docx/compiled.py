"""A Word template made ready: its texts as Jinja source, all else as the bytes of its zip.

docxtpl brings the template's XML into Jinja's shape. What comes of it is plain text, so that it can be kept in a file
and sent to other processes; Jinja compiles it when the first document is made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from jinja2 import Template, TemplateError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from docgen.errors import SetupError, UnreadableFileError
from docgen.formats.docx.core import CORE_PART, link_core, make_core_source
from docgen.formats.docx.mend import may_change_grid
from docgen.formats.docx.package import Package
from docgen.formats.docx.prepare import has_escape, prepare_text
from docgen.formats.docx.sandbox import make_environment
from docgen.formats.docx.soundness import is_always_sound
from docgen.formats.pack import Member, deflate

#: Parts of a Word file that hold text, and so may hold tags; in the order in which faults are told.
TEXT_PART = re.compile(r"word/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TYPES = "[Content_Types].xml"
_MISSING = re.compile(r"'([A-Za-z_]\w*)' is undefined|has no attribute '([A-Za-z_]\w*)'")


@dataclass(frozen=True)
class TextPart:
    """One part with tags as Jinja source, and what it may need afterwards: a look whether it is sound, and mending."""

    name: str
    source: str
    is_sound: bool = False
    mends_grid: bool = False
    has_escapes: bool = False

    @property
    def is_body(self) -> bool:
        """Whether it is the text itself, the only part whose tables docxtpl mends."""
        return self.name.startswith("word/document")

    @property
    def template(self) -> Template:
        """The source as Jinja compiled it, once in each process."""
        return _load(self.source)


@dataclass(frozen=True)
class CompiledTemplate:
    """A Word template ready to be filled any number of times, in this process or another."""

    original: bytes
    texts: tuple[TextPart, ...]
    core: TextPart
    fixed: tuple[Member, ...]


@lru_cache(maxsize=16)
def compile_template(template: bytes) -> CompiledTemplate:
    """Compile a Word template; the same bytes are compiled once. Raises SetupError when it is at fault."""
    try:
        package = Package(template)
        package.test()  # most parts are copied unopened: a damaged one would only show in Word
        texts = tuple(_read_text(package, name) for name in sorted(filter(TEXT_PART.fullmatch, package.names)))
        core = package.read(CORE_PART) if CORE_PART in package.names else b""
        ready = _assemble(package, template, texts, _make_text(CORE_PART, make_core_source(core)))
        for part in (*texts, ready.core):
            _load(part.source)
    except UnreadableFileError as error:
        message = f"Het Word-sjabloon {error}."
        raise SetupError(message) from error
    except TemplateError as error:
        raise blame_template(error) from error
    return ready


def restore_template(template: bytes, kept: Mapping[str, Any]) -> CompiledTemplate:
    """The compiled template from its own bytes and what `keep_template` gave.

    Raises TypeError, ValueError, KeyError or UnreadableFileError when `kept` is something else.
    """
    core, *texts = (TextPart(**part) for part in kept["parts"])
    package = Package(template)
    names = [CORE_PART, *sorted(filter(TEXT_PART.fullmatch, package.names))]
    if names != [part.name for part in (core, *texts)] or not all(isinstance(part.source, str) for part in texts):
        message = "not the parts of this template"
        raise ValueError(message)
    return _assemble(package, template, tuple(texts), core)


def keep_template(ready: CompiledTemplate) -> dict[str, Any]:
    """What was found out about a template, as plain data."""
    return {"parts": [asdict(part) for part in (ready.core, *ready.texts)]}


def blame_template(error: Exception) -> SetupError:
    """The error for the user: a missing name is told, all else is left to the check of the template."""
    found = _MISSING.search(str(error)) if isinstance(error, UndefinedError) else None
    fault = f"vraagt naar “{found[1] or found[2]}”, maar die naam bestaat niet" if found else "bevat een fout"
    return SetupError(f"Het Word-sjabloon {fault}; “docgen template check” toont alle fouten met hun plaats.")


@lru_cache(maxsize=128)
def _load(source: str) -> Template:
    return _environment().from_string(source)


@lru_cache(maxsize=1)
def _environment() -> SandboxedEnvironment:
    return make_environment()


def _read_text(package: Package, name: str) -> TextPart:
    data = package.read(name)
    part = _make_text(name, prepare_text(data, keep_blanks=name.endswith("notes.xml")))
    return replace(part, mends_grid=part.is_body and may_change_grid(package.parse(name)))


def _make_text(name: str, source: str) -> TextPart:
    return TextPart(name, source, is_always_sound(source, _environment()), has_escapes=has_escape(source))


def _assemble(package: Package, template: bytes, texts: tuple[TextPart, ...], core: TextPart) -> CompiledTemplate:
    """Join the texts with the parts that stay as they are; the types go first, as Word asks."""
    rendered = {CORE_PART, *(part.name for part in texts)}
    names = sorted(package.names - rendered, key=lambda name: (name != _TYPES, name))
    fixed = tuple(_keep(package, name) for name in names if not name.endswith("/"))
    return CompiledTemplate(template, texts, core, fixed)


def _keep(package: Package, name: str) -> Member:
    """A part that stays the same: as the template's zip holds it, but for the two that must name the core."""
    if name in (_TYPES, "_rels/.rels"):
        return deflate(name, link_core(name, package.read(name)))
    return package.read_member(name)
