"""Every rule quotes its sentence literally, and every rule of this family is there once."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.families.competentiebilan.family import FAMILY, RULES

EXTRACTS = Path(__file__).parents[3] / "data" / "bronnen"
#: The rules of every family and those of the competentiebilan, with each rule's usual severity.
IDS = {
    "onleesbaar-veld": "aandacht", "onzekere-lezing": "aandacht", "voorinvulling-gewijzigd": "aandacht",
    "bestand-herkend": "aandacht", "dubbel-bestand": "info", "aanvrager": "aandacht", "situatie": "blokkerend",
    "instemming": "blokkerend", "drie-delen": "blokkerend", "feedbackgesprek": "blokkerend",
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
    assert IDS == {rule.id: str(rule.severity) for rule in RULES}
    assert tuple(IDS) == FAMILY.rules


def test_the_extract_names_no_participant():
    text = (EXTRACTS / "competentiebilan.txt").read_text(encoding="utf-8")
    assert "Function" not in text
    assert "begeleidster" not in text
