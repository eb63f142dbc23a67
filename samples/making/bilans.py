"""The invented requests and summaries of the competentiebilan samples, and what a careful clerk concludes of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

#: A finding as the clerk writes it down: rule, severity, key.
Row = tuple[str, str, str | None]
BLOCKS, ASKS, INFORMS = "blokkerend", "aandacht", "info"
ON = date(2026, 9, 15)
Values = Mapping[str, object]


@dataclass(frozen=True)
class Filled:
    """One form as it was sent: in which format and language, under which reference, with which answers."""

    form: str
    values: Values
    to: str = "xlsx"
    language: str = "nl"
    locked: Values = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """One sample dossier, and the clerk's conclusion."""

    name: str
    shows: str
    verdict: str
    forms: tuple[Filled, ...]
    rows: tuple[Row, ...] = ()
    other_files: Mapping[str, bytes] = field(default_factory=dict)
    decided: tuple[str, ...] = ()


def rows(table: str, names: tuple[str, ...], *lines: tuple[object, ...]) -> dict[str, object]:
    """The lines of one table by key; an empty cell stays empty."""
    return {
        f"{table}__{number}__{name}": value
        for number, line in enumerate(lines, start=1)
        for name, value in zip(names, line, strict=True)
        if value
    }


def absences(*lines: tuple[object, ...]) -> dict[str, object]:
    """Rows of absences: first day, last day, reason."""
    return rows("afwezigheden", ("eerste_dag", "laatste_dag", "reden"), *lines)


def request(situatie: str | None, **changes: object) -> dict[str, object]:
    """A request of an invented organisation; None wipes an answer."""
    values: dict[str, object] = {
        "ingediend_door": "de organisatie",
        "organisatie": "Federale Dienst voor Proefmetingen",
        "contact_naam": "Joris Modelmans",
        "contact_functie": "hr-adviseur",
        "contact_bereikbaar": "hr@proefmetingen.example",
        "aanvraagdatum": date(2026, 9, 7),
        "medewerker_naam": "Fientje Voorbeeldinck",
        "medewerker_functie": "administratief medewerker",
        "medewerker_taal": "Nederlands",
        "situatie": situatie,
    }
    return {key: value for key, value in (values | changes).items() if value is not None}


ILL, AWAY = "terug na meer dan drie maanden ziekte", "terug na meer dan 12 maanden afwezigheid"


def back(situatie: str, *lines: tuple[object, ...], **changes: object) -> dict[str, object]:
    """A request for somebody who comes back, and cannot go back to the function of before."""
    return request(situatie, terugkeer_functie="neen", **changes) | absences(*lines)


PARCOURS = (
    ("2004 – 2011", "Onthaalmedewerker", "Bezoekers en oproepen ontvangen, de post verdelen."),
    ("2011 – 2018", "Dossierbeheerder", "Aanvragen opvolgen van de eerste vraag tot de beslissing, in twee talen."),
    (
        "2018 – 2026",
        "Teamcoördinator onthaal",
        "Een ploeg van zes begeleiden, de planning maken, nieuwkomers inwerken.",
    ),
)
COMPETENTIES = (
    ("Samenwerken", "generiek", "STAR-interview",
     "Vraagt vanzelf naar wat de ander nodig heeft en komt op afspraken terug. Bij onenigheid zoekt u eerst wat gedeeld is."),
    ("Plannen en organiseren", "generiek", "STAR-interview",
     "U houdt het overzicht over een ploeg en maakt op tijd duidelijk wat niet meer past."),
    ("Omgaan met verandering", "generiek", "gesprek", "U hebt tijd nodig om een nieuwe werkwijze te vertrouwen, en zegt dat ook."),
    ("Schriftelijke communicatie", "technisch", "test", "Helder, foutloos en op maat van de lezer."),
    ("Werken met rekenbladen", "digitaal", "test", "Vlot met formules en filters; draaitabellen zijn nieuw."),
)  # fmt: skip
ONTWIKKELING = (
    ("Leren werken met gegevens", "Sluit aan bij uw zin voor orde en bij wat de test liet zien.", "Een opleiding over draaitabellen volgen."),
    ("Een vergadering in het Frans leiden", "U begrijpt alles en wilt vaker het woord nemen.", None),
)  # fmt: skip
ORIENTERING = (
    ("Nieuwe collega’s begeleiden", "U legt graag uit en hebt geduld.", "Een dag meelopen met wie dat nu doet."),
    ("Kwaliteit van dossiers bewaken", "U ziet snel wat ontbreekt.", "Een gesprek aanvragen met de dienst Kwaliteit."),
)  # fmt: skip


def summary(**changes: object) -> dict[str, object]:
    """A summary in order; a table is replaced as a whole, None wipes an answer."""
    tables = {
        "parcours": PARCOURS,
        "opleidingen": (("2004", "Secretariaat en talen", "diploma secundair onderwijs"), ("2019", "Klare taal", "getuigschrift")),
        "competenties": COMPETENTIES,
        "ontwikkeling": ONTWIKKELING,
        "orientering": ORIENTERING,
    }  # fmt: skip
    values: dict[str, object] = {
        "deelnemer": "Fientje Voorbeeldinck",
        "begeleider": "Greet Staaltjens",
        "onthaal": date(2026, 6, 1),
        "instemming": date(2026, 6, 1),
        "gesprek": date(2026, 6, 15),
        "laatste_test": date(2026, 6, 22),
        "feedback": date(2026, 9, 29),
        "zelfreflectie": "neen",
    }
    names = {
        "parcours": ("periode", "functie", "taken"),
        "opleidingen": ("jaar", "opleiding", "bewijs"),
        "competenties": ("competentie", "soort", "wijze", "bevinding"),
        "ontwikkeling": ("piste", "toelichting", "eerste_stap"),
        "orientering": ("piste", "toelichting", "eerste_stap"),
    }
    for table, lines in tables.items():
        values |= rows(table, names[table], *changes.pop(table, lines))  # type: ignore[misc]
    return {key: value for key, value in (values | changes).items() if value is not None}


LONG = (
    "U gaf in het gesprek meer dan één voorbeeld waarin u het overzicht bewaarde terwijl verschillende diensten tegelijk "
    "iets van u vroegen. U maakt eerst een lijst, belt dan wie wacht, en komt terug op wat u beloofde."
)
REFLECTION = {
    "zelfreflectie": "ja",
    "weten": "Ik ken de regelgeving waarmee ik jaren werkte, en weet waar ik de rest vind.",
    "kunnen": "Ik breng orde in een dossier dat door veel handen ging.\nIk leg een beslissing uit in gewone woorden.",
    "doen": "Ik blijf rustig als het druk is. Ik werk het best in een kleine ploeg, met een dag per week thuis.",
}


def requests() -> list[Case]:
    """Requests: each situation, the thresholds at and beside them, the exceptions, and who asks."""
    day = date
    return [
        Case("aanvraag-herstructurering", "Collectieve aanvraag na een herstructurering.", "volledig", (Filled("aanvraag", request(
            "functie verloren door een herstructurering", aanpak="collectief", betrokken_dienst="Dienst Drukwerk",
            aantal_medewerkers="11", medewerker_naam=None, medewerker_functie=None)),)),
        Case("aanvraag-re-integratie", "Re-integratietraject, formulier in PDF.", "volledig",
             (Filled("aanvraag", request("re-integratietraject na ziekte of ongeval"), to="pdf"),)),
        Case("aanvraag-frans", "Aanvraag in het Frans, in Word: de functie is grondig gewijzigd.", "volledig",
             (Filled("aanvraag", request("fonction profondément modifiée (réorganisation)", ingediend_door="l’organisation",
                     medewerker_taal="français", organisatie="Service fédéral des Essais"), to="docx", language="fr"),)),
        Case("aanvraag-mutatie", "Ambtshalve mutatie, formulier in Word.", "volledig",
             (Filled("aanvraag", request("onvrijwillig overgeplaatst (ambtshalve mutatie)"), to="docx"),)),
        Case("aanvraag-medex", "Beslissing A4 van Medex.", "volledig", (Filled("aanvraag", request(
            "door Medex ongeschikt voor de huidige functie (A4)", medex_beslissing="beslissing A4")),)),
        Case("aanvraag-medex-andere", "Een andere beslissing van Medex dan A4.", "onvolledig", (Filled("aanvraag", request(
            "door Medex ongeschikt voor de huidige functie (A4)", medex_beslissing="een andere beslissing")),),
            (("situatie", BLOCKS, "medex_beslissing"),)),
        Case("drie-maanden-net-eronder", "Ziek van 10 januari tot en met 8 april: een dag minder dan drie maanden.", "onvolledig",
             (Filled("aanvraag", back(ILL, (day(2026, 1, 10), day(2026, 4, 8), "ziekte"))),), (("situatie", BLOCKS, "afwezigheden"),)),
        Case("drie-maanden-precies", "Ziek van 10 januari tot en met 9 april: precies drie maanden is niet meer.", "onvolledig",
             (Filled("aanvraag", back(ILL, (day(2026, 1, 10), day(2026, 4, 9), "ziekte"))),), (("situatie", BLOCKS, "afwezigheden"),)),
        Case("drie-maanden-net-erboven", "Ziek van 10 januari tot en met 10 april, twee attesten na elkaar.", "volledig",
             (Filled("aanvraag", back(ILL, (day(2026, 1, 10), day(2026, 2, 28), "ziekte"), (day(2026, 3, 1), day(2026, 4, 10), "ziekte"))),)),
        Case("drie-maanden-terug-in-functie", "Lang genoeg ziek, maar terug in de oorspronkelijke functie.", "onvolledig",
             (Filled("aanvraag", back(ILL, (day(2026, 1, 10), day(2026, 6, 30), "ziekte")) | {"terugkeer_functie": "ja"}),),
             (("situatie", BLOCKS, "terugkeer_functie"),)),
        Case("drie-maanden-ongeval", "Drie maanden afwezig na een ongeval: telt dat als ziekte?", "na-te-kijken",
             (Filled("aanvraag", back(ILL, (day(2026, 1, 10), day(2026, 4, 10), "ongeval"))),), (("situatie", ASKS, "afwezigheden"),)),
        Case("drie-maanden-ongeval-beslist", "Hetzelfde, en het bureau besliste dat het telt.", "volledig",
             (Filled("aanvraag", back(ILL, (day(2026, 1, 10), day(2026, 4, 10), "ongeval"))),), (("situatie", ASKS, "afwezigheden"),),
             decided=("situatie",)),
        Case("drie-maanden-einde-februari", "Van 30 november tot en met 28 februari: een 30 februari bestaat niet.", "na-te-kijken",
             (Filled("aanvraag", back(ILL, (day(2025, 11, 30), day(2026, 2, 28), "ziekte"))),), (("situatie", ASKS, "afwezigheden"),)),
        Case("twaalf-maanden-net-eronder", "Afwezig van 1 maart tot en met 27 februari.", "onvolledig",
             (Filled("aanvraag", back(AWAY, (day(2025, 3, 1), day(2026, 2, 27), "een andere reden"))),),
             (("situatie", BLOCKS, "afwezigheden"),)),
        Case("twaalf-maanden-precies", "Afwezig van 1 maart tot en met 28 februari: precies twaalf maanden is niet meer.", "onvolledig",
             (Filled("aanvraag", back(AWAY, (day(2025, 3, 1), day(2026, 2, 28), "een andere reden"))),),
             (("situatie", BLOCKS, "afwezigheden"),)),
        Case("twaalf-maanden-net-erboven", "Afwezig van 1 maart tot en met 1 maart.", "volledig",
             (Filled("aanvraag", back(AWAY, (day(2025, 3, 1), day(2026, 3, 1), "een andere reden")), to="pdf"),)),
        Case("twaalf-maanden-ouderschapsverlof", "Twee jaar ouderschapsverlof: uitgezonderd.", "onvolledig",
             (Filled("aanvraag", back(AWAY, (day(2024, 3, 1), day(2026, 2, 28), "ouderschapsverlof"))),),
             (("situatie", BLOCKS, "afwezigheden"),)),
        Case("twaalf-maanden-moederschap-en-ziekte", "Moederschapsbescherming binnen een langere afwezigheid: twee lezingen.",
             "na-te-kijken", (Filled("aanvraag", back(AWAY, (day(2025, 3, 1), day(2025, 6, 30), "bescherming van het moederschap"),
                                     (day(2025, 7, 1), day(2026, 3, 1), "ziekte"))),), (("situatie", ASKS, "afwezigheden"),)),
        Case("medewerker-alleen", "De medewerker vraagt het bilan alleen aan.", "na-te-kijken", (Filled("aanvraag", request(
            "re-integratietraject na ziekte of ongeval", ingediend_door="de medewerker alleen", organisatie=None, contact_naam=None,
            contact_functie=None)),), (("aanvrager", ASKS, "ingediend_door"),)),
        Case("aanvraag-onleesbaar", "Een situatie die niet in de lijst staat, en twee keer hetzelfde bestand.", "onvolledig",
             (Filled("aanvraag", request("ander werk gewenst")), Filled("aanvraag", request("ander werk gewenst"))),
             (("onleesbaar-veld", BLOCKS, "situatie"), ("dubbel-bestand", INFORMS, None))),
    ]  # fmt: skip


def summaries() -> list[Case]:
    """Summaries: short and long, in both languages and every format, and what stands in their way."""
    half = (*COMPETENTIES, ("Anderen iets leren", None, "gesprek", "Legt graag uit."))
    return [
        Case("samenvatting-excel", "In orde, feedbackgesprek gepland, zonder zelfreflectie.", "volledig", (Filled("samenvatting", summary()),)),
        Case("samenvatting-kort", "Zo kort als het mag, in Word.", "volledig", (Filled("samenvatting", summary(
            begeleider=None, laatste_test=None, parcours=PARCOURS[:1], opleidingen=(("2004", "Secretariaat en talen", None),),
            competenties=COMPETENTIES[:1], ontwikkeling=ONTWIKKELING[:1], orientering=ORIENTERING[:1]), to="docx"),)),
        Case("samenvatting-lang", "Alle rijen gevuld, met zelfreflectie, in Excel.", "volledig", (Filled("samenvatting", summary(
            **REFLECTION,
            parcours=tuple((f"{2000 + 3 * n} – {2003 + 3 * n}", PARCOURS[n % 3][1], LONG if n % 2 else PARCOURS[n % 3][2]) for n in range(8)),
            opleidingen=tuple((str(2001 + 3 * n), ("Klare taal", "Eerste hulp", "Werken met gegevens")[n % 3], "getuigschrift") for n in range(8)),
            competenties=tuple((*COMPETENTIES[n % 5][:3], LONG if n % 3 == 0 else COMPETENTIES[n % 5][3]) for n in range(15)),
            ontwikkeling=tuple((ONTWIKKELING[n % 2][0], LONG, "Een opleiding kiezen.") for n in range(5)),
            orientering=tuple((ORIENTERING[n % 2][0], LONG, "Een dag meelopen.") for n in range(5)))),)),
        Case("samenvatting-frans", "Formulier in het Frans, in PDF, met autoréflexion.", "volledig", (Filled("samenvatting", summary(
            deelnemer="Elvire Exempleux", zelfreflectie="oui", weten="Je connais la réglementation.", kunnen="Je mets de l’ordre.",
            parcours=(("2010 – 2026", "Gestionnaire de dossiers", "Suivre les demandes, de la première question à la décision."),),
            opleidingen=(("2008", "Secrétariat et langues", "diplôme"),),
            competenties=(("Travailler en équipe", "générique", "entretien STAR", "Vous cherchez d’abord ce qui rassemble."),
                          ("Tableurs", "numérique", "test", "À l’aise avec les formules.")),
            ontwikkeling=(("Apprendre à exploiter des données", "Cela prolonge votre goût de l’ordre.", "Suivre une formation."),),
            orientering=(("Accompagner de nouveaux collègues", "Vous expliquez volontiers.", None),)),
            to="pdf", language="fr"),)),
        Case("samenvatting-frans-op-nederlands-formulier", "Nederlands formulier, de deelnemer vraagt het Frans.", "volledig",
             (Filled("samenvatting", summary(taal="Frans"), to="docx"),)),
        Case("samenvatting-voorbij", "Het feedbackgesprek was op de dag van de laatste test.", "volledig",
             (Filled("samenvatting", summary(laatste_test=date(2026, 6, 22), feedback=date(2026, 6, 22)), to="pdf"),)),
        Case("geen-instemming", "Geen datum van instemming.", "onvolledig", (Filled("samenvatting", summary(instemming=None)),),
             (("instemming", BLOCKS, "instemming"),)),
        Case("instemming-te-laat", "De instemming kwam na het gesprek.", "na-te-kijken",
             (Filled("samenvatting", summary(instemming=date(2026, 6, 16))),), (("instemming", ASKS, "instemming"),)),
        Case("geen-parcours", "Het professionele parcours ontbreekt.", "onvolledig", (Filled("samenvatting", summary(parcours=())),),
             (("drie-delen", BLOCKS, "parcours"),)),
        Case("geen-competenties", "Geen competenties onderzocht.", "onvolledig", (Filled("samenvatting", summary(competenties=())),),
             (("drie-delen", BLOCKS, "competenties"),)),
        Case("geen-pistes", "Geen enkele piste.", "onvolledig",
             (Filled("samenvatting", summary(ontwikkeling=(), orientering=())),), (("drie-delen", BLOCKS, "ontwikkeling"),)),
        Case("halve-competentie", "Van één competentie ontbreekt de soort, en niemand vroeg naar de zelfreflectie.", "na-te-kijken",
             (Filled("samenvatting", summary(competenties=half, zelfreflectie=None, weten="Ik ken de regelgeving.")),),
             (("drie-delen", ASKS, "competenties__6__soort"), ("drie-delen", ASKS, "zelfreflectie"))),
        Case("feedback-voor-laatste-test", "Het feedbackgesprek valt een dag voor de laatste test.", "onvolledig",
             (Filled("samenvatting", summary(feedback=date(2026, 6, 21))),), (("feedbackgesprek", BLOCKS, "feedback"),)),
        Case("geen-feedback", "Geen datum van het feedbackgesprek.", "onvolledig", (Filled("samenvatting", summary(feedback=None)),),
             (("feedbackgesprek", BLOCKS, "feedback"),)),
        Case("test-zonder-datum", "Er was een test, maar de datum ontbreekt.", "na-te-kijken",
             (Filled("samenvatting", summary(laatste_test=None)),), (("feedbackgesprek", ASKS, "laatste_test"),)),
        Case("voorinvulling-en-tikfout", "De vooraf ingevulde naam kwam gewijzigd terug, en “tset” in plaats van “test”.", "na-te-kijken",
             (Filled("samenvatting", summary(competenties=((*COMPETENTIES[3][:2], "tset", "Helder."),)),
                     locked={"deelnemer": "Fientje Voorbeeldink"}),),
             (("voorinvulling-gewijzigd", ASKS, "deelnemer"), ("onzekere-lezing", ASKS, "competenties__1__wijze"))),
        Case("vreemd-bestand", "Een leeg bestand naast de samenvatting.", "na-te-kijken", (Filled("samenvatting", summary()),),
             (("bestand-herkend", ASKS, None),), other_files={"bijlage.pdf": b""}),
    ]  # fmt: skip
