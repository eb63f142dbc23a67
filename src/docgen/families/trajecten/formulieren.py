"""The three forms: § Consultant A tot Z, § Interviewvoorzitter and § Consultant selectietests of the source.

The source prints no form, and is Dutch: the layout and the French are docgen's own.
"""

from docgen.families.trajecten.record import VerslagAz, VerslagSelectietests, VerslagVoorzitter
from docgen.model.form import Form, French

AZ = Form(
    family="trajecten",
    name="begeleidingsverslag-az",
    version=1,
    title="Begeleidingsverslag Consultant A tot Z",
    record=VerslagAz,
    intro=(
        "Vul per stap de dag van de begeleiding in, als dd/mm/jjjj. De ondersteuning loopt van de opmaak van de "
        "vacature tot het ter beschikking stellen van de laureatenlijst: vul daar het begin en het einde in. "
        "Er is ook minstens één begeleid interview nodig."
    ),
    named_by="naam_mentee",
    fr=French(
        "Rapport d’accompagnement Consultant de A à Z",
        intro=(
            "Indiquez pour chaque étape le jour de l’accompagnement, au format jj/mm/aaaa. Le soutien va de la "
            "rédaction de l’offre d’emploi à la mise à disposition de la liste des lauréats : indiquez-en le début et "
            "la fin. Au moins un entretien accompagné est également nécessaire."
        ),
    ),
)
INTERVIEWVOORZITTER = Form(
    family="trajecten",
    name="begeleidingsverslag-interviewvoorzitter",
    version=1,
    title="Begeleidingsverslag Interviewvoorzitter",
    record=VerslagVoorzitter,
    intro=(
        "Vul per fase de dag van het interview in, als dd/mm/jjjj: eerst als observator, dan als assessor en ten "
        "slotte als interviewvoorzitter. Was er in een fase meer dan één interview, gebruik dan de lege rijen."
    ),
    named_by="naam_mentee",
    fr=French(
        "Rapport d’accompagnement Président d’entretien",
        intro=(
            "Indiquez pour chaque phase le jour de l’entretien, au format jj/mm/aaaa : d’abord comme observateur, "
            "ensuite comme assesseur et enfin comme président d’entretien. Si une phase a compté plusieurs entretiens, "
            "utilisez les lignes vides."
        ),
    ),
)
SELECTIETESTS = Form(
    family="trajecten",
    name="begeleidingsverslag-selectietests",
    version=1,
    title="Begeleidingsverslag Consultant selectietests",
    record=VerslagSelectietests,
    intro=(
        "De dienst Testing van Werkenvoor.be begeleidt de mentee in twee delen. Vul per deel de dag van de "
        "kwaliteitsanalyse en de dag van de finale versie van de test in, als dd/mm/jjjj. Zijn er in een deel meer "
        "tests, gebruik dan de lege rijen."
    ),
    named_by="naam_mentee",
    fr=French(
        "Rapport d’accompagnement Consultant tests de sélection",
        intro=(
            "Le service Testing de Travaillerpour.be accompagne la personne mentorée en deux parties. Indiquez pour "
            "chaque partie le jour de l’analyse de qualité et celui de la version finale du test, au format "
            "jj/mm/aaaa. Si une partie compte plusieurs tests, utilisez les lignes vides."
        ),
    ),
)
#: The three forms, in the order of the source.
FORMS = (AZ, INTERVIEWVOORZITTER, SELECTIETESTS)
