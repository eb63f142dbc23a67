"""What every document may print of its sender and its day, as plain data for a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from docgen.dates import format_date, format_date_words
from docgen.model.family import Issue
from docgen.model.rich import Picture

_NAMES = ("naam", "dienst", "email", "telefoon", "website", "plaats", "ondertekenaar", "ondertekenaar_functie")
#: A logo of three dots, for the examples that templates are checked with; it is printed three times as wide as high.
EXAMPLE_LOGO = Picture(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000003000000010103000000212e86f700000006504c54451b365da8893f503cd3"
        "290000000a4944415478da637000000042004184bf8e620000000049454e44ae426082"
    ),
    width=45,
    height=15,
)
_VOWELS = tuple("aeiouéèê")


def sender_values(issue: Issue) -> dict[str, Any]:
    """Who sends it, from the settings, in the document's language: what a template may use of it."""
    organisatie = issue.settings.organisatie.in_language(issue.language)
    plain = {name: getattr(organisatie, name) for name in _NAMES}
    return {**plain, "adres": list(organisatie.adres), "logo": _describe_logo(issue, organisatie.naam)}


def day_values(issue: Issue) -> Mapping[str, str]:
    """The day of issue, in words of the document's language and short, and the place."""
    return {
        "datum": format_date_words(issue.on, issue.language),
        "datum_kort": format_date(issue.on),
        "plaats": issue.settings.organisatie.in_language(issue.language).plaats,
    }


def _describe_logo(issue: Issue, name: str) -> Picture | str:
    """The logo with what who cannot see it hears; empty without one, as every other value is."""
    if issue.logo is None:
        return ""
    french = f"Logo d’{name}" if name[:1].lower() in _VOWELS else f"Logo de {name}"
    described = french if issue.language == "fr" else f"Logo van {name}"
    return replace(issue.logo, description=described if name else "Logo")
