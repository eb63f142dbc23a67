"""Every rule quotes its sentence literally, and every rule id is there once."""

from pathlib import Path

import pytest

from docgen.families.trajecten.family import FAMILY, RULES

EXTRACT = Path(__file__).parents[3] / "data" / "bronnen" / "trajecten.txt"
HEADINGS = (
    "On the job training certificeringstrajecten", "Consultant A tot Z", "Interviewvoorzitter",
    "Consultant selectietests",
)  # fmt: skip
#: Domain § 5, the rows "every" and "trajecten", with each rule's usual severity.
IDS = {
    "onleesbaar-veld": "aandacht", "onzekere-lezing": "aandacht", "voorinvulling-gewijzigd": "aandacht",
    "bestand-herkend": "aandacht", "dubbel-bestand": "info", "az-stappen": "blokkerend",
    "voorzitter-fasen": "blokkerend",
    "selectietests-delen": "blokkerend", "mentor-gekozen": "blokkerend",
}  # fmt: skip


def sections():
    """The text below each heading of the page, white space aside."""
    found, heading = {}, ""
    for line in EXTRACT.read_text(encoding="utf-8").splitlines():
        heading = line.strip() if line.strip() in HEADINGS else heading
        found[heading] = f"{found.get(heading, '')} {line}"
    return {name: " ".join(text.split()) for name, text in found.items()}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.source], ids=lambda rule: rule.id)
def test_the_quoted_sentence_is_literally_in_its_section(rule):
    assert rule.source.document == "trajecten"
    assert rule.source.sentence in sections()[rule.source.section]


def test_every_rule_has_a_sentence_or_says_that_it_is_a_ruling():
    assert [] == [rule.id for rule in RULES if rule.source is None and rule.ruling is None]


def test_what_counts_as_complete_is_told_as_a_ruling():
    assert {"az-stappen", "voorzitter-fasen", "selectietests-delen", "mentor-gekozen"} == {
        rule.id for rule in RULES if rule.source and rule.ruling
    }


def test_every_rule_is_there_once_with_its_severity():
    assert IDS == {rule.id: str(rule.severity) for rule in RULES}
    assert len(IDS) == len(RULES)
    assert tuple(rule.id for rule in RULES) == FAMILY.rules
