"""A filled Excel form to a validated record, against openpyxl's `load_workbook` alone on the same bytes."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import openpyxl

from docgen.families.jobtraining.record import VERANTWOORDINGSDOCUMENT as FORM
from docgen.formats.xlsx.blank import make_blank
from docgen.formats.xlsx.filled import read_filled
from docgen.model.form import Kind, Question
from docgen.model.record import Prefill, Value, read_record

ROUNDS, TIMES = 15, 20
#: As many contactmomenten and initiatieven as a usual dossier holds.
ROWS = 8


def main() -> dict[str, float]:
    """How many times faster a record is there than openpyxl has the workbook open: the median of mixed rounds."""
    ratios = {}
    for name, rows in (("excel_vs_openpyxl", ROWS), ("excel_full_vs_openpyxl", 20)):
        data = make_blank(FORM, Prefill(_values(rows), locked=False))
        ours, theirs = zip(*(_measure_pair(data) for _ in range(ROUNDS)), strict=True)
        ratios[name] = round(statistics.median(other / own for own, other in zip(ours, theirs, strict=True)), 1)
        print(f"{name}: {statistics.median(ours):.2f} ms, load_workbook {statistics.median(theirs):.2f} ms")
    return ratios


def _measure_pair(data: bytes) -> tuple[float, float]:
    """Both right after each other, so that a busy machine slows both."""
    return _measure(lambda: _read(data), TIMES), _measure(lambda: openpyxl.load_workbook(BytesIO(data)), 2)


def _read(data: bytes) -> None:
    raw = read_filled(data, "formulier.xlsx", [FORM])
    assert raw is not None
    assert not read_record(FORM, raw, "formulier.xlsx").problems


def _values(rows: int) -> dict[str, Value]:
    questions = [q for q in FORM.questions.values() if (q.row or 0) <= rows]
    return {question.key: _value(question, number) for number, question in enumerate(questions)}


def _value(question: Question, number: int) -> Value:
    if question.kind is Kind.DATE:
        return date(2025, 9, 1) + timedelta(days=number)
    if question.choices:
        return question.choices[number % len(question.choices)]
    return f"Een invulling van gewone lengte, nummer {number}"


def _measure(run: Callable[[], object], times: int) -> float:
    """Milliseconds of processor time for one run."""
    start = time.process_time()
    for _ in range(times):
        run()
    return (time.process_time() - start) / times * 1000


if __name__ == "__main__":
    print(main())
