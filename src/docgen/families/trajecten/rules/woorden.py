"""What the rules on steps, phases and parts say in the same words: who it is about, and why a row does not count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.dates import format_date
from docgen.families.trajecten.dossier import Dossier
from docgen.families.trajecten.verloop import Bezwaar, Keer, unnamed_rows
from docgen.model.form import row_key
from docgen.model.rule import Observation, Severity

_NAAMLOOS = "Een verslag zonder naam van de mentee toont van niemand aan dat het traject doorlopen is."


def require_name(dossier: Dossier) -> Iterator[Observation]:
    """A begeleidingsverslag names its mentee (ruling)."""
    if dossier.record.naam_mentee is None and not dossier.is_unreadable("naam_mentee"):
        yield Observation(
            "De naam van de mentee is niet ingevuld.",
            key="naam_mentee",
            place=dossier.place("naam_mentee"),
            expected="voornaam en naam van de mentee",
            remedy="Vul de naam van de mentee in.",
            ruling=_NAAMLOOS,
        )


def name_loose_days(dossier: Dossier, table: str, names: Sequence[str], days: Sequence[str]) -> Iterator[Observation]:
    """Rows with a day of which it is not said what it is the day of."""
    for row, name in unnamed_rows(getattr(dossier.record, table), names, days):
        key = row_key(table, row, name)
        if not dossier.is_unreadable(key):
            yield Observation(
                f"In rij {row} staat een datum, maar niet bij welke {name} ze hoort.",
                key=key,
                place=dossier.place(key),
                expected=f"een {name}",
                remedy=f"Kies in rij {row} de {name}, of haal de datum weg.",
                severity=Severity.ATTENTION,
            )


def say_days(keer: Keer) -> str:
    """The days of a row as they stand there: ``05/01/2026``, or ``05/01/2026 tot 03/03/2026``."""
    days = dict.fromkeys(day for day in (keer.eerste, keer.laatste) if day)
    return " tot ".join(map(format_date, days))


def say_objection(keer: Keer, begin: str, end: str) -> str:
    """Why a row does not count, as a clause; `begin` and `end` name its two days."""
    return {
        Bezwaar.GEEN_BEGIN: f"{begin} is niet ingevuld",
        Bezwaar.GEEN_EINDE: f"{end} is niet ingevuld",
        Bezwaar.OMGEKEERD: f"{end} ligt voor {begin}",
        Bezwaar.LATER: "de datum ligt na de peildatum",
    }[keer.bezwaar or Bezwaar.GEEN_BEGIN]
