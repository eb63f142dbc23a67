"""The fonts at hand, shipped and the user's own, and how high their lines are."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen.shipped import find_shipped

#: ``fsSelection`` of a font whose typographic heights are to be preferred.
_USE_TYPO = 128


@dataclass(frozen=True)
class Font:
    """A font at hand; `ascent` and `natural` (a whole line) are parts of its size, as word processors take them."""

    family: str
    ascent: float
    natural: float


@lru_cache(maxsize=8)
def find_fonts(own: Path | None = None) -> Mapping[str, Font]:
    """Every font by its name in small letters: the shipped ones, and those in the user's `own` folder."""
    folders = [folder for folder in (find_shipped("templates") / "fonts", own) if folder and folder.is_dir()]
    files = sorted(path for folder in folders for path in folder.iterdir() if path.suffix.lower() in {".ttf", ".otf"})
    found: dict[str, Font] = {}
    for path in files:
        names, font = _read_font(path)
        for name in names:
            found.setdefault(name.casefold(), font)
    return found


def _read_font(path: Path) -> tuple[set[str], Font]:
    """The names by which Word and typst may call the font, and the font."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy library

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # some fonts' dates seem odd to it; nobody can act on that
    with TTFont(path, lazy=True) as font:
        plain, family = font["name"].getDebugName(1), font["name"].getDebugName(16) or font["name"].getDebugName(1)
        unit, lines, preferred = font["head"].unitsPerEm, font["hhea"], font["OS/2"]
        high, deep, gap = lines.ascent, -lines.descent, lines.lineGap
        if preferred.fsSelection & _USE_TYPO:
            high, deep, gap = preferred.sTypoAscender, -preferred.sTypoDescender, preferred.sTypoLineGap
    return {plain, family}, Font(plain, (high + gap) / unit, (high + deep + gap) / unit)
