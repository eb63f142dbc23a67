"""Make a PDF from the page tree of a Word document: PDF/UA-1 and PDF/A-3a, with the facts it prints attached as JSON.

One fixed typst program (``word.typ``) lays out any tree. The tree reaches it as a file, so typst can keep what is the
same from document to document; pictures stand in a folder of this process, under the hash of their bytes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from docgen.errors import SetupError
from docgen.formats.pdf.fonts import Font, find_fonts
from docgen.formats.pdf.page_json import PageWriter, to_json
from docgen.formats.pdf.pictures import keep_picture, start_folder
from docgen.formats.pdf.printed import keep_printed
from docgen.formats.pdf.render import Imprint, refuse_fields
from docgen.formats.pdf.typeset import MissingGlyphsError, typeset
from docgen.model.page import PageTree
from docgen.text import enumerate_words

#: The program lies on disk, so that typst reads it once; what differs comes from here.
_MAIN = """#import "/word.typ": lay-out, load
#lay-out(load("/d.json"), json("/document.json"), read("/gegevens.json", encoding: none))
"""
#: typst parses all text that it is given as markup too, which takes longer than reading it; comments it passes over.
_COMMENT = b"//"


def render_page_tree(
    tree: PageTree, record: Mapping[str, Any], *, meta: Imprint, own_fonts: Path | None = None
) -> bytes:
    """The bytes of the PDF: the tree laid out, and what it prints of `record` attached as ``gegevens.json``.

    Raises WrongUseError with the key of a value with a letter that no font has, SetupError for such a letter in the
    template itself, for a font that is not there (`own_fonts` is a folder of the user's), and for what typst warns of.
    """
    folder = _start_folder()
    names = {name: f"/{keep_picture(folder, data)}" for name, data in tree.pictures.items()}
    writer = PageWriter(tree.content, names, lambda font: _find_font(font, own_fonts))
    sections, strips = writer.write_sections(), writer.write_strips()
    about = {"title": meta.title, "author": meta.author or (), "description": "De gegevens die op dit document staan"}
    files = {
        "looks.json": _COMMENT + writer.write_looks(),
        "d.json": _COMMENT + sections,
        "strips.json": _COMMENT + strips,
        "places.json": _COMMENT + to_json(list(writer.places)),
        "document.json": to_json(about),
        "gegevens.json": json.dumps(keep_printed(record, writer.texts), ensure_ascii=False, indent=2).encode(),
    }
    try:
        return typeset(_MAIN, files, folder, meta.on, fonts=own_fonts)
    except MissingGlyphsError as error:
        missing = set(error.characters)
        refuse_fields(record, lambda text: not missing.isdisjoint(text))
        raise _tell_letters(error.characters) from error


@lru_cache(maxsize=1)
def _start_folder() -> Path:
    """The root of the pages: the program that lays them out, and their pictures."""
    folder = start_folder()
    shutil.copy(Path(__file__).with_name("word.typ"), folder)
    return folder


@lru_cache(maxsize=256)
def _find_font(name: str, own_fonts: Path | None) -> Font:
    fonts = find_fonts(own_fonts)
    font = fonts.get(name.casefold())
    if font is None:
        known = enumerate_words(sorted(font.family for font in fonts.values()))
        message = f"Het lettertype “{name}” is er niet; er zijn {known}."
        raise SetupError(message)
    return font


def _tell_letters(characters: str) -> SetupError:
    """Which letters of the template no font has; the words around them could be somebody's, so they are not said."""
    letters = enumerate_words([f"“{letter}” (U+{ord(letter):04X})" for letter in dict.fromkeys(characters)])
    message = f"Geen lettertype heeft {letters}; typ in het sjabloon een ander teken of kies een ander lettertype."
    return SetupError(message)
