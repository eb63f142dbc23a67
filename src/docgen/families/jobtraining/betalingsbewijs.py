"""Read payment proofs (handleiding § 4.3, § 6) from the lines of a file: what was paid, when, to whom, for what.

Any bank, any layout (external); of an account statement each transaction is a payment of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile

from docgen.families.jobtraining.bedragen import Bedrag, find_bedragen, find_ibans_over, find_ogms, same_iban
from docgen.families.jobtraining.betaalstatus import is_carried_out
from docgen.families.jobtraining.namen import names_person
from docgen.families.jobtraining.rl1_woorden import find_dates
from docgen.model.value import UNSURE, Line, Place, Text
from docgen.settings import Betaling as Verwacht
from docgen.text import fold

#: "De kost voor de trainee is 50 euro", handleiding § 6.
PRIJS_JOBTRAINING = Decimal(50)
_AMOUNT_LABEL = re.compile(r"\b(?:bedrag|montant|amount|som|totaal|betaald)\b")
_OTHER_AMOUNT = re.compile(r"\b(?:saldo|kosten|fee|beschikbaar|limiet|btw|wisselkoers)\b")
_MESSAGE = re.compile(
    r"^\s*(?:(?:vrije|gestructureerde)\s+)?(?:mededeling(?:en)?|communicatie|communication|bericht|message|omschrijving|"
    r"betreft|referentie|reden)(?:\s+aan\s+(?:de\s+)?begunstigde)?\s*(?::|\t|$)\s*(.*)$",
    re.IGNORECASE,
)
_PAYER = re.compile(
    r"\b(?:opdrachtgever|betaler|van rekening|uw rekening|rekeninghouder|debiteur|te debiteren|donneur d ordre)\b"
    r"|^(?:van|from|de|compte debite|from account)$"
)
_LABEL = re.compile(
    r"(?:status|bedrag|datum|\w*datum|uitvoering\w*|uitgevoerd op|valuta\w*|begunstigde|naam|iban|bic|kosten"
    r"|opdrachtgever|(?:naam|adres|rekening|rekeningnummer|iban|bic) (?:van de )?(?:begunstigde|opdrachtgever)"
    r"|(?:van|naar) rekening|rekening\w*|van|naar|geplande datum|referentie\w*|totaal|saldo|tegenpartij|referte"
    r"|statut|montant|beneficiaire|compte\w*(?: \w+)?|date(?: \w+){0,2}|type|amount|from|to|execution date)"
)
_DAY_LABEL = re.compile(r"uitvoer|boek|valuta|betaaldatum|geplande|execution|comptabilis")
_REFUND = re.compile(
    r"\b(?:terugbetaling|terugbetaald|terugstorting|teruggestort|terugboeking|remboursement|remboursee?|refund\w*)\b"
)

#: An amount with a plus before or behind it, as statements print what comes in; no part of a structured communication.
_CREDIT = re.compile(
    r"(?<![+\d])\+\s?(?:€|eur\b)?\s?(\d[\d.]*,\d{2})|(?<![\d.,])(\d[\d.]*,\d{2})\s?\+(?!\+)", re.IGNORECASE
)


@dataclass(frozen=True)
class Betaling:
    """One payment as read; `uitgevoerd` is None where nothing says whether it was carried out.

    `terug` marks money that came back: it proves no payment; `bij` an amount that the bank prints with a plus.
    """

    bedrag: Decimal | None
    datum: date | None
    ibans: tuple[str, ...]
    ogms: tuple[tuple[str, bool], ...]
    mededeling: str | None
    uitgevoerd: bool | None
    text: str
    own_text: str
    place: Place
    terug: bool = False
    bij: bool = False
    lines: tuple[Line, ...] = ()

    @property
    def is_recognised(self) -> bool:
        """Whether any of it was recognised in a picture rather than read."""
        return _is_recognised(self.lines)


def read_betalingen(text: Text, naam: str = "") -> tuple[Betaling, ...]:
    """The payments that a file shows: one for a confirmation or receipt, one per transaction of a statement.

    `naam` is the trainee's.
    """
    return tuple(_read_block(block, naam) for block in _split_transactions(text.lines))


def choose_betaling(betalingen: Sequence[Betaling], naam: str, verwacht: Verwacht) -> Betaling | None:
    """The payment that is most likely the one for this jobtraining; None when there is none at all."""
    return max(betalingen, key=lambda b: (_score(b, naam, verwacht), not b.is_recognised), default=None)


def find_terugbetaling(betalingen: Sequence[Betaling], naam: str, verwacht: Verwacht) -> Betaling | None:
    """Money that came back from the beneficiary or for this trainee; other refunds on a statement do not matter."""
    return next(
        (
            betaling
            for betaling in betalingen
            if (betaling.terug and (reaches_beneficiary(betaling, verwacht) or names_person(betaling.text, naam)))
            or (betaling.bij and reaches_beneficiary(betaling, verwacht))
        ),
        None,
    )


def reaches_beneficiary(betaling: Betaling, verwacht: Verwacht) -> bool | None:
    """Whether account or name of the beneficiary is the expected one; None when nothing is expected."""
    if not (verwacht.iban or verwacht.begunstigde):
        return None
    if any(same_iban(verwacht.iban, iban) for iban in betaling.ibans):
        return True
    return bool(verwacht.begunstigde) and names_person(betaling.own_text, verwacht.begunstigde)


def names_trainee(betaling: Betaling, naam: str) -> bool:
    """Whether the communication, or a proof without one, names the trainee.

    Ruling: who paid proves nothing, § 6 puts the cost on the trainee but a partner or school may have carried it.
    """
    return names_person(betaling.own_text if betaling.mededeling is None else betaling.mededeling, naam)


def has_structured(betaling: Betaling, mededeling: str = "") -> bool:
    """Whether a valid structured communication stands there: the expected one, where one is expected."""
    wanted = [ogm for ogm, _ in find_ogms(mededeling)]
    return any(valid and (not wanted or ogm in wanted) for ogm, valid in betaling.ogms)


def _score(betaling: Betaling, naam: str, verwacht: Verwacht) -> int:
    return (
        4 * (betaling.bedrag == PRIJS_JOBTRAINING)
        + 3 * bool(reaches_beneficiary(betaling, verwacht))
        + 3 * names_person(betaling.text, naam)
        + 2 * has_structured(betaling, verwacht.mededeling)
        + (betaling.uitgevoerd is not False)
        - 8 * (betaling.terug or betaling.bij)
    )


def _split_transactions(lines: Sequence[Line]) -> list[list[Line]]:
    """Each line of a statement that holds a date and an amount opens a transaction; without two of them, all is one."""
    # One line with a date and an amount is the payment itself, with what the bank prints around it.
    opens = [n for n, line in enumerate(lines) if _opens_transaction(line)]
    if len(opens) < 2:
        return [list(lines)] if lines else []
    return [list(lines[start:end]) for start, end in zip(opens, [*opens[1:], len(lines)], strict=True)]


def _opens_transaction(line: Line) -> bool:
    folded = fold(line.text)
    if _OTHER_AMOUNT.search(folded) or _is_labelled(line):
        return False
    if line.certainty is not None and len(line.cells) > 1 and (UNSURE in line.text or find_dates(line.cells[0])):
        return bool(find_dates(line.text))  # its amount may not have been seen
    return bool(find_dates(line.text)) and any(bedrag.sure for bedrag in find_bedragen(line.text))


def _is_labelled(line: Line) -> bool:
    """Whether the line opens with a label of its own, in its first column or before a colon."""
    first, colon, _ = line.text.partition("\t")[0].partition(":")
    return bool(_LABEL.fullmatch(fold(first))) or bool(colon and len(first) < 40)


def _read_block(lines: Sequence[Line], naam: str) -> Betaling:
    message = _find_message(lines)
    text = "\n".join(line.text for line in lines)
    bedrag, place = _find_amount(lines)
    folded = fold(text)
    return Betaling(
        bedrag=bedrag,
        datum=_find_day(lines),
        ibans=tuple(find_ibans_over([line.text for line in lines])),
        ogms=tuple(find_ogms(text)),
        mededeling=message,
        uitgevoerd=is_carried_out(lines, naam),
        text=text,
        own_text="\n".join(line.text for line in lines if not _names_payer(line)),
        place=place,
        terug=bool(_REFUND.search(folded)),
        bij=any(bedrag in _credits(line.text) for line in lines),
        lines=tuple(lines),
    )


def _credits(text: str) -> set[Decimal]:
    """The amounts that came in."""
    return {bedrag.euro for match in _CREDIT.finditer(text) for bedrag in find_bedragen(match[1] or match[2])}


def _names_payer(line: Line) -> bool:
    return any(_PAYER.search(fold(cell)) for cell in (line.text, line.text.partition("\t")[0].partition(":")[0]))


def _find_amount(lines: Sequence[Line]) -> tuple[Decimal | None, Place]:
    """The amount that was paid: a labelled one first, then one with a currency, then the price itself."""
    ranked = [(_rank(bedrag, lines, n), -n, bedrag.euro, line.place) for n, line, bedrag in _amounts(lines)]
    if not ranked:
        return None, lines[0].place
    best = max(ranked, key=lambda found: found[:2])
    if _is_recognised(lines) and _rivals(best[2], lines):
        return None, best[3]
    return best[2], best[3]


def _rivals(euro: Decimal, lines: Sequence[Line]) -> bool:
    """Whether in a recognised proof another amount may be the one: it stands as strong, or could not be read."""
    ranks = [(_strength(bedrag, lines, n), bedrag.euro) for n, _, bedrag in _amounts(lines)]
    strength = max(rank for rank, found in ranks if found == euro)
    unread = any(UNSURE in line.text and _AMOUNT_LABEL.search(fold(line.text)) for line in lines)
    return unread or any(found != euro and rank >= strength for rank, found in ranks)


def _is_recognised(lines: Sequence[Line]) -> bool:
    return any(line.certainty is not None for line in lines)


def _amounts(lines: Sequence[Line]) -> Iterator[tuple[int, Line, Bedrag]]:
    for n, line in enumerate(lines):
        folded = fold(line.text)
        if _OTHER_AMOUNT.search(folded):
            continue
        labelled = _AMOUNT_LABEL.search(folded) or (n and _AMOUNT_LABEL.fullmatch(fold(lines[n - 1].text)))
        yield from ((n, line, bedrag) for bedrag in find_bedragen(line.text) if bedrag.sure or labelled)


def _rank(bedrag: Bedrag, lines: Sequence[Line], n: int) -> int:
    return _strength(bedrag, lines, n) + (bedrag.euro == PRIJS_JOBTRAINING)


def _strength(bedrag: Bedrag, lines: Sequence[Line], n: int) -> int:
    near = fold(lines[n].text) + " " + (fold(lines[n - 1].text) if n else "")
    return 4 * bool(_AMOUNT_LABEL.search(near)) + 2 * bedrag.has_currency


def _find_day(lines: Sequence[Line]) -> date | None:
    """The date of a payment, one that a label calls the day of execution or booking first.

    In a recognised proof one that cannot be read is not passed over for the next.
    """
    labelled = [line for line in lines if _DAY_LABEL.search(fold(line.text))]
    found = [day for line in (*labelled, *lines) for day in find_dates(line.text)]
    return next(iter(found), None) if _is_recognised(lines) else next(filter(None, found), None)


def _find_message(lines: Sequence[Line]) -> str | None:
    """The communication: what stands beside or below its label; None when no line is labelled so."""
    for n, line in enumerate(lines):
        found = _MESSAGE.match(line.text)
        if found:
            # A communication has four lines at most; the next label ends it sooner.
            below = takewhile(lambda following: not _is_labelled(following), lines[n + 1 : n + 4])
            return " ".join([found[1], *(following.text for following in below)]).strip()
    return None
