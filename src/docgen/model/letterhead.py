"""What every document may print of its sender and its day, as plain data for a template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.dates import format_date, format_date_words
from docgen.model.family import Issue

_NAMES = ("naam", "dienst", "email", "telefoon", "website", "plaats", "ondertekenaar", "ondertekenaar_functie")


def sender_values(issue: Issue) -> dict[str, Any]:
    """Who sends it, from the settings, in the document's language: what a template may use of it."""
    organisatie = issue.settings.organisatie.in_language(issue.language)
    return {**{name: getattr(organisatie, name) for name in _NAMES}, "adres": list(organisatie.adres)}


def day_values(issue: Issue) -> Mapping[str, str]:
    """The day of issue, in words of the document's language and short, and the place."""
    return {
        "datum": format_date_words(issue.on, issue.language),
        "datum_kort": format_date(issue.on),
        "plaats": issue.settings.organisatie.in_language(issue.language).plaats,
    }
