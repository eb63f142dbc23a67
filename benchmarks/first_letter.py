"""CPU time of a new process that fills in one Word letter: compiling the template, and with it kept from before."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from letter import make_template, make_values

ROUNDS = 9
_CODE = """
import json, sys, time
from pathlib import Path
from docgen.actions.word_templates import ready_template
from docgen.formats.docx.render import render_docx
folder = Path(sys.argv[1])
values = json.loads((folder / "values.json").read_text())
render_docx(ready_template((folder / "letter.docx").read_bytes()), values, title="Brief", language="nl")
print(time.process_time())
"""


def main() -> dict[str, float]:
    """Milliseconds of processor time, the start of Python included; the median of rounds that take turns."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "letter.docx").write_bytes(make_template())
        (place / "values.json").write_text(json.dumps(make_values(1)))
        pairs = [(_measure(place, f"cache-{turn}"), _measure(place, f"cache-{turn}")) for turn in range(ROUNDS)]
    return {
        "first_letter_compiling_ms": round(statistics.median(first for first, _ in pairs), 1),
        "first_letter_ms": round(statistics.median(again for _, again in pairs), 1),
    }


def _measure(place: Path, cache: str) -> float:
    environment = {**os.environ, "DOCGEN_CACHE": str(place / cache)}
    command = [sys.executable, "-c", _CODE, str(place)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout) * 1000


if __name__ == "__main__":
    print(main())
