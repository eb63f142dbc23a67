"""What is in order, as a letter names it: a few plain words for rules that belong together."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.model.form_words import DUTCH
from docgen.model.report import DossierReport

#: In Dutch, in French, and the rules: the words are said when none of these found anything at all.
_GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "het verantwoordingsdocument zelf",
        "le document de justification même",
        ("verantwoordingsdocument-aanwezig", "een-verantwoordingsdocument", "dossier-van-een-persoon"),
    ),
    (
        "de algemene informatie",
        "les informations générales",
        ("algemene-informatie-ingevuld", "datums-in-volgorde", "onleesbaar-veld"),
    ),
    (
        "de contactmomenten",
        "les moments de contact",
        ("contactmoment-telt", "vier-contactmomenten", "vier-verschillende-datums", "mentor-leidt-mee"),
    ),
    (
        "de vier thema’s",
        "les quatre thèmes",
        (
            "thema-school-organisatorisch",
            "thema-pedagogisch-didactisch",
            "thema-personeelsgericht",
            "thema-lesbijwoning",
        ),
    ),
    ("de mentor", "le mentor", ("mentor-niet-trainee", "mentor-geen-evaluator", "mentor-eigen-scholengroep")),
    ("de handtekening van de mentor", "la signature du mentor", ("handtekening-mentor",)),
    ("de tien maanden", "les dix mois", ("tien-maanden",)),
    ("de RL1", "la RL1", ("rl1-aanwezig", "rl1-leesbaar", "rl1-van-trainee", "rl1-ambt", "rl1-dekt-periode")),
    ("het betalingsbewijs", "la preuve de paiement", ("betalingsbewijs-aanwezig", "betalingsbewijs-klopt")),
    ("het vormingsattest", "l’attestation de formation", ("vormingsattest-vanaf-2013", "vormingsattest-voor-start")),
    ("de termijn van zeven jaar", "le délai de sept ans", ("zeven-jaar",)),
    ("de begeleide stappen en interviews", "les étapes et entretiens accompagnés", ("az-stappen",)),
    ("de drie fasen", "les trois phases", ("voorzitter-fasen",)),
    ("de twee delen", "les deux parties", ("selectietests-delen",)),
    ("de keuze van de mentor", "le choix du mentor", ("mentor-gekozen",)),
    ("wie de aanvraag indient", "l’auteur de la demande", ("aanvrager",)),
    ("de situatie", "la situation", ("situatie",)),
    ("de instemming", "l’accord du participant", ("instemming",)),
    ("de drie delen van de samenvatting", "les trois parties de la synthèse", ("drie-delen",)),
    ("het feedbackgesprek", "l’entretien de feedback", ("feedbackgesprek",)),
)
#: What decides whether a group may be said; a rule on how a file was read only joins in.
_JOINS = frozenset({"onleesbaar-veld"})


def name_in_order(dossier: DossierReport, language: str = DUTCH) -> tuple[str, ...]:
    """What nobody has to mend, in words that stand within a sentence."""
    return tuple(_name(dossier, language))


def _name(dossier: DossierReport, language: str) -> Iterator[str]:
    found = {outcome.rule: bool(outcome.findings) for outcome in dossier.outcomes}
    for dutch, french, rules in _GROUPS:
        looked = [rule for rule in rules if rule in found]
        if set(looked) - _JOINS and not any(found[rule] for rule in looked):
            yield dutch if language == DUTCH else french
