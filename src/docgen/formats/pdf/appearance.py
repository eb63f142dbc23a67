"""What a filled input looks like: the small drawings that viewers show for a value, made beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.formats.pdf.input_font import InputFont

#: Dark blue, as the page's own text.
INK = "0.08 0.13 0.24"
#: The name under which appearances find the Type0 font, and the simple one (also Carlito) that viewers use.
#: Under any other name than that of a symbol font, pdfium (Chrome, 2026) takes a font of its own for ’ “ ” Ł Ş.
OWN_FONT, VIEWER_FONT = "DocgenT0", "Wingdings"
#: A long value is set smaller, down to this size; beyond it the viewer scrolls.
SMALLEST = 6.5
#: Points between a field's edge and its text, and by how much a text that does not fit is set smaller at a time.
_PADDING, _STEP = 2.5, 0.5
#: Distance of baselines, as a part of the size.
_LEADING = 1.15
#: How far a circle's control points lie from its axis points, as a part of its radius.
_ROUND = 0.5523


def fit_text(
    font: InputFont, text: str, box: tuple[float, float], size: float, *, wrap: bool
) -> tuple[float, list[str]]:
    """The size at which the text fits the box (width, height) and its lines; never below `SMALLEST`."""
    width, height = box[0] - 2 * _PADDING, box[1] - _PADDING
    while True:
        lines = _wrap(font, text, width, size) if wrap else [" ".join(text.splitlines())]
        too_wide = any(font.width(line, size) > width for line in lines)
        if size <= SMALLEST or not (too_wide or len(lines) * size * _LEADING > height):
            return size, lines
        size -= _STEP


def draw_text(
    font: InputFont, lines: Sequence[str], box: tuple[float, float], size: float, *, wrap: bool, arrow: bool = False
) -> bytes:
    """The drawing of text in a field: one line halfway the box, or several from its top."""
    width, height = box[0] - (8 if arrow else 0), box[1]
    if wrap:
        top = height - _PADDING - font.ascent * size / 1000
    else:
        top = (height - (font.ascent + font.descent) * size / 1000) / 2
    # Viewers put what a person types between these marks, and leave the rest of the drawing (ISO 32000-1 § 12.7.3.3).
    shown = "".join(f"{_show(font, line)} 0 {-size * _LEADING:.2f} Td\n" for line in lines)
    return (
        f"/Tx BMC\nq\n1 1 {width - 2:.2f} {height - 2:.2f} re W n\nBT\n/{OWN_FONT} {size:g} Tf {INK} rg\n"
        f"{_PADDING:g} {top:.2f} Td\n{shown}ET\nQ\nEMC"
    ).encode("ascii")


def _show(font: InputFont, line: str) -> str:
    parts = []
    for codes, true_text in font.runs(line):
        shown = f"<{codes.hex()}> Tj"
        # What is copied or read aloud is the true text, not the box that stands for it (ISO 32000-1 § 14.9.4).
        if true_text is not None:
            spelled = true_text.encode("utf-16-be", "replace").hex()
            shown = f"/Span <</ActualText <feff{spelled}>>> BDC {shown} EMC"
        parts.append(shown)
    return " ".join(parts)


def draw_radio(side: float, *, on: bool) -> bytes:
    """The drawing of a radio button: a ring, and a dot in it when it is on."""
    middle = side / 2
    ring = f"{INK} RG 1 g 0.8 w\n{_circle(middle, middle - 0.6)} B\n"
    dot = f"{INK} rg\n{_circle(middle, middle * 0.5)} f\n" if on else ""
    return f"q\n{ring}{dot}Q".encode("ascii")


def _circle(middle: float, radius: float) -> str:
    far, near = middle + radius, middle - radius
    high, low = middle + radius * _ROUND, middle - radius * _ROUND
    corners = ((far, high, high, far, middle, far), (low, far, near, high, near, middle),
               (near, low, low, near, middle, near), (high, near, far, low, far, middle))  # fmt: skip
    curves = "\n".join(" ".join(f"{number:.3f}" for number in corner) + " c" for corner in corners)
    return f"{far:.3f} {middle:.3f} m\n{curves} h"


def _wrap(font: InputFont, text: str, width: float, size: float) -> list[str]:
    return [line for paragraph in text.splitlines() or [""] for line in _wrap_paragraph(font, paragraph, width, size)]


def _wrap_paragraph(font: InputFont, paragraph: str, width: float, size: float) -> Iterator[str]:
    line = ""
    for word in paragraph.split(" "):
        longer = f"{line} {word}" if line else word
        if font.width(longer, size) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = _break_word(font, word, width, size)
        yield from full
    yield line


def _break_word(font: InputFont, word: str, width: float, size: float) -> Iterator[str]:
    """A word in pieces that fit; the last piece is what the next word may follow."""
    piece = ""
    for char in word:
        if piece and font.width(piece + char, size) > width:
            yield piece
            piece = ""
        piece += char
    yield piece
