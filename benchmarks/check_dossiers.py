"""Time and peak memory of one ``docgen check`` over 200 dossiers of a form, an RL1 and a payment proof."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from docgen.formats.blank import FormFormat
from made_dossier import made_form, made_payment, made_rl1, put_files, put_settings

DOSSIERS = 200
FORMATS = tuple(FormFormat)


def make_dossiers(folder: Path) -> None:
    """Two hundred people; their forms come in turn as workbook, PDF and Word file."""
    for number in range(DOSSIERS):
        name, to = f"Trainee Voorbeeld {number:03}", FORMATS[number % len(FORMATS)]
        files = {f"formulier.{to}": made_form(name, to), "rl1.pdf": made_rl1(name), "betaling.pdf": made_payment(name)}
        put_files(folder / f"voorbeeld-{number:03}", files)


def main() -> dict[str, float]:
    """Seconds and megabytes of the whole process, from its start to its last report."""
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "dossiers"
        make_dossiers(folder)
        settings = put_settings(Path(root))
        command = [sys.executable, "-m", "docgen", "check", folder, "--settings", settings, "--on", "15/09/2026"]
        reports = [Path(root) / f"verslag.{suffix}" for suffix in ("json", "html")]
        started = time.perf_counter()
        done = subprocess.run(
            [*command, *(word for path in reports for word in ("--report", path))], capture_output=True, check=False
        )
        seconds = time.perf_counter() - started
        megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        verdicts = [d["verdict"] for d in json.loads(reports[0].read_text(encoding="utf-8"))["dossiers"]]
    assert len(verdicts) == DOSSIERS
    assert done.returncode == 0, done.stdout.decode()[:2000] + done.stderr.decode()
    return {"check_200_dossiers_s": round(seconds, 2), "check_200_dossiers_mb": round(megabytes, 1)}


if __name__ == "__main__":
    print(json.dumps(main(), indent=2))
