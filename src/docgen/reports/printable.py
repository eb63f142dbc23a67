"""Text of unknown origin made fit to print: what steers a terminal, a cell or the reading direction is shown as �."""

from __future__ import annotations

import unicodedata

#: Characters that turn the direction of what follows: a name with one reads as another name.
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
#: No cell of a workbook holds more characters; nobody reads as many in a report.
_LONGEST = 32_000


def printable(text: str) -> str:
    """The text with every control character, half character and change of direction replaced by �."""
    kept = text if text.isprintable() else "".join(map(_shown, text.replace("\r\n", "\n")))
    return kept if len(kept) <= _LONGEST else f"{kept[:_LONGEST]} …"


def _shown(character: str) -> str:
    if character in "\n\t" or character.isprintable():
        return character
    steers = unicodedata.category(character) in ("Cc", "Cs", "Cn", "Co") or character in _DIRECTION
    return "\N{REPLACEMENT CHARACTER}" if steers else character
