"""Word templates made ready: compiled once per content, kept in the user's cache folder, sent along to processes.

A kept file holds text only: docxtpl's Jinja source, which runs in the same sandbox as a template's own tags. It is
found by what the template holds and by everything that decides what comes of it; any other file is passed over.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.actions.write_file import write_file
from docgen.errors import SetupError, UnreadableFileError
from docgen.version import VERSION

if TYPE_CHECKING:
    from docgen.formats.docx.compiled import CompiledTemplate

#: Where templates are kept instead of in the user's cache folder.
CACHE_VARIABLE = "DOCGEN_CACHE"
#: The newest templates are kept; the others go.
MOST_KEPT = 50
#: With more templates than this all are forgotten, and each is read from disk again when it comes up.
_MOST_IN_MEMORY = 16
#: Libraries, and modules of our own, that decide what a compiled template looks like.
_LIBRARIES = ("docxtpl", "Jinja2", "lxml")
_MODULES = ("compiled", "core", "mend", "prepare", "soundness")
_ready: dict[bytes, CompiledTemplate] = {}


def ready_template(template: bytes) -> CompiledTemplate:
    """The compiled template: from memory, from the cache folder, or compiled now and kept.

    Raises SetupError when the template is at fault; a folder that cannot be written keeps nothing.
    """
    from docgen.formats.docx.compiled import compile_template, keep_template  # noqa: PLC0415 - heavy library

    if (ready := _ready.get(template)) is not None:
        return ready
    path = find_kept(template)
    ready = _read_kept(path, template)
    if ready is None:
        ready = compile_template(template)
        _keep(path, keep_template(ready))
    receive_templates([ready])
    return ready


def receive_templates(templates: Iterable[CompiledTemplate]) -> None:
    """Remember templates that were compiled elsewhere, as another process does when it starts."""
    for ready in templates:
        if len(_ready) >= _MOST_IN_MEMORY:
            _ready.clear()
        _ready[ready.original] = ready


def find_kept(template: bytes) -> Path:
    """The file in which this template is kept, by the present versions of everything; it need not exist."""
    return _cache_folder() / f"{hashlib.sha256(_recipe() + template).hexdigest()}.json"


def _read_kept(path: Path, template: bytes) -> CompiledTemplate | None:
    """What was kept, or None when that is not there, or is anything but what was written."""
    from docgen.formats.docx.compiled import restore_template  # noqa: PLC0415 - heavy library

    try:
        checksum, kept = path.read_bytes().split(b"\n", 1)
        if checksum.decode("ascii") != _sum(kept):
            return None
        return restore_template(template, json.loads(kept))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, UnreadableFileError):
        return None


def _keep(path: Path, kept: dict[str, Any]) -> None:
    data = json.dumps(kept).encode()
    # What cannot be kept costs time again, and nothing else.
    with contextlib.suppress(SetupError, OSError):
        write_file(path, f"{_sum(data)}\n".encode() + data)
        there = sorted(path.parent.glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in there[MOST_KEPT:]:
            old.unlink(missing_ok=True)


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _cache_folder() -> Path:
    if named := os.environ.get(CACHE_VARIABLE):
        return Path(named)
    import platformdirs  # noqa: PLC0415 - only when the environment does not say

    return Path(platformdirs.user_cache_path("docgen", appauthor=False)) / "sjablonen"


@lru_cache(maxsize=1)
def _recipe() -> bytes:
    """Everything besides the template that decides what comes of it."""
    from docgen.formats import docx  # noqa: PLC0415 - heavy library

    versions = [VERSION, sys.version, *map(version, _LIBRARIES)]
    folder = Path(docx.__path__[0])
    code = b"".join((folder / f"{name}.py").read_bytes() for name in _MODULES)
    return "\n".join(versions).encode() + hashlib.sha256(code).digest()
