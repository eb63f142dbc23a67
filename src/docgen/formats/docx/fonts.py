"""Which shipped font stands for a font of Word: an open one of the same widths, or the nearest of its kind."""

from __future__ import annotations

from collections.abc import Collection

#: Fonts shipped in ``templates/fonts``, and the fonts whose widths they have.
SAME_WIDTHS = {
    "calibri": "Carlito",
    "carlito": "Carlito",
    "calibri light": "Carlito",
    "arial": "Liberation Sans",
    "helvetica": "Liberation Sans",
    "liberation sans": "Liberation Sans",
    "times new roman": "Liberation Serif",
    "times": "Liberation Serif",
    "liberation serif": "Liberation Serif",
    "courier new": "Liberation Mono",
    "courier": "Liberation Mono",
    "liberation mono": "Liberation Mono",
    "cambria": "Caladea",
    "caladea": "Caladea",
    "eb garamond 12": "EB Garamond 12",
    "eb garamond": "EB Garamond 12",
}
#: Fonts of signs: their signs become the same ones of Unicode.
SIGN_FONTS = frozenset(("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "opensymbol"))
#: Fonts that hold no letters of ours but the boxes to tick, which the page draws itself.
BOX_FONTS = frozenset(("ms gothic", "segoe ui symbol", "yu gothic", "ms mincho"))
_KINDS = {"roman": "Liberation Serif", "modern": "Liberation Mono", "swiss": "Liberation Sans"}


def is_known(name: str, own: Collection[str] = ()) -> bool:
    """Whether a font is shipped, has a shipped double, or is one of the user's `own`, named in small letters."""
    return name.casefold() in SAME_WIDTHS or name.casefold() in own


def map_font(name: str, kind: str = "", own: Collection[str] = ()) -> str:
    """The font to print with; `kind` is what the file's font table says of an unknown one (roman, swiss, modern)."""
    if name.casefold() in own:
        return name
    return SAME_WIDTHS.get(name.casefold()) or _KINDS.get(kind, "Carlito")
