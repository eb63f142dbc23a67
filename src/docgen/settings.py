"""The organisation's ``docgen.toml``, read once into one frozen Settings.

An unknown key is an error with "bedoelt u"; a value of the wrong type names its key, never its value.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from docgen.errors import SetupError
from docgen.model.value import SignatureKind

#: Where settings are looked for when no ``--settings`` is given.
SETTINGS_FILE = "docgen.toml"


class OrganisatieFrans(BaseModel, frozen=True, extra="forbid"):
    """What of the sender reads otherwise in a French letter; what is empty reads the same."""

    naam: str = ""
    dienst: str = ""
    adres: tuple[str, ...] = ()
    email: str = ""
    website: str = ""
    plaats: str = ""
    ondertekenaar_functie: str = ""


class Organisatie(BaseModel, frozen=True, extra="forbid"):
    """Who sends the letters: name, address lines, how to reach them, and who signs; `fr` for French letters."""

    naam: str = ""
    dienst: str = ""
    adres: tuple[str, ...] = ()
    email: str = ""
    telefoon: str = ""
    website: str = ""
    plaats: str = ""
    ondertekenaar: str = ""
    ondertekenaar_functie: str = ""
    logo: Path | None = None
    fr: OrganisatieFrans = OrganisatieFrans()

    def in_language(self, language: str) -> Organisatie:
        """The sender as a letter in that language names it."""
        own = {name: value for name, value in self.fr if value} if language == "fr" else {}
        return self.model_copy(update=own)


class Betaling(BaseModel, frozen=True, extra="forbid"):
    """What a payment proof is compared with; an empty value is not compared."""

    begunstigde: str = ""
    iban: str = ""
    mededeling: str = ""
    verplicht: bool = False


class Handtekening(BaseModel, frozen=True, extra="forbid"):
    """Which kinds of signature the desk accepts without looking; a valid digital one always is."""

    aanvaard: tuple[SignatureKind, ...] = ()


class Certificaat(BaseModel, frozen=True, extra="forbid"):
    """How certificates are numbered: ``{jaar}`` and ``{volgnummer}`` may stand in the pattern."""

    nummer: str = "JT-{jaar}-{volgnummer:05d}"


class Paden(BaseModel, frozen=True, extra="forbid"):
    """Where the organisation keeps its own templates and its register; relative to the settings file."""

    sjablonen: Path | None = None
    certificaatregister: Path | None = None


class Settings(BaseModel, frozen=True, extra="forbid"):
    """All settings of one organisation; every one has a default, so that docgen works without a file."""

    organisatie: Organisatie = Organisatie()
    betaling: Betaling = Betaling()
    handtekening: Handtekening = Handtekening()
    certificaat: Certificaat = Certificaat()
    paden: Paden = Paden()


def read_settings(path: Path | None = None) -> Settings:
    """Read the settings file, else the one that DOCGEN_SETTINGS names, else ``docgen.toml`` here, else the defaults.

    Raises SetupError when the file is missing, is no TOML, or holds a key or type that is not known.
    """
    path = path or _find_settings()
    if path is None:
        return Settings()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        message = f"Het instellingenbestand {path} kan niet gelezen worden; kijk na of het bestaat en leesbaar is."
        raise SetupError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = (
            f"Het instellingenbestand {path} is geen geldig TOML-bestand; kijk de schrijfwijze na{_line_of(error)}."
        )
        raise SetupError(message) from error
    return parse_settings(raw, str(path), base=path.parent)


def parse_settings(raw: Mapping[str, Any], name: str, base: Path = Path()) -> Settings:
    """Make Settings of parsed TOML; `name` is the file for messages, relative paths are taken from `base`."""
    for fault in _unknown_keys(raw, Settings, ""):
        message = f"Instellingenbestand {name}: {fault}"
        raise SetupError(message)
    try:
        settings = Settings.model_validate(raw)
    except ValidationError as error:
        keys = ", ".join(".".join(str(part) for part in fault["loc"]) for fault in error.errors())
        message = (
            f"Instellingenbestand {name}: de waarde van {keys} heeft niet de juiste soort; zie README, instellingen."
        )
        raise SetupError(message) from error
    return _rebase(settings, base)


def _find_settings() -> Path | None:
    if named := os.environ.get("DOCGEN_SETTINGS"):
        return Path(named)
    here = Path(SETTINGS_FILE)
    return here if here.is_file() else None


def _line_of(error: Exception) -> str:
    line = re.search(r"\bat line (\d+)", str(error))
    return f" op regel {line[1]}" if line else ""


def _unknown_keys(raw: Mapping[str, Any], model: type[BaseModel], prefix: str) -> Iterator[str]:
    known = list(model.model_fields)
    for key, value in raw.items():
        if key not in known:
            close = difflib.get_close_matches(key, known, 1)
            hint = f"bedoelt u “{prefix}{close[0]}”?" if close else f"gekend zijn {', '.join(known)}."
            yield f"“{prefix}{key}” is geen instelling; {hint}"
            continue
        inner = model.model_fields[key].annotation
        if isinstance(value, Mapping) and isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _unknown_keys(value, inner, f"{prefix}{key}.")


def _rebase(settings: Settings, base: Path) -> Settings:
    paths = settings.paden
    return settings.model_copy(
        update={
            "paden": paths.model_copy(
                update={
                    "sjablonen": base / paths.sjablonen if paths.sjablonen else None,
                    "certificaatregister": base / paths.certificaatregister if paths.certificaatregister else None,
                }
            ),
            "organisatie": settings.organisatie.model_copy(
                update={"logo": base / settings.organisatie.logo if settings.organisatie.logo else None}
            ),
        }
    )
