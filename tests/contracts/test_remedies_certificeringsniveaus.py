"""Every remedy on a list of organisations, tried by doing literally what it says: the finding must be gone."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from docgen.families.certificeringsniveaus.family import FAMILY
from followed import Attempt, Row, Step, decide, follow, put, put_in, row_id

PEOPLE, CHECKS = "Medewerkers", "Kwaliteitschecks"
PASSED = date(2025, 3, 1)
AZ = {"Consultant A tot Z: geslaagd": "ja", "Consultant A tot Z: datum": PASSED}
TESTS = {"Consultant selectietests: geslaagd": "ja", "Consultant selectietests: datum": PASSED}


def add(title: str, **values: object) -> Step:
    """Add a row to a sheet of the list, for the organisation that the finding is about; headings as they stand."""

    def step(attempt: Attempt) -> None:
        def change(workbook: openpyxl.Workbook) -> None:
            sheet = workbook[title]
            headings = {cell.value: cell.column for cell in sheet[2]}
            free = next(row for row in range(3, 1000) if sheet.cell(row, 1).value is None)
            for heading, value in {"Referentie": attempt.dossier.reference, **values}.items():
                sheet.cell(free, headings[heading]).value = value

        attempt.change(change)

    return step


def certify(taalrol: str, certificate: dict[str, object]) -> Step:
    return add(PEOPLE, Naam="Nieuwe Aanwinst", Taalrol=taalrol, **certificate)


MISSING = "vul het daar dan aan met “ja” en de datum"
TRIED: tuple[Row, ...] = (
    ("weigering-individueel", {}, "az-geslaagd", MISSING, certify("NL", AZ)),
    ("drie-gecertificeerden", {}, "vier-gecertificeerden", MISSING, certify("NL", TESTS)),
    ("intrekking", {}, "az-per-taalrol", MISSING, certify("FR", AZ)),
    ("geen-selectietests-fr", {}, "selectietests-per-taalrol", MISSING, certify("FR", TESTS)),
    ("individueel-frans", {}, "pro-partner", "vul die op het blad Organisaties in",
     put_in(**{"Organisaties!F3": "Polle Partner"})),
    ("score-net-eronder", {}, "q-checks", "Vul op het blad Kwaliteitschecks de scores aan",
     add(CHECKS, Persoon="Bijna Aazet", Afgesloten="ja", Score="95")),
    ("grensgeval", {}, "q-checks", "Het bureau beslist of de voorwaarde vervuld is", decide),
    ("op-de-drempel", {"Medewerkers!D3": None}, "az-per-taalrol", "Vul in de lijst aan wat onzeker is",
     put_in(**{"Medewerkers!D3": "NL"})),
    ("op-de-drempel", {"Medewerkers!J5": None}, "vier-gecertificeerden", "Vul in de lijst aan wat onzeker is",
     put_in(**{"Medewerkers!J5": PASSED})),
    ("op-de-drempel", {"Medewerkers!H3": None, "Kwaliteitschecks!F3": 85, "Kwaliteitschecks!F4": 79}, "q-checks",
     "Vul in de lijst aan wat onzeker is",
     put_in(**{"Medewerkers!H3": PASSED})),
    ("onleesbaar-en-onzeker", {}, "onleesbaar-veld", "Vul de score in als een getal op 100", put("85")),
    ("onleesbaar-en-onzeker", {}, "onzekere-lezing", "maak de namen dan verschillend", put("Vreemd Aazet-Proef")),
    ("onleesbaar-en-onzeker", {}, "onzekere-lezing", "Schrijf de naam zoals op het blad Medewerkers",
     put("Vreemd Azède")),
    ("op-de-drempel", {"Medewerkers!C6": None}, "onzekere-lezing", "Vul de naam in",
     put_in(**{"Medewerkers!C6": "Nel"})),
    ("op-de-drempel", {"Kwaliteitschecks!E3": None}, "onzekere-lezing", "Vul in of de selectie afgesloten is",
     put_in(**{"Kwaliteitschecks!E3": "ja"})),
)  # fmt: skip


@pytest.mark.parametrize("row", TRIED, ids=row_id)
def test_a_remedy_that_is_followed_to_the_letter_makes_the_finding_go_away(row, tmp_path):
    follow("certificeringsniveaus", row, tmp_path)


def test_every_rule_of_the_family_is_tried():
    assert set(FAMILY.rules) == {row[2] for row in TRIED}
