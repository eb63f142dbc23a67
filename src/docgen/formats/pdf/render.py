"""Make a PDF from a designed page (``nl.typ``): PDF/UA-1 and PDF/A-3a, with the facts it prints attached as JSON.

Values reach the page as data, never as source. Same input, same bytes: the only date in the file is the day of issue.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from docgen.errors import WrongUseError
from docgen.formats.pdf.pictures import find_package, keep_picture
from docgen.formats.pdf.signature_field import add_signature_fields
from docgen.formats.pdf.typeset import MissingGlyphsError, typeset
from docgen.model.rich import Picture
from docgen.text import enumerate_words

#: Control characters but tab and line break, marks that turn the reading direction, and halves of characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True)
class Imprint:
    """What a PDF says of itself: its title, who issues it, in which language, and on which day."""

    title: str
    language: str
    on: date
    author: str = ""


def render_pdf(template: Path, values: Mapping[str, Any], record: Mapping[str, Any], *, meta: Imprint) -> bytes:
    """The bytes of one PDF: the page of `template` with `values` in it, and `record` attached as ``gegevens.json``.

    Raises WrongUseError with the key of a value that cannot be printed, SetupError when the template is at fault.
    """
    refuse_fields(values, lambda text: _UNPRINTABLE.search(text) is not None)
    about = {
        "title": meta.title,
        "author": meta.author or (),
        "language": meta.language,
        "description": "De gegevens die op dit document staan",
        "template": template.name,
    }
    files = {
        "waarden.json": write_values(values),
        "gegevens.json": _to_json(record, indent=2),
        "document.json": _to_json(about),
    }
    try:
        pdf = typeset(_read_main(), files, template.parent, meta.on)
    except MissingGlyphsError as error:
        missing = set(error.characters)
        refuse_fields(values, lambda text: not missing.isdisjoint(text))
        raise
    return add_signature_fields(pdf)


def write_values(values: Mapping[str, Any]) -> bytes:
    """The values as a designed page reads them; a picture in them is named by its file, for docgen's own package."""
    return json.dumps(values, ensure_ascii=False, default=_place_picture).encode()


def _place_picture(value: object) -> dict[str, str | float | None]:
    if not isinstance(value, Picture):
        message = f"a designed page cannot print a {type(value).__name__}"
        raise TypeError(message)
    file = keep_picture(find_package(), value.data)
    return {"bestand": file, "beschrijving": value.description, "hoogte": value.height}


@lru_cache(maxsize=1)
def _read_main() -> str:
    return Path(__file__).with_name("document.typ").read_text(encoding="utf-8")


def _to_json(value: object, indent: int | None = None) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=indent).encode()


def refuse_fields(values: Mapping[str, Any], is_bad: Callable[[str], bool]) -> None:
    """Refuse with the key of every field whose text is bad, never its text; nothing where all are good."""
    if bad := [f"“{path}”" for path, text in _walk(values, "") if is_bad(text)]:
        verb = "bevat" if len(bad) == 1 else "bevatten"
        message = f"{enumerate_words(bad)} {verb} een teken dat niet gedrukt kan worden; typ de tekst opnieuw."
        raise WrongUseError(message)


def _walk(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _walk(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value, start=1):
            yield from _walk(inner, f"{path}[{number}]")
