"""The records of the three begeleidingsverslagen, one per certificate of the source; the French is docgen's own.

The source prints no form: its words name the steps and phases, the fields around them are docgen's.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel

from docgen.model.form import Ask, French

#: Rows in our forms, in every format (ruling): the printed ones, and room for more occasions.
STAP_ROWS, INTERVIEW_ROWS, FASE_ROWS, DEEL_ROWS, MOMENT_ROWS = 8, 6, 8, 4, 6


class MentorKeuze(StrEnum):
    """By whom the deelnemer is guided (§ On the job training certificeringstrajecten)."""

    BOSA = "mentor van BOSA (DG R&O)"
    INHOUSE = "mentor van de eigen klantenorganisatie (inhouse)"


class Selectie(StrEnum):
    """One of "de eerste 2 selecties die een mentee opneemt" (§ Consultant A tot Z)."""

    EERSTE = "eerste selectie"
    TWEEDE = "tweede selectie"


class Stap(StrEnum):
    """The three steps that are guided in each selection (§ Consultant A tot Z).

    Ruling: the last two of the four lines that the source prints are one step, from one day to another.
    """

    VOORBEREIDING = "voorbereiding van de eerste vergadering met de klant"
    VERGADERING = "observatie en begeleiding bij de klantenvergadering"
    ONDERSTEUNING = "ondersteuning van de opmaak van de vacature tot de laureatenlijst"


class Fase(StrEnum):
    """The three phases, in the order of the source (§ Interviewvoorzitter)."""

    OBSERVATOR = "de mentee als observator"
    ASSESSOR = "de mentee als assessor"
    VOORZITTER = "de mentee als interviewvoorzitter"


class Deel(StrEnum):
    """The two parts of the guidance (§ Consultant selectietests)."""

    CASES = "Validatie van praktische cases"
    VRAGENLIJSTEN = "Validatie van meerkeuzevragenlijsten"


_HINT, _INDICE = "dd/mm/jjjj", "jj/mm/aaaa"
_SELECTIES = {"eerste selectie": "première sélection", "tweede selectie": "deuxième sélection"}
_STAPPEN = {
    Stap.VOORBEREIDING: "préparation de la première réunion avec le client",
    Stap.VERGADERING: "observation et accompagnement lors de la réunion avec le client",
    Stap.ONDERSTEUNING: "soutien depuis la rédaction de l’offre d’emploi jusqu’à la liste des lauréats",
}
_FASEN = {
    Fase.OBSERVATOR: "comme observateur",
    Fase.ASSESSOR: "comme assesseur",
    Fase.VOORZITTER: "comme président d’entretien",
}
_DELEN = {
    Deel.CASES: "Validation de cas pratiques",
    Deel.VRAGENLIJSTEN: "Validation de questionnaires à choix multiples",
}


def _words(french: dict[StrEnum, str]) -> dict[str, str]:
    return {str(dutch): words for dutch, words in french.items()}


def _day(label: str, french: str, what: str, quoi: str) -> Ask:
    """Ask for a day; `what` and `quoi` name it in the help, in Dutch and French."""
    return Ask(
        label,
        placeholder=_HINT,
        help=f"{what}, als {_HINT}.",
        fr=French(french, placeholder=_INDICE, help=f"{quoi}, au format {_INDICE}."),
    )


Naam = Annotated[
    str | None,
    Ask(
        "Naam mentee",
        section="Mentee",
        required=True,
        help="Voornaam en naam van de mentee.",
        fr=French(
            "Nom de la personne mentorée",
            section="Personne mentorée",
            help="Prénom et nom de la personne mentorée.",
        ),
    ),
]
Klantenorganisatie = Annotated[
    str | None,
    Ask(
        "Klantenorganisatie",
        help="De organisatie waar de mentee werkt; niet verplicht.",
        fr=French("Organisation cliente", help="L’organisation où travaille la personne mentorée ; facultatif."),
    ),
]
#: "ofwel door een mentor van de BOSA (DG R&O) ofwel door een mentor van de eigen klantenorganisatie"
#: (§ On the job training certificeringstrajecten); the words of the source count for the choices too.
Keuze = Annotated[
    MentorKeuze | None,
    Ask(
        "Keuze voor de mentor",
        section="Mentor",
        required=True,
        synonyms={
            "BOSA": str(MentorKeuze.BOSA), "DG R&O": str(MentorKeuze.BOSA), "mentor van de BOSA": str(MentorKeuze.BOSA),
            "mentor van de BOSA (DG R&O)": str(MentorKeuze.BOSA), "DG R&D": str(MentorKeuze.BOSA),
            "inhouse": str(MentorKeuze.INHOUSE), "inhouse mentor": str(MentorKeuze.INHOUSE),
            "mentor van de eigen klantenorganisatie (inhouse mentor)": str(MentorKeuze.INHOUSE),
            "interne": str(MentorKeuze.INHOUSE), "mentor interne": str(MentorKeuze.INHOUSE),
        },
        help="Zoals aangegeven bij de inschrijving voor het traject.",
        fr=French(
            "Choix du mentor",
            section="Mentor",
            help="Tel qu’indiqué lors de l’inscription au trajet.",
            words={
                str(MentorKeuze.BOSA): "mentor du SPF BOSA (DG R&D)",
                str(MentorKeuze.INHOUSE): "mentor de l’organisation cliente (interne)",
            },
        ),
    ),
]  # fmt: skip
Mentor = Annotated[
    str | None,
    Ask(
        "Naam mentor",
        required=True,
        help="Voornaam en naam van de individuele mentor.",
        fr=French("Nom du mentor", help="Prénom et nom du mentor individuel."),
    ),
]
Opmerkingen = Annotated[
    str | None,
    Ask(
        "Opmerkingen",
        long=True,
        help="Vrije tekst, niet verplicht.",
        fr=French("Remarques", help="Texte libre, facultatif."),
    ),
]


class Interview(BaseModel, frozen=True, extra="forbid"):
    """One guided interview: "de begeleiding bij de interviews in verschillende fases" (§ Consultant A tot Z)."""

    datum: Annotated[date | None, _day("Datum", "Date", "Dag van het interview", "Jour de l’entretien")] = None
    fase: Annotated[
        str | None,
        Ask(
            "Fase of rol",
            help="In welke fase of rol de mentee bij het interview was.",
            fr=French("Phase ou rôle", help="Phase ou rôle de la personne mentorée lors de l’entretien."),
        ),
    ] = None
    opmerkingen: Opmerkingen = None


class BegeleideStap(BaseModel, frozen=True, extra="forbid"):
    """One guided step of one selection; the last step runs from a first to a last day (§ Consultant A tot Z)."""

    selectie: Annotated[
        Selectie | None,
        Ask(
            "Selectie",
            help="De eerste of de tweede selectie die de mentee opneemt.",
            fr=French("Sélection", help="La première ou la deuxième sélection prise en charge.", words=_SELECTIES),
        ),
    ] = None
    stap: Annotated[
        Stap | None,
        Ask(
            "Stap",
            help="De stap die de mentor begeleidde.",
            fr=French("Étape", help="L’étape accompagnée par le mentor.", words=_words(_STAPPEN)),
        ),
    ] = None
    datum: Annotated[
        date | None,
        _day("Datum of begin", "Date ou début", "Dag van de stap, of eerste dag", "Jour de l’étape, ou premier jour"),
    ] = None
    einddatum: Annotated[
        date | None,
        _day(
            "Einde",
            "Fin",
            "Alleen bij de ondersteuning: de dag waarop de laureatenlijst ter beschikking was",
            "Seulement pour le soutien : le jour où la liste des lauréats était disponible",
        ),
    ] = None
    opmerkingen: Opmerkingen = None


class BegeleideFase(BaseModel, frozen=True, extra="forbid"):
    """One occasion in one of the three phases (§ Interviewvoorzitter)."""

    fase: Annotated[
        Fase | None,
        Ask(
            "Fase",
            help="De rol van de mentee bij het interview.",
            fr=French("Phase", help="Le rôle de la personne mentorée lors de l’entretien.", words=_words(_FASEN)),
        ),
    ] = None
    datum: Annotated[date | None, _day("Datum", "Date", "Dag van het interview", "Jour de l’entretien")] = None
    opmerkingen: Opmerkingen = None


class BegeleidDeel(BaseModel, frozen=True, extra="forbid"):
    """One part, "van de kwaliteitsanalyse tot de finale versie van de test" (§ Consultant selectietests)."""

    deel: Annotated[
        Deel | None,
        Ask(
            "Deel",
            help="Een van de twee delen van de begeleiding.",
            fr=French("Partie", help="Une des deux parties de l’accompagnement.", words=_words(_DELEN)),
        ),
    ] = None
    kwaliteitsanalyse: Annotated[
        date | None,
        _day("Kwaliteitsanalyse", "Analyse de qualité", "Dag van de eerste fase", "Jour de la première phase"),
    ] = None
    finale_versie: Annotated[
        date | None,
        _day(
            "Finale versie van de test",
            "Version finale du test",
            "Dag van de laatste fase",
            "Jour de la dernière phase",
        ),
    ] = None


class Feedbackmoment(BaseModel, frozen=True, extra="forbid"):
    """One of the "uitwisselings- en feedbackmomenten" with the dienst Testing (§ Consultant selectietests)."""

    datum: Annotated[date | None, _day("Datum", "Date", "Dag van het moment", "Jour du moment d’échange")] = None
    opmerkingen: Annotated[
        str | None,
        Ask(
            "Onderwerp en opmerkingen",
            long=True,
            help="Vrije tekst, niet verplicht.",
            fr=French("Sujet et remarques", help="Texte libre, facultatif."),
        ),
    ] = None


class VerslagAz(BaseModel, frozen=True, extra="forbid"):
    """The guidance of one mentee towards its certificate (§ Consultant A tot Z)."""

    naam_mentee: Naam = None
    klantenorganisatie: Klantenorganisatie = None
    mentor_keuze: Keuze = None
    mentor_naam: Mentor = None
    # "bij de eerste 2 selecties die een mentee opneemt" (§ Consultant A tot Z): a name keeps the two apart (ruling).
    eerste_selectie: Annotated[
        str | None,
        Ask(
            "Eerste selectie",
            section="De eerste twee selecties die de mentee opneemt",
            help="Naam of nummer van de selectie, niet verplicht.",
            fr=French(
                "Première sélection",
                section="Les deux premières sélections prises en charge par la personne mentorée",
                help="Nom ou numéro de la sélection, facultatif.",
            ),
        ),
    ] = None
    tweede_selectie: Annotated[
        str | None,
        Ask(
            "Tweede selectie",
            help="Naam of nummer van de selectie, niet verplicht.",
            fr=French("Deuxième sélection", help="Nom ou numéro de la sélection, facultatif."),
        ),
    ] = None
    # Six rows are printed: the three steps of either selection.
    stappen: Annotated[
        tuple[BegeleideStap, ...],
        Ask(
            "Begeleide stappen van het selectie- en rekruteringsproces",
            rows=STAP_ROWS,
            printed={
                "selectie": tuple(str(selectie) for selectie in Selectie for _ in Stap),
                "stap": tuple(str(stap) for _ in Selectie for stap in Stap),
            },
            fr=French("Étapes accompagnées du processus de sélection et de recrutement"),
        ),
    ] = ()
    interviews: Annotated[
        tuple[Interview, ...],
        Ask("Begeleide interviews", rows=INTERVIEW_ROWS, fr=French("Entretiens accompagnés")),
    ] = ()


class VerslagVoorzitter(BaseModel, frozen=True, extra="forbid"):
    """The guidance of one mentee towards its certificate (§ Interviewvoorzitter)."""

    naam_mentee: Naam = None
    klantenorganisatie: Klantenorganisatie = None
    mentor_keuze: Keuze = None
    mentor_naam: Mentor = None
    fasen: Annotated[
        tuple[BegeleideFase, ...],
        Ask(
            "Fasen van de begeleiding",
            rows=FASE_ROWS,
            printed={"fase": tuple(str(fase) for fase in Fase)},
            fr=French("Phases de l’accompagnement"),
        ),
    ] = ()


class VerslagSelectietests(BaseModel, frozen=True, extra="forbid"):
    """The guidance of one deelnemer by the dienst Testing towards its certificate (§ Consultant selectietests)."""

    naam_mentee: Naam = None
    klantenorganisatie: Klantenorganisatie = None
    delen: Annotated[
        tuple[BegeleidDeel, ...],
        Ask(
            "Delen van de begeleiding",
            rows=DEEL_ROWS,
            printed={"deel": tuple(str(deel) for deel in Deel)},
            fr=French("Parties de l’accompagnement"),
        ),
    ] = ()
    # They are "gepland" and no source says how many: none of them is counted (ruling, § Consultant selectietests).
    momenten: Annotated[
        tuple[Feedbackmoment, ...],
        Ask(
            "Uitwisselings- en feedbackmomenten met de dienst Testing",
            rows=MOMENT_ROWS,
            fr=French("Moments d’échange et de feedback avec le service Testing"),
        ),
    ] = ()
    opmerkingen: Annotated[
        str | None,
        Ask(
            "Opmerkingen over de begeleiding",
            section="Opmerkingen (niet verplicht)",
            long=True,
            help="Vrije tekst, niet verplicht.",
            fr=French(
                "Remarques sur l’accompagnement", section="Remarques (facultatif)", help="Texte libre, facultatif."
            ),
        ),
    ] = None
