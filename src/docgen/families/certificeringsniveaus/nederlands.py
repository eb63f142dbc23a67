"""What a letter says of figures and people, in Dutch; the quoted sentences are the source's own."""

from __future__ import annotations

from docgen.families.certificeringsniveaus.kwaliteit import Reden, Uitkomst
from docgen.families.certificeringsniveaus.medewerkers import Certificaat
from docgen.families.certificeringsniveaus.record import Niveau, Taalrol
from docgen.families.certificeringsniveaus.rules.bronnen import (
    AZ_TAALROL_ZIN,
    AZ_ZIN,
    BEREKENING_ZIN,
    HERZIENING_ZIN,
    PARTNER_KLANT_ZIN,
    PARTNER_ZIN,
    SCORE_ZIN,
    TESTS_TAALROL_ZIN,
    VIER_ZIN,
)
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
_KORT = {
    AZ_GESLAAGD: "Geslaagd voor het certificeringstraject AZ consultant",
    VIER: "Gecertificeerde medewerkers in dienst",
    AZ_TAALROL: "Gecertificeerd Consultant A tot Z per taalrol",
    TESTS_TAALROL: "Gecertificeerd consultant selectietests per taalrol",
    PRO_PARTNER: "PRO Partner",
    Q_CHECKS: "Gemiddelde score op de Q-checks",
}

NEDERLANDS = Woorden(
    niveau={niveau: niveau.value for niveau in Niveau},
    rol={Taalrol.NL: "Nederlandse", Taalrol.FR: "Franse"},
    certificaat={certificaat: certificaat.value for certificaat in Certificaat},
    voorwaarde={
        **_KORT,
        AZ_TAALROL: "Gecertificeerd Consultant A tot Z, {rol} taalrol",
        TESTS_TAALROL: "Gecertificeerd consultant selectietests, {rol} taalrol",
    },
    vereist={
        AZ_GESLAAGD: "minstens 1 medewerker",
        VIER: "minstens 4 medewerkers",
        AZ_TAALROL: "minstens 1 medewerker",
        TESTS_TAALROL: "minstens 1 medewerker",
        PRO_PARTNER: "1 naam",
        Q_CHECKS: "80 % of meer",
    },
    oordeel={Uitkomst.VOLDAAN: "voldaan", Uitkomst.NIET: "niet voldaan", Uitkomst.GRENSGEVAL: "niet zeker"},
    aanvaard="aanvaard",
    personen=("0 medewerkers", "1 medewerker", "{aantal} medewerkers"),
    genoemd=("geen naam", "1 naam"),
    score="{score} %",
    geen_score="nog geen score",
    persoon_score=("{naam} ({score} %, 1 Q-check)", "{naam} ({score} %, {aantal} Q-checks)"),
    reden={
        AZ_GESLAAGD: "Er is op de peildatum geen medewerker in dienst die voor het certificeringstraject AZ consultant "
        "geslaagd is.",
        VIER: "Het aantal gecertificeerde medewerkers in dienst is {aantal}; er zijn er 4 nodig.",
        AZ_TAALROL: "Er is geen gecertificeerde Consultant A tot Z van de {rol} taalrol in dienst.",
        TESTS_TAALROL: "Er is geen gecertificeerde consultant selectietests van de {rol} taalrol in dienst.",
        PRO_PARTNER: "Er is geen PRO Partner doorgegeven.",
        Q_CHECKS: "De gemiddelde score op de Q-checks is {score} %; 80 % of meer is nodig.",
    },
    reden_zonder_score="Er is nog geen score op een Q-check van een afgesloten selectie; een gemiddelde van 80 % of "
    "meer is nodig.",
    reden_twee_wijzen="De gemiddelde score op de Q-checks is niet op elke manier van rekenen 80 % of meer.",
    beslist="{voorwaarde}: als vervuld aanvaard op {datum}. {waarom}",
    voorwaarde_kort=_KORT,
    alle="De score is het gemiddelde van de gemiddelden per persoon, met één decimaal naar beneden afgerond. Over alle "
    "Q-checks samen is ze {score} %.",
    niet_in_dienst="{naam}: op de peildatum niet in dienst.",
    niet_meer="{naam}: in dienst tot en met {datum}.",
    zonder_score="{naam}: nog geen score op een Q-check van een afgesloten selectie; telt niet mee in het gemiddelde.",
    later="{naam}: geslaagd na de peildatum ({certificaat}).",
    onzeker="{naam}: de gegevens in de lijst zijn niet volledig genoeg om mee te tellen.",
    weggelaten={
        Reden.LOPEND: "Q-check van {naam}: de selectie is niet afgesloten.",
        Reden.GEEN_SCORE: "Q-check van {naam}: er is nog geen score.",
        Reden.GEEN_CONSULTANT: "Q-check van {naam}: op de peildatum geen gecertificeerde Consultant A tot Z in dienst.",
        Reden.ONZEKER: "Q-check van {naam}: het is niet zeker dat die meetelt.",
    },
    stap={
        Wat.CONSULTANT: (
            "1 medewerker van de {rol} taalrol slaagt voor het certificeringstraject Consultant A tot Z.",
            "1 medewerker slaagt voor het certificeringstraject AZ consultant.",
        ),
        Wat.SELECTIETESTS: (
            ("1 medewerker van de {rol} taalrol slaagt voor het certificeringstraject Consultant selectietests."),
        ),
        Wat.GECERTIFICEERDE: (
            "1 andere medewerker, van gelijk welke taalrol, behaalt een certificaat naar keuze.",
            ("{aantal} andere medewerkers, van gelijk welke taalrol, behalen een certificaat naar keuze."),
        ),
        Wat.NIEUWE: (
            (
                "Voor deze stappen is minstens 1 medewerker nodig die nu nog geen certificaat heeft: personen "
                "tellen, niet certificaten."
            ),
            (
                "Voor deze stappen zijn minstens {aantal} medewerkers nodig die nu nog geen certificaat hebben: "
                "personen tellen, niet certificaten."
            ),
        ),
        Wat.PRO_PARTNER: ("U geeft de naam door van 1 PRO Partner.",),
        Wat.SCORE: (
            ("De gemiddelde score op de Q-checks stijgt met minstens {tekort} procentpunt, van {score} % naar 80 %."),
            "De gemiddelde score op de Q-checks wordt op beide manieren van rekenen 80 % of meer.",
        ),
        Wat.EERSTE_SCORE: (
            (
                "Minstens 1 gecertificeerde Consultant A tot Z krijgt een Q-check op een afgesloten "
                "selectie, en de gemiddelde score is 80 % of meer."
            ),
        ),
    },
    zin={
        AZ_GESLAAGD: (AZ_ZIN.sentence,),
        VIER: (VIER_ZIN.sentence,),
        AZ_TAALROL: (AZ_TAALROL_ZIN.sentence,),
        TESTS_TAALROL: (TESTS_TAALROL_ZIN.sentence,),
        PRO_PARTNER: (PARTNER_ZIN.sentence, PARTNER_KLANT_ZIN.sentence),
        Q_CHECKS: (SCORE_ZIN.sentence, BEREKENING_ZIN.sentence),
    },
    herziening=HERZIENING_ZIN.sentence,
    en="en",
    taak_zonder_assessment="De taak “Assessments” staat niet in de lijst van het DG R&O: uw organisatie heeft een "
    "gecertificeerde “Assessmenttechnieken” ({namen}).",
)
