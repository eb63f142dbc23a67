"""The theme of a Word file: its two fonts and its twelve colours by the names that text uses."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.formats.docx.package import parse_xml

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
#: Word's names for the colours of a theme, each with the name it has in the theme itself.
_COLOURS = {
    "dark1": "dk1",
    "text1": "dk1",
    "light1": "lt1",
    "background1": "lt1",
    "dark2": "dk2",
    "text2": "dk2",
    "light2": "lt2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}


@dataclass(frozen=True)
class Theme:
    """The fonts ``major`` and ``minor``, and colours (``rrggbb``) by their name in the theme."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    def find_font(self, name: str) -> str:
        """The font meant by ``majorHAnsi``, ``minorAscii`` …; empty when the theme has none."""
        return self.fonts.get(name[:5], "")

    def find_colour(self, name: str, tint: str = "", shade: str = "") -> str:
        """The colour ``#rrggbb`` of that name, made lighter or darker as Word does; empty when there is none."""
        colour = self.colours.get(_COLOURS.get(name, name), "")
        if not colour:
            return ""
        if not tint and not shade:
            return f"#{colour}"
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
        hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
        if tint:
            part = int(tint, 16) / 255
            light = light * part + (1 - part)
        else:
            light *= int(shade, 16) / 255
        return "#" + "".join(f"{round(each * 255):02x}" for each in colorsys.hls_to_rgb(hue, light, strength))


def read_theme(part: bytes) -> Theme:
    """The theme of ``theme1.xml``; an empty one when there is no such part."""
    if not part:
        return Theme()
    root = parse_xml(part)
    fonts = {
        kind: latin.get("typeface", "")
        for kind in ("major", "minor")
        if (latin := root.find(f".//{_A}{kind}Font/{_A}latin")) is not None
    }
    colours = {}
    for scheme in root.iter(f"{_A}clrScheme"):
        for entry in scheme.iterchildren(tag=f"{_A}*"):
            value = next((c.get("lastClr") or c.get("val") for c in entry), None)
            colours[entry.tag.removeprefix(_A)] = (value or "000000").lower()
    return Theme(fonts, colours)
