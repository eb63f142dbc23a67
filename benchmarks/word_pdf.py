"""CPU time of a Word letter to a PDF/UA-1 against LibreOffice converting 100 of them in one process, and our memory.

The letter is the two pages of letter.py, every one with other values. Ours counts from the bytes of the Word file:
unpacking, reading, laying out, tagging and writing. LibreOffice makes a plain PDF, the fastest that it can.
"""

from __future__ import annotations

import gc
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from letter import make_template, make_values

from docgen.external.libreoffice import find_libreoffice
from docgen.formats.docx.page_tree import read_page_tree
from docgen.formats.docx.render import render_docx
from docgen.formats.pdf.page_pdf import render_page_tree
from docgen.formats.pdf.render import Imprint

ROUNDS, FILES, MANY = 3, 100, 1000
META = Imprint("Brief", "nl", date(2026, 7, 3), "Dienst Voorbeeld")
_RESIDENT = re.compile(r"VmRSS:\s+(\d+)")


def main() -> dict[str, float]:
    """The ratio LibreOffice : docgen per document, the median of rounds in turns; megabytes at the end."""
    words = [_make_word(number) for number in range(FILES)]
    _to_pdf(words[0])
    pairs = [(_measure_ours(words), _measure_libreoffice(words)) for _ in range(ROUNDS)]
    early, late = _measure_memory()
    return {
        "word_pdf_ms": round(statistics.median(pair[0] for pair in pairs), 1),
        "libreoffice_batch_ms": round(statistics.median(pair[1] for pair in pairs), 1),
        "pdf_vs_libreoffice_batch": round(statistics.median(other / one for one, other in pairs), 1),
        "word_pdf_mb_after_200": early,
        f"word_pdf_mb_after_{MANY}": late,
    }


def _make_word(number: int) -> bytes:
    return render_docx(make_template(), make_values(number), title="Brief", language="nl")


def _to_pdf(word: bytes) -> bytes:
    return render_page_tree(read_page_tree(word), {"brief": "proef"}, meta=META)


def _measure_ours(words: Sequence[bytes]) -> float:
    """CPU milliseconds for one document."""
    begin = time.process_time()
    for word in words:
        _to_pdf(word)
    return (time.process_time() - begin) * 1000 / len(words)


def _measure_libreoffice(words: Sequence[bytes]) -> float:
    """CPU milliseconds for one document, the start of the one process shared by all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, word in enumerate(words):
            (folder / f"{number}.docx").write_bytes(word)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        order = [find_libreoffice().program, profile, "--headless", "--convert-to", "pdf", "--outdir", name]
        subprocess.run([*order, str(folder / "0.docx")], check=True, capture_output=True)  # makes the profile
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*order, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert len(list(folder.glob("*.pdf"))) == len(words)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000 / len(words)


def _measure_memory() -> tuple[float, float]:
    """Megabytes of a process of its own after 200 documents, and after all."""
    order = [sys.executable, __file__, "--memory"]
    said = subprocess.run(order, check=True, capture_output=True, text=True).stdout.split()
    return float(said[0]), float(said[1])


def _tell_memory() -> None:
    for number in range(MANY + 1):
        _to_pdf(_make_word(number))
        if number in {200, MANY}:
            gc.collect()
            print(round(int(_RESIDENT.findall(Path("/proc/self/status").read_text(encoding="utf-8"))[0]) / 1024, 1))


if __name__ == "__main__":
    if "--memory" in sys.argv:
        _tell_memory()
    else:
        print(main())
