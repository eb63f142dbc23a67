"""Find the documents that template folders offer: ``<templates>/<family>/<document>/document.toml``.

The user's own folder lies over the shipped one, file by file: whoever changes only ``nl.docx`` keeps the rest.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docgen.errors import SetupError
from docgen.model.document import Document
from docgen.shipped import find_shipped

__all__ = ["find_documents", "find_shipped"]

DESCRIPTION = "document.toml"
_TYPES: Mapping[str, type] = {
    "title": dict,
    "context": str,
    "file_name": str,
    "numbered": bool,
    "needs_complete": bool,
}
_REQUIRED = ("title", "context", "file_name")
_TYPE_NAMES = {dict: "een tabel met een titel per taal", str: "een tekst", bool: "true of false"}
_TEMPLATE = re.compile(r"^([a-z]{2})\.(?:docx|typ)$")
#: What a word processor saves when asked for a template; docgen takes ``.docx`` only.
_NEARLY = re.compile(r"^([a-z]{2})\.(?:doc|dot|dotx|docm|dotm|odt|ott|rtf)$", re.IGNORECASE)
_NAME = re.compile(r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")


def find_documents(own: Path | None = None) -> Mapping[str, Document]:
    """Every document by its path ``family/name``, in alphabetical order; `own` is the user's template folder.

    Raises SetupError, one sentence, for a folder or description that cannot be used.
    """
    if own is not None and not own.is_dir():
        message = f"De sjabloonmap {own} bestaat niet; kijk paden.sjablonen in de instellingen na."
        raise SetupError(message)
    shipped = _find_folders(find_shipped("templates"))
    owned = _find_folders(own) if own else {}
    paths = sorted(shipped.keys() | owned.keys())
    return {path: _read_document(path, shipped.get(path), owned.get(path)) for path in paths}


def _find_folders(root: Path) -> dict[str, Path]:
    return {
        f"{folder.parent.name}/{folder.name}": folder
        for folder in root.glob("*/*")
        if folder.is_dir() and _NAME.match(folder.parent.name) and _NAME.match(folder.name) and _holds_template(folder)
    }


def _holds_template(folder: Path) -> bool:
    names = [path.name for path in folder.iterdir()]
    if near := next((found for name in names if (found := _NEARLY.match(name))), None):
        message = f"{folder / near[0]} is geen .docx; open het in Word en bewaar het als {near[1].lower()}.docx."
        raise SetupError(message)
    return any(name == DESCRIPTION or _TEMPLATE.match(name) for name in names)


def _read_document(path: str, shipped: Path | None, own: Path | None) -> Document:
    """One document out of the shipped folder, the user's, or both with the user's files first."""
    folders = [folder for folder in (own, shipped) if folder]
    described = next((folder for folder in folders if (folder / DESCRIPTION).is_file()), None)
    if described is None:
        message = f"De sjabloonmap {folders[0]} heeft geen {DESCRIPTION}; neem dat van een ander document over."
        raise SetupError(message)
    values = _read_description(described / DESCRIPTION)
    languages = tuple(sorted(_find_languages(folders), key=lambda language: (language != "nl", language)))
    if not languages:
        message = f"De sjabloonmap {folders[0]} bevat geen sjabloon; zet er bijvoorbeeld nl.docx in."
        raise SetupError(message)
    family, _, name = path.partition("/")
    folder = shipped or folders[0]
    return Document(family, name, folder=folder, languages=languages, own_folder=own if shipped else None, **values)


def _find_languages(folders: list[Path]) -> set[str]:
    return {found[1] for folder in folders for path in folder.iterdir() if (found := _TEMPLATE.match(path.name))}


def _read_description(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path} is geen leesbaar TOML-bestand; kijk de schrijfwijze na."
        raise SetupError(message) from error
    for fault in _find_faults(values):
        message = f"{path}: {fault}."
        raise SetupError(message)
    return values


def _find_faults(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        if key not in _TYPES:
            close = difflib.get_close_matches(key, list(_TYPES), 1)
            hint = f"bedoelt u “{close[0]}”?" if close else f"gekend zijn {', '.join(_TYPES)}"
            yield f"“{key}” is niet gekend; {hint}"
        elif not isinstance(value, _TYPES[key]):
            yield f"“{key}” moet {_TYPE_NAMES[_TYPES[key]]} zijn"
    yield from (f"“{key}” ontbreekt" for key in _REQUIRED if key not in values)
    titles = values.get("title", {})
    if not all(isinstance(title, str) for title in titles.values()):
        yield "elke titel onder “title” moet een tekst zijn"
