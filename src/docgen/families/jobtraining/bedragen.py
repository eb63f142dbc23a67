"""Find amounts of money, account numbers and structured communications in a line of text (external)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from stdnum import iban as iban_number
from stdnum.be import ogm_vcs

from docgen.model.value import UNSURE

_CURRENCY = r"(?:€|\beuros?\b|\beur\b)"
#: Beside an amount these say that it is no euro.
_OTHER_CURRENCY = r"(?:[$£¥]|\b(?:usd|gbp|chf|jpy|pln)\b)"
_NUMBER = r"(?:\d{1,3}(?:[.\s\u00a0\u202f]\d{3})+|\d+)(?:[.,](?:\d{2}|-{1,2}|–|—))?"
_AMOUNT = re.compile(
    rf"(?P<before>{_CURRENCY})?\s?(?P<sign>[-+−–])?\s?(?P<number>(?<![\d.,/])[-+−]?{_NUMBER})(?![\d/]|[.,]\d)\s?"
    rf"(?P<after>{_CURRENCY})?",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    rf"{_OTHER_CURRENCY} ?[-+−–]? ?{_NUMBER}(?![\d/]|[.,]\d)(?! ?{_CURRENCY})"
    rf"|(?<![\d.,/]){_NUMBER} ?{_OTHER_CURRENCY}",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?[A-Z0-9]{1,3})?\b")
#: An account number that stops at the end of a column.
_IBAN_START = re.compile(r"\b[A-Z]{2}\d{2}(?: \d{4}){1,5}(?=\s*(?:\t|$))")
_OGM = re.compile(r"(?<!\d)(?:\+{3}|\*{3})?\s?(\d{3})\s?/\s?(\d{4})\s?/\s?(\d{5})\s?(?:\+{3}|\*{3})?(?!\d)")
_MARKED_OGM = re.compile(r"(?:\+{3}|\*{3})\s?([\d/ ]{12,18}?)\s?(?:\+{3}|\*{3})")
_DATE_LIKE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}:\d{2}(?::\d{2})?\b")
#: A number in which a digit is not sure, with all that may belong to it.
_UNSURE = re.compile(rf"[\d.,/+\u00a0 -]*{UNSURE}[\d.,/+\u00a0 {UNSURE}-]*")


@dataclass(frozen=True)
class Bedrag:
    """An amount in euro without its sign; `sure` when a currency or cents stand beside it."""

    euro: Decimal
    sure: bool
    has_currency: bool


@lru_cache(maxsize=1024)
def find_bedragen(text: str) -> tuple[Bedrag, ...]:
    """The amounts of a line, left to right; dates, account numbers and structured communications are no amounts."""
    bare = _FOREIGN.sub(" ; ", _DATE_LIKE.sub(" ; ", without_numbers(_UNSURE.sub(" ; ", text))))
    return tuple(bedrag for match in _AMOUNT.finditer(bare) if (bedrag := _read_amount(match)) is not None)


def without_numbers(text: str) -> str:
    """The text without account numbers and structured communications."""
    return _MARKED_OGM.sub(" ; ", _OGM.sub(" ; ", _IBAN.sub(" ; ", text)))


def find_ibans(text: str) -> list[str]:
    """The valid account numbers of a line, compact."""
    return [iban_number.compact(number) for match in _IBAN.finditer(text) if (number := _longest_valid(match[0]))]


def find_ibans_over(lines: Sequence[str]) -> list[str]:
    """The valid account numbers of some lines, also one that a narrow column breaks over two of them."""
    found = dict.fromkeys(iban for line in lines for iban in find_ibans(line))
    for line, below in pairwise(lines):
        for start in _IBAN_START.findall(line):
            ends = (cell.strip() for cell in below.split("\t"))
            found |= dict.fromkeys(iban for end in ends for iban in find_ibans(f"{start} {end}") if end)
    return list(found)


def find_ogms(text: str) -> list[tuple[str, bool]]:
    """Structured communications as ``ddd/dddd/ddddd``, each with whether its modulo-97 check holds."""
    digits = ["".join(match.groups()) for match in _OGM.finditer(text)]
    digits += [re.sub(r"\D", "", match[1]) for match in _MARKED_OGM.finditer(text)]
    return [(ogm_vcs.format(d), ogm_vcs.is_valid(d)) for d in dict.fromkeys(digits) if len(d) == 12]


def same_iban(one: str, other: str) -> bool:
    """Whether two account numbers are the same, however they are spaced."""
    return bool(one) and iban_number.compact(one) == iban_number.compact(other)


@lru_cache(maxsize=1024)
def _longest_valid(written: str) -> str | None:
    """The account number at the start of a match that may have run on into the next word."""
    parts = re.split(r"[ .-]", written)
    for end in range(len(parts), 0, -1):
        if iban_number.is_valid(number := "".join(parts[:end])):
            return str(number)
    return None


def _read_amount(match: re.Match[str]) -> Bedrag | None:
    whole, cents = _split_cents(re.sub(r"[^\d.,]", "", match["number"].replace("-", "").replace("–", "")))
    if not whole or len(whole) > 9:
        return None
    has_currency = bool(match["before"] or match["after"])
    has_cents = bool(re.search(r"[.,](?:\d{2}|-{1,2}|–|—)$", match["number"]))
    return Bedrag(Decimal(f"{whole}.{cents}"), has_currency or has_cents, has_currency)


def _split_cents(number: str) -> tuple[str, str]:
    """``1.250,00`` is 1250 and 00; a point or comma before exactly two last digits parts the cents."""
    found = re.fullmatch(r"([\d.,]*?)[.,](\d{2})", number)
    whole, cents = (found[1], found[2]) if found else (number, "00")
    return re.sub(r"\D", "", whole), cents
