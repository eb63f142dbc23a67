"""Run typst: one compiler per template folder, reused; fonts only from the shipped (and the user's) ``fonts`` folder.

What typst says is put into one Dutch sentence with the template and the line; its warnings count as errors, so that
no page is ever printed in another font than was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import NoReturn, cast

import typst

from docgen.errors import SetupError
from docgen.formats.pdf.pictures import start_packages
from docgen.shipped import find_shipped

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-3a"]
_PLACE = re.compile(r"┌─ (?P<file>\S+\.typ):(?P<line>\d+):\d+")
_NO_GLYPH = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_NO_KEY = re.compile(r'dictionary does not contain key "(?P<key>.*)"')


class MissingGlyphsError(SetupError):
    """No shipped font has these characters; the caller knows which field they stand in."""

    def __init__(self, characters: str) -> None:
        super().__init__("De lettertypes van docgen kennen een teken niet dat op het blad moet staan.")
        self.characters = characters


def typeset(
    main: str, files: Mapping[str, bytes], folder: Path, on: date, *, for_paper: bool = False, fonts: Path | None = None
) -> bytes:
    """Compile `main` to a PDF that is UA-1 and A-3a, dated `on`; `files` stand beside what is in `folder`.

    The shipped fonts are at hand, and those in the folder `fonts` (the one of the template's own tree when left out).

    A PDF `for_paper` has no tags and follows no standard: it is a third of the size, and only for a printer.
    Raises MissingGlyphsError for characters without a glyph, SetupError for any fault of the template.
    """
    day = datetime(on.year, on.month, on.day, tzinfo=UTC)
    sources = {"main.typ": main.encode(), **files}
    try:
        compiler = _start_compiler(folder.resolve(), fonts or folder.parent.parent / "fonts")
        pdf, warnings = compiler.compile_with_warnings(
            sources,  # type: ignore[type-var]  # the stub of typst 0.15 leaves out the files by name
            format="pdf",
            pdf_standards=[] if for_paper else STANDARDS,
            timestamp=day,
            pdf_tags=not for_paper,
        )
    except typst.TypstError as error:
        _refuse(error, folder)
    if warnings:
        _refuse(warnings[0], folder)
    return cast("bytes", pdf)


@lru_cache(maxsize=16)
def _start_compiler(folder: Path, own_fonts: Path) -> typst.Compiler:
    places = dict.fromkeys([find_shipped("templates") / "fonts", own_fonts.resolve()])
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(place) for place in places if place.is_dir()],
    )
    return typst.Compiler(root=folder, font_paths=fonts, ignore_system_fonts=True, package_path=start_packages())


def _refuse(fault: typst.TypstError | typst.TypstWarning, folder: Path) -> NoReturn:
    if missing := _NO_GLYPH.findall(fault.diagnostic):
        raise MissingGlyphsError(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(missing))) from fault
    place = _PLACE.search(fault.diagnostic)
    where = f"{folder / Path(place['file']).name}, regel {place['line']}" if place else str(folder)
    message = f"Sjabloon {where}: {_explain(fault.message)}; verbeter het sjabloon."
    raise SetupError(message) from fault


def _explain(message: str) -> str:
    if found := _NO_KEY.search(message):
        return f"de naam “{found['key']}” bestaat niet"
    if message.startswith("unknown font family: "):
        return f"het lettertype “{message.partition(': ')[2]}” staat niet in de map fonts"
    return f"typst zegt “{message.partition(' (searched at')[0]}”"
