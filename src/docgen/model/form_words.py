"""What a form prints of itself around its questions, in each language it comes in: hints, page numbers, help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

#: The language of the sources, in which every form is declared.
DUTCH = "nl"


@dataclass(frozen=True)
class FormWords:
    """The words of one language; a part between braces is filled in, ``{page}`` and ``{pages}`` by the format."""

    tag: str
    date_hint: str
    required: str
    required_sentence: str
    number: str
    date_in_words: str
    no_date: str
    fill_in: str
    date_as: str
    date_error: str
    choice_error: str
    page_of: str
    version: str
    row: str
    type_here: str
    choose: str
    choose_or_type: str
    signature: str


_NL = FormWords(
    tag="nl-BE",
    date_hint="dd/mm/jjjj",
    required="verplicht",
    required_sentence="Verplicht",
    number="Nr.",
    date_in_words="in woorden",
    no_date="geen datum",
    fill_in="Vul hier in: {label}.",
    date_as="Datum als {hint}",
    date_error=(
        "Hier komt een datum als dd/mm/jjjj, bijvoorbeeld 07/09/2025. "
        "Wordt ze niet aanvaard, typ dan eerst het jaar: 2025-09-07."
    ),
    choice_error="Kies een van de waarden uit de lijst: klik op het pijltje naast de cel.",
    page_of="bladzijde {page} van {pages}",
    version="versie {number}",
    row="{label}, rij {row} ({table})",
    type_here="typ hier",
    choose="kies",
    choose_or_type="kies of typ",
    signature="handtekening",
)
_FR = FormWords(
    tag="fr-BE",
    date_hint="jj/mm/aaaa",
    required="obligatoire",
    required_sentence="Obligatoire",
    number="N°",
    date_in_words="en toutes lettres",
    no_date="pas une date",
    fill_in="Indiquez ici\N{NO-BREAK SPACE}: {label}.",
    date_as="Date au format {hint}",
    date_error=(
        "Indiquez une date au format jj/mm/aaaa, par exemple 07/09/2025. "
        "Si elle est refusée, tapez d’abord l’année\N{NO-BREAK SPACE}: 2025-09-07."
    ),
    choice_error=(
        "Choisissez une des valeurs de la liste\N{NO-BREAK SPACE}: cliquez sur la flèche à côté de la cellule."
    ),
    page_of="page {page} sur {pages}",
    version="version {number}",
    row="{label}, ligne {row} ({table})",
    type_here="tapez ici",
    choose="choisissez",
    choose_or_type="choisir/taper",
    signature="signature",
)
#: By the code that ``--lang`` takes.
FORM_WORDS: Mapping[str, FormWords] = MappingProxyType({"nl": _NL, "fr": _FR})
