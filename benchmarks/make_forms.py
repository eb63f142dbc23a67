"""A prefilled form of each kind, against openpyxl laying the same Excel form out anew for everyone."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.blank import FormFormat, make_form
from docgen.model.record import Prefill, Value

#: Prefilled forms of each kind, in rounds of which the median counts.
ROUNDS, BATCH = 10, 20
START = date(2025, 9, 1)


def main() -> dict[str, float]:
    """Milliseconds of processor time for one prefilled form, for the first of a process, and for openpyxl's."""
    figures = dict[str, float]()
    for to in FormFormat:
        make = partial(_make, to)
        figures[f"first_form_{to}_ms"] = _measure(make, range(1))
        rounds = [range(start * BATCH, (start + 1) * BATCH) for start in range(ROUNDS)]
        figures[f"form_{to}_ms"] = statistics.median(_measure(make, each) for each in rounds)
    figures["form_xlsx_drawn_anew_ms"] = _measure(_draw_anew, range(5))
    figures = {name: round(figure, 2) for name, figure in figures.items()}
    for name, figure in figures.items():
        print(f"{name}: {figure}")
    return figures


def _make(to: FormFormat, number: int) -> None:
    """One invented trainee's form; no two are the same."""
    values: dict[str, Value] = {
        "naam_deelnemer": f"Annelies Voorbeeld-{number}",
        "scholengroep": "Scholengroep Proef & Voorbeeld",
        "ambt": "directeur",
        "instelling": f"Basisschool De Proef {number}",
        "startdatum": START + timedelta(days=number),
    }
    make_form(FORM, to, Prefill(values, reference=f"JT-2025/{number:04}"))


def _draw_anew(_: int) -> None:
    from docgen.formats.xlsx.draw import draw_form  # noqa: PLC0415 - the first form must not find it loaded

    draw_form(FORM)


def _measure(make: Callable[[int], None], numbers: range) -> float:
    """Milliseconds of processor time for one form."""
    start = time.process_time()
    for number in numbers:
        make(number)
    return (time.process_time() - start) / len(numbers) * 1000


if __name__ == "__main__":
    print(main())
