"""How typst is to set the letters of a Word document: their size and colour, and how high and deep their lines reach.

A word processor takes a line's height from the font and the paragraph's line rule; typst takes it from the letters.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from docgen.formats.pdf.fonts import Font
from docgen.model.page import TextLook

#: Letters above or below the line are so much smaller, and reach as high, or as deep, as the others.
_SMALL = 0.58


@lru_cache(maxsize=1024)
def is_plain(look: TextLook) -> bool:
    """Whether nothing is drawn under, over, round or behind such letters."""
    return not any((look.underline, look.strike, look.caps, look.highlight, look.shade, look.boxed))


@lru_cache(maxsize=1024)
def write_look(look: TextLook, font: Font) -> Mapping[str, Any]:
    """What letters that are not plain need to know."""
    ascent, natural = _find_heights(look, font)
    return {**vars(look), "ascent": ascent, "natural": natural, "plain": is_plain(look)}


@lru_cache(maxsize=1024)
def write_dress(look: TextLook, font: Font, rule: str, line: float, lead: float) -> Mapping[str, Any]:
    """How typst is to set such letters under a line rule; lengths are points."""
    high, deep = _find_edges(look, font, rule, line)
    if lead > 0:
        deep += max(find_extra(look, font, line) - lead, 0)
    ascent, natural = _find_heights(look, font)
    lift = (1 - _SMALL) * look.size * {"super": ascent, "sub": ascent - natural}.get(look.position, 0)
    return {
        "font": (font.family, "DejaVu Sans"),
        "size": _SMALL * look.size if look.position else look.size,
        "weight": 700 if look.bold else 400,
        "style": "italic" if look.italic else "normal",
        "fill": look.colour,
        "tracking": look.spacing,
        "kerning": look.kerning,
        "baseline": -(look.lift + lift),
        "lang": look.language,
        "region": look.region or None,
        "top-edge": high,
        "bottom-edge": -deep,
    }


def _find_edges(look: TextLook, font: Font, rule: str, line: float) -> tuple[float, float]:
    """How far letters reach above and below the baseline under a paragraph's line rule."""
    ascent, height = _find_heights(look, font)
    top, natural = ascent * look.size, height * look.size
    if rule == "exact":
        return 0.8 * line, 0.2 * line
    if rule == "at-least":
        return top, max(natural, line) - top
    return (top - natural * (1 - line) if line < 1 else top), natural - top


@lru_cache(maxsize=1024)
def find_extra(look: TextLook, font: Font, line: float) -> float:
    """What a rule of more than one line adds below letters; word processors count in twentieths of a point."""
    natural = _find_heights(look, font)[1] * look.size
    return math.floor(natural * 20 * line + 0.001) / 20 - natural


def _find_heights(look: TextLook, font: Font) -> tuple[float, float]:
    """The ascent and the whole line of letters, as parts of their size that make whole twentieths of a point."""
    ascent, natural = (round(height * look.size * 20) / (look.size * 20) for height in (font.ascent, font.natural))
    return ascent, natural
