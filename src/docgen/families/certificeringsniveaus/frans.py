"""What a letter says of figures and people, in French.

The French is docgen's own: the source is Dutch. Its quoted sentences are translated, and the letter says so.
"""

from __future__ import annotations

from docgen.families.certificeringsniveaus.kwaliteit import Reden, Uitkomst
from docgen.families.certificeringsniveaus.medewerkers import Certificaat
from docgen.families.certificeringsniveaus.record import Niveau, Taalrol
from docgen.families.certificeringsniveaus.stappen import Wat
from docgen.families.certificeringsniveaus.voorwaarden import (
    AZ_GESLAAGD,
    AZ_TAALROL,
    PRO_PARTNER,
    Q_CHECKS,
    TESTS_TAALROL,
    VIER,
)
from docgen.families.certificeringsniveaus.woorden import Woorden

#: Each condition without its language role.
_COURT = {
    AZ_GESLAAGD: "Réussite du trajet de certification Consultant AZ",
    VIER: "Collaborateurs certifiés en service",
    AZ_TAALROL: "Consultant de A à Z certifié par rôle linguistique",
    TESTS_TAALROL: "Consultant tests de sélection certifié par rôle linguistique",
    PRO_PARTNER: "PRO Partner",
    Q_CHECKS: "Score moyen aux Q-checks",
}


FRANS = Woorden(
    niveau={
        Niveau.GEEN: "aucune certification",
        Niveau.INDIVIDUEEL: "certification individuelle",
        Niveau.KLANT: "certification client",
    },
    rol={Taalrol.NL: "néerlandais", Taalrol.FR: "français"},
    certificaat={
        Certificaat.CONSULTANT: "Consultant de A à Z",
        Certificaat.SELECTIETESTS: "Consultant tests de sélection",
        Certificaat.VOORZITTER: "Président d’entretien",
        Certificaat.ASSESSMENT: "Techniques d’assessment",
        Certificaat.ANDER: "autre certificat",
    },
    voorwaarde={
        **_COURT,
        AZ_TAALROL: "Consultant de A à Z certifié, rôle linguistique {rol}",
        TESTS_TAALROL: "Consultant tests de sélection certifié, rôle linguistique {rol}",
    },
    vereist={
        AZ_GESLAAGD: "au moins 1 collaborateur",
        VIER: "au moins 4 collaborateurs",
        AZ_TAALROL: "au moins 1 collaborateur",
        TESTS_TAALROL: "au moins 1 collaborateur",
        PRO_PARTNER: "1 nom",
        Q_CHECKS: "80 % ou plus",
    },
    oordeel={Uitkomst.VOLDAAN: "remplie", Uitkomst.NIET: "non remplie", Uitkomst.GRENSGEVAL: "incertaine"},
    aanvaard="acceptée",
    personen=("0 collaborateur", "1 collaborateur", "{aantal} collaborateurs"),
    genoemd=("aucun nom", "1 nom"),
    score="{score} %",
    geen_score="pas encore de score",
    persoon_score=("{naam} ({score} %, 1 Q-check)", "{naam} ({score} %, {aantal} Q-checks)"),
    reden={
        AZ_GESLAAGD: "À la date de référence, aucun collaborateur en service n’a réussi le trajet de certification "
        "Consultant AZ.",
        VIER: "Le nombre de collaborateurs certifiés en service est de {aantal}, alors que 4 sont requis.",
        AZ_TAALROL: "Aucun Consultant de A à Z certifié du rôle linguistique {rol} n’est en service.",
        TESTS_TAALROL: "Aucun Consultant tests de sélection certifié du rôle linguistique {rol} n’est en service.",
        PRO_PARTNER: "Aucun PRO Partner n’a été communiqué.",
        Q_CHECKS: "Le score moyen aux Q-checks s’élève à {score} % ; 80 % au moins sont requis.",
    },
    reden_zonder_score="Il n’y a pas encore de score à un Q-check d’une sélection clôturée ; une moyenne de 80 % au "
    "moins est requise.",
    reden_twee_wijzen="Le score moyen aux Q-checks n’atteint pas 80 % selon tous les modes de calcul.",
    beslist="{voorwaarde} : condition acceptée comme remplie le {datum}. {waarom}",
    voorwaarde_kort=_COURT,
    alle="Le score est la moyenne des moyennes par personne, arrondie vers le bas à une décimale. Calculé sur "
    "l’ensemble des Q-checks, il s’élève à {score} %.",
    niet_in_dienst="{naam} : pas en service à la date de référence.",
    niet_meer="{naam} : en service jusqu’au {datum} inclus.",
    zonder_score="{naam} : pas encore de score à un Q-check d’une sélection clôturée ; n’est pas repris dans la "
    "moyenne.",
    later="{naam} : réussite postérieure à la date de référence ({certificaat}).",
    onzeker="{naam} : les données de la liste ne sont pas assez complètes pour en tenir compte.",
    weggelaten={
        Reden.LOPEND: "Q-check de {naam} : la sélection n’est pas clôturée.",
        Reden.GEEN_SCORE: "Q-check de {naam} : pas encore de score.",
        Reden.GEEN_CONSULTANT: "Q-check de {naam} : pas de Consultant de A à Z certifié en service à la date de "
        "référence.",
        Reden.ONZEKER: "Q-check de {naam} : il n’est pas certain qu’il puisse être pris en compte.",
    },
    stap={
        Wat.CONSULTANT: (
            ("1 collaborateur du rôle linguistique {rol} réussit le trajet de certification Consultant de A à Z."),
            "1 collaborateur réussit le trajet de certification Consultant AZ.",
        ),
        Wat.SELECTIETESTS: (
            (
                "1 collaborateur du rôle linguistique {rol} réussit le trajet de certification Consultant "
                "tests de sélection."
            ),
        ),
        Wat.GECERTIFICEERDE: (
            ("1 autre collaborateur, de l’un ou l’autre rôle linguistique, obtient un certificat au choix."),
            (
                "{aantal} autres collaborateurs, de l’un ou l’autre rôle linguistique, obtiennent un "
                "certificat au choix."
            ),
        ),
        Wat.NIEUWE: (
            (
                "Ces étapes requièrent au moins 1 collaborateur qui n’a pas encore de certificat : ce sont les "
                "personnes qui comptent, et non les certificats."
            ),
            (
                "Ces étapes requièrent au moins {aantal} collaborateurs qui n’ont pas encore de certificat : ce "
                "sont les personnes qui comptent, et non les certificats."
            ),
        ),
        Wat.PRO_PARTNER: ("Vous communiquez le nom d’un PRO Partner.",),
        Wat.SCORE: (
            (
                "Le score moyen aux Q-checks passe de {score} % à 80 % au moins "
                "(écart en points de pourcentage : {tekort})."
            ),
            "Le score moyen aux Q-checks atteint 80 % au moins selon les deux modes de calcul.",
        ),
        Wat.EERSTE_SCORE: (
            (
                "Au moins 1 Consultant de A à Z certifié obtient un Q-check pour une sélection "
                "clôturée, et "
                "le score moyen atteint 80 % au moins."
            ),
        ),
    },
    zin={
        AZ_GESLAAGD: (
            (
                "Dès qu’au moins 1 collaborateur a réussi le trajet de certification Consultant AZ, votre "
                "organisation obtient le niveau de certification « Certification individuelle »."
            ),
        ),
        VIER: (
            (
                "Pour toute organisation qui compte déjà au moins 4 personnes certifiées par la PRO Academy en "
                "service, "
                "et dont les personnes certifiées obtiennent un score suffisant aux contrôles de qualité de BOSA."
            ),
        ),
        AZ_TAALROL: ("1 Consultant de A à Z certifié par rôle linguistique",),
        TESTS_TAALROL: ("1 Consultant tests de sélection certifié par rôle linguistique",),
        PRO_PARTNER: (
            (
                "Votre organisation doit alors communiquer un PRO Partner, qui sera notre personne de contact "
                "centrale dans votre organisation pour tout ce qui concerne le recrutement, la sélection et la "
                "certification."
            ),
            (
                "1 PRO Partner : il s’agit de la personne de contact du SPF BOSA au sein de votre organisation "
                "pour tout ce qui concerne le recrutement et la sélection."
            ),
        ),
        Q_CHECKS: (
            (
                "En outre, votre organisation doit obtenir 80 pour cent ou plus aux contrôles de qualité "
                "(« Q-checks ») que la DG R&D effectue sur les sélections clôturées."
            ),
            (
                "Le pourcentage est calculé sur la base du score moyen aux Q-checks de toutes les personnes "
                "certifiées de A à Z au sein de votre organisation (NL et FR confondus)."
            ),
        ),
    },
    herziening="Chaque année, nous vérifions si votre organisation continue à remplir les conditions.",
    en="et",
    taak_zonder_assessment="La tâche « Assessments » ne figure pas dans la liste de la DG R&D : votre organisation "
    "dispose d’une personne certifiée « Techniques d’assessment » ({namen}).",
)
