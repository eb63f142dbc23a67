"""Names of files inside a zip or an e-mail, as a person may safely be shown them and other code may carry them."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

#: A longer name is cut, its suffix kept.
_MOST = 120


def clean_name(name: str) -> str:
    """The last part of a path on one line, without control and direction characters, at most 120 characters."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return _shorten(" ".join("".join(map(_shown, last)).split()).strip(" ."))


def clean_path(path: str) -> str:
    """A path inside a zip, each of its folders cleaned; parts that name nothing are left out."""
    parts = (clean_name(part) for part in path.replace("\\", "/").split("/"))
    return "/".join(part for part in parts if part)


def number_name(name: str, taken: Container[str]) -> str:
    """The name, or where that is taken the same with a number: ``RL1 (2).pdf``."""
    stem, dot, suffix = name.rpartition(".")
    start, end = (stem, f".{suffix}") if dot and stem else (name, "")
    number, fresh = 1, name
    while fresh in taken:
        number += 1
        fresh = f"{start} ({number}){end}"
    return fresh


def _shown(character: str) -> str:
    return " " if unicodedata.category(character)[0] in "CZ" else character


def _shorten(name: str) -> str:
    if len(name) <= _MOST:
        return name
    stem, dot, suffix = name.rpartition(".")
    end = f".{suffix}" if dot and len(suffix) <= 8 else ""
    return (stem if end else name)[: _MOST - len(end)] + end
