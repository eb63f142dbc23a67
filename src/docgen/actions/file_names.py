"""File names that a person recognises and every system accepts, whatever stands in the data they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from docgen.text import strip_accents

#: No file name we make is longer, suffix included: room for a folder before it on Windows (260 in all).
LONGEST = 80
#: Room kept for a suffix, so that the same name in another format is cut at the same place.
_SUFFIX = 4
#: Stands for a suffix while folders are named as files are.
_FOLDER = "map"
#: Names that Windows keeps for devices, whatever their suffix.
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)


def make_file_name(words: Sequence[str | None], suffix: str) -> str:
    """Join the words into one name of letters, digits, ``.``, ``_`` and ``-``, at most 80 characters with its suffix.

    Words that leave nothing fall away; of words that are too long together, the longest is cut.
    """
    parts = [part for word in words if word and (part := _fold(word))] or ["bestand"]
    room = LONGEST - max(len(suffix), _SUFFIX) - 1
    while (over := len("-".join(parts)) - room) > 0:
        longest = max(range(len(parts)), key=lambda number: len(parts[number]))
        parts[longest] = parts[longest][: max(1, len(parts[longest]) - over)].rstrip("-._")
    stem = "-".join(parts)
    return f"{'_' if _RESERVED.match(stem) else ''}{stem}.{suffix}"


def tell_apart(names: Iterable[str]) -> Iterator[str]:
    """The names in order, a later taken one with ``-2``, ``-3``…; capitals make no difference, as on Windows."""
    taken = set[str]()
    for name in names:
        free = next(each for each in vary_name(name) if each.casefold() not in taken)
        taken.add(free.casefold())
        yield free


def name_folders(dossiers: Iterable[str]) -> Iterator[str]:
    """A folder's name for each dossier, in order and all different: its own, without the suffix of a zip."""
    bare = (name[:-4] if name.lower().endswith(".zip") else name for name in dossiers)
    names = tell_apart(make_file_name([name], _FOLDER) for name in bare)
    return (name.removesuffix(f".{_FOLDER}") for name in names)


def vary_name(name: str) -> Iterator[str]:
    """The name itself, then the same with ``-2``, ``-3``… before its suffix, without end."""
    yield name
    stem, _, suffix = name.rpartition(".")
    for number in count(2):
        room = LONGEST - max(len(suffix), _SUFFIX) - 1
        yield f"{stem[: room - len(str(number)) - 1]}-{number}.{suffix}"


def _fold(word: str) -> str:
    kept = "".join(c for c in strip_accents(word) if c not in "'’`´")
    return re.sub(r"-{2,}", "-", re.sub(r"[^A-Za-z0-9._-]+", "-", kept)).strip("-._")
