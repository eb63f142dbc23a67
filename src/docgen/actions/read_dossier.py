"""Read the files of one dossier from disk: regular files only, opened without following a link, whole and stable."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from docgen.actions.collect_dossiers import MAX_DEPTH, Dossier, is_junk, list_folder
from docgen.actions.dossier_file import DossierFile
from docgen.actions.open_bundles import Opener
from docgen.errors import UnreadableFileError
from docgen.formats.archive import is_bundle, read_archive
from docgen.formats.inner_name import clean_path

#: An ordinary dossier holds three to ten files; past these a folder is something else.
MAX_FILES, MAX_FILE_BYTES = 300, 64 * 1024 * 1024

#: No link is followed, and a pipe that nobody writes to does not keep us waiting; Windows reads bytes as they are.
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_documents(dossier: Dossier) -> Iterator[DossierFile]:
    """The files of `read_dossier` that may be documents: without what only came along with an e-mail."""
    return (file for file in read_dossier(dossier) if not (file.aside or file.is_letter))


def read_dossier(dossier: Dossier) -> Iterator[DossierFile]:
    """Every file of the dossier, one at a time so that only one is in memory; what cannot be read is named.

    An e-mail or zip among them stands for the files in it, called ``mail.eml/RL1.pdf``.
    """
    opener = Opener()
    for file in _read_files(dossier):
        yield from (each for each in opener.open(file) if each.name not in dossier.leave_out_names)


def name_files(dossier: Dossier) -> Iterator[tuple[str, Path]]:
    """Where the files of a dossier lie, by name, unopened; a zip or an e-mail is one file here."""
    if dossier.path.is_symlink() or not dossier.path.is_dir():
        return iter([(dossier.path.name, dossier.path)])
    return islice(_walk(dossier.path, "", dossier.leave_out, MAX_DEPTH), MAX_FILES)


def _read_files(dossier: Dossier) -> Iterator[DossierFile]:
    if dossier.path.is_symlink() or not dossier.path.is_dir():
        yield from _read_lone(dossier.path)
        return
    if not _may_open(dossier.path):
        yield DossierFile(
            dossier.name,
            sentence=f"De map “{dossier.name}” kan niet geopend worden; geef docgen leesrechten op deze map.",
        )
        return
    for number, (name, path) in enumerate(_walk(dossier.path, "", dossier.leave_out, MAX_DEPTH)):
        if number == MAX_FILES:
            yield DossierFile(
                dossier.name,
                sentence=f"Dit dossier bevat meer dan {MAX_FILES} bestanden; de rest is niet bekeken. "
                "Stuur alleen de bestanden van één persoon.",
            )
            return
        yield read_file(name, path)


def _read_lone(path: Path) -> Iterator[DossierFile]:
    file = read_file(path.name, path)
    if file.data is None or not (path.suffix.lower() == ".zip" or is_bundle(file.data)):
        yield file
        return
    yield from _read_bundle(path.name, file.data)


def _read_bundle(name: str, data: bytes) -> Iterator[DossierFile]:
    if not data.startswith(b"PK"):
        yield DossierFile(name, data)
        return
    try:
        for inner, inside in read_archive(data):
            if not any(map(is_junk, inner.split("/"))):
                yield DossierFile(clean_path(inner) or name, inside)
    except UnreadableFileError as error:
        yield DossierFile(name, sentence=f"“{name}” {error}.")


def _walk(folder: Path, prefix: str, leave_out: frozenset[Path], depth: int) -> Iterator[tuple[str, Path]]:
    for entry in list_folder(folder, leave_out):
        if entry.is_dir(follow_symlinks=False) and depth and _may_open(Path(entry.path)):
            yield from _walk(Path(entry.path), f"{prefix}{entry.name}/", leave_out, depth - 1)
        else:
            yield prefix + entry.name, Path(entry.path)


def _may_open(folder: Path) -> bool:
    try:
        os.scandir(folder).close()
    except OSError:
        return False
    return True


def read_file(name: str, path: Path) -> DossierFile:
    """One file under the name it has in its dossier: its bytes, or the sentence that says why there are none."""
    try:
        return DossierFile(name, read_regular_file(path))
    except UnreadableFileError as error:
        return DossierFile(name, sentence=f"“{name}” {error}.")


def read_regular_file(path: Path) -> bytes:
    """The bytes of a regular file that is not being written to; raises UnreadableFileError for anything else."""
    refusal = _refuse(path)
    if refusal is not None:
        raise UnreadableFileError(refusal)
    try:
        handle = os.open(path, _OPEN)
    except OSError as error:
        message = "kan niet geopend worden; geef docgen leesrechten op dit bestand"
        raise UnreadableFileError(message) from error
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(handle)
        data = file.read(MAX_FILE_BYTES + 1) if stat.S_ISREG(before.st_mode) else b""
        after = os.fstat(handle)
    if len(data) != after.st_size or before.st_mtime_ns != after.st_mtime_ns:
        message = "wordt nog gekopieerd of gewijzigd; probeer het straks opnieuw"
        raise UnreadableFileError(message)
    return data


def _refuse(path: Path) -> str | None:
    try:
        found = path.lstat()
    except OSError:
        return "is verdwenen of niet toegankelijk; kijk de map na"
    if stat.S_ISLNK(found.st_mode):
        return "is een snelkoppeling naar een andere plaats en wordt niet gevolgd; zet het bestand zelf in de map"
    if stat.S_ISDIR(found.st_mode):
        return (
            "is een map die niet geopend kan worden; geef docgen leesrechten of zet de bestanden hoger in het dossier"
        )
    if not stat.S_ISREG(found.st_mode):
        return "is geen gewoon bestand en wordt niet geopend; zet alleen gewone bestanden in de map"
    if found.st_size > MAX_FILE_BYTES:
        return f"is te groot ({found.st_size // 1024 // 1024} MB); stuur een kleinere versie"
    return None
