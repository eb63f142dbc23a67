"""What docgen adds to a returned file, in each language that a form comes in; by these words it knows its own again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docgen.model.form_words import DUTCH


@dataclass(frozen=True)
class ReturnWords:
    """The words of one language; a part between braces is filled in.

    `author` is who every note and comment says it is from, `sheet` the sheet that lists what to do, and `page` how the
    added first page of a PDF begins.
    """

    tag: str
    author: str
    sheet: str
    page: str
    page_added: str
    to_do: str
    heads: tuple[str, str, str, str, str]
    cell: str
    blocking: str
    attention: str


_NL = ReturnWords(
    tag="nl-BE",
    author="Nazicht",
    sheet="Wat te doen (nazicht)",
    page="Overzicht van het nazicht",
    page_added="{page}: dit blad is toegevoegd.",
    to_do="Wat te doen: {remedy}",
    heads=("Nr.", "Waar", "Wat er aan de hand is", "Wat te doen", "Hoe dringend"),
    cell="{title}, cel {cell}",
    blocking="houdt het dossier tegen",
    attention="vraagt aandacht",
)
_FR = ReturnWords(
    tag="fr-BE",
    author="Contrôle",
    sheet="À faire (contrôle)",
    page="Aperçu du contrôle",
    page_added="{page} : cette page a été ajoutée.",
    to_do="À faire : {remedy}",
    heads=("N°", "Où", "Ce qui ne va pas", "À faire", "Urgence"),
    cell="{title}, cellule {cell}",
    blocking="bloque le dossier",
    attention="demande votre attention",
)
RETURN_WORDS: Mapping[str, ReturnWords] = MappingProxyType({DUTCH: _NL, "fr": _FR})
#: Readers pass over a sheet of this name, and over pages that begin so: they are no part of what was handed in.
TODO_SHEETS = tuple(words.sheet for words in RETURN_WORDS.values())
TODO_PAGES = tuple(words.page for words in RETURN_WORDS.values())
#: Who notes and comments of ours are from.
AUTHORS = tuple(words.author for words in RETURN_WORDS.values())
