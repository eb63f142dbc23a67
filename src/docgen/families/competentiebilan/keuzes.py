"""The closed lists of both forms, as the source names their words, each with its French."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Indiener(StrEnum):
    """Who asks: "Als organisatie, dien je de aanvraag in voor je medewerkers." (§ We zijn er voor jou)."""

    ORGANISATIE = "de organisatie"
    MEDEWERKER = "de medewerker alleen"


class Situatie(StrEnum):
    """The seven situations of § Voorwaarden, in its order."""

    HERSTRUCTURERING = "functie verloren door een herstructurering"
    RE_INTEGRATIE = "re-integratietraject na ziekte of ongeval"
    DRIE_MAANDEN_ZIEK = "terug na meer dan drie maanden ziekte"
    TWAALF_MAANDEN_AFWEZIG = "terug na meer dan 12 maanden afwezigheid"
    MEDEX = "door Medex ongeschikt voor de huidige functie (A4)"
    FUNCTIE_GEWIJZIGD = "functie grondig gewijzigd door een reorganisatie"
    AMBTSHALVE_MUTATIE = "onvrijwillig overgeplaatst (ambtshalve mutatie)"


class Aanpak(StrEnum):
    """How a restructuring is dealt with: "kan het ook collectief worden aangepakt" (§ Voorwaarden)."""

    INDIVIDUEEL = "individueel"
    COLLECTIEF = "collectief"


class Reden(StrEnum):
    """Why somebody was absent; the three leaves are the exception of § Voorwaarden."""

    ZIEKTE = "ziekte"
    ONGEVAL = "ongeval"
    MOEDERSCHAP = "bescherming van het moederschap"
    OUDERSCHAP = "ouderschapsverlof"
    OPDRACHT = "verlof voor opdracht"
    ANDERE = "een andere reden"


class Medexbeslissing(StrEnum):
    """What Medex decided; only A4 opens the way to a bilan (§ Voorwaarden)."""

    A4 = "beslissing A4"
    ANDERE = "een andere beslissing"


class JaNeen(StrEnum):
    """Yes or no."""

    JA = "ja"
    NEEN = "neen"


class Taal(StrEnum):
    """The language of the participant, and so of the summary."""

    NL = "Nederlands"
    FR = "Frans"

    @property
    def code(self) -> str:
        """``nl`` or ``fr``."""
        return self.name.lower()


class Soort(StrEnum):
    """The kinds of competence that § Verkennende fase examines: the talk the first, tests all three."""

    GENERIEK = "generiek"
    TECHNISCH = "technisch"
    DIGITAAL = "digitaal"


class Wijze(StrEnum):
    """How a competence was examined: in the talk, in its STAR part or with a test (§ Verkennende fase)."""

    GESPREK = "gesprek"
    STAR = "STAR-interview"
    TEST = "test"


INDIENER_FR: Mapping[str, str] = MappingProxyType(
    {Indiener.ORGANISATIE: "l’organisation", Indiener.MEDEWERKER: "le membre du personnel seul"}
)
SITUATIE_FR: Mapping[str, str] = MappingProxyType(
    {
        Situatie.HERSTRUCTURERING: "fonction perdue à la suite d’une restructuration",
        Situatie.RE_INTEGRATIE: "trajet de réintégration (maladie ou accident)",
        Situatie.DRIE_MAANDEN_ZIEK: "retour après plus de trois mois de maladie",
        Situatie.TWAALF_MAANDEN_AFWEZIG: "retour après plus de 12 mois d’absence",
        Situatie.MEDEX: "inapte à la fonction actuelle selon Medex (A4)",
        Situatie.FUNCTIE_GEWIJZIGD: "fonction profondément modifiée (réorganisation)",
        Situatie.AMBTSHALVE_MUTATIE: "mutation d’office (contre son gré)",
    }
)
AANPAK_FR: Mapping[str, str] = MappingProxyType({Aanpak.INDIVIDUEEL: "individuelle", Aanpak.COLLECTIEF: "collective"})
REDEN_FR: Mapping[str, str] = MappingProxyType(
    {
        Reden.ZIEKTE: "maladie",
        Reden.ONGEVAL: "accident",
        Reden.MOEDERSCHAP: "protection de la maternité",
        Reden.OUDERSCHAP: "congé parental",
        Reden.OPDRACHT: "congé pour mission",
        Reden.ANDERE: "une autre raison",
    }
)
MEDEX_FR: Mapping[str, str] = MappingProxyType(
    {Medexbeslissing.A4: "décision A4", Medexbeslissing.ANDERE: "une autre décision"}
)
JA_NEEN_FR: Mapping[str, str] = MappingProxyType({JaNeen.JA: "oui", JaNeen.NEEN: "non"})
TAAL_FR: Mapping[str, str] = MappingProxyType({Taal.NL: "néerlandais", Taal.FR: "français"})
SOORT_FR: Mapping[str, str] = MappingProxyType(
    {Soort.GENERIEK: "générique", Soort.TECHNISCH: "technique", Soort.DIGITAAL: "numérique"}
)
WIJZE_FR: Mapping[str, str] = MappingProxyType(
    {Wijze.GESPREK: "entretien", Wijze.STAR: "entretien STAR", Wijze.TEST: "test"}
)
#: Other words for yes and no.
JA_NEEN_WOORDEN: Mapping[str, str] = MappingProxyType({"nee": "neen", "n": "neen", "j": "ja"})
#: Other words for a language.
TAAL_WOORDEN: Mapping[str, str] = MappingProxyType(
    {"nl": "Nederlands", "fr": "Frans", "Franstalig": "Frans", "Nederlandstalig": "Nederlands"}
)
#: Other words for a kind of competence and for how it was examined.
SOORT_WOORDEN: Mapping[str, str] = MappingProxyType(
    {
        "generieke": "generiek", "technische": "technisch", "digitale": "digitaal", "soft skill": "generiek",
        "génériques": "generiek", "techniques": "technisch", "numériques": "digitaal",
    }
)  # fmt: skip
WIJZE_WOORDEN: Mapping[str, str] = MappingProxyType(
    {
        "STAR": "STAR-interview",
        "interview": "gesprek",
        "interview STAR": "STAR-interview",
        "toets": "test",
        "tests": "test",
    }
)
