"""The signs of Symbol and Wingdings as the characters of Unicode that shipped fonts have."""

from __future__ import annotations

import re

from docgen.formats.docx.fonts import SIGN_FONTS

#: Boxes to tick; the value says whether it is ticked.
BOXES = {"☐": False, "☑": True, "☒": True, "🗹": True, "🗷": True, "❑": False, "❏": False, "❒": False}
_SYMBOL = {
    0xB7: "•",
    0xA8: "♦",
    0xAE: "→",
    0xAC: "←",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xA3: "≤",
    0xB9: "≠",
    0x2D: "−",
    0xD6: "√",
    0xDE: "→",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "☐",
    0x71: "❑",
    0x72: "❒",
    0x73: "◊",
    0x75: "◊",
    0x76: "◊",
    0x77: "•",
    0x9E: "•",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "►",
    0xE0: "→",
    0xE8: "→",
    0xF0: "→",
    0xFC: "√",
    0xFB: "×",
    0xFD: "☒",
    0xFE: "☑",
    0x2D: "–",
}
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_SETS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def find_sign(code: int, font: str) -> str:
    """The character meant by a code of a font of signs; empty when there is none that can be printed."""
    is_private = 0xF000 <= code <= 0xF0FF
    if is_private or font.lower() in SIGN_FONTS:
        low = code & 0xFF if is_private else code
        digit = chr(low) if font.lower() == "symbol" and 0x30 <= low <= 0x3F else ""
        return _SETS.get(font.lower(), {}).get(low, digit)
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code <= 0x10FFFF else ""


def is_known(text: str, font: str) -> bool:
    """Whether every sign of a text in a font of signs has a character that can be printed."""
    return all(character.isspace() or find_sign(ord(character), font) for character in text)


def translate(text: str, font: str) -> str:
    """Text set in a font of signs, as characters of Unicode; signs that have none become ``•``."""
    if font.lower() not in SIGN_FONTS and _PRIVATE.search(text) is None:
        return text
    return "".join(character if character.isspace() else find_sign(ord(character), font) or "•" for character in text)
