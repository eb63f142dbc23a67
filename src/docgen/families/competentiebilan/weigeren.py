"""Why a summary is not made: no consent, a part missing, or anything else that still blocks (§ Feedbackfase)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.families.competentiebilan.delen import has_competenties, has_ontwikkeling, has_orientering, has_parcours
from docgen.families.competentiebilan.samenvatting import Samenvatting
from docgen.model.issuing import stands_open
from docgen.model.report import DossierReport
from docgen.model.rule import Severity

#: The two that stay in the way whatever the desk decides: see `_find_lasting`.
INSTEMMING, DRIE_DELEN = "instemming", "drie-delen"
#: Sentences by rule; they hold no value of the form, for they are printed where others may read them.
_SENTENCES = {
    INSTEMMING: "De naam of de instemming van de deelnemer ontbreekt, of de instemming geldt nog niet.",
    DRIE_DELEN: "Niet alle drie delen van de samenvatting zijn ingevuld.",
    "feedbackgesprek": "De datum van het feedbackgesprek ontbreekt of valt voor de laatste test.",
    "onleesbaar-veld": "Een verplicht veld kan niet gelezen worden.",
}
_NOT_READ = "Er is geen formulier van een samenvatting gelezen."


def find_refusals(dossier: DossierReport, on: date) -> tuple[str, ...]:
    """The ids of the rules that stand in the way, in the order of the report; `on` is the day of the document."""
    blocked = [f.rule for f in dossier.findings if f.severity is Severity.BLOCKING and stands_open(f, on)]
    record = dossier.record
    lasting = list(_find_lasting(record, on)) if isinstance(record, Samenvatting) else []
    return tuple(dict.fromkeys([*lasting, *blocked]))


def refuse_samenvatting(dossier: DossierReport, on: date) -> str | None:
    """One Dutch sentence that says why there is no summary, or None when it may be made."""
    if not isinstance(dossier.record, Samenvatting):
        return _NOT_READ
    said = [_SENTENCES.get(rule, "Er is nog iets niet in orde.") for rule in find_refusals(dossier, on)]
    return " ".join(dict.fromkeys(said)) or None


def _find_lasting(record: Samenvatting, on: date) -> Iterator[str]:
    """What no decision of the desk can settle (ruling).

    "De instemming van de medewerker" is the participant's own (§ Onze dienstverlening), so that nobody's is none, and
    "de samenvatting omvat" three parts (§ Feedbackfase).
    """
    if not record.deelnemer or record.instemming is None or record.instemming > on:
        yield INSTEMMING
    has_pistes = has_ontwikkeling(record) or has_orientering(record)
    if not (has_parcours(record) and has_competenties(record) and has_pistes):
        yield DRIE_DELEN
