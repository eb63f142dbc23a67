"""CPU time of filling in a Word letter against docxtpl, side by side in one run."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable

from docxtpl import DocxTemplate
from letter import make_template, make_values

from docgen.formats.docx.render import render_docx

ROUNDS, OURS, THEIRS = 11, 100, 10


def main() -> dict[str, float]:
    """The ratio docxtpl : docgen per letter, as the median of rounds that alternate the two."""
    template = make_template()

    def ours(number: int) -> None:
        render_docx(template, make_values(number), title="Brief", language="nl")

    def theirs(number: int) -> None:
        word = DocxTemplate(io.BytesIO(template))
        word.render(make_values(number), autoescape=True)
        word.save(io.BytesIO())

    ours(0)
    theirs(0)
    pairs = [(_measure(ours, OURS, at), _measure(theirs, THEIRS, at)) for at in range(1, ROUNDS + 1)]
    return {
        "docx_ms": round(statistics.median(pair[0] for pair in pairs), 3),
        "docxtpl_ms": round(statistics.median(pair[1] for pair in pairs), 2),
        "docx_vs_docxtpl": round(statistics.median(other / one for one, other in pairs), 1),
    }


def _measure(make: Callable[[int], None], times: int, start: int) -> float:
    """CPU milliseconds for one letter."""
    begin = time.process_time()
    for number in range(start * times, (start + 1) * times):
        make(number)
    return (time.process_time() - begin) * 1000 / times


if __name__ == "__main__":
    print(main())
