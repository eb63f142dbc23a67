"""What the counsellor fills in for the written summary (§ Feedbackfase), declared once.

The summary is the participant's alone: the form has no field for an employer and none for a copy to anybody.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel

from docgen.families.competentiebilan.keuzes import (
    JA_NEEN_FR,
    JA_NEEN_WOORDEN,
    SOORT_FR,
    SOORT_WOORDEN,
    TAAL_FR,
    TAAL_WOORDEN,
    WIJZE_FR,
    WIJZE_WOORDEN,
    JaNeen,
    Soort,
    Taal,
    Wijze,
)
from docgen.model.form import Ask, Form, French

#: Rows in every format (ruling).
PARCOURS_ROWS, OPLEIDING_ROWS, COMPETENTIE_ROWS, PISTE_ROWS = 8, 8, 15, 5
_HINT, _HINT_FR = "dd/mm/jjjj", "jj/mm/aaaa"


class Stap(BaseModel, frozen=True, extra="forbid"):
    """One step of "het professionele parcours" (§ Feedbackfase)."""

    periode: Annotated[
        str | None,
        Ask(
            "Periode",
            help="Bijvoorbeeld 2012 – 2019.",
            fr=French("Période", help="Par exemple 2012 – 2019."),
        ),
    ] = None
    functie: Annotated[
        str | None,
        Ask(
            "Functie of opdracht",
            help="De functie of opdracht, zoals de deelnemer die noemt.",
            fr=French("Fonction ou mission", help="La fonction ou la mission, telle que la personne la nomme."),
        ),
    ] = None
    taken: Annotated[
        str | None,
        Ask(
            "Taken en ervaring",
            long=True,
            help="Wat de deelnemer daar deed en leerde.",
            fr=French("Tâches et expérience", help="Ce que la personne y a fait et appris."),
        ),
    ] = None


class Opleiding(BaseModel, frozen=True, extra="forbid"):
    """One of "de opleidingen" (§ Feedbackfase), with what proves it."""

    jaar: Annotated[
        str | None, Ask("Jaar", help="Bijvoorbeeld 2015.", fr=French("Année", help="Par exemple 2015."))
    ] = None
    opleiding: Annotated[
        str | None,
        Ask(
            "Opleiding",
            help="De opleiding, cursus of studie.",
            fr=French("Formation", help="La formation, le cours ou les études."),
        ),
    ] = None
    bewijs: Annotated[
        str | None,
        Ask(
            "Diploma, getuigschrift of certificaat",
            help="Niet verplicht.",
            fr=French("Diplôme, attestation ou certificat", help="Facultatif."),
        ),
    ] = None


class Competentie(BaseModel, frozen=True, extra="forbid"):
    """One of "de onderzochte competenties" (§ Feedbackfase): its kind and how it was examined (§ Verkennende fase)."""

    competentie: Annotated[
        str | None,
        Ask(
            "Competentie",
            help="Bijvoorbeeld samenwerken, of schriftelijke communicatie.",
            fr=French("Compétence", help="Par exemple travailler en équipe, ou communication écrite."),
        ),
    ] = None
    soort: Annotated[
        Soort | None,
        Ask(
            "Soort",
            synonyms=SOORT_WOORDEN,
            help="Generiek, technisch of digitaal.",
            fr=French("Type", help="Générique, technique ou numérique.", words=SOORT_FR),
        ),
    ] = None
    wijze: Annotated[
        Wijze | None,
        Ask(
            "Onderzocht met",
            synonyms=WIJZE_WOORDEN,
            help="Een gesprek, een STAR-interview of een test.",
            fr=French("Examinée par", help="Un entretien, un entretien STAR ou un test.", words=WIJZE_FR),
        ),
    ] = None
    bevinding: Annotated[
        str | None,
        Ask(
            "Wat eruit bleek",
            long=True,
            help="In gewone woorden, zoals u het de deelnemer zegt.",
            fr=French("Ce qui en ressort", help="En mots simples, comme vous le dites à la personne."),
        ),
    ] = None


class Piste(BaseModel, frozen=True, extra="forbid"):
    """One of the "ontwikkelings- en oriënteringspistes" (§ Feedbackfase)."""

    piste: Annotated[
        str | None,
        Ask("Piste", help="In enkele woorden.", fr=French("Piste", help="En quelques mots.")),
    ] = None
    eerste_stap: Annotated[
        str | None,
        Ask(
            "Een eerste stap",
            help="Niet verplicht: waarmee de deelnemer kan beginnen.",
            fr=French("Un premier pas", help="Facultatif : par quoi la personne peut commencer."),
        ),
    ] = None
    toelichting: Annotated[
        str | None,
        Ask(
            "Waarom deze piste",
            long=True,
            help="Niet verplicht: hoe ze aansluit bij wat het bilan liet zien.",
            fr=French("Pourquoi cette piste", help="Facultatif : le lien avec ce que le bilan a montré."),
        ),
    ] = None


def _phase(label: str, french: French, help_text: str, section: str | None = None) -> Ask:
    return Ask(label, section=section, placeholder=_HINT, help=help_text, fr=french)


class Samenvatting(BaseModel, frozen=True, extra="forbid"):
    """The record of one summary: its phases, then the three parts (§ Feedbackfase)."""

    deelnemer: Annotated[
        str | None,
        Ask(
            "Deelnemer",
            section="Het bilan",
            required=True,
            help="Voornaam en naam: de samenvatting is alleen aan deze persoon gericht.",
            fr=French(
                "Participant",
                section="Le bilan",
                help="Prénom et nom : la synthèse s’adresse uniquement à cette personne.",
            ),
        ),
    ] = None
    taal: Annotated[
        Taal | None,
        Ask(
            "Taal van de samenvatting",
            synonyms=TAAL_WOORDEN,
            help="Zonder keuze geldt de taal van dit formulier.",
            fr=French("Langue de la synthèse", help="Sans choix, c’est la langue de ce formulaire.", words=TAAL_FR),
        ),
    ] = None
    begeleider: Annotated[
        str | None,
        Ask(
            "Begeleider",
            help="Wie het bilan begeleidde.",
            fr=French("Accompagnateur", help="La personne qui a accompagné le bilan."),
        ),
    ] = None
    # "een collectieve of individuele sessie om het kader te bepalen" (§ Onthaalfase).
    onthaal: Annotated[
        date | None,
        _phase(
            "Onthaalfase: kennismaking",
            French(
                "Phase d’accueil : prise de contact",
                section="Accord et déroulement",
                placeholder=_HINT_FR,
                help="Le jour de la séance d’accueil.",
            ),
            "De dag van de sessie waarin het bilan werd toegelicht.",
            section="Instemming en verloop",
        ),
    ] = None
    # "De medewerker(s) bevestigt(en) zijn(hun) engagement" (§ Onthaalfase), the first pillar (§ Onze dienstverlening).
    instemming: Annotated[
        date | None,
        Ask(
            "Instemming van de deelnemer",
            required=True,
            placeholder=_HINT,
            help="De dag waarop de deelnemer instemde. Zonder instemming is er geen samenvatting.",
            fr=French(
                "Accord du participant",
                placeholder=_HINT_FR,
                help="Le jour où la personne a donné son accord. Sans accord, pas de synthèse.",
            ),
        ),
    ] = None
    gesprek: Annotated[
        date | None,
        _phase(
            "Verkennende fase: gesprek",
            French("Phase exploratoire : entretien", placeholder=_HINT_FR, help="Le jour de l’entretien."),
            "De dag van het gesprek.",
        ),
    ] = None
    laatste_test: Annotated[
        date | None,
        _phase(
            "Verkennende fase: laatste test",
            French("Phase exploratoire : dernier test", placeholder=_HINT_FR, help="Vide s’il n’y a pas eu de test."),
            "Leeg als er geen test was.",
        ),
    ] = None
    # The summary is needed at the talk that closes the bilan (§ Feedbackfase): its day may still be planned (ruling).
    feedback: Annotated[
        date | None,
        Ask(
            "Feedbackfase: feedbackgesprek",
            required=True,
            placeholder=_HINT,
            help="Mag nog gepland zijn, maar niet voor de laatste test.",
            fr=French(
                "Phase de feedback : entretien de feedback",
                placeholder=_HINT_FR,
                help="Peut encore être à venir, mais pas avant le dernier test.",
            ),
        ),
    ] = None
    parcours: Annotated[
        tuple[Stap, ...],
        Ask("Professioneel parcours", rows=PARCOURS_ROWS, fr=French("Parcours professionnel")),
    ] = ()
    opleidingen: Annotated[
        tuple[Opleiding, ...],
        Ask("Opleidingen", rows=OPLEIDING_ROWS, fr=French("Formations")),
    ] = ()
    competenties: Annotated[
        tuple[Competentie, ...],
        Ask("Onderzochte competenties", rows=COMPETENTIE_ROWS, fr=French("Compétences examinées")),
    ] = ()
    # The exercise is the participant's (§ Verkennende fase), and no part of the summary in § Feedbackfase (ruling).
    zelfreflectie: Annotated[
        JaNeen | None,
        Ask(
            "Wil de deelnemer de zelfreflectie in de samenvatting?",
            section="Zelfreflectie",
            synonyms=JA_NEEN_WOORDEN,
            help="Alleen bij “ja” komt ze erin.",
            fr=French(
                "Le participant veut-il y voir figurer son autoréflexion ?",
                section="Autoréflexion",
                help="Elle n’y figure que si la réponse est « oui ».",
                words=JA_NEEN_FR,
            ),
        ),
    ] = None
    weten: Annotated[
        str | None,
        Ask(
            "Weten: theoretische kennis",
            long=True,
            help="In de woorden van de deelnemer.",
            fr=French("Savoir : connaissances théoriques", help="Avec les mots du participant."),
        ),
    ] = None
    kunnen: Annotated[
        str | None,
        Ask(
            "Kunnen: praktische vaardigheden",
            long=True,
            help="In de woorden van de deelnemer.",
            fr=French("Savoir-faire : aptitudes pratiques", help="Avec les mots du participant."),
        ),
    ] = None
    doen: Annotated[
        str | None,
        Ask(
            "Doen: gedrag en attitudes",
            long=True,
            help="In de woorden van de deelnemer.",
            fr=French("Savoir-être : comportements et attitudes", help="Avec les mots du participant."),
        ),
    ] = None
    ontwikkeling: Annotated[
        tuple[Piste, ...],
        Ask("Ontwikkelingspistes", rows=PISTE_ROWS, fr=French("Pistes de développement")),
    ] = ()
    orientering: Annotated[
        tuple[Piste, ...],
        Ask("Oriënteringspistes", rows=PISTE_ROWS, fr=French("Pistes d’orientation")),
    ] = ()


SAMENVATTING = Form(
    family="competentiebilan",
    name="samenvatting",
    version=1,
    title="Samenvatting van een competentiebilan: invulformulier",
    record=Samenvatting,
    intro=(
        "De begeleider van het Loopbaancentrum vult dit formulier in. De samenvatting die ervan gemaakt wordt, is "
        "alleen voor de deelnemer bestemd. Ze wordt pas gemaakt als de deelnemer instemde en de drie delen ingevuld "
        "zijn: het professionele parcours en de opleidingen, de onderzochte competenties, en de pistes."
    ),
    footer="Vertrouwelijk: valt onder het beroepsgeheim.",
    fr=French(
        "Synthèse d’un bilan de compétences : formulaire à compléter",
        intro=(
            "L’accompagnateur du Centre de carrière complète ce formulaire. La synthèse qui en est tirée est destinée "
            "au seul participant. Elle n’est établie qu’avec son accord et lorsque les trois parties sont complétées : "
            "le parcours professionnel et les formations, les compétences examinées, et les pistes."
        ),
        footer="Confidentiel : couvert par le secret professionnel.",
    ),
)
