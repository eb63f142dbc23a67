"""Find the documents that template folders offer: ``<templates>/<family>/<document>/document.toml``.

The user's own folder lies over the shipped one, file by file: whoever changes only ``nl.docx`` keeps the rest.
A document that ``chooses`` has no template of its own: each of its papers is printed by one of those it names.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
    "overview": bool,
    "chooses": list,
}
_REQUIRED = ("title", "context", "file_name")
_TYPE_NAMES = {
    dict: "een tabel met een titel per taal",
    str: "een tekst",
    bool: "true of false",
    list: "een lijst van documenten",
}
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
    described = {path: _describe(path, shipped.get(path), owned.get(path)) for path in paths}
    plain = {path: each.document for path, each in described.items() if not each.chooses}
    for path, each in described.items():
        for name in each.chooses:
            chosen = _find_chosen(path, name, plain)
            plain[chosen.path] = replace(chosen, chosen_for=(*chosen.chosen_for, each.document.context))
    return {path: _with_choices(each, plain) if each.chooses else plain[path] for path, each in described.items()}


@dataclass(frozen=True)
class _Described:
    """One document as its own folder describes it, and the names of those it leaves the choice between."""

    document: Document
    chooses: tuple[str, ...]


def _find_chosen(path: str, name: str, plain: Mapping[str, Document]) -> Document:
    family = path.partition("/")[0]
    if (chosen := plain.get(f"{family}/{name}")) is not None:
        return chosen
    known = [each.name for each in plain.values() if each.family == family]
    close = difflib.get_close_matches(name, known, 1)
    hint = f"bedoelt u “{close[0]}”?" if close else f"er is {', '.join(known)}."
    message = f"Het document {path} kiest uit “{name}”, maar dat is geen document met een eigen sjabloon; {hint}"
    raise SetupError(message)


def _with_choices(described: _Described, plain: Mapping[str, Document]) -> Document:
    """The document with those it chooses from; it exists in the languages that all of them come in."""
    document = described.document
    choices = tuple(plain[f"{document.family}/{name}"] for name in described.chooses)
    languages = tuple(each for each in choices[0].languages if all(each in other.languages for other in choices))
    return replace(document, choices=choices, languages=languages)


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


def _describe(path: str, shipped: Path | None, own: Path | None) -> _Described:
    """One document out of the shipped folder, the user's, or both with the user's files first."""
    folders = [folder for folder in (own, shipped) if folder]
    described = next((folder for folder in folders if (folder / DESCRIPTION).is_file()), None)
    if described is None:
        message = f"De sjabloonmap {folders[0]} heeft geen {DESCRIPTION}; neem dat van een ander document over."
        raise SetupError(message)
    values = {"file_name": "", **_read_description(described / DESCRIPTION)}
    languages = tuple(sorted(_find_languages(folders), key=lambda language: (language != "nl", language)))
    chooses = tuple(values.pop("chooses", ()))
    if not languages and not chooses:
        message = f"De sjabloonmap {folders[0]} bevat geen sjabloon; zet er bijvoorbeeld nl.docx in."
        raise SetupError(message)
    family, _, name = path.partition("/")
    folder = shipped or folders[0]
    document = Document(family, name, folder=folder, languages=languages, own_folder=own if shipped else None, **values)
    return _Described(document, chooses)


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
    chooses = "chooses" in values
    yield from (f"“{key}” ontbreekt" for key in _REQUIRED if key not in values and not (chooses and key == "file_name"))
    if chooses and values.get("numbered"):
        yield "“numbered” en “chooses” gaan niet samen"
    if chooses and not (values["chooses"] and all(isinstance(name, str) for name in values["chooses"])):
        yield "“chooses” moet een lijst met namen van documenten zijn"
    titles = values.get("title", {})
    if not all(isinstance(title, str) for title in titles.values()):
        yield "elke titel onder “title” moet een tekst zijn"
