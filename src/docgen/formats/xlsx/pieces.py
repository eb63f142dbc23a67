"""The XML of a sheet cut into pieces, so that some cells, rows or the footer change and all else stays as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

#: What can change: the start of a row, a whole cell, the footer, and how far the sheet reaches.
_PIECE = re.compile(
    r'<row r="(\d+)"[^>]*>|<c r="([A-Z]+\d+)"[^>]*?(?:/>|>.*?</c>)|<(oddFooter)>.*?</oddFooter>|<(dimension) [^>]*>',
    re.DOTALL,
)


@dataclass(frozen=True)
class Pieces:
    """A sheet's XML from start to end, and where each piece stands: ``7`` is a row, ``E7`` a cell."""

    texts: tuple[str, ...]
    places: Mapping[str, int]

    def __getitem__(self, name: str) -> str:
        return self.texts[self.places[name]]

    def put_together(self, changes: Mapping[str, str]) -> bytes:
        """The whole XML, with these pieces replaced."""
        texts = list(self.texts)
        for name, text in changes.items():
            texts[self.places[name]] = text
        return "".join(texts).encode("utf-8")


def cut_sheet(xml: bytes) -> Pieces:
    """Cut the XML of a sheet as openpyxl writes it."""
    texts, places, end = list[str](), dict[str, int](), 0
    text = xml.decode("utf-8")
    for piece in _PIECE.finditer(text):
        places[next(filter(None, piece.groups()))] = len(texts) + 1
        texts += text[end : piece.start()], piece[0]
        end = piece.end()
    return Pieces((*texts, text[end:]), places)
