"""The looks of one document, each once, in the order in which they come by; and the pictures that came by."""

from __future__ import annotations

from docgen.model.page import ParagraphLook, TextLook


class Looks:
    """Gives each look its number."""

    def __init__(self) -> None:
        """No look has come by."""
        self._texts: dict[TextLook, int] = {}
        self._paragraphs: dict[ParagraphLook, int] = {}
        self.pictures: set[str] = set()
        self._seen: dict[int, tuple[object, int]] = {}

    def text(self, look: TextLook) -> int:
        """The number of a look of letters."""
        if (seen := self._seen.get(id(look))) is None:
            seen = self._seen[id(look)] = (look, self._texts.setdefault(look, len(self._texts)))
        return seen[1]

    def paragraph(self, look: ParagraphLook) -> int:
        """The number of a look of paragraphs."""
        if (seen := self._seen.get(id(look))) is None:
            seen = self._seen[id(look)] = (look, self._paragraphs.setdefault(look, len(self._paragraphs)))
        return seen[1]

    @property
    def texts(self) -> tuple[TextLook, ...]:
        """All looks of letters, by number."""
        return tuple(self._texts)

    @property
    def paragraphs(self) -> tuple[ParagraphLook, ...]:
        """All looks of paragraphs, by number."""
        return tuple(self._paragraphs)
