"""Make a PDF from the page tree of a Word document: PDF/UA-1 and PDF/A-3a, with the facts it prints attached as JSON.

One fixed typst program (``word.typ``) lays out any tree. The tree reaches it as a file, so typst can keep what is the
same from document to document; pictures stand in a folder of this process, under the hash of their bytes.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from docgen.errors import SetupError
from docgen.formats.pdf.fonts import find_fonts
from docgen.formats.pdf.printed import keep_printed
from docgen.formats.pdf.render import Imprint, refuse_fields
from docgen.formats.pdf.typeset import MissingGlyphsError, typeset
from docgen.model.page import Bookmark, Content, PageTree, Picture, Text, TextLook
from docgen.text import enumerate_words

#: The program lies on disk, so that typst reads it once; what differs comes from here.
_MAIN = """#import "/word.typ": lay-out
#lay-out(json("/d.json"), json("/document.json"), read("/gegevens.json", encoding: none))
"""
_SUFFIXES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"RIFF": "webp", b"<svg": "svg", b"<?xm": "svg"}


def render_page_tree(
    tree: PageTree, record: Mapping[str, Any], *, meta: Imprint, own_fonts: Path | None = None
) -> bytes:
    """The bytes of the PDF: the tree laid out, and what it prints of `record` attached as ``gegevens.json``.

    Raises WrongUseError with the key of a value with a letter that no font has, SetupError for such a letter in the
    template itself, for a font that is not there (`own_fonts` is a folder of the user's), and for what typst warns of.
    """
    folder = _start_folder()
    names = {name: _keep_picture(folder, data) for name, data in tree.pictures.items()}
    looks = [_fit_font(look, own_fonts) for look in tree.content.text_looks]
    content, places, texts = _to_json(tree.content, names)
    design = vars(tree.content) | {"text_looks": looks, "sections": ()}
    about = {"title": meta.title, "author": meta.author or (), "description": "De gegevens die op dit document staan"}
    files = {
        "looks.json": json.dumps(design, ensure_ascii=False, default=vars).encode(),
        "d.json": content,
        "places.json": json.dumps(places).encode(),
        "document.json": json.dumps(about, ensure_ascii=False).encode(),
        "gegevens.json": json.dumps(keep_printed(record, texts), ensure_ascii=False, indent=2).encode(),
    }
    try:
        return typeset(_MAIN, files, folder, meta.on, fonts=own_fonts)
    except MissingGlyphsError as error:
        missing = set(error.characters)
        refuse_fields(record, lambda text: not missing.isdisjoint(text))
        raise _tell_letters(error.characters) from error


@lru_cache(maxsize=1)
def _start_folder() -> Path:
    """A folder of this process alone, gone when it ends."""
    folder = Path(tempfile.mkdtemp(prefix="docgen-"))
    shutil.copy(Path(__file__).with_name("word.typ"), folder)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _keep_picture(folder: Path, data: bytes) -> str:
    name = hashlib.sha256(data).hexdigest()[:32]
    suffix = next((suffix for start, suffix in _SUFFIXES.items() if data.startswith(start)), "png")
    path = folder / f"{name}.{suffix}"
    if not path.exists():
        path.write_bytes(data)
    return f"/{path.name}"


@lru_cache(maxsize=4096)
def _fit_font(look: TextLook, own_fonts: Path | None) -> Mapping[str, Any]:
    """The look with the font to use and its heights."""
    fonts = find_fonts(own_fonts)
    font = fonts.get(look.font.casefold())
    if font is None:
        known = enumerate_words(sorted(font.family for font in fonts.values()))
        message = f"Het lettertype “{look.font}” is er niet; er zijn {known}."
        raise SetupError(message)
    return vars(look) | {
        "family": (font.family, "DejaVu Sans"),
        "ascent": _to_twips(font.ascent, look.size),
        "natural": _to_twips(font.natural, look.size),
        "boxed": look.boxed and vars(look.boxed),
        "plain": not any((look.underline, look.strike, look.caps, look.highlight, look.shade, look.boxed)),
    }


def _to_twips(height: float, size: float) -> float:
    """A height as a part of `size`, so that it is a whole number of twentieths of a point, as in word processors."""
    return round(height * size * 20) / (size * 20)


def _to_json(content: Content, names: Mapping[str, str]) -> tuple[bytes, list[str], list[str]]:
    """The sections as JSON, the names of their bookmarks, each of which stands in it once, and all text."""
    places: dict[str, None] = {}
    texts: list[str] = []

    def plain(value: object) -> object:
        if isinstance(value, Text):
            texts.append(value.text)
        elif isinstance(value, Bookmark):
            if value.name in places:
                return {"kind": "bookmark-again"}
            places[value.name] = None
        elif isinstance(value, Picture):
            return vars(replace(value, name=names[value.name]))
        return vars(value)

    sections = json.dumps(content.sections, ensure_ascii=False, separators=(",", ":"), default=plain).encode()
    return sections, list(places), texts


def _tell_letters(characters: str) -> SetupError:
    """Which letters of the template no font has; the words around them could be somebody's, so they are not said."""
    letters = enumerate_words([f"“{letter}” (U+{ord(letter):04X})" for letter in dict.fromkeys(characters)])
    message = f"Geen lettertype heeft {letters}; typ in het sjabloon een ander teken of kies een ander lettertype."
    return SetupError(message)
