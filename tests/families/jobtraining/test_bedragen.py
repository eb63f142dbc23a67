"""Amounts, account numbers and structured communications in any notation (external)."""

from decimal import Decimal

import pytest

from docgen.families.jobtraining.bedragen import find_bedragen, find_ibans, find_ibans_over, find_ogms, same_iban

REKENING = "BE65096999999996"


@pytest.mark.parametrize(
    "text",
    ["€ 50", "€50", "50 €", "50,00 EUR", "EUR 50.00", "50 euro", "-50,00", "- 50,00 EUR", "€ -50,00", "+50,00",
     "−50,00", "50,- €", "€ 50,-", "50,--", "de som van 50,00 euro.", "op 12/06/2026 -50,00", "(50,00 EUR)"],
)  # fmt: skip
def test_fifty_euro_in_any_notation(text):
    assert [(Decimal("50.00"), True)] == [(bedrag.euro, bedrag.sure) for bedrag in find_bedragen(text)]


@pytest.mark.parametrize(
    ("amounts", "text"),
    [
        (["1250.00"], "1.250,00 EUR"),
        (["1250.00"], "€ 1 250,00"),
        (["1250.50"], "1250.50"),
        (["50.00", "0.25"], "Bedrag 50,00 EUR Kosten 0,25 EUR"),
        ([], "12.06.2026"),
        ([], "12/06/26 om 12:30"),
        ([], "BE65 0969 9999 9996"),
        ([], "+++010/8068/17183+++"),
        ([], "+++ 010806817183 +++"),
        ([], "50,0"),
        ([], "50,00 USD"),
        ([], "$ 50.00"),
        (["50.00"], "50,00 EUR (57,12 USD)"),
        (["50.00"], "GBP 43,10 = EUR 50,00"),
        ([], "geen cijfers"),
    ],
)
def test_other_amounts_and_numbers_that_are_none(amounts, text):
    assert amounts == [f"{bedrag.euro:.2f}" for bedrag in find_bedragen(text)]


def test_a_bare_number_is_not_sure():
    assert [False] == [bedrag.sure for bedrag in find_bedragen("bedrag 50")]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ([REKENING], "BE65 0969 9999 9996"),
        ([REKENING], "BE65096999999996 KREDBEBB"),
        ([REKENING], "IBAN BE65 0969 9999 9996 BIC ABCD"),
        ([], "BE66 0969 9999 9996"),
        ([], "geen rekening"),
    ],
)
def test_only_valid_account_numbers_are_found(found, text):
    assert found == find_ibans(text)


def test_an_account_number_broken_over_two_lines_is_found():
    assert [REKENING] == find_ibans_over(["12/06/2026\tVoorbeelddienst\tBE65 0969 9999\t-50,00", "Jobtraining\t9996"])
    assert [] == find_ibans_over(["BE65 0969 9999\t-50,00", "Jobtraining\t1234"])


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ([("010/8068/17183", True)], "+++010/8068/17183+++"),
        ([("010/8068/17183", True)], "***010/8068/17183***"),
        ([("010/8068/17183", True)], "010 / 8068 / 17183"),
        ([("010/8068/17183", True)], "+++010806817183+++"),
        ([("010/8068/17184", False)], "+++010/8068/17184+++"),
        ([], "010806817183"),
    ],
)
def test_structured_communications_are_checked(found, text):
    assert found == find_ogms(text)


def test_accounts_are_compared_without_spaces():
    assert same_iban("BE65 0969 9999 9996", REKENING)
    assert not same_iban("", "")
