"""Which rows of the first table count as a contactmoment, and why others do not (handleiding § 7.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.dates import format_date
from docgen.families.jobtraining.record import Contactmoment, JaNeen, Thema
from docgen.families.jobtraining.themas import Match, find_themas
from docgen.model.form import row_key

TABEL = "contactmomenten"


@dataclass(frozen=True)
class Bezwaar:
    """Why a row does not count: the field it is about, and a Dutch clause."""

    veld: str
    clause: str


@dataclass(frozen=True)
class Rij:
    """One filled row of the first table, numbered from 1, with what keeps it from counting.

    `unread` are the fields of the row in which something stands that could not be read.
    """

    nummer: int
    moment: Contactmoment
    bezwaren: tuple[Bezwaar, ...] = ()
    unread: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether the row may count once somebody reads what stands in it."""
        return not self.bezwaren and not self.telt

    @property
    def telt(self) -> bool:
        """Whether the row counts (ruling on § 7.1, § 8): a readable date in the period, and the trainee present."""
        return not self.bezwaren and not {"datum", "aanwezigheid"} & self.unread

    def key(self, veld: str) -> str:
        """The key of one of its fields."""
        return row_key(TABEL, self.nummer, veld)


@dataclass(frozen=True)
class Duur:
    """The days between which a contactmoment counts (ruling), both included; None where a bound is not known."""

    first: date | None = None
    last: date | None = None


def judge_rows(rows: tuple[Contactmoment, ...], duur: Duur, unread: frozenset[str] = frozenset()) -> tuple[Rij, ...]:
    """Every row in which something stands, with the reasons why it does not count; `unread` are keys."""
    numbers = [int(key.split("__")[1]) for key in unread if key.startswith(f"{TABEL}__")]
    every = (*rows, *[Contactmoment()] * (max(numbers, default=0) - len(rows)))
    return tuple(rij for number, row in enumerate(every, start=1) if (rij := _judge(number, row, duur, unread)))


def _judge(number: int, row: Contactmoment, duur: Duur, unread: frozenset[str]) -> Rij | None:
    fields = frozenset(name for name in Contactmoment.model_fields if row_key(TABEL, number, name) in unread)
    # An empty row of the sjabloon (§ 9) is no contactmoment that does not count.
    if not fields and row == Contactmoment():
        return None
    return Rij(number, row, tuple(_find_bezwaren(row, duur, fields)), fields)


def _find_bezwaren(row: Contactmoment, duur: Duur, unread: frozenset[str]) -> Iterator[Bezwaar]:
    if row.datum is None:
        if "datum" not in unread:
            yield Bezwaar("datum", "de datum ontbreekt")
    elif duur.first is not None and row.datum < duur.first:
        yield Bezwaar("datum", f"de datum ligt voor de startdatum ({format_date(duur.first)})")
    elif duur.last is not None and row.datum > duur.last:
        yield Bezwaar("datum", f"de datum ligt na de laatste dag van de jobtraining ({format_date(duur.last)})")
    if row.aanwezigheid is None:
        if "aanwezigheid" not in unread:
            yield Bezwaar("aanwezigheid", "er staat niet of de trainee aanwezig was")
    elif row.aanwezigheid is not JaNeen.JA:
        yield Bezwaar("aanwezigheid", "de trainee was niet aanwezig")


def may_name(rijen: tuple[Rij, ...], thema: Thema) -> bool:
    """Whether a row that nobody read yet names the theme, or may do so."""
    return any(
        "thema" in rij.unread or find_themas(rij.moment.thema).get(thema, Match.NONE) is not Match.NONE
        for rij in rijen
        if rij.is_open
    )


def find_thema(rows: tuple[Rij, ...], thema: Thema) -> tuple[Match, tuple[Rij, ...]]:
    """How surely a theme of § 7.1 is named in these rows at best, and the rows that do so."""
    matches = [(find_themas(rij.moment.thema).get(thema, Match.NONE), rij) for rij in rows]
    best = max((match for match, _ in matches), default=Match.NONE)
    return best, tuple(rij for match, rij in matches if match is best and match is not Match.NONE)
