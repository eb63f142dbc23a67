"""Every remedy on a begeleidingsverslag, tried by doing literally what it says: the finding must be gone."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.families.trajecten.family import FAMILY
from followed import Row, decide, follow, put, put_expected, put_in, remove_file, row_id

FIRST, LATER, NEXT = date(2026, 1, 12), date(2026, 5, 20), date(2026, 9, 14)
TOO_LATE = date(2026, 10, 1)
AZ, CHAIR, TESTS = "az-stappen", "voorzitter-fasen", "selectietests-delen"

TRIED: tuple[Row, ...] = (
    ("az-een-selectie", {}, AZ, "Vul van de drie stappen van de tweede selectie de datum in",
     put_in(stappen__4__datum=LATER, stappen__5__datum=LATER, stappen__6__datum=LATER, stappen__6__einddatum=NEXT)),
    ("az-geen-interview", {}, AZ, "Vul de datum in van minstens één interview", put(LATER)),
    ("az-volledig", dict.fromkeys([f"interviews__{n}__datum" for n in range(1, 7)], TOO_LATE), AZ,
     "op of voor 15/09/2026", put(LATER)),
    ("az-na-peildatum", {}, AZ, "Verbeter de datum als ze fout is", put(NEXT)),
    ("az-omgekeerd", {}, AZ, "Verbeter de datum die fout is", put(LATER)),
    ("az-volledig", {"stappen__1__datum": None}, AZ, "Vul de dag in waarop", put(FIRST)),
    ("az-volledig", {"stappen__3__datum": None, "stappen__3__einddatum": None}, AZ, "Vul het begin en het einde",
     put_in(stappen__3__datum=FIRST, stappen__3__einddatum=LATER)),
    ("az-volledig", {"stappen__3__einddatum": None}, AZ, "Vul het einde in", put(LATER)),
    ("az-volledig", {"stappen__3__datum": None}, AZ, "Vul het begin in", put(FIRST)),
    ("az-zelfde-selectie", {}, AZ, "Verbeter de naam of het nummer", put("proef 26099")),
    ("az-volledig", {"naam_mentee": None}, AZ, "Vul de naam van de mentee in", put("Anke Voorbeelds")),
    ("az-volledig", {"stappen__7__datum": LATER}, AZ, "Kies in rij 7 de selectie, of haal de datum weg",
     put_in(stappen__7__datum=None)),
    ("az-volledig", {"stappen__7__datum": LATER, "stappen__7__selectie": "eerste selectie"}, AZ,
     "Kies in rij 7 de stap", put("observatie en begeleiding bij de klantenvergadering")),
    ("selectietests-een-deel", {}, TESTS, "Vul de twee datums van dit deel in",
     put_in(delen__2__kwaliteitsanalyse=FIRST, delen__2__finale_versie=LATER)),
    ("selectietests-omgekeerd", {}, TESTS, "Verbeter de datum die fout is", put(LATER)),
    ("selectietests-zelfde-dag", {}, TESTS, "Verbeter de datum die fout is", put(LATER)),
    ("selectietests-zelfde-dag", {}, TESTS, "dan beslist het bureau", decide),
    ("selectietests-volledig", {"delen__2__finale_versie": None}, TESTS, "Vul de finale versie van de test in",
     put(NEXT)),
    ("selectietests-volledig", {"delen__2__kwaliteitsanalyse": None}, TESTS, "Vul de kwaliteitsanalyse in",
     put(FIRST)),
    ("selectietests-volledig", {"delen__2__finale_versie": TOO_LATE}, TESTS, "Verbeter de datum als ze fout is",
     put(NEXT)),
    ("selectietests-volledig", {"delen__3__kwaliteitsanalyse": FIRST}, TESTS, "Kies in rij 3 het deel",
     put("Validatie van praktische cases")),
    ("voorzitter-twee-fasen", {}, CHAIR, "Vul de dag van een begeleid interview in deze fase in", put(NEXT)),
    ("voorzitter-volledig", {"fasen__3__datum": TOO_LATE}, CHAIR, "op of voor 15/09/2026", put(NEXT)),
    ("voorzitter-verkeerde-volgorde", {}, CHAIR, "Verbeter de datum die fout is", put(date(2026, 2, 10))),
    ("voorzitter-verkeerde-volgorde", {}, CHAIR, "vul dan in een lege rij een later interview in deze fase aan",
     put_in(fasen__4__fase="de mentee als assessor", fasen__4__datum=date(2026, 2, 10))),
    ("voorzitter-zelfde-dag", {}, CHAIR, "Verbeter de datum die fout is", put(date(2026, 2, 10))),
    ("voorzitter-zelfde-dag", {}, CHAIR, "dan beslist het bureau", decide),
    ("voorzitter-volledig", {"fasen__5__datum": LATER}, CHAIR, "Kies in rij 5 de fase", put("de mentee als assessor")),
    ("az-zonder-mentor", {}, "mentor-gekozen", "Duid aan welke mentor", put("mentor van BOSA (DG R&O)")),
    ("az-zonder-mentor", {}, "mentor-gekozen", "Vul de naam van de mentor in", put("Maarten Staaltje")),
    ("az-onleesbare-datum", {}, "onleesbaar-veld", "een datum als dd/mm/jjjj", put(FIRST)),
    ("az-volledig", {"mentor_keuze": "iemand"}, "onleesbaar-veld", "“mentor van BOSA (DG R&O)” of",
     put("mentor van BOSA (DG R&O)")),
    ("voorzitter-typefout", {}, "onzekere-lezing", "Vul opnieuw in wat er hoort te staan", put_expected),
    ("voorinvulling-gewijzigd", {}, "voorinvulling-gewijzigd", "Zet de oorspronkelijke waarde terug", put_expected),
    ("voorinvulling-gewijzigd", {}, "voorinvulling-gewijzigd", "laat het bureau de nieuwe bevestigen", decide),
    ("vreemd-bestand", {}, "bestand-herkend", "laat het anders weg", remove_file),
)  # fmt: skip

#: Rules whose remedy cannot be tried, and why.
NOT_TRIED = {"dubbel-bestand": "only tells; there is nothing to do"}


@pytest.mark.parametrize("row", TRIED, ids=row_id)
def test_a_remedy_that_is_followed_to_the_letter_makes_the_finding_go_away(row, tmp_path):
    follow("trajecten", row, tmp_path)


def test_every_rule_of_the_family_is_tried_or_says_why_not():
    assert set(FAMILY.rules) == {row[2] for row in TRIED} | set(NOT_TRIED)
