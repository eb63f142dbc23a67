"""A document that a template folder offers: what `document.toml` says of it, read and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.errors import SetupError

_PLACEHOLDER = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)*)\}")


@dataclass(frozen=True)
class TemplateFault:
    """One fault of a template: the part and paragraph it stands in, its words, and what is wrong with them."""

    part: str
    paragraph: int
    words: str
    message: str


@dataclass(frozen=True)
class Document:
    """One folder of `templates/`: which context it prints, in which languages, and how its files are named.

    `context` names a context of the family, which decides what one paper is for: a record or a group of records.
    `numbered` documents take a number from the register; `needs_complete` ones ask for a complete dossier.
    `file_name` is a pattern over the context's plain values. `folder` holds ``nl.docx`` and, for a designed page,
    ``nl.typ``; a file of the same name in `own_folder`, the user's, goes before it. A document with `choices` has no
    template: each of its papers names the one of these that prints it. `contexts` are all that its template is
    printed with: its own, and those of the documents that may choose it. With an `overview`, the family's workbook
    over the whole run is written beside the documents.
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
    own_folder: Path | None = None
    overview: bool = False
    choices: tuple[Document, ...] = ()
    chosen_for: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """``family/name``, as the command line writes it."""
        return f"{self.family}/{self.name}"

    @property
    def contexts(self) -> tuple[str, ...]:
        """The contexts that this document's template must be able to print."""
        return tuple(dict.fromkeys((self.context, *self.chosen_for)))

    @property
    def printed(self) -> tuple[Document, ...]:
        """The documents whose templates print this one's papers: those it chooses from, else itself."""
        return self.choices or (self,)

    def choose(self, name: str | None) -> Document | None:
        """Find the document that prints a paper which names it; None when this document cannot be it."""
        if name is None:
            return None if self.choices else self
        return next((each for each in self.printed if each.name == name), None)

    def template(self, language: str, suffix: str) -> Path | None:
        """Find the template file of that language, the user's before the shipped one, or None when there is none."""
        folders = (self.own_folder, self.folder) if self.own_folder else (self.folder,)
        paths = (folder / f"{language}.{suffix}" for folder in folders)
        return next((path for path in paths if path.is_file()), None)

    def layouts(self, language: str) -> dict[str, Path]:
        """The template behind each format: a PDF comes from the designed page, or else from the Word template."""
        word = self.template(language, "docx")
        found = {"pdf": self.template(language, "typ") or word, "docx": word}
        return {suffix: template for suffix, template in found.items() if template}

    def fill_file_name(self, values: Mapping[str, Any]) -> str:
        """Fill in one paper's file name, without suffix and not yet made safe: ``{trainee.naam}`` becomes the value.

        Raises SetupError for a name that the context does not have.
        """
        return _PLACEHOLDER.sub(lambda found: str(self._look_up(found[1], values)), self.file_name)

    def _look_up(self, path: str, values: Mapping[str, Any]) -> str | int:
        value: Any = values
        for part in path.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if isinstance(value, str | int):
            return value
        message = (
            f"Het document {self.path} vraagt in file_name naar “{path}”, maar die naam bestaat niet in de context."
        )
        raise SetupError(message)
