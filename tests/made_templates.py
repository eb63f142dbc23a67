"""Templates of the made families, in a folder of the user's own, and the settings that name it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from docx import Document as WordDocument

BRIEF = """context = "brief"
chooses = ["goedkeuring", "afkeuring"]
overview = true
title = {nl = "Brief aan de winkel"}
"""
_PRINTED = 'context = "%s"\nfile_name = "%s"\ntitle = {nl = "%s", fr = "%s"}\n'
DOCUMENTS = {
    "winkels/goedkeuring": _PRINTED % ("brief", "goedkeuring-{kenmerk}", "Goedkeuring", "Approbation"),
    "winkels/afkeuring": _PRINTED % ("brief", "afkeuring-{kenmerk}", "Afkeuring", "Refus"),
    "dagboek/uittreksel": _PRINTED % ("uittreksel", "uittreksel-{referentie}", "Uittreksel", "Extrait"),
}
WORDS = {
    "winkels/goedkeuring": {
        "nl": ("Goedgekeurd", "De winkel {{ winkel }} verkoopt."),
        "fr": ("Approuvé", "Le magasin {{ winkel }} vend."),
    },
    "winkels/afkeuring": {
        "nl": ("Afgekeurd", "De winkel {{ winkel }} verkoopt niet."),
        "fr": ("Refusé", "Le magasin {{ winkel }} ne vend pas."),
    },
    "dagboek/uittreksel": {"nl": ("Uittreksel", "{{ schrijver }} verbergt {{ geheim }}.")},
}


def make_template(lines: Sequence[str]) -> bytes:
    """A Word template: a title, and a paragraph for each other line."""
    word = WordDocument()
    title, *others = lines
    word.add_heading(title, level=0)
    for line in others:
        word.add_paragraph(line)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def put_templates(folder: Path) -> Path:
    """Every made template below `folder`, and beside it a settings file that says so; gives the settings file."""
    for path, description in {**DOCUMENTS, "winkels/brief": BRIEF}.items():
        place = folder / "sjablonen" / path
        place.mkdir(parents=True)
        (place / "document.toml").write_text(description, encoding="utf-8")
        for language, lines in WORDS.get(path, {}).items():
            (place / f"{language}.docx").write_bytes(make_template(lines))
    settings = folder / "docgen.toml"
    settings.write_text('[paden]\nsjablonen = "sjablonen"\ncertificaatregister = "r.sqlite"\n', encoding="utf-8")
    return settings
