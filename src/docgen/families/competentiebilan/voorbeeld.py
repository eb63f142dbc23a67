"""A complete example of the summary's values, about an invented person: templates are checked with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from docgen.families.competentiebilan.context import CONTEXTS
from docgen.families.competentiebilan.keuzes import JaNeen, Soort, Wijze
from docgen.families.competentiebilan.samenvatting import Competentie, Opleiding, Piste, Samenvatting, Stap
from docgen.model.family import Issue
from docgen.model.letterhead import EXAMPLE_LOGO
from docgen.model.report import DossierReport
from docgen.model.rule import Verdict
from docgen.settings import Organisatie, Settings

_RECORD = Samenvatting(
    deelnemer="Fientje Voorbeeld",
    begeleider="Greet Staaltje",
    onthaal=date(2026, 3, 2),
    instemming=date(2026, 3, 2),
    gesprek=date(2026, 3, 16),
    laatste_test=date(2026, 3, 23),
    feedback=date(2026, 4, 7),
    parcours=(
        Stap(periode="2006 – 2014", functie="Onthaalmedewerker", taken="Bezoekers en oproepen ontvangen."),
        Stap(periode="2014 – 2026", functie="Dossierbeheerder", taken="Aanvragen opvolgen van begin tot einde."),
    ),
    opleidingen=(
        Opleiding(jaar="2006", opleiding="Secretariaat en talen", bewijs="diploma secundair onderwijs"),
        Opleiding(jaar="2019", opleiding="Klare taal", bewijs="getuigschrift"),
    ),
    competenties=(
        Competentie(
            competentie="Samenwerken", soort=Soort.GENERIEK, wijze=Wijze.STAR, bevinding="Zoekt vanzelf overleg."
        ),
        Competentie(
            competentie="Schriftelijke communicatie",
            soort=Soort.TECHNISCH,
            wijze=Wijze.TEST,
            bevinding="Schrijft helder en foutloos.",
        ),
        Competentie(
            competentie="Werken met rekenbladen",
            soort=Soort.DIGITAAL,
            wijze=Wijze.TEST,
            bevinding="Vlot met formules; draaitabellen zijn nieuw.",
        ),
        Competentie(competentie="Anderen iets leren", wijze=Wijze.GESPREK, bevinding="Legt graag en geduldig uit."),
    ),
    zelfreflectie=JaNeen.JA,
    weten="Ik ken de regelgeving waarmee ik twaalf jaar werkte.",
    kunnen="Ik breng orde in een dossier dat door veel handen ging.",
    doen="Ik blijf rustig als het druk is.",
    ontwikkeling=(
        Piste(
            piste="Leren werken met gegevens",
            toelichting="Sluit aan bij uw zin voor orde.",
            eerste_stap="Een opleiding over draaitabellen volgen.",
        ),
    ),
    orientering=(
        Piste(
            piste="Nieuwe collega’s begeleiden",
            toelichting="U legt graag uit.",
            eerste_stap="Een dag meelopen met wie dat nu doet.",
        ),
    ),
)
_SETTINGS = Settings(
    organisatie=Organisatie(
        naam="Loopbaancentrum Voorbeeld",
        dienst="Competentiebilan",
        adres=("Voorbeeldlaan 1", "9999 Voorbeeldstad"),
        email="bilan@voorbeeld.example",
        telefoon="000 00 00 00",
        website="voorbeeld.example",
        plaats="Voorbeeldstad",
        ondertekenaar="Nele Staal",
        ondertekenaar_functie="diensthoofd",
    )
)
_ISSUE = Issue(date(2026, 4, 1), "nl", _SETTINGS, logo=EXAMPLE_LOGO)
_DOSSIER = DossierReport(
    "CB-2026-0001", "competentiebilan", Verdict.COMPLETE, (), (), record=_RECORD, reference="CB-2026-0001"
)
#: Every name that a template of this family may use, with an example of its value, by context.
SAMPLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {name: make([_DOSSIER], _ISSUE)[0].values for name, make in CONTEXTS.items()}
)
