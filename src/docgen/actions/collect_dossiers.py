"""Find the dossiers behind the paths a user gives: folders and zips of one person, or folders of those.

A folder that holds a file is a dossier, with its subfolders; a folder that holds only folders and zips is a folder
of dossiers; a zip is a dossier; a single file is a dossier of one file. No link is followed. A stray file beside
dossiers (a list of the desk, an old report) must not melt them into one: beside at least two folders or zips, a file
makes the folder a dossier only when it is a filled form; else the stray files are named on their own.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.errors import WrongUseError

#: Folders of folders of dossiers (school year, scholengroep, person) are followed this deep.
MAX_DEPTH = 12
#: Beside this many folders or zips, a file that is no form is a stray one.
_SEVERAL = 2
#: What operating systems and Office leave behind; compared in lower case.
_JUNK = frozenset({".ds_store", "thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db", ".directory", "icon\r"})

IsForm = Callable[[Path], bool]


@dataclass(frozen=True)
class Dossier:
    """One dossier before it is opened: its name as given, where it lies, and what in it does not belong to it.

    `loose` marks the stray files that lie beside dossiers; `leave_out_names` are files by their name within it, also in
    a zip or an e-mail.
    """

    name: str
    path: Path
    leave_out: frozenset[Path] = frozenset()
    loose: bool = False
    leave_out_names: frozenset[str] = frozenset()


def collect_dossiers(
    paths: Sequence[Path], leave_out: Iterable[Path] = (), is_form: IsForm = lambda _: True
) -> tuple[Dossier, ...]:
    """The dossiers behind the paths, in the order given and by name within a folder.

    `leave_out` are files that belong to the desk (enrolments, decisions, settings, reports) wherever they lie.
    `is_form` tells whether a file is a filled form; it is asked only about files that lie beside folders.
    Raises WrongUseError for a path that does not exist.
    """
    ours = frozenset(_absolute(path) for path in leave_out)
    search = _Search(ours, is_form)
    found = [dossier for path in paths for dossier in _collect(_given(path), search, MAX_DEPTH)]
    return _tell_apart(list(dict.fromkeys(found)))


def is_junk(name: str) -> bool:
    """Whether a file or folder name is left behind by an operating system or Office (lock files), or hidden."""
    return name.lower() in _JUNK or name.startswith((".", "~$"))


def list_folder(folder: Path, leave_out: frozenset[Path] = frozenset()) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name, without junk; empty when the folder cannot be opened."""
    try:
        with os.scandir(folder) as entries:
            kept = [e for e in entries if not is_junk(e.name) and _absolute(Path(e.path)) not in leave_out]
    except OSError:
        return []
    return sorted(kept, key=lambda entry: (entry.name.casefold(), entry.name))


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a link


def _given(path: Path) -> Path:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        message = f"“{path}” bestaat niet of is niet toegankelijk; geef een map, een zip of een bestand dat bestaat."
        raise WrongUseError(message) from error
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        message = f"“{path}” is geen gewoon bestand en geen map; geef een map, een zip of een bestand."
        raise WrongUseError(message)
    return path


@dataclass(frozen=True)
class _Search:
    leave_out: frozenset[Path]
    is_form: IsForm


def _collect(path: Path, search: _Search, depth: int) -> Iterator[Dossier]:
    entries = list_folder(path, search.leave_out) if path.is_dir() else []
    inner = [entry for entry in entries if _may_be_dossier(entry)]
    stray = [Path(entry.path) for entry in entries if not _may_be_dossier(entry)]
    if depth == 0 or not inner or (stray and (len(inner) < _SEVERAL or any(map(search.is_form, stray)))):
        yield Dossier(_name_of(path), path.resolve() if path.is_symlink() else path, search.leave_out)
        return
    for entry in inner:
        if entry.is_dir(follow_symlinks=False):
            yield from _collect(Path(entry.path), search, depth - 1)
        else:
            yield Dossier(entry.name, Path(entry.path), search.leave_out)
    if stray:
        # The stray files go by the folder's own name, without the dossiers that lie beside them.
        others = frozenset(_absolute(Path(entry.path)) for entry in inner)
        yield Dossier(_name_of(path), path, search.leave_out | others, loose=True)


def _may_be_dossier(entry: os.DirEntry[str]) -> bool:
    """A folder, a zip, or something that is no file at all and so must be named on its own."""
    if entry.is_dir(follow_symlinks=False) or not entry.is_file(follow_symlinks=False):
        return True
    return entry.name.lower().endswith(".zip")


def _name_of(path: Path) -> str:
    return path.name or path.resolve().name or str(path.resolve())


def _tell_apart(dossiers: list[Dossier]) -> tuple[Dossier, ...]:
    """Dossiers of one name get their folder's name before it, so that a report and a decision can name one."""
    count = Counter(dossier.name for dossier in dossiers)
    return tuple(d if count[d.name] == 1 else replace(d, name=f"{_name_of(d.path.parent)}/{d.name}") for d in dossiers)
