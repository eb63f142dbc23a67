"""Whether a bank carried a payment out (external): a *planned* transfer is no proof (ruling on § 4.3).

Only what the bank says of the transfer counts: what the payer wrote in the communication, and names of people, do not.
Where it is not plain who speaks, a word for what is still to come keeps its weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from docgen.model.value import Line
from docgen.text import fold, strip_accents

_PLANNED = re.compile(
    r"\b(?:geplande?|gepland|in uitvoering|in behandeling|wachtend|in afwachting|te ondertekenen|ter ondertekening"
    r"|nog niet uitgevoerd|niet uitgevoerd|uit te voeren|geweigerd|geannuleerd|mislukt|voorbereid|toekomstige?"
    r"|lopende opdracht|en attente|en cours d execution|en cours de traitement|planifiee?|programmee?|a executer"
    r"|a signer|refusee?|rejetee?|annulee?|pending|scheduled|to be executed|in progress|rejected|refused"
    r"|cancelled|declined|afgewezen|afgekeurd|ingetrokken|herroepen|gestorneerd|niet gelukt|niet geslaagd"
    r"|onvoldoende saldo|non executee?|echouee?|revoked|reversed|failed|unsuccessful)\b"
)
#: Said of one payment on a line of its own; in small print the same words speak of payments in general.
_TO_COME = re.compile(
    r"\b(?:word(?:t|en)|zal|zullen)\b.*\b(?:uitgevoerd|verwerkt|geboekt)\b|\bsera\b.*\bexecutee?\b"
    r"|\bwill be (?:executed|processed)\b"
)
_SMALL_PRINT = 9  # words
_DONE = re.compile(
    r"\b(?:uitgevoerd|verwerkt|geboekt|voltooid|betaald|ontvangen|voldaan|geslaagd|afgehandeld|definitief|ok"
    r"|executee?|effectuee?|comptabilisee?|traitee?|terminee?|reussie?|payee?"
    r"|executed|completed|processed|booked|paid|successful)\b"
)
_STATUS = re.compile(r"^\s*(?:status|statut|staat van de betaling)\s*[:\t]\s*(.+)$", re.IGNORECASE)
#: Labels of what the payer wrote, and of a person; a bank fills in neither with a status.
_WRITTEN = re.compile(
    r"(?:(?:vrije|gestructureerde) )?(?:mededeling(?:en)?|communication(?: libre| structuree)?)"
    r"|bericht aan (?:de )?begunstigde|mededeling aan (?:de )?begunstigde|message to (?:the )?beneficiary"
)
_PERSON = re.compile(
    r"(?:naam(?: en adres)?(?: van)?(?: de)? ?)?(?:begunstigde|opdrachtgever|betaler|tegenpartij|rekeninghouder"
    r"|debiteur|crediteur)|naam|van|naar|aan|nom(?: du beneficiaire| du donneur d ordre)?|beneficiaire|donneur d ordre"
    r"|titulaire|contrepartie|de|a|vers|pour|beneficiary(?: name)?|payer|payee|sender|recipient|counterparty"
    r"|account holder|name|from|to"
)
#: Labels behind which the payer speaks as often as the bank.
_EITHER = re.compile(
    r"communicatie|bericht|message|omschrijving|betreft|referentie|reference|description|libelle|motif"
)
_TRANSFER = re.compile(r"\b(?:overschrijving|betaling|opdracht|virement|paiement|ordre|transfer|payment|order)\b")
#: Beside a word for what is to come these add nothing: the bank speaks.
_FILLER = frozenset(
    re.findall(
        r"\w+",
        """
        de het een uw je deze dit die is wordt werd zijn staat nog momenteel voor op van datum overschrijving betaling
        opdracht transactie verrichting januari februari maart april mei juni juli augustus september oktober november
        december le la l votre cette ce est a en pour du virement paiement ordre operation date the your this has been
        be for on at transfer payment order transaction
        """,
    )
)
#: A communication runs on over this many lines at most, and a name stands right below its label.
_CONTINUED = 3


class _Voice(Enum):
    """Who speaks in a piece of text: the bank, the payer (or it is a name), or that cannot be told."""

    BANK = "bank"
    PAYER = "betaler"
    EITHER = "een van beide"


@dataclass(frozen=True)
class _Piece:
    text: str
    voice: _Voice


def is_carried_out(lines: Sequence[Line], naam: str = "") -> bool | None:
    """Whether the bank carried it out, None where nothing says so; a status that is not known to say so does not.

    `naam` is the trainee's, whose name may hold such a word.
    """
    pieces = list(_pieces(lines, _name_pattern(naam)))
    stated = [fold(found[1]) for line in lines if (found := _STATUS.match(line.text))]
    says_done = all(map(_is_done, stated)) if stated else any(map(_announces_it, pieces))
    if any(_is_to_come(piece, says_done=says_done) for piece in pieces):
        return False
    if stated:
        return says_done
    return True if any(_DONE.search(fold(line.text)) for line in lines) else None


def _is_done(words: str) -> bool:
    return bool(_DONE.search(words)) and not _PLANNED.search(words)


def _announces_it(piece: _Piece) -> bool:
    """Whether the bank says so in so many words: ``Overschrijving uitgevoerd``."""
    words = fold(piece.text)
    return piece.voice is _Voice.BANK and _is_done(words) and _says_nothing_else(words)


def _is_to_come(piece: _Piece, *, says_done: bool) -> bool:
    words = fold(piece.text)
    if not (_PLANNED.search(words) or (len(words.split()) <= _SMALL_PRINT and _TO_COME.search(words))):
        return False
    if piece.voice is _Voice.BANK:
        return True
    if _says_nothing_else(words):
        return piece.voice is _Voice.EITHER or not says_done
    return not says_done and (piece.voice is _Voice.EITHER or bool(_TRANSFER.search(words)))


def _says_nothing_else(words: str) -> bool:
    rest = _DONE.sub(" ", _TO_COME.sub(" ", _PLANNED.sub(" ", words))).split()
    return all(word in _FILLER or word.isdigit() for word in rest)


def _pieces(lines: Sequence[Line], name: re.Pattern[str] | None) -> Iterator[_Piece]:
    """The text line by line; what stands beside a label, or where that is alone below it, is a piece of its own."""
    below = 0
    for line in lines:
        label, *values = (name.sub(" ", strip_accents(cell)) if name else cell for cell in _cells(line))
        voice = _voice_of(label, is_recognised=line.certainty is not None)
        if voice is _Voice.BANK:
            yield _Piece(label, _Voice.EITHER if below else voice)
            yield _Piece("\t".join((label, *values) if not below else values), voice)
            below = max(below - 1, 0)
        else:
            yield _Piece(values[0] if values else "", voice)
            yield _Piece("\t".join(values[1:]), _Voice.BANK)
            below = _CONTINUED if not _PERSON.fullmatch(fold(label)) else int(not values)


def _cells(line: Line) -> tuple[str, ...]:
    """The line's columns, a label before a colon as one of them."""
    first, *others = line.cells
    label, colon, value = first.partition(":")
    return (label, value.strip(), *others) if colon and value.strip() else (label if colon else first, *others)


def _voice_of(label: str, *, is_recognised: bool) -> _Voice:
    """Who speaks behind a label; where a line was recognised in a picture, its columns may have run together."""
    words = fold(label)
    if _WRITTEN.fullmatch(words) or _PERSON.fullmatch(words):
        return _Voice.EITHER if is_recognised else _Voice.PAYER
    return _Voice.EITHER if _EITHER.fullmatch(words) else _Voice.BANK


def _name_pattern(naam: str) -> re.Pattern[str] | None:
    """The whole name in either order, where a word of it is one for what is still to come."""
    words = [re.escape(word) for word in strip_accents(naam).split()]
    if len(words) == 1 or not _PLANNED.search(fold(naam)):
        return None
    turns = (words[start:] + words[:start] for start in range(len(words)))
    return re.compile("|".join(rf"\b{r'[ ,]+'.join(turn)}\b" for turn in turns), re.IGNORECASE)
