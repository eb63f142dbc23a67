"""A document that a template folder offers: what `document.toml` says of it, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Document:
    """One folder of `templates/`: which context it prints, in which languages, and how its files are named.

    `context` names a context of the family. `per` is ``record`` (one document a record) or a context's
    own grouping (``scholengroep``). `numbered` documents take a number from the register. `file_name`
    is a pattern over the context's plain values. `folder` holds ``nl.docx`` and, for a designed page, ``nl.typ``.
    """

    family: str
    name: str
    title: dict[str, str]
    context: str
    file_name: str
    folder: Path
    languages: tuple[str, ...]
    numbered: bool = False
    needs_complete: bool = False

    @property
    def path(self) -> str:
        """``family/name``, as the command line writes it."""
        return f"{self.family}/{self.name}"

    def template(self, language: str, suffix: str) -> Path | None:
        """The template file of that language, or None when the folder has none."""
        path = self.folder / f"{language}.{suffix}"
        return path if path.is_file() else None
