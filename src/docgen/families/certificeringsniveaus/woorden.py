"""The words of the letters that depend on figures and people; the templates hold the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.families.certificeringsniveaus.kwaliteit import Reden, Uitkomst
from docgen.families.certificeringsniveaus.medewerkers import Certificaat
from docgen.families.certificeringsniveaus.record import Niveau, Taalrol
from docgen.families.certificeringsniveaus.stappen import Wat


@dataclass(frozen=True)
class Woorden:
    """Everything that a letter says of figures and people; names between braces are filled in.

    Texts on a number come in pairs: for one and for more.
    """

    niveau: Mapping[Niveau, str]
    rol: Mapping[Taalrol, str]
    certificaat: Mapping[Certificaat, str]
    voorwaarde: Mapping[str, str]
    vereist: Mapping[str, str]
    oordeel: Mapping[Uitkomst, str]
    aanvaard: str
    personen: tuple[str, str, str]
    genoemd: tuple[str, str]
    score: str
    geen_score: str
    persoon_score: tuple[str, str]
    reden: Mapping[str, str]
    reden_zonder_score: str
    reden_twee_wijzen: str
    beslist: str
    voorwaarde_kort: Mapping[str, str]
    alle: str
    niet_in_dienst: str
    niet_meer: str
    zonder_score: str
    later: str
    onzeker: str
    weggelaten: Mapping[Reden, str]
    stap: Mapping[Wat, tuple[str, ...]]
    zin: Mapping[str, tuple[str, ...]]
    herziening: str
    en: str
    taak_zonder_assessment: str
