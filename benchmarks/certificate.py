"""CPU time of one certificate against a bare, reused typst compile of the same page with the same values."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import typst

from docgen.catalogue import find_shipped
from docgen.formats.pdf.pictures import start_packages
from docgen.formats.pdf.render import Imprint, render_pdf

ROUNDS, BATCH = 15, 40
DAY = date(2026, 7, 3)
META = Imprint("Certificaat van jobtraining", "nl", DAY, "Begeleidingsdienst Voorbeeld")
FOLDER = find_shipped("templates") / "jobtraining" / "certificaat"


def make_values(number: int) -> dict[str, Any]:
    """One invented certificate; every one differs from the last."""
    return {
        "organisatie": {"naam": "Begeleidingsdienst Voorbeeld", "dienst": "Dienst Leiderschap", "logo": ""},
        "nummer": f"JT-2026-{number:05}",
        "trainee": {"naam": f"Roos van den Beukenhof {number}"},
        "ambt": "adjunct-directeur",
        "instelling": f"Atheneum De Lindeboom {number % 50}",
        "scholengroep": "Scholengroep 99 Rivierenland",
        "algemeen_directeur": "Bert Proefmans",
        "startdatum": "1 september 2025",
        "einddatum": "30 juni 2026",
        "datum": "3 juli 2026",
        "plaats": "Voorbeeldstad",
    }


def main() -> dict[str, float]:
    """The ratio that `render_pdf` costs over typst alone, as the median of rounds that alternate the two."""
    compiler = _start_bare()
    page = (FOLDER / "nl.typ").read_bytes()

    def bare(number: int) -> None:
        data = json.dumps(make_values(number)).encode()
        files = {"main.typ": page, "waarden.json": data}
        compiler.compile(files, format="pdf")  # type: ignore[type-var]  # the stub leaves out files by name

    def ours(number: int) -> None:
        values = make_values(number)
        render_pdf(FOLDER / "nl.typ", values, values, meta=META)

    bare(0)
    ours(0)
    pairs = [(_measure(ours, 2 * at), _measure(bare, 2 * at + 1)) for at in range(1, ROUNDS + 1)]
    return {
        "certificate_ms": round(statistics.median(pair[0] for pair in pairs), 2),
        "bare_typst_ms": round(statistics.median(pair[1] for pair in pairs), 2),
        "certificate_vs_bare_typst": round(statistics.median(one / other for one, other in pairs), 2),
    }


def _start_bare() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(find_shipped("templates") / "fonts")],
    )
    return typst.Compiler(root=FOLDER, font_paths=fonts, ignore_system_fonts=True, package_path=start_packages())


def _measure(make: Callable[[int], None], start: int) -> float:
    """CPU milliseconds for one document."""
    begin = time.process_time()
    for number in range(start * BATCH, (start + 1) * BATCH):
        make(number)
    return (time.process_time() - begin) * 1000 / BATCH


if __name__ == "__main__":
    print(main())
