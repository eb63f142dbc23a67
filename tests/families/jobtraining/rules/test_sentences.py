"""Every rule quotes its sentence literally, and every rule id is there once."""

from pathlib import Path

import pytest

from docgen.families.jobtraining.family import FAMILY, RULES

EXTRACTS = Path(__file__).parents[3] / "data" / "bronnen"
#: Domain § 5, the rows "every" and "jobtraining", with each rule's usual severity.
IDS = {
    "onleesbaar-veld": "aandacht", "onzekere-lezing": "aandacht", "voorinvulling-gewijzigd": "aandacht",
    "bestand-herkend": "aandacht", "dubbel-bestand": "info", "verantwoordingsdocument-aanwezig": "blokkerend",
    "een-verantwoordingsdocument": "blokkerend", "algemene-informatie-ingevuld": "blokkerend",
    "datums-in-volgorde": "blokkerend", "contactmoment-telt": "aandacht", "vier-contactmomenten": "blokkerend",
    "thema-school-organisatorisch": "blokkerend", "thema-pedagogisch-didactisch": "blokkerend",
    "thema-personeelsgericht": "blokkerend", "thema-lesbijwoning": "blokkerend",
    "vier-verschillende-datums": "aandacht",
    "mentor-leidt-mee": "aandacht", "mentor-niet-trainee": "blokkerend", "mentor-geen-evaluator": "aandacht",
    "mentor-eigen-scholengroep": "aandacht", "handtekening-mentor": "blokkerend", "tien-maanden": "blokkerend",
    "tien-maanden-verklaard": "info", "korte-waarneming": "info", "rl1-aanwezig": "blokkerend",
    "rl1-leesbaar": "aandacht", "rl1-van-trainee": "blokkerend", "rl1-ambt": "aandacht", "rl1-dekt-periode": "aandacht",
    "betalingsbewijs-aanwezig": "info", "betalingsbewijs-klopt": "aandacht", "vormingsattest-vanaf-2013": "blokkerend",
    "vormingsattest-voor-start": "blokkerend", "zeven-jaar": "blokkerend", "dossier-van-een-persoon": "blokkerend",
}  # fmt: skip


def normalise(text):
    return " ".join(text.split())


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.source], ids=lambda rule: rule.id)
def test_the_quoted_sentence_is_literally_in_its_section(rule):
    sections = (EXTRACTS / f"{rule.source.document}.txt").read_text(encoding="utf-8").split("=== § ")
    own = [section for section in sections if section.partition("\n")[0].strip() == rule.source.section]
    assert any(normalise(rule.source.sentence) in normalise(section) for section in own)
    assert rule.source.sentence == normalise(rule.source.sentence)


def test_every_rule_has_a_sentence_or_says_that_it_is_a_ruling():
    assert [] == [rule.id for rule in RULES if rule.source is None and rule.ruling is None]


def test_every_rule_is_there_once_with_its_severity():
    assert dict(sorted(IDS.items())) == dict(sorted((rule.id, str(rule.severity)) for rule in RULES))
    assert len(IDS) == len(RULES)
    assert tuple(rule.id for rule in RULES) == FAMILY.rules


@pytest.mark.parametrize("path", sorted(EXTRACTS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_extracts_hold_no_contact_details(path):
    text = path.read_text(encoding="utf-8")
    assert "@" not in text
    assert "Tel:" not in text
