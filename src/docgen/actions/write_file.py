"""The one door out: every file appears whole or not at all.

A file is written under a temporary name beside its own, flushed to disk, renamed, and its folder is flushed.
A file that already holds the same bytes is left alone.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from docgen.errors import SetupError


def write_file(path: Path, data: bytes) -> Path:
    """Write `data` to `path` in one step and return the path; raises SetupError when the place cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if _holds(path, data):
            return path
        _write_whole(path, data)
    except OSError as error:
        remedy = "kies een andere plaats of maak ruimte en rechten vrij"
        message = f"{path} kan niet geschreven worden ({_reason(error)}); {remedy}."
        raise SetupError(message) from error
    return path


def write_files(
    folder: Path,
    files: Mapping[str, Callable[[], bytes]],
    *,
    force: bool = False,
    progress: Callable[[int, int], object] = lambda *_: None,
) -> tuple[Path, ...]:
    """Write several files by name, each made only when its turn comes, and return their paths.

    Nothing at all is written when one of them would replace a file with other contents, unless `force`: SetupError.
    `progress` hears how many of how many are written.
    """
    if not force:
        _refuse_replacing({folder / name: make for name, make in files.items()})
    for done, (name, make) in enumerate(files.items(), start=1):
        write_file(folder / name, make())
        progress(done, len(files))
    return tuple(folder / name for name in files)


def try_folder(folder: Path) -> Path:
    """Try whether files can be written in the folder, or where it would be made; nothing is left behind.

    Raises SetupError when not; gives the folder.
    """
    there = next(place for place in (folder, *folder.absolute().parents) if os.path.lexists(place))
    trial = there / f".docgen-{secrets.token_hex(8)}.tmp"
    try:
        trial.open("xb").close()
        trial.unlink()
    except OSError as error:
        message = f"In {folder} kan niet geschreven worden ({_reason(error)}); kies een andere map."
        raise SetupError(message) from error
    return folder


def refuse_folder_among(folder: Path, paths: Iterable[Path], option: str) -> None:
    """Raise SetupError when the folder of an option lies in one of the paths that are read, or is a file."""
    if folder.exists() and not folder.is_dir():
        message = f"{folder} is geen map; geef bij {option} een map op."
        raise SetupError(message)
    place = folder.resolve()
    if any(place.is_relative_to(path.resolve()) for path in paths):
        message = f"{folder} ligt tussen de dossiers die nagekeken worden; kies bij {option} een map daarbuiten."
        raise SetupError(message)


def _refuse_replacing(files: Mapping[Path, Callable[[], bytes]]) -> None:
    others = [path for path, make in files.items() if os.path.lexists(path) and not _holds(path, make())]
    if others:
        more = f" (en nog {len(others) - 1})" if len(others) > 1 else ""
        message = (
            f"{others[0]}{more} bestaat al met een andere inhoud, dus is er niets geschreven; "
            "kies een andere plaats of geef --force om te vervangen."
        )
        raise SetupError(message)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write a new folder with its files in one step and return it; one that already holds just these is left alone.

    Raises SetupError when something else stands there or when the place cannot be written.
    """
    if _holds_all(folder, files):
        return folder
    if os.path.lexists(folder):
        message = f"{folder} bestaat al met een andere inhoud; kies een andere map of haal die eerst weg."
        raise SetupError(message)
    temporary = folder.parent / f".docgen-{secrets.token_hex(8)}.tmp"
    try:
        temporary.mkdir(parents=True)
        for name, data in files.items():
            write_file(temporary / name, data)
        temporary.rename(folder)
        _flush_folder(folder.parent)
    except OSError as error:
        message = f"{folder} kan niet geschreven worden ({_reason(error)}); kies een andere plaats."
        raise SetupError(message) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return folder


def _holds_all(folder: Path, files: Mapping[str, bytes]) -> bool:
    try:
        there = {entry.name: entry.read_bytes() for entry in folder.iterdir()}
    except OSError:
        return False
    return there == dict(files)


def _write_whole(path: Path, data: bytes) -> None:
    temporary = path.parent / f".docgen-{secrets.token_hex(8)}.tmp"
    try:
        with temporary.open("xb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)  # only still there when something failed
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
    # By the number that Linux gives; for any other the system's own words.
    return {
        13: "geen toegang",
        17: "er staat al een bestand met die naam",
        20: "een deel van het pad is geen map",
        21: "er staat al een map met die naam",
        28: "de schijf is vol",
        30: "de schijf is alleen-lezen",
        36: "de naam is te lang",
    }.get(error.errno or 0, (error.strerror or "onbekende reden").lower())
