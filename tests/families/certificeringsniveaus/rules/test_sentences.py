"""Every rule quotes its sentence literally, and every rule of this family is there once."""

from pathlib import Path

import pytest

from docgen.families.certificeringsniveaus.family import FAMILY, RULES
from docgen.families.certificeringsniveaus.rules import bronnen
from docgen.sources import Source

TEXT = (Path(__file__).parents[3] / "data" / "bronnen" / "certificeringsniveaus.txt").read_text(encoding="utf-8")
QUOTES = [item for item in vars(bronnen).values() if isinstance(item, Source)]
IDS = {
    "onleesbaar-veld": "aandacht", "onzekere-lezing": "aandacht", "az-geslaagd": "blokkerend",
    "vier-gecertificeerden": "blokkerend", "az-per-taalrol": "blokkerend", "selectietests-per-taalrol": "blokkerend",
    "pro-partner": "blokkerend", "q-checks": "blokkerend",
}  # fmt: skip


@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: quote.sentence[:30])
def test_every_quote_is_literally_in_its_section(quote):
    _, _, section = TEXT.partition(f" • {quote.section}\n\n")
    own = section.partition("\n • ")[0]
    assert quote.sentence in " ".join(own.split())


def test_every_rule_has_a_sentence_or_says_that_it_is_a_ruling():
    assert [] == [rule.id for rule in RULES if rule.source is None and rule.ruling is None]
    assert {rule.source for rule in RULES if rule.source} <= set(QUOTES)


def test_every_rule_is_there_once_with_its_usual_severity():
    assert dict(sorted(IDS.items())) == dict(sorted((rule.id, str(rule.severity)) for rule in RULES))
    assert tuple(rule.id for rule in RULES) == FAMILY.rules
