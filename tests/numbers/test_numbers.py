"""Every number module answers the same verbs, and junk never raises."""

import importlib
import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

import docgen.numbers
from docgen.numbers import instellingsnummer, stamboeknummer

MODULES = [importlib.import_module(f"docgen.numbers.{m.name}") for m in pkgutil.iter_modules(docgen.numbers.__path__)]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__)
@given(junk=st.text(max_size=20))
def test_junk_is_invalid_or_valid_but_never_an_error(module, junk):
    assert module.is_valid(junk) in (True, False)


def with_check(nine: str) -> str:
    return f"{nine}{int(nine) % 97:02}"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (with_check("175010101"), True),
        (with_check("275010101").replace("2750101", "2 750101 "), True),
        (with_check("375010101"), False),  # sex is 1 or 2
        (with_check("175130101"), False),  # no month 13
        (with_check("175010101")[:-1], False),
        ("17501010199", False),
    ],
)
def test_a_stamboeknummer_holds_sex_birth_date_and_check(number, expected):
    assert stamboeknummer.is_valid(number) is expected


def test_a_remainder_of_zero_may_be_written_as_00_or_97():
    nine = next(str(n) for n in range(175010101, 175010199) if n % 97 == 0)
    assert stamboeknummer.is_valid(f"{nine}00")
    assert stamboeknummer.is_valid(f"{nine}97")


def test_numbers_are_formatted_as_they_are_printed():
    assert stamboeknummer.format("17501010123") == "1 750101 01 23"
    assert instellingsnummer.format("01 2345") == "012345"


@pytest.mark.parametrize(
    ("number", "expected"), [("012345", True), ("12345", False), ("000123", False), ("１２３４５６", False)]
)
def test_an_instellingsnummer_is_six_digits(number, expected):
    assert instellingsnummer.is_valid(number) is expected
