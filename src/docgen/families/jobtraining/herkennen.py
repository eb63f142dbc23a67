"""Recognise what each file of a dossier is by what stands in it; its name is a hint, never proof (§ 4.3)."""

from __future__ import annotations

import re
from enum import StrEnum

from docgen.families.jobtraining.bedragen import find_bedragen, find_ibans
from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT
from docgen.families.jobtraining.rl1_woorden import find_dates
from docgen.model.value import Content, RawForm, Text, Unread
from docgen.text import fold


class Soort(StrEnum):
    """What a file of a dossier is: one of the three of § 4.3, the vormingsattest of § 4.1, or neither."""

    VERANTWOORDINGSDOCUMENT = "verantwoordingsdocument"
    RL1 = "rl1"
    BETALINGSBEWIJS = "betalingsbewijs"
    VORMINGSATTEST = "vormingsattest"
    ANDER_FORMULIER = "ander formulier"
    ONBEKEND = "niet herkend"


#: Titles and words of RL1 prints (external: no source says what stands on the RL1 of § 4.3).
_RL1_TITLE = re.compile(r"\brl ?1\b|\bmelding opdrachtenpakket\b|\bopdrachtenpakket\b")
_RL1_WORDS = (
    "stamboek", "administratieve toestand", "instelling", "ambt", "opdracht", "begindatum", "einddatum", "waarnem",
    "proeftijd", "vast benoemd", "tijdelijk", "teller", "personeelslid", "volume", "van", "tot",
)  # fmt: skip
#: Titles and words of the payment proofs of banks, in three languages (external).
_PAY_TITLE = re.compile(
    r"\b(?:overschrijving|betalingsbewijs|betaalbewijs|rekeninguittreksel|kwitantie|ontvangstbewijs"
    r"|virement|preuve de paiement|extrait de compte|releve de compte|(?:account|bank) statement"
    r"|payment (?:details|confirmation)|transfer confirmation)\b"
)
_PAY_WORDS = (
    "begunstigde", "mededeling", "rekening", "iban", "bic", "bedrag", "opdrachtgever", "betaling", "uitgevoerd",
    "uitvoeringsdatum", "ontvangen van", "valuta", "gepland", "betaald", "verrichting", "tegenpartij",
    "beneficiaire", "montant", "communication", "execution", "executed", "amount", "beneficiary",
)  # fmt: skip
_ATTEST = re.compile(r"\bvormingsattest\b")
_FORM_TITLE = re.compile(r"\bverantwoordingsdocument\b")
#: What only the sjabloon prints (§ 9); two of them make a page one of its pages.
_FORM_WORDS = (
    "naam deelnemer", "ambt en instelling van huidige", "naam algemeen directeur", "naam en functie van de mentor",
    "startdatum jobtraining", "einddatum jobtraining", "contactmomenten en behandelde", "handtekening mentor",
    "bijkomende initiatieven in het kader", "datum begeleider thema", "dd mm jjjj", "begeleider schoolontwikkeling",
)  # fmt: skip
_NAME_HINTS = (
    (Soort.RL1, re.compile(r"rl ?1\b|rl ?1[^0-9]|opdrachtenpakket")),
    (Soort.BETALINGSBEWIJS, re.compile(r"betal|overschrijving|payment|kwitantie|uittreksel")),
    (Soort.VERANTWOORDINGSDOCUMENT, re.compile(r"verantwoording")),
)


def recognise(content: Content) -> Soort:
    """What a file is by its contents; ONBEKEND when nothing in it says so."""
    found = content.found
    if isinstance(found, RawForm):
        ours = found.identity.path == VERANTWOORDINGSDOCUMENT.path
        return Soort.VERANTWOORDINGSDOCUMENT if ours else Soort.ANDER_FORMULIER
    return _recognise_text(found) if isinstance(found, Text) else Soort.ONBEKEND


def kind_of_page(text: Text) -> str:
    """What one page of a file is, for telling several documents in it apart; empty when nothing on it says so."""
    folded = fold(" ".join(line.text for line in text.lines))
    if sum(words in folded for words in _FORM_WORDS) > 1:
        return Soort.VERANTWOORDINGSDOCUMENT
    soort = _recognise_text(text)
    return "" if soort is Soort.ONBEKEND else soort


def looks_like_form(content: Content) -> bool:
    """Whether a text is headed as a verantwoordingsdocument, without being a form that can be read as one."""
    found = content.found
    return isinstance(found, Text) and any(_FORM_TITLE.search(fold(line.text)) for line in found.lines)


def hint_of_name(content: Content) -> Soort | None:
    """What the name of an unread file suggests it to be: enough to ask for a readable copy, never proof."""
    if not isinstance(content.found, Unread):
        return None
    name = fold(content.name.replace("\\", "/").rpartition("/")[2])
    return next((soort for soort, pattern in _NAME_HINTS if pattern.search(name)), None)


def _recognise_text(text: Text) -> Soort:
    folded = fold("\n".join(line.text for line in text.lines))
    rl1, payment = _score_rl1(folded, text), _score_payment(folded, text)
    if max(rl1, payment) > 0:
        return Soort.RL1 if rl1 >= payment else Soort.BETALINGSBEWIJS
    return Soort.VORMINGSATTEST if _ATTEST.search(folded) and not _FORM_TITLE.search(folded) else Soort.ONBEKEND


def _score_rl1(folded: str, text: Text) -> int:
    """Words of an RL1 with at least one date; a letter that only mentions the RL1 scores nothing."""
    words = sum(f" {word}" in f" {folded}" for word in _RL1_WORDS)
    title = bool(_RL1_TITLE.search(folded))
    dated = any(find_dates(line.text) for line in text.lines)
    enough = words >= (3 if title else 5)
    return words + 4 * title if enough and (dated or title) and not _FORM_TITLE.search(folded) else 0


def _score_payment(folded: str, text: Text) -> int:
    words = sum(word in folded for word in _PAY_WORDS)
    title = bool(_PAY_TITLE.search(folded))
    money = any(bedrag.sure for line in text.lines for bedrag in find_bedragen(line.text))
    account = any(find_ibans(line.text) for line in text.lines)
    enough = money and (title or account or words >= 3)
    return words + 4 * title + 2 * account if enough else 0
