"""CPU time of filling in a Word letter beside docxtpl, rust-docxtpl and easy-template-x, in turns in one run.

Each has read its template before the first letter, and keeps what it keeps of it between letters.
"""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docxtpl import DocxTemplate
from letter import make_template, make_values
from word_peers import read_words, start_peers

from docgen.formats.docx.compiled import compile_template
from docgen.formats.docx.render import render_docx

ROUNDS, OURS, THEIRS = 11, 100, 10
Letters = Sequence[Mapping[str, Any]]


def main() -> dict[str, float]:
    """Milliseconds a letter and the ratio to ours, as the median of rounds that take turns."""
    template = make_template()
    with start_peers(template) as peers:
        programs = {"docx": _measure_ours(template), "docxtpl": _measure_docxtpl(template)}
        programs |= {name: peer.measure for name, peer in peers.items()}
        for name, measure in programs.items():  # first letters are slow; a JIT wants more of them
            measure(_letters(0, 300 if name == "easy_template_x" else 3))
        rounds = [_measure_round(programs, number) for number in range(1, ROUNDS + 1)]
        wanted = read_words(_fill(template, _letters(ROUNDS, THEIRS)[-1]))
        for name, peer in peers.items():
            assert wanted == peer.read_last(), f"{name} makes another letter"
    figures = {f"{name}_ms": round(statistics.median(each[name] for each in rounds), 3) for name in programs}
    others = {
        f"docx_vs_{name}": round(statistics.median(each[name] / each["docx"] for each in rounds), 1)
        for name in programs.keys() - {"docx"}
    }
    return figures | others


def _measure_round(programs: Mapping[str, Callable[[Letters], float]], number: int) -> dict[str, float]:
    counts = {name: OURS if name == "docx" else THEIRS for name in programs}
    return {name: measure(_letters(number, counts[name])) for name, measure in programs.items()}


def _letters(number: int, count: int) -> list[dict[str, Any]]:
    return [make_values(each) for each in range(number * count, (number + 1) * count)]


def _measure_ours(template: bytes) -> Callable[[Letters], float]:
    ready = compile_template(template)
    return _timed(lambda values: render_docx(ready, values, title="Brief", language="nl"))


def _measure_docxtpl(template: bytes) -> Callable[[Letters], float]:
    def fill(values: Mapping[str, Any]) -> None:
        word = DocxTemplate(io.BytesIO(template))
        word.render(dict(values), autoescape=True)
        word.save(io.BytesIO())

    return _timed(fill)


def _timed(fill: Callable[[Mapping[str, Any]], object]) -> Callable[[Letters], float]:
    """What measures the CPU milliseconds for one letter."""

    def measure(letters: Letters) -> float:
        begin = time.process_time()
        for values in letters:
            fill(values)
        return (time.process_time() - begin) * 1000 / len(letters)

    return measure


def _fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    return render_docx(template, values, title="Brief", language="nl")


if __name__ == "__main__":
    for name, figure in main().items():
        print(f"{name:26} {figure}")
