"""The font in which inputs are filled: measured here, and put into a PDF twice over one embedded file.

As a Type0 font (any character, for what we print ourselves) and as a simple TrueType font (for viewers that
draw anew what a person types).
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from docgen.shipped import find_shipped

_FILE = "Carlito-Regular.ttf"
_NAME = "/DOCGEN+Carlito"
#: Latin with all its accents, Greek, Cyrillic, punctuation, currency, arrows and a few shapes.
_KEPT = (range(0x20, 0x250), range(0x370, 0x530), range(0x1E00, 0x1F00), range(0x2000, 0x2200), range(0x25A0, 0x2600))
#: What stands for a character that the font lacks.
_MISSING = "□"
#: Letters that WinAnsi lacks, under codes that it leaves free or that a form never needs; names of Adobe's glyph list.
_EXTRA = {
    0x01: "Lslash", 0x02: "lslash", 0x03: "Scedilla", 0x04: "scedilla", 0x05: "Scommaaccent", 0x06: "scommaaccent",
    0x07: "Tcommaaccent", 0x08: "tcommaaccent", 0x0B: "Gbreve", 0x0C: "gbreve", 0x0E: "Idotaccent", 0x0F: "dotlessi",
    0x10: "Aogonek", 0x11: "aogonek", 0x12: "Cacute", 0x13: "cacute", 0x14: "Eogonek", 0x15: "eogonek",
    0x16: "Nacute", 0x17: "nacute", 0x18: "Sacute", 0x19: "sacute", 0x1A: "Zacute", 0x1B: "zacute",
    0x1C: "Zdotaccent", 0x1D: "zdotaccent", 0x1E: "Ccaron", 0x1F: "ccaron", 0x7F: "ecaron", 0x81: "rcaron",
    0x8D: "Rcaron", 0x8F: "abreve", 0x90: "Abreve", 0x9D: "ohungarumlaut", 0xA4: "uhungarumlaut", 0xA6: "Ecaron",
}  # fmt: skip


@dataclass(frozen=True)
class InputFont:
    """A subset of the font: its file, and glyph number and width (thousandths of the size) by character."""

    file: bytes
    glyphs: Mapping[str, int]
    widths: Mapping[str, float]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int

    def width(self, text: str, size: float) -> float:
        """The length of a line of text in points."""
        missing = self.widths[_MISSING]
        return sum(self.widths.get(char, missing) for char in text) * size / 1000

    def runs(self, text: str) -> Iterator[tuple[bytes, str | None]]:
        """The glyph codes of a line, in runs; a run of characters that the font lacks comes with its true text."""
        codes, lacking = bytearray(), ""
        for char in text:
            glyph = self.glyphs.get(char)
            if glyph is None:
                if codes:
                    yield bytes(codes), None
                    codes.clear()
                lacking += char
                continue
            if lacking:
                yield self.glyphs[_MISSING].to_bytes(2, "big") * len(lacking), lacking
                lacking = ""
            codes += glyph.to_bytes(2, "big")
        if codes:
            yield bytes(codes), None
        if lacking:
            yield self.glyphs[_MISSING].to_bytes(2, "big") * len(lacking), lacking


@lru_cache(maxsize=1)
def load_input_font() -> InputFont:
    """The subset, made once per process."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - slow to import, and only for new layouts
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it warns of this font's early creation day
    font = TTFont(find_shipped("templates") / "fonts" / _FILE, recalcTimestamp=False)
    # Substitution, positioning and kerning go: what is drawn here is measured and put letter by letter.
    for table in ("GSUB", "GPOS", "GDEF", "kern", "DSIG"):
        if table in font:
            del font[table]
    options = Options(hinting=False, notdef_outline=True, name_IDs=[1, 2, 6], drop_tables=["FFTM", "gasp", "meta"])
    cutter = Subsetter(options)
    cutter.populate(unicodes=[code for part in _KEPT for code in part if code in font.getBestCmap()])
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return _measure(font, out.getvalue())


def _measure(font: Any, file: bytes) -> InputFont:  # noqa: ANN401 - fontTools has no types
    table = font.__getitem__
    scale = 1000 / table("head").unitsPerEm
    order = {name: number for number, name in enumerate(font.getGlyphOrder())}
    names = font.getBestCmap()
    head, lines, cap = table("head"), table("hhea"), table("OS/2").sCapHeight
    box = [round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)]
    return InputFont(
        file=file,
        glyphs={chr(code): order[name] for code, name in names.items()},
        widths={chr(code): round(table("hmtx")[name][0] * scale, 1) for code, name in names.items()},
        box=(box[0], box[1], box[2], box[3]),
        ascent=round(lines.ascent * scale),
        descent=round(lines.descent * scale),
        cap_height=round(cap * scale),
    )


def embed_fonts(pdf: Pdf, font: InputFont) -> tuple[Object, Object]:
    """The Type0 and the simple font object, both over the one embedded font file."""
    file = Stream(pdf, font.file)
    file.Length1 = len(font.file)
    # Flag 32 says that it is no symbol font, so that its encoding counts (ISO 32000-1 § 9.6.6.4, § 9.8.2). The width of
    # stems must be named, and serves only where a font is not embedded.
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(_NAME),
        Flags=32,
        FontBBox=make_array(font.box),
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=font.cap_height,
        StemV=80,
        FontFile2=pdf.make_indirect(file),
    )
    shared = pdf.make_indirect(descriptor)
    return pdf.make_indirect(_type0(pdf, font, shared)), pdf.make_indirect(_simple(pdf, font, shared))


def _type0(pdf: Pdf, font: InputFont, descriptor: Object) -> Dictionary:
    # Of characters that share a glyph the lowest is the one that comes back when text is copied.
    by_glyph = {glyph: char for char, glyph in sorted(font.glyphs.items(), reverse=True)}
    widths = Array()
    for glyph in sorted(by_glyph):
        widths.extend(make_array([glyph, make_array([font.widths[by_glyph[glyph]]])]))
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(_NAME),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=descriptor,
        CIDToGIDMap=Name.Identity,
        W=pdf.make_indirect(widths),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(_NAME),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]),
        ToUnicode=_to_unicode(pdf, {glyph.to_bytes(2, "big"): char for glyph, char in by_glyph.items()}),
    )


def _simple(pdf: Pdf, font: InputFont, descriptor: Object) -> Dictionary:
    chars = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x20, 0x100)}
    chars.update({code: _letter(name) for code, name in _EXTRA.items()})
    chars = {code: char for code, char in sorted(chars.items()) if char in font.glyphs}
    differences = Array()
    for code, name in _EXTRA.items():
        differences.extend(make_array([code, Name(f"/{name}")]))
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name(_NAME),
        FirstChar=1,
        LastChar=255,
        Widths=pdf.make_indirect(Array([font.widths.get(chars.get(code, ""), 0) for code in range(1, 256)])),
        Encoding=Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=differences),
        FontDescriptor=descriptor,
        ToUnicode=_to_unicode(pdf, {bytes([code]): char for code, char in chars.items()}),
    )


def _letter(glyph_name: str) -> str:
    from fontTools.agl import toUnicode  # noqa: PLC0415 - see load_input_font

    return str(toUnicode(glyph_name))


def _to_unicode(pdf: Pdf, chars: Mapping[bytes, str]) -> Object:
    lines = [f"<{code.hex()}> <{char.encode('utf-16-be').hex()}>" for code, char in chars.items()]
    width = len(next(iter(chars)))
    # A block takes no more than 100 entries (Adobe's specification of CMap files).
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    text = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'00' * width}> <{'ff' * width}>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )
    return pdf.make_indirect(Stream(pdf, text.encode("ascii")))


def make_array(items: Iterable[object]) -> Array:
    """A PDF array of numbers and objects: pikepdf makes PDF numbers of Python's."""
    return Array(items)
