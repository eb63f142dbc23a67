"""Every remedy on a request or a summary, tried by doing literally what it says: the finding must be gone."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.families.competentiebilan.family import FAMILY
from followed import Row, decide, follow, put, put_in, remove_file, row_id

EARLY, LATE, FUTURE = date(2026, 5, 4), date(2026, 9, 1), date(2026, 12, 1)
ASKED, PARTS = "situatie", "drie-delen"
MEDEX, ILL = "door Medex ongeschikt voor de huidige functie (A4)", "terug na meer dan drie maanden ziekte"
NO_TRAININGS = {f"opleidingen__{n}__{name}": None for n in (1, 2) for name in ("jaar", "opleiding", "bewijs")}
NO_TRACKS = {f"orientering__{n}__{name}": None for n in (1, 2) for name in ("piste", "eerste_stap", "toelichting")}

TRIED: tuple[Row, ...] = (
    ("medewerker-alleen", {}, "aanvrager", "Laat uw organisatie de aanvraag indienen", put("de organisatie")),
    ("medewerker-alleen", {}, "aanvrager", "dan beslist het Loopbaancentrum", decide),
    ("aanvraag-medex", {"contact_naam": None}, "aanvrager", "Vul “Contactpersoon: naam” in", put("Joris Model")),
    ("aanvraag-medex", {"ingediend_door": None}, "aanvrager", "Kies wie de aanvraag indient", put("de organisatie")),
    ("aanvraag-medex", {"situatie": None}, ASKED, "Kies de situatie waarin", put(MEDEX)),
    ("aanvraag-medex-andere", {}, ASKED, "Verbeter de beslissing van Medex", put("beslissing A4")),
    ("aanvraag-medex-andere", {}, ASKED, "kies dan een andere situatie",
     put_in(situatie="re-integratietraject na ziekte of ongeval")),
    ("aanvraag-medex", {"situatie": ILL}, ASKED, "Kies de situatie die wel uit de aanvraag blijkt", put(MEDEX)),
    ("aanvraag-medex", {"aanpak": "collectief"}, ASKED, "Kies een individuele aanpak", put("individueel")),
    ("aanvraag-medex", {"aanpak": "collectief"}, ASKED, "verbeter dan de situatie en het aantal medewerkers",
     put_in(situatie="functie verloren door een herstructurering", aantal_medewerkers="12")),
    ("drie-maanden-net-eronder", {}, ASKED, "Verbeter de datums en de redenen",
     put_in(afwezigheden__1__laatste_dag=LATE)),
    ("drie-maanden-precies", {}, ASKED, "of kies een andere situatie",
     put_in(situatie="re-integratietraject na ziekte of ongeval")),
    ("drie-maanden-terug-in-functie", {}, ASKED, "Antwoord “neen”", put("neen")),
    ("drie-maanden-net-erboven", {"afwezigheden__1__laatste_dag": date(2999, 12, 31)}, ASKED,
     "Vul de laatste dag van de afwezigheid in", put(FUTURE)),
    ("drie-maanden-net-erboven", {"afwezigheden__1__laatste_dag": None}, ASKED,
     "Vul de laatste dag van de afwezigheid in", put(LATE)),
    ("drie-maanden-ongeval", {}, ASKED, "Het Loopbaancentrum beslist", decide),
    ("geen-instemming", {}, "instemming", "Vul de dag in waarop de deelnemer instemde", put(EARLY)),
    ("samenvatting-excel", {"instemming": FUTURE}, "instemming", "Vul de dag in waarop", put(EARLY)),
    ("instemming-te-laat", {}, "instemming", "Verbeter de datum die fout is", put(EARLY)),
    ("instemming-te-laat", {}, "instemming", "dan beslist het Loopbaancentrum", decide),
    ("geen-parcours", {}, PARTS, "Vul minstens één stap van het professionele parcours in, met de functie",
     put_in(parcours__1__functie="Dossierbeheerder")),
    ("geen-competenties", {}, PARTS, "Vul minstens één competentie in, met haar soort en hoe ze onderzocht is",
     put_in(competenties__1__competentie="Samenwerken", competenties__1__soort="generiek",
            competenties__1__wijze="STAR-interview")),
    ("geen-pistes", {}, PARTS, "Vul minstens één ontwikkelingspiste of oriënteringspiste in", put("Leren rekenen")),
    ("samenvatting-excel", NO_TRAININGS, PARTS, "Vul minstens één opleiding in",
     put_in(opleidingen__1__opleiding="Klare taal")),
    ("samenvatting-excel", NO_TRAININGS, PARTS, "dan beslist het Loopbaancentrum", decide),
    ("samenvatting-excel", NO_TRACKS, PARTS, "Vul minstens één oriënteringspiste in", put("Kwaliteit bewaken")),
    ("halve-competentie", {}, PARTS, "Vul de hele rij aan", put("technisch")),
    ("halve-competentie", {}, PARTS, "kies ja of neen", put("neen")),
    ("geen-feedback", {}, "feedbackgesprek", "Vul de datum van het feedbackgesprek in", put(FUTURE)),
    ("feedback-voor-laatste-test", {}, "feedbackgesprek", "Verbeter de datum die fout is", put(FUTURE)),
    ("feedback-voor-laatste-test", {}, "feedbackgesprek", "of bij de verkennende fase",
     put_in(laatste_test=date(2026, 6, 16))),
    ("samenvatting-excel", {"laatste_test": None, "feedback": date(2026, 6, 2)}, "feedbackgesprek",
     "Verbeter de datum die fout is", put(FUTURE)),
    ("test-zonder-datum", {}, "feedbackgesprek", "Vul de datum van de laatste test in", put(date(2026, 6, 22))),
    ("aanvraag-onleesbaar", {}, "onleesbaar-veld", "in: “functie verloren", put(MEDEX)),
    ("samenvatting-excel", {"feedback": "binnenkort"}, "onleesbaar-veld", "een datum als dd/mm/jjjj", put(FUTURE)),
    ("voorinvulling-en-tikfout", {}, "onzekere-lezing", "Vul opnieuw in wat er hoort te staan, voluit", put("test")),
    ("voorinvulling-en-tikfout", {}, "voorinvulling-gewijzigd", "laat de dienst de nieuwe bevestigen", decide),
    ("vreemd-bestand", {}, "bestand-herkend", "laat het bestand weg", remove_file),
)  # fmt: skip

#: Rules whose remedy cannot be tried, and why.
NOT_TRIED = {"dubbel-bestand": "only tells; there is nothing to do"}


@pytest.mark.parametrize("row", TRIED, ids=row_id)
def test_a_remedy_that_is_followed_to_the_letter_makes_the_finding_go_away(row, tmp_path):
    follow("competentiebilan", row, tmp_path)


def test_every_rule_of_the_family_is_tried_or_says_why_not():
    assert set(FAMILY.rules) == {row[2] for row in TRIED} | set(NOT_TRIED)
