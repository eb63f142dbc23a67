"""The organisation's request for a competentiebilan (§ We zijn er voor jou, § Voorwaarden), declared once.

The source prints no form: it names the situations, the fields around them are docgen's. Consent has no place here: it
is the participant's own (§ Onthaalfase).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel

from docgen.families.competentiebilan.keuzes import (
    AANPAK_FR,
    INDIENER_FR,
    JA_NEEN_FR,
    JA_NEEN_WOORDEN,
    MEDEX_FR,
    REDEN_FR,
    SITUATIE_FR,
    TAAL_FR,
    TAAL_WOORDEN,
    Aanpak,
    Indiener,
    JaNeen,
    Medexbeslissing,
    Reden,
    Situatie,
    Taal,
)
from docgen.model.form import Ask, Form, French

#: Rows for absences that follow each other, in every format (ruling).
AFWEZIGHEID_ROWS = 4
_HINT, _HINT_FR = "dd/mm/jjjj", "jj/mm/aaaa"


class Afwezigheid(BaseModel, frozen=True, extra="forbid"):
    """One absence, both days included (ruling on § Voorwaarden)."""

    eerste_dag: Annotated[
        date | None,
        Ask(
            "Eerste dag",
            placeholder=_HINT,
            help="De eerste dag waarop de medewerker afwezig was.",
            fr=French("Premier jour", placeholder=_HINT_FR, help="Le premier jour de l’absence."),
        ),
    ] = None
    laatste_dag: Annotated[
        date | None,
        Ask(
            "Laatste dag",
            placeholder=_HINT,
            help="De laatste dag van de afwezigheid, de dag voor de terugkeer; een geplande dag mag.",
            fr=French(
                "Dernier jour",
                placeholder=_HINT_FR,
                help="Le dernier jour de l’absence, la veille du retour ; un jour prévu convient aussi.",
            ),
        ),
    ] = None
    reden: Annotated[
        Reden | None,
        Ask(
            "Reden",
            help="Kies de reden. Schrijf nergens een diagnose of een ander medisch gegeven.",
            fr=French(
                "Raison",
                help="Choisissez la raison. N’indiquez ni diagnostic ni autre donnée médicale.",
                words=REDEN_FR,
            ),
        ),
    ] = None


class Aanvraag(BaseModel, frozen=True, extra="forbid"):
    """The record of one request (§ We zijn er voor jou)."""

    ingediend_door: Annotated[
        Indiener | None,
        Ask(
            "Wie dient de aanvraag in?",
            section="De aanvrager",
            required=True,
            help="De organisatie dient de aanvraag in voor haar medewerkers.",
            fr=French(
                "Qui introduit la demande ?",
                section="Le demandeur",
                help="L’organisation introduit la demande pour les membres de son personnel.",
                words=INDIENER_FR,
            ),
        ),
    ] = None
    organisatie: Annotated[
        str | None,
        Ask(
            "Organisatie",
            required=True,
            help="De federale organisatie die het bilan aanvraagt.",
            fr=French("Organisation", help="L’organisation fédérale qui demande le bilan."),
        ),
    ] = None
    # "Je wordt uitgenodigd voor een intakegesprek" (§ We zijn er voor jou).
    contact_naam: Annotated[
        str | None,
        Ask(
            "Contactpersoon",
            part="naam",
            required=True,
            help="Wie voor de organisatie naar het intakegesprek komt.",
            fr=French(
                "Personne de contact",
                part="nom",
                help="La personne qui représente l’organisation à l’entretien préliminaire.",
            ),
        ),
    ] = None
    contact_functie: Annotated[
        str | None,
        Ask(
            "Contactpersoon",
            part="functie",
            required=True,
            help="De functie van de contactpersoon, bijvoorbeeld hr-adviseur.",
            fr=French("Personne de contact", part="fonction", help="Sa fonction, par exemple conseiller RH."),
        ),
    ] = None
    contact_bereikbaar: Annotated[
        str | None,
        Ask(
            "E-mail of telefoon",
            help="Waar het Loopbaancentrum de contactpersoon bereikt.",
            fr=French(
                "E-mail ou téléphone",
                help="Où le Centre de carrière peut joindre la personne de contact.",
            ),
        ),
    ] = None
    aanvraagdatum: Annotated[
        date | None,
        Ask(
            "Datum van de aanvraag",
            placeholder=_HINT,
            help="De dag waarop de organisatie de aanvraag indient.",
            fr=French("Date de la demande", placeholder=_HINT_FR, help="Le jour où la demande est introduite."),
        ),
    ] = None
    medewerker_naam: Annotated[
        str | None,
        Ask(
            "Naam",
            section="De medewerker",
            help="Voornaam en naam. Laat leeg bij een collectieve aanvraag.",
            fr=French(
                "Nom",
                section="Le membre du personnel",
                help="Prénom et nom. À laisser vide pour une demande collective.",
            ),
        ),
    ] = None
    medewerker_functie: Annotated[
        str | None,
        Ask(
            "Huidige of laatste functie",
            help="De functie waarin de medewerker werkt of het laatst werkte.",
            fr=French("Fonction actuelle ou dernière fonction", help="La fonction exercée, ou la dernière exercée."),
        ),
    ] = None
    medewerker_taal: Annotated[
        Taal | None,
        Ask(
            "Taal",
            synonyms=TAAL_WOORDEN,
            help="De taal waarin de medewerker het bilan wil volgen.",
            fr=French("Langue", help="La langue dans laquelle la personne souhaite suivre le bilan.", words=TAAL_FR),
        ),
    ] = None
    # "in één van de volgende situaties" (§ Voorwaarden); what follows bears out the one that is chosen.
    situatie: Annotated[
        Situatie | None,
        Ask(
            "In welke situatie bevindt de medewerker zich?",
            section="De situatie",
            required=True,
            help="Kies één situatie. Alleen in deze situaties kan een competentiebilan aangevraagd worden.",
            fr=French(
                "Dans quelle situation la personne se trouve-t-elle ?",
                section="La situation",
                help="Choisissez une seule situation : un bilan ne peut être demandé que dans ces cas-là.",
                words=SITUATIE_FR,
            ),
        ),
    ] = None
    aanpak: Annotated[
        Aanpak | None,
        Ask(
            "Bij een herstructurering: welke aanpak?",
            section="Alleen bij een herstructurering",
            help="Verliezen meer medewerkers hun functie, dan kan het bilan ook collectief.",
            fr=French(
                "Restructuration : quelle approche ?",
                section="Uniquement en cas de restructuration",
                help="Si plusieurs personnes perdent leur fonction, le bilan peut aussi être organisé collectivement.",
                words=AANPAK_FR,
            ),
        ),
    ] = None
    betrokken_dienst: Annotated[
        str | None,
        Ask(
            "Betrokken dienst",
            help="De dienst waaraan een collectief bilan wordt aangeboden.",
            fr=French("Service concerné", help="Le service auquel un bilan collectif est proposé."),
        ),
    ] = None
    aantal_medewerkers: Annotated[
        str | None,
        Ask(
            "Aantal medewerkers",
            help="Hoeveel medewerkers hun functie verliezen.",
            fr=French("Nombre de personnes", help="Combien de personnes perdent leur fonction."),
        ),
    ] = None
    afwezigheden: Annotated[
        tuple[Afwezigheid, ...],
        Ask(
            "Alleen bij een terugkeer na afwezigheid: de afwezigheden, zonder onderbreking",
            rows=AFWEZIGHEID_ROWS,
            fr=French("Uniquement en cas de retour après absence : les absences, sans interruption"),
        ),
    ] = ()
    # "en kan niet terugkeren naar de oorspronkelijke functie" (§ Voorwaarden).
    terugkeer_functie: Annotated[
        JaNeen | None,
        Ask(
            "Kan de medewerker terugkeren naar de oorspronkelijke functie?",
            section="Alleen bij een terugkeer na ziekte, of na een beslissing van Medex",
            synonyms=JA_NEEN_WOORDEN,
            help="Alleen nodig na meer dan drie maanden ziekte.",
            fr=French(
                "La personne peut-elle retourner à sa fonction d’origine ?",
                section="Uniquement en cas de retour après maladie, ou de décision de Medex",
                help="À compléter uniquement après plus de trois mois de maladie.",
                words=JA_NEEN_FR,
            ),
        ),
    ] = None
    # "(beslissing A4)" (§ Voorwaarden).
    medex_beslissing: Annotated[
        Medexbeslissing | None,
        Ask(
            "Wat besliste Medex?",
            synonyms={"A4": "beslissing A4"},
            help="A4: definitief ongeschikt voor de huidige functie, geschikt voor een andere.",
            fr=French(
                "Qu’a décidé Medex ?",
                help="A4 : définitivement inapte à la fonction actuelle, apte à une autre fonction.",
                words=MEDEX_FR,
            ),
        ),
    ] = None
    toelichting: Annotated[
        str | None,
        Ask(
            "Toelichting",
            section="Toelichting (niet verplicht)",
            long=True,
            help="Wat het Loopbaancentrum voor het intakegesprek moet weten. Geen medische gegevens.",
            fr=French(
                "Commentaire",
                section="Commentaire (facultatif)",
                help="Ce que le Centre de carrière doit savoir avant l’entretien préliminaire. Aucune donnée médicale.",
            ),
        ),
    ] = None


AANVRAAG = Form(
    family="competentiebilan",
    name="aanvraag",
    version=1,
    title="Aanvraag van een competentiebilan",
    record=Aanvraag,
    intro=(
        "De organisatie vult deze aanvraag in en bezorgt ze aan het Loopbaancentrum, dat daarna uitnodigt voor een "
        "intakegesprek. De medewerker neemt vrijwillig deel en stemt daar zelf mee in, tijdens de onthaalfase. "
        "Vul geen medische gegevens in."
    ),
    footer="De gegevens van deze aanvraag zijn vertrouwelijk.",
    fr=French(
        "Demande de bilan de compétences",
        intro=(
            "L’organisation complète cette demande et la transmet au Centre de carrière, qui l’invite ensuite à un "
            "entretien préliminaire. La participation est volontaire : la personne donne elle-même son accord, pendant "
            "la phase d’accueil. N’indiquez aucune donnée médicale."
        ),
        footer="Les données de cette demande sont confidentielles.",
    ),
)
