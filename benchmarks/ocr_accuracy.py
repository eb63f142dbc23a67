"""Field accuracy of recognised evidence: invented RL1s and payments on degraded pages, read as docgen reads them.

Run ``python benchmarks/ocr_accuracy.py --pages 260``; it prints a table a field and a degradation. What was read
wrong and not marked as unsure is counted apart: on amounts, dates and numbers with check digits it has to be none.
"""

from __future__ import annotations

import argparse
import io
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from random import Random
from statistics import median

from degraded_pages import DEGRADATIONS
from evidence_pages import Paper, PaymentSays, Rl1Says, make_papers

from docgen.families.jobtraining.aanstelling import Toestand
from docgen.families.jobtraining.ambt import same_ambt
from docgen.families.jobtraining.betalingsbewijs import choose_betaling, names_trainee, read_betalingen
from docgen.families.jobtraining.herkennen import Soort, recognise
from docgen.families.jobtraining.namen import Likeness
from docgen.families.jobtraining.rl1 import appointments_of, compare_trainee, read_rl1
from docgen.formats.door import open_file
from docgen.model.value import Text
from docgen.settings import Betaling as Verwacht

#: It takes far longer than the others: run.py runs it only by name.
SLOW = True
PAGES = 260
RIGHT, MISSED, WRONG = "right", "missed", "wrong"
#: Fields on which a wrong reading that nothing marks as unsure is never allowed.
STRICT = ("begin", "end", "stamboeknummer", "amount", "date", "IBAN", "structured communication")


@dataclass(frozen=True)
class Mark:
    """How one field of one page came out."""

    field: str
    result: str
    degradation: str
    layout: str
    detail: str = ""


def make_pages(pages: int, seed: int) -> Iterator[tuple[Paper, str, bytes]]:
    """Papers with how they are degraded, as PNG files; every layout meets every degradation in turn."""
    every = (
        (paper, way)
        for number in count(seed)
        for way in DEGRADATIONS
        for paper in make_papers(number * 1000 + len(way))
    )
    shuffled = list(islice(every, len(DEGRADATIONS) * 13 * (1 + pages // (len(DEGRADATIONS) * 13))))
    Random(seed).shuffle(shuffled)  # noqa: S311 - invented pages, no secret
    for number, (paper, way) in enumerate(shuffled[:pages]):
        out = io.BytesIO()
        DEGRADATIONS[way](paper, Random(seed * 100_000 + number)).save(out, "PNG", compress_level=1)  # noqa: S311
        yield paper, way, out.getvalue()


def judge(paper: Paper, data: bytes) -> Iterator[tuple[str, str, str]]:
    """Each field of a page, how it came out, and what was read where that was wrong."""
    content = open_file("page.png", data, [])
    says, found = paper.says, content.found
    text = found if isinstance(found, Text) else Text(())
    kind = recognise(content)
    if isinstance(says, Rl1Says):
        yield "kind", *_compare(Soort.RL1, kind if kind is not Soort.ONBEKEND else None)
        yield from _judge_rl1(says, text)
    else:
        yield "kind", *_compare(Soort.BETALINGSBEWIJS, kind if kind is not Soort.ONBEKEND else None)
        yield from _judge_payment(says, text)


def _judge_rl1(says: Rl1Says, text: Text) -> Iterator[tuple[str, str, str]]:
    rl1 = read_rl1(text, "page.png")
    likeness = compare_trainee(rl1, says.name)
    yield "name", RIGHT if likeness is Likeness.SAME else WRONG if likeness is Likeness.OTHER else MISSED, ""
    others = set(rl1.stamboeknummers) - {says.stamboek, "28501010123"}
    yield "stamboeknummer", WRONG if others else RIGHT if says.stamboek in rl1.stamboeknummers else MISSED, str(others)
    read = {a.first: a for a in appointments_of(rl1, says.name)}
    expected = {a.first: a for a in says.appointments}
    for first in set(read) - set(expected):
        yield "begin", WRONG, f"{first} of {sorted(expected)}"
    for first, wanted in expected.items():
        got = read.get(first)
        yield "begin", RIGHT if got else MISSED, ""
        if got is None:
            yield "end", MISSED, ""
            continue
        yield "end", RIGHT if got.last == wanted.last else WRONG, f"{got.last} for {wanted.last}"
        yield "ambt", RIGHT if same_ambt(got.ambt, wanted.ambt) else WRONG if got.ambt else MISSED, str(got.ambt)
        toestand = None if got.toestand is Toestand.ONBEKEND else str(got.toestand)
        yield "toestand", *_compare(wanted.toestand, toestand)


def _judge_payment(says: PaymentSays, text: Text) -> Iterator[tuple[str, str, str]]:
    verwacht = Verwacht(iban=says.iban, begunstigde="Voorbeelddienst Jobtraining")
    paid = choose_betaling(read_betalingen(text), says.name, verwacht)
    yield "amount", *_compare(says.amount, paid.bedrag if paid else None)
    yield "date", *_compare(says.day, paid.datum if paid else None)
    iban = says.iban.replace(" ", "")
    ibans = set(paid.ibans) if paid else set()
    yield "IBAN", RIGHT if iban in ibans else WRONG if ibans else MISSED, str(ibans)
    if says.ogm:
        ogms = {ogm for ogm, valid in paid.ogms if valid} if paid else set()
        yield "structured communication", RIGHT if says.ogm in ogms else WRONG if ogms else MISSED, str(ogms)
    else:
        yield "payer named in message", RIGHT if paid and names_trainee(paid, says.name) else MISSED, ""


def _compare(wanted: object, got: object | None) -> tuple[str, str]:
    return (MISSED if got is None else RIGHT if got == wanted else WRONG), f"{got} for {wanted}"


def measure(pages: int, seed: int) -> Iterator[tuple[list[Mark], float]]:
    """The marks of one page after the other, with the seconds it took."""
    for paper, way, data in make_pages(pages, seed):
        start = time.perf_counter()
        judged = list(judge(paper, data))
        spent = time.perf_counter() - start
        yield [Mark(name, result, way, paper.layout, detail) for name, result, detail in judged], spent


def keep(measured: Iterable[tuple[list[Mark], float]], file: Path | None) -> tuple[list[Mark], list[float]]:
    """All marks and seconds; each page is written down at once, so that a long run may be broken off."""
    marks, seconds = list[Mark](), list[float]()
    for found, spent in measured:
        marks += found
        seconds.append(spent)
        if file is not None:
            with file.open("a", encoding="utf-8") as out:
                out.write(json.dumps({"marks": [vars(mark) for mark in found], "seconds": spent}) + "\n")
    return marks, seconds


def load(files: Iterable[Path]) -> tuple[list[Mark], list[float]]:
    """The marks and the seconds of pages that were measured before."""
    kept = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [Mark(**mark) for page in kept for mark in page["marks"]], [page["seconds"] for page in kept]


def show(marks: list[Mark], by: str) -> None:
    """One row a field, degradation or layout: how many came out right, missed, and wrong without a mark of doubt."""
    groups = dict.fromkeys(getattr(mark, by) for mark in marks)
    print(f"| {by} | read right | not read | wrong | right of all |\n| --- | ---: | ---: | ---: | ---: |")
    for group in groups:
        found = Counter(mark.result for mark in marks if getattr(mark, by) == group)
        share = found[RIGHT] / found.total()
        print(f"| {group} | {found[RIGHT]} | {found[MISSED]} | {found[WRONG]} | {share:.1%} |")
    print()


def main() -> dict[str, float]:
    """The figures over `PAGES` pages; run.py keeps them when it is asked for this one by name."""
    return show_all(*keep(measure(PAGES, seed=1), None))


def show_all(marks: list[Mark], seconds: list[float]) -> dict[str, float]:
    """Print the tables and every wrong reading, and give the figures that are kept."""
    for by in ("field", "degradation", "layout"):
        show(marks, by)
    wrong = [mark for mark in marks if mark.result == WRONG]
    strict = sum(mark.field in STRICT for mark in wrong)
    print(f"{len(seconds)} pages, {median(seconds):.1f} s a page, {strict} wrong of {', '.join(STRICT)}")
    for mark in wrong:
        print(f"  {mark.field}, {mark.degradation}, {mark.layout}: {mark.detail}")
    right = sum(mark.result == RIGHT for mark in marks) / len(marks)
    return {
        "recognised_pages": len(seconds),
        "recognised_fields_right_percent": 100 * right,
        "recognised_strict_fields_wrong": strict,
        "recognise_page_s": median(seconds),
    }


def command() -> None:
    """Measure so many pages, or show what was kept of earlier ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write each page measured to this file, a line a page")
    parser.add_argument("--show", type=Path, nargs="+", help="measure nothing: show what such files keep")
    asked = parser.parse_args()
    show_all(*(load(asked.show) if asked.show else keep(measure(asked.pages, asked.seed), asked.keep)))


if __name__ == "__main__":
    command()
