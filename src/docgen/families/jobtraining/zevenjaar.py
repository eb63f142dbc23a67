"""The seven years within which the certificate must be reached (handleiding § 8), by ruling 8 on counting.

The last good day is the same day seven years later, 28 February for a 29th that there is not; a certificate dated on it
is in time. They run from a later hervalidering too: "voor de volgende 7 jaar", says § 8.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from docgen.dates import add_months, add_years

#: "binnen een periode van 7 jaar te rekenen vanaf de datum van de uitreiking van het vormingsattest", § 8.
GELDIGHEID = 7  # years
#: From when on the desk is warned that the end comes near (ruling; § 8 gives no warning).
WAARSCHUWING = 6  # months


class Geldigheid(Enum):
    """Where a day stands in the seven years of a vormingsattest (§ 8)."""

    GELDIG = "geldig"
    LAATSTE_MAANDEN = "laatste zes maanden"
    EINDIGT_TE_LAAT = "de jobtraining zou na de zeven jaar eindigen"
    GRENSGEVAL = "jobtraining op tijd, certificaat te laat"
    VERLOPEN = "verlopen"


def find_last_good_day(vormingsattest: date | None, hervalidering: date | None = None) -> date | None:
    """The last day on which a certificate is in time: the same day seven years later, 29 February clipped to 28."""
    starts = [day for day in (vormingsattest, hervalidering) if day is not None]
    return add_years(max(starts), GELDIGHEID) if starts else None


def judge_geldigheid(last: date, einddatum: date | None, peildatum: date) -> Geldigheid:
    """Where the peildatum stands, were the certificate dated on it (ruling 8); einddatum None means not ended."""
    if peildatum > last:
        return Geldigheid.GRENSGEVAL if einddatum is not None and einddatum <= last else Geldigheid.VERLOPEN
    if einddatum is not None and einddatum > last:
        return Geldigheid.EINDIGT_TE_LAAT
    return Geldigheid.LAATSTE_MAANDEN if peildatum > add_months(last, -WAARSCHUWING) else Geldigheid.GELDIG
