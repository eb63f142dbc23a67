"""The rule on the individual mentor (§ On the job training certificeringstrajecten)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.families.trajecten.dossier import Dossier
from docgen.families.trajecten.record import MentorKeuze, VerslagAz, VerslagVoorzitter
from docgen.model.rule import Observation, Saying, Severity, rule
from docgen.sources import trajecten
from docgen.text import enumerate_words


def has_mentor(dossier: Dossier) -> bool:
    """Whether the trajectory has an individual mentor: § Consultant selectietests gives the dienst Testing instead."""
    return isinstance(dossier.record, VerslagAz | VerslagVoorzitter)


@rule(
    "mentor-gekozen",
    Severity.BLOCKING,
    trajecten(
        "On the job training certificeringstrajecten",
        "De keuze voor de mentor wordt aangegeven tijdens de inschrijving voor het traject.",
    ),
    ruling="Het verslag vermeldt welke mentor gekozen is, van BOSA (DG R&O) of van de eigen klantenorganisatie, en "
    "hoe die heet.",
    when=has_mentor,
)
def mentor_is_chosen(dossier: Dossier) -> Iterator[Observation]:
    """The mentor, of BOSA or in-house, is chosen and named (§ On the job training certificeringstrajecten)."""
    if dossier.record.mentor_keuze is None and not dossier.is_unreadable("mentor_keuze"):
        yield Observation(
            "Er is niet aangegeven of de mentor van BOSA (DG R&O) is of van de eigen klantenorganisatie.",
            key="mentor_keuze",
            place=dossier.place("mentor_keuze"),
            expected=enumerate_words([f"“{keuze}”" for keuze in MentorKeuze], "of"),
            remedy="Duid aan welke mentor bij de inschrijving gekozen is.",
            fr=Saying(
                "Il n’est pas indiqué si le mentor est du SPF BOSA (DG R&D) ou de votre propre organisation cliente.",
                "Indiquez le choix du mentor fait lors de l’inscription.",
            ),
        )
    if dossier.record.mentor_naam is None and not dossier.is_unreadable("mentor_naam"):
        yield Observation(
            "De naam van de mentor is niet ingevuld.",
            key="mentor_naam",
            place=dossier.place("mentor_naam"),
            expected="voornaam en naam van de individuele mentor",
            remedy="Vul de naam van de mentor in.",
            fr=Saying("Le nom du mentor n’est pas rempli.", "Indiquez le nom du mentor."),
        )
