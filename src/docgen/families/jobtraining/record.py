"""The verantwoordingsdocument (handleiding § 9) and the enrolment list, declared once.

Field order, labels and the four printed themes are the sjabloon's; the keys are fixed.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel

from docgen.model.form import Ask, Form

#: Rows in our forms, in every format (ruling); the sjabloon of § 9 prints fewer.
CONTACTMOMENT_ROWS, INITIATIEF_ROWS = 20, 10


class Begeleider(StrEnum):
    """Who led a contactmoment (§ 9)."""

    MENTOR = "mentor"
    SCHOOLONTWIKKELING = "begeleider schoolontwikkeling"


class JaNeen(StrEnum):
    """Whether the trainee was present (§ 9)."""

    JA = "ja"
    NEEN = "neen"


class Thema(StrEnum):
    """The four themes that the sjabloon prints (§ 9), all required by § 7.1."""

    SCHOOL_ORGANISATORISCH = "school organisatorisch"
    PEDAGOGISCH_DIDACTISCH = "pedagogisch-didactisch"
    PERSONEELSGERICHT = "personeelsgericht"
    LESBIJWONING = "bijwonen en bespreken van een les"


class Onderwijsniveau(StrEnum):
    """Levels of education that § 4.3, § 5.1 and § 5.2 name; § 1's "VWO" is read as CVO (ruling)."""

    BAO = "BaO"
    BUBAO = "BuBaO"
    SO = "SO"
    BUSO = "BuSO"
    CLB = "CLB"
    CVO = "CVO"
    DKO = "DKO"
    LSC = "LSC"


_THEMES = tuple(str(thema) for thema in Thema)
#: What people write for the "ja / neen" of the sjabloon (§ 9); the words of other languages too.
_PRESENCE = {
    "nee": "neen", "n": "neen", "non": "neen", "no": "neen", "afwezig": "neen", "niet aanwezig": "neen",
    "onwaar": "neen", "false": "neen", "j": "ja", "yes": "ja", "y": "ja", "oui": "ja", "aanwezig": "ja", "x": "ja",
    "waar": "ja", "true": "ja",
}  # fmt: skip
#: The sjabloon prints "mentor begeleider schoolontwikkeling" in a row (§ 9): a bare "begeleider" is the second.
_LEADERS = {"begeleider": "begeleider schoolontwikkeling", "schoolontwikkeling": "begeleider schoolontwikkeling"}


def _day(what: str) -> Ask:
    return Ask("Datum", placeholder="dd/mm/jjjj", help=f"Dag van het {what}, als dd/mm/jjjj.")


def _leader(what: str) -> Ask:
    return Ask(
        "Begeleider",
        placeholder="mentor / begeleider schoolontwikkeling",
        synonyms=_LEADERS,
        help=f"Wie het {what} leidde: de mentor of een begeleider schoolontwikkeling.",
    )


#: The last two columns, the same in both tables of the sjabloon (§ 9).
Aanwezigheid = Annotated[
    JaNeen | None,
    Ask(
        "Aanwezigheid trainee",
        placeholder="ja / neen",
        synonyms=_PRESENCE,
        help="Was de trainee aanwezig? Kies ja of neen.",
    ),
]
Opmerkingen = Annotated[str | None, Ask("Opmerkingen", long=True, help="Vrije tekst, niet verplicht.")]


class Contactmoment(BaseModel, frozen=True, extra="forbid"):
    """One row of the first table (§ 9): a contactmoment of § 7.1, of which § 8 asks the day and the theme."""

    datum: Annotated[date | None, _day("contactmoment")] = None
    begeleider: Annotated[Begeleider | None, _leader("contactmoment")] = None
    thema: Annotated[
        str | None,
        Ask(
            "Thema",
            suggestions=_THEMES,
            help="Kies een van de vier vereiste thema's of schrijf zelf. Eén rij mag meer dan één thema noemen.",
        ),
    ] = None
    aanwezigheid: Aanwezigheid = None
    opmerkingen: Opmerkingen = None


class Initiatief(BaseModel, frozen=True, extra="forbid"):
    """One row of the second table (§ 9): the same columns, with free themes."""

    datum: Annotated[date | None, _day("initiatief")] = None
    begeleider: Annotated[Begeleider | None, _leader("initiatief")] = None
    thema: Annotated[str | None, Ask("Thema", help="Waarover het initiatief ging, in eigen woorden.")] = None
    aanwezigheid: Aanwezigheid = None
    opmerkingen: Opmerkingen = None


class Verantwoordingsdocument(BaseModel, frozen=True, extra="forbid"):
    """The record of one jobtraining (§ 8), its fields in the order of the sjabloon (§ 9)."""

    naam_deelnemer: Annotated[
        str | None,
        Ask(
            "Naam deelnemer",
            section="Algemene informatie",
            required=True,
            help="Voornaam en naam van de trainee.",
            also=("Naam trainee", "Naam van de deelnemer", "Naam van de trainee"),
        ),
    ] = None
    scholengroep: Annotated[
        str | None, Ask("Scholengroep", required=True, help="Naam of nummer van de scholengroep.")
    ] = None
    # Two inputs under the one printed label (ruling): only the ambt is held against the RL1 (§ 4.2, § 4.3).
    ambt: Annotated[
        str | None,
        Ask(
            "Ambt en instelling van huidige aanstelling",
            part="ambt",
            required=True,
            help="Het ambt waarin de trainee nu is aangesteld, bijvoorbeeld adjunct-directeur.",
            also=("Ambt van huidige aanstelling", "Huidig ambt"),
        ),
    ] = None
    instelling: Annotated[
        str | None,
        Ask(
            "Ambt en instelling van huidige aanstelling",
            part="instelling",
            required=True,
            help="De school of instelling waar de trainee nu is aangesteld.",
            also=("Instelling van huidige aanstelling", "Huidige instelling"),
        ),
    ] = None
    # Who signs the certificate and hands it over (§ 4.3).
    algemeen_directeur: Annotated[
        str | None,
        Ask(
            "Naam algemeen directeur",
            required=True,
            help="De algemeen directeur van de scholengroep.",
            also=("Algemeen directeur", "Naam van de algemeen directeur"),
        ),
    ] = None
    # Two inputs again (ruling): the name is compared with the trainee and the algemeen directeur (§ 5.1).
    mentor_naam: Annotated[
        str | None,
        Ask(
            "Naam en functie van de mentor",
            part="naam",
            required=True,
            help="Voornaam en naam van de mentor.",
            also=("Naam mentor", "Naam van de mentor"),
        ),
    ] = None
    mentor_functie: Annotated[
        str | None,
        Ask(
            "Naam en functie van de mentor",
            part="functie",
            required=True,
            help="De functie van de mentor.",
            also=("Functie mentor", "Functie van de mentor"),
        ),
    ] = None
    # Between these two days the ten months are counted (§ 4.2) and contactmomenten count (ruling on § 8).
    startdatum: Annotated[
        date | None,
        Ask(
            "Startdatum jobtraining",
            required=True,
            placeholder="dd/mm/jjjj",
            help="Eerste dag van de jobtraining, als dd/mm/jjjj.",
            also=("Startdatum", "Begindatum jobtraining", "Start jobtraining"),
        ),
    ] = None
    einddatum: Annotated[
        date | None,
        Ask(
            "Einddatum jobtraining",
            required=True,
            placeholder="dd/mm/jjjj",
            help="Laatste dag van de jobtraining, als dd/mm/jjjj.",
            also=("Einddatum", "Einde jobtraining"),
        ),
    ] = None
    invuldatum: Annotated[
        date | None,
        Ask(
            "Datum van invullen van het verantwoordingsdocument door de mentor",
            required=True,
            placeholder="dd/mm/jjjj",
            help="De dag waarop de mentor dit document invult, als dd/mm/jjjj.",
            also=("Datum van invullen", "Invuldatum", "Datum van invullen door de mentor"),
        ),
    ] = None
    # As in the sjabloon the themes of § 7.1 stand printed in the first rows; any row may name any of them (ruling).
    contactmomenten: Annotated[
        tuple[Contactmoment, ...],
        Ask("Contactmomenten en behandelde thema’s", rows=CONTACTMOMENT_ROWS, printed={"thema": _THEMES}),
    ] = ()
    # The second table of § 9: its themes never count for those of § 7.1 (ruling).
    initiatieven: Annotated[
        tuple[Initiatief, ...],
        Ask("Andere of bijkomende initiatieven in het kader van de jobtraining", rows=INITIATIEF_ROWS),
    ] = ()
    # § 8 asks for it, the sjabloon of § 9 has no place for it: an optional text (ruling), the tables tell it already.
    traject: Annotated[
        str | None,
        Ask(
            "Het traject dat de trainee met de mentor heeft doorlopen",
            section="Het traject (niet verplicht)",
            long=True,
            help="Niet verplicht: het traject blijkt al uit de twee tabellen hierboven.",
        ),
    ] = None
    # Only the mentor signs (§ 9), though mentor and trainee fill the form in together (§ 4.3).
    handtekening_datum: Annotated[
        date | None,
        Ask(
            "Datum",
            section="Ondertekening",
            placeholder="dd/mm/jjjj",
            help="De dag waarop de mentor tekent, als dd/mm/jjjj.",
        ),
    ] = None
    handtekening_mentor: Annotated[
        str | None,
        Ask(
            "Handtekening mentor",
            signature=True,
            help="Handtekening van de mentor.",
            also=("Handtekening van de mentor", "Handtekening"),
        ),
    ] = None


class Inschrijving(BaseModel, frozen=True, extra="forbid"):
    """One line of the enrolment list that the desk keeps (§ 4.1, § 4.3, § 5, § 8)."""

    naam: Annotated[str | None, Ask("Naam trainee", section="Inschrijving", required=True)] = None
    scholengroep: Annotated[str | None, Ask("Scholengroep", required=True)] = None
    onderwijsniveau: Annotated[
        Onderwijsniveau | None,
        Ask("Onderwijsniveau", synonyms={"VWO": "CVO"}, help="Bepaalt wie mentor kan zijn (§ 5)."),
    ] = None
    # Only from 2013 on (§ 4.1); the seven years run from this day (§ 8).
    vormingsattest: Annotated[
        date | None, Ask("Datum vormingsattest", help="De dag waarop het vormingsattest werd uitgereikt.")
    ] = None
    # "opnieuw volwaardig geldig … voor de volgende 7 jaar", by the jury (§ 8).
    hervalidering: Annotated[
        date | None, Ask("Datum hervalidering", help="Alleen als de jury het vormingsattest opnieuw geldig verklaarde.")
    ] = None
    # Named at the enrolment where mentors are local, assigned after it elsewhere (§ 4.3).
    mentor: Annotated[str | None, Ask("Mentor")] = None
    # "De mentoren zijn enkel actief op het niveau van de eigen scholengroep." (§ 5.1)
    mentor_scholengroep: Annotated[str | None, Ask("Scholengroep van de mentor")] = None
    # "De kost voor de trainee is 50 euro" (§ 6); a line that says so stands in for the proof of § 4.3 (ruling).
    betaald: Annotated[
        JaNeen | None, Ask("Betaald", synonyms=_PRESENCE, help="Of het bureau de betaling van 50 euro al zag.")
    ] = None


#: § 1 and § 8 let the mentor send it, § 4.3 lets the trainee upload it: its texts name no single sender.
VERANTWOORDINGSDOCUMENT = Form(
    family="jobtraining",
    name="verantwoordingsdocument",
    version=1,
    title="Verantwoordingsdocument jobtraining",
    record=Verantwoordingsdocument,
    intro=(
        "De trainee en de mentor vullen dit document samen in. Vul datums in als dd/mm/jjjj. "
        "Er zijn minimaal vier contactmomenten nodig, waarin de vier voorgedrukte thema’s voorkomen."
    ),
    named_by="naam_deelnemer",
)

#: What the desk knows from the enrolment (§ 4.3); what § 9 asks of it too is filled in beforehand.
INSCHRIJVING = Form(
    family="jobtraining",
    name="inschrijving",
    version=1,
    title="Inschrijvingen jobtraining",
    record=Inschrijving,
    is_list=True,
    fills={"naam": "naam_deelnemer", "scholengroep": "scholengroep", "mentor": "mentor_naam"},
)
