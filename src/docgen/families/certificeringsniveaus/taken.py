"""Which tasks follow from a level, as the source prints them; the French is docgen's own translation.

Source: certificeringsniveaus, § Klantcertificering, "Taken voor jouw organisatie" and "Taken voor DG R&O". The lists
disagree on who gives the final answer to a complaint: they are printed as they are. For the other levels the source has
a sentence and no list (§ Geen certificering, § Individuele certificering).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.families.certificeringsniveaus.typografie import bind

#: The one task that depends on a certificate ("tenzij je organisatie …", § Klantcertificering).
ASSESSMENTS = "Assessments"


@dataclass(frozen=True)
class Taak:
    """One task: its heading in the source and the lines below it."""

    naam: str
    omschrijving: str


@dataclass(frozen=True)
class Taken:
    """The two lists of § Klantcertificering, and the sentence on each of the two other levels."""

    organisatie: tuple[Taak, ...]
    bosa: tuple[Taak, ...]
    individueel: str
    geen: str


NEDERLANDS = Taken(
    organisatie=(
        Taak("Testen", "Specifieke selectietesten ontwikkelen en valideren (casus en MKV)"),
        Taak("Klachten", "Ontwerp van antwoord en finale antwoord op klacht formuleren"),
        Taak("Archivering", "Aanlevering documenten voor archivering"),
        Taak(
            "Mentoring",
            "Mentorbegeleiding van nieuwe collega’s (die nog niet bezig zijn met een certificeringstraject)",
        ),
    ),
    bosa=(
        Taak("PRO Portal", "Toewijzing selectiedossiers"),
        Taak(
            "PC Planning",
            "Reservatie testzalen voor pc proeven (als de organisatie geen eigen testzalen heeft) en toezicht bij de "
            "proeven.",
        ),
        Taak(
            ASSESSMENTS,
            "Gesprekken met assessment-oefening voorzitten, tenzij je organisatie een gecertificeerde "
            "“Assessmenttechnieken” heeft",
        ),
        Taak("Tools", "Beheer platformen, applicaties en website"),
        Taak("Redelijke aanpassingen", "Beslissing + administratief beheer"),
        Taak("Ondertekening documenten", "Eind PV, selectiecommissies en tussentijdse PV’s ondertekenen"),
        Taak(
            "Klachten",
            "Alle klachten afhandelen over PC testen en standaardtesten\n"
            "Bij andere klachten: we ontvangen een ontwerp van antwoord van je organisatie en zorgen dan voor het "
            "finale antwoord op klachten",
        ),
        Taak(
            "Opleidingen en certificatieproeven",
            "Organisatie van alle opleidingen uit de certificeringstrajecten, en de proeven die bij de trajecten horen",
        ),
        Taak("Q-checks", "Kwaliteitscontrole van de selectiedossiers"),
    ),
    individueel="Je organisatie neemt alle taken op waarvoor er gecertificeerde medewerkers zijn.",
    geen="Het DG R&O doet voor jou het hele selectie-en rekruteringsproces.",
)

FRANS = Taken(
    organisatie=(
        Taak("Tests", "Développer et valider des tests de sélection spécifiques (étude de cas et QCM)"),
        Taak("Plaintes", "Rédiger le projet de réponse et la réponse finale à une plainte"),
        Taak("Archivage", "Fournir les documents à archiver"),
        Taak(
            "Mentorat",
            "Accompagner, en tant que mentor, les nouveaux collègues (qui ne suivent pas encore de trajet de "
            "certification)",
        ),
    ),
    bosa=(
        Taak("PRO Portal", "Attribution des dossiers de sélection"),
        Taak(
            "Planning PC",
            "Réservation des salles pour les tests sur PC (si l’organisation ne dispose pas de ses propres salles) et "
            "surveillance des épreuves",
        ),
        Taak(
            ASSESSMENTS,
            "Présider les entretiens comportant un exercice d’assessment, sauf si votre organisation dispose d’une "
            "personne certifiée « Techniques d’assessment »",
        ),
        Taak("Outils", "Gestion des plateformes, des applications et du site web"),
        Taak("Aménagements raisonnables", "Décision et gestion administrative"),
        Taak(
            "Signature des documents",
            "Signer le PV final, les commissions de sélection et les PV intermédiaires",
        ),
        Taak(
            "Plaintes",
            "Traiter toutes les plaintes relatives aux tests sur PC et aux tests standard\n"
            "Pour les autres plaintes : nous recevons un projet de réponse de votre organisation et assurons ensuite "
            "la réponse finale aux plaintes",
        ),
        Taak(
            "Formations et épreuves de certification",
            "Organisation de toutes les formations des trajets de certification et des épreuves qui s’y rapportent",
        ),
        Taak("Q-checks", "Contrôle de la qualité des dossiers de sélection"),
    ),
    individueel="Votre organisation assume toutes les tâches pour lesquelles elle dispose de collaborateurs certifiés.",
    geen="La DG R&D assure pour vous l’ensemble du processus de sélection et de recrutement.",
)

#: By the code of the language.
TAKEN: Mapping[str, Taken] = {"nl": NEDERLANDS, "fr": bind(FRANS)}


def list_bosa(taken: Taken, *, has_assessment: bool) -> tuple[Taak, ...]:
    """The tasks of DG R&O; without the assessments where the organisation has its own certified person for them."""
    return tuple(taak for taak in taken.bosa if not (has_assessment and taak.naam == ASSESSMENTS))
