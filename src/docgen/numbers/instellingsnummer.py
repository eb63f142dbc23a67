"""Instellingsnummer: the number of a Flemish school, six digits.

Source: external (AgODi): no source document describes it. It may only ever lead to `info` or `aandacht`.
"""

from __future__ import annotations

_LENGTH = 6


def compact(text: str) -> str:
    """The digits alone: spaces and dots taken out."""
    return text.replace(" ", "").replace(".", "")


def is_valid(text: str) -> bool:
    """Whether it is six digits, the first ones not all zero."""
    number = compact(text)
    return number.isascii() and number.isdigit() and len(number) == _LENGTH and not number.startswith("000")


def format(text: str) -> str:  # noqa: A001 - the verb every number module offers, as python-stdnum has it
    """``012345``: no separators."""
    return compact(text)
