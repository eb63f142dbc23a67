"""The one door out: every file appears whole or not at all.

A file is written under a temporary name beside its own, flushed to disk, renamed, and its folder is flushed.
A file that already holds the same bytes is left alone.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from docgen.errors import SetupError


def write_file(path: Path, data: bytes) -> Path:
    """Write `data` to `path` in one step and return the path; raises SetupError when the place cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return path
        _write_whole(path, data)
    except OSError as error:
        remedy = "kies een andere plaats of maak ruimte en rechten vrij"
        message = f"{path} kan niet geschreven worden ({_reason(error)}); {remedy}."
        raise SetupError(message) from error
    return path


def _write_whole(path: Path, data: bytes) -> None:
    temporary = path.parent / f".docgen-{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder to flush it; the rename itself is journalled there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    return {
        13: "geen toegang",
        20: "een deel van het pad is geen map",
        21: "er staat al een map met die naam",
        28: "de schijf is vol",
        30: "de schijf is alleen-lezen",
        36: "de naam is te lang",
    }.get(error.errno or 0, (error.strerror or "onbekende reden").lower())
